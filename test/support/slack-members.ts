import type { NewCall } from '../../src/opinions/open-call.ts'
import type { FakeSlackOptions } from './fake-slack/fake-slack.ts'
import { call, membersOffice, people, start } from './members-office.ts'
import { openSlackOffice, type Way } from './slack-office.ts'

export { call } from './members-office.ts'

/** The bot in Slack with two members, one of the staff, and a call that is open; `calls` are opened in its place. */
export async function openSlackMembers(
  way: Way,
  options: FakeSlackOptions & { readonly calls?: readonly NewCall[] } = {},
) {
  const { calls = [call], ...rest } = options
  const office = await openSlackOffice(way, {
    ...people,
    at: start,
    ownPace: { interval: 0, burst: 1 },
    ...rest,
  })
  const { slack, user } = office
  const accountOf = (id: string) => `slack:${slack.teamId}:${user(id)}`
  const elsewhere = membersOffice(() => office.bot, accountOf)
  for (const input of calls) await elsewhere.act({ kind: 'form', form: { name: 'open-call', input } })
  return Object.assign(office, {
    ...elsewhere,
    sato: user('sato'),
    suzuki: user('suzuki'),
    yamada: user('yamada'),
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
