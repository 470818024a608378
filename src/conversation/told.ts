import type { ClaimTold } from '../opinions/accounts.ts'
import type { Part } from '../opinions/draft.ts'
import type { FiledTold } from '../opinions/refusal.ts'
import type { Subject } from '../opinions/submission.ts'
import type { ModelTrace } from '../ports.ts'
import type { Answer } from '../questions/answer.ts'
import type { AnnexTold } from './annex-acts.ts'
import type { Asked } from './answer-turn.ts'
import type { DigestTold } from './digest-acts.ts'
import type { InquiryTold } from './inquiry-acts.ts'
import type { ModelTold } from './model-acts.ts'
import type { OfficeTold } from './office-acts.ts'
import type { ProofTold } from './proof-dialog.ts'
import type { QueueTold } from './queue-acts.ts'
import type { ReleaseTold } from './release-acts.ts'
import type { SheetTold } from './sheet-acts.ts'

/** What a turn comes to, as ids and codes: put into words from what is stored when it is shown. */
export type Told =
  | FiledTold
  | ClaimTold
  | AreaTold
  | ProofTold
  /** `id` is what the answer is called; `traces` are of a language model's calls for it. */
  | {
      readonly kind: 'answer'
      readonly answer: Answer
      readonly asked: Asked
      readonly id: string
      readonly traces: readonly ModelTrace[]
    }
  /** How an answer was made. */
  | { readonly kind: 'explained'; readonly id: string }
  /** None was given lately, or none is kept under that id. */
  | { readonly kind: 'not-explained'; readonly why: 'none-yet' | 'not-kept' }
  /** A part of the draft is asked for. */
  | { readonly kind: 'part'; readonly part: Part }
  /** All of the draft, word for word, to be confirmed; `first`: with what may be worth a second look. */
  | { readonly kind: 'confirm'; readonly first: boolean }
  | { readonly kind: 'text-taken' | 'text-too-long' | 'text-to-shorten' | 'text-not-kept'; readonly characters: number }
  | { readonly kind: 'cleaned'; readonly removed: number }
  | { readonly kind: 'subject-not-found' | 'part-not-understood' | 'confirm-not-understood' | 'edit-what' }
  | { readonly kind: 'subjects-found'; readonly subjects: readonly Subject[] }
  | { readonly kind: 'references' }
  | { readonly kind: 'fields'; readonly faults: readonly FieldFault[]; readonly characters: number }
  | { readonly kind: 'draft-waits' | 'draft-kept' | 'draft-discarded' | 'draft-aside' | 'draft-stays' | 'no-draft' }
  | { readonly kind: 'form-not-kept' | 'not-withdrawn' | 'not-sent' }
  | { readonly kind: 'no-call' | 'which-call' | 'no-question-asked' }
  | { readonly kind: 'submission' | 'ask-withdraw'; readonly receipt: string }
  /** What the person has filed, and the calls that still wait for an answer. */
  | { readonly kind: 'mine'; readonly receipts: readonly string[]; readonly unanswered: readonly string[] }
  | { readonly kind: 'ask-reply'; readonly receipt: string; readonly text: string }
  | { readonly kind: 'ask-name' }
  /** How a command is written, as it was read from the line. */
  | { readonly kind: 'usage'; readonly text: string }
  /** What the secretariat can choose from. */
  | { readonly kind: 'menu' }
  /** The bot has come to a place where others read along. */
  | { readonly kind: 'introduced' }
  /** A language model takes part; what is not known of it is null. */
  | {
      readonly kind: 'model-aside'
      readonly name: string | null
      readonly host: string | null
      readonly maySeeOpinions: boolean
    }
  /** Others read along: it goes on alone with the actor. */
  | { readonly kind: 'goes-direct' }
  /** Nothing was taken (`not-taken`), or it was and is not done yet (`delayed`). `number` is in the operator's log too; `kept`: there is a draft. */
  | { readonly kind: 'not-taken' | 'delayed'; readonly number: string; readonly kept: boolean }

/** What came of an act of the secretariat's, by its area. */
export type AreaTold =
  | { readonly kind: 'office'; readonly told: OfficeTold }
  | { readonly kind: 'queue'; readonly told: QueueTold }
  | { readonly kind: 'inquiry'; readonly told: InquiryTold }
  | { readonly kind: 'annex'; readonly told: AnnexTold }
  | { readonly kind: 'release'; readonly told: ReleaseTold }
  | { readonly kind: 'sheet'; readonly told: SheetTold }
  | { readonly kind: 'digest'; readonly told: DigestTold }
  | { readonly kind: 'model'; readonly told: ModelTold }

/** What a turn told of an area of the secretariat's work; undefined for what it told its actor. */
export function areaOf(told: Told): AreaTold | undefined {
  return 'told' in told ? told : undefined
}

/** What is wrong with a field of a form. */
export type FieldFault = {
  readonly field: 'call' | 'subject' | 'text' | 'vote' | 'member' | 'means' | 'day' | 'original'
  readonly why: 'missing' | 'unknown' | 'several' | 'too-long'
}
