import * as z from 'zod'
import type { ItemChange } from './change-item.ts'
import { type Actor, type Decision, decide, type Refused, tell } from './decision.ts'
import { line } from './form-text.ts'
import type { Inquiry } from './inquiry.ts'
import { addAnswer, answerAgain, answerWith } from './inquiry-answer.ts'
import { type InquiryToken, inquiryToken } from './inquiry-token.ts'
import { type ReadAnswers, type RowFault, readAnswers } from './read-answers.ts'
import { findItem } from './receipt.ts'
import type { Found, Records } from './records.ts'
import { type FileProblem, TakenFile } from './taken-file.ts'
import { type Fate, type WeighedAnswer, weighAnswers } from './weigh-answers.ts'

/** A file that came back. `replace` are items whose response it may replace although a person wrote or checked that. */
export const InquiryReturn = z.strictObject({
  file: TakenFile,
  accept: z.boolean(),
  replace: z.array(line(50)).max(1000),
  /** Where a platform finds the file again. */
  source: z.string().max(200).optional(),
})
export type InquiryReturn = z.infer<typeof InquiryReturn>

/** What becomes of an item; its words are told only in a preview. `with` is the item that it is answered together with. */
export type TakenAnswer = {
  readonly item: string
  readonly cell: string | null
  readonly fate: Fate
  readonly with: string | null
  readonly outdated: boolean
  readonly altered: boolean
}

export type TakeInquiryTold =
  | {
      readonly kind: 'inquiry-take-preview'
      readonly view: true
      readonly inquiry: string
      readonly answers: readonly (TakenAnswer & Pick<WeighedAnswer, 'text' | 'before'> & { readonly remark: string })[]
      readonly loose: readonly string[]
      readonly faults: readonly RowFault[]
      readonly source?: string
    }
  | {
      readonly kind: 'inquiry-taken'
      readonly inquiry: string
      readonly answers: readonly TakenAnswer[]
      readonly loose: readonly string[]
    }
  | { readonly kind: 'inquiry-taken-before'; readonly inquiry: string; readonly at: number; readonly by: string }
  | Refused<'not-staff' | 'not-ours' | 'several-inquiries'>
  | { readonly kind: 'refused'; readonly why: 'unreadable'; readonly problem: FileProblem }
  | { readonly kind: 'refused'; readonly why: 'other-committee'; readonly committee: string }
  | { readonly kind: 'refused'; readonly why: 'unknown-inquiry' | 'inquiry-over'; readonly inquiry: string }
  | { readonly kind: 'refused'; readonly why: 'replace-unknown'; readonly items: readonly string[] }
  | { readonly kind: 'refused'; readonly why: 'faulty-rows'; readonly faults: readonly RowFault[] }

/**
 * Takes a division's answers out of its file, by receipt number, in one commit. What a person wrote, decided or checked
 * meanwhile stays, unless it is named in `replace`. `shown` makes words what they are in a file of ours. For staff.
 */
export async function takeInquiry(
  records: Records,
  actor: Actor,
  { file, accept, replace, source }: InquiryReturn,
  prefix: string,
  shown: (words: string) => string,
): Promise<Decision<TakeInquiryTold>> {
  if (actor.role.kind !== 'staff') return tell({ kind: 'refused', why: 'not-staff' })
  if (file.kind === 'unreadable') return tell({ kind: 'refused', why: 'unreadable', problem: file.problem })
  const found = await findInquiry(records, file.tokens)
  if ('kind' in found) return tell(found)
  const inquiry = found.value
  const wanted = replace.map((one) => findItem(one, prefix) ?? one)
  const strange = wanted.filter((one) => inquiry.items.every(({ item }) => item !== one))
  if (strange.length > 0) return tell({ kind: 'refused', why: 'replace-unknown', items: strange })
  const before = inquiry.taken.find(({ sha256 }) => sha256 === file.sha256)
  if (before !== undefined && wanted.length === 0)
    return tell({ kind: 'inquiry-taken-before', inquiry: inquiry.id, at: before.at, by: before.by })

  const read = readAnswers(file.rows, inquiry, prefix)
  const { weighed, seen } = await weighAnswers(records, inquiry, read.answers, wanted, prefix, shown)
  if (weighed.every(({ fate }) => fate.kind === 'closed'))
    return tell({ kind: 'refused', why: 'inquiry-over', inquiry: inquiry.id })
  // What is kept as it was is answered all the same: the division is waited for no more.
  const answered = weighed.filter(({ fate }) => ['new', 'changed', 'unchanged', 'beside', 'kept'].includes(fate.kind))
  if (accept && read.faults.length > 0) return tell({ kind: 'refused', why: 'faulty-rows', faults: read.faults })
  if (!accept || answered.length === 0)
    return tell({ ...previewOf(inquiry, weighed, read), ...(source === undefined ? {} : { source }) })

  const leads = new Set(answered.flatMap(({ same, fate }) => (fate.kind === 'unchanged' ? [] : (same ?? []))))
  const changes = await Promise.all(answered.map(async (one) => await changeOf(records, inquiry, one, leads, actor.at)))
  const { sha256 } = file
  const items = answered.map(({ item }) => item)
  const taken = { sha256, at: actor.at, by: actor.role.staff.id, answered: items }
  return decide([found, ...seen, ...changes.flatMap(({ expected }) => expected)], {
    changes: [
      records.put('inquiries', inquiry.id, { ...inquiry, taken: [...inquiry.taken, taken] }),
      ...changes.flatMap((one) => one.changes),
    ],
    acts: [{ did: 'inquiry-taken', about: inquiry.id, detail: { sha256, answered: items, replaced: wanted } }],
    told: [{ kind: 'inquiry-taken', inquiry: inquiry.id, answers: weighed.map(withoutWords), loose: read.loose }],
  })
}

async function findInquiry(
  records: Records,
  tokens: readonly InquiryToken[],
): Promise<Found<Inquiry> | Extract<TakeInquiryTold, { readonly kind: 'refused' }>> {
  const [token, ...more] = tokens
  if (token === undefined) return { kind: 'refused', why: 'not-ours' }
  if (more.some((one) => inquiryToken(one) !== inquiryToken(token)))
    return { kind: 'refused', why: 'several-inquiries' }
  const { committee, inquiry } = token
  if (committee !== records.committee.toLowerCase()) return { kind: 'refused', why: 'other-committee', committee }
  return (await records.find('inquiries', inquiry)) ?? { kind: 'refused', why: 'unknown-inquiry', inquiry }
}

/** `leads` are the items whose response others share from now on. */
async function changeOf(
  records: Records,
  inquiry: Inquiry,
  { item, answer, fate, same }: WeighedAnswer,
  leads: ReadonlySet<string>,
  at: number,
): Promise<ItemChange> {
  if (answer === null) return { changes: [], expected: [] }
  if (fate.kind === 'unchanged' || fate.kind === 'kept') return answerAgain(records, inquiry, answer, leads.has(item))
  return same === null ? await addAnswer(records, inquiry, answer, at) : answerWith(records, inquiry, answer, same)
}

function withoutWords({ item, row, fate, same, altered, answer }: WeighedAnswer): TakenAnswer {
  const outdated = (answer?.outdated ?? false) && fate.kind !== 'empty' && fate.kind !== 'no-row'
  return { item, cell: row?.cell ?? null, fate, with: same, outdated, altered }
}

function previewOf(
  inquiry: Inquiry,
  weighed: readonly WeighedAnswer[],
  { loose, faults }: ReadAnswers,
): Extract<TakeInquiryTold, { readonly kind: 'inquiry-take-preview' }> {
  return {
    ...{ kind: 'inquiry-take-preview', view: true, inquiry: inquiry.id, loose, faults },
    answers: weighed.map((one) => ({
      ...withoutWords(one),
      ...{ text: one.text, before: one.before, remark: one.row?.remark?.trim() ?? '' },
    })),
  }
}
