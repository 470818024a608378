/** A part of a message; platforms render each kind with what they have (lines, blocks, cards). Texts are plain: no markup, never interpreted. */
export type Block =
  | { readonly kind: 'text'; readonly text: string }
  /** The source's own words; `gloss` is a translation that stands beside them, `source` where they are found. */
  | {
      readonly kind: 'quote'
      readonly speaker: string
      readonly quotes: readonly string[]
      readonly gloss: string | null
      readonly source: string
      readonly passages: readonly string[]
    }
  | { readonly kind: 'note'; readonly text: string }

export type Message = { readonly blocks: readonly Block[] }

/** What is to be told at a place later on: data, put into words when it is delivered. */
type Notice = { readonly key: string; readonly place: string; readonly kind: string; readonly about: string }

/** `show` goes back in the same exchange, `notices` go through the outbox. */
export type Reply = { readonly show: readonly Message[]; readonly notices: readonly Notice[] }
