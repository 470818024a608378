import type { Language } from '../questions/normal-text.ts'

/** What one person did, whichever the platform. `conversation` is where a dialogue is kept, `place` where the platform can answer weeks later. */
export type Turn = {
  readonly id: string
  readonly committee: string
  readonly person: string
  readonly conversation: string
  readonly place: string
  /** The language that the person or the platform has chosen; undefined leaves it to the text. */
  readonly language: Language | undefined
  readonly did: { readonly kind: 'say'; readonly text: string } | { readonly kind: 'action'; readonly name: 'source' }
}
