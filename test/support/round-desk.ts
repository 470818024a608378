import { FrontDesk } from '../../src/conversation/front-desk.ts'
import { Outbox } from '../../src/conversation/outbox.ts'
import { RecordShelf } from '../../src/conversation/record-shelf.ts'
import type { Outcome } from '../../src/conversation/settle-turn.ts'
import type { Did, OpinionForm, Turn } from '../../src/conversation/turn.ts'
import { dayOf, type Minute, momentOf } from '../../src/opinions/day.ts'
import type { Actor, Decision } from '../../src/opinions/decision.ts'
import { roleOf } from '../../src/opinions/read-roster.ts'
import { Records } from '../../src/opinions/records.ts'
import { officeCalendar } from '../../src/opinions/working-days.ts'
import type { Store } from '../../src/ports.ts'
import { readReviewed } from '../../src/record/read-reviewed.ts'
import type { Disk } from '../../src/storage/journal/disk.ts'
import { commitDecision } from './commit-decision.ts'
import { type Interruption, interruptedStore } from './interrupted-store.ts'
import { JournalFolder } from './journal-folder.ts'
import { sayReceipt } from './outbox-desk.ts'
import { PostRoom } from './post-room.ts'
import { sapporo } from './record-folder.ts'

const files = readReviewed(sapporo)
const { id: committee } = files.committee
export const calendar = officeCalendar(new Set())

type Span = { readonly from: string; readonly to: string }
type Roster = {
  readonly members: Readonly<Record<string, Span>>
  readonly staff: Readonly<Record<string, { readonly from: string; readonly to: string | null }>>
  /** Whose accounts are confirmed, `room:ID` each. */
  readonly confirmed: readonly string[]
}

/** An empty form; it asks to be shown, not filed, until it is `confirmed`. */
export const emptyForm: OpinionForm = {
  name: 'opinion',
  edits: null,
  call: null,
  subject: null,
  text: null,
  vote: null,
  printName: null,
  split: null,
  onBehalf: null,
  confirmed: false,
}

/** A committee's front desk over a real store in a folder, with an outbox that writes to a room of its own. */
export class FrontOffice implements AsyncDisposable {
  readonly folder = new JournalFolder()
  readonly room = new PostRoom()
  /** Asked before each commit of a turn. */
  interrupt: () => Interruption | null = () => null
  readonly #disk: Disk | undefined
  #store: (Store & AsyncDisposable) | undefined
  #open: { readonly desk: FrontDesk; readonly outbox: Outbox; readonly store: Store } | undefined
  #started = 0
  #turns = 0

  constructor(begin: Minute, disk?: Disk) {
    this.#disk = disk
    this.folder.clock.pass(momentOf(begin) - this.folder.clock.now())
  }

  /** Opens the store and the desk; what a crash left unfinished is finished. */
  async start(): Promise<void> {
    const { clock } = this.folder
    const store = await this.folder.open(this.#disk === undefined ? {} : { disk: this.#disk })
    this.#store = store
    this.#started += 1
    const holder = `process ${this.#started}`
    const report = (message: string) => void this.folder.reports.push(message)
    const interrupted = interruptedStore(store, () => this.interrupt())
    const shelf = new RecordShelf(files, new Records(interrupted, committee))
    const desk = new FrontDesk({ store: interrupted, clock, shelf, calendar, prefix: '', holder, report })
    const messengers = [this.room]
    const outbox = new Outbox({ store, records: desk.records, messengers, clock, report, holder, render: sayReceipt })
    this.#open = { desk, outbox, store }
    await desk.recover()
  }

  async stop(): Promise<void> {
    await this.#store?.[Symbol.asyncDispose]()
    this.#store = undefined
  }

  get desk(): FrontDesk {
    return this.#opened().desk
  }

  get store(): Store {
    return this.#opened().store
  }

  get records(): Records {
    return this.desk.records
  }

  async deliver(): Promise<void> {
    await this.#opened().outbox.deliver()
  }

  async putRoster({ members, staff, confirmed }: Roster): Promise<void> {
    const { records } = this
    const person = (id: string) => ({ id, name: `${id}の氏名` })
    const accounts = confirmed.map((id) => {
      const holder = { kind: id in staff ? 'staff' : 'member', id } as const
      const value = {
        account: `room:${id}`,
        holder,
        claimed: null,
        place: `room:${id}`,
        language: 'ja',
        since: 0,
      } as const
      return records.put('accounts', value.account, value)
    })
    await this.store.commit([
      ...Object.entries(members).map(([id, term]) =>
        records.put('members', id, { ...person(id), title: '委員', terms: [term], mail: null }),
      ),
      ...Object.entries(staff).map(([id, held]) =>
        records.put('staff', id, { ...person(id), posts: [{ post: '主任', ...held }] }),
      ),
      ...accounts,
    ])
  }

  /** A turn of somebody's, with an id of its own. */
  turn(who: string, did: Did | string): Turn {
    this.#turns += 1
    return {
      id: `turn-${this.#turns}`,
      committee,
      person: `room:${who}`,
      conversation: `room:${who}`,
      place: `room:${who}`,
      did: typeof did === 'string' ? { kind: 'say', text: did } : did,
    }
  }

  async take(who: string, did: Did | string): Promise<Outcome> {
    return await this.desk.take(this.turn(who, did))
  }

  /** Commits a decision of the secretariat's that has no form at the desk. */
  async decide<Told>(who: string, decision: (records: Records, actor: Actor) => Promise<Decision<Told>>) {
    const at = this.folder.clock.now()
    const account = `room:${who}`
    const role = await roleOf(this.records, account, dayOf(at))
    const actor: Actor = { account, place: account, language: 'ja', role, local: null, at, today: dayOf(at) }
    return await commitDecision(this.store, committee, await decision(this.records, actor))
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop()
    this.folder[Symbol.dispose]()
  }

  #opened() {
    if (this.#open === undefined) throw new Error('the office is not open')
    return this.#open
  }
}
