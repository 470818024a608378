import type { RecordShelf } from '../../src/conversation/record-shelf.ts'
import { newQueueItem, type QueueItem } from '../../src/opinions/queue-item.ts'
import type { Release } from '../../src/opinions/release.ts'
import { splitItems } from '../../src/opinions/split-items.ts'
import type { Subject, Submission } from '../../src/opinions/submission.ts'
import type { Change } from '../../src/ports.ts'
import type { openOffice } from './office.ts'

type Office = Pick<Awaited<ReturnType<typeof openOffice>>, 'records' | 'put'>

/** What a member wrote, and what was answered: by item number, a response or the id of the item it is answered with. */
export type Written = {
  readonly receipt: string
  readonly text: string
  readonly subject?: Subject
  readonly answers?: Readonly<Record<number, string | { readonly with: string }>>
  readonly change?: Partial<Submission>
  readonly call?: string
  readonly items?: Partial<QueueItem>
}

/** Puts submissions with their items and responses into the store, as they are when everything is answered. */
export async function answerRound({ records, put }: Office, written: readonly Written[]): Promise<void> {
  await put(...written.flatMap((one) => changesOf({ records }, one)))
}

function changesOf({ records }: Pick<Office, 'records'>, written: Written): readonly Change[] {
  const { receipt, text, subject = { kind: 'whole' }, answers = {}, change = {}, call = '2026-1' } = written
  const split = splitItems(text)
  const items = split.length > 0 ? split : [{ span: [0, text.length] as [number, number], heading: null }]
  const submission: Submission = {
    ...{ receipt, call, kind: 'opinion', draft: receipt, version: 1, stage: 'answered', filed: 1, late: false },
    ...{ withdrawn: null, erased: null, onBehalf: null, ...change },
  }
  const version = { receipt, version: 1, text, items: [...items], subject, vote: null, printName: false, at: 1 }
  return [
    records.put('submissions', receipt, submission),
    records.put('versions', `${receipt}.1`, version),
    records.put('submitters', receipt, { receipt, member: 'sato', place: 'slack:dm-sato', language: 'ja' }),
    ...items.flatMap((item, at): readonly Change[] => {
      const answer = answers[at + 1]
      const own = typeof answer === 'string'
      const queued = newQueueItem(receipt, call, at + 1, item)
      const disposition =
        answer === undefined
          ? { kind: 'none' as const }
          : own
            ? { kind: 'answer' as const }
            : { kind: 'with' as const, item: answer.with }
      return [
        records.put('items', queued.item, { ...queued, disposition, response: own ? 1 : null, ...written.items }),
        ...(own
          ? [
              records.put('responses', `${queued.item}.1`, {
                ...{ item: queued.item, receipt, number: 1, version: 1, text: answer, at: 1 },
                author: { kind: 'staff', id: 'yamada' },
              }),
            ]
          : []),
      ]
    }),
  ]
}

/** A release of a call, shared and not published. */
export function releaseOf(receipts: readonly string[], change: Partial<Release> = {}): Release {
  return {
    ...{ id: '2026-1', call: '2026-1', names: 'none', receipts: [...receipts], published: null },
    shared: { decided: '2026-09-14', number: '札ま政第123号', post: 'まちづくり政策局長', by: 'yamada', at: 1 },
    ...change,
  }
}

export const published: Release['published'] = {
  ...{ day: '2026-10-01', address: 'https://example.jp/kondankai/2026-1', by: 'yamada', at: 2 },
}

/** All words of the record of an audience. */
export async function wordsFor(shelf: RecordShelf, audience: 'everybody' | 'members' | 'staff'): Promise<string> {
  const { record } = await shelf.recordFor(audience)
  return record.passages.map(({ text }) => text).join('\n')
}
