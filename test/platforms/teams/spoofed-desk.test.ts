import { expect, it } from 'vitest'
import type { Records } from '../../../src/opinions/records.ts'
import type { Account } from '../../../src/opinions/roster.ts'
import { encodePlace } from '../../../src/platforms/teams/teams-place.ts'
import type { Inbound } from '../../support/fake-teams/delivery.ts'
import { type Foreign, filledFields, spoofedAbouts, spoofedLines } from '../../support/spoofs.ts'
import { call, openTeamsSecretariat } from '../../support/teams-secretariat.ts'

type Desk = Awaited<ReturnType<typeof openTeamsSecretariat>>

const secret = '琴似川の遊歩道を直してほしい'
const isLong = process.env.LONG !== undefined
const kept = [
  ...(['acts', 'members', 'staff', 'divisions', 'accounts', 'calls', 'submissions', 'versions', 'submitters'] as const),
  ...(['questions', 'items', 'responses', 'notes', 'proofs', 'charges', 'inquiries', 'releases', 'sheets'] as const),
  ...(['erasures', 'digests', 'reminders'] as const),
] satisfies readonly Parameters<Records['list']>[0][]

const stand = async ({ bot }: Desk) =>
  JSON.stringify(
    await Promise.all(kept.map(async (name) => (await bot.desk.records.list(name)).map(({ value }) => value))),
  )

/** Who spoofs, and whether he is in the secretariat's team. */
const roles: readonly {
  readonly name: string
  readonly holder: Account['holder'] | 'none'
  readonly inTeam: boolean
}[] = [
  { name: 'a stranger', holder: 'none', inTeam: true },
  { name: 'who only claims to be somebody', holder: null, inTeam: true },
  { name: 'a member', holder: { kind: 'member', id: 'suzuki' }, inTeam: true },
  { name: 'staff whose post has ended', holder: { kind: 'staff', id: 'endo' }, inTeam: true },
  { name: 'staff who is not in the team', holder: { kind: 'staff', id: 'kimura' }, inTeam: false },
]

/** An office in the middle of its work, and somebody with one more account. */
async function openSpoofed({ holder, inTeam }: Pick<(typeof roles)[number], 'holder' | 'inTeam'>) {
  const desk = await openTeamsSecretariat({ retryMs: [], messageMs: 60_000 })
  const { teams, office } = desk
  const receipt = await desk.file('sato', secret)
  const another = await desk.file('sato', `もう一つ、${secret}`)
  const user = teams.addUser({ name: '別の端末', guest: holder === 'none' })
  if (inTeam) await teams.changeMembers(desk.user('yamada'), office, [user], true)
  const other = teams.addTeam({ name: '別のチーム', members: [user] })
  const account = `teams:${teams.tenant}:${teams.person(user)?.aadObjectId}`
  const { records } = desk.bot.desk
  const look = { id: 'look', committee: 'sapporo-vision', person: 'nobody', conversation: 'nobody', place: 'nobody' }
  const { store } = await desk.bot.desk.sceneOf({ ...look, did: { kind: 'action', name: 'mine' } })
  const posts = [{ post: '係長', from: '2020-01-01', to: '2020-03-31' }]
  await store.commit([records.put('staff', 'endo', { id: 'endo', name: '遠藤', posts })])
  if (holder !== 'none') {
    const place = encodePlace({ service: teams.serviceUrl, tenant: teams.tenant, conversation: null, user })
    const value: Account = { account, holder, claimed: '山田　太郎', place, language: 'ja', since: 1 }
    await store.commit([records.put('accounts', account, value)])
  }
  const claimant = `teams:${teams.tenant}:somebody`
  const claims: Account = {
    account: claimant,
    holder: null,
    claimed: '山田',
    place: claimant,
    language: 'ja',
    since: 1,
  }
  await store.commit([records.put('accounts', claimant, claims)])
  const foreign: Foreign = {
    ...{ receipts: [receipt, another], draft: 'draft', account: claimant, calls: ['standing', call, 'standing'] },
    file: crypto.randomUUID(),
  }
  /** What Teams would deliver of him in a place. */
  const base = async (place: string, mention: boolean) =>
    (await teams.say(user, place, 'No.34はなぜ×ですか', { mention })).delivered?.activity ?? expect.unreachable()
  const bases = [await base('personal', false), await base(inTeam ? office : other, true)]
  return Object.assign(desk, { user, foreign, bases, other, receipt })
}

/** Every so many of a list, others from place to place; all of it in a long run. */
const some = <T>(list: readonly T[], every: number, at: number) =>
  isLong ? list : list.filter((_, index) => (index + at) % every === 0)

/** All that somebody sends of what was never offered to him, as Teams would deliver it. */
function spoofsOf({ foreign, bases, receipt }: Awaited<ReturnType<typeof openSpoofed>>): readonly Inbound[] {
  const desks = spoofedAbouts(foreign).map((about) => ({ desk: JSON.stringify(about) }))
  const forms = desks.flatMap((desk) =>
    filledFields(foreign).map((fields) => ({
      ...desk,
      key: crypto.randomUUID(),
      ...Object.fromEntries(
        Object.entries({ ...fields, item: `${receipt}-1` }).map(([name, value]) =>
          Array.isArray(value) ? [`fields:${name}`, value.join(',')] : [`field:${name}`, value],
        ),
      ),
    })),
  )
  const dataset = ['items', 'people', 'divisions'].flatMap((of) =>
    spoofedAbouts(foreign).map((about) => JSON.stringify([of, 'search', about])),
  )
  const upload = {
    ...{ uploadUrl: 'https://example.sharepoint.com/a', contentUrl: 'https://example.sharepoint.com/a' },
    ...{ uniqueId: 'x', fileType: 'csv' },
  }
  const lines = spoofedLines(foreign).filter((line) => !line.startsWith('opinion'))
  return bases.flatMap((base, at) => {
    const invoke = (name: string, value: object): Inbound => ({
      ...base,
      type: 'invoke',
      name,
      value,
      id: `f:${crypto.randomUUID()}`,
    })
    const say = (fields: object): Inbound => ({ ...base, id: `${Math.floor(Math.random() * 1e15)}`, ...fields })
    const execute = (data: object) => ({ action: { type: 'Action.Execute', verb: 'desk', data }, trigger: 'manual' })
    const command = { commandId: 'opinion', commandContext: 'message' }
    return [
      ...some(desks, 4, at).map((data) => invoke('task/fetch', { data })),
      ...some(forms, 7, at).map((data) => invoke('task/submit', { data })),
      ...some(forms, 31, at).map((data) => invoke('adaptiveCard/action', execute(data))),
      ...some(forms, 37, at).map((data) => invoke('composeExtension/submitAction', { ...command, data })),
      ...some(desks, 7, at).map((data) => invoke('composeExtension/fetchTask', { ...command, data })),
      ...some(forms, 41, at).map((value) => say({ text: '', value, replyToId: base.id })),
      ...some(dataset, 13, at).map((one) => invoke('application/search', { queryText: '', dataset: one })),
      invoke('fileConsent/invoke', { action: 'accept', context: { file: foreign.file }, uploadInfo: upload }),
      ...some(lines, 3, at).map((text) => say({ text, entities: [] })),
      say({ text: 'メニュー', entities: [] }),
    ]
  })
}

it.each(roles)(
  'changes and shows nothing to $name who does what is the secretariat’s',
  async (role) => {
    await using desk = await openSpoofed(role)
    const { teams, user } = desk
    await teams.until(() => teams.posts(user).length > 0)
    const spoofs = spoofsOf(desk)
    const [before, from] = [await stand(desk), teams.delivered.length]

    for (const spoof of spoofs) await teams.send(spoof)
    await teams.idle()
    await desk.restart()
    await desk.bot.tick()

    expect(await stand(desk)).toBe(before)
    expect(teams.delivered.slice(from).filter(({ status }) => status !== 200)).toEqual([])
    expect(teams.delivered.slice(from)).toHaveLength(spoofs.length)
    expect(JSON.stringify(teams.delivered.slice(from).map(({ body }) => body))).not.toContain('琴似川')
    expect(teams.posts(user).map(teams.read).join()).not.toContain('琴似川')
    expect(desk.reports.filter((line) => line.includes('琴似川'))).toEqual([])
  },
  120_000,
)

it('does it for staff who is in the team', async () => {
  await using desk = await openSpoofed({ holder: { kind: 'staff', id: 'kimura' }, inTeam: true })
  const { teams } = desk
  const submits = spoofsOf(desk).filter(({ name }) => name === 'task/submit')

  for (const spoof of submits) await teams.send(spoof)
  await teams.idle()

  const did = new Set((await desk.bot.desk.records.list('acts')).map(({ value }) => value.did))
  expect([...did]).toEqual(expect.arrayContaining(['item-assigned', 'item-responded', 'item-noted']))
})
