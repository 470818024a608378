import { standing } from '../opinions/call.ts'
import { findReceipt } from '../opinions/receipt.ts'
import { subjectName } from '../opinions/subject-name.ts'
import { answerTurn, isMatter } from './answer-turn.ts'
import { subjectOf } from './find-subject.ts'
import { looksAsked } from './looks-asked.ts'
import { modelAside } from './model-aside.ts'
import { type Decided, type Scene, say } from './scene.ts'
import type { Did, OpinionForm, Turn } from './turn.ts'
import { findWord } from './words.ts'

/**
 * What is said where others read along: only answers from what is public, by `ask`. All else, a draft, what was filed, what is
 * not published yet, goes on alone with the actor.
 */
export async function hearAmongOthers(
  turn: Turn,
  scene: Scene,
  ask: (turn: Turn, scene: Scene) => Promise<Decided>,
): Promise<Decided> {
  const { did } = turn
  if (did.kind === 'say') {
    const word = findWord(did.text)?.action
    if (turn.unasked && word !== 'source')
      return looksAsked(did.text) ? unlessSilent(scene, await ask(turn, scene)) : silence(scene)
    if (word === 'ask-secretariat') return goDirect(scene, askingForm(scene))
    if (word === 'about-answer' && scene.context.answer !== undefined)
      return goDirect(scene, { kind: 'action', name: word, about: scene.context.answer })
    if (word !== undefined && word !== 'source') return goDirect(scene, did)
    if (findReceipt(did.text, scene.filing.prefix) !== undefined) return goDirect(scene, did)
    return withOwn(turn, scene, await ask(turn, scene))
  }
  if (did.kind === 'action' && did.name === 'source') return await ask(turn, scene)
  if (did.kind === 'action' && did.name === 'greeting')
    return say(scene, [{ kind: 'introduced' }, ...modelAside(scene)])
  return goDirect(scene, did.kind === 'action' && did.name === 'ask-secretariat' ? askingForm(scene) : did)
}

/** What the record does not know is passed over in silence where nobody has asked the bot. */
function unlessSilent(scene: Scene, decided: Decided): Decided {
  const { told } = decided.decision.effect(0)
  const isKnown = told.some(
    (one) => one.kind === 'answer' && isMatter(one.answer) && one.answer.outcome !== 'out-of-scope',
  )
  return isKnown && decided.direct === undefined ? decided : silence(scene)
}

function silence(scene: Scene): Decided {
  return { ...say(scene, []), context: scene.context }
}

/** Says that it goes on alone with the actor. */
export function goDirect(scene: Scene, direct: Did): Decided {
  return { ...say(scene, [{ kind: 'goes-direct' }]), direct }
}

/** Who may see more than everybody gets the fuller answer alone. */
function withOwn(turn: Turn, { own, context }: Scene, decided: Decided): Decided {
  if (own === null || decided.direct !== undefined || turn.did.kind !== 'say') return decided
  const { answer } = answerTurn(turn, own, context.memory)
  const isUnpublished = [...answer.citations, ...answer.also, ...answer.nearest].some(
    ({ document: { release } }) => release !== null && release.published === null,
  )
  return isUnpublished ? { ...decided, direct: turn.did } : decided
}

/** The question asked here as a draft for the secretariat; without one, a draft is begun. */
function askingForm({ context, prepared }: Scene): Did {
  const { question, memory } = context
  if (question === null) return { kind: 'action', name: 'opinion' }
  const [only, ...more] = prepared.record.projects.filter(({ document, number }) =>
    memory.projects.includes(`${document}/${number}`),
  )
  const subject = only === undefined || more.length > 0 ? ({ kind: 'whole' } as const) : subjectOf(only)
  const form: OpinionForm = {
    ...{ name: 'opinion', edits: null, call: standing, subject: subjectName(subject), text: question, vote: null },
    ...{ printName: false, split: null, onBehalf: null, confirmed: false },
  }
  return { kind: 'form', form }
}
