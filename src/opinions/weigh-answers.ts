import { readAskedWords } from './asked-words.ts'
import type { AskedItem, Inquiry } from './inquiry.ts'
import type { DivisionAnswer } from './inquiry-answer.ts'
import { type Charges, chargesOf, leadDivisionOf } from './lead-division.ts'
import { listNumbered } from './numbered.ts'
import { type ClosedItem, findOpenItem, type OpenItem } from './open-item.ts'
import type { Response } from './queue-item.ts'
import { plain, type ReadAnswer } from './read-answers.ts'
import type { Found, Records } from './records.ts'
import { type Resolved, resolveReferences } from './resolve-references.ts'

/**
 * What becomes of an item when a file is taken. `new`: it had no response; `changed`: the answer takes the place of what
 * was sent as a draft, or of a division's earlier one; `unchanged`: it is the item's response already; `beside`: it is kept
 * and does not count; `kept`: what is there was written, decided or checked by a person, and stays without his word.
 */
export type Fate =
  | { readonly kind: 'new' | 'changed' | 'unchanged' | 'beside' | 'empty' | 'no-row' }
  | { readonly kind: 'kept'; readonly why: 'written' | 'checked' | 'no-answer' | 'together' }
  | { readonly kind: 'unresolved'; readonly why: 'unknown' | 'ambiguous' | 'circular' | 'empty' | 'not-taken' }
  | { readonly kind: 'closed'; readonly why: ClosedItem['why'] }

/** An item of an inquiry with the row that answers it. `text` is its answer, of another row where it names one (`same`). */
export type WeighedAnswer = {
  readonly item: string
  readonly row: ReadAnswer | null
  readonly fate: Fate
  readonly same: string | null
  readonly text: string
  /** The response that counts now, as text. */
  readonly before: string | null
  /** The file has other words than the member's, which stay as they are. */
  readonly altered: boolean
  /** What is written down, where the item can be worked on. */
  readonly answer: DivisionAnswer | null
}

export type Weighing = {
  readonly weighed: readonly WeighedAnswer[]
  readonly seen: readonly Found<unknown>[]
}

/** What an item is weighed on. */
type Weight = {
  readonly asked: AskedItem
  readonly open: OpenItem
  readonly current: Response | null
  readonly own: readonly Response[]
  readonly lead: boolean
  readonly outdated: boolean
  readonly project: number | null
  readonly words: string | null
  /** Other items are answered together with it. */
  readonly leads: boolean
}

/** Compares the answers of a file with what was sent and with what counts now; writes nothing. */
export async function weighAnswers(
  records: Records,
  inquiry: Inquiry,
  rows: readonly ReadAnswer[],
  replace: readonly string[],
  prefix: string,
  shown: (words: string) => string,
): Promise<Weighing> {
  const charges = await records.list('charges')
  const together = new Set(
    (await records.list('items', { call: inquiry.call })).flatMap(({ value: { disposition } }) =>
      disposition?.kind === 'with' ? [disposition.item] : [],
    ),
  )
  const table = chargesOf(charges)
  const weights = new Map<string, Weight | ClosedItem>()
  for (const asked of inquiry.items) {
    weights.set(asked.item, await weightOf(records, inquiry, asked, table, together.has(asked.item)))
  }
  const projectOf = new Map(
    [...weights].flatMap(([item, one]) =>
      'kind' in one || one.project === null ? [] : [[item, one.project] as const],
    ),
  )
  const given = rows.map(({ item, answer, merged, number }) => ({ item, text: answer, merged, number }))
  const resolved = resolveReferences(given, { sent: inquiry.items.map(({ item }) => item), projectOf }, prefix)
  const byItem = new Map(rows.map((row) => [row.item, row]))
  const weigh = (item: string, text: string): Fate => {
    const weight = weights.get(item)
    if (weight === undefined || 'kind' in weight) return { kind: 'closed', why: weight?.why ?? 'unknown-item' }
    return text === '' ? { kind: 'empty' } : fateOf(weight, text, inquiry, replace.includes(item))
  }
  const weighed = inquiry.items.map(({ item }): WeighedAnswer => {
    const row = byItem.get(item) ?? null
    const weight = weights.get(item)
    const open = weight === undefined || 'kind' in weight ? null : weight
    const how: Resolved = resolved.get(item) ?? { kind: 'own' }
    const text = how.kind === 'same' ? (byItem.get(how.item)?.answer ?? '') : (row?.answer ?? '')
    const own = weigh(item, text)
    const fate = row === null && own.kind === 'empty' ? ({ kind: 'no-row' } as const) : own
    const base = {
      ...{ item, row, text, before: open?.current?.text ?? null },
      altered:
        row !== null && row.opinion !== null && open?.words != null && plain(row.opinion) !== plain(shown(open.words)),
    }
    const answer = open && {
      ...{ asked: open.asked, open: open.open, text, lead: open.lead },
      ...{ counts: fate.kind !== 'beside', outdated: open.outdated },
    }
    if (how.kind === 'unresolved' && fate.kind !== 'closed')
      return { ...base, fate: { kind: 'unresolved', why: how.why }, same: null, answer }
    if (how.kind !== 'same' || open === null) return { ...base, fate, same: null, answer }
    const target = weigh(how.item, text)
    const targetWeight = weights.get(how.item)
    const shares =
      open.lead && !open.leads && targetWeight !== undefined && !('kind' in targetWeight) && targetWeight.lead
    if (!shares) return { ...base, fate, same: null, answer }
    const { disposition } = open.open.item.value
    if (disposition?.kind === 'with' && disposition.item === how.item)
      return { ...base, fate: { kind: 'unchanged' }, same: how.item, answer }
    if (!['new', 'changed', 'unchanged'].includes(target.kind))
      return { ...base, fate: { kind: 'unresolved', why: 'not-taken' }, same: how.item, answer }
    const joins = fate.kind === 'unchanged' ? ({ kind: 'changed' } as const) : fate
    return { ...base, fate: joins, same: how.item, answer }
  })
  return { weighed, seen: charges }
}

/** What becomes of words of the division's own. */
function fateOf({ open, asked, current, own, lead }: Weight, text: string, inquiry: Inquiry, replace: boolean): Fate {
  const { disposition, checked } = open.item.value
  const decided = disposition?.kind === 'none' || disposition?.kind === 'with'
  if (!decided && current !== null && plain(current.text) === plain(text)) return { kind: 'unchanged' }
  if (replace) return { kind: current === null ? 'new' : 'changed' }
  const author = current?.author
  const isOurs = author?.kind === 'division' && author.id === inquiry.division
  const isAsSent = current !== null && current.number === asked.shown
  if (!lead) {
    if (own.some((one) => plain(one.text) === plain(text))) return { kind: 'unchanged' }
    if (decided || checked !== null) return { kind: 'beside' }
    if (current === null) return { kind: 'new' }
    return { kind: isOurs || isAsSent ? 'changed' : 'beside' }
  }
  if (disposition?.kind === 'none') return { kind: 'kept', why: 'no-answer' }
  if (disposition?.kind === 'with') return { kind: 'kept', why: 'together' }
  if (checked !== null) return { kind: 'kept', why: 'checked' }
  if (current === null) return { kind: 'new' }
  return isAsSent || author?.kind === 'division' ? { kind: 'changed' } : { kind: 'kept', why: 'written' }
}

async function weightOf(
  records: Records,
  { division }: Inquiry,
  asked: AskedItem,
  charges: Charges,
  leads: boolean,
): Promise<Weight | ClosedItem> {
  const open = await findOpenItem(records, asked.item)
  if ('kind' in open) return open
  const { item, receipt, response, span, heading } = open.item.value
  const { version } = open.submission.value
  const [sent, now, current, responses] = await Promise.all([
    readAskedWords(records, receipt, asked),
    readAskedWords(records, receipt, { version, span, heading }),
    response === null ? undefined : records.find('responses', `${item}.${response}`),
    listNumbered(records, 'responses', item),
  ])
  const subject = now?.version.subject ?? { kind: 'whole' }
  const { lead } = leadDivisionOf(open.item.value, subject, charges)
  return {
    ...{ asked, open, current: current?.value ?? null, leads },
    own: responses
      .map(({ value }) => value)
      .filter(({ author }) => author.kind === 'division' && author.id === division),
    lead: lead === null ? asked.lead : lead === division,
    outdated: sent?.words !== now?.words,
    project: subject.kind === 'project' ? subject.number : null,
    words: sent === undefined ? null : sent.heading === null ? sent.words : `${sent.heading}\n${sent.words}`,
  }
}
