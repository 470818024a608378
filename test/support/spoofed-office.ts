import { isDeepStrictEqual } from 'node:util'
import type { Bot } from '../../src/app.ts'
import { momentOf } from '../../src/opinions/day.ts'
import type { Records } from '../../src/opinions/records.ts'
import type { Account } from '../../src/opinions/roster.ts'
import { encodePlace } from '../../src/platforms/teams/teams-place.ts'
import type { Stored } from '../../src/ports.ts'
import { openSlackOffice, type Way } from './slack-office.ts'
import { openTeamsOffice } from './teams-office.ts'

type Collection = Parameters<Records['list']>[0]
export type SpoofedOffice = Awaited<ReturnType<typeof openSpoofedOffice>>

/** All that is stored, by collection: one that is new must be named here, too. */
const collections = Object.keys({
  ...{ acts: 1, members: 1, staff: 1, divisions: 1, accounts: 1, calls: 1, drafts: 1, submissions: 1, versions: 1 },
  ...{
    submitters: 1,
    questions: 1,
    items: 1,
    responses: 1,
    notes: 1,
    proofs: 1,
    charges: 1,
    inquiries: 1,
    releases: 1,
  },
  ...{ sheets: 1, outbox: 1, reminders: 1, erasures: 1, posts: 1, misses: 1, digests: 1 },
  ...{ turns: 1, conversations: 1, counters: 1 },
} satisfies Record<Collection | 'turns' | 'conversations' | 'counters', 1>)

const committee = 'sapporo-vision'
const term = { from: '2025-04-01', to: '2027-03-31' }
const member = (id: string, name: string, terms = [term]) => ({ id, name, title: '委員', terms, mail: null })
const staffOf = (id: string, name: string, to: string | null = null) => ({
  ...{ id, name, posts: [{ post: '係長', from: '2025-04-01', to }] },
})

/** What must not be read by others: each stands once in what the office holds. */
export const secrets = {
  /** Shared with the members, not public. */
  shared: ['鵜飼橋の架け替えをお願い', '鵜飼橋については検討して'],
  sato: ['琴似川の遊歩道', '鴻之舞の待合室', '屯田の防雪林', '佐藤　極一'],
  suzuki: ['厚別の歩道橋', '鈴木　極花'],
  office: [
    '遊歩道は来年度に',
    '現地は未確認の控え',
    '阿部の書きかけ',
    '安部　極三',
    '山田　極太',
    '木村　極桜',
    '自称の田中',
  ],
} as const

/** Who is on the roster of that office. */
const people = {
  members: [
    member('sato', '佐藤　極一'),
    member('suzuki', '鈴木　極花'),
    member('abe', '安部　極三'),
    member('ito', '伊藤　前委員', [{ from: '2023-04-01', to: '2025-03-31' }]),
  ],
  staff: [
    staffOf('yamada', '山田　極太'),
    staffOf('kimura', '木村　極桜'),
    staffOf('endo', '遠藤　元職', '2026-03-31'),
  ],
  divisions: {
    fiscalYear: 2026,
    divisions: ['農政課', '環境政策課'].map((name, at) => ({ id: `ka${at + 1}`, name, mail: null })),
  },
  at: momentOf('2026-08-20T10:00'),
}

/** What a platform gives: people by their ids there, and what they are called in the bot. */
type Face = {
  readonly addUser: (name: string) => string
  readonly accountOf: (user: string) => string
  readonly placeOf: (user: string) => string
  /** Lets somebody in wherever others are. */
  readonly enter: (user: string) => void
  readonly idle: () => Promise<void>
}
type Opened = Pick<Awaited<ReturnType<typeof openSlackOffice>>, 'user' | 'setTime' | 'restart'> & { readonly bot: Bot }

/** That office in Slack. */
export async function openSpoofedOffice(way: Way) {
  const opened = await openSlackOffice(way, { ...people, ownPace: { interval: 0, burst: 1000 } })
  const { slack, office } = opened
  const accountOf = (user: string) => `slack:${slack.teamId}:${user}`
  const foreign = slack.addChannel({ name: 'shared', members: [] })
  const filled = await fillOffice(opened, {
    ...{ accountOf, placeOf: accountOf, addUser: (name) => slack.addUser({ name }), idle: slack.idle },
    enter(user) {
      for (const channel of [office, foreign]) slack.room(channel).members.add(user)
    },
  })
  const spoof = { ...filled.spoof, file: [...slack.files.keys()][0] ?? 'F0NONE' }
  return Object.assign(opened, filled, { accountOf, shared: foreign, spoof })
}

/** That office in Teams. */
export async function openSpoofedTeams() {
  const opened = await openTeamsOffice({ ...people, retryMs: [], ownPace: { interval: 0, burst: 1000 } })
  const { teams, office } = opened
  const accountOf = (user: string) => `teams:${teams.tenant}:${teams.person(user)?.aadObjectId}`
  const foreign = teams.addTeam({ name: '別のチーム', members: [] })
  const filled = await fillOffice(opened, {
    ...{ accountOf, addUser: (name) => teams.addUser({ name }), idle: teams.idle },
    placeOf: (user) => encodePlace({ service: teams.serviceUrl, tenant: teams.tenant, conversation: null, user }),
    enter(user) {
      for (const channel of [office, foreign]) teams.place(channel).members.add(user)
    },
  })
  return Object.assign(opened, filled, { accountOf, shared: foreign })
}

/** The office in the middle of its work: an annex that is shared, words that are looked over, an open call, drafts, a claim. */
async function fillOffice(opened: Opened, { addUser, accountOf, placeOf, enter, idle }: Face) {
  let turns = 0
  /** Something done beside the platform by somebody. */
  async function act(user: string, form: object) {
    const account = accountOf(user)
    const base = { id: `act-${(turns += 1)}`, committee, person: account, conversation: `${account}/beside` }
    const { outcome } = await opened.bot.take({ ...base, place: placeOf(user), did: { kind: 'form', form } as never })
    await opened.bot.follow(outcome)
    const told = outcome.told.map((one) => ('told' in one && typeof one.told === 'object' ? one.told : one))
    if (told.some((one) => 'kind' in one && ['refused', 'fields', 'usage'].includes(`${one.kind}`)))
      throw new Error(`${JSON.stringify(form)}: ${JSON.stringify(outcome.told)}`)
    return outcome
  }
  const by = async (id: string, form: object) => await act(opened.user(id), form)
  const queue = async (id: string, act: object) => await by(id, { name: 'queue', act })
  const openCall = async (id: string, deadline: string) => {
    const input = {
      id,
      name: `照会の${id}`,
      form: 'meeting',
      approval: false,
      agenda: ['議題'],
      documents: [],
      deadline,
    }
    await by('yamada', { name: 'open-call', input: { ...input, asked: 'all' } })
  }
  const file = async (id: string, call: string, text: string): Promise<string> => {
    const fields = {
      edits: null,
      call,
      subject: 'whole',
      text,
      vote: null,
      printName: false,
      split: false,
      onBehalf: null,
    }
    const { told } = await by(id, { name: 'opinion', ...fields, confirmed: true })
    return told.map((one) => ('receipt' in one ? `${one.receipt}` : '')).find((one) => one !== '') ?? ''
  }
  const respond = async (receipt: string, text: string) => {
    const target = { item: `${receipt}-1`, seen: null }
    await queue('yamada', { do: 'respond', input: { target, text } })
    await queue('kimura', { do: 'check', input: { target, response: 1 } })
  }
  const goTo = async (minute: string) => {
    opened.setTime(momentOf(minute))
    await opened.bot.tick()
  }

  await openCall('2026-1', '2026-08-21T17:00')
  const shared = await file('sato', '2026-1', `${secrets.shared[0]}します。`)
  await goTo('2026-08-24T10:00')
  await respond(shared, `${secrets.shared[1]}まいります。`)
  const decree = { decided: '2026-08-24', number: '札ま第１号', post: '局長', names: 'none' }
  await by('yamada', { name: 'release', act: { do: 'share', call: '2026-1', ...decree } })
  await openCall('2026-2', '2026-08-28T17:00')
  const proofed = await file('sato', '2026-2', `${secrets.sato[0]}をお願いします。`)
  const suzukis = await file('suzuki', '2026-2', `${secrets.suzuki[0]}をお願いします。`)
  await goTo('2026-09-01T10:00')
  const targets = [{ item: `${suzukis}-1`, seen: null }]
  await queue('yamada', { do: 'assign', input: { targets, divisions: { lead: 'ka1', others: [] } } })
  const order = { call: '2026-2', due: '2026-09-15T17:00', divisions: [], contact: '内線', accept: true }
  await by('yamada', { name: 'inquiry', act: { do: 'write', input: order } })
  await respond(proofed, `${secrets.office[0]}整備してまいります。`)
  await by('yamada', { name: 'release', act: { do: 'check', call: '2026-2', until: '2026-09-11', receipts: [] } })
  await openCall('2026-3', '2026-09-25T17:00')
  const asked = await file('sato', '2026-3', `${secrets.sato[1]}をお願いします。`)
  const hidden = await file('sato', '2026-3', `${secrets.sato[2]}をお願いします。`)
  await queue('yamada', { do: 'note', input: { target: { item: `${asked}-1`, seen: null }, text: secrets.office[1] } })
  await queue('yamada', { do: 'ask', target: { item: `${asked}-1`, seen: null }, text: 'どちらですか', until: null })
  const none = { edits: null, call: '2026-3', subject: null, vote: null, printName: null, split: null, onBehalf: null }
  const draft = 'draft-of-abe'
  await by('abe', { name: 'opinion', ...none, text: secrets.office[2], confirmed: false, draft, keep: true })
  const claimant = addUser('自称')
  await act(claimant, { name: 'claim', who: secrets.office[6] })
  await goTo('2026-09-02T10:00')
  await goTo('2026-09-02T10:30')

  const store = async () =>
    (
      await opened.bot.desk.sceneOf({
        ...{ id: 'look', committee, person: 'nobody', conversation: 'nobody', place: 'nobody' },
        did: { kind: 'action', name: 'mine' },
      })
    ).store

  /** Waits until nothing is being worked on, and all is delivered. */
  async function settled(): Promise<void> {
    await idle()
    await opened.restart()
    await opened.bot.tick()
  }

  return {
    ...{ claimant, hidden },
    receipts: { sato: [proofed, asked, shared], suzuki: [suzukis] },
    spoof: {
      ...{ draft, account: accountOf(claimant), calls: ['2026-1', '2026-2', '2026-3', 'standing'], file: 'F0NONE' },
    },
    /** One more account of a holder of the roster, or of nobody who claims something. */
    async addAccount(holder: Account['holder'], claimed: string | null): Promise<string> {
      const user = addUser('別の端末')
      enter(user)
      if (holder === null && claimed === null) return user
      const account = accountOf(user)
      const value: Account = { account, holder, claimed, place: placeOf(user), language: 'ja', since: 1 }
      await (await store()).commit([opened.bot.desk.records.put('accounts', account, value)])
      return user
    },
    settled,
    /** Every record as it is stored, once nothing is being worked on. */
    async stored(): Promise<ReadonlyMap<string, Stored>> {
      await settled()
      const from = await store()
      const all = await Promise.all(collections.map(async (collection) => await from.list({ committee, collection })))
      return new Map(all.flat().map((one) => [`${one.key.collection} ${one.key.id}`, one]))
    },
  }
}

/** Records that came, went or became others: `collection id`, with what it is now. */
export function changesOf(before: ReadonlyMap<string, Stored>, after: ReadonlyMap<string, Stored>) {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((name) => {
    const [was, is] = [before.get(name), after.get(name)]
    return isDeepStrictEqual(was, is) ? [] : [{ name, was: was?.value, is: is?.value }]
  })
}
