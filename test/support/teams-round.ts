import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { openRecord, verifyState } from '../../src/app.ts'
import type { Session } from '../../src/commands/session.ts'
import { runInSession } from '../../src/commands/slash.ts'
import { addDays, type Day, dayOf, type Minute, momentOf } from '../../src/opinions/day.ts'
import type { Divisions, Member, Staff } from '../../src/opinions/roster.ts'
import { localTurn } from '../../src/platforms/terminal/local-turn.ts'
import { messageText } from '../../src/platforms/terminal/message-lines.ts'
import { TerminalMessenger } from '../../src/platforms/terminal/terminal-messenger.ts'
import { converse } from './converse.ts'
import { openTeamsOffice } from './teams-office.ts'

type People = {
  readonly members: readonly Member[]
  readonly staff: readonly Staff[]
  readonly divisions: Divisions
}

/** The whole bot as Teams serves it, by a clock that the test drives. The same acts as `openRoundOffice` has. */
export async function openTeamsRound(people: People, start: Minute) {
  const office = await openTeamsOffice({ ...people, at: momentOf(start) })
  const { teams, config } = office
  const strangers = new Map<string, string>()
  let now = momentOf(start)

  const userOf = (who: string) => {
    if (people.members.some(({ id }) => id === who)) return office.user(who)
    const known = strangers.get(who) ?? teams.addUser({ name: who })
    strangers.set(who, known)
    return known
  }
  const postsOf = (conversation: string) => teams.posts(conversation).map((post) => plain(teams.read(post)))

  /** What is answered in a conversation to what is done there, all of it. */
  async function answerIn(conversation: string, doing: () => Promise<unknown>): Promise<string> {
    const before = teams.posts(conversation).length
    await doing()
    await teams.until(() => teams.posts(conversation).length > before)
    const waits = async () =>
      (await office.bot.desk.records.list('outbox')).some(({ key }) => key.id.startsWith('reply/teams'))
    while (await waits()) await setImmediate()
    return postsOf(conversation).slice(before).join('\n')
  }

  const say = async (who: string, text: string) =>
    await answerIn(userOf(who), async () => await teams.say(userOf(who), 'personal', text))

  /** The newest post to somebody that has a button. */
  const postWith = (who: string, button: string) =>
    teams.posts(userOf(who)).findLast((post) => teams.read(post).includes(`[${button}]`)) ?? missing(button)

  /** What members do in dialogs; each gives back what comes into the chat then. */
  const forms = {
    async file(who: string, subject: string, text: string, name: string): Promise<string> {
      const user = userOf(who)
      const [, kind, number] = /^(No\.|議題)(\d+)$/u.exec(subject) ?? []
      const about = { 'No.': `project:2024-2-annex/${number}`, 議題: `agenda:${number}` }[kind ?? ''] ?? 'whole'
      return await answerIn(user, async () => {
        await teams.composeCommand(user, 'personal', 'opinion')
        await teams.submit(user, { 'field:subject': about, 本文: text, お名前を公表資料に載せる: name })
        await teams.submit(user, {}, '提出する')
      })
    },
    reply: async (who: string, text: string) =>
      await answerIn(userOf(who), async () => {
        await teams.openDialog(userOf(who), postWith(who, '返信する'), '返信する')
        await teams.submit(userOf(who), { 御返信: text })
      }),
    correct: async (who: string, text: string) =>
      await answerIn(userOf(who), async () => {
        await teams.openDialog(userOf(who), postWith(who, '直したいところがある'), '直したいところがある')
        await teams.submit(userOf(who), { 直したいところ: text })
      }),
  }

  /** A command in the secretariat's channel; what is a member's own is answered alone, and files are handled in a terminal. */
  async function command(who: string, line: string): Promise<string> {
    const user = office.user(who)
    if (/ --out |^\/inquiry take /u.test(line)) return await inTerminal(who, line)
    if (line.startsWith('/opinion '))
      return await answerIn(user, async () => await teams.say(user, 'personal', line.slice(1)))
    const { id } = await teams.say(user, office.office, line.slice(1), { mention: true })
    const thread = `${office.office};messageid=${id}`
    return await answerIn(thread, async () => {})
  }

  async function inTerminal(who: string, line: string): Promise<string> {
    const { bot } = office
    const account = await bot.signIn({ kind: 'staff', id: who }, 'office', 'ja')
    const person = { account, user: 'office', language: 'ja' } as const
    const session: Session = {
      ...{ bot, person, terminal: new TerminalMessenger() },
      async act(did) {
        const { outcome, message } = await bot.take(localTurn('sapporo-vision', person, did))
        await bot.follow(outcome)
        return { outcome, message, text: messageText(message) }
      },
      shown: async ({ outcome }) => await bot.desk.shown(outcome),
      [Symbol.asyncDispose]: async () => {},
    }
    return await runInSession(line, session)
  }

  return {
    ...{ bot: office.bot, records: office.bot.desk.records, say, command, forms },
    /** What went wrong, with what Teams has refused. */
    get reports() {
      return [...office.reports, ...teams.faults]
    },
    folder: (name: string) => {
      const path = join(config.stateDir, '..', name)
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
    sentTo: (who: string) => postsOf(userOf(who)),
    digests: () => postsOf(office.office).filter((text) => text.startsWith('【日次まとめ】')),
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

function missing(button: string): never {
  throw new Error(`nothing has the button ${button}`)
}

/** The words of a post, without what only buttons and cards add. */
function plain(text: string): string {
  return (
    text
      .split('\n')
      .filter(
        (line) =>
          !/^(?:内容が違うと思われる場合.*|項目の御意見：.*|状況：.*|\[\D[^\]]*\]|出典(?: \[\d+\])+)$/u.test(line),
      )
      .join('\n')
      // A speaker stands above what is quoted.
      .replaceAll(/(^|\n)(【[^】]+】)\n(?=「)/gu, '$1$2')
  )
}
