import type { RowFault } from '../opinions/read-answers.ts'
import type { InquiryTold } from './inquiry-acts.ts'
import type { inquiryJa } from './messages/inquiry-ja.ts'

type Refused = Extract<InquiryTold, { readonly kind: 'refused' }>
type Say = typeof inquiryJa

/** Why an act on inquiries was not done: first what is so, then what can be done. */
export function refusedInquiry(told: Refused, say: Say): readonly string[] {
  const { refused } = say
  switch (told.why) {
    case 'not-staff':
    case 'not-ours':
    case 'several-inquiries':
      return [refused[told.why]]
    case 'unknown-call':
      return [refused[told.why](told.call)]
    case 'deadline-past':
      return [refused[told.why](told.deadline)]
    case 'closed-day':
      return [refused[told.why](told.day, told.offered)]
    case 'no-divisions':
      return [refused[told.why](told.fiscalYear)]
    case 'unknown-division':
      return [refused[told.why](told.names, told.fiscalYear, told.known)]
    case 'no-such-inquiry':
    case 'unknown-inquiry':
    case 'inquiry-over':
      return [refused[told.why](told.inquiry)]
    case 'other-committee':
      return [refused[told.why](told.committee)]
    case 'replace-unknown':
      return [refused[told.why](told.items)]
    case 'unreadable':
      return [refused.unread, refused.unreadable[told.problem]]
    case 'faulty-rows':
      return [say.faultsLead, ...told.faults.map((fault) => faultLine(fault, say))]
  }
}

export function faultLine(fault: RowFault, { faults }: Say): string {
  switch (fault.why) {
    case 'unknown-receipt':
      return faults[fault.why](fault.cell, fault.receipt)
    case 'twice':
      return faults[fault.why](fault.item, fault.cells)
    case 'formula':
    case 'too-long':
      return faults[fault.why](fault.cell, fault.item)
  }
}
