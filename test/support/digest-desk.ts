import { makeDigest } from '../../src/conversation/digest-round.ts'
import { Outbox } from '../../src/conversation/outbox.ts'
import { newsMessage } from '../../src/conversation/outcome-reply.ts'
import { addDays, type Day, type Minute, momentOf } from '../../src/opinions/day.ts'
import type { QueueItem } from '../../src/opinions/queue-item.ts'
import { newQueueItem } from '../../src/opinions/queue-item.ts'
import { officeCalendar } from '../../src/opinions/working-days.ts'
import { type Interruption, interruptedStore } from './interrupted-store.ts'
import { openOffice } from './office.ts'
import { PostRoom } from './post-room.ts'
import { prepareSapporo } from './sapporo.ts'

const prepared = prepareSapporo()

/** An office whose digest goes to a room of its own, by a clock that the test drives. */
export async function openDigestDesk({ closed = [] as readonly Day[], retentionYears = null as number | null } = {}) {
  const office = await openOffice()
  const { folder, store, records, put } = office
  const calendar = officeCalendar(new Set(closed))
  const room = new PostRoom()
  const keeping = { retentionYears, chain: store }
  let interrupt = () => null as Interruption | null
  const interrupted = interruptedStore(store, () => interrupt())
  let outbox = openOutbox('first')

  function openOutbox(holder: string): Outbox {
    return new Outbox({
      ...{ store: interrupted, records, messengers: [room], clock: folder.clock, report: () => {}, holder },
      render: (news, { language }) =>
        newsMessage(news, {
          ...{ records, prepared, calendar, language, address: '', here: true, staff: false },
          at: folder.clock.now(),
        }),
    })
  }

  const goTo = (minute: Minute) => folder.clock.pass(momentOf(minute) - folder.clock.now())
  const make = async (holder = 'first') => {
    const round = { time: '09:00', places: ['room:office'], calendar, keeping, holder }
    await makeDigest(store, records, round, folder.clock.now())
  }
  return {
    ...office,
    calendar,
    room,
    goTo,
    make,
    /** Lets a minute of the clock's do what it does, and returns what was posted. */
    async tick(minute: Minute): Promise<readonly string[]> {
      goTo(minute)
      await make()
      const before = room.texts.length
      await outbox.deliver()
      return room.texts.slice(before)
    },
    deliver: async () => await outbox.deliver(),
    /** The process ends at its next commit, with what it wanted to write. */
    async endAtNextCommit(): Promise<void> {
      interrupt = () => 'before'
      await outbox.deliver().catch(() => {})
    },
    /** Another process takes over, after the lease of the first is over. */
    restart() {
      interrupt = () => null
      folder.clock.pass(61_000)
      outbox = openOutbox('second')
    },
    /** What was posted on each day from one to another, asked every day at the same time. */
    async days(from: Day, to: Day, time = '09:00'): Promise<Readonly<Record<Day, string>>> {
      const posted: Record<Day, string> = {}
      for (let day = from; day <= to; day = addDays(day, 1)) {
        const texts = await this.tick(`${day}T${time}`)
        if (texts.length > 0) posted[day] = texts.join('\n---\n')
      }
      return posted
    },
    async item(id: string, change: Partial<QueueItem> = {}): Promise<void> {
      const [, receipt = '', number = ''] = /^(.*)-(\d+)$/u.exec(id) ?? []
      const base = newQueueItem(receipt, '2026-1', Number(number), { span: [0, 1], heading: null })
      await put(records.put('items', id, { ...base, disposition: { kind: 'answer' }, ...change }))
    },
  }
}
