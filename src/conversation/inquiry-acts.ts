import { standing } from '../opinions/call.ts'
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

type UnknownCall = Refused<'unknown-call'> & { readonly call: string }

/** What came of an act on inquiries to divisions (庁内照会). A look at the records (`view`) is not kept, but read again. */
export type InquiryTold =
  | WriteInquiriesTold
  | TakeInquiryTold
  | RemindedTold
  | InquiriesTold
  | ShowInquiryTold
  | UnknownCall

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
      return (await refuseUnknownCall(records, actor, act.call)) ?? (await remindDivisions(records, actor, act.call))
    case 'list':
      return (await refuseUnknownCall(records, actor, act.call)) ?? (await listInquiries(records, actor, act.call))
    case 'show':
      return await showInquiry(records, actor, act.inquiry)
  }
}

/** A call that nobody knows has nothing to list, which would read as if all were answered. */
async function refuseUnknownCall(
  records: Records,
  { role }: Actor,
  call: string | null,
): Promise<Decision<UnknownCall> | null> {
  if (role.kind !== 'staff' || call === null || call === standing) return null
  const found = await records.find('calls', call)
  return found === undefined ? tell({ kind: 'refused', why: 'unknown-call', call }) : null
}

async function showInquiry(records: Records, actor: Actor, inquiry: string): Promise<Decision<ShowInquiryTold>> {
  if (actor.role.kind !== 'staff') return tell({ kind: 'refused', why: 'not-staff' })
  if ((await records.find('inquiries', inquiry)) === undefined)
    return tell({ kind: 'refused', why: 'no-such-inquiry', inquiry })
  return tell({ kind: 'inquiry-shown', view: true, inquiry })
}
