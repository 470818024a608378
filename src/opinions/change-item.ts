import type { Change, Conditions } from '../ports.ts'
import { listNumbered } from './numbered.ts'
import type { OpenItem } from './open-item.ts'
import type { QueueItem, Response } from './queue-item.ts'
import type { Found, Records } from './records.ts'
import type { Submission } from './submission.ts'

/** Changes to an item, and the records that they rest on. */
export type ItemChange = {
  readonly changes: readonly Change[]
  readonly expected: NonNullable<Conditions['expected']>
}

/** Changes an item; its submission is 検討中 from the first change on. */
export function changeItem(records: Records, { item, submission }: OpenItem, change: Partial<QueueItem>): ItemChange {
  return {
    changes: [records.put('items', item.value.item, { ...item.value, ...change }), ...considered(records, submission)],
    expected: [item, submission],
  }
}

/**
 * Adds a response to an item as the one that counts: it is to be checked anew. Earlier ones are kept.
 * An item without a disposition is one to be answered from then on.
 */
export async function addResponse(
  records: Records,
  open: OpenItem,
  { text, author, at }: Pick<Response, 'text' | 'author' | 'at'>,
): Promise<ItemChange & { readonly response: Response }> {
  const { item, receipt, disposition } = open.item.value
  const number = (await listNumbered(records, 'responses', item)).length + 1
  const { version } = open.submission.value
  const response: Response = { item, receipt, number, version, text, author, at }
  const { changes, expected } = changeItem(records, open, {
    response: number,
    checked: null,
    outdated: false,
    disposition: disposition ?? { kind: 'answer' },
    inquired: null,
  })
  const key = records.key('responses', `${item}.${number}`)
  return {
    changes: [records.put('responses', key.id, response), ...changes],
    expected: [...expected, { key, version: 0 }],
    response,
  }
}

function considered(records: Records, { value }: Found<Submission>): readonly Change[] {
  return value.stage === 'received'
    ? [records.put('submissions', value.receipt, { ...value, stage: 'considering' })]
    : []
}
