import { soon } from './cli-office.ts'
import type { FakeSlackOptions } from './fake-slack/fake-slack.ts'
import { openSlackOffice, type Way } from './slack-office.ts'

const term = { from: '2020-01-01', to: '2999-12-31' }
const member = (id: string, name: string) => ({ id, name, title: '委員', terms: [term], mail: null })
const staffOf = (id: string, name: string) => ({
  id,
  name,
  posts: [{ post: `${id}の職`, from: '2020-01-01', to: null }],
})
const names = ['農政課', '環境政策課', '福祉総務課']
const year = Number(soon.slice(0, 4)) - (soon.slice(5) < '04-01' ? 1 : 0)
export const call = `${year}-1`
const meeting = '令和の会議'

export { soon }

/** `divisions` by name; `locale` is everybody's. */
type Options = FakeSlackOptions & {
  readonly at?: number
  readonly locale?: string
  readonly divisions?: readonly string[]
}

/** Two members, two of the staff and a guest in Slack, with divisions and an open call; opinions are filed by the core's own form. */
export async function openSlackSecretariat(way: Way, { divisions: named = names, ...options }: Options = {}) {
  const opened = await openSlackOffice(way, {
    ...options,
    ownPace: { interval: 0, burst: 1 },
    members: [member('sato', '佐藤　一郎'), member('suzuki', '鈴木　花子')],
    staff: [staffOf('yamada', '山田　太郎'), staffOf('kimura', '木村　桜')],
    divisions: { fiscalYear: year, divisions: named.map((name, at) => ({ id: `ka${at + 1}`, name, mail: null })) },
  })
  const { slack, office } = opened
  const { records } = opened.bot.desk
  const accountOf = (id: string) => `slack:${slack.teamId}:${opened.user(id)}`
  let turns = 0
  /** Something done beside Slack, and what it came to. */
  const act = async (id: string, form: object) => {
    const person = accountOf(id)
    const base = {
      id: `act-${(turns += 1)}`,
      committee: 'sapporo-vision',
      person,
      conversation: `${person}/beside`,
      place: person,
    }
    const { outcome } = await opened.bot.take({ ...base, did: { kind: 'form', form } as never })
    await opened.bot.follow(outcome)
    return outcome
  }
  const agenda = ['議題の一']
  const input = {
    id: call,
    name: meeting,
    form: 'meeting',
    approval: false,
    agenda,
    documents: [],
    deadline: `${soon}T17:00`,
    asked: 'all',
  }
  await act('yamada', { name: 'open-call', input })

  return Object.assign(opened, {
    records,
    accountOf,
    act,
    /** Files an opinion and returns its receipt, once its card is there. */
    async file(id: string, text: string, subject = '全般'): Promise<string> {
      const fields = { edits: null, call, subject, text, vote: null, printName: false, split: true, onBehalf: null }
      const outcome = await act(id, { name: 'opinion', ...fields, confirmed: true })
      const told = outcome.told.find(({ kind }) => kind === 'receipt')
      if (told === undefined || !('receipt' in told)) throw new Error(JSON.stringify(outcome.told))
      await slack.until(() => slack.posts(office).some((post) => post.text.includes(told.receipt)))
      return told.receipt
    },
    /** The card of a submission as it stands. */
    card: (receipt: string) =>
      slack.posts(office).find((post) => post.thread_ts === undefined && post.text.includes(receipt)),
    /** What stands in its thread. */
    thread(receipt: string) {
      const { ts } = this.card(receipt) ?? {}
      return slack.posts(office).filter((post) => post.thread_ts === ts && post.ts !== ts)
    },
    sentFiles: () =>
      [...slack.files.values()].filter(({ user, channels }) => user === slack.botUserId && channels.length > 0),
  })
}
