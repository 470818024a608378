import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import type { Change, Json, Key } from '../../ports.ts'

const RecordKey = z.object({ committee: z.string(), collection: z.string(), id: z.string() })
const value = z.custom<Json>((given) => given !== undefined)

/** 122 random bits: without them a short text could be guessed from its commitment. Kept with the text, erased with it. */
const salt = z.string()

const Salted = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('put'), key: RecordKey, value, salt }),
  z.object({ kind: z.literal('delete'), key: RecordKey, salt }),
  z.object({ kind: z.literal('erase'), key: RecordKey, salt }),
])

/** A change as the journal keeps it. */
export type Salted = Change & { readonly salt: string }

/** A seal fixes the live records of the snapshot that is taken after this entry, so that none can be left out of it. */
const seal = z.string().optional()

/** One commit: its number (1, 2, 3 …), time (milliseconds since 1970) and changes, and the chain's head with it. */
export type Entry = {
  readonly n: number
  readonly at: number
  readonly changes: readonly Salted[]
  readonly seal?: string | undefined
  readonly head: string
}
export const Entry: z.ZodType<Entry> = z.object({
  n: z.int(),
  at: z.number(),
  changes: z.array(Salted),
  seal,
  head: z.string(),
})

/** What remains of an entry when its texts are gone: a commitment for each change. */
export type Header = Omit<Entry, 'changes' | 'head'> & { readonly commitments: readonly string[] }
export const Header: z.ZodType<Header> = z.object({
  n: z.int(),
  at: z.number(),
  commitments: z.array(z.string()),
  seal,
})

/** A live record with where its text was committed: change `index` of entry `version`. */
export type Held = {
  readonly key: Key
  readonly version: number
  readonly index: number
  readonly salt: string
  readonly value: Json
}
export const Held: z.ZodType<Held> = z.object({ key: RecordKey, version: z.int(), index: z.int(), salt, value })

export function saltChange(change: Change): Salted {
  return { ...change, salt: randomUUID() }
}
