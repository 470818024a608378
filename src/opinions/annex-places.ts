import type { Place } from '../record/schema.ts'
import type { AnnexBlock, AnnexOpinion } from './annex.ts'
import { type AnnexPage, bulleted, opinionParagraphs } from './annex-pages.ts'

/** Where a block begins, and in which cell each part of its opinions and each of its responses begins, by their order. */
export type BlockPlaces = {
  readonly block: AnnexBlock
  readonly page: number
  readonly row: number
  readonly opinions: readonly { readonly opinion: AnnexOpinion; readonly parts: readonly Place[] }[]
  readonly responses: readonly Place[]
}

/** A cell's stretch of a page, with the characters that stand in it. */
type Stretch = { readonly place: Place; readonly length: number }

/** Finds the cells of an annex as it is printed, each column counted from the top of each page. */
export function placeBlocks(pages: readonly AnnexPage[]): readonly BlockPlaces[] {
  const left = new Map<AnnexOpinion, Stretch[]>()
  const right = new Map<AnnexBlock, Stretch[]>()
  for (const { page, pieces } of pages) {
    const cells = pieces.flatMap((piece) => piece.left)
    for (const [at, { opinion, paragraphs }] of cells.entries())
      add(left, opinion, { place: { page, cell: at + 1, cells: cells.length }, length: lengthOf(paragraphs) })
    for (const [at, piece] of pieces.entries())
      add(right, piece.block, { place: { page, cell: at + 1, cells: pieces.length }, length: lengthOf(piece.right) })
  }
  return [...right].flatMap(([block, stretches]): readonly BlockPlaces[] => {
    const [first] = stretches
    if (first === undefined) return []
    const { page, cell } = first.place
    const answers = block.responses.map(({ text }) => bulleted(text).split('\n'))
    return [
      {
        ...{ block, page, row: cell },
        opinions: block.opinions.map((opinion) => ({
          opinion,
          parts: opinion.parts.map((_, at) =>
            placeAt(left.get(opinion) ?? [], lengthOf(above(opinion, at)), first.place),
          ),
        })),
        responses: answers.map((_, at) => placeAt(stretches, lengthOf(answers.slice(0, at).flat()), first.place)),
      },
    ]
  })
}

/** The paragraphs of a cell that stand above one of its parts. */
function above(opinion: AnnexOpinion, at: number): readonly string[] {
  return opinionParagraphs({ ...opinion, heard: false, parts: opinion.parts.slice(0, at) })
}

function placeAt(stretches: readonly Stretch[], offset: number, otherwise: Place): Place {
  let end = 0
  return (stretches.find(({ length }) => (end += length) > offset) ?? stretches.at(-1))?.place ?? otherwise
}

function lengthOf(paragraphs: readonly string[]): number {
  return paragraphs.reduce((sum, { length }) => sum + length, 0)
}

function add<K>(map: Map<K, Stretch[]>, key: K, stretch: Stretch): void {
  map.set(key, [...(map.get(key) ?? []), stretch])
}
