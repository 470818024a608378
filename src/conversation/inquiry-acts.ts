import { type Decision, type Refused, tell } from '../opinions/decision.ts'
import type { InquiryAct } from './inquiry-form.ts'
import type { Scene } from './scene.ts'

/** What came of an act on inquiries to divisions (庁内照会). A look at the records (`view`) is not kept, but read again. */
export type InquiryTold = { readonly kind: 'inquiry-listed'; readonly view: true } | Refused<'not-staff'>

/** Decides an act on inquiries to divisions (庁内照会). Each says itself who may do it. */
export async function actOnInquiry({ actor }: Scene, act: InquiryAct): Promise<Decision<InquiryTold>> {
  if (actor.role.kind !== 'staff') return tell({ kind: 'refused', why: 'not-staff' })
  switch (act.do) {
    case 'list':
      return tell({ kind: 'inquiry-listed', view: true })
  }
}
