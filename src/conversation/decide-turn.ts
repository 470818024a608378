import { claimAccount } from '../opinions/accounts.ts'
import { findOpenQuestion } from '../opinions/change-submission.ts'
import { type Decision, tell } from '../opinions/decision.ts'
import { type Draft, isActive } from '../opinions/draft.ts'
import { findReceipt } from '../opinions/receipt.ts'
import type { QuestionBack } from '../opinions/submission.ts'
import { findLanguage, type Language } from '../questions/normal-text.ts'
import { adviseTurn } from './advise.ts'
import { goDirect, hearAmongOthers } from './among-others.ts'
import { actOnAnnex } from './annex-acts.ts'
import { answerIdOf, findAnswerId } from './answer-id.ts'
import { isMatter } from './answer-turn.ts'
import { actOnDigest } from './digest-acts.ts'
import { actOnDraft, askSecretariat, pausing } from './draft-actions.ts'
import { beginDraft, callMeant, partOf, waiting } from './draft-dialog.ts'
import { sayToDraft } from './draft-words.ts'
import { actOnInquiry } from './inquiry-acts.ts'
import { looksStated } from './looks-asked.ts'
import { actOnModel } from './model-acts.ts'
import { isGreeting, modelAside } from './model-aside.ts'
import { actForOffice } from './office-acts.ts'
import type { OfficeForm } from './office-form.ts'
import { fillDraft } from './opinion-form.ts'
import {
  agreeToProof,
  answerProofTo,
  askCorrection,
  offerCorrection,
  sendCorrection,
  showProof,
} from './proof-dialog.ts'
import { actOnQueue } from './queue-acts.ts'
import { actOnRelease } from './release-acts.ts'
import { showReleasedAnnex } from './released-annex.ts'
import { carryOut, type Decided, type Scene, say } from './scene.ts'
import { actOnSheet } from './sheet-acts.ts'
import {
  askWithdraw,
  editFiled,
  offerReply,
  sayNone,
  sendReply,
  sendReplyTo,
  showMine,
  showSubmission,
  withdrawNow,
} from './submission-dialog.ts'
import type { AreaTold } from './told.ts'
import { type Action, type Did, type Form, isDraftAction, type Turn } from './turn.ts'
import { endsText, findChosen, findWord } from './words.ts'

/** Decides what a turn comes to, on the records as they are; writes nothing. */
export async function decideTurn(turn: Turn, scene: Scene): Promise<Decided> {
  const { did } = turn
  if (turn.overheard) return await hearAmongOthers(turn, scene, ask)
  switch (did.kind) {
    case 'action':
      return await act(turn, scene, did)
    case 'form':
      return await takeForm(scene, did.form)
    case 'say':
      return did.asks ? await askAside(turn, scene) : await hear(turn, scene, did.text)
  }
}

async function takeForm(scene: Scene, form: Form): Promise<Decided> {
  if (form.name === 'opinion')
    return await fillDraft(scene, form.edits === null ? form : { ...form, edits: receiptIn(scene, form.edits) })
  switch (form.name) {
    case 'usage':
      return { decision: tell({ kind: 'usage', text: form.text }), context: scene.context }
    case 'menu': {
      if (scene.actor.role.kind === 'staff') return { decision: tell({ kind: 'menu' }), context: scene.context }
      return ofArea(scene, 'office', tell({ kind: 'refused', why: 'not-staff' }))
    }
    case 'explain':
      // The operator at the machine itself reads all that is kept anyway.
      if (scene.actor.role.kind === 'staff' || scene.actor.local !== null) return await explain(scene, form.answer)
      return ofArea(scene, 'office', tell({ kind: 'refused', why: 'not-staff' }))
    case 'reply':
      return await sendReplyTo(scene, receiptIn(scene, form.receipt), form.text)
    case 'proof':
      return await answerProofTo(scene, receiptIn(scene, form.receipt), form.text)
    case 'claim':
      return await claim(scene, form.who)
    case 'queue':
      return ofArea(scene, 'queue', await actOnQueue(scene, form.act))
    case 'inquiry':
      return ofArea(scene, 'inquiry', await actOnInquiry(scene, form.act))
    case 'annex':
      return ofArea(scene, 'annex', await actOnAnnex(scene, form.act))
    case 'release':
      return ofArea(scene, 'release', await actOnRelease(scene, form.act))
    case 'sheet':
      return ofArea(scene, 'sheet', await actOnSheet(scene, form.act))
    case 'digest':
      return ofArea(scene, 'digest', await actOnDigest(scene, form.act))
    case 'model':
      return ofArea(scene, 'model', await actOnModel(scene, form.act))
    default:
      return await takeOfficeForm(scene, form)
  }
}

/** What is remembered stays as it is, so that a dialogue goes on after it. */
function ofArea<K extends AreaTold['kind']>(
  { context }: Scene,
  kind: K,
  { effect, ...decision }: Decision<Extract<AreaTold, { readonly kind: K }>['told']>,
): Decided {
  return {
    decision: {
      ...decision,
      effect: (number) => {
        const { told, ...rest } = effect(number)
        return { ...rest, told: told.map((one) => ({ kind, told: one }) as AreaTold) }
      },
    },
    context,
  }
}

/** After an erasure the last question is forgotten. */
async function takeOfficeForm(scene: Scene, form: OfficeForm): Promise<Decided> {
  const decided = ofArea(scene, 'office', await actForOffice(scene, form))
  const erases = form.name === 'erase-submission' || form.name === 'erase-member'
  return erases ? { ...decided, context: { ...decided.context, question: null } } : decided
}

/** A receipt however it is written. */
function receiptIn({ filing }: Scene, text: string): string {
  return findReceipt(text, filing.prefix) ?? text
}

/** What words mean: a choice that was shown, a word that does what a button does, a reply, the part of a draft, a receipt, else a question. */
async function hear(turn: Turn, scene: Scene, text: string): Promise<Decided> {
  const { context, actor, filing } = scene
  const question = await findOpenQuestion(scene.records, actor)
  const draft = activeDraft(scene, question)
  const part = draft === null ? null : (await partOf(scene, draft)).part
  const chosen = findChosen(text, context.offered)
  if (chosen !== undefined) return await act(turn, scene, chosen)
  const word = findWord(text)
  if (word !== undefined && (part !== 'text' || endsText(text))) {
    const offered = context.offered.find(({ name }) => isSaidAs(name, word.action))
    return await act(turn, scene, offered ?? { name: word.action })
  }
  const { pending } = context
  if (pending?.kind === 'claim') return await claim(scene, text)
  if (pending?.kind === 'correction') return offerCorrection(scene, pending.receipt, pending.text, text)
  const receipt = part === 'text' ? undefined : findReceipt(text, filing.prefix)
  if (receipt !== undefined && (question === undefined || text.trim().length <= receipt.length + justThat))
    return await showSubmission(scene, receipt)
  if (draft !== null) return await sayToDraft(scene, draft, text)
  return question === undefined ? await ask(turn, scene) : offerReply(scene, question, text)
}

/** Characters around a receipt number that leave it the matter of a message, as in 「R8-012です」. */
const justThat = 4

/** The draft that words are meant for: none where the secretariat has asked something back since. */
function activeDraft({ draft, conversation, actor }: Scene, question: QuestionBack | undefined): Draft | null {
  if (draft === undefined || !isActive(draft.value, conversation, actor.at)) return null
  return question !== undefined && question.asked > draft.value.touched ? null : draft.value
}

/** Whether a choice is called by a word: the same word is said to a draft and to what is filed. */
function isSaidAs(offered: Action['name'], word: Action['name']): boolean {
  return (
    offered === word ||
    (word === 'edit' && offered === 'edit-filed') ||
    (word === 'withdraw' && offered === 'withdraw-now')
  )
}

/** A name that cannot be taken is asked for again. */
async function claim(scene: Scene, name: string): Promise<Decided> {
  const decision = await claimAccount(scene.records, scene.actor, name)
  const decided = carryOut(scene, decision)
  const refused = decision.effect(0).told.some(({ kind }) => kind === 'refused')
  return refused ? { ...decided, context: { ...decided.context, pending: { kind: 'claim' } } } : decided
}

/** Answers from the record; a wish to give an opinion begins a draft. Whoever calls without a word is greeted. */
async function ask(turn: Turn, scene: Scene): Promise<Decided> {
  if (turn.did.kind === 'say' && turn.did.text === '') return await ask({ ...turn, did: hello(scene) }, scene)
  const { context, prepared, draft } = scene
  const { did } = turn
  const language = turn.language ?? languageUnsaid(turn, scene)
  // Who has not asked the bot need not wait for a model, nor pay for it; and an opinion goes to none on its way into a draft.
  const use = turn.unasked || isOpinion(did, scene) ? null : scene.model
  const whom = { person: turn.person, seed: turn.id }
  const { answer, memory, advice, traces } = await adviseTurn({ did, language }, prepared, context.memory, use, whom)
  if (answer.finding.kind === 'guide' && answer.finding.topic === 'give-opinion')
    return turn.overheard
      ? goDirect(scene, { kind: 'action', name: 'opinion' })
      : await act(turn, scene, { name: 'opinion' })
  const asked = isMatter(answer) && did.kind === 'say' ? withContext(did.text, context.question) : context.question
  const unfound = answer.outcome === 'not-in-record'
  const id = answerIdOf(turn.id)
  const decided = say(
    scene,
    [
      { kind: 'answer', answer, asked: { did, language, ...(answer.advised ? { advice } : {}) }, id, traces },
      ...(isGreeting(answer) ? modelAside(scene) : []),
      ...(draft === undefined || turn.overheard ? [] : [{ kind: 'draft-aside' } as const]),
    ],
    unfound ? [{ name: 'ask-secretariat' }] : [],
  )
  const called = isMatter(answer) ? { answer: id } : {}
  return { ...decided, context: { ...decided.context, memory, question: asked, ...called } }
}

/** Whether words may be an opinion that a model is not to see. */
function isOpinion(did: Did, { model }: Scene): boolean {
  return did.kind === 'say' && model?.maySeeOpinions === false && looksStated(did.text)
}

/** How an answer was made; a dialogue goes on after it. */
async function explain({ context, records }: Scene, said: string | null): Promise<Decided> {
  if (said === null) return { decision: tell({ kind: 'not-explained', why: 'none-yet' }), context }
  const id = findAnswerId(said)
  const kept = id === undefined ? undefined : await records.find('answers', id)
  const told = { kind: 'not-explained', why: 'not-kept' } as const
  return { decision: tell(kept === undefined ? told : { kind: 'explained', id: kept.key.id }), context }
}

/** The language of somebody's settings, where neither the text nor what was said before it tells one: of 👍, of No.34. */
function languageUnsaid({ did, locale }: Turn, { context }: Scene): Language | undefined {
  if (did.kind !== 'say' || findLanguage(did.text) !== undefined || findWord(did.text) !== undefined) return undefined
  return context.memory.language === undefined ? locale : undefined
}

/** Whoever comes in anew is not in the middle of a text any more: what he says next is no part of it until he goes on. */
async function greet(turn: Turn, scene: Scene): Promise<Decided> {
  const greeted = await ask({ ...turn, did: hello(scene) }, scene)
  const { draft, conversation, actor } = scene
  if (draft === undefined || turn.overheard || !isActive(draft.value, conversation, actor.at)) return greeted
  const { told } = greeted.decision.effect(0)
  return { decision: pausing(scene, draft, told), context: { ...greeted.context, offered: [...waiting] } }
}

function hello({ actor }: Scene): Did {
  return { kind: 'say', text: actor.language === 'ja' ? 'こんにちは' : 'hello' }
}

/** A question beside a dialogue: what that waits for is not forgotten. */
async function askAside(turn: Turn, scene: Scene): Promise<Decided> {
  const decided = await ask(turn, scene)
  return { ...decided, context: { ...decided.context, pending: scene.context.pending } }
}

/** 「なぜですか」 says nothing to somebody who has not heard the question before it. */
function withContext(question: string, before: string | null): string {
  return before === null || question.length >= telling ? question : `${before}\n${question}`
}

/** Characters from which on a question is taken to speak for itself. */
const telling = 10

async function act(turn: Turn, scene: Scene, action: Action): Promise<Decided> {
  const { name } = action
  const { draft, context, actor } = scene
  if (name === 'stop' && context.offered.some((one) => one.name === 'withdraw-now'))
    return say(scene, [{ kind: 'not-withdrawn' }])
  if (name === 'stop' && context.pending !== null) return say(scene, [{ kind: 'not-sent' }])
  if (isDraftAction(name)) return await actOnDraft(scene, name, action.about)
  const receipt = receiptIn(scene, action.about ?? '')
  switch (name) {
    case 'greeting':
      return await greet(turn, scene)
    case 'ask':
      return await ask({ ...turn, did: hello(scene) }, scene)
    case 'source':
      return await ask({ ...turn, language: actor.language, did: { kind: 'action', ...action } }, scene)
    case 'about-answer':
      return await explain(scene, action.about ?? context.answer ?? null)
    case 'opinion':
      return draft === undefined
        ? await beginDraft(scene, await callMeant(scene, action.about))
        : say(scene, [{ kind: 'draft-waits' }], waiting)
    case 'ask-secretariat':
      return await askSecretariat(scene, receipt)
    case 'none':
      return await sayNone(scene, action.about)
    case 'mine':
      return actor.role.kind === 'staff' ? await takeOfficeForm(scene, { name: 'list-calls' }) : await showMine(scene)
    case 'claim': {
      const decided = say(scene, [{ kind: 'ask-name' }])
      return { ...decided, context: { ...decided.context, pending: { kind: 'claim' } } }
    }
    case 'submission':
      return await showSubmission(scene, receipt)
    case 'edit-filed':
      return await editFiled(scene, receipt)
    case 'withdraw':
      return await askWithdraw(scene, receipt)
    case 'withdraw-now':
      return await withdrawNow(scene, receipt)
    case 'reply':
      // Where nothing was written yet, what was asked is shown.
      return receipt !== '' && context.pending === null ? await showSubmission(scene, receipt) : await sendReply(scene)
    case 'proof':
      return await showProof(scene, receipt)
    case 'proof-agree':
      return await agreeToProof(scene, receipt)
    case 'proof-correct':
      return await askCorrection(scene, receipt)
    case 'send-correction':
      return await sendCorrection(scene)
    case 'annex':
      return await showReleasedAnnex(scene, action.about ?? '')
    case 'not-reply': {
      const { pending } = scene.context
      const text = pending?.kind === 'reply' ? pending.text : ''
      return await ask({ ...turn, did: { kind: 'say', text } }, scene)
    }
  }
}
