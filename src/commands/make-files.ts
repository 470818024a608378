import type { AnnexFormat } from '../conversation/annex-form.ts'
import { ledgerTable } from '../conversation/ledger-table.ts'
import type { Annex, FileToMake, Ledger } from '../conversation/told-files.ts'
import { sayIn, type View } from '../conversation/view.ts'
import type { MadeFile } from '../platforms/made-file.ts'
import { safeFileName } from './write-file.ts'

type Desk = Pick<View, 'records' | 'prepared' | 'language'>

/** Makes what goes with a message; what is not there any more is left out. */
export async function makeFiles(files: readonly FileToMake[], desk: Desk): Promise<readonly MadeFile[]> {
  const made: MadeFile[] = []
  for (const file of files) made.push(...(await makeFile(file, desk)))
  return made
}

async function makeFile(file: FileToMake, desk: Desk): Promise<readonly MadeFile[]> {
  const { annex: say } = sayIn(desk)
  switch (file.kind) {
    case 'annex': {
      const { annex, format } = file
      const name = say.fileName(annex.id, annex.release === null)
      return [madeFile(name, format, await annexContent(annex, format))]
    }
    case 'ledger':
      return [madeFile(say.ledgerName(file.ledger.call), 'csv', await ledgerContent(file.ledger, desk))]
    case 'inquiry':
    case 'reminder': {
      const { makePaper } = await import('./make-paper.ts')
      const paper = await makePaper(file, desk)
      if (paper === undefined) return []
      return Object.entries(paper.files).map(([ending, content]) => madeFile(paper.name, ending, content))
    }
  }
}

function madeFile(name: string, ending: string, content: string | Uint8Array): MadeFile {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return { name: `${safeFileName(name)}.${ending}`, bytes }
}

/** The ledger (受付簿) as CSV. */
export async function ledgerContent({ rows }: Ledger, desk: Desk): Promise<string> {
  const { csvFile } = await import('../documents/csv-file.ts')
  return csvFile(await ledgerTable(rows, desk))
}

/** The annex (別紙) in a format; each is loaded only when it is asked for. */
export async function annexContent(
  annex: Annex,
  format: AnnexFormat,
  progress: (done: number, all: number) => void = () => {},
): Promise<string | Uint8Array> {
  switch (format) {
    case 'docx':
      return await (await import('../documents/annex-docx.ts')).annexDocx(annex, progress)
    case 'md':
      return (await import('../documents/annex-markdown.ts')).annexMarkdown(annex)
    case 'csv':
      return (await import('../documents/annex-csv.ts')).annexCsv(annex)
  }
}
