import type { Charge } from './charge.ts'
import type { QueueItem } from './queue-item.ts'
import type { Found, Records } from './records.ts'
import type { ProjectSubject, Subject } from './submission.ts'

/**
 * The divisions that answer an item, by id: the one in charge (主担当) and those asked besides. `by`: a person chose them, or
 * the table of charges proposes them; null where nobody is named yet.
 */
export type LeadDivision =
  | { readonly lead: string; readonly others: readonly string[]; readonly by: 'person' | 'table' }
  | { readonly lead: null; readonly others: readonly string[]; readonly by: null }

/** The table of charges, by the key of its records. */
export type Charges = ReadonlyMap<string, Charge>

/** A person's choice on the item goes before the table; the table is of projects alone. */
export function leadDivisionOf(
  { lead, others }: Pick<QueueItem, 'lead' | 'others'>,
  subject: Subject | undefined,
  charges: Charges,
): LeadDivision {
  if (lead !== null) return { lead, others, by: 'person' }
  const charge = subject?.kind === 'project' ? charges.get(chargeKey(subject)) : undefined
  return charge === undefined
    ? { lead: null, others, by: null }
    : { lead: charge.lead, others: charge.others, by: 'table' }
}

/** The table of charges as it is. */
export async function readCharges(records: Records): Promise<Charges> {
  return chargesOf(await records.list('charges'))
}

/** The table by its records, for a decision that rests on them. */
export function chargesOf(found: readonly Found<Charge>[]): Charges {
  return new Map(found.map(({ key, value }) => [key.id, value]))
}

/** The divisions that answer one item; by the subject of its submission's newest version. */
export async function findLeadDivision(records: Records, item: QueueItem): Promise<LeadDivision> {
  const subject = await findSubject(records, item.receipt)
  const charge = subject?.kind === 'project' ? await findCharge(records, subject) : undefined
  return leadDivisionOf(item, subject, new Map(charge === undefined ? [] : [[charge.key.id, charge.value]]))
}

/** The table's entry for a project. */
export async function findCharge(records: Records, project: ProjectSubject): Promise<Found<Charge> | undefined> {
  return await records.find('charges', chargeKey(project))
}

/** `2024-2-annex/34`. */
export function chargeKey({ document, number }: Pick<Charge, 'document' | 'number'>): string {
  return `${document}/${number}`
}

/** What a submission is about by its newest version; undefined once its words are erased. */
async function findSubject(records: Records, receipt: string): Promise<Subject | undefined> {
  const submission = await records.find('submissions', receipt)
  const version = submission && (await records.find('versions', `${receipt}.${submission.value.version}`))
  return version?.value.subject
}
