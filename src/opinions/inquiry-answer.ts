import { changeItem, type ItemChange } from './change-item.ts'
import type { AskedItem, Inquiry } from './inquiry.ts'
import { listNumbered } from './numbered.ts'
import type { OpenItem } from './open-item.ts'
import type { QueueItem, Response } from './queue-item.ts'
import type { Records } from './records.ts'

/** A division's answer as it is to be kept. `counts`: it is the item's response from then on; `outdated`: to earlier words. */
export type DivisionAnswer = {
  readonly asked: AskedItem
  readonly open: OpenItem
  readonly text: string
  readonly lead: boolean
  readonly counts: boolean
  readonly outdated: boolean
}

/** Adds a division's answer to an item; one that does not count is only another version. */
export async function addAnswer(
  records: Records,
  { id, division }: Inquiry,
  answer: DivisionAnswer,
  at: number,
): Promise<ItemChange> {
  const { asked, open, text, counts, outdated } = answer
  const { item, receipt } = open.item.value
  const number = (await listNumbered(records, 'responses', item)).length + 1
  const version = outdated ? asked.version : open.submission.value.version
  const author = { kind: 'division', id: division, inquiry: id } as const
  const response: Response = { item, receipt, number, version, text, author, at }
  const key = records.key('responses', `${item}.${number}`)
  const change: Partial<QueueItem> = counts
    ? {
        ...{ response: number, checked: null, outdated, disposition: { kind: 'answer' } },
        ...answered(answer, id),
      }
    : {}
  const { changes, expected } = changeItem(records, open, change)
  return {
    changes: [records.put('responses', key.id, response), ...changes],
    expected: [...expected, { key, version: 0 }],
  }
}

/** Lets an item be answered together with another, whose response it shares. */
export function answerWith(records: Records, { id }: Inquiry, answer: DivisionAnswer, item: string): ItemChange {
  return changeItem(records, answer.open, {
    ...{ disposition: { kind: 'with', item }, checked: null },
    ...answered(answer, id),
  })
}

/**
 * An answer that is the item's response already, or that leaves it as it is. Where others are to share it from now on
 * (`leads`), it is checked anew, and written anew too, so that whoever changes it at the same time is decided after this.
 */
export function answerAgain(records: Records, { id }: Inquiry, answer: DivisionAnswer, leads: boolean): ItemChange {
  const { item, submission } = answer.open
  const change = answered(answer, id)
  if (leads) return changeItem(records, answer.open, { ...change, disposition: { kind: 'answer' }, checked: null })
  if (change.inquired === undefined || change.inquired === item.value.inquired)
    return { changes: [], expected: [item, submission] }
  return changeItem(records, answer.open, change)
}

/** The lead division's answer ends the wait for it, unless it was asked again about newer words. */
function answered({ lead, outdated, open }: DivisionAnswer, inquiry: string): Pick<Partial<QueueItem>, 'inquired'> {
  const { inquired } = open.item.value
  return lead && (inquired === inquiry || !outdated) ? { inquired: null } : {}
}
