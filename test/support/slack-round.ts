import { expect } from 'vitest'
import { openRecord, verifyState } from '../../src/app.ts'
import { addDays, type Day, dayOf, type Minute, momentOf } from '../../src/opinions/day.ts'
import type { Divisions, Member, Staff } from '../../src/opinions/roster.ts'
import { messageText } from '../../src/platforms/terminal/message-lines.ts'
import { converse } from './converse.ts'
import { openSlackOffice, type Way } from './slack-office.ts'

type People = {
  readonly members: readonly Member[]
  readonly staff: readonly Staff[]
  readonly divisions: Divisions
}

/** A post of the fake Slack, as far as its text is read. */
type Posted = {
  readonly ts: string
  readonly text: string
  readonly thread_ts?: string | undefined
  readonly metadata?: { readonly event_payload?: Readonly<Record<string, unknown>> } | undefined
}

/**
 * The whole bot as Slack serves it, by a clock that the test drives: members and strangers write direct messages, the
 * secretariat gives commands in its channel. The same acts as `openRoundOffice` has.
 */
export async function openSlackRound(way: Way, people: People, start: Minute) {
  const office = await openSlackOffice(way, { ...people, at: momentOf(start), ownPace: { interval: 0, burst: 1 } })
  const { slack, config } = office
  const strangers = new Map<string, string>()
  let now = momentOf(start)

  const userOf = (who: string) => {
    if (people.members.some(({ id }) => id === who)) return office.user(who)
    const known = strangers.get(who) ?? slack.addUser({ name: who })
    strangers.set(who, known)
    return known
  }

  /** What somebody says in direct message, and what the bot answers. */
  async function say(who: string, text: string): Promise<string> {
    const user = userOf(who)
    const direct = slack.direct(user)
    const { ts } = await slack.say(user, direct, text)
    const key = `sapporo-vision/reply/slack:${slack.teamId}:${direct}/${ts}`
    const parts = await slack.until(() => {
      const there = (slack.posts(direct) as readonly Posted[]).filter((post) => keyOf(post) === key)
      return there.length > 0 && there.length === there[0]?.metadata?.event_payload?.of && there
    })
    return parts.map(({ text }) => plain(text)).join('\n')
  }

  return {
    ...{ bot: office.bot, records: office.bot.desk.records, reports: office.reports, say, slack },
    async goTo(minute: Minute): Promise<void> {
      const end = momentOf(minute)
      const hours = (day: Day) => ['08:00', '09:00', '18:00'].map((time) => momentOf(`${day}T${time}`))
      const go = async (moment: number) => {
        now = moment
        office.setTime(now)
        await office.bot.tick()
      }
      for (let day = dayOf(now); day <= dayOf(end); day = addDays(day, 1))
        for (const moment of hours(day)) if (moment > now && moment <= end) await go(moment)
      await go(end)
    },
    /** What was sent to somebody without being an answer, in order. */
    sentTo: (who: string) =>
      (slack.posts(slack.direct(userOf(who))) as readonly Posted[])
        .filter((post) => !keyOf(post).includes('/reply/'))
        .map(({ text }) => plain(text)),
    /** The digests in the secretariat's channel. */
    digests: () =>
      (slack.posts(office.office) as readonly Posted[])
        .filter((post) => keyOf(post).includes('/digest/'))
        .map(({ text }) => plain(text)),
    ask: (question: string) =>
      converse(openRecord(config), [question]).map(({ message }) => messageText(message))[0] ?? '',
    verify: async (values: readonly string[]) =>
      (
        await verifyState(
          config,
          values.map((hash) => ({ hash })),
        )
      ).outcome,
    /** Slack has refused nothing. */
    expectSound: () => expect(slack.faults).toEqual([]),
    [Symbol.asyncDispose]: office[Symbol.asyncDispose],
  }
}

function keyOf({ metadata }: Posted): string {
  return String(metadata?.event_payload?.key ?? '')
}

/** The words of a post, without what only buttons add. */
function plain(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .split('\n')
    .filter((line) => !line.startsWith('内容が違うと思われる場合'))
    .join('\n')
}
