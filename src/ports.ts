import type { ZodType } from 'zod'

/** JSON; whoever reads it parses it with zod. Its strings are well formed and hold no NUL: PostgreSQL takes neither. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [field: string]: Json | undefined }

/** Where a record lives. Everything stored carries its committee. */
export type Key = { readonly committee: string; readonly collection: string; readonly id: string }

/**
 * A record as it is on disk. `version` is the number of the commit that wrote it: it grows with every write, never
 * comes back after a deletion, and says nothing else.
 */
export type Stored = { readonly key: Key; readonly version: number; readonly value: Json }

/**
 * `delete` takes a record out of sight; `erase` also takes its text and all its earlier versions off the disk, and is
 * acknowledged when they are gone. Changes apply in order.
 */
export type Change =
  | { readonly kind: 'put'; readonly key: Key; readonly value: Json }
  | { readonly kind: 'delete'; readonly key: Key }
  | { readonly kind: 'erase'; readonly key: Key }

/**
 * Counts 1, 2, 3 … without holes: a number is taken only by a commit that succeeds. It is the record
 * (committee, `counters`, name), whose value is the last number taken.
 */
type Counter = { readonly committee: string; readonly name: string }

/**
 * Changes that need the next number of a counter. The function is pure, takes its number and returns at once; a store
 * may call it again with another number when it has to start over.
 */
export type Numbered = { readonly counter: Counter; readonly changes: (number: number) => readonly Change[] }

/** Must hold when the commit is made: versions of records (0: there is none), and a lease that nobody else has taken since. */
export type Conditions = {
  readonly expected?: readonly { readonly key: Key; readonly version: number }[]
  readonly lease?: Lease
}

/**
 * What became of a commit. `committed`: it is safe on disk, and `version` is that of every record it put; `number` is
 * the counter's. `conflict`: nothing was written; the record that differs and its version now (0: there is none).
 * `fenced`: nothing was written; the lease is no longer the holder's.
 */
export type Committed =
  | { readonly outcome: 'committed'; readonly version: number; readonly number: number | null }
  | { readonly outcome: 'conflict'; readonly key: Key; readonly version: number }
  | { readonly outcome: 'fenced'; readonly lease: LeaseName }

/** `where` compares fields of the value with `===`. `id` orders by code points, `inserted` by when a record was first put. */
export type Query = {
  readonly committee: string
  readonly collection: string
  readonly where?: Readonly<Record<string, null | boolean | number | string>>
  readonly order?: 'id' | 'inserted'
}

export type LeaseName = { readonly committee: string; readonly name: string }

/** The right to do something alone until `until` (milliseconds since 1970). A later holder's `fence` is always greater. */
export type Lease = LeaseName & { readonly holder: string; readonly fence: number; readonly until: number }

export type Leased =
  | { readonly outcome: 'held'; readonly lease: Lease }
  | { readonly outcome: 'taken'; readonly holder: string; readonly until: number }

/** Records that outlive the process. Readers see what is safe on disk, and nothing else. */
export type Store = {
  /**
   * Makes all changes or none.
   * @throws Fault `disk-full` (nothing was written; it works again with space), `store-failed` (the disk did not
   * confirm a write: nothing is acknowledged any more), `not-storable` (NUL, a lone surrogate, an empty key),
   * `not-erased` (committed and out of sight, but not yet off the disk: done again when the store is opened).
   */
  commit(changes: readonly Change[] | Numbered, conditions?: Conditions): Promise<Committed>
  find(key: Key): Promise<Stored | undefined>
  list(query: Query): Promise<readonly Stored[]>
  /** Takes a lease that is free or over, or renews the holder's own (the fence stays). `ms` counts from now. */
  lease(name: LeaseName, holder: string, ms: number): Promise<Leased>
  /** Gives a lease back; one that somebody else has taken since stays theirs. */
  release(lease: Lease): Promise<void>
}

/** The audit chain's end: the number of entries, and the hash (hexadecimal) that fixes all of them. */
export type Head = { readonly entries: number; readonly hash: string }

/** A head as people were told it: the first 6 digits of its hash or more, and the number of entries if it was told too. */
export type Published = { readonly hash: string; readonly entries?: number }

/** What the audit chain says. `entry` is the first that does not fit, `reason` is for the operator. */
export type Verified =
  | { readonly outcome: 'verified'; readonly head: Head }
  | { readonly outcome: 'broken'; readonly entry: number; readonly reason: string }
  | { readonly outcome: 'not-in-chain'; readonly published: Published }

/** A chain of hashes over everything committed: with a published head, no entry can be changed, added or cut off unseen. */
export type AuditChain = {
  head(): Promise<Head>
  /** Recomputes the chain from disk; each published head must be one of its heads. */
  verify(published?: readonly Published[]): Promise<Verified>
}

/**
 * What became of a post. `posted`: it is there, and `ref` is how the platform names it. `away`: nobody is at that place
 * now; it is kept until somebody is. `later`: the platform takes nothing more there before `until` (milliseconds since
 * 1970). `refused`: it will never get there, for this reason (for staff).
 */
export type Posted =
  | { readonly outcome: 'posted'; readonly ref: string }
  | { readonly outcome: 'away' }
  | { readonly outcome: 'later'; readonly until: number }
  | { readonly outcome: 'refused'; readonly reason: string }

/** Takes messages to the places of one platform. `kind` is what its places begin with, before the first colon. */
export type Messenger<Message> = {
  readonly kind: string
  /**
   * Posts once; `key` names the notice, so that it can be found again. `under` is the ref of the post that it belongs to,
   * where the platform has threads.
   * @throws when it may or may not be there: it is tried again later.
   */
  post(place: string, key: string, message: Message, under?: string): Promise<Posted>
  /** Shows the message where `ref` was posted; not every platform can. */
  update?(place: string, ref: string, message: Message): Promise<Posted>
  /** Looks whether a notice is there already: its `ref`, `none`, or `cannot` where the platform has no way to tell. */
  find(place: string, key: string): Promise<{ readonly ref: string } | 'none' | 'cannot'>
}

/**
 * Tells of accounts of one platform whether they are where its secretariat works together now; `kind` is what they begin with.
 * `unknown`: it cannot be told, and nobody is let in on that. It never throws, and answers within a few seconds.
 */
export type Presence = {
  readonly kind: string
  readonly of: (account: string) => Promise<'here' | 'gone' | 'unknown'>
}

/** Milliseconds since 1970. */
export type Clock = { readonly now: () => number }

/** The jobs that a language model has. Each has a prompt in `prompts/`, one a language, with exactly these variables. */
export const modelJobs = {
  /** A vague, long or English question, or a follow-up, into the fields of the parser. */
  understand: ['question', 'before'],
  /** Which of the passages, by the ids that they are given for this once, answer a question. */
  point: ['question', 'passages'],
  /** Quotes of the record into English. */
  translate: ['quotes'],
  /** What may help a person of the secretariat to write a response. */
  assist: ['opinion', 'precedents', 'items'],
} as const satisfies Readonly<Record<string, readonly string[]>>
export type ModelJob = keyof typeof modelJobs

/**
 * One call of a language model. `variables` are data, whatever they say: texts, or JSON of one level; `schema` is what its answer must be (every field is
 * there: `nullable` in place of `optional`). `person` is whom it is made for, an account: it counts for the budget and is never
 * sent. `patience` is the time in milliseconds that somebody waits for it.
 */
export type ModelCall<J extends ModelJob, T> = {
  readonly job: J
  readonly language: 'ja' | 'en'
  readonly variables: Readonly<Record<(typeof modelJobs)[J][number], string>>
  readonly schema: ZodType<T>
  readonly person: string
  readonly patience: number
}

/** What a model's answer was made with; `sent` is the SHA-256 of what was sent, in hexadecimal digits, `tokens` what it was charged with. */
export type ModelTrace = {
  readonly job: ModelJob
  readonly prompt: { readonly id: string; readonly version: string; readonly language: 'ja' | 'en' }
  readonly model: string
  readonly settings: Readonly<Record<string, string | number | boolean>>
  readonly sent: string
  readonly tokens: { readonly input: number; readonly output: number } | null
}

/** What came of a call. `none`: there is no answer, and the bot goes on without one. */
export type ModelAnswer<T> =
  | { readonly outcome: 'answered'; readonly value: T; readonly trace: ModelTrace }
  | {
      readonly outcome: 'none'
      readonly why: 'late' | 'unreachable' | 'resting' | 'over-budget' | 'refused' | 'malformed'
    }

/** A language model. It points and proposes; what people read as the record's is copied from the record by code. */
export type LanguageModel = {
  /** Never throws: what goes wrong is an outcome. Ends within the call's patience. */
  ask<J extends ModelJob, T>(call: ModelCall<J, T>): Promise<ModelAnswer<T>>
}

/** What people are told of a language model: its name, the host at which it is asked, and how often it may be asked a day. */
export type ModelFacts = { readonly name: string; readonly host: string; readonly callsPerDay: number }

/**
 * A language model as a committee uses it. `patience` is the time in milliseconds that an answer waits for it in all;
 * `maySeeOpinions`: it may be shown what is not public too, but never whose it is.
 */
export type ModelUse = {
  readonly model: LanguageModel
  readonly facts?: ModelFacts
  readonly patience: number
  readonly maySeeOpinions: boolean
}
