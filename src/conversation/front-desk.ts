import { Fault } from '../fault.ts'
import { logAct, logOwnAct } from '../opinions/act.ts'
import type { Calendar } from '../opinions/calendar.ts'
import { dayOf } from '../opinions/day.ts'
import type { Actor, Decision, Effect } from '../opinions/decision.ts'
import { attention, isActive, isOver } from '../opinions/draft.ts'
import type { Filing } from '../opinions/filing.ts'
import { News, newNotice } from '../opinions/notice.ts'
import { type Person, roleOf } from '../opinions/read-roster.ts'
import { Records } from '../opinions/records.ts'
import { signIn } from '../opinions/sign-in.ts'
import type { Change, Clock, Committed, Conditions, Key, Lease, Store } from '../ports.ts'
import { findLanguage, type Language } from '../questions/normal-text.ts'
import type { PreparedRecord } from '../questions/prepared-record.ts'
import { answerTurn } from './answer-turn.ts'
import { cleanTurn } from './clean-turn.ts'
import { type Context, contextKey, contextValue, findContext } from './context.ts'
import { decideTurn } from './decide-turn.ts'
import { Inbox } from './inbox.ts'
import { Queues } from './queues.ts'
import { errorFrames } from './reportable.ts'
import type { Scene } from './scene.ts'
import type { Told } from './told.ts'
import type { Action, Turn } from './turn.ts'
import { findWord } from './words.ts'

/** What one committee's turns are taken with. `holder` names this process; `report` tells the operator, without texts. */
export type Parts = {
  readonly store: Store
  readonly clock: Clock
  readonly prepared: PreparedRecord
  readonly calendar: Calendar
  readonly filing: Filing
  readonly holder: string
  readonly report: (message: string) => void
}

/**
 * What a turn came to: to be shown to the actor with the choices that are offered. `news` are the notices that go through
 * the outbox unless `shown` is called: what must reach the actor does so even if the process ends now. `fault` is why the
 * turn was not settled.
 */
export type Outcome = {
  readonly actor: Actor
  readonly told: readonly Told[]
  readonly offered: readonly Action[]
  readonly news: readonly Key[]
  readonly fault: Fault | null
}

/** Milliseconds until what was not shown goes through the outbox. */
const patience = 60_000
/** A decision that another overtook is made again, so often at most. */
const attempts = 10
/** Milliseconds that one conversation is held for a turn. */
const hold = 60_000
/** Faults after which a turn that was taken in is tried again. */
const passing: ReadonlySet<string> = new Set(['disk-full', 'store-failed', 'store-closed'])

/** Takes turns: each is settled once, in one write with its audit entry and what must be told, also across a crash. */
export class FrontDesk {
  readonly #parts: Parts
  readonly #inbox: Inbox
  readonly #records: Records
  readonly #queues = new Queues()
  #acts = 0

  constructor(parts: Parts) {
    this.#parts = parts
    const committee = parts.prepared.record.committee.id
    this.#inbox = new Inbox(parts.store, committee)
    this.#records = new Records(parts.store, committee)
  }

  get records(): Records {
    return this.#records
  }

  /**
   * Takes a turn in, settles it, and says what it came to. The same turn again comes to the same, and changes nothing.
   * What cannot be taken in is told so; what was taken in and cannot be settled now stays, and is tried again.
   */
  async take(raw: Turn): Promise<Outcome> {
    const clean = cleanTurn(raw)
    const { turn } = clean
    return await this.#queues.run(turn.conversation, async () => {
      try {
        await this.#inbox.accept(clean, this.#parts.clock.now())
      } catch (error) {
        return (await this.#withoutWriting(turn)) ?? (await this.#fail(turn, 'not-taken', error))
      }
      return await this.#settleInOrder(turn)
    })
  }

  /**
   * Settles what a crash or a full disk left in the inbox, in the order in which it came; what it tells goes through the
   * outbox. Call it before the first turn, and now and then.
   */
  async recover(): Promise<void> {
    const waiting = await this.#inbox.waiting()
    const conversations = new Set(waiting.map(({ conversation }) => conversation))
    for (const conversation of conversations) {
      await this.#queues.run(conversation, async () => {
        for (const turn of await this.#inbox.waiting(conversation)) {
          const { fault } = await this.#settle(turn)
          if (fault !== null) return
        }
      })
    }
  }

  /** Carries out what the bot does by itself as time goes by. What is overtaken is decided again the next time. */
  async carryOut({ expected, effect }: Decision<never>, at: number): Promise<void> {
    const { changes, acts } = effect(0)
    const logged = acts.map((act, index) =>
      this.#records.put('acts', `${act.about}/${at}.${index}`, logOwnAct(at, act)),
    )
    if (changes.length > 0) await this.#parts.store.commit([...changes, ...logged], { expected })
  }

  /**
   * Lets somebody at the machine itself act as a person of the roster; the audit log names the system user.
   * @returns the account to act with
   */
  async signIn(person: Person, user: string, language: Language): Promise<string> {
    const account = `terminal:${person.id}`
    const at = this.#parts.clock.now()
    const actor: Actor = {
      account,
      place: account,
      language,
      role: { kind: 'guest' },
      local: user,
      at,
      today: dayOf(at),
    }
    const { expected, effect } = await signIn(this.#records, actor, person)
    const { changes, acts } = effect(0)
    const logged = acts.map((act) => this.#records.put('acts', this.#actId(), logAct(actor, act)))
    if (changes.length > 0) await this.#parts.store.commit([...changes, ...logged], { expected })
    return account
  }

  /** Tells that the actor has seen the outcome: its news need not go through the outbox. */
  async shown({ news }: Outcome): Promise<void> {
    if (news.length > 0) await this.#parts.store.commit(news.map((key) => ({ kind: 'delete', key })))
  }

  /** What came before in the same conversation is settled first: a later turn rests on it. */
  async #settleInOrder(turn: Turn): Promise<Outcome> {
    for (const earlier of await this.#inbox.waiting(turn.conversation)) {
      if (earlier.id === turn.id) break
      const { fault } = await this.#settle(earlier)
      if (fault !== null) return await this.#fail(turn, 'delayed', fault)
    }
    return await this.#settle(turn)
  }

  /** Settles a turn, or says why it waits. One that no attempt will settle is given up, and its actor told so. */
  async #settle(turn: Turn): Promise<Outcome> {
    const { store, holder } = this.#parts
    const name = `turns/${turn.conversation}`
    try {
      const leased = await store.lease({ committee: this.#records.committee, name }, holder, hold)
      if (leased.outcome === 'taken')
        return await this.#fail(turn, 'delayed', new Fault('busy', 'another process has it'))
      try {
        for (let attempt = 1; attempt <= attempts; attempt++) {
          const outcome = await this.#attempt(turn, leased.lease)
          if (outcome !== undefined) return outcome
        }
      } finally {
        await store.release(leased.lease)
      }
      return await this.#fail(turn, 'delayed', new Fault('busy', `it was overtaken ${attempts} times`))
    } catch (error) {
      if (error instanceof Fault && passing.has(error.code)) return await this.#fail(turn, 'delayed', error)
      return await this.#giveUp(turn, error)
    }
  }

  /** A fault of the program's own would come back at every attempt, and hold up the conversation. */
  async #giveUp(turn: Turn, error: unknown): Promise<Outcome> {
    const outcome = await this.#fail(turn, 'not-taken', error)
    try {
      await this.#parts.store.commit([this.#inbox.settled(turn, outcome.told, outcome.actor.at)])
      return outcome
    } catch (fault) {
      return await this.#fail(turn, 'delayed', fault)
    }
  }

  /** Decides and writes; undefined where something that the decision rests on has changed meanwhile. */
  async #attempt(turn: Turn, lease: Lease): Promise<Outcome | undefined> {
    const { store, clock } = this.#parts
    const taken = await this.#inbox.find(turn.id)
    if (taken === undefined) throw new Fault('turn-lost', 'a turn is no longer in the inbox')
    const scene = await this.#scene(turn, taken.value.removed, clock.now())
    const { told: before, answered } = taken.value
    if (before !== null) {
      const again = answered || before.length === 0 ? await this.#again(turn, scene, answered) : []
      const { pending, offered } = scene.context
      // A reply that is not sent yet is kept nowhere but in the conversation.
      const text = pending?.kind === 'reply' ? pending.text : ''
      const told = before.map((one) => (one.kind === 'ask-reply' ? { ...one, text } : one))
      return { actor: scene.actor, told: [...again, ...told], offered, news: [], fault: null }
    }
    const decided = await decideTurn(taken.value.turn ?? turn, scene)
    const { counter, expected, effect } = decided.decision
    const written = (number: number) => this.#changes(turn, scene, decided.context, effect(number))
    const conditions: Conditions = { expected: [...expected, taken], lease }
    const changes =
      counter === null
        ? written(0)
        : { counter: { committee: this.#records.committee, name: counter }, changes: written }
    const committed = await store.commit(changes, conditions).catch((fault) => this.#afterErasing(fault))
    if (committed.outcome !== 'committed') return undefined
    const { told } = effect(committed.number ?? 0)
    const news = this.#news(turn, scene.actor, told).map(({ key }) => key)
    return { actor: scene.actor, told, offered: decided.context.offered, news, fault: null }
  }

  /** What was told and not kept: an answer, or a look at the records, is given again as it is now. */
  async #again(turn: Turn, scene: Scene, answered: boolean): Promise<readonly Told[]> {
    if (answered)
      return [{ kind: 'answer', answer: answerTurn(turn, this.#parts.prepared, scene.context.memory).answer }]
    return turn.did.kind === 'form' ? (await decideTurn(turn, scene)).decision.effect(0).told : []
  }

  #changes(turn: Turn, { actor }: Scene, context: Context, { changes, acts, told }: Effect<Told>): readonly Change[] {
    const remembered = contextValue({ ...context, person: turn.person, language: actor.language, touched: actor.at })
    return [
      ...changes,
      ...acts.map((act, at) => this.#records.put('acts', `${turn.id}.${at}`, logAct(actor, act))),
      ...this.#news(turn, actor, told),
      this.#inbox.settled(turn, told, actor.at),
      { kind: 'put', key: contextKey(this.#records.committee, turn.conversation), value: remembered },
    ]
  }

  #news(turn: Turn, { place, language, at }: Actor, told: readonly Told[]): readonly Change[] {
    return told.flatMap((one, index) => {
      const news = News.safeParse(one)
      if (!news.success) return []
      return [
        this.#records.put('outbox', `reply/${turn.id}.${index}`, newNotice(place, language, news.data, at + patience)),
      ]
    })
  }

  #actId(): string {
    this.#acts += 1
    return `${this.#parts.holder}.${this.#acts}`
  }

  async #scene(turn: Turn, removed: number, at: number): Promise<Scene> {
    const { store, prepared, calendar, filing } = this.#parts
    const records = this.#records
    const context = await findContext(store, records.committee, turn.conversation, at)
    const kept = await records.find('drafts', turn.person)
    const writing = kept !== undefined && isActive(kept.value, turn.conversation, at)
    const actor = await this.#actor(turn, context, at, writing)
    const draft = kept === undefined || isOver(kept.value, at) ? undefined : kept
    const draftVersion = kept?.version ?? 0
    const { conversation } = turn
    return {
      turn: turn.id,
      conversation,
      removed,
      records,
      store,
      prepared,
      calendar,
      filing,
      actor,
      context: listening(context, at),
      draft,
      draftVersion,
    }
  }

  async #actor(turn: Turn, context: Context, at: number, writing = false): Promise<Actor> {
    const today = dayOf(at)
    return {
      account: turn.person,
      place: turn.place,
      language: languageOf(turn, context, writing),
      role: await roleOf(this.#records, turn.person, today),
      local: turn.local ?? null,
      at,
      today,
    }
  }

  /** What is erased is gone at once; that its old copies are still on the disk is the operator's matter. */
  #afterErasing(error: unknown): Committed {
    if (!(error instanceof Fault) || error.code !== 'not-erased') throw error
    this.#parts.report(error.message)
    return { outcome: 'committed', version: 0, number: null }
  }

  /** A question can be answered where nothing can be written; undefined where a turn would change something. */
  async #withoutWriting(turn: Turn): Promise<Outcome | undefined> {
    try {
      const scene = await this.#scene(turn, 0, this.#parts.clock.now())
      const { decision, context } = await decideTurn(turn, scene)
      if (decision.counter !== null) return undefined
      const { changes, acts, told } = decision.effect(0)
      const answered = told.some(({ kind }) => kind === 'answer') && changes.length + acts.length === 0
      return answered ? { actor: scene.actor, told, offered: context.offered, news: [], fault: null } : undefined
    } catch {
      return undefined
    }
  }

  /** The number ties what the actor sees to what the operator is told. */
  async #fail(turn: Turn, kind: 'not-taken' | 'delayed', error: unknown): Promise<Outcome> {
    const { store, clock, report } = this.#parts
    const at = clock.now()
    const number = `E-${String(at % 10_000).padStart(4, '0')}`
    // What is no fault of ours may have a member's words in its message.
    const fault = error instanceof Fault ? error : new Fault('unexpected', errorFrames(error), error)
    report(`${number}: a turn is ${kind}: ${fault.code}: ${fault.message}`)
    const context = await findContext(store, this.#records.committee, turn.conversation, at)
    const actor = await this.#actor(turn, context, at)
    const draft = await this.#records.find('drafts', actor.account)
    return { actor, told: [{ kind, number, kept: draft !== undefined }], offered: [], news: [], fault }
  }
}

/** After an hour of silence a number or a はい is no answer to what was offered before. */
function listening(context: Context, at: number): Context {
  return at - context.touched < attention ? context : { ...context, offered: [], pending: null }
}

/** The language chosen, that of the word said, that of a dialogue, that of the text. */
function languageOf({ language, did }: Turn, context: Context, writing: boolean): Language {
  if (language !== undefined) return language
  if (did.kind !== 'say') return context.language ?? 'ja'
  const inDialogue = writing || context.offered.length > 0 || context.pending !== null
  return (
    findWord(did.text)?.language ??
    (inDialogue ? context.language : null) ??
    findLanguage(did.text) ??
    context.language ??
    'ja'
  )
}
