import type { Annex, AnnexBlock, AnnexOpinion } from './annex.ts'
import { paginate } from './annex-pages.ts'

/** Where a block stands: its page, the cells of the left column that its opinions have, and the one of the right. */
export type BlockPlace = {
  readonly page: number
  readonly block: AnnexBlock
  readonly right: number
  readonly left: readonly { readonly opinion: AnnexOpinion; readonly cell: number }[]
}

/** Counts the cells of each page of an annex, each column from the top; `head` are the lines above the table. */
export function placeBlocks(annex: Annex, head: number): readonly BlockPlace[] {
  return paginate(annex, head).flatMap(({ page, blocks }) => {
    let cell = 0
    return blocks.map((block, at) => ({
      page,
      block,
      right: at + 1,
      left: block.opinions.map((opinion) => ({ opinion, cell: ++cell })),
    }))
  })
}
