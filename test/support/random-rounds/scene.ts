import type { Did, Form, OpinionForm } from '../../../src/conversation/turn.ts'
import type { QueueItem } from '../../../src/opinions/queue-item.ts'
import { clerks, type Person, strangers } from './people.ts'
import { pick } from './pick.ts'
import { Readers, readerOf } from './readers.ts'
import type { Came, RoundOffice } from './round-office.ts'
import { Tokens } from './tokens.ts'
import { type Sent, Truth } from './truth.ts'

/** A call with a deadline, and the one for what belongs to none. */
export const calls = ['2026-1', 'standing'] as const
export const deadline = '2026-08-28T17:00'

/** How rounds are watched: `thorough` looks into Word files and workbooks too, which takes its time; `reached` gathers what came of acts, by kind. */
export type Watch = { readonly thorough: boolean; readonly reached: Set<string> }

/** Where a round takes place: its office, its people, what is true of it, and what was done so far. */
export class Scene {
  readonly office: RoundOffice
  readonly people: readonly Person[]
  readonly thorough: boolean
  readonly reached: Set<string>
  readonly tokens = new Tokens()
  readonly truth = new Truth()
  readonly readers: Readers
  /** What was done, to be read by people. */
  readonly script: string[] = []
  /** Drafts that were shown and can be filed by a press, by account. */
  readonly waiting = new Map<string, { readonly about: string; readonly form: OpinionForm }>()
  /** What somebody has said, by account. */
  readonly said = new Map<string, string>()
  /** Up to where it was looked around. */
  looked = { acts: 0, reports: 0, releases: '' }
  /** How many files of answers came back. */
  files = 0

  constructor(office: RoundOffice, people: readonly Person[], { thorough, reached }: Watch) {
    this.office = office
    this.people = people
    this.thorough = thorough
    this.reached = reached
    this.readers = new Readers(this.truth, office.records, people, this.tokens)
  }

  async act(who: string, form: Form): Promise<Came> {
    return await this.take(who, { kind: 'form', form })
  }

  async queue(who: string, act: Extract<Form, { readonly name: 'queue' }>['act']): Promise<Came> {
    return await this.act(who, { name: 'queue', act })
  }

  /** A turn of somebody's; what he is told is looked at before anything else. */
  async take(account: string, did: Did): Promise<Came> {
    const person = this.person(account)
    const said = did.kind === 'say' ? did.text : ''
    const before = this.said.get(account) ?? ''
    this.said.set(account, `${before}\n${said}`)
    const came = await this.office.take(account, did)
    const kinds = came.told.map((one) => [one.kind, one.why ?? one.receipt ?? ''].join(' ').trim())
    this.script.push(`${account} ${summaryOf(did)} → ${kinds.join(', ')}`)
    for (const { kind, why } of came.told) this.reached.add(why === undefined ? kind : `${kind} ${String(why)}`)
    if (came.outcome.fault !== null) throw came.outcome.fault
    const annex = came.told.some(({ kind }) => kind === 'annex-page')
    // Where something was asked back of him, all that he says is taken together for a reply.
    const asked = came.told.some(({ kind }) => kind === 'ask-reply') ? `${before}\n${said}` : said
    await this.readers.check(came.text, readerOf(person, this.office.now), { asked, annex })
    return came
  }

  /** Who may change a submission: its sender at his account, for what came by others the secretariat. */
  handOf({ sender, onBehalf }: Sent, who: number): Person | undefined {
    if (onBehalf && (sender.account === '' || who % 2 === 0)) return this.person(clerk(who))
    return sender.account === '' ? undefined : sender
  }

  /** An item of any submission that stands or not, or none where there is none. */
  async item(of: number): Promise<QueueItem | undefined> {
    const all = await this.office.records.list('items', { gone: null })
    return pick(all, of)?.value
  }

  wordsOf({ receipt, span }: QueueItem): string {
    return this.truth
      .newest(this.truth.find(receipt))
      .text.slice(...span)
      .trim()
  }

  members(): readonly Person[] {
    return this.people.filter(({ member }) => member !== null)
  }

  /** Members with an account; one in ten is the former one. */
  senders(): readonly Person[] {
    const own = this.members().filter(({ account }) => account !== '')
    const inTerm = own.filter(({ account }) => !strangers.some((one) => one === account))
    return [...Array.from({ length: 9 }, (_, at) => pick(inTerm, at)), ...own].filter((one) => one !== undefined)
  }

  person(account: string): Person {
    const found = this.people.find((one) => one.account === account)
    if (found === undefined) throw new Error(`nobody has ${account}`)
    return found
  }
}

export function clerk(who: number): string {
  return pick(clerks, who) ?? clerks[0]
}

function summaryOf(did: Did): string {
  return JSON.stringify(did.kind === 'form' ? did.form : did).slice(0, 600)
}
