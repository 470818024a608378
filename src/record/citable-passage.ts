import type { CitablePassage, Position } from './public-record.ts'
import { recordFault } from './record-fault.ts'
import type { Passage, Speaker } from './schema.ts'

/** Citable text is the source's lines joined: layout blanks before a line and empty lines go, nothing else changes. */
export function citablePassage(
  file: string,
  document: string,
  lines: readonly string[],
  { id, lines: [from, to], sentences, place, about = [] }: Passage,
  speaker: Speaker,
  position: Position,
): CitablePassage {
  const text = sentences.map((sentence) => sentence.ja).join('')
  const pieces = lines.slice(from - 1, to).map((line) => line.replace(/^[ \t\u3000]+/, ''))
  const start = pieces.join('').indexOf(text)
  const ends: number[] = []
  for (const piece of pieces) ends.push((ends.at(-1) ?? 0) + piece.length)
  const fills = start < (ends[0] ?? 0) && start + text.length > (ends.at(-2) ?? 0)
  if (start < 0 || !fills) {
    throw recordFault(
      file,
      id,
      `its sentences are not what lines ${from} to ${to} of the source say; copy them from there`,
    )
  }
  return {
    key: `${document}/${id}`,
    document,
    speaker,
    text,
    sentences,
    position: place === undefined ? position : { page: place.page, row: place.cell, rowsOnPage: place.cells },
    about,
    lineAt: (offset) => from + ends.findIndex((end) => start + offset < end),
  }
}
