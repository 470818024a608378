import { Fault } from '../fault.ts'
import type { Calendar } from '../opinions/calendar.ts'
import type { Actor } from '../opinions/decision.ts'
import { Records } from '../opinions/records.ts'
import type { Clock, ModelUse, Presence, Store } from '../ports.ts'
import { cleanTurn } from './clean-turn.ts'
import { decideTurn } from './decide-turn.ts'
import { Inbox } from './inbox.ts'
import { modelForTurn } from './model-for-turn.ts'
import { Queues } from './queues.ts'
import type { RecordShelf } from './record-shelf.ts'
import { errorFrames } from './reportable.ts'
import type { Keeping, Scene } from './scene.ts'
import { actorOf, setScene } from './set-scene.ts'
import { givenUpChanges, lateChanges, type Means, type Outcome, settleTurn } from './settle-turn.ts'
import { Translator } from './translator.ts'
import type { Turn } from './turn.ts'

/** What one committee's turns are taken with. `prefix` is what its receipts begin with; without `keeping` everything is kept for ever, and no digest has a check value. `boards` are the places where each submission has a message that is kept current; `presence` tells of platforms who of the staff is there. `holder` names this process; `report` tells the operator, without texts. */
type Parts = {
  readonly store: Store
  readonly clock: Clock
  readonly shelf: RecordShelf
  readonly calendar: Calendar
  readonly prefix: string
  readonly holder: string
  readonly report: (message: string) => void
  readonly keeping?: Keeping
  readonly boards?: readonly string[]
  readonly presence?: readonly Presence[]
  readonly model?: ModelUse | null
}

/** A decision that another overtook is made again, so often at most. */
const attempts = 10
/** Milliseconds that one conversation is held for a turn. */
const hold = 60_000
/** Faults after which a turn that was taken in is tried again. */
const passing: ReadonlySet<string> = new Set(['disk-full', 'store-failed', 'store-closed', 'busy'])

/** Takes turns: each is settled once, in one write with its audit entry and what must be told, also across a crash. */
export class FrontDesk {
  readonly records: Records
  readonly #store: Store
  readonly #holder: string
  readonly #inbox: Inbox
  readonly #means: Means
  readonly #translator: Translator
  readonly #queues = new Queues()
  /** Conversations in which a turn may wait to be settled: only there the inbox is searched. */
  readonly #delayed = new Set<string>()

  constructor(parts: Parts) {
    const { store, clock, shelf, calendar, prefix, holder, report, keeping } = parts
    const { boards = [], presence = [], model = null } = parts
    const committee = shelf.reviewed.record.committee.id
    this.records = new Records(store, committee)
    this.#store = store
    this.#holder = holder
    this.#inbox = new Inbox(store, committee)
    const kept = keeping ?? { retentionYears: null, chain: null }
    const setting = {
      store,
      records: this.records,
      presence,
      shelf,
      calendar,
      prefix,
      keeping: kept,
      model,
      configured: model,
    }
    this.#translator = new Translator({ store, records: this.records, shelf, clock, report })
    this.#means = { setting, inbox: this.#inbox, translator: this.#translator, boards, clock, report }
  }

  /**
   * Takes a turn in, to be settled by `take`, or by `recover` if the process ends before. Whoever has received something
   * acknowledges it after this.
   * @returns whether it is new
   * @throws Fault of the store: then nothing was taken in.
   */
  async receive(raw: Turn): Promise<boolean> {
    return await this.#inbox.accept(cleanTurn(raw), this.#means.clock.now())
  }

  /** Whether a turn was taken in before. */
  async knows(id: string): Promise<boolean> {
    return (await this.#inbox.find(id)) !== undefined
  }

  /** Lets a turn that was settled come anew. */
  async forget(id: string): Promise<void> {
    const taken = await this.#inbox.find(id)
    if (taken === undefined || taken.value.told === null) return
    // Where somebody is faster, it is as he has left it.
    await this.#store.commit([{ kind: 'delete', key: taken.key }], { expected: [taken] })
  }

  /** Whether something was said in a conversation within the time that it is remembered. */
  async remembers(conversation: string): Promise<boolean> {
    const { committee } = this.records
    return (await this.#store.find({ committee, collection: 'conversations', id: conversation })) !== undefined
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
        await this.#inbox.accept(clean, this.#means.clock.now())
      } catch (error) {
        return (await this.look(turn).catch(() => undefined)) ?? (await this.#fail(turn, 'not-taken', error))
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
    const next: Turn[] = []
    for (const conversation of new Set(waiting.map((turn) => turn.conversation))) {
      await this.#queues.run(conversation, async () => {
        for (const turn of await this.#inbox.waiting(conversation)) {
          const outcome = await this.#settle(turn, null)
          if (outcome.fault !== null) return
          if (outcome.next !== null) next.push(outcome.next)
        }
      })
    }
    for (const turn of next) await this.take(turn)
  }

  /** Tells that the actor has seen the outcome: its news need not go through the outbox. */
  async shown({ news }: Outcome): Promise<void> {
    if (news.length > 0) await this.#store.commit(news.map((key) => ({ kind: 'delete', key })))
  }

  /**
   * Puts what a turn came to into the outbox, where it could not be shown in time: it goes on in the conversation with the actor
   * alone. What must reach him is there already.
   * @returns the same, with the place where it waits
   */
  async tell(turn: Turn, outcome: Outcome): Promise<Outcome> {
    const { setting, clock } = this.#means
    const changes = await lateChanges(turn, outcome, setting, clock.now())
    if (changes.length === 0) return outcome
    await this.#store.commit(changes)
    return { ...outcome, places: [...new Set([...outcome.places, turn.place])] }
  }

  /** What came before in the same conversation is settled first: a later turn rests on it. */
  async #settleInOrder(turn: Turn): Promise<Outcome> {
    const { conversation } = turn
    if (!this.#delayed.has(conversation)) return await this.#settle(turn)
    for (const earlier of await this.#inbox.waiting(conversation)) {
      if (earlier.id === turn.id) break
      const { fault } = await this.#settle(earlier, null)
      if (fault !== null && passing.has(fault.code)) return await this.#fail(turn, 'delayed', fault)
    }
    this.#delayed.delete(conversation)
    return await this.#settle(turn)
  }

  /**
   * Settles a turn, or says why it waits. One that no attempt will settle is given up, and its actor told so. What has waited
   * already waits for no `model`.
   */
  async #settle(turn: Turn, model = this.#means.setting.model): Promise<Outcome> {
    const name = `turns/${turn.conversation}`
    const setting = { ...this.#means.setting, model: model === null ? null : modelForTurn(model) }
    const start = performance.now()
    try {
      const leased = await this.#store.lease({ committee: this.records.committee, name }, this.#holder, hold)
      if (leased.outcome === 'taken') throw new Fault('busy', 'another process has the conversation')
      try {
        for (let attempt = 1; attempt <= attempts; attempt++) {
          const outcome = await settleTurn(turn, leased.lease, { ...this.#means, setting }, start)
          if (outcome !== undefined) return outcome
        }
      } finally {
        await this.#store.release(leased.lease)
      }
      throw new Fault('busy', `it was overtaken ${attempts} times`)
    } catch (error) {
      const waits = error instanceof Fault && passing.has(error.code)
      return waits ? await this.#fail(turn, 'delayed', error) : await this.#giveUp(turn, error)
    }
  }

  /** A fault of the program's own would come back at every attempt, and hold up the conversation. */
  async #giveUp(turn: Turn, error: unknown): Promise<Outcome> {
    const outcome = await this.#fail(turn, 'not-taken', error)
    try {
      await this.#store.commit(givenUpChanges(turn, outcome, this.#means))
      return outcome
    } catch (fault) {
      return await this.#fail(turn, 'delayed', fault)
    }
  }

  /**
   * What a turn comes to, without taking it in and without a model: undefined where it would change something. Choices are not
   * offered: nobody would know what their numbers mean.
   */
  async look(raw: Turn): Promise<Outcome | undefined> {
    const { turn, removed } = cleanTurn(raw)
    const setting = { ...this.#means.setting, model: null }
    const scene = await setScene(setting, turn, removed, this.#means.clock.now())
    const { decision } = await decideTurn(turn, scene)
    if (decision.counter !== null) return undefined
    const { changes, acts, told } = decision.effect(0)
    if (changes.length + acts.length > 0) return undefined
    return { actor: scene.actor, told, offered: [], news: [], places: [], next: null, fault: null }
  }

  /** Waits for what goes on beside the turns, before the store is closed. */
  async idle(): Promise<void> {
    await this.#translator.idle()
  }

  /** What a form or a page of one's own is shown from, as things are; nothing is taken in. */
  async sceneOf(raw: Turn): Promise<Scene> {
    const { turn, removed } = cleanTurn(raw)
    return await setScene(this.#means.setting, turn, removed, this.#means.clock.now())
  }

  /** Who somebody is now, as whatever he does would be decided. */
  async actorOf(who: Pick<Turn, 'person' | 'place'>, language: Actor['language']): Promise<Actor> {
    const { setting, clock } = this.#means
    return await actorOf(setting, who, language, clock.now())
  }

  /** The number ties what the actor sees to what the operator is told. */
  async #fail(turn: Turn, kind: 'not-taken' | 'delayed', error: unknown): Promise<Outcome> {
    const { clock, report } = this.#means
    const at = clock.now()
    const number = `E-${String(at % 10_000).padStart(4, '0')}`
    // What is no fault of ours may have a member's words in its message.
    const fault = error instanceof Fault ? error : new Fault('unexpected', errorFrames(error), error)
    report(`${number}: a turn is ${kind}: ${fault.code}: ${fault.message}`)
    if (kind === 'delayed') this.#delayed.add(turn.conversation)
    const actor = await actorOf(this.#means.setting, turn, turn.language ?? 'ja', at)
    const draft = await this.#store.find(this.records.key('drafts', actor.account))
    return {
      actor,
      told: [{ kind, number, kept: draft !== undefined }],
      offered: [],
      news: [],
      places: [],
      next: null,
      fault,
    }
  }
}
