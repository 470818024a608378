import { Fault } from '../fault.ts'
import { logAct } from '../opinions/act.ts'
import type { Actor, Effect } from '../opinions/decision.ts'
import { News, Notice, newNotice } from '../opinions/notice.ts'
import type { Change, Clock, Committed, Conditions, Key, Lease } from '../ports.ts'
import { Advice } from '../questions/advice.ts'
import { type Memory, noMemory } from '../questions/memory.ts'
import { answerIdOf } from './answer-id.ts'
import { answerTurn, isMatter } from './answer-turn.ts'
import { boardNotices, claimNotices } from './board.ts'
import { type Context, contextKey, contextValue, findContext } from './context.ts'
import { decideTurn } from './decide-turn.ts'
import { describeAnswer } from './describe-answer.ts'
import { hasWords, type Inbox, isLook } from './inbox.ts'
import { findMissTopic } from './miss-topic.ts'
import type { Scene } from './scene.ts'
import { type Setting, setScene } from './set-scene.ts'
import type { Told } from './told.ts'
import type { Translator } from './translator.ts'
import type { Action, Did, Turn } from './turn.ts'
import { buildTurnReply } from './turn-reply.ts'

/**
 * What a turn came to: to be shown to the actor with the choices that are offered. `news` are the notices that go through
 * the outbox unless `shown` is called: what must reach the actor does so even if the process ends now. `places` are where
 * notices wait that may be delivered at once. `next` is the turn by which it goes on alone with the actor. `fault` is why the turn was
 * not settled.
 */
export type Outcome = {
  readonly actor: Actor
  readonly told: readonly Told[]
  readonly offered: readonly Action[]
  readonly news: readonly Key[]
  readonly places: readonly string[]
  readonly next: Turn | null
  readonly fault: Fault | null
}

/** What a turn is settled with. `boards` are the places where each submission has a message that is kept current. */
export type Means = {
  readonly setting: Setting
  readonly inbox: Inbox
  readonly translator: Translator
  readonly boards: readonly string[]
  readonly clock: Clock
  readonly report: (message: string) => void
}

/** Milliseconds until what was not shown goes through the outbox. */
const patience = 60_000

/**
 * Decides a turn of the inbox and writes all that follows from it in one commit; a settled one is told again. Undefined where
 * something that the decision rests on has changed meanwhile: it is to be decided again. `start` is when it was first to be
 * settled (`performance.now()`): for a model all attempts wait no longer than one.
 * @throws Fault of the store: then the turn is as it was.
 */
export async function settleTurn(turn: Turn, lease: Lease, means: Means, start: number): Promise<Outcome | undefined> {
  const { setting, inbox, clock } = means
  const taken = await inbox.find(turn.id)
  if (taken === undefined) throw new Fault('turn-lost', 'a turn is no longer in the inbox')
  const { told: before, removed, answered } = taken.value
  const scene = await setScene(setting, turn, removed, clock.now())
  if (before !== null) return await tellAgain(turn, scene, before, answered)

  const decided = await decideTurn(taken.value.turn ?? turn, scene)
  const { counter, expected, effect } = decided.decision
  if (counter === null && !turn.unasked) await translateAnswers(effect(0).told, scene, start, means)
  const direct = decided.direct === undefined ? null : await directTurn(turn, scene, decided.direct, setting)
  let last: readonly Change[] = []
  const written = (number: number): readonly Change[] => {
    last = [
      ...changesOf(turn, scene, decided.context, effect(number), means),
      ...(direct === null ? [] : [inbox.accepted({ turn: direct.turn, removed }, scene.actor.at), direct.change]),
    ]
    return last
  }
  const conditions: Conditions = { expected: [...expected, taken], lease }
  const { committee } = setting.records
  const changes = counter === null ? written(0) : { counter: { committee, name: counter }, changes: written }
  const committed = await setting.store.commit(changes, conditions).catch((fault) => afterErasing(fault, means))
  if (committed.outcome !== 'committed') return undefined
  const { told } = effect(committed.number ?? 0)
  const { offered } = decided.context
  const news = turn.passing ? [] : newsOf(turn, scene, { told, offered }, noMemory).map(({ key }) => key)
  const places = duePlaces(last, scene.actor.at)
  const next = direct?.turn ?? null
  return { actor: scene.actor, told, offered, news, places, next, fault: null }
}

/** The answer waits for translations as long as is left of what it waits for the model in all, since `start`. */
async function translateAnswers(told: readonly Told[], scene: Scene, start: number, { translator }: Means) {
  const { model, configured: use, prepared, actor } = scene
  if (model === null || use === null) return
  for (const one of told) {
    if (one.kind !== 'answer') continue
    const left = model.patience - (performance.now() - start)
    await translator.translate(one.answer, { use, prepared, person: actor.account }, left)
  }
}

/** The places of what was put into the outbox and may be delivered at a moment. */
function duePlaces(changes: readonly Change[], at: number): readonly string[] {
  const notices = changes.flatMap((change) =>
    change.kind === 'put' && change.key.collection === 'outbox' ? [Notice.parse(change.value)] : [],
  )
  return [...new Set(notices.filter(({ from }) => from <= at).map(({ place }) => place))]
}

/** The turn by which something goes on alone with its actor, with what was remembered here; it is in the same write. */
async function directTurn(turn: Turn, { actor, context }: Scene, did: Did, { store, records }: Setting) {
  const { overheard: _, unasked: __, ...rest } = turn
  const { place } = turn
  const there = await findContext(store, records.committee, place, actor.at)
  const { memory, question, language } = context
  const value = contextValue({
    ...there,
    person: turn.person,
    memory,
    question,
    language,
    touched: actor.at,
  })
  const change: Change = { kind: 'put', key: contextKey(records.committee, place), value }
  return { turn: { ...rest, id: `${turn.id}/direct`, conversation: place, answerAt: place, did }, change }
}

/** What was told and not kept (an answer, a look at the records, a reply that is not sent yet) is told as it is now. */
async function tellAgain(turn: Turn, scene: Scene, before: readonly Told[], answered: boolean): Promise<Outcome> {
  const { actor, context } = scene
  const { pending } = context
  const text = pending !== null && 'text' in pending ? pending.text : ''
  const told = before.map((one) => (hasWords(one) ? { ...one, text } : one))
  const again: readonly Told[] = answered
    ? [await answerAgain(turn, scene)]
    : told.length === 0
      ? await lookAgain(turn, scene)
      : []
  return { actor, told: [...again, ...told], offered: context.offered, news: [], places: [], next: null, fault: null }
}

/** With what a language model said then: it is not asked again. */
async function answerAgain({ id: turn, did, language }: Turn, { records, prepared, context }: Scene): Promise<Told> {
  const id = answerIdOf(turn)
  const kept = Advice.nullable().safeParse((await records.find('answers', id))?.value.advice ?? null).data ?? null
  const asked = { did, language, ...(kept === null ? {} : { advice: kept }) }
  return { kind: 'answer', answer: answerTurn(asked, prepared, context.memory).answer, asked, id, traces: [] }
}

/** A look at the records, as they are now. What words meant then they may not mean now, so of those only a look is told. */
async function lookAgain(turn: Turn, scene: Scene): Promise<readonly Told[]> {
  const { told } = (await decideTurn(turn, { ...scene, model: null })).decision.effect(0)
  return turn.did.kind === 'form' ? told : told.filter(isLook)
}

function changesOf(
  turn: Turn,
  scene: Scene,
  context: Context,
  { changes, acts, told }: Effect<Told>,
  { inbox, boards }: Means,
): readonly Change[] {
  const { actor, records } = scene
  const remembered = contextValue({ ...context, person: turn.person, language: actor.language, touched: actor.at })
  const logged = acts.map((act, at) => ({ id: `${turn.id}.${at}`, act }))
  return [
    ...changes,
    ...logged.map(({ id, act }) => records.put('acts', id, logAct(actor, act))),
    ...newsOf(turn, scene, { told, offered: context.offered }, scene.context.memory),
    ...boardNotices(records, boards, changes, logged, actor.at),
    ...claimNotices(records, boards, changes, logged, actor.at),
    ...missesOf(turn, scene, told),
    ...madeOf(scene, told),
    inbox.settled(turn, told, actor.at),
    { kind: 'put', key: contextKey(records.committee, turn.conversation), value: remembered },
  ]
}

/** What is written where no attempt will settle a turn: its actor is told so. */
export function givenUpChanges(
  turn: Turn,
  outcome: Outcome,
  { inbox, setting: { records } }: Means,
): readonly Change[] {
  const { actor, told } = outcome
  return [inbox.settled(turn, told, actor.at), ...newsOf(turn, { actor, records }, outcome, noMemory)]
}

/** What puts into the outbox what could not be shown, without what is there as news; what was offered is offered there. */
export async function lateChanges(
  turn: Turn,
  { actor, told, offered }: Outcome,
  { store, records }: Setting,
  at: number,
): Promise<readonly Change[]> {
  const rest = told.filter((one) => !News.safeParse(one).success)
  if (rest.length === 0) return []
  const { id, person, place } = turn
  const there = await findContext(store, records.committee, place, at)
  const value = contextValue({ ...there, person, offered: [...offered], touched: at })
  const notice = newNotice(place, actor.language, { kind: 'turn-reply', turn: id }, at)
  const reply = buildTurnReply(turn, { actor, told: rest, offered }, noMemory)
  return [
    records.put('outbox', `reply/${id}`, { ...notice, reply }),
    { kind: 'put', key: contextKey(records.committee, place), value },
  ]
}

/**
 * What must reach the actor is in the outbox too, until he has seen it: all of it where it is to be posted, and at once where
 * what is shown passes away.
 */
function newsOf(
  turn: Turn,
  { actor, records }: Pick<Scene, 'actor' | 'records'>,
  { told, offered }: Pick<Outcome, 'told' | 'offered'>,
  memory: Memory,
): readonly Change[] {
  const { place, language, at } = actor
  const { id, answerAt, passing } = turn
  if (answerAt !== undefined) {
    const notice = newNotice(answerAt, language, { kind: 'turn-reply', turn: id }, at)
    const reply = buildTurnReply(turn, { actor, told, offered }, memory)
    return [records.put('outbox', `reply/${id}`, { ...notice, reply })]
  }
  const from = passing ? at : at + patience
  return told.flatMap((one, index) => {
    const news = News.safeParse(one)
    return news.success
      ? [records.put('outbox', `reply/${id}.${index}`, newNotice(place, language, news.data, from))]
      : []
  })
}

/** A question that the record did not answer is counted by its topic, under an id that leads back to nobody. */
function missesOf({ did }: Turn, { actor, records }: Scene, told: readonly Told[]): readonly Change[] {
  const text = did.kind === 'say' ? did.text : ''
  return told.flatMap((one) => {
    const topic = one.kind === 'answer' ? findMissTopic(one.answer, text) : null
    return topic === null ? [] : [records.put('misses', crypto.randomUUID(), { topic, day: actor.today })]
  })
}

/** How an answer was made: neither what was asked nor by whom. */
function madeOf({ actor, records, prepared }: Scene, told: readonly Told[]): readonly Change[] {
  return told.flatMap((one) => {
    if (one.kind !== 'answer' || !isMatter(one.answer)) return []
    const made = describeAnswer(one.answer, one.asked.advice, one.traces, prepared.record)
    return [records.put('answers', one.id, { day: actor.today, ...made })]
  })
}

/** What is erased is gone at once; that its old copies are still on the disk is the operator's matter. */
function afterErasing(error: unknown, { report }: Means): Committed {
  if (!(error instanceof Fault) || error.code !== 'not-erased') throw error
  report(error.message)
  return { outcome: 'committed', version: 0, number: null }
}
