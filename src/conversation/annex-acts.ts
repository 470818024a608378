import { type Decision, type Refused, tell } from '../opinions/decision.ts'
import type { AnnexAct } from './annex-form.ts'
import type { Scene } from './scene.ts'

/** What came of an act on the annex (別紙) and the ledger (受付簿). A look at the records (`view`) is not kept, but read again. */
export type AnnexTold = { readonly kind: 'annex-listed'; readonly view: true } | Refused<'not-staff'>

/** Decides an act on the annex (別紙) and the ledger (受付簿). Each says itself who may do it. */
export async function actOnAnnex({ actor }: Scene, act: AnnexAct): Promise<Decision<AnnexTold>> {
  if (actor.role.kind !== 'staff') return tell({ kind: 'refused', why: 'not-staff' })
  switch (act.do) {
    case 'list':
      return tell({ kind: 'annex-listed', view: true })
  }
}
