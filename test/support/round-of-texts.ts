import { addResponse } from '../../src/opinions/change-item.ts'
import { decide } from '../../src/opinions/decision.ts'
import { itemsOf } from '../../src/opinions/filing.ts'
import { findOpenItem } from '../../src/opinions/open-item.ts'
import { newQueueItem } from '../../src/opinions/queue-item.ts'
import type { Submission, Version } from '../../src/opinions/submission.ts'
import type { openOffice } from './office.ts'

/** A submission as a test wants it: a text, the response to its first item, and what else differs from the plain. */
export type Given = {
  readonly text: string
  readonly member?: string
  readonly response?: string | null
  readonly change?: Partial<Submission>
  readonly printName?: boolean
  readonly subject?: Version['subject']
}

type Office = Pick<Awaited<ReturnType<typeof openOffice>>, 'records' | 'put' | 'commit'>

/** Puts submissions with their items as filing leaves them behind, and responses; their receipts. */
export async function fileTexts({ records, put, commit }: Office, given: readonly Given[]): Promise<readonly string[]> {
  const receipts: string[] = []
  for (const [
    at,
    { text, member = 'sato', response = null, change = {}, printName = false, subject },
  ] of given.entries()) {
    const receipt = `R8-${String(at + 1).padStart(3, '0')}`
    const call = change.call ?? '2026-1'
    const items = itemsOf(text, false)
    const submission: Submission = {
      ...{ receipt, call, kind: 'opinion', draft: receipt, version: 1, stage: 'received', filed: 0, late: false },
      ...{ withdrawn: null, erased: null, onBehalf: null },
      ...change,
    }
    const version: Version = {
      ...{ receipt, version: submission.version, text, items: [...items], vote: null, printName, at: 0 },
      subject: subject ?? { kind: 'whole' },
    }
    await put(
      records.put('submissions', receipt, submission),
      records.put('versions', `${receipt}.${submission.version}`, version),
      records.put('submitters', receipt, { receipt, member, place: `slack:dm-${member}`, language: 'ja' }),
      ...items.map((item, index) =>
        records.put('items', `${receipt}-${index + 1}`, newQueueItem(receipt, call, index + 1, item)),
      ),
    )
    receipts.push(receipt)
    if (response === null) continue
    const open = await findOpenItem(records, `${receipt}-1`)
    if ('kind' in open) throw new Error(`no such item: ${JSON.stringify(open)}`)
    const author = { kind: 'staff', id: 'yamada' } as const
    const { changes, expected } = await addResponse(records, open, { text: response, author, at: 0 })
    await commit(decide(expected, { changes, acts: [], told: [] }))
  }
  return receipts
}
