import { parseArgs } from 'node:util'
import { annexDocx } from '../src/documents/annex-docx.ts'
import { checkAnnex } from '../src/opinions/annex-check.ts'
import { pagesOf, readAnnexDocument } from '../src/opinions/annex-document.ts'
import { itemsOf } from '../src/opinions/filing.ts'
import { newQueueItem, type Response } from '../src/opinions/queue-item.ts'
import { Records } from '../src/opinions/records.ts'
import type { Submission } from '../src/opinions/submission.ts'
import { JournalFolder } from '../test/support/journal-folder.ts'
import { committee } from '../test/support/office.ts'

const help = `Measures an annex of many items: reading it from the store, checking it, and the Word file.

Usage: npm run -s bench:annex -- [OPTIONS]

Options:
  --items N   items, five a submission, each with a response (default 10000)
  --json      print one object
  --help      this text
`

const { values } = parseArgs({
  options: {
    items: { type: 'string', default: '10000' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})

const bullet = (n: number) =>
  `・No.${n}「圏域内農産物の消費促進」について、連携12市町村の特産物（農水産物、加工品、お酒等）を展示販売することを是非実現してもらいたい。時期は7月の連休あたりが望ましいが、担当者と相談し、決めると良いと考える。`
const answer =
  '・圏域市町村の担当者と相談し、ニーズや実施可能時期などを把握した上で、展示販売の実施に向けて検討してまいりたい。'

if (values.help) {
  process.stdout.write(help)
} else {
  using folder = new JournalFolder()
  await using store = await folder.open()
  const records = new Records(store, committee)
  const name = '佐藤　一郎'
  await store.commit([
    records.put('calls', '2026-1', {
      ...{ id: '2026-1', name: '令和８年度第１回', form: 'meeting', approval: false, agenda: ['評価について'] },
      ...{ documents: [], deadline: null, asked: [], opened: 0, closed: null },
    }),
    records.put('members', 'sato', {
      id: 'sato',
      name,
      title: '委員',
      terms: [{ from: '2026-04-01', to: '2027-03-31' }],
      mail: null,
    }),
  ])
  for (let at = 0; at < Number(values.items); at += 5) {
    const receipt = `R8-${String(at / 5 + 1).padStart(3, '0')}`
    const text = [0, 1, 2, 3, 4].map((one) => bullet(at + one)).join('\n')
    const items = itemsOf(text, false)
    const submission: Submission = {
      ...{ receipt, call: '2026-1', kind: 'opinion', draft: receipt, version: 1, stage: 'considering', filed: 0 },
      ...{ late: false, withdrawn: null, erased: null, onBehalf: null },
    }
    await store.commit([
      records.put('submissions', receipt, submission),
      records.put('versions', `${receipt}.1`, {
        ...{
          receipt,
          version: 1,
          text,
          items: [...items],
          subject: { kind: 'whole' },
          vote: null,
          printName: false,
          at: 0,
        },
      }),
      records.put('submitters', receipt, { receipt, member: 'sato', place: 'none:', language: 'ja' }),
      ...items.flatMap((item, index) => {
        const queued = newQueueItem(receipt, '2026-1', index + 1, item)
        const response: Response = {
          ...{
            item: queued.item,
            receipt,
            number: 1,
            version: 1,
            text: answer,
            author: { kind: 'staff', id: 'a' },
            at: 0,
          },
        }
        return [
          records.put('items', queued.item, { ...queued, disposition: { kind: 'answer' }, response: 1 }),
          records.put('responses', `${queued.item}.1`, response),
        ]
      }),
    ])
  }
  const begun = process.cpuUsage()
  const readMs = performance.now()
  const document = await readAnnexDocument(records, '2026-1', 'letters', '懇談会')
  if (document === undefined) throw new Error('there is no such call')
  const checkMs = performance.now()
  const warnings = await checkAnnex(records, document)
  const pagesMs = performance.now()
  const pages = pagesOf(document).length
  const docxMs = performance.now()
  const bytes = (await annexDocx(document)).length
  const end = performance.now()
  const used = process.cpuUsage(begun)
  const result = {
    items: Number(values.items),
    pages,
    warnings: warnings.length,
    bytes,
    readMs: checkMs - readMs,
    checkMs: pagesMs - checkMs,
    pagesMs: docxMs - pagesMs,
    docxMs: end - docxMs,
    totalMs: end - readMs,
    /** What this process had of the cores, which is what a busy machine does not distort. */
    cpuMs: (used.user + used.system) / 1000,
  }
  process.stdout.write(
    values.json
      ? `${JSON.stringify(result)}\n`
      : `${Object.entries(result)
          .map(([key, value]) => `${key.padEnd(10)}${Math.round(value)}`)
          .join('\n')}\n`,
  )
}
