import { type ConfirmTold, confirmAccount } from '../opinions/accounts.ts'
import { type AskMemberTold, askMember } from '../opinions/ask-member.ts'
import { type CallsTold, listCalls } from '../opinions/calls.ts'
import { type CloseCallTold, closeCall, type ExtendCallTold, extendCall } from '../opinions/change-call.ts'
import { type Decision, tell } from '../opinions/decision.ts'
import { type HandOverTold, handOver } from '../opinions/hand-over.ts'
import { importRoster, type RosterTold } from '../opinions/import-roster.ts'
import { type ErasuresTold, listErasures } from '../opinions/list-erasures.ts'
import { type OpenCallTold, openCall } from '../opinions/open-call.ts'
import { findReceipt } from '../opinions/receipt.ts'
import { type EraseTold, eraseMemberWholly, eraseSubmissionWholly } from './office-erasure.ts'
import type { OfficeForm } from './office-form.ts'
import {
  type CallTold,
  listRoster,
  listUndelivered,
  type RosterListTold,
  showCall,
  type UndeliveredTold,
} from './office-views.ts'
import type { Scene } from './scene.ts'

/** What came of an act of the secretariat's. `roster-preview`: what an import would change, if it is accepted. */
export type OfficeTold =
  | OpenCallTold
  | ExtendCallTold
  | CloseCallTold
  | CallsTold
  | CallTold
  | RosterTold
  | (Omit<Extract<RosterTold, { readonly kind: 'roster-imported' }>, 'kind'> & { readonly kind: 'roster-preview' })
  | RosterListTold
  | ConfirmTold
  | HandOverTold
  | AskMemberTold
  | EraseTold
  | ErasuresTold
  | UndeliveredTold

/** Decides an act of the secretariat's. Each says itself who may do it. */
export async function actForOffice(scene: Scene, form: OfficeForm): Promise<Decision<OfficeTold>> {
  const { records, actor, calendar } = scene
  switch (form.name) {
    case 'open-call':
      return await openCall(records, actor, form.input, calendar)
    case 'extend-call':
      return await extendCall(records, actor, form.input, calendar)
    case 'close-call':
      return await closeCall(records, actor, form.input)
    case 'list-calls':
      return await listCalls(records, actor)
    case 'show-call':
      return await showCall(records, actor, form.call)
    case 'import-roster': {
      const decision = await importRoster(records, actor, form.file)
      return form.accept ? decision : preview(decision)
    }
    case 'list-roster':
      return await listRoster(records, actor)
    case 'confirm-account':
      return await confirmAccount(records, actor, form.input)
    case 'hand-over':
      return await handOver(records, actor, form.input)
    case 'ask-member':
      return await askMember(records, actor, { ...form.input, receipt: meant(scene, form.input.receipt) }, calendar)
    case 'erase-submission':
      return await eraseSubmissionWholly(scene, { ...form.input, receipt: meant(scene, form.input.receipt) })
    case 'erase-member':
      return await eraseMemberWholly(scene, form.input)
    case 'list-erasures':
      return await listErasures(records, actor)
    case 'list-undelivered':
      return await listUndelivered(records, actor)
  }
}

/** Whether what was told is a look at the records: it holds names, so it is not kept, but read again. */
export function isView({ kind }: OfficeTold): boolean {
  return ['calls', 'call', 'standing', 'roster', 'undelivered', 'erasures'].includes(kind)
}

function meant({ filing }: Scene, receipt: string): string {
  return findReceipt(receipt, filing.prefix) ?? receipt
}

function preview({ effect }: Decision<RosterTold>): Decision<OfficeTold> {
  const { told } = effect(0)
  return tell<OfficeTold>(
    ...told.map((one) => (one.kind === 'roster-imported' ? ({ ...one, kind: 'roster-preview' } as const) : one)),
  )
}
