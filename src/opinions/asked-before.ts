import { readAskedWords } from './asked-words.ts'
import type { AskedItem, Inquiry } from './inquiry.ts'
import { type Charges, leadDivisionOf } from './lead-division.ts'
import { findOpenItem } from './open-item.ts'
import type { Found, Records } from './records.ts'

/** Whether a division was asked about these words of an item before: it is still to answer (`outstanding`), it has, or null. */
export async function askedBefore(
  records: Records,
  inquiries: readonly Found<Inquiry>[],
  division: string,
  item: { readonly item: string; readonly receipt: string; readonly words: string },
): Promise<'outstanding' | 'answered' | null> {
  for (const { value } of inquiries.filter((one) => one.value.division === division).toReversed()) {
    const asked = value.items.find((one) => one.item === item.item)
    if (asked === undefined) continue
    const sent = await readAskedWords(records, item.receipt, asked)
    if (sent?.words !== item.words) return null
    return hasAnswered(value, item.item) ? 'answered' : 'outstanding'
  }
  return null
}

function hasAnswered({ taken }: Inquiry, item: string): boolean {
  return taken.some(({ answered }) => answered.includes(item))
}

/**
 * The items of an inquiry that its division is still to answer: not those that were given another way meanwhile, were
 * asked again, are not its matter any more, or of which nothing is left to say. `all` are the inquiries of its call.
 */
export async function awaitedItems(
  records: Records,
  inquiry: Inquiry,
  all: readonly Inquiry[],
  charges: Charges,
): Promise<readonly AskedItem[]> {
  const later = all.filter(({ division, number }) => division === inquiry.division && number > inquiry.number)
  const awaited: AskedItem[] = []
  for (const asked of inquiry.items) {
    if (hasAnswered(inquiry, asked.item)) continue
    if (later.some(({ items }) => items.some(({ item }) => item === asked.item))) continue
    const open = await findOpenItem(records, asked.item)
    if ('kind' in open) continue
    const { disposition, checked, receipt } = open.item.value
    if (disposition?.kind === 'none' || disposition?.kind === 'with' || checked !== null) continue
    const version = await records.find('versions', `${receipt}.${open.submission.value.version}`)
    if (version === undefined) continue
    const { lead, others } = leadDivisionOf(open.item.value, version.value.subject, charges)
    if (lead === inquiry.division || others.includes(inquiry.division)) awaited.push(asked)
  }
  return awaited
}
