import type {
  CitedDocument,
  Fact,
  Indicator,
  Legend,
  PolicyArea,
  Project,
  ProjectSet,
  Rating,
  Status,
} from '../record/public-record.ts'
import type { SheetField } from '../record/status-sheet.ts'
import type { Citation } from './citation.ts'
import type { Language } from './normal-text.ts'
import type { Quantity } from './quantities.ts'

/** What became of a question; the first four come with citations, always. */
export type Outcome = 'answered' | 'partial' | 'corrected' | 'ambiguous' | 'not-in-record' | 'out-of-scope'

/** What a project can be asked for that the record may not state. */
export type Aspect = Exclude<SheetField, 'number'> | 'reason' | 'other'

/** By what projects of a status sheet were picked; `word` as cells have it. */
export type ListedBy =
  | { readonly kind: 'signs'; readonly signs: readonly string[] }
  | { readonly kind: 'areas'; readonly areas: readonly PolicyArea[] }
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'all' }

/** What cells say of a project of a status sheet; `lacking` is what was asked for and no cell says. */
type FactsFound = {
  readonly project: Project
  readonly facts: readonly Fact[]
  readonly lacking: readonly SheetField[]
}

/** What was found, as ids and values; the sentence around it is written where replies are. */
export type Finding =
  | { readonly kind: 'rating-reason'; readonly rating: Rating; readonly project: Project }
  | { readonly kind: 'ratings'; readonly ratings: readonly Rating[]; readonly projects: readonly Project[] }
  | {
      readonly kind: 'rating-differs'
      readonly rating: Rating
      readonly project: Project
      readonly asked: readonly string[]
    }
  | {
      readonly kind: 'sign-meaning'
      readonly legend: readonly Legend[]
      readonly asked: string | null
      readonly unexplained: readonly string[]
    }
  | { readonly kind: 'indicator'; readonly indicators: readonly Indicator[]; readonly projects: readonly Project[] }
  | { readonly kind: 'projects'; readonly projects: readonly Project[] }
  | { readonly kind: 'facts'; readonly entries: readonly FactsFound[] }
  | {
      readonly kind: 'listed'
      readonly document: string
      readonly by: ListedBy
      readonly projects: readonly Project[]
    }
  | { readonly kind: 'title-differs'; readonly project: Project; readonly asked: Project }
  | { readonly kind: 'set'; readonly set: ProjectSet; readonly projects: readonly Project[]; readonly rest: boolean }
  | { readonly kind: 'set-differs'; readonly set: ProjectSet; readonly projects: readonly Project[] }
  | { readonly kind: 'statuses'; readonly statuses: readonly Status[]; readonly areas: readonly PolicyArea[] }
  | {
      readonly kind: 'status-differs'
      readonly statuses: readonly Status[]
      readonly areas: readonly PolicyArea[]
      readonly asked: string
    }
  | { readonly kind: 'areas'; readonly areas: readonly PolicyArea[] }
  | { readonly kind: 'agenda' }
  | { readonly kind: 'meeting' }
  | { readonly kind: 'cited-documents'; readonly documents: readonly CitedDocument[] }
  | { readonly kind: 'passages'; readonly about: readonly Project[] }
  | { readonly kind: 'source' }
  | { readonly kind: 'related' }
  /** Passages that a language model has pointed at: code does not vouch that they answer. */
  | { readonly kind: 'pointed' }
  | { readonly kind: 'reason-related' }
  | { readonly kind: 'response-unstated' }
  | { readonly kind: 'amount-differs'; readonly asked: readonly Quantity[] }
  | { readonly kind: 'speaker-differs'; readonly speaker: 'member' | 'secretariat' }
  | { readonly kind: 'not-decided' }
  | { readonly kind: 'number-unknown'; readonly numbers: readonly number[] }
  | { readonly kind: 'candidates'; readonly projects: readonly Project[]; readonly aspect: Aspect }
  | { readonly kind: 'project-lacks'; readonly projects: readonly Project[]; readonly aspect: Aspect }
  | { readonly kind: 'area-unknown'; readonly numbers: readonly number[] }
  | { readonly kind: 'sign-unexplained'; readonly sign: string }
  | { readonly kind: 'count-unstated' }
  | { readonly kind: 'year-not-held'; readonly year: string }
  | { readonly kind: 'not-found'; readonly what: 'matter' | 'amount' | 'time' | 'name' | 'money' | 'contact' | 'place' }
  | { readonly kind: 'elsewhere' }
  | {
      readonly kind: 'guide'
      readonly topic: 'greeting' | 'thanks' | 'help' | 'give-opinion' | 'empty' | 'too-long' | 'no-source'
    }

/** An answer as data: no sentences of the bot's, only what was found and the source's own words. */
export type Answer = {
  readonly outcome: Outcome
  readonly language: Language
  readonly finding: Finding
  /** Numbers asked for beside others that the record has, which it has not. */
  readonly unknown: readonly number[]
  readonly citations: readonly Citation[]
  /** What the project numbers asked for stand for in older lists; each is cited too. */
  readonly others: readonly Project[]
  /** The ratings that other documents give otherwise, where one of the two is a status sheet; each is cited too. */
  readonly otherRatings?: readonly Rating[]
  /** What other documents say of the matter too, a sentence of each. */
  readonly also: readonly Citation[]
  /** Project numbers that the question, a quote, or the annex row of a quote names; without an answer those of the question. */
  readonly projects: readonly number[]
  /** Words of the record as whose matter a question was read that does not name it itself. */
  readonly readAs?: readonly string[]
  /** What a language model said of the question made it what it is. */
  readonly advised?: true
  /** Where nothing was found: what stands nearest to it. */
  readonly nearest: readonly Citation[]
}
