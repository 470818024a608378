import type { Calendar } from '../opinions/calendar.ts'
import type { Actor, Decision } from '../opinions/decision.ts'
import { tell } from '../opinions/decision.ts'
import type { Draft } from '../opinions/draft.ts'
import type { Filing } from '../opinions/filing.ts'
import type { Found, Records } from '../opinions/records.ts'
import type { AuditChain, ModelUse, Store } from '../ports.ts'
import type { PreparedRecord } from '../questions/prepared-record.ts'
import type { Context } from './context.ts'
import type { Told } from './told.ts'
import type { Action, Did } from './turn.ts'

/** How long rounds are kept (fiscal years; null: for ever), and the audit chain of what is kept (null: the store has none). */
export type Keeping = { readonly retentionYears: number | null; readonly chain: Pick<AuditChain, 'head'> | null }

/** All that a turn is decided on: who acts, what the conversation remembers, the draft, and the records as they are. */
export type Scene = {
  readonly turn: string
  readonly conversation: string
  /** What was cleaned out of the turn's texts, counted. */
  readonly removed: number
  readonly records: Records
  readonly store: Store
  readonly prepared: PreparedRecord
  /** The record as the actor may see it alone, where others read along and he may see more than they. */
  readonly own: PreparedRecord | null
  readonly calendar: Calendar
  readonly filing: Filing
  readonly keeping: Keeping
  /** The language model; null where there is none, or it is switched off. */
  readonly model: ModelUse | null
  /** The language model that is configured, also where it is switched off. */
  readonly configured: ModelUse | null
  readonly actor: Actor
  readonly context: Context
  /** What the actor is writing, here or elsewhere; past its life span there is none. */
  readonly draft: Found<Draft> | undefined
  /** The version of the draft's record, also where its life is over. */
  readonly draftVersion: number
}

/** What a turn comes to, and what the conversation remembers from then on; `direct` goes on alone with the actor. */
export type Decided = { readonly decision: Decision<Told>; readonly context: Context; readonly direct?: Did }

/** Tells something, changes nothing but what the conversation remembers, and offers these choices. */
export function say(scene: Scene, told: readonly Told[], offered: readonly Action[] = []): Decided {
  return carryOut(scene, tell(...told), offered)
}

/** Carries out a decision; nothing is offered after it but these choices. */
export function carryOut(scene: Scene, decision: Decision<Told>, offered: readonly Action[] = []): Decided {
  return { decision, context: { ...scene.context, pending: null, offered: [...offered] } }
}
