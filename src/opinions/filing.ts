import { type Call, standing } from './call.ts'
import { isOpen, isOpenFor } from './calls.ts'
import { countCharacters } from './clean-text.ts'
import type { Actor } from './decision.ts'
import { type Draft, longestText, nextPart } from './draft.ts'
import { noPlace } from './no-place.ts'
import { findAddress } from './read-roster.ts'
import type { Found, Records } from './records.ts'
import type { Refusal } from './refusal.ts'
import type { Member } from './roster.ts'
import { splitItems } from './split-items.ts'
import type { OnBehalf, Submitter, Version } from './submission.ts'

/** What a committee sets of its receipts, and which projects its record has. */
export type Filing = { readonly prefix: string; readonly hasProject: (document: string, number: number) => boolean }

/** The items of a text as they will be filed: where no split is offered, or none is wanted, the text is one. */
export function itemsOf(text: string, whole: boolean): Version['items'] {
  const items = whole ? [] : splitItems(text)
  return items.length > 0 ? [...items] : [{ span: [0, text.length], heading: null }]
}

/** A ready draft's words as they are filed. */
export function versionOf(draft: Draft, call: Call | undefined): Omit<Version, 'receipt' | 'version' | 'at'> {
  const { text, whole, subject, vote, printName } = draft
  return {
    text,
    items: itemsOf(text, whole),
    subject: subject ?? { kind: 'whole' },
    vote: call?.approval ? vote : null,
    printName: printName ?? false,
  }
}

/** Whose submission it will be, and the entry of the roster that says so. */
export type Sender = { readonly submitter: Omit<Submitter, 'receipt'>; readonly seen: Found<Member> }

/** Whose submission it will be: the acting member's own, or that of the member for whom staff file; or why of nobody. */
export async function findSender(
  records: Records,
  { role, ...actor }: Actor,
  onBehalfOf: string | null,
): Promise<Sender | Refusal> {
  if (role.kind === 'guest') return 'not-on-roster'
  if (role.kind === 'member') {
    if (onBehalfOf !== null) return 'own-only'
    if (!role.inTerm) return 'term-ended'
    const member = await records.find('members', role.member.id)
    return member === undefined
      ? 'not-on-roster'
      : { submitter: { member: role.member.id, place: actor.place, language: actor.language }, seen: member }
  }
  if (onBehalfOf === null) return 'staff-names-member'
  const member = await records.find('members', onBehalfOf)
  if (member === undefined) return 'member-unknown'
  const { place = noPlace(member.value.id), language } = await findAddress(records, member.value.id)
  return { submitter: { member: member.value.id, place, language }, seen: member }
}

/** Reads a draft's call; undefined for the standing call, which is no record. */
export async function findCall(records: Records, id: string): Promise<Found<Call> | undefined> {
  return id === standing ? undefined : await records.find('calls', id)
}

/** Why a draft cannot be filed, or null. Nothing here is a judgement of what it says. */
export function checkDraft(draft: Draft, call: Call | undefined, { hasProject }: Filing): Refusal | null {
  const { text, subject, vote, none } = draft
  const approval = call?.approval ?? false
  if (nextPart(draft, approval) !== null) return approval && vote === null ? 'vote-missing' : 'incomplete'
  if (none) return null
  if (text.trim() === '') return 'incomplete'
  if (countCharacters(text) > longestText) return 'too-long'
  if (subject?.kind === 'agenda' && call?.agenda[subject.number - 1] === undefined) return 'subject-unknown'
  if (subject?.kind === 'project' && !hasProject(subject.document, subject.number)) return 'subject-unknown'
  return null
}

/** Whether a member may send to a call now: also after its deadline, as long as it is not closed. */
export function takes(call: Found<Call> | undefined, id: string, member: string, at: number): boolean {
  return id === standing || (call !== undefined && isOpenFor(call.value, member, at))
}

/** How a text came, where staff file it. */
export function cameBy(onBehalf: Draft['onBehalf']): OnBehalf | null {
  if (onBehalf === null || onBehalf.means === null || onBehalf.day === null) return null
  return { means: onBehalf.means, day: onBehalf.day, original: onBehalf.original }
}

/** The calls that are open to a member, or to somebody who is not known yet (null); a passed deadline does not close one. */
export async function openCalls(records: Records, member: string | null, at: number): Promise<readonly Call[]> {
  const calls = (await records.list('calls')).map(({ value }) => value)
  return calls.filter((call) => (member === null ? isOpen(call, at) : isOpenFor(call, member, at)))
}
