import { findAsPrinted, shownParts } from './as-printed.ts'
import { findOwn } from './change-submission.ts'
import { countCharacters } from './clean-text.ts'
import { type Actor, type Decision, decide, tell } from './decision.ts'
import { longestText } from './draft.ts'
import { isOf, type Proof } from './proof.ts'
import type { Records } from './records.ts'
import { isUnreleased } from './releases.ts'

/** What a member says to his words as they will be printed: a text, or null where they may be printed so. */
export type ProofReply = { readonly receipt: string; readonly correction: string | null }

export type AnswerProofTold =
  | { readonly kind: 'proof-answered'; readonly receipt: string }
  /** The words have changed since he was shown them: he is shown them anew, and asked again. */
  | { readonly kind: 'proof-changed'; readonly receipt: string }
  /** Nothing is to be looked over: not asked, withdrawn, or given to the members already. */
  | { readonly kind: 'no-proof' }
  | { readonly kind: 'correction-too-long'; readonly characters: number }
  | { readonly kind: 'ask-correction-text'; readonly receipt: string }

/**
 * Takes an answer to a text check, for the very words that were shown; it may be changed until they are shared, also
 * after the check's day. Staff answer for whom they filed.
 */
export async function answerProof(
  records: Records,
  actor: Actor,
  { receipt, correction }: ProofReply,
): Promise<Decision<AnswerProofTold>> {
  const own = await findOwn(records, actor, receipt)
  const proof = await records.find('proofs', receipt)
  const words = await findAsPrinted(records, receipt)
  if (own === undefined || proof === undefined || words === undefined || !isUnreleased(own.submission.value))
    return tell({ kind: 'no-proof' })
  if (correction !== null && correction.trim() === '') return tell({ kind: 'ask-correction-text', receipt })
  const characters = countCharacters(correction ?? '')
  if (characters > longestText) return tell({ kind: 'correction-too-long', characters })
  const expected = [proof, words.submission, ...words.items]
  if (!isOf(proof.value, shownParts(words))) {
    const parts = shownParts(words)
    const { version } = words.submission.value
    return decide(expected, {
      changes: [records.put('proofs', receipt, { ...proof.value, version, parts, answer: null })],
      acts: [{ did: 'proof-shown-anew', about: receipt }],
      told: [{ kind: 'proof-changed', receipt }],
    })
  }
  if (correction === null && proof.value.answer?.kind === 'agreed') return tell({ kind: 'proof-answered', receipt })
  const { at } = actor
  const answer: NonNullable<Proof['answer']> =
    correction === null ? { kind: 'agreed', at } : { kind: 'correction', text: correction, at }
  return decide(expected, {
    changes: [records.put('proofs', receipt, { ...proof.value, answer })],
    acts: [{ did: 'proof-answered', about: receipt, detail: { answer: answer.kind } }],
    told: [{ kind: 'proof-answered', receipt }],
  })
}

/** The receipts of a member's whose words wait for his answer, the oldest first. */
export async function listOpenProofs(records: Records, { role }: Actor): Promise<readonly string[]> {
  if (role.kind !== 'member') return []
  const open = await Promise.all(
    (await records.list('proofs', { answer: null })).map(async ({ value: { receipt } }) => {
      const submitter = await records.find('submitters', receipt)
      const submission = await records.find('submissions', receipt)
      const isOwn = submitter?.value.member === role.member.id
      return isOwn && submission !== undefined && isUnreleased(submission.value) ? [receipt] : []
    }),
  )
  return open.flat()
}
