import type { Bot } from '../../src/app.ts'
import { momentOf } from '../../src/opinions/day.ts'
import type { NewCall } from '../../src/opinions/open-call.ts'

const term = { from: '2025-04-01', to: '2027-03-31' }
const committee = 'sapporo-vision'

/** Thursday, in the time of the open call. */
export const start = momentOf('2026-08-20T10:00')

/** The call that is open. */
export const call: NewCall = {
  id: '2026-1',
  name: '令和８年度第１回',
  form: 'meeting',
  approval: false,
  agenda: ['令和７年度の取組状況', '新規事業'],
  documents: [],
  deadline: '2026-08-28T17:00',
  asked: 'all',
}

/** Two members and one of the staff. */
export const people = {
  members: [
    { id: 'sato', name: '佐藤', title: '委員', terms: [term], mail: null },
    { id: 'suzuki', name: '鈴木', title: '委員', terms: [term], mail: null },
  ],
  staff: [{ id: 'yamada', name: '山田', posts: [{ post: '係長', from: '2025-04-01', to: null }] }],
}

/** What is done beside the platform, and what is stored; `bot` gives the one that runs now, `placeOf` where somebody is told alone. */
export function membersOffice(
  bot: () => Bot,
  accountOf: (id: string) => string,
  placeOf: (id: string) => string = accountOf,
) {
  let turns = 0
  return {
    accountOf,
    /** What somebody does elsewhere, else staff. */
    async act(did: Parameters<Bot['take']>[0]['did'], who = 'yamada') {
      const person = accountOf(who)
      const turn = { id: `act-${++turns}`, committee, person, conversation: `desk-${who}`, place: placeOf(who), did }
      return await bot().take({ ...turn, passing: true })
    },
    /** All submissions as they are stored, with their newest words. */
    async filed() {
      const { records } = bot().desk
      const all = await records.list('submissions')
      return await Promise.all(
        all.map(async ({ value }) => ({
          ...value,
          words: (await records.find('versions', `${value.receipt}.${value.version}`))?.value,
        })),
      )
    },
    draftOf: async (id: string) => (await bot().desk.records.find('drafts', accountOf(id)))?.value,
  }
}
