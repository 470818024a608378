import type { Change, Conditions } from '../ports.ts'
import type { Act } from './decision.ts'
import { listNumbered } from './numbered.ts'
import type { QueueItem, Response } from './queue-item.ts'
import type { Found, Records } from './records.ts'

/** A response that has passed to an item that shared it, and the records that this rests on. */
export type HandedOn = {
  readonly changes: readonly Change[]
  readonly expected: NonNullable<Conditions['expected']>
  readonly acts: readonly Act[]
}

/**
 * Where an item goes whose response was given to the members for others too, those are not left without an answer: the first
 * of them takes the response over as it was written and checked, and the rest go with that one. Undefined where there is no
 * response.
 */
export async function handOnResponse(
  records: Records,
  from: string,
  [heir, ...others]: readonly Found<QueueItem>[],
): Promise<HandedOn | undefined> {
  const lead = (await records.find('items', from))?.value
  const response = lead && (await records.find('responses', `${from}.${lead.response}`))
  const submission = heir && (await records.find('submissions', heir.value.receipt))
  if (response === undefined || heir === undefined || submission === undefined) return undefined
  const { item, receipt } = heir.value
  const number = (await listNumbered(records, 'responses', item)).length + 1
  const { text, author, at } = response.value
  const own: Response = { item, receipt, number, version: submission.value.version, text, author, at }
  const key = records.key('responses', `${item}.${number}`)
  const { checked = null } = lead ?? {}
  return {
    changes: [
      records.put('responses', key.id, own),
      records.put('items', item, {
        ...heir.value,
        ...{ disposition: { kind: 'answer' }, response: number, checked, outdated: false },
      }),
      ...others.map(({ value }) => records.put('items', value.item, { ...value, disposition: { kind: 'with', item } })),
    ],
    expected: [heir, ...others, submission, { key, version: 0 }],
    acts: [
      { did: 'response-handed-on', about: item, detail: { from } },
      ...others.map(({ value }) => ({ did: 'item-grouped', about: value.item, detail: { with: item } })),
    ],
  }
}
