import type { AnnexBlock, AnnexOpinion } from '../opinions/annex.ts'
import type { AnnexDocument } from '../opinions/annex-document.ts'
import { bulleted } from '../opinions/annex-pages.ts'
import { annexWords } from '../opinions/annex-words.ts'
import { csvFile } from './csv-file.ts'

/**
 * An annex as CSV: an item a row, with the headings above it and the response to it, which stands in the row of each item
 * that it answers. Receipts are not in it: it may be published.
 */
export function annexCsv({ annex }: Pick<AnnexDocument, 'annex'>): string {
  const withSpeaker = annex.names !== 'none'
  const rows = annex.blocks.flatMap((block) => block.opinions.flatMap((opinion) => rowsOf(opinion, block)))
  let number = 0
  return csvFile([
    ['番号', ...(withSpeaker ? ['委員'] : []), '見出し', annexWords.opinions, annexWords.responses],
    ...rows.map(({ speaker, heading, text, response }) => [
      text === '' ? '' : String(++number),
      ...(withSpeaker ? [speaker] : []),
      ...[heading, text, response],
    ]),
  ])
}

type Row = { readonly speaker: string; readonly heading: string; readonly text: string; readonly response: string }

function rowsOf({ parts, speaker: of, heard }: AnnexOpinion, { responses }: AnnexBlock): readonly Row[] {
  const speaker = of === null ? '' : annexWords.speaker(of)
  const rows: Row[] = []
  let headings: string[] = []
  for (const part of parts) {
    if (part.kind === 'heading') {
      headings.push(part.text)
      continue
    }
    const answer = responses.filter(({ answers }) => answers.includes(part.item))
    rows.push({
      ...{ speaker, heading: headings.join('\n'), text: bulleted(part.text) },
      response: answer.map(({ text }) => bulleted(text)).join('\n'),
    })
    headings = []
  }
  if (headings.length > 0) rows.push({ speaker, heading: headings.join('\n'), text: '', response: '' })
  const last = rows.findLast(({ text }) => text !== '')
  return rows.map((row) => (heard && row === last ? { ...row, text: `${row.text}\n${annexWords.heard}` } : row))
}
