import { basename } from 'node:path'
import { type DivisionMail, readInquiryPaper, readReminder } from '../conversation/inquiry-paper.ts'
import type { Told } from '../conversation/told.ts'
import { sayIn } from '../conversation/view.ts'
import { writeInquiryWorkbook } from '../documents/inquiry-workbook.ts'
import { Fault } from '../fault.ts'
import { buildMail } from '../platforms/mail/build-mail.ts'
import { progressLine } from './progress-line.ts'
import type { Done, Session } from './session.ts'
import type { Made } from './subcommands.ts'
import { safeFileName, writeNewFiles } from './write-file.ts'

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Rows of a workbook from which on packing it may take longer than a second, with no word of progress meanwhile. */
const noticeable = 1000

/**
 * Writes the files of the inquiries or reminders that an act told of, and says on standard error how far it is.
 * @throws Fault `file-unwritable`
 */
export async function writeInquiryFiles(folder: string, { outcome }: Done, session: Session): Promise<Made | null> {
  const lines: string[] = []
  const { inquiry: say } = sayIn({ language: outcome.actor.language })
  const desk = { records: session.bot.desk.records, prepared: await session.bot.shelf.recordFor('everybody') }
  const papers = outcome.told.flatMap((told) => papersOf(told, desk, outcome.actor.at))
  const progress = progressLine(say.progress)
  for (const [done, { id, make }] of papers.entries()) {
    const paper = await make((rows) => {
      if (rows <= noticeable) return progress(done, papers.length)
      process.stderr.write(`${say.progress(done, papers.length)}\n`)
    })
    if (paper === undefined) continue
    const written = await writeNewFiles(folder, paper.name, paper.files).catch((fault) => rethrow(fault, id))
    for (const path of written) {
      const ending = path.slice(path.lastIndexOf('.'))
      const wanted = `${safeFileName(paper.name)}${ending}`
      lines.push(basename(path) === wanted ? say.file(path) : say.renamed(path, wanted))
    }
  }
  return lines.length === 0 ? null : { output: null, note: lines.join('\n') }
}

/** What was recorded stays so; its files can be written again. */
function rethrow(fault: unknown, id: string): never {
  if (!(fault instanceof Fault)) throw fault
  throw new Fault(
    fault.code,
    `${fault.message}\nIt is recorded; write its files again with "inquiry show ${id} --out FOLDER"`,
    fault,
  )
}

type Paper = { readonly name: string; readonly files: Readonly<Record<string, Uint8Array | string>> }
/** `make` says how many rows its workbook has before it packs it. */
type Making = { readonly id: string; readonly make: (pack: (rows: number) => void) => Promise<Paper | undefined> }

type Desk = Parameters<typeof readInquiryPaper>[0]

function papersOf(told: Told, desk: Desk, at: number): readonly Making[] {
  if (told.kind !== 'inquiry') return []
  const inquiry = (id: string): Making => ({
    id,
    async make(pack) {
      const paper = await readInquiryPaper(desk, id)
      if (paper === undefined) return undefined
      pack(paper.sheet.rows.length)
      const bytes = await writeInquiryWorkbook(paper.sheet)
      const attachment = { name: `${safeFileName(paper.name)}.xlsx`, type: workbookType, bytes }
      const key = `inquiry/${paper.sheet.token}`
      return { name: paper.name, files: { xlsx: bytes, ...(await mailFiles(paper.mail, { key, at, attachment })) } }
    },
  })
  const area = told.told
  if (area.kind === 'inquiries-written') return area.inquiries.map(inquiry)
  if (area.kind === 'inquiry-shown') return [inquiry(area.inquiry)]
  if (area.kind !== 'divisions-reminded') return []
  return area.reminders.map(({ inquiry: id, items }) => ({
    id,
    async make() {
      const reminder = await readReminder(desk, id, items, at)
      if (reminder === undefined) return undefined
      const key = `reminder/${desk.records.committee}/${id}/${at}`
      return { name: reminder.name, files: await mailFiles(reminder.mail, { key, at }) }
    },
  }))
}

type Posting = Pick<Parameters<typeof buildMail>[0], 'key' | 'at' | 'attachment'>

/** A mail as text to copy, and as a draft to open where there is an address. */
async function mailFiles({ to, subject, text }: DivisionMail, posting: Posting) {
  const plain = `${[...(to === null ? [] : [`宛先：${to}`]), `件名：${subject}`, '', text].join('\n')}\n`
  if (to === null) return { txt: plain }
  const { bytes } = await buildMail({ ...posting, from: null, to, subject, text })
  return { txt: plain, eml: new Uint8Array(bytes) }
}
