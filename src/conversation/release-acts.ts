import { type Decision, type Refused, tell } from '../opinions/decision.ts'
import type { ReleaseAct } from './release-form.ts'
import type { Scene } from './scene.ts'

/** What came of an act on looking over what will be printed, sharing and publishing (文面の確認、委員共有、公表). A look at the records (`view`) is not kept, but read again. */
export type ReleaseTold = { readonly kind: 'release-listed'; readonly view: true } | Refused<'not-staff'>

/** Decides an act on looking over what will be printed, sharing and publishing (文面の確認、委員共有、公表). Each says itself who may do it. */
export async function actOnRelease({ actor }: Scene, act: ReleaseAct): Promise<Decision<ReleaseTold>> {
  if (actor.role.kind !== 'staff') return tell({ kind: 'refused', why: 'not-staff' })
  switch (act.do) {
    case 'list':
      return tell({ kind: 'release-listed', view: true })
  }
}
