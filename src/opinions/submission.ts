import * as z from 'zod'
import { Day } from './day.ts'

/** A span of a text, in UTF-16 units, without its end. */
const Span = z.tuple([z.int().min(0), z.int().min(0)])
export type Span = z.infer<typeof Span>

/** A part of a submission that is answered by itself; `heading` is the heading under which it stands. */
export const Item = z.strictObject({ span: Span, heading: Span.nullable() })
export type Item = z.infer<typeof Item>

/** What an opinion is about: an agenda item (counted from 1), a project of a document's list, or the whole. */
export const Subject = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('agenda'), number: z.int().min(1) }),
  z.strictObject({ kind: z.literal('project'), document: z.string(), number: z.int().min(1) }),
  z.strictObject({ kind: z.literal('whole') }),
])
export type Subject = z.infer<typeof Subject>
export type ProjectSubject = Extract<Subject, { readonly kind: 'project' }>

export const Vote = z.enum(['approve', 'disapprove'])
export type Vote = z.infer<typeof Vote>

/** How a text came that staff filed for a member; `day` is when it came or was said. */
export const OnBehalf = z.strictObject({
  means: z.enum(['mail', 'post', 'fax', 'telephone', 'meeting']),
  day: Day,
  /** SHA-256 (hexadecimal) of the original as it came, where there is a file. */
  original: z
    .string()
    .regex(/^[0-9a-f]{64}$/u)
    .nullable(),
})
export type OnBehalf = z.infer<typeof OnBehalf>

/**
 * What is known of a submission besides its words and who sent them, which are kept apart (`Version`, `Submitter`), so
 * that they can be erased. `version` is the newest. Times are milliseconds since 1970.
 */
export const Submission = z.strictObject({
  receipt: z.string(),
  call: z.string(),
  kind: z.enum(['opinion', 'none']),
  /** The draft that it was filed from, so that a second press files nothing twice. */
  draft: z.string(),
  version: z.int().min(1),
  stage: z.enum(['received', 'considering', 'answered', 'published']),
  filed: z.number(),
  late: z.boolean(),
  withdrawn: z.number().nullable(),
  erased: z.number().nullable(),
  onBehalf: OnBehalf.nullable(),
})
export type Submission = z.infer<typeof Submission>

/** A submission's words as they were written, once for every edit; record `R8-012.1`. */
export const Version = z.strictObject({
  receipt: z.string(),
  version: z.int().min(1),
  text: z.string(),
  items: z.array(Item),
  subject: Subject,
  vote: Vote.nullable(),
  printName: z.boolean(),
  at: z.number(),
})
export type Version = z.infer<typeof Version>

/** Who sent a submission and where to write to; record `R8-012`. */
export const Submitter = z.strictObject({
  receipt: z.string(),
  member: z.string(),
  place: z.string(),
  language: z.enum(['ja', 'en']),
})
export type Submitter = z.infer<typeof Submitter>

/** A question back (お伺い) and the member's reply; record `R8-012.1`. */
export const QuestionBack = z.strictObject({
  receipt: z.string(),
  number: z.int().min(1),
  text: z.string(),
  until: Day.nullable(),
  by: z.string(),
  asked: z.number(),
  reply: z.strictObject({ text: z.string(), at: z.number() }).nullable(),
})
export type QuestionBack = z.infer<typeof QuestionBack>
