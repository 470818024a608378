import type { Annex, AnnexBlock, AnnexOpinion } from './annex.ts'
import { annexWords } from './annex-words.ts'
import { findMarks } from './outline-marks.ts'
import { lineEnds, partingPlace } from './printed-lines.ts'

/** What a page shows of a block: the paragraphs of each left cell, beside those of the one right cell. */
export type AnnexPiece = {
  readonly block: AnnexBlock
  /** Whether the block begins here; else it comes from the page before. */
  readonly begins: boolean
  readonly left: readonly { readonly opinion: AnnexOpinion; readonly paragraphs: readonly string[] }[]
  readonly right: readonly string[]
}

/** A page of an annex (from 1) with the blocks that begin on it, and all that stands on it; a long block goes on over the next. */
export type AnnexPage = {
  readonly page: number
  readonly blocks: readonly AnnexBlock[]
  readonly pieces: readonly AnnexPiece[]
}

/**
 * The layout of the city's annexes: A4 across, two columns of 35 full-width characters, 28 lines a page, a block of rows
 * kept on one page where it fits. The columns' headings take one line.
 */
export const annexLayout = { charactersPerLine: 35, linesPerPage: 28, headings: 1 }

/**
 * What stands on which page, below the `head` lines of title and agenda. The pages are broken there on paper too, so that a
 * page and a cell can be cited: a block that is longer than a page is parted at the ends of lines.
 */
export function paginate({ blocks }: Pick<Annex, 'blocks'>, head: number): readonly AnnexPage[] {
  const { linesPerPage, headings } = annexLayout
  const full = linesPerPage - headings
  const pages: { page: number; blocks: AnnexBlock[]; pieces: AnnexPiece[] }[] = [{ page: 1, blocks: [], pieces: [] }]
  let page = pages[0]!
  let left = Math.max(1, full - head)
  const turn = () => {
    page = { page: page.page + 1, blocks: [], pieces: [] }
    pages.push(page)
    left = full
  }
  for (const block of blocks) {
    let opinions = block.opinions.flatMap((opinion) => flowOf(opinionParagraphs(opinion), opinion))
    let responses = flowOf(block.responses.flatMap(({ text }) => bulleted(text).split('\n')))
    if (Math.max(linesOf(opinions), linesOf(responses)) > left && page.pieces.length > 0) turn()
    page.blocks.push(block)
    for (let begins = true; begins || opinions.length + responses.length > 0; begins = false) {
      if (!begins) turn()
      const above = take(opinions, left, left === full)
      const beside = take(responses, left, left === full)
      page.pieces.push({ block, begins, left: cellsOf(above.taken), right: beside.taken.map(({ text }) => text) })
      left -= Math.max(1, linesOf(above.taken), linesOf(beside.taken))
      opinions = above.rest
      responses = beside.rest
    }
    if (left < 1 && block !== blocks.at(-1)) turn()
  }
  return pages
}

/** An item or response as it is printed: what has no mark of its own gets a bullet. */
export function bulleted(text: string): string {
  const [first = ''] = text.split('\n', 1)
  return findMarks(first).length > 0 ? text : `・${text}`
}

/** The paragraphs of a submission's cell, a line of its text each: its speaker, headings and items. */
export function opinionParagraphs(
  { speaker, heard, parts }: AnnexOpinion,
  speakerText: (speaker: NonNullable<AnnexOpinion['speaker']>) => string = annexWords.speaker,
): readonly string[] {
  const paragraphs = [
    ...(speaker === null ? [] : [speakerText(speaker)]),
    ...parts.flatMap((part) => (part.kind === 'heading' ? part.text : bulleted(part.text)).split('\n')),
    ...(heard ? [annexWords.heard] : []),
  ]
  return paragraphs.length === 0 ? [''] : paragraphs
}

/** A paragraph, with the ends of its lines as printed. */
type Paragraph<Of> = { readonly of: Of; readonly text: string; readonly ends: readonly number[] }

function flowOf(paragraphs: readonly string[]): readonly Paragraph<null>[]
function flowOf<Of>(paragraphs: readonly string[], of: Of): readonly Paragraph<Of>[]
function flowOf(paragraphs: readonly string[], of: unknown = null): readonly Paragraph<unknown>[] {
  return paragraphs.map((text) => ({ of, text, ends: lineEnds(text, annexLayout.charactersPerLine) }))
}

/** What of a flow stands on the next `lines` lines of a page; `all`: there will be no more on another page. */
function take<Of>(flow: readonly Paragraph<Of>[], lines: number, all: boolean) {
  const taken: Paragraph<Of>[] = []
  let left = lines
  for (const [index, paragraph] of flow.entries()) {
    const { of, text, ends } = paragraph
    if (ends.length <= left) {
      taken.push(paragraph)
      left -= ends.length
      continue
    }
    const place = left < 1 ? 0 : partingPlace(text, ends[left - 1] ?? 0)
    // What is seen as one character may be longer than a page.
    const whole = place === 0 && all && taken.length === 0
    if (place > 0) taken.push(...flowOf([text.slice(0, place)], of))
    if (whole) taken.push(paragraph)
    const parted = place > 0 ? flowOf([text.slice(place)], of) : whole ? [] : [paragraph]
    return { taken, rest: [...parted, ...flow.slice(index + 1)] }
  }
  return { taken, rest: [] }
}

function cellsOf(flow: readonly Paragraph<AnnexOpinion>[]): AnnexPiece['left'] {
  return [...Map.groupBy(flow, ({ of }) => of)].map(([opinion, paragraphs]) => ({
    opinion,
    paragraphs: paragraphs.map(({ text }) => text),
  }))
}

function linesOf(flow: readonly Paragraph<unknown>[]): number {
  return flow.reduce((total, { ends }) => total + ends.length, 0)
}
