import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openBot, openRecord, openState, secretariatHere, verifyState } from '../../src/app.ts'
import type { Session } from '../../src/commands/session.ts'
import { runInSession } from '../../src/commands/slash.ts'
import { addDays, type Day, dayOf, type Minute, momentOf } from '../../src/opinions/day.ts'
import { Records } from '../../src/opinions/records.ts'
import type { Account, Divisions, Member, Staff } from '../../src/opinions/roster.ts'
import { localTurn } from '../../src/platforms/terminal/local-turn.ts'
import { messageText } from '../../src/platforms/terminal/message-lines.ts'
import { TerminalMessenger } from '../../src/platforms/terminal/terminal-messenger.ts'
import { converse } from './converse.ts'
import { PostRoom } from './post-room.ts'
import { sapporo } from './record-folder.ts'

const committee = 'sapporo-vision'

type People = {
  readonly members: readonly Member[]
  readonly staff: readonly Staff[]
  readonly divisions: Divisions
}

/**
 * The whole bot in a folder of its own, by a clock that the test drives: members and strangers write to it in direct
 * messages, the secretariat gives commands, and what is sent to either is kept. Nothing happens but by `goTo`.
 */
export async function openRoundOffice(people: People, start: Minute) {
  const root = mkdtempSync(join(tmpdir(), 'round-'))
  const config = {
    committeeDir: sapporo,
    stateDir: join(root, 'state'),
    digest: { time: '09:00', mail: null },
    retentionYears: null,
  } as const
  let now = momentOf(start)
  const clock = { now: () => now }
  await putPeople(config.stateDir, people, now)
  const letters = new PostRoom('slack')
  const desk = new PostRoom('terminal')
  const reports: string[] = []
  const bot = await openBot(config, {
    messengers: [letters, desk],
    report: (message) => void reports.push(message),
    clock,
  })
  let turns = 0

  /** What somebody says in direct message, and what the bot answers. */
  async function say(who: string, text: string): Promise<string> {
    const [person, place] = [`slack:${who}`, `slack:dm-${who}`]
    const turn = { id: `turn-${++turns}`, committee, person, conversation: place, place }
    const { outcome, message } = await bot.take({ ...turn, did: { kind: 'say', text } })
    await bot.desk.shown(outcome)
    return messageText(message)
  }

  /** What somebody of the staff does at the machine, by a command as it is typed in a chat. */
  async function command(who: string, line: string): Promise<string> {
    const account = await bot.signIn({ kind: 'staff', id: who }, 'office', 'ja')
    const person = { account, user: 'office', language: 'ja' } as const
    const session: Session = {
      ...{ bot, person, terminal: new TerminalMessenger() },
      async act(did) {
        const { outcome, message } = await bot.take(localTurn(committee, person, did))
        return { outcome, message, text: messageText(message) }
      },
      shown: async ({ outcome }) => await bot.desk.shown(outcome),
      [Symbol.asyncDispose]: async () => {},
    }
    return await runInSession(line, session)
  }

  const folder = (name: string) => {
    mkdirSync(join(root, name), { recursive: true })
    return join(root, name)
  }
  return {
    ...{ bot, records: bot.desk.records, letters, desk, reports, say, command, folder },
    /** Lets the days go by, with what the bot does by itself at 8, 9 and 18 o'clock of each, and at the end. */
    async goTo(minute: Minute): Promise<void> {
      const end = momentOf(minute)
      const hours = (day: Day) => ['08:00', '09:00', '18:00'].map((time) => momentOf(`${day}T${time}`))
      for (let day = dayOf(now); day <= dayOf(end); day = addDays(day, 1))
        for (const moment of hours(day)) {
          if (moment <= now || moment > end) continue
          now = moment
          await bot.tick()
        }
      now = end
      await bot.tick()
    },
    /** What was sent to somebody, in order. */
    sentTo: (who: string) =>
      letters.received.filter(({ place }) => place === `slack:dm-${who}`).map(({ text }) => text),
    /** The digests that reached the secretariat's place. */
    digests: () => desk.received.filter(({ place }) => place === secretariatHere).map(({ text }) => text),
    /** What `ask` answers at a machine where nobody is known: from the files alone. */
    ask: (question: string) =>
      converse(openRecord(config), [question]).map(({ message }) => messageText(message))[0] ?? '',
    /** Whether the audit chain has these check values (照合値), read as it lies on the disk. */
    verify: async (values: readonly string[]) =>
      (
        await verifyState(
          config,
          values.map((hash) => ({ hash })),
        )
      ).outcome,
    async [Symbol.asyncDispose]() {
      await bot[Symbol.asyncDispose]()
      rmSync(root, { recursive: true, force: true })
    },
  }
}

/** Puts people on the roster, and gives each member his direct message. */
async function putPeople(stateDir: string, { members, staff, divisions }: People, at: number): Promise<void> {
  await using store = await openState({ stateDir }, { report: () => {}, clock: { now: () => at } })
  const records = new Records(store, committee)
  const account = (id: string): Account => ({
    ...{ account: `slack:${id}`, holder: { kind: 'member', id }, claimed: null },
    ...{ place: `slack:dm-${id}`, language: 'ja', since: at },
  })
  await store.commit([
    ...members.map((one) => records.put('members', one.id, one)),
    ...staff.map((one) => records.put('staff', one.id, one)),
    records.put('divisions', `${divisions.fiscalYear}`, divisions),
    ...members.map(({ id }) => records.put('accounts', `slack:${id}`, account(id))),
  ])
}
