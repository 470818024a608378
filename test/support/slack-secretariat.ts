import type { FakeSlackOptions } from './fake-slack/fake-slack.ts'
import type { Values } from './fake-slack/modal-user.ts'
import { beside, call, peopleOf, soon } from './secretariat.ts'
import { openSlackOffice, type Way } from './slack-office.ts'

export { call, soon }

/** `divisions` by name; `locale` is everybody's. */
type Options = FakeSlackOptions & {
  readonly at?: number
  readonly locale?: string
  readonly divisions?: readonly string[]
}

/** Two members, two of the staff and a guest in Slack, with divisions and an open call; opinions are filed by the core's own form. */
export async function openSlackSecretariat(way: Way, { divisions, ...options }: Options = {}) {
  const opened = await openSlackOffice(way, {
    ...options,
    ...peopleOf(divisions),
    ownPace: { interval: 0, burst: 1 },
  })
  const { slack, office } = opened
  const { records } = opened.bot.desk
  const accountOf = (id: string) => `slack:${slack.teamId}:${opened.user(id)}`
  const { act, file } = await beside(
    () => opened.bot,
    (id) => ({ person: accountOf(id), place: accountOf(id) }),
  )

  return Object.assign(opened, {
    records,
    accountOf,
    act,
    /** Files an opinion and returns its receipt, once its card is there. */
    async file(id: string, text: string, subject?: string): Promise<string> {
      const receipt = await file(id, text, subject)
      await slack.until(() => slack.posts(office).some((post) => post.text.includes(receipt)))
      return receipt
    },
    /** The dialog that somebody has on top, once it says more than that it takes a moment. */
    shown: async (id: string) =>
      await slack.until(() => {
        const view = slack.view(opened.user(id))
        return view !== undefined && view.callback_id !== 'waiting' && view
      }),
    /** Sends the dialog on top, and waits for what comes of it. */
    async submit(id: string, values?: Values, duplicate?: number) {
      const sent = await slack.submit(opened.user(id), values, duplicate)
      await this.shown(id)
      return sent
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
