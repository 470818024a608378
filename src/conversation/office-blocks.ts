import { minuteOf } from '../opinions/day.ts'
import { erasureLines } from './erasure-lines.ts'
import type { OfficeTold } from './office-acts.ts'
import { callNamed, personNamed } from './office-names.ts'
import { refusalText } from './office-refusals.ts'
import {
  callLines,
  callsLines,
  importLines,
  rosterLines,
  standingLines,
  undeliveredLines,
} from './office-view-lines.ts'
import { type Block, texts } from './reply.ts'
import { sayIn, type View } from './view.ts'

/** What came of an act of the secretariat's, in words. */
export async function officeBlocks(told: OfficeTold, view: View): Promise<readonly Block[]> {
  return texts(...(await officeLines(told, view)))
}

async function officeLines(told: OfficeTold, view: View): Promise<readonly string[]> {
  const { office } = sayIn(view)
  switch (told.kind) {
    case 'call-opened':
      return [office.callOpened(await callNamed(view, told.call), told.asked, told.deadline)]
    case 'call-extended':
      return [office.callExtended(await callNamed(view, told.call), told.before, told.deadline)]
    case 'call-closed':
      return [office.callClosed(await callNamed(view, told.call))]
    case 'calls':
      return callsLines(told, office)
    case 'standing':
      return standingLines(told, office)
    case 'call':
      return callLines(told, office)
    case 'roster-imported':
    case 'roster-preview':
      return importLines(told, office)
    case 'roster':
      return rosterLines(told, office)
    case 'account-confirmed':
      return [office.accountConfirmed(told.account, await personNamed(view, told.holder.id))]
    case 'account-already-confirmed':
      return [office.accountConfirmedAlready(told.account)]
    case 'handed-over': {
      const [from, to] = [await personNamed(view, told.from), await personNamed(view, told.to)]
      return [office.handedOver(told.post, from, to, told.day), ...(told.isNew ? [office.newOnRoster(to)] : [])]
    }
    case 'question-asked':
      return [office.questionAsked(told.receipt, told.until, told.from > view.at ? minuteOf(told.from) : null)]
    case 'erasure-requested':
      return [office.erasureRequested(told.receipt, minuteOf(told.until))]
    case 'erased':
      return [office.erased(told.receipt)]
    case 'member-erasure-requested':
      return [
        office.erasureRequested(await personNamed(view, told.member), minuteOf(told.until)),
        concerned(told.receipts, view),
      ]
    case 'member-erased':
      return [office.memberErased(told.member), concerned(told.receipts, view)]
    case 'erasure-waits':
      return [office.erasureWaits, ...(await erasureLines(told, view)), office.eraseHint]
    case 'erasures': {
      const lines = await Promise.all(told.waiting.map(async (one) => await erasureLines(one, view)))
      return lines.length === 0 ? [office.erasuresNone] : [office.erasures(lines.length), ...lines.flat()]
    }
    case 'undelivered':
      return undeliveredLines(told.notices, office)
    case 'refused':
      return [await refusalText(told, view)]
  }
}

function concerned(receipts: readonly string[], view: View): string {
  const { office } = sayIn(view)
  return receipts.length === 0 ? office.noReceipts : office.withReceipts(receipts)
}
