import type { Annex, AnnexBlock, AnnexOpinion } from './annex.ts'

/** A page of an annex (from 1) with the blocks that begin on it; a block longer than a page goes on over the next. */
export type AnnexPage = { readonly page: number; readonly blocks: readonly AnnexBlock[] }

/**
 * The layout of the city's annexes: A4 across, two columns of 35 full-width characters, 28 lines a page, a block of rows
 * kept on one page where it fits. `head` are the lines of title and agenda on the first page; the columns' headings take one.
 */
export const annexLayout = { charactersPerLine: 35, linesPerPage: 28, headings: 1 }

/** Which block stands on which page. The pages are broken there on paper too, so that a page can be cited. */
export function paginate({ blocks }: Pick<Annex, 'blocks'>, head: number): readonly AnnexPage[] {
  const pages: { page: number; blocks: AnnexBlock[] }[] = [{ page: 1, blocks: [] }]
  let next = 1
  let left = annexLayout.linesPerPage - annexLayout.headings - head
  for (const block of blocks) {
    const lines = linesOf(block)
    let current = pages.at(-1)
    if (current === undefined || (lines > left && current.blocks.length > 0) || current.page !== next) {
      next = Math.max(next, (current?.page ?? 0) + 1)
      current = { page: next, blocks: [] }
      pages.push(current)
      left = annexLayout.linesPerPage - annexLayout.headings
    }
    current.blocks.push(block)
    const full = annexLayout.linesPerPage - annexLayout.headings
    if (lines > left) next = current.page + 1 + Math.floor((lines - left - 1) / full)
    left -= lines
  }
  return pages
}

/** A paragraph of the left or right column as it is printed: what has no mark of its own gets a bullet. */
export function bulleted(text: string): string {
  return /^[・･•■□●○◯◆◇①-⑳【（(0-9０-９-]/u.test(text) ? text : `・${text}`
}

/** The paragraphs of a submission's cell: its speaker, headings and items. */
export function opinionParagraphs(
  { speaker, heard, parts }: AnnexOpinion,
  speakerText: (speaker: NonNullable<AnnexOpinion['speaker']>) => string,
): readonly string[] {
  return [
    ...(speaker === null ? [] : [speakerText(speaker)]),
    ...parts.map((part) => (part.kind === 'heading' ? part.text : bulleted(part.text))),
    ...(heard ? ['（事務局聞き取り）'] : []),
  ]
}

function linesOf({ opinions, responses }: AnnexBlock): number {
  const left = opinions.flatMap(({ parts, speaker, heard }) => [
    ...parts.map(({ text }) => linesOfText(bulleted(text))),
    ...(speaker === null ? [] : [1]),
    ...(heard ? [1] : []),
  ])
  const right = responses.map(({ text }) => linesOfText(bulleted(text)))
  return Math.max(1, sum(left), sum(right))
}

function linesOfText(text: string): number {
  return sum(text.split('\n').map((line) => Math.max(1, Math.ceil(widthOf(line) / annexLayout.charactersPerLine))))
}

/** In full-width characters: what Unicode calls narrow takes half of one. */
function widthOf(line: string): number {
  return [...line].reduce((width, character) => width + (/[\u0020-\u007e\uff61-\uff9f]/u.test(character) ? 0.5 : 1), 0)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
