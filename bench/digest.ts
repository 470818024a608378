import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openRecord, openState } from '../src/app.ts'
import { readConfig } from '../src/config.ts'
import { fullLines } from '../src/conversation/digest-lines.ts'
import { drawUpDigest } from '../src/conversation/digest-round.ts'
import type { View } from '../src/conversation/view.ts'
import { addDays, momentOf } from '../src/opinions/day.ts'
import { newQueueItem } from '../src/opinions/queue-item.ts'
import { Records } from '../src/opinions/records.ts'
import { officeCalendar } from '../src/opinions/working-days.ts'
import type { Change } from '../src/ports.ts'

const help = `Measures the making of one digest, to its last line, with a full queue.

Usage: npm run -s bench:digest -- [OPTIONS]

Options:
  --items N     items in the queue, four to a submission, all with a day, half of them overdue (default 10000)
  --rounds N    how often (default 20)
  --json        print one object
  --help        this text

The first time is that of a process which has just read its data; later ones find the records parsed.
`

const today = '2026-08-27'
const noon = momentOf(`${today}T12:00`)

const { values } = parseArgs({
  options: {
    items: { type: 'string', default: '10000' },
    rounds: { type: 'string', default: '20' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})

if (values.help) process.stdout.write(help)
else await measure(Number(values.items), Number(values.rounds))

async function measure(items: number, rounds: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-digest-'))
  try {
    const prepared = openRecord(readConfig(process.env))
    {
      await using store = await openState({ stateDir: folder }, {})
      const records = new Records(store, 'bench')
      await store.commit(queueOf(records, items))
    }
    await using store = await openState({ stateDir: folder }, {})
    const records = new Records(store, 'bench')
    const view: View = {
      ...{ records, prepared, calendar: officeCalendar(new Set()), language: 'ja', address: '' },
      ...{ here: true, staff: true, at: noon },
    }
    const times: number[] = []
    for (let round = 0; round < rounds; round++) {
      const start = performance.now()
      const { digest } = await drawUpDigest(records, { chain: store, retentionYears: 5 }, noon)
      const lines = fullLines(digest, view)
      times.push(performance.now() - start)
      if (digest.overdue.count + digest.soon.count !== items || lines.length < 5) throw new Error('not all are in it')
    }
    const [first = 0, ...later] = times
    const sorted = later.toSorted((a, b) => a - b)
    const result = {
      items,
      firstMs: first,
      medianMs: sorted[sorted.length >> 1] ?? first,
      slowestMs: sorted.at(-1) ?? first,
    }
    process.stdout.write(
      values.json
        ? `${JSON.stringify(result)}\n`
        : `items ${items}: first ${first.toFixed(1)} ms, then median ${result.medianMs.toFixed(1)} ms, slowest ${result.slowestMs.toFixed(1)} ms (${later.length} digests)\n`,
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function queueOf(records: Records, items: number): readonly Change[] {
  const receipts = Array.from({ length: Math.ceil(items / 4) }, (_, at) => `R8-${String(at + 1).padStart(3, '0')}`)
  const deadline = '2026-08-28T17:00'
  const call = {
    id: '2026-1',
    name: '令和８年度第１回',
    form: 'meeting',
    approval: false,
    deadline,
    opened: 0,
  } as const
  const asked = Array.from({ length: 15 }, (_, at) => `member${at}`)
  return [
    records.put('calls', call.id, { ...call, agenda: [], documents: [], asked, closed: null }),
    ...receipts.flatMap((receipt, at) => {
      const stage = { version: 1, stage: 'received', filed: at, late: false, withdrawn: null, erased: null } as const
      const member = `member${at % 15}`
      return [
        records.put('submissions', receipt, {
          ...{ receipt, call: call.id, kind: 'opinion', draft: receipt, onBehalf: null },
          ...stage,
        }),
        records.put('submitters', receipt, { receipt, member, place: `slack:${member}`, language: 'ja' }),
      ]
    }),
    ...Array.from({ length: items }, (_, at) => {
      const receipt = receipts[at >> 2] ?? ''
      const item = newQueueItem(receipt, call.id, (at % 4) + 1, { span: [0, 10], heading: null })
      const due = addDays(today, at % 2 === 0 ? -1 - (at % 60) : at % 7)
      return records.put('items', item.item, { ...item, disposition: { kind: 'answer' }, due })
    }),
  ]
}
