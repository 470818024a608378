import { type Actor, type Decision, type Refused, tell } from '../opinions/decision.ts'
import type { Records } from '../opinions/records.ts'
import { type InquiriesTold, listInquiries, type RemindedTold, remindDivisions } from '../opinions/remind-divisions.ts'
import { type TakeInquiryTold, takeInquiry } from '../opinions/take-inquiry.ts'
import { type WriteInquiriesTold, writeInquiries } from '../opinions/write-inquiries.ts'
import type { InquiryAct } from './inquiry-form.ts'
import type { Scene } from './scene.ts'
import { visibleText } from './visible-text.ts'

type ShowInquiryTold =
  | { readonly kind: 'inquiry-shown'; readonly view: true; readonly inquiry: string }
  | Refused<'not-staff'>
  | { readonly kind: 'refused'; readonly why: 'no-such-inquiry'; readonly inquiry: string }

/** What came of an act on inquiries to divisions (庁内照会). A look at the records (`view`) is not kept, but read again. */
export type InquiryTold = WriteInquiriesTold | TakeInquiryTold | RemindedTold | InquiriesTold | ShowInquiryTold

/** Decides an act on inquiries to divisions (庁内照会). Each says itself who may do it. */
export async function actOnInquiry(
  { records, actor, calendar, filing }: Scene,
  act: InquiryAct,
): Promise<Decision<InquiryTold>> {
  switch (act.do) {
    case 'write':
      return await writeInquiries(records, actor, act.input, calendar)
    case 'take':
      return await takeInquiry(records, actor, act.input, filing.prefix, visibleText)
    case 'remind':
      return await remindDivisions(records, actor, act.call)
    case 'list':
      return await listInquiries(records, actor, act.call)
    case 'show':
      return await showInquiry(records, actor, act.inquiry)
  }
}

async function showInquiry(records: Records, actor: Actor, inquiry: string): Promise<Decision<ShowInquiryTold>> {
  if (actor.role.kind !== 'staff') return tell({ kind: 'refused', why: 'not-staff' })
  if ((await records.find('inquiries', inquiry)) === undefined)
    return tell({ kind: 'refused', why: 'no-such-inquiry', inquiry })
  return tell({ kind: 'inquiry-shown', view: true, inquiry })
}
