import * as z from 'zod'
import { AnnexAct } from './annex-form.ts'
import { DigestAct } from './digest-form.ts'
import { InquiryAct } from './inquiry-form.ts'
import { ModelAct } from './model-form.ts'
import { OfficeForm } from './office-form.ts'
import { QueueAct } from './queue-form.ts'
import { ReleaseAct } from './release-form.ts'
import { SheetAct } from './sheet-form.ts'

/** What is done to the draft that somebody writes. */
const draftActions = [
  'member',
  'means',
  'day',
  'call',
  'vote',
  'subject',
  'text-done',
  'name',
  'references',
  'edit',
  'edit-part',
  'file',
  'file-whole',
  'as-new',
  'stop',
  'continue',
  'discard',
] as const
export type DraftActionName = (typeof draftActions)[number]

const otherActions = [
  'greeting',
  'source',
  'about-answer',
  'ask-secretariat',
  'opinion',
  'none',
  'mine',
  'submission',
  'edit-filed',
  'withdraw',
  'withdraw-now',
  'reply',
  'not-reply',
  'proof',
  'proof-agree',
  'proof-correct',
  'send-correction',
  'annex',
  'claim',
  'ask',
] as const

/** What a button or a word does. `about` is what it is done to: a call, a choice for a part of a draft, a receipt. */
export const Action = z.strictObject({ name: z.enum([...draftActions, ...otherActions]), about: z.string().optional() })
export type Action = z.infer<typeof Action>
export type ActionName = Action['name']

export function isDraftAction(name: ActionName): name is DraftActionName {
  return (draftActions as readonly string[]).includes(name)
}

/**
 * All fields of an opinion at once, as they were filled in: nothing is checked yet. Null is what is not given: where
 * `edits` names a submission (by its receipt), it stays as it is. `confirmed`: its writer has seen all of it and files it.
 * `draft` is the draft that the form fills in, by an id of its own: sent again it takes the place of what it was before, and
 * once that is filed it files nothing more. `keep`: its writer has left it, and it is kept as far as it is.
 */
export const OpinionForm = z.strictObject({
  name: z.literal('opinion'),
  /** 「意見なし」 that staff file on behalf: without subject and text. */
  none: z.literal(true).optional(),
  edits: z.string().nullable(),
  call: z.string().nullable(),
  subject: z.string().nullable(),
  text: z.string().nullable(),
  vote: z.string().nullable(),
  printName: z.boolean().nullable(),
  split: z.boolean().nullable(),
  onBehalf: z
    .strictObject({ member: z.string(), means: z.string(), day: z.string(), original: z.string().nullable() })
    .nullable(),
  confirmed: z.boolean(),
  draft: z.string().max(200).optional(),
  keep: z.literal(true).optional(),
})
export type OpinionForm = z.infer<typeof OpinionForm>

/** A reply to what the secretariat has asked back about a submission, in one go. */
const ReplyForm = z.strictObject({ name: z.literal('reply'), receipt: z.string(), text: z.string() })

/** A correction of one's own words as they will be printed, in one go. */
const ProofForm = z.strictObject({ name: z.literal('proof'), receipt: z.string(), text: z.string() })

/** First contact in one go: who somebody says he is. */
const ClaimForm = z.strictObject({ name: z.literal('claim'), who: z.string() })

/** A line that is no command as it stands, or asks how one is written: `text` says so, and nothing is done. */
const UsageForm = z.strictObject({ name: z.literal('usage'), text: z.string() })

/** Fields that were filled in at once. */
export const Form = z.discriminatedUnion('name', [
  OpinionForm,
  ReplyForm,
  ProofForm,
  ClaimForm,
  OfficeForm,
  z.strictObject({ name: z.literal('queue'), act: QueueAct }),
  z.strictObject({ name: z.literal('inquiry'), act: InquiryAct }),
  z.strictObject({ name: z.literal('annex'), act: AnnexAct }),
  z.strictObject({ name: z.literal('release'), act: ReleaseAct }),
  z.strictObject({ name: z.literal('sheet'), act: SheetAct }),
  z.strictObject({ name: z.literal('digest'), act: DigestAct }),
  z.strictObject({ name: z.literal('model'), act: ModelAct }),
  /** How an answer was made, by what it is called. */
  z.strictObject({ name: z.literal('explain'), answer: z.string() }),
  UsageForm,
  /** What the secretariat can choose from. */
  z.strictObject({ name: z.literal('menu') }),
])
export type Form = z.infer<typeof Form>

const Did = z.discriminatedUnion('kind', [
  /** `asks`: it is a question, whatever else it could be an answer to. */
  z.strictObject({ kind: z.literal('say'), text: z.string(), asks: z.literal(true).optional() }),
  z.strictObject({ kind: z.literal('action'), ...Action.shape }),
  z.strictObject({ kind: z.literal('form'), form: Form }),
])
export type Did = z.infer<typeof Did>

/**
 * What one person did, whichever the platform. `person` is the account, `conversation` where a dialogue is kept, `place`
 * where the platform can answer the person alone, weeks later, and the conversation held there; `language` is what he has chosen, undefined leaves it to the
 * text, and `locale` is what it is where the text does not say; `local` is the system user, where somebody acts at the machine
 * itself. `overheard`: others read what is answered in this conversation; `unasked`: nobody spoke to the bot expressly, so that
 * it answers only what the record knows. `answerAt` is the place that what it came to is
 * posted to, where it is not shown in the same exchange; `passing`: what is shown in the exchange passes away, as a dialog does.
 */
export const Turn = z.strictObject({
  id: z.string().min(1),
  committee: z.string(),
  person: z.string(),
  conversation: z.string(),
  place: z.string(),
  language: z.enum(['ja', 'en']).optional(),
  locale: z.enum(['ja', 'en']).optional(),
  local: z.string().optional(),
  overheard: z.literal(true).optional(),
  unasked: z.literal(true).optional(),
  answerAt: z.string().optional(),
  passing: z.literal(true).optional(),
  did: Did,
})
export type Turn = z.infer<typeof Turn>
