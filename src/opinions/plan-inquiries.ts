import { askedBefore } from './asked-before.ts'
import { readAskedWords } from './asked-words.ts'
import type { Division } from './find-division.ts'
import type { AskedItem } from './inquiry.ts'
import { chargesOf, leadDivisionOf } from './lead-division.ts'
import { findOpenItem, type OpenItem } from './open-item.ts'
import type { QueueItem } from './queue-item.ts'
import type { Found, Records, Value } from './records.ts'

/** Items that go to one division. */
export type PlannedInquiry = {
  readonly division: Division
  readonly items: readonly { readonly asked: AskedItem; readonly open: OpenItem }[]
}

/** An item that does not go out, and why: `division` is the one that was asked before, or that is not on the roster. */
export type LeftOut = {
  readonly item: string
  readonly why: 'no-answer' | 'together' | 'checked' | 'no-division' | 'not-on-roster' | 'outstanding' | 'answered'
  readonly division: string | null
}

type Plan = {
  readonly plans: readonly PlannedInquiry[]
  readonly left: readonly LeftOut[]
  readonly named: readonly string[]
  /** The charges that it rests on, and the number of inquiries that there are. */
  readonly seen: readonly Found<unknown>[]
  readonly before: number
}

/** What goes to which division: every item that is to be answered goes to the one in charge and to those asked besides. */
export async function planInquiries(
  records: Records,
  call: string,
  roster: readonly Division[],
  wanted: readonly Division[],
): Promise<Plan> {
  const [items, inquiries, charges, members] = await Promise.all([
    records.list('items', { call }),
    records.list('inquiries', { call }),
    records.list('charges'),
    records.list('members'),
  ])
  const names = members.flatMap(({ value }) => namesOf(value.name))
  const table = chargesOf(charges)
  const left: LeftOut[] = []
  const named: string[] = []
  const planned = new Map<string, { readonly asked: AskedItem; readonly open: OpenItem }[]>()
  for (const { value } of inOrder(items)) {
    const open = await findOpenItem(records, value.item)
    if ('kind' in open) continue
    const { version } = open.submission.value
    const sent = await readAskedWords(records, value.receipt, { ...value, version })
    if (sent === undefined) continue
    const leave = (why: LeftOut['why'], division: string | null = null) =>
      left.push({ item: value.item, why, division })
    const settled = settledAs(value)
    if (settled !== null) {
      leave(settled)
      continue
    }
    const { lead, others } = leadDivisionOf(value, sent.version.subject, table)
    if (lead === null) leave('no-division')
    for (const id of new Set([...(lead === null ? [] : [lead]), ...others])) {
      const division = roster.find((one) => one.id === id)
      if (division === undefined) leave('not-on-roster', id)
      if (division === undefined || !wanted.includes(division)) continue
      const before = await askedBefore(records, inquiries, id, { ...value, words: sent.words })
      if (before !== null) {
        leave(before, id)
        continue
      }
      const { item, span, heading, response: shown } = value
      const asked = { item, lead: id === lead, version, span, heading, shown }
      planned.set(id, [...(planned.get(id) ?? []), { asked, open }])
      // The draft goes out beside the words.
      const draft = shown === null ? undefined : await records.find('responses', `${item}.${shown}`)
      const text = [sent.heading, sent.words, draft?.value.text].join('').replaceAll(/\s/gu, '')
      if (!named.includes(item) && names.some((name) => text.includes(name))) named.push(item)
    }
  }
  return {
    plans: wanted.flatMap((division) => {
      const own = planned.get(division.id)
      return own === undefined ? [] : [{ division, items: own }]
    }),
    ...{ left, named, seen: charges, before: Math.max(0, ...inquiries.map(({ value }) => value.number)) },
  }
}

/** In the order of receipts, and within each in that of its text. */
function inOrder(items: readonly Found<Value<'items'>>[]): readonly Found<QueueItem>[] {
  const order = new Map<string, number>()
  for (const { value } of items) if (!order.has(value.receipt)) order.set(value.receipt, order.size)
  const place = ({ value }: Found<QueueItem>) => order.get(value.receipt) ?? 0
  return items.toSorted((a, b) => place(a) - place(b) || a.value.span[0] - b.value.span[0])
}

function settledAs({ disposition, checked }: QueueItem): LeftOut['why'] | null {
  if (disposition?.kind === 'none') return 'no-answer'
  if (disposition?.kind === 'with') return 'together'
  return checked === null ? null : 'checked'
}

/** A name as it may stand in a text: whole, and its first part where it has one of two letters or more. */
function namesOf(name: string): readonly string[] {
  const [family = ''] = name.trim().split(/\s+/u)
  return [name.replaceAll(/\s/gu, ''), ...([...family].length > 1 ? [family] : [])]
}
