import type { DigestTold } from './digest-acts.ts'
import { type Block, texts } from './reply.ts'
import { sayIn, type View } from './view.ts'

/** What came of an act on the daily digest (日次まとめ), in words. */
export async function digestBlocks(told: DigestTold, view: View): Promise<readonly Block[]> {
  const { digest } = sayIn(view)
  switch (told.kind) {
    case 'digest-listed':
      return texts(digest.lead)
    case 'refused':
      return texts(digest.refused[told.why])
  }
}
