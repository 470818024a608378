import { type Decision, tell } from '../opinions/decision.ts'
import { type EraseSubmissionTold, eraseSubmission, type SubmissionErasure } from '../opinions/erase.ts'
import { type EraseMemberTold, eraseMember, type MemberErasure } from '../opinions/erase-member.ts'
import { findPerson, listAccountsOf } from '../opinions/read-roster.ts'
import { Context } from './context.ts'
import { Inbox } from './inbox.ts'
import type { Scene } from './scene.ts'

export type EraseTold =
  | EraseSubmissionTold
  | EraseMemberTold
  | {
      readonly kind: 'refused'
      readonly why: 'ambiguous-member'
      readonly name: string
      readonly candidates: readonly string[]
    }

/** Erases a submission, with the drafts that edit it and what conversations remember of its words. By two of the staff. */
export async function eraseSubmissionWholly(scene: Scene, erasure: SubmissionErasure): Promise<Decision<EraseTold>> {
  const decision = await eraseSubmission(scene.records, scene.actor, erasure)
  return await withTraces(scene, decision, { receipts: [erasure.receipt], member: null })
}

/** Erases a member by name or id, with his drafts, those that others write for him, and what his conversations remember. */
export async function eraseMemberWholly(scene: Scene, erasure: MemberErasure): Promise<Decision<EraseTold>> {
  const { records, actor } = scene
  const named = (await findPerson(records, erasure.member)).filter(({ kind }) => kind === 'member')
  const several = actor.role.kind === 'staff' && named.length > 1
  const [first] = named
  if (several) {
    const candidates = named.map(({ id }) => id)
    const told = [{ kind: 'refused', why: 'ambiguous-member', name: erasure.member, candidates }] as const
    return tell<EraseTold>(...told)
  }
  const member = first?.id ?? erasure.member
  const decision = await eraseMember(records, actor, { ...erasure, member })
  const receipts = decision.effect(0).told.flatMap((told) => (told.kind === 'member-erased' ? told.receipts : []))
  return await withTraces(scene, decision, { receipts, member })
}

type Erased = { readonly receipts: readonly string[]; readonly member: string | null }

/** An erasure that is performed takes along what is not a submission yet, or no longer: drafts and conversations. */
async function withTraces(scene: Scene, decision: Decision<EraseTold>, erased: Erased): Promise<Decision<EraseTold>> {
  const effect = decision.effect(0)
  if (!effect.told.some(({ kind }) => kind === 'erased' || kind === 'member-erased')) return decision
  const accounts = await accountsOf(scene, erased)
  const drafts = await draftsOf(scene, erased, accounts)
  const conversations = await conversationsOf(
    scene,
    erased,
    accounts,
    drafts.map(({ value }) => value.text),
  )
  const traces = [...drafts, ...conversations]
  const turns = await new Inbox(scene.store, scene.records.committee).forgetting(erased.receipts)
  const untouched = accounts
    .map((account) => scene.records.key('drafts', account))
    .filter((key) => !drafts.some((draft) => draft.key.id === key.id))
  return {
    ...decision,
    expected: [...decision.expected, ...traces, ...untouched.map((key) => ({ key, version: 0 }))],
    effect: () => ({
      ...effect,
      changes: [...effect.changes, ...traces.map(({ key }) => ({ kind: 'erase', key }) as const), ...turns],
    }),
  }
}

async function accountsOf({ records }: Scene, { member }: Erased): Promise<readonly string[]> {
  if (member === null) return []
  return (await listAccountsOf(records, { kind: 'member', id: member })).map(({ value }) => value.account)
}

async function draftsOf({ records }: Scene, { receipts, member }: Erased, accounts: readonly string[]) {
  const drafts = await records.list('drafts')
  return drafts.filter(({ key, value: { edits, onBehalf } }) => {
    if (edits !== null && receipts.includes(edits.receipt)) return true
    return accounts.includes(key.id) || (member !== null && onBehalf?.member === member)
  })
}

/** A question that was asked before it was filed stands in the submission's words. */
async function conversationsOf(
  { records, store }: Scene,
  { receipts }: Erased,
  accounts: readonly string[],
  drafts: readonly string[],
) {
  const versions = await Promise.all(receipts.map((receipt) => records.list('versions', { receipt })))
  const texts = [...versions.flat().map(({ value }) => value.text), ...drafts]
  const stored = await store.list({ committee: records.committee, collection: 'conversations' })
  return stored.filter(({ value }) => {
    const { person, pending, question } = Context.parse(value)
    if (person !== null && accounts.includes(person)) return true
    if (pending !== null && 'receipt' in pending && receipts.includes(pending.receipt)) return true
    return question !== null && texts.some((text) => text.includes(question.trim()))
  })
}
