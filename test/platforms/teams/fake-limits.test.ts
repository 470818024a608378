import { afterEach, expect, it, vi } from 'vitest'
import { openCloudAdapterApp } from '../../support/fake-teams/cloud-adapter-app.ts'
import { teamsPace } from '../../support/fake-teams/pace.ts'
import { openPoster } from '../../support/fake-teams/poster.ts'
import type { Weather } from '../../support/fake-teams/world.ts'

afterEach(() => void vi.useRealTimers())

it('keeps suggestions and files to personal chats', async () => {
  await using poster = await openPoster()
  const { teams, member } = poster
  const group = teams.addGroupChat({ members: [member] })
  const suggestedActions = { actions: [{ type: 'imBack', title: 'はい', value: 'はい' }] }
  const content = { sizeInBytes: 1, acceptContext: {}, declineContext: {} }
  const file = { contentType: 'application/vnd.microsoft.teams.card.file.consent', name: 'a.txt', content }

  const refused = [
    await poster.post({ text: '甲', suggestedActions }, group),
    await poster.post({ attachments: [file] }, group),
  ]

  expect(refused.map(({ status }) => status)).toEqual([400, 400])
})

it('takes a stream that begins at 1, grows, and ends, once, in a personal chat', async () => {
  vi.useFakeTimers({ toFake: ['performance'] })
  await using poster = await openPoster()
  const { teams, member } = poster
  const group = teams.addGroupChat({ members: [member] })
  const step = (text: string, info: object, conversation?: string) =>
    poster.post(
      {
        type: 'streamType' in info && info.streamType === 'final' ? 'message' : 'typing',
        text,
        entities: [{ type: 'streaminfo', ...info }],
      },
      conversation,
    )
  const streaming = (streamSequence: number, streamId?: string) => ({
    streamType: 'streaming',
    streamSequence,
    ...(streamId === undefined ? {} : { streamId }),
  })

  const elsewhere = await step('甲', streaming(1), group)
  const { id } = await step('甲', streaming(1))
  const late = await step('甲', streaming(2))
  const early = await step('甲乙', streaming(2, id))
  vi.advanceTimersByTime(1000)
  const wrong = [await step('乙', streaming(2, id)), await step('甲乙', streaming(1, id))]
  const grown = await step('甲乙', streaming(2, id))
  const done = await step('甲乙丙', { streamType: 'final', streamId: id })
  const after = await step('甲乙丙', { streamType: 'final', streamId: id })

  expect([elsewhere, late, early, ...wrong, grown, done, after].map(({ status }) => status)).toEqual([
    403, 403, 429, 403, 403, 201, 201, 403,
  ])
  expect(teams.posts(member).map(({ text }) => text)).toEqual(['甲乙丙'])
})

it('ends no stream after two minutes', async () => {
  vi.useFakeTimers({ toFake: ['performance'] })
  await using poster = await openPoster()
  const first = { type: 'streaminfo', streamType: 'streaming', streamSequence: 1 }
  const { id } = await poster.post({ type: 'typing', text: '甲', entities: [first] })

  vi.advanceTimersByTime(120_001)
  const last = await poster.post({
    text: '甲乙',
    entities: [{ type: 'streaminfo', streamType: 'final', streamId: id }],
  })

  expect(last).toMatchObject({ status: 403, error: { code: 'ContentStreamNotAllowed' } })
})

it('takes fifty posts a second of one tenant', async () => {
  vi.useFakeTimers({ toFake: ['performance'] })
  await using poster = await openPoster({ pace: teamsPace })
  const { teams } = poster
  const members = Array.from({ length: 51 }, (_, at) => teams.addUser({ name: `委員${at}` }))

  const answers = await Promise.all(members.map((one) => poster.post({ text: '甲' }, teams.personal(one))))

  expect(answers.filter(({ status }) => status === 429)).toHaveLength(1)
  expect(teams.rateLimited).toBe(1)
})

it('takes seven posts a second and sixty in half a minute, and says when to come again', async () => {
  vi.useFakeTimers({ toFake: ['performance'] })
  await using poster = await openPoster({ pace: teamsPace })
  const burst = async (count: number) => {
    const statuses: number[] = []
    for (let at = 0; at < count; at += 1) statuses.push((await poster.post({ text: '甲' })).status)
    return statuses.filter((status) => status === 201).length
  }

  const first = await burst(8)
  const refused = await poster.post({ text: '甲' })
  const taken = [first]
  for (let second = 0; second < 9; second += 1) {
    vi.advanceTimersByTime(1001)
    taken.push(await burst(8))
  }

  expect(refused).toMatchObject({ status: 429, retryAfter: '1', error: { code: 'Throttled' } })
  expect(taken).toEqual([7, 7, 7, 7, 7, 7, 7, 7, 4, 0])
})

it.each<[Weather, object, number]>([
  [{ status: 412 }, { status: 412 }, 0],
  [{ status: 429, retryAfter: 3 }, { status: 429, retryAfter: '3' }, 0],
  [{ status: 502 }, { status: 502 }, 0],
  [{ status: 403, code: 'MessageWritesBlocked' }, { status: 403, error: { code: 'MessageWritesBlocked' } }, 0],
  [{ delay: 20 }, { status: 201 }, 1],
])('does as the weather says: %j', async (sky, answer, posts) => {
  await using poster = await openPoster()
  poster.teams.weather = () => sky

  expect(await poster.post({ text: '甲' })).toMatchObject(answer)
  expect(poster.teams.posts(poster.member)).toHaveLength(posts)
})

it('loses an answer after the post stands, and hangs without it', async () => {
  await using poster = await openPoster()
  const { teams, member } = poster

  teams.weather = () => 'lost-answer'
  const lost = await poster.post({ text: '甲' }).catch(({ name }) => name)
  teams.weather = () => 'hang'
  const hung = await poster.post({ text: '乙' }).catch(({ name }) => name)

  expect([lost, hung, teams.posts(member).map(({ text }) => text)]).toEqual(['TypeError', 'TimeoutError', ['甲']])
})

it('refuses posts to a place that the bot left, and to a person who blocked it', async () => {
  await using poster = await openPoster()
  const { teams, member } = poster
  const team = teams.addTeam({ name: '懇談会', members: [member] })

  const { team: left } = teams.place(team)
  if (left !== undefined) left.bot = false
  teams.place(member).closed = 'ConversationBlockedByUser'

  const refused = [await poster.post({ text: '甲' }, team), await poster.post({ text: '甲' })]
  expect(refused.map(({ status, error }) => [status, error?.code])).toEqual([
    [403, 'BotNotInConversationRoster'],
    [403, 'ConversationBlockedByUser'],
  ])
})

it('sends an activity again while the app answers 5xx', async () => {
  let tries = 0
  await using app = await openCloudAdapterApp(
    async () => {
      tries += 1
      if (tries < 3) throw new Error('the app broke')
    },
    { retryMs: [0, 0, 0] },
  )
  const { teams } = app
  app.adapter.onTurnError = async (_, error) => {
    throw error
  }
  vi.spyOn(console, 'error').mockImplementation(() => {})

  await teams.say(teams.addUser({ name: '佐藤' }), 'personal', '甲')
  await teams.idle()
  vi.restoreAllMocks()

  expect(teams.delivered.map(({ status, activity }) => [status, activity.id])).toEqual(
    [500, 500, 200].map((status) => [status, teams.delivered[0]?.activity.id]),
  )
})
