import type { ReleaseTold } from './release-acts.ts'
import { type Block, texts } from './reply.ts'
import { sayIn, type View } from './view.ts'

/** What came of an act on looking over what will be printed, sharing and publishing (文面の確認、委員共有、公表), in words. */
export async function releaseBlocks(told: ReleaseTold, view: View): Promise<readonly Block[]> {
  const { release } = sayIn(view)
  switch (told.kind) {
    case 'release-listed':
      return texts(release.lead)
    case 'refused':
      return texts(release.refused[told.why])
  }
}
