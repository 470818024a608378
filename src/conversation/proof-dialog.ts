import { type AnswerProofTold, answerProof, listOpenProofs } from '../opinions/answer-proof.ts'
import { findOwn } from '../opinions/change-submission.ts'
import { isUnreleased } from '../opinions/releases.ts'
import { carryOut, type Decided, type Scene, say } from './scene.ts'
import type { Action } from './turn.ts'

/** What a member is told in the dialog of his text check (文面の確認). */
export type ProofTold =
  | AnswerProofTold
  | { readonly kind: 'proof-shown'; readonly receipt: string }
  | { readonly kind: 'which-proof' }
  | { readonly kind: 'ask-correction'; readonly receipt: string; readonly text: string }

/** Shows a member's words as they will be printed, with the two answers; `receipt` may be empty where one check is open. */
export async function showProof(scene: Scene, receipt: string): Promise<Decided> {
  const meant = await proofMeant(scene, receipt)
  if (typeof meant !== 'string') return meant
  return say(scene, [{ kind: 'proof-shown', receipt: meant }], answersTo(meant))
}

/** Takes that the words may be printed so. */
export async function agreeToProof(scene: Scene, receipt: string): Promise<Decided> {
  const meant = await proofMeant(scene, receipt)
  if (typeof meant !== 'string') return meant
  return await answerProofTo(scene, meant, null)
}

/** Asks what is to be corrected; the next words are it. */
export async function askCorrection(scene: Scene, receipt: string): Promise<Decided> {
  const meant = await proofMeant(scene, receipt)
  if (typeof meant !== 'string') return meant
  const decided = say(scene, [{ kind: 'ask-correction-text', receipt: meant }], [{ name: 'stop' }])
  return { ...decided, context: { ...decided.context, pending: { kind: 'correction', receipt: meant, text: '' } } }
}

/** Shows a correction before it is sent; what is said before that is decided belongs to it too. */
export function offerCorrection(scene: Scene, receipt: string, before: string, said: string): Decided {
  const text = before === '' ? said : `${before}\n${said}`
  const decided = say(
    scene,
    [{ kind: 'ask-correction', receipt, text }],
    [{ name: 'send-correction' }, { name: 'stop' }],
  )
  return { ...decided, context: { ...decided.context, pending: { kind: 'correction', receipt, text } } }
}

export async function sendCorrection(scene: Scene): Promise<Decided> {
  const { pending } = scene.context
  if (pending?.kind !== 'correction') return say(scene, [{ kind: 'no-proof' }])
  return await answerProofTo(scene, pending.receipt, pending.text)
}

/** Takes an answer in one go: a correction, or null where the words may be printed so. */
export async function answerProofTo(scene: Scene, receipt: string, correction: string | null): Promise<Decided> {
  const decision = await answerProof(scene.records, scene.actor, { receipt, correction })
  const isAnew = decision.effect(0).told.some(({ kind }) => kind === 'proof-changed')
  return carryOut(scene, decision, isAnew ? answersTo(receipt) : [])
}

function answersTo(receipt: string): readonly Action[] {
  return [
    { name: 'proof-agree', about: receipt },
    { name: 'proof-correct', about: receipt },
  ]
}

/** The text check that is meant: the one named, or the only one that waits for an answer. */
async function proofMeant(scene: Scene, receipt: string): Promise<string | Decided> {
  const { records, actor } = scene
  if (receipt !== '') {
    const own = await findOwn(records, actor, receipt)
    const proof = await records.find('proofs', receipt)
    const isThere = own !== undefined && proof !== undefined && isUnreleased(own.submission.value)
    return isThere ? receipt : say(scene, [{ kind: 'no-proof' }])
  }
  const [only, ...more] = await listOpenProofs(records, actor)
  if (only === undefined) return say(scene, [{ kind: 'no-proof' }])
  if (more.length === 0) return only
  return say(
    scene,
    [{ kind: 'which-proof' }],
    [only, ...more].map((one) => ({ name: 'proof', about: one })),
  )
}
