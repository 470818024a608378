import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openState } from '../../src/app.ts'
import { openPlatforms } from '../../src/commands/serve-platforms.ts'
import { readConfig } from '../../src/config.ts'
import { Records } from '../../src/opinions/records.ts'
import type { Account, Divisions, Member, Staff } from '../../src/opinions/roster.ts'
import type { Pace } from '../../src/platforms/post-pace.ts'
import { encodePlace } from '../../src/platforms/teams/teams-place.ts'
import { type FakeTeamsOptions, openFakeTeams } from './fake-teams/fake-teams.ts'
import { sapporo } from './record-folder.ts'

const committee = 'sapporo-vision'

type People = {
  readonly members?: readonly Member[]
  readonly staff?: readonly Staff[]
  readonly divisions?: Divisions
}

/**
 * `at` is the time that the bot's clock shows, `ownPace` how fast it posts, `services` what Teams' addresses begin with, by its
 * own.
 */
type Options = FakeTeamsOptions &
  People & { readonly at?: number; readonly ownPace?: Pace; readonly services?: (base: string) => string }

/** The whole bot, served to a fake Teams over loopback: members and staff have an account each, and the secretariat has a channel. */
export async function openTeamsOffice({
  members = [],
  staff = [],
  divisions,
  at,
  ownPace: pace,
  services,
  ...options
}: Options = {}) {
  const root = mkdtempSync(join(tmpdir(), 'teams-'))
  let now = at
  const clock = { now: () => now ?? Date.now() }
  const teams = await openFakeTeams(options)
  const users = new Map([...members, ...staff].map(({ id, name }) => [id, teams.addUser({ name })] as const))
  const user = (id: string) => users.get(id) ?? expectUser(id)
  const office = teams.addTeam({ name: '事務局', members: staff.map(({ id }) => user(id)) })
  const stateDir = join(root, 'state')
  await putPeople()
  const { configuration } = teams
  const config = readConfig({
    ...{ COMMITTEE_DIR: sapporo, STATE_DIR: stateDir, PORT: '0', DIGEST_TIME: at === undefined ? 'off' : '09:00' },
    ...{ TEAMS_APP_ID: teams.appId, TEAMS_APP_PASSWORD: configuration.MicrosoftAppPassword },
    ...{
      TEAMS_TENANT_ID: teams.tenant,
      TEAMS_SERVICE_URLS: services?.(teams.serviceUrl.replace(/teams\/$/u, '')) ?? teams.serviceUrl,
      TEAMS_SECRETARIAT_CHANNEL: office,
    },
    ...{ TEAMS_LOGIN_URL: configuration.ToChannelFromBotLoginUrl },
    ...{ TEAMS_OPENID_URL: configuration.ToBotFromChannelOpenIdMetadataUrl },
  })
  const reports: string[] = []
  const open = async () => {
    const report = (message: string) => void reports.push(message)
    const opened = await openPlatforms(config, { report, clock, ...(pace === undefined ? {} : { pace }) })
    teams.connect(`http://127.0.0.1:${opened.port}`)
    return opened
  }
  let served = await open()

  async function putPeople(): Promise<void> {
    await using store = await openState({ stateDir }, { report: () => {} })
    const records = new Records(store, committee)
    const account = (id: string, kind: 'member' | 'staff'): Account => {
      const person = teams.person(user(id))
      const name = `teams:${teams.tenant}:${person?.aadObjectId}`
      const place = { service: teams.serviceUrl, tenant: teams.tenant, conversation: null, user: user(id) }
      return {
        ...{ account: name, holder: { kind, id }, claimed: null, place: encodePlace(place), language: 'ja' },
        since: clock.now(),
      }
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
    ...{ teams, user, office, reports, config, clock },
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
      await teams[Symbol.asyncDispose]()
      rmSync(root, { recursive: true, force: true })
    },
  }
}

function expectUser(id: string): never {
  throw new Error(`${id} is not on the roster`)
}
