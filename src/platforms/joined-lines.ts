import type { Block } from '../conversation/reply.ts'

/** What is said; what can be done comes after all of it. */
export type Said = Exclude<Block, { readonly kind: 'choices' }>

/** Lines of one size in a row are one block, with less space between them on a phone and fewer blocks in all. */
export function joinLines(blocks: readonly Said[]): readonly Said[] {
  const joined: Said[] = []
  for (const block of blocks) {
    const last = joined.at(-1)
    if ((block.kind === 'text' || block.kind === 'note') && last?.kind === block.kind)
      joined[joined.length - 1] = { kind: block.kind, text: `${last.text}\n${block.text}` }
    else joined.push(block)
  }
  return joined
}
