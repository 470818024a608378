import type { Act } from '../opinions/decision.ts'
import { newNotice } from '../opinions/notice.ts'
import type { Records } from '../opinions/records.ts'
import type { Change } from '../ports.ts'

/** Collections whose records are part of a submission; their ids begin with its receipt. */
const ofSubmissions: ReadonlySet<string> = new Set([
  ...(['submissions', 'submitters', 'versions', 'items', 'responses', 'questions', 'notes', 'proofs'] as const),
])

/** An act as it is logged: its id in the audit log. */
type Logged = { readonly id: string; readonly act: Act }

/**
 * What the boards are told of a commit: each submission that it changes has one message there, which is kept current, and
 * what was done stands under it. A board is a place where the secretariat works together, such as its channel.
 */
export function boardNotices(
  records: Records,
  boards: readonly string[],
  changes: readonly Change[],
  acts: readonly Logged[],
  at: number,
): readonly Change[] {
  if (boards.length === 0) return []
  const receipts = new Set(changes.flatMap((change) => receiptsOf(change)))
  return boards.flatMap((place, board) => {
    const cardId = (receipt: string) => `card/${receipt}.${board}`
    const cards = [...receipts].map((receipt) =>
      records.put('outbox', cardId(receipt), newNotice(place, 'ja', { kind: 'submission-card', receipt }, at)),
    )
    const lines = acts.flatMap(({ id, act }) =>
      [...receipts]
        .filter((receipt) => isAbout(act, receipt))
        .map((receipt) => {
          const notice = newNotice(place, 'ja', { kind: 'submission-act', receipt, act: id }, at)
          return records.put('outbox', `act/${id}/${receipt}.${board}`, { ...notice, under: cardId(receipt) })
        }),
    )
    return [...cards, ...lines]
  })
}

/** What the boards are told of accounts whose holder says who he is, or was confirmed: each has one message there, which is kept current. */
export function claimNotices(
  records: Records,
  boards: readonly string[],
  changes: readonly Change[],
  acts: readonly Logged[],
  at: number,
): readonly Change[] {
  if (!acts.some(({ act }) => act.did === 'account-claimed' || act.did === 'account-confirmed')) return []
  const accounts = changes.flatMap(({ key }) => (key.collection === 'accounts' ? [key.id] : []))
  return boards.flatMap((place, board) =>
    accounts.map((account) =>
      records.put(
        'outbox',
        `claim/${account}.${board}`,
        newNotice(place, 'ja', { kind: 'account-claim', account }, at),
      ),
    ),
  )
}

function receiptsOf({ key: { collection, id } }: Change): readonly string[] {
  const receipt = ofSubmissions.has(collection) ? /^.*?\p{Lu}\d+-\d{3,}/u.exec(id)?.[0] : undefined
  return receipt === undefined ? [] : [receipt]
}

/** Whether an act is about a submission or an item of it; of inquiries (庁内照会), whether it asks or answers such an item. */
function isAbout({ did, about, detail }: Act, receipt: string): boolean {
  const isOf = (text: string) => text === receipt || receiptOfItem(text) === receipt
  return (
    isOf(about) || (did.startsWith('inquiry-') && (JSON.stringify(detail ?? null).match(/[^"]+/gu) ?? []).some(isOf))
  )
}

/** The submission that an item is of; a receipt is its own. */
export function receiptOfItem(item: string): string {
  return item.replace(/-\d+$/u, '')
}
