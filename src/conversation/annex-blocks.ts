import type { AnnexTold } from './annex-acts.ts'
import { type Block, texts } from './reply.ts'
import { sayIn, type View } from './view.ts'

/** What came of an act on the annex (別紙) and the ledger (受付簿), in words. */
export async function annexBlocks(told: AnnexTold, view: View): Promise<readonly Block[]> {
  const { annex } = sayIn(view)
  switch (told.kind) {
    case 'annex-listed':
      return texts(annex.lead)
    case 'refused':
      return texts(annex.refused[told.why])
  }
}
