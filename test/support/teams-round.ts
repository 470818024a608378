import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { openRecord, verifyState } from '../../src/app.ts'
import { addDays, type Day, dayOf, type Minute, momentOf } from '../../src/opinions/day.ts'
import type { Divisions, Member, Staff } from '../../src/opinions/roster.ts'
import { messageText } from '../../src/platforms/terminal/message-lines.ts'
import { converse } from './converse.ts'
import type { AnyAction } from './fake-teams/card-schemas.ts'
import { cardText } from './fake-teams/card-text.ts'
import { openTeamsOffice } from './teams-office.ts'

type People = {
  readonly members: readonly Member[]
  readonly staff: readonly Staff[]
  readonly divisions: Divisions
}

/** The whole bot as Teams serves it, by a clock that the test drives. The same acts as `openRoundOffice` has. */
export async function openTeamsRound(people: People, start: Minute) {
  const office = await openTeamsOffice({ ...people, at: momentOf(start), ownPace: { interval: 0, burst: 1 } })
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

  /**
   * What the secretariat does: notes and checks in dialogs under a card, what is a member's own and files alone with the bot, and
   * all else by commands in its channel.
   */
  async function command(who: string, line: string): Promise<string> {
    const user = office.user(who)
    const [, act, item = '', text = ''] = /^\/queue (note|check) (\S+)(?: --text (.*)| --response 1)$/u.exec(line) ?? []
    if (act !== undefined) return await inDialog(user, act === 'note' ? 'メモ' : '確認', item, text)
    const [, path] = /^\/inquiry take (\S+)/u.exec(line) ?? []
    if (path !== undefined) return await takeFile(user, path, line.includes('--accept'))
    const [, out] = / --out (\S+)/u.exec(line) ?? []
    if (out !== undefined) return await withFiles(user, line, out)
    if (line.startsWith('/opinion '))
      return await answerIn(user, async () => await teams.say(user, 'personal', line.slice(1)))
    const { id } = await teams.say(user, office.office, line.slice(1), { mention: true })
    const thread = `${office.office};messageid=${id}`
    return await answerIn(thread, async () => {})
  }

  const isSend = (action: AnyAction) => 'style' in action && action.style === 'positive'
  const shownTo = (user: string) => cardText(teams.dialog(user)?.card ?? missing('a dialog'))

  /** Does something to an item in the dialog under its card; of several items it is chosen first. */
  async function inDialog(user: string, label: string, item: string, text: string): Promise<string> {
    const receipt = item.replace(/-\d+$/u, '')
    const card = teams.posts(office.office).find((post) => teams.read(post).startsWith(receipt)) ?? missing(receipt)
    await teams.openDialog(user, card, label)
    if (shownTo(user).startsWith('項目')) await teams.submit(user, { 項目: item }, isSend)
    await teams.submit(user, text === '' ? {} : { 'メモ（委員には示しません）': text }, isSend)
    return plain(shownTo(user))
  }

  /** Gives a division's file to the bot; to accept what it says is to press and to send the dialog. */
  async function takeFile(user: string, path: string, accept: boolean): Promise<string> {
    const before = teams.posts(user).length
    const file = { name: basename(path), bytes: readFileSync(path) }
    const preview = await answerIn(user, async () => await teams.say(user, 'personal', '', { files: [file] }))
    if (!accept) return preview
    const post = teams.posts(user).slice(before).at(-1) ?? missing(path)
    await teams.openDialog(user, post, '取り込む')
    await teams.submit(user, {}, isSend)
    return shownTo(user)
  }

  /** A command alone with the bot; the files that it offers are taken, and put where --out says. */
  async function withFiles(user: string, line: string, out: string): Promise<string> {
    const before = teams.posts(user).length
    const answer = await answerIn(user, async () => await teams.say(user, 'personal', line.slice(1)))
    const isFolder = statSync(out, { throwIfNoEntry: false })?.isDirectory() === true
    for (const post of teams.posts(user).slice(before)) {
      const [offer] = post.activity?.attachments ?? []
      if (offer?.contentType !== 'application/vnd.microsoft.teams.card.file.consent') continue
      const { fileId = '' } = await teams.consent(user, post)
      const bytes = await teams.until(() => teams.file(fileId)?.bytes)
      writeFileSync(isFolder ? join(out, offer.name) : out, bytes)
    }
    return answer.trimEnd()
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
