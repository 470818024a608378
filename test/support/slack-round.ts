import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
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

  /** What is answered to a message, all of it. */
  async function answerTo(channel: string, ts: string): Promise<string> {
    const key = `sapporo-vision/reply/slack:${slack.teamId}:${channel}/${ts}`
    const parts = await slack.until(() => {
      const there = posted(channel).filter((post) => keyOf(post) === key)
      return there.length > 0 && there.length === there[0]?.metadata?.event_payload?.of && there
    })
    return parts.map(({ text }) => plain(text)).join('\n')
  }

  const posted = (channel: string) => slack.posts(channel) as readonly Posted[]

  /** What somebody says in direct message, and what the bot answers. */
  async function say(who: string, text: string): Promise<string> {
    const user = userOf(who)
    const direct = slack.direct(user)
    const { ts } = await slack.say(user, direct, text)
    return await answerTo(direct, ts)
  }

  /** A command as it is given in the secretariat's channel; the files that come with its answer are put where --out says. */
  async function command(who: string, line: string): Promise<string> {
    const user = office.user(who)
    const [, path] = /^\/inquiry take (\S+)/u.exec(line) ?? []
    if (path !== undefined) return await takeFile(user, path, line.includes('--accept'))
    // What may be a member's own is answered alone, whoever gives the command.
    if (line.startsWith('/opinion ')) {
      const direct = slack.direct(user)
      return await answerTo(direct, (await slack.say(user, direct, line.slice(1))).ts)
    }
    const before = new Set(sentFiles())
    const { ts } = await slack.say(user, office.office, line.slice(1), { mention: true })
    const answer = await answerTo(office.office, ts)
    const [, out] = /--out (\S+)/u.exec(line) ?? []
    if (out === undefined) return answer
    const files = await slack.until(() => {
      const made = sentFiles().filter((file) => !before.has(file))
      return made.length > 0 && made
    })
    const isFolder = statSync(out, { throwIfNoEntry: false })?.isDirectory() === true
    for (const { name, bytes } of files) writeFileSync(isFolder ? join(out, name) : out, bytes ?? '')
    return answer
  }

  /** Drops a division's file into the channel; to accept what it says is to press and to send the dialog. */
  async function takeFile(user: string, path: string, accept: boolean): Promise<string> {
    const { ts } = await slack.dropFile(user, office.office, { name: basename(path), bytes: readFileSync(path) })
    const preview = await slack.until(() => posted(office.office).find(({ thread_ts }) => thread_ts === ts))
    if (!accept) return plain(preview.text)
    await slack.press(user, { channel: office.office, ts: preview.ts }, '取り込む')
    await slack.until(() => slack.view(user)?.submit)
    await slack.submit(user, {})
    const shown = await slack.until(() => slack.view(user)?.submit === undefined && textsOf(slack.view(user)?.blocks))
    await slack.close(user, true)
    return shown.join('\n')
  }

  const sentFiles = () =>
    [...slack.files.values()].filter(({ user, channels }) => user === slack.botUserId && channels.length > 0)

  return {
    ...{ bot: office.bot, records: office.bot.desk.records, say, command },
    /** What went wrong, with what Slack has refused. */
    get reports() {
      return [...office.reports.filter((one) => !/^Slack: (?:the bot is |connected$)/u.test(one)), ...slack.faults]
    },
    folder: (name: string) => {
      const path = join(office.config.stateDir, '..', name)
      mkdirSync(path, { recursive: true })
      return path
    },
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
      posted(slack.direct(userOf(who)))
        .filter((post) => !keyOf(post).includes('/reply/'))
        .map(({ text }) => plain(text)),
    /** The digests in the secretariat's channel. */
    digests: () =>
      posted(office.office)
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
    .filter((line) => !/^(?:内容が違うと思われる場合.*|項目の御意見：.*|(?:［[^\d］][^］]*］)+)$/u.test(line))
    .join('\n')
}

/** All that is to be read in blocks, in order. */
function textsOf(blocks: unknown): readonly string[] {
  if (typeof blocks !== 'object' || blocks === null) return []
  if (Array.isArray(blocks)) return blocks.flatMap(textsOf)
  return Object.entries(blocks).flatMap(([field, value]) =>
    field === 'text' && typeof value === 'string' ? [value] : textsOf(value),
  )
}
