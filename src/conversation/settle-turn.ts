import { Fault } from '../fault.ts'
import { logAct } from '../opinions/act.ts'
import type { Actor, Effect } from '../opinions/decision.ts'
import { News, newNotice } from '../opinions/notice.ts'
import type { Change, Clock, Committed, Conditions, Key, Lease } from '../ports.ts'
import { answerTurn } from './answer-turn.ts'
import { type Context, contextKey, contextValue } from './context.ts'
import { decideTurn } from './decide-turn.ts'
import { hasWords, type Inbox, isLook } from './inbox.ts'
import { findMissTopic } from './miss-topic.ts'
import type { Scene } from './scene.ts'
import { type Setting, setScene } from './set-scene.ts'
import type { Told } from './told.ts'
import type { Action, Turn } from './turn.ts'

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

/** What a turn is settled with. */
export type Means = {
  readonly setting: Setting
  readonly inbox: Inbox
  readonly clock: Clock
  readonly report: (message: string) => void
}

/** Milliseconds until what was not shown goes through the outbox. */
const patience = 60_000

/**
 * Decides a turn of the inbox and writes all that follows from it in one commit; a settled one is told again. Undefined where
 * something that the decision rests on has changed meanwhile: it is to be decided again.
 * @throws Fault of the store: then the turn is as it was.
 */
export async function settleTurn(turn: Turn, lease: Lease, means: Means): Promise<Outcome | undefined> {
  const { setting, inbox, clock } = means
  const taken = await inbox.find(turn.id)
  if (taken === undefined) throw new Fault('turn-lost', 'a turn is no longer in the inbox')
  const { told: before, removed, answered } = taken.value
  const scene = await setScene(setting, turn, removed, clock.now())
  if (before !== null) return await tellAgain(turn, scene, before, answered)

  const decided = await decideTurn(taken.value.turn ?? turn, scene)
  const { counter, expected, effect } = decided.decision
  const written = (number: number) => changesOf(turn, scene, decided.context, effect(number), inbox)
  const conditions: Conditions = { expected: [...expected, taken], lease }
  const { committee } = setting.records
  const changes = counter === null ? written(0) : { counter: { committee, name: counter }, changes: written }
  const committed = await setting.store.commit(changes, conditions).catch((fault) => afterErasing(fault, means))
  if (committed.outcome !== 'committed') return undefined
  const { told } = effect(committed.number ?? 0)
  const news = newsOf(turn, scene, told).map(({ key }) => key)
  return { actor: scene.actor, told, offered: decided.context.offered, news, fault: null }
}

/** What was told and not kept (an answer, a look at the records, a reply that is not sent yet) is told as it is now. */
async function tellAgain(turn: Turn, scene: Scene, before: readonly Told[], answered: boolean): Promise<Outcome> {
  const { actor, context, prepared } = scene
  const { pending } = context
  const text = pending !== null && 'text' in pending ? pending.text : ''
  const told = before.map((one) => (hasWords(one) ? { ...one, text } : one))
  const again: readonly Told[] = answered
    ? [{ kind: 'answer', answer: answerTurn(turn, prepared, context.memory).answer }]
    : told.length === 0
      ? await lookAgain(turn, scene)
      : []
  return { actor, told: [...again, ...told], offered: context.offered, news: [], fault: null }
}

/** A look at the records, as they are now. What words meant then they may not mean now, so of those only a look is told. */
async function lookAgain(turn: Turn, scene: Scene): Promise<readonly Told[]> {
  const { told } = (await decideTurn(turn, scene)).decision.effect(0)
  return turn.did.kind === 'form' ? told : told.filter(isLook)
}

function changesOf(
  turn: Turn,
  scene: Scene,
  context: Context,
  { changes, acts, told }: Effect<Told>,
  inbox: Inbox,
): readonly Change[] {
  const { actor, records } = scene
  const remembered = contextValue({ ...context, person: turn.person, language: actor.language, touched: actor.at })
  return [
    ...changes,
    ...acts.map((act, at) => records.put('acts', `${turn.id}.${at}`, logAct(actor, act))),
    ...newsOf(turn, scene, told),
    ...missesOf(turn, scene, told),
    inbox.settled(turn, told, actor.at),
    { kind: 'put', key: contextKey(records.committee, turn.conversation), value: remembered },
  ]
}

/** What must reach the actor is in the outbox too, until he has seen it. */
function newsOf(turn: Turn, { actor, records }: Scene, told: readonly Told[]): readonly Change[] {
  return told.flatMap((one, index) => {
    const news = News.safeParse(one)
    if (!news.success) return []
    const notice = newNotice(actor.place, actor.language, news.data, actor.at + patience)
    return [records.put('outbox', `reply/${turn.id}.${index}`, notice)]
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

/** What is erased is gone at once; that its old copies are still on the disk is the operator's matter. */
function afterErasing(error: unknown, { report }: Means): Committed {
  if (!(error instanceof Fault) || error.code !== 'not-erased') throw error
  report(error.message)
  return { outcome: 'committed', version: 0, number: null }
}
