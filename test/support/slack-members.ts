import { momentOf } from '../../src/opinions/day.ts'
import type { NewCall } from '../../src/opinions/open-call.ts'
import type { FakeSlackOptions } from './fake-slack/fake-slack.ts'
import { openSlackOffice, type Way } from './slack-office.ts'

const term = { from: '2025-04-01', to: '2027-03-31' }
const committee = 'sapporo-vision'

/** Thursday, in the time of the open call. */
const start = momentOf('2026-08-20T10:00')

/** The call that is open in `openSlackMembers`. */
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

/** The bot in Slack with two members, one of the staff, and a call that is open; `calls` are opened in its place. */
export async function openSlackMembers(
  way: Way,
  options: FakeSlackOptions & { readonly calls?: readonly NewCall[] } = {},
) {
  const { calls = [call], ...rest } = options
  const office = await openSlackOffice(way, {
    members: [
      { id: 'sato', name: '佐藤', title: '委員', terms: [term], mail: null },
      { id: 'suzuki', name: '鈴木', title: '委員', terms: [term], mail: null },
    ],
    staff: [{ id: 'yamada', name: '山田', posts: [{ post: '係長', from: '2025-04-01', to: null }] }],
    at: start,
    ownPace: { interval: 0, burst: 1 },
    ...rest,
  })
  const { slack, user } = office
  const accountOf = (id: string) => `slack:${slack.teamId}:${user(id)}`
  let turns = 0
  /** What staff do elsewhere. */
  async function act(did: Parameters<typeof office.bot.take>[0]['did'], who = 'yamada') {
    const person = accountOf(who)
    const turn = { id: `act-${++turns}`, committee, person, conversation: `desk-${who}`, place: person, did }
    return await office.bot.take({ ...turn, passing: true })
  }
  for (const input of calls) await act({ kind: 'form', form: { name: 'open-call', input } })
  return Object.assign(office, {
    act,
    accountOf,
    sato: user('sato'),
    suzuki: user('suzuki'),
    yamada: user('yamada'),
    /** All submissions as they are stored, with their newest words. */
    async filed() {
      const { records } = office.bot.desk
      const all = await records.list('submissions')
      return await Promise.all(
        all.map(async ({ value }) => ({
          ...value,
          words: (await records.find('versions', `${value.receipt}.${value.version}`))?.value,
        })),
      )
    },
    draftOf: async (id: string) => (await office.bot.desk.records.find('drafts', accountOf(id)))?.value,
    /** What the bot has posted to somebody alone, in order. */
    told: (id: string) => slack.posts(slack.direct(user(id))).map(({ text }) => text),
    /** Sends a dialog, and waits for what it came to where that takes longer. */
    async submit(who: string, ...entered: Parameters<typeof slack.submit> extends [string, ...infer R] ? R : never) {
      const submitted = await slack.submit(who, ...entered)
      await slack.until(() => slack.view(who)?.callback_id !== 'waiting')
      return submitted
    },
    /** What stands in the dialog that somebody has open. */
    shown: (id: string) => JSON.stringify(slack.view(user(id))?.blocks ?? []),
  })
}
