import type { Calendar } from '../opinions/calendar.ts'
import { dayOf } from '../opinions/day.ts'
import type { Actor } from '../opinions/decision.ts'
import { attention, isActive, isOver } from '../opinions/draft.ts'
import { roleOf } from '../opinions/read-roster.ts'
import type { Records } from '../opinions/records.ts'
import { modelOf } from '../opinions/switch-model.ts'
import type { ModelUse, Presence, Store } from '../ports.ts'
import { findLanguage, type Language } from '../questions/normal-text.ts'
import { audienceOf } from './audience.ts'
import { type Context, findContext } from './context.ts'
import type { RecordShelf } from './record-shelf.ts'
import type { Keeping, Scene } from './scene.ts'
import type { Turn } from './turn.ts'
import { findWord } from './words.ts'

/** What says who somebody is: the roster, and of platforms whose secretariat has a place of its own who is there. */
export type Staffing = { readonly records: Records; readonly presence: readonly Presence[] }

/** What every scene of one committee has in common. */
export type Setting = Staffing & {
  readonly store: Store
  readonly shelf: RecordShelf
  readonly calendar: Calendar
  /** What receipts begin with. */
  readonly prefix: string
  readonly keeping: Keeping
  /** The language model as the turn may have it; whether it takes part says the secretariat's switch. */
  readonly model: ModelUse | null
  /** The same as it is configured. */
  readonly configured: ModelUse | null
}

/** Reads all that a turn is decided on, as it is at a moment (milliseconds since 1970). */
export async function setScene(setting: Setting, turn: Turn, removed: number, at: number): Promise<Scene> {
  const { store, records, shelf, prefix } = setting
  const { id, conversation, person } = turn
  const context = await findContext(store, records.committee, conversation, at)
  const kept = await records.find('drafts', person)
  const writing = kept !== undefined && isActive(kept.value, conversation, at)
  const actor = await actorOf(setting, turn, languageOf(turn, context, writing), at)
  const prepared = await shelf.recordFor(audienceOf(actor))
  const own = actor.overheard ? await shelf.recordFor(audienceOf({ role: actor.role })) : prepared
  return {
    ...setting,
    model: await modelOf(records, setting.model),
    turn: id,
    conversation,
    removed,
    prepared,
    own: own === prepared ? null : own,
    filing: {
      prefix,
      hasProject: (document, number) =>
        prepared.record.projects.some((project) => project.document === document && project.number === number),
    },
    actor,
    context: listening(context, at),
    draft: kept === undefined || isOver(kept.value, at) ? undefined : kept,
    draftVersion: kept?.version ?? 0,
  }
}

/**
 * Who acts: the role is that of the account on that day, whatever the turn says. Staff have theirs only while they are where
 * their platform's secretariat works together.
 */
export async function actorOf(
  { records, presence }: Staffing,
  { person, place, local, overheard }: Pick<Turn, 'person' | 'place' | 'local' | 'overheard'>,
  language: Language,
  at: number,
): Promise<Actor> {
  const today = dayOf(at)
  const onRoster = await roleOf(records, person, today)
  const there = onRoster.kind === 'staff' ? await presenceOf(person, presence) : 'here'
  const standing = there === 'here' ? { role: onRoster } : { role: { kind: 'guest' } as const, barred: there }
  const actor = { account: person, place, language, ...standing, local: local ?? null, at, today }
  return overheard ? { ...actor, overheard } : actor
}

async function presenceOf(account: string, presence: readonly Presence[]) {
  const kind = account.split(':', 1)[0]
  return (await presence.find((one) => one.kind === kind)?.of(account)) ?? 'here'
}

/** After an hour of silence a number or a はい is no answer to what was offered before. */
function listening(context: Context, at: number): Context {
  return at - context.touched < attention ? context : { ...context, offered: [], pending: null }
}

/** The language chosen, that of the word said, that of a dialogue, that of the text, that of the person's settings. */
function languageOf({ language, locale, did }: Turn, context: Context, writing: boolean): Language {
  if (language !== undefined) return language
  if (did.kind !== 'say') return context.language ?? locale ?? 'ja'
  const inDialogue = writing || context.pending !== null
  return (
    findWord(did.text)?.language ??
    (inDialogue ? context.language : null) ??
    findLanguage(did.text) ??
    context.language ??
    locale ??
    'ja'
  )
}
