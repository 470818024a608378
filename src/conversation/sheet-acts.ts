import { type Decision, type Refused, tell } from '../opinions/decision.ts'
import type { Scene } from './scene.ts'
import type { SheetAct } from './sheet-form.ts'

/** What came of an act on status sheets (資料３): lists of projects with their ratings. A look at the records (`view`) is not kept, but read again. */
export type SheetTold = { readonly kind: 'sheet-listed'; readonly view: true } | Refused<'not-staff'>

/** Decides an act on status sheets (資料３): lists of projects with their ratings. Each says itself who may do it. */
export async function actOnSheet({ actor }: Scene, act: SheetAct): Promise<Decision<SheetTold>> {
  if (actor.role.kind !== 'staff') return tell({ kind: 'refused', why: 'not-staff' })
  switch (act.do) {
    case 'list':
      return tell({ kind: 'sheet-listed', view: true })
  }
}
