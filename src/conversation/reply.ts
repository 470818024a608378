import type { Language } from '../questions/normal-text.ts'
import type { FileToMake } from './told-files.ts'
import type { Action } from './turn.ts'

/** A part of a message; platforms render each kind with what they have (lines, blocks, cards). Texts are plain: no markup, never interpreted. */
export type Block =
  | { readonly kind: 'text'; readonly text: string }
  /** The source's own words; `gloss` is a translation that stands beside them, `byMachine` where nobody has read one, `source` where they are found. */
  | {
      readonly kind: 'quote'
      readonly speaker: string
      readonly quotes: readonly string[]
      readonly gloss: string | null
      readonly byMachine?: true
      readonly source: string
      readonly passages: readonly string[]
    }
  | { readonly kind: 'note'; readonly text: string }
  /** A person's own words, whole and unchanged; only what cannot be seen is made visible. */
  | { readonly kind: 'words'; readonly text: string }
  /** What can be done now, in order: a press, or its number as an answer. */
  | { readonly kind: 'choices'; readonly choices: readonly Choice[] }

export type Choice = { readonly label: string; readonly action: Action }

/** What can be done with a press; `sure` is asked before it is done, with what goes on and what does not. */
export type Offer = Choice & {
  readonly sure?: { readonly question: string; readonly yes: string; readonly no: string }
}

/**
 * Submissions of its reader's own that a message is about: one, with its state where the message does not say it and what can be
 * done with it, or all of them. Faces that can keep a message current do.
 */
export type Own =
  | { readonly kind: 'one'; readonly receipt: string; readonly state: string | null; readonly offers: readonly Offer[] }
  | { readonly kind: 'list'; readonly receipts: readonly string[] }

/**
 * `language` is what it is written in, `subject` what a mail has for one. `doubt` is what to do where its reader takes an
 * answer to be wrong: faces with buttons show it under the answer, in a terminal a word does it. `offers` is what can be done
 * besides, without a number: faces with buttons show it, the text says what words do it. `card` is the submission
 * whose message this is, `claim` the account that waits to be confirmed: faces with forms offer the secretariat's acts
 * under it. `files` go with it where files can be sent. `menu`: the
 * secretariat's acts on whole calls; `cards`: the posts of what is named in it, by the messenger's own references; `take`: a dropped file (`source`: where the platform finds it) that can be taken in;
 * `drafting`: an opinion is being written in it part by part, so that faces with forms show the way to its form;
 * `own`: the reader's own submissions that it is about; `advised`: a
 * language model took part: in finding what is quoted, or by words of its own.
 */
export type Message = {
  readonly blocks: readonly Block[]
  readonly language?: Language
  readonly subject?: string
  readonly doubt?: Choice
  readonly offers?: readonly Choice[]
  readonly card?: { readonly receipt: string; readonly items: readonly string[] }
  readonly claim?: { readonly account: string }
  readonly files?: readonly FileToMake[]
  readonly menu?: true
  readonly cards?: readonly { readonly about: string; readonly ref: string }[]
  readonly take?: { readonly source: string }
  readonly drafting?: true
  readonly own?: Own
  readonly advised?: true
}

export function texts(...lines: readonly string[]): readonly Block[] {
  return lines.map((text) => ({ kind: 'text', text }))
}

export function notes(...lines: readonly string[]): readonly Block[] {
  return lines.map((text) => ({ kind: 'note', text }))
}

/** What a message says, in lines. */
export function linesOf({ blocks }: Message): string {
  return blocks.flatMap((block) => (block.kind === 'text' || block.kind === 'note' ? block.text : [])).join('\n')
}
