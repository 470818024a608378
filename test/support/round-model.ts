import { dayOf, fiscalYearOf, type Minute, momentOf } from '../../src/opinions/day.ts'

type Vote = 'approve' | 'disapprove'
export type Words = { readonly text: string; readonly vote: Vote | null; readonly print: boolean }
export type Filed = {
  readonly receipt: string
  readonly member: string
  readonly call: string
  readonly kind: 'opinion' | 'none'
  readonly draft: string
  readonly late: boolean
  readonly at: number
  readonly onBehalf: boolean
  readonly versions: (Words & { readonly at: number })[]
  withdrawn: boolean
  readonly questions: { readonly order: number; reply: string | null }[]
}
export type ModelCall = {
  readonly approval: boolean
  readonly asked: readonly string[]
  deadline: Minute | null
  closed: boolean
}
export type ModelDraft = Words & {
  readonly id: string
  readonly call: string
  readonly behalf: string | null
  /** Whether it was said if the name is to be printed. */
  readonly named: boolean
  touched: number
  paused: boolean
}

type Span = { readonly from: string; readonly to: string }
type ModelRoster = {
  readonly members: Readonly<Record<string, Span>>
  readonly staff: Readonly<Record<string, { readonly from: string; readonly to: string | null }>>
  readonly confirmed: readonly string[]
}

const day = 24 * 60 * 60 * 1000
const guest = { kind: 'guest' } as const
type Role = { readonly kind: 'guest' | 'staff' } | { readonly kind: 'member'; readonly inTerm: boolean }

/** What must be true of a round of consultation, kept in the plainest way. */
export class RoundModel {
  readonly filed: Filed[] = []
  readonly calls = new Map<string, ModelCall>()
  readonly counters = new Map<string, number>()
  readonly drafts = new Map<string, ModelDraft>()
  readonly confirmed: Set<string>
  /** Entries of the audit log. */
  acts = 0
  readonly #roster: ModelRoster

  constructor(roster: ModelRoster) {
    this.#roster = roster
    this.confirmed = new Set(roster.confirmed)
  }

  roleOf(who: string, at: number): Role {
    if (!this.confirmed.has(who)) return guest
    const today = dayOf(at)
    const term = this.#roster.members[who]
    if (term !== undefined) return { kind: 'member', inTerm: term.from <= today && today <= term.to }
    const post = this.#roster.staff[who]
    const held = post !== undefined && post.from <= today && (post.to === null || today <= post.to)
    return held ? { kind: 'staff' } : guest
  }

  /** The number that comes next, and its counter. */
  next(at: number): { readonly counter: string; readonly number: number } {
    const counter = `R${fiscalYearOf(dayOf(at)) - 2018}`
    return { counter, number: (this.counters.get(counter) ?? 0) + 1 }
  }

  /** Why a new submission is refused, or null. */
  refusal(who: string, call: string, behalf: string | null, at: number): string | null {
    const role = this.roleOf(who, at)
    if (role.kind === 'guest') return 'not-on-roster'
    if (role.kind === 'member') {
      if (behalf !== null) return 'own-only'
      if (!role.inTerm) return 'term-ended'
    } else if (behalf === null) return 'staff-names-member'
    return this.takes(call, behalf ?? who) ? null : 'call-not-open'
  }

  /** Whether a call takes what a member sends. */
  takes(id: string, member: string): boolean {
    const call = this.calls.get(id)
    return id === 'standing' || (call !== undefined && !call.closed && call.asked.includes(member))
  }

  isLate(id: string, at: number): boolean {
    const deadline = this.calls.get(id)?.deadline ?? null
    return deadline !== null && at > momentOf(deadline)
  }

  /** Why a submission cannot be edited, or null. */
  editRefusal(who: string, receipt: string, at: number): string | null {
    const one = this.own(who, receipt, at)
    if (one === undefined) return 'unknown-receipt'
    const role = this.roleOf(who, at)
    if (role.kind === 'member' && !role.inTerm) return 'term-ended'
    if (one.withdrawn) return 'withdrawn-before'
    return this.mayEdit(one, at) ? null : 'edit-over'
  }

  mayEdit(one: Filed, at: number): boolean {
    return !one.withdrawn && one.kind === 'opinion' && !this.isLate(one.call, at)
  }

  own(who: string, receipt: string, at: number): Filed | undefined {
    const { kind } = this.roleOf(who, at)
    return this.filed.find(
      (one) =>
        one.receipt === receipt && ((kind === 'member' && one.member === who) || (kind === 'staff' && one.onBehalf)),
    )
  }

  file(receipt: string, one: Omit<Filed, 'receipt' | 'late' | 'withdrawn' | 'questions'>): void {
    const { counter, number } = this.next(one.at)
    this.counters.set(counter, number)
    this.filed.push({ ...one, receipt, late: this.isLate(one.call, one.at), withdrawn: false, questions: [] })
    this.acts += 1
  }

  /** The receipt of the answer that a member has given to a call. */
  answer(member: string, call: string): string | undefined {
    return this.filed.find((one) => one.member === member && one.call === call && !one.withdrawn)?.receipt
  }

  answersTo(id: string) {
    const { asked = [], approval = false } = this.calls.get(id) ?? {}
    return asked.map((member) => {
      const live = this.filed.filter((one) => one.call === id && one.member === member && !one.withdrawn)
      const kinds = live.map(({ kind }) => kind)
      const votes = live.flatMap(({ versions }) => versions.slice(-1)).toSorted((a, b) => a.at - b.at)
      return {
        member,
        answered: kinds.includes('opinion') ? 'opinion' : (kinds[0] ?? null),
        vote: approval ? (votes.at(-1)?.vote ?? null) : null,
      }
    })
  }

  /** The oldest question back that waits for a member's reply. */
  openQuestion(who: string) {
    const waiting = this.filed.flatMap((one) =>
      one.member === who && !one.withdrawn ? one.questions.filter(({ reply }) => reply === null) : [],
    )
    return waiting.toSorted((a, b) => a.order - b.order)[0]
  }

  /** The draft of somebody, while its life lasts. */
  draft(who: string, at: number): ModelDraft | undefined {
    const draft = this.drafts.get(who)
    return draft !== undefined && at - draft.touched <= 30 * day ? draft : undefined
  }

  state(one: Filed): string {
    if (one.withdrawn) return 'withdrawn'
    return one.questions.some(({ reply }) => reply === null) ? 'asked' : 'received'
  }
}
