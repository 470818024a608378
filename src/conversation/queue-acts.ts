import { type Decision, type Refused, tell } from '../opinions/decision.ts'
import type { QueueAct } from './queue-form.ts'
import type { Scene } from './scene.ts'

/** What came of an act on the queue of items (項目): who answers what by when, and what is drafted. A look at the records (`view`) is not kept, but read again. */
export type QueueTold = { readonly kind: 'queue-listed'; readonly view: true } | Refused<'not-staff'>

/** Decides an act on the queue of items (項目): who answers what by when, and what is drafted. Each says itself who may do it. */
export async function actOnQueue({ actor }: Scene, act: QueueAct): Promise<Decision<QueueTold>> {
  if (actor.role.kind !== 'staff') return tell({ kind: 'refused', why: 'not-staff' })
  switch (act.do) {
    case 'list':
      return tell({ kind: 'queue-listed', view: true })
  }
}
