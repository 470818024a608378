import { basename } from 'node:path'
import { papersOf } from '../conversation/told-files.ts'
import { sayIn } from '../conversation/view.ts'
import { Fault } from '../fault.ts'
import { makePaper } from './make-paper.ts'
import { progressLine } from './progress-line.ts'
import type { Done, Session } from './session.ts'
import type { Made } from './subcommands.ts'
import { safeFileName, writeNewFiles } from './write-file.ts'

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
  const papers = outcome.told.flatMap((told) => papersOf(told, outcome.actor.at))
  const progress = progressLine(say.progress)
  for (const [done, one] of papers.entries()) {
    const pack = (rows: number) => {
      if (rows <= noticeable) return progress(done, papers.length)
      process.stderr.write(`${say.progress(done, papers.length)}\n`)
    }
    const paper = await makePaper(one, desk, pack)
    if (paper === undefined) continue
    const written = await writeNewFiles(folder, paper.name, paper.files).catch((fault) => rethrow(fault, one.inquiry))
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
