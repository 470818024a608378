import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { queueListLines } from '../src/conversation/queue-list-lines.ts'
import type { View } from '../src/conversation/view.ts'
import type { Calendar } from '../src/opinions/calendar.ts'
import { dayOf, momentOf } from '../src/opinions/day.ts'
import type { Actor } from '../src/opinions/decision.ts'
import { itemsOf } from '../src/opinions/filing.ts'
import { listQueue } from '../src/opinions/list-queue.ts'
import type { QueueFilter } from '../src/opinions/queue-filter.ts'
import { newQueueItem } from '../src/opinions/queue-item.ts'
import { showItems } from '../src/opinions/read-queue-item.ts'
import { receiptOf } from '../src/opinions/receipt.ts'
import { Records } from '../src/opinions/records.ts'
import { officeCalendar } from '../src/opinions/working-days.ts'
import type { Change } from '../src/ports.ts'
import { prepareRecord } from '../src/questions/prepared-record.ts'
import { buildRecord } from '../src/record/build-record.ts'
import { readReviewed } from '../src/record/read-reviewed.ts'
import { openJournal } from '../src/storage/journal/open-journal.ts'
import { printResult } from './print-result.ts'
import { percentile } from './search-metrics.ts'

const usage = `Measures the queue of items: listing all of it, as data and in words, and looking at one item.

  node bench/queue.ts [--items 10000] [--each 5] [--runs 9] [--dir data/state] [--json]

  --items    items on file, with three acts of the audit log each
  --each     items of an opinion
  --runs     times that each is done
  --dir      a folder on the disk; a folder is made in it and removed
  --json     print one JSON object instead of lines
  --help     print this

"first" is the first after the store is opened, with every record yet to be parsed; the others are medians. Milliseconds.`

const at = momentOf('2026-08-27T09:00')
const calendar: Calendar = officeCalendar(new Set())
const staff = { id: 'yamada', name: '山田　太郎', posts: [{ post: '係長', from: '2020-04-01', to: null }] }
const actor: Actor = {
  ...{ account: 'local:yamada', place: 'local:yamada', language: 'ja', local: null, at, today: dayOf(at) },
  role: { kind: 'staff', staff, post: '係長' },
}
const everything: QueueFilter = {
  ...{ call: null, state: null, divisions: null, subjects: null, disposition: null, until: null, overdue: false },
}

function changesFor(records: Records, count: number, each: number): Change[][] {
  return Array.from({ length: count / each }, (_, index) => {
    const receipt = receiptOf('', 'R8', index + 1)
    const text = Array.from(
      { length: each },
      (_part, part) => `・御意見${part}：市民の意見を反映する仕組みについて。`,
    ).join('\n')
    const items = itemsOf(text, false)
    const subject = { kind: 'project', document: '2024-2-annex', number: index % 2 === 0 ? 34 : 40 } as const
    const queued = items.map((item, part) => ({
      ...newQueueItem(receipt, '2026-1', part + 1, item),
      ...{ due: part === 0 ? '2026-08-25' : '2026-09-10', lead: part === 1 ? 'nosei' : null },
    }))
    const common = {
      receipt,
      call: '2026-1',
      kind: 'opinion',
      draft: receipt,
      version: 1,
      stage: 'considering',
    } as const
    return [
      records.put('submissions', receipt, {
        ...common,
        ...{ filed: at, late: false, withdrawn: null, erased: null, onBehalf: null },
      }),
      records.put('versions', `${receipt}.1`, {
        ...{ receipt, version: 1, text, items, subject, vote: null, printName: false, at },
      }),
      records.put('submitters', receipt, { receipt, member: 'sato', place: 'none:sato', language: 'ja' }),
      ...queued.map((item) => records.put('items', item.item, item)),
      ...queued.flatMap(({ item }) =>
        ['item-assigned', 'item-due', 'item-noted'].map((did) =>
          records.put('acts', `${item}.${did}`, { did, about: item, by: { kind: 'bot' }, local: null, at }),
        ),
      ),
    ].flat()
  })
}

async function timed(task: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await task()
  return performance.now() - start
}

async function measure(folder: string, count: number, each: number, runs: number) {
  const prepared = prepareRecord(buildRecord(readReviewed('data/sapporo-vision')))
  const committee = prepared.record.committee.id
  const open = async () => await openJournal(folder, { clock: { now: () => at }, report: () => {} })
  {
    await using store = await open()
    for (const changes of changesFor(new Records(store, committee), count, each)) await store.commit(changes)
  }
  let opened: Awaited<ReturnType<typeof open>> | undefined
  const openMs = await timed(async () => {
    opened = await open()
  })
  if (opened === undefined) throw new Error('not opened')
  await using store = opened
  const records = new Records(store, committee)
  const view: View = { records, prepared, calendar, language: 'ja', address: '', here: true, staff: true, at }
  const list = async () => (await listQueue(records, actor, everything, calendar)).effect(0).told[0]
  const words = async () => {
    const told = await list()
    if (told?.kind !== 'queue-listed' || told.items.length !== count) throw new Error('not all are listed')
    return await queueListLines(told, view)
  }
  const overdue = async () => await listQueue(records, actor, { ...everything, overdue: true }, calendar)
  const show = async () => await showItems(records, actor, { item: 'R8-001-1' }, calendar)
  const median = async (task: () => Promise<unknown>) => {
    const times: number[] = []
    for (let run = 0; run < runs; run++) times.push(await timed(task))
    return percentile(times, 0.5)
  }
  const firstMs = await timed(words)
  return {
    ...{ items: count, openMs, firstMs, listMs: await median(list), wordsMs: await median(words) },
    ...{ overdueMs: await median(overdue), firstShowMs: await timed(show), showMs: await median(show) },
  }
}

function parseOptions() {
  const { values } = parseArgs({
    options: {
      items: { type: 'string', default: '10000' },
      each: { type: 'string', default: '5' },
      runs: { type: 'string', default: '9' },
      dir: { type: 'string', default: 'data/state' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  const [items, each, runs] = [Number(values.items), Number(values.each), Number(values.runs)]
  if (![items, each, runs].every((value) => Number.isInteger(value) && value > 0) || items % each > 0)
    throw new TypeError('--items is a multiple of --each, all are whole numbers from 1 on')
  return { ...values, items, each, runs }
}

async function main(): Promise<string> {
  const { items, each, runs, dir, json, help } = parseOptions()
  if (help) return usage
  mkdirSync(dir, { recursive: true })
  const root = mkdtempSync(join(dir, 'bench-'))
  try {
    const row = await measure(join(root, 'state'), items, each, runs)
    if (json) return JSON.stringify(row)
    return Object.entries(row)
      .map(([name, figure]) => `${name.padEnd(14)}${name === 'items' ? figure : figure.toFixed(1)}`)
      .join('\n')
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

await printResult(main)
