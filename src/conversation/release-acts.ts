import type { Decision } from '../opinions/decision.ts'
import { type PublishTold, publish } from '../opinions/publish.ts'
import { findItem, findReceipt } from '../opinions/receipt.ts'
import { type SendProofsTold, sendProofs } from '../opinions/send-proofs.ts'
import { type SetPrintTold, setPrint } from '../opinions/set-print.ts'
import { type ShareTold, share } from '../opinions/share.ts'
import { type ShowReleasesTold, showReleases } from '../opinions/show-releases.ts'
import { type UndoReleaseTold, undoRelease } from '../opinions/undo-release.ts'
import type { ReleaseAct } from './release-form.ts'
import type { ReleasedAnnexTold } from './released-annex.ts'
import type { Scene } from './scene.ts'

/** What came of an act on the text check, sharing and publishing (文面の確認、委員共有、公表). A look at the records (`view`) is not kept, but read again. */
export type ReleaseTold =
  | SetPrintTold
  | SendProofsTold
  | ShareTold
  | PublishTold
  | UndoReleaseTold
  | ShowReleasesTold
  | ReleasedAnnexTold

/** Decides an act on the text check, sharing and publishing (文面の確認、委員共有、公表). Each says itself who may do it. */
export async function actOnRelease(scene: Scene, act: ReleaseAct): Promise<Decision<ReleaseTold>> {
  const { records, actor, calendar, filing } = scene
  switch (act.do) {
    case 'print':
      return await setPrint(records, actor, { item: findItem(act.item, filing.prefix) ?? act.item, text: act.text })
    case 'check': {
      const receipts = act.receipts.map((receipt) => findReceipt(receipt, filing.prefix) ?? receipt)
      return await sendProofs(records, actor, { call: act.call, until: act.until, receipts }, calendar)
    }
    case 'share': {
      const { do: _, ...sharing } = act
      return await share(records, actor, sharing, filing.prefix)
    }
    case 'publish':
      return await publish(records, actor, { call: act.call, day: act.day, address: act.address })
    case 'undo':
      return await undoRelease(records, actor, { call: act.call, reason: act.reason })
    case 'show':
      return await showReleases(records, actor, act.call)
  }
}
