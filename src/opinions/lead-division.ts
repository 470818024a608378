import type { Charge } from './charge.ts'
import type { QueueItem } from './queue-item.ts'
import type { Subject } from './submission.ts'

/** Which divisions answer an item, by id; `fromTable`: the table of charges says so, no hand was on the item. */
export type LeadDivision = {
  readonly lead: string | null
  readonly others: readonly string[]
  readonly fromTable: boolean
}

/** The division in charge of an item (主担当) and those asked besides: by a hand on the item, else by the table of charges. */
export function leadDivision(
  { lead, others }: Pick<QueueItem, 'lead' | 'others'>,
  subject: Subject,
  charges: readonly Charge[],
): LeadDivision {
  if (lead !== null) return { lead, others, fromTable: false }
  const charge =
    subject.kind === 'project'
      ? charges.find(({ document, number }) => document === subject.document && number === subject.number)
      : undefined
  if (charge === undefined) return { lead, others, fromTable: false }
  return { lead: charge.lead, others: others.length > 0 ? others : charge.others, fromTable: true }
}
