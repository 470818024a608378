import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openState } from '../../src/app.ts'
import { openPlatforms } from '../../src/commands/serve-platforms.ts'
import { readConfig } from '../../src/config.ts'
import { Records } from '../../src/opinions/records.ts'
import type { Account, Divisions, Member, Staff } from '../../src/opinions/roster.ts'
import type { Pace } from '../../src/platforms/post-pace.ts'
import { type FakeSlackOptions, openFakeSlack } from './fake-slack/fake-slack.ts'
import { sapporo } from './record-folder.ts'

const committee = 'sapporo-vision'

/** How the app hears from Slack. */
export const ways = ['http', 'socket'] as const
export type Way = (typeof ways)[number]

type People = {
  readonly members?: readonly Member[]
  readonly staff?: readonly Staff[]
  readonly divisions?: Divisions
}

/** `at` is the time that the bot's clock shows, `ownPace` how fast it posts. */
type Options = FakeSlackOptions & People & { readonly at?: number; readonly ownPace?: Pace; readonly locale?: string }

/**
 * The whole bot, served to a fake Slack over loopback: members and staff have an account each (their user ids by their id on
 * the roster), and the secretariat has a channel.
 */
export async function openSlackOffice(
  way: Way,
  { members = [], staff = [], divisions, at, ownPace: pace, locale = 'ja-JP', ...options }: Options = {},
) {
  const root = mkdtempSync(join(tmpdir(), 'slack-'))
  let now = at
  const clock = { now: () => now ?? Date.now() }
  const slack = await openFakeSlack({ ...clock, ...options })
  const users = new Map([...members, ...staff].map(({ id, name }) => [id, slack.addUser({ name, locale })] as const))
  const user = (id: string) => users.get(id) ?? expectUser(id)
  const office = slack.addChannel({ name: 'jimukyoku', private: true, members: staff.map(({ id }) => user(id)) })
  const stateDir = join(root, 'state')
  await putPeople(stateDir, clock.now())
  const config = readConfig({
    ...{ COMMITTEE_DIR: sapporo, STATE_DIR: stateDir, PORT: '0', DIGEST_TIME: at === undefined ? 'off' : '09:00' },
    ...{ SLACK_BOT_TOKEN: slack.botToken, SLACK_API_URL: slack.apiUrl, SLACK_SECRETARIAT_CHANNEL: office },
    ...(way === 'http' ? { SLACK_SIGNING_SECRET: slack.signingSecret } : { SLACK_APP_TOKEN: slack.appToken }),
  })
  const reports: string[] = []
  const open = async () => {
    const report = (message: string) => void reports.push(message)
    const served = await openPlatforms(config, { report, clock, ...(pace === undefined ? {} : { pace }) })
    await (way === 'http' ? slack.connectHttp(`http://127.0.0.1:${served.port}`) : slack.connectSocket())
    return served
  }
  let served = await open()

  async function putPeople(folder: string, since: number): Promise<void> {
    await using store = await openState({ stateDir: folder }, { report: () => {} })
    const records = new Records(store, committee)
    const account = (id: string, kind: 'member' | 'staff'): Account => {
      const account = `slack:${slack.teamId}:${user(id)}`
      return { account, holder: { kind, id }, claimed: null, place: account, language: 'ja', since }
    }
    const accounts = [...members.map(({ id }) => account(id, 'member')), ...staff.map(({ id }) => account(id, 'staff'))]
    await store.commit([
      ...members.map((one) => records.put('members', one.id, one)),
      ...staff.map((one) => records.put('staff', one.id, one)),
      ...(divisions === undefined ? [] : [records.put('divisions', `${divisions.fiscalYear}`, divisions)]),
      ...accounts.map((one) => records.put('accounts', one.account, one)),
    ])
  }

  return {
    ...{ slack, user, office, reports, config, clock },
    get bot() {
      return served.bot
    },
    get port() {
      return served.port
    },
    /** The time from now on. */
    setTime(next: number): void {
      now = next
    },
    /** Ends the bot, and starts it again on the same data. */
    async restart(): Promise<void> {
      await served[Symbol.asyncDispose]()
      served = await open()
    },
    async [Symbol.asyncDispose]() {
      await served[Symbol.asyncDispose]()
      await slack[Symbol.asyncDispose]()
      rmSync(root, { recursive: true, force: true })
    },
  }
}

function expectUser(id: string): never {
  throw new Error(`${id} is not on the roster`)
}
