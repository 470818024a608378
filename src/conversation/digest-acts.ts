import { type Decision, type Refused, tell } from '../opinions/decision.ts'
import type { DigestAct } from './digest-form.ts'
import type { Scene } from './scene.ts'

/** What came of an act on the daily digest (日次まとめ). A look at the records (`view`) is not kept, but read again. */
export type DigestTold = { readonly kind: 'digest-listed'; readonly view: true } | Refused<'not-staff'>

/** Decides an act on the daily digest (日次まとめ). Each says itself who may do it. */
export async function actOnDigest({ actor }: Scene, act: DigestAct): Promise<Decision<DigestTold>> {
  if (actor.role.kind !== 'staff') return tell({ kind: 'refused', why: 'not-staff' })
  switch (act.do) {
    case 'list':
      return tell({ kind: 'digest-listed', view: true })
  }
}
