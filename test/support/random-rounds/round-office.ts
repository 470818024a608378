import { makeDigest } from '../../../src/conversation/digest-round.ts'
import { FrontDesk } from '../../../src/conversation/front-desk.ts'
import { mendNotices } from '../../../src/conversation/mend-notices.ts'
import { Outbox } from '../../../src/conversation/outbox.ts'
import { newsMessage, outcomeMessage } from '../../../src/conversation/outcome-reply.ts'
import { carryOutOwn } from '../../../src/conversation/own-acts.ts'
import { RecordShelf } from '../../../src/conversation/record-shelf.ts'
import type { Outcome } from '../../../src/conversation/settle-turn.ts'
import { sweep } from '../../../src/conversation/sweep.ts'
import { areaOf } from '../../../src/conversation/told.ts'
import type { Did } from '../../../src/conversation/turn.ts'
import { type Day, dayOf, type Minute, momentOf } from '../../../src/opinions/day.ts'
import { Records } from '../../../src/opinions/records.ts'
import { remind } from '../../../src/opinions/reminders.ts'
import { officeCalendar } from '../../../src/opinions/working-days.ts'
import { messageText } from '../../../src/platforms/terminal/message-lines.ts'
import { readReviewed } from '../../../src/record/read-reviewed.ts'
import type { JournalStore } from '../../../src/storage/journal/journal-store.ts'
import { JournalFolder } from '../journal-folder.ts'
import { PostRoom } from '../post-room.ts'
import { sapporo } from '../record-folder.ts'
import type { Person } from './people.ts'
import { quickDisk } from './quick-disk.ts'

const files = readReviewed(sapporo)
export const committee = files.committee.id
export const calendar = officeCalendar(new Set())
const holder = 'round'
const language = 'ja'

/** Where the digest goes. */
export const officePlaces = ['terminal:secretariat', 'mail:jimukyoku@example.jp'] as const

export const divisions = [
  { id: 'nosei', name: '農政課', mail: 'nosei@example.jp' },
  { id: 'kankyo', name: '環境政策課', mail: null },
]

/** What somebody was told, as data whatever area it is of. */
type ToldOne = { readonly kind: string; readonly [field: string]: unknown }

/** What came of one thing that somebody did. */
export type Came = { readonly told: readonly ToldOne[]; readonly text: string; readonly outcome: Outcome }

/** The front desk and the outbox of one round, over a store in a folder of its own. */
export class RoundOffice implements AsyncDisposable {
  readonly folder: JournalFolder
  readonly store: JournalStore
  readonly records: Records
  readonly shelf: RecordShelf
  readonly desk: FrontDesk
  /** What the operator is told. */
  readonly reports: string[]
  readonly rooms = ['slack', 'mail', 'terminal'].map((kind) => new PostRoom(kind))
  readonly #outbox: Outbox
  #turns = 0

  private constructor(folder: JournalFolder, store: JournalStore) {
    this.folder = folder
    this.store = store
    this.reports = folder.reports
    this.records = new Records(store, committee)
    const { clock } = folder
    const report = (message: string) => void this.reports.push(message)
    this.shelf = new RecordShelf(files, this.records)
    const keeping = { retentionYears: null, chain: store }
    this.desk = new FrontDesk({ store, clock, shelf: this.shelf, calendar, prefix: '', holder, report, keeping })
    this.#outbox = new Outbox({
      ...{ store, records: this.records, messengers: this.rooms, clock, holder, report },
      render: async (news, { place }) =>
        await newsMessage(news, {
          ...{ records: this.records, calendar, language, address: '', staff: false, at: clock.now() },
          prepared: await this.shelf.recordFor('everybody'),
          here: !place.startsWith('mail:'),
        }),
    })
  }

  static async open(begin: Minute): Promise<RoundOffice> {
    const folder = new JournalFolder()
    folder.clock.pass(momentOf(begin) - folder.clock.now())
    return new RoundOffice(folder, await folder.open({ disk: quickDisk }))
  }

  get now(): number {
    return this.folder.clock.now()
  }

  get today(): Day {
    return dayOf(this.now)
  }

  /** Lets the clock stand at a minute, unless it is later already. */
  waitUntil(minute: Minute): void {
    this.folder.clock.pass(Math.max(0, momentOf(minute) - this.now))
  }

  async putRoster(people: readonly Person[]): Promise<void> {
    const { records } = this
    const held = people.flatMap(({ account, member, staff }) => {
      const one = member ?? staff
      if (one === null || account === '') return []
      const holder = { kind: member === null ? ('staff' as const) : ('member' as const), id: one.id }
      return [{ account, holder, claimed: null, place: placeOf(account), language, since: 0 } as const]
    })
    await this.store.commit([
      ...people.flatMap(({ member }) => (member === null ? [] : [records.put('members', member.id, member)])),
      ...people.flatMap(({ staff }) => (staff === null ? [] : [records.put('staff', staff.id, staff)])),
      ...held.map((account) => records.put('accounts', account.account, account)),
      records.put('divisions', '2026', { fiscalYear: 2026, divisions }),
    ])
  }

  /** Does one thing as the holder of an account. */
  async take(account: string, did: Did): Promise<Came> {
    this.#turns += 1
    const place = placeOf(account)
    const id = `turn-${this.#turns}`
    const turn = { id, committee, person: account, conversation: place, place, language, did } as const
    const outcome = await this.desk.take(turn)
    const message = await outcomeMessage(outcome, { records: this.records, shelf: this.shelf, calendar })
    // What was not shown goes through the outbox.
    if (this.#turns % 3 !== 0) await this.desk.shown(outcome)
    return { told: outcome.told.map((one) => areaOf(one)?.told ?? one), text: messageText(message), outcome }
  }

  /** What the program does every minute; returns what was posted. */
  async tick(): Promise<PostRoom['received']> {
    const { store, records, now } = this
    const before = this.rooms.map(({ received }) => received.length)
    await this.desk.recover()
    await carryOutOwn(store, records, await mendNotices(records, now), now)
    await carryOutOwn(store, records, await remind(records, calendar, now), now)
    const keeping = { retentionYears: null, chain: store }
    await makeDigest(store, records, { time: '09:00', places: officePlaces, calendar, keeping, holder }, now)
    await sweep(store, records, now)
    await this.#outbox.deliver()
    return this.rooms.flatMap(({ received }, at) => received.slice(before[at]))
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.store.close()
    this.folder[Symbol.dispose]()
  }
}

/** Where the holder of an account is written to. */
export function placeOf(account: string): string {
  return account.replace(':', ':dm-')
}
