import * as z from 'zod'
import type { Json, Key, Store } from '../ports.ts'
import { type Memory, noMemory } from '../questions/memory.ts'
import { Action } from './turn.ts'

/** Milliseconds that a conversation is remembered after its last turn: a day. */
export const contextLife = 24 * 60 * 60 * 1000

/**
 * What a conversation remembers. `person` is the account that spoke in it last. `question` is what was asked last in its
 * own words: it becomes a draft when the member wants to ask the secretariat, and goes nowhere else; `answer` is what the answer
 * to it is called. `pending` is what the next words are an answer to. `offered` are the choices shown last, in their order: a number means one of them.
 */
export const Context = z.strictObject({
  person: z.string().nullable(),
  memory: z.custom<Memory>((value) => typeof value === 'object' && value !== null),
  language: z.enum(['ja', 'en']).nullable(),
  question: z.string().nullable(),
  answer: z.string().optional(),
  pending: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('claim') }),
      z.strictObject({ kind: z.literal('reply'), receipt: z.string(), number: z.int(), text: z.string() }),
      /** Of words as they will be printed; empty until it is said. */
      z.strictObject({ kind: z.literal('correction'), receipt: z.string(), text: z.string() }),
    ])
    .nullable(),
  offered: z.array(Action),
  touched: z.number(),
})
export type Context = z.infer<typeof Context>

/** Reads what is remembered; after its life span it is as if nothing had been said. */
export async function findContext(store: Store, committee: string, conversation: string, at: number): Promise<Context> {
  const stored = await store.find(contextKey(committee, conversation))
  const context = stored === undefined ? undefined : Context.parse(stored.value)
  if (context !== undefined && at - context.touched < contextLife) return context
  return { person: null, memory: noMemory, language: null, question: null, pending: null, offered: [], touched: at }
}

export function contextKey(committee: string, conversation: string): Key {
  return { committee, collection: 'conversations', id: conversation }
}

export function contextValue(context: Context): Json {
  return context as unknown as Json
}
