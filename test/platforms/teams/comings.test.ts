import { expect, it } from 'vitest'
import { openTeamsOffice } from '../../support/teams-office.ts'
import type { TeamsOffice } from '../../support/teams-requests.ts'

const introduction = 'さっぽろ連携中枢都市圏ビジョン懇談会の自動応答です。'
const question = 'No.34はなぜ×ですか'

/** The places where others read along. */
const places: readonly (readonly [string, (office: TeamsOffice, person: string) => string])[] = [
  ['a team', ({ teams }, person) => teams.addTeam({ name: '懇談会', members: [person], bot: false })],
  ['a group chat', ({ teams }, person) => teams.addGroupChat({ members: [person], bot: false })],
]

const saidIn = ({ teams }: TeamsOffice, where: string) => teams.posts(where).map((post) => teams.read(post))
const waiting = async ({ bot }: TeamsOffice) => (await bot.desk.records.list('outbox')).map(({ value }) => value)

/** Ends when all that was delivered is done with. */
async function settled(office: TeamsOffice): Promise<void> {
  await office.teams.idle()
  await office.bot.tick()
}

it.each(places)('introduces itself once in %s, with what it does there and what it does not', async (_, addPlace) => {
  await using office = await openTeamsOffice()
  const { teams } = office
  const person = teams.addUser({ name: '佐藤' })
  const place = addPlace(office, person)

  await teams.install(person, place)
  await teams.until(() => teams.posts(place).length > 0)
  await teams.changeMembers(person, place, [teams.addUser({ name: '鈴木' })], true)
  await settled(office)

  expect(saidIn(office, place)).toHaveLength(1)
  expect(saidIn(office, place)[0]).toMatch(new RegExp(`^${introduction}`, 'u'))
  expect(saidIn(office, place)[0]).toContain('呼び出して（@）')
  expect(saidIn(office, place)[0]).toContain('ダイレクトメッセージで承ります')
  expect(teams.posts(person)).toEqual([])
  expect([teams.faults, office.reports]).toEqual([[], []])
})

it('introduces itself in the language of who has added it', async () => {
  await using office = await openTeamsOffice()
  const { teams } = office
  const person = teams.addUser({ name: 'Smith', locale: 'en-US' })
  const team = teams.addTeam({ name: '懇談会', members: [person], bot: false })

  await teams.install(person, team)
  await teams.until(() => teams.posts(team).length > 0)

  expect(saidIn(office, team)[0]).toContain('Mention it (@) here with a question')
})

it('tells in its introduction nothing of who has added it, and takes up no draft of his', async () => {
  const terms = [{ from: '2020-04-01', to: '2099-03-31' }]
  const sato = { id: 'sato', name: '佐藤花子', title: '委員', terms, mail: null }
  await using office = await openTeamsOffice({ members: [sato] })
  const { teams } = office
  const person = office.user('sato')
  await teams.say(person, 'personal', '意見')
  await teams.until(() => teams.posts(person).length === 1)
  const team = teams.addTeam({ name: '懇談会', members: [person], bot: false })

  await teams.install(person, team)
  await teams.until(() => teams.posts(team).length > 0)
  await settled(office)

  expect(saidIn(office, team).join('')).not.toContain('佐藤')
  expect(saidIn(office, team)).toHaveLength(1)
  expect(teams.posts(person)).toHaveLength(1)
})

const chat: (typeof places)[number] = ['the chat with a person', ({ teams }, person) => teams.personal(person)]

it.each([...places, chat])(
  'greets anew where it was taken away from %s and is added again, and answers',
  async (_, addPlace) => {
    await using office = await openTeamsOffice()
    const { teams } = office
    const person = teams.addUser({ name: '佐藤' })
    const place = addPlace(office, person)
    const mention = place !== teams.personal(person)
    await teams.install(person, place)
    await teams.until(() => teams.posts(place).length === 1)

    await teams.install(person, place, 'remove')
    await teams.install(person, place)
    await teams.until(() => teams.posts(place).length === 2)
    await office.restart()
    await teams.say(person, mention ? place : 'personal', question, { mention })
    await teams.until(() => teams.posts(place).length === 3)
    await settled(office)

    const said = saidIn(office, place)
    expect(said[1]).toBe(said[0])
    expect(said[2]).toContain('脱炭素を主とした内容ではなかったため')
    expect(await waiting(office)).toEqual([])
    expect(teams.faults).toEqual([])
  },
)

it.each(places)(
  'leaves nothing to be tried again where it is taken away from %s before its answer',
  async (_, addPlace) => {
    await using office = await openTeamsOffice()
    const { teams } = office
    const person = teams.addUser({ name: '佐藤' })
    const place = addPlace(office, person)
    await teams.install(person, place)
    await teams.until(() => teams.posts(place).length === 1)
    teams.weather = () => ({ status: 429, retryAfter: 1 })
    const asked = Date.now()
    office.setTime(asked)
    await teams.say(person, place, question, { mention: true })
    await office.bot.deliver()
    teams.weather = () => 'fine'

    await teams.install(person, place, 'remove')
    office.setTime(asked + 2000)
    await settled(office)
    const [refused, ...more] = await waiting(office)
    const calls = teams.calls.length
    office.setTime(asked + 3_600_000)
    await settled(office)

    expect(refused?.refused).toContain('BotNotInConversationRoster')
    expect(refused?.refused).toContain('アプリの追加をお願いしてください')
    expect(refused).not.toHaveProperty('reply')
    expect(more).toEqual([])
    expect(teams.calls.length).toBe(calls)
  },
)

it.each(['MessageWritesBlocked', 'ConversationBlockedByUser', 'BotNotInConversationRoster'] as const)(
  'takes %s as a refusal for good, says so to staff, and writes to that person again once he has let it',
  async (code) => {
    await using office = await openTeamsOffice()
    const { teams } = office
    const person = teams.addUser({ name: '佐藤' })
    const chat = teams.place(teams.personal(person))
    chat.closed = code

    await teams.say(person, 'personal', question)
    await teams.until(() => teams.calls.some(({ answer }) => answer?.status === 403))
    await settled(office)
    const [refused] = await waiting(office)
    delete chat.closed
    await teams.say(person, 'personal', question)
    await teams.until(() => teams.posts(person).length > 0)
    await settled(office)

    expect(refused?.refused).toContain(code)
    expect(teams.posts(person)).toHaveLength(1)
  },
)

it('takes a chat that is not there any more as a refusal for good', async () => {
  await using office = await openTeamsOffice()
  const { teams } = office
  const person = teams.addUser({ name: '佐藤' })
  const { delivered } = await teams.say(person, 'personal', question)
  await teams.until(() => teams.posts(person).length === 1)

  const gone = { ...delivered?.activity, id: '1', conversation: { id: 'a:gone', conversationType: 'personal' } }
  await teams.send(gone as never)
  await settled(office)

  expect(await waiting(office)).toMatchObject([{ refused: expect.stringContaining('ConversationNotFound') }])
})
