import { expect, it } from 'vitest'
import { openPoster } from '../../support/fake-teams/poster.ts'

it('lets the bot change its own messages only, and none that is gone', async () => {
  await using poster = await openPoster()
  const { teams, member, call } = poster
  const group = teams.addGroupChat({ members: [member] })
  const asked = await teams.say(member, group, '質問')
  const { id } = await poster.post({ text: '回答' }, group)
  const at = (message: string | undefined) => `conversations/${group}/activities/${message}`
  const text = { type: 'message', text: '改め' }

  const changed = await call('PUT', at(id), text)
  const others = [await call('PUT', at(asked.id), text), await call('DELETE', at(asked.id))]
  const bad = await call('PUT', at(id), { ...text, colour: 'red' })
  const removed = await call('DELETE', at(id))
  const gone = await call('PUT', at(id), text)

  expect([changed, ...others, bad, removed, gone].map(({ status }) => status)).toEqual([200, 400, 400, 400, 200, 404])
  expect(teams.messages(group).map(({ text: words }) => words)).toEqual(['質問'])
})

it('makes several messages of a text with a card: names none of them, and brings none up to date so', async () => {
  await using poster = await openPoster()
  const card = { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: '回答' }] }
  const attachments = [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }]
  const { id } = await poster.post({ text: '回答' })
  const at = `conversations/${poster.teams.personal(poster.member)}/activities/${id}`

  const posted = await poster.post({ text: '出典', attachments })
  const changed = await poster.call('PUT', at, { type: 'message', text: '出典', attachments })

  expect([posted.status, posted.id, changed.status]).toEqual([202, undefined, 400])
})

it('opens a chat only in its tenant, and only with somebody who has the app', async () => {
  await using poster = await openPoster()
  const { teams, member, call } = poster
  const stranger = teams.addUser({ name: '鈴木' })
  const person = teams.person(stranger)
  if (person !== undefined) person.installed = false
  const open = (id: string, more: object = { tenantId: teams.tenant }) =>
    call('POST', 'conversations', { isGroup: false, bot: teams.bot, members: [{ id }], ...more })

  const good = await open(member)
  const byDirectory = await open(teams.person(member)?.aadObjectId ?? '')
  const refused = [
    await open(member, {}),
    await open(member, { tenantId: crypto.randomUUID() }),
    await open(member, { tenantId: teams.tenant, bot: { id: '28:other' } }),
    await open('29:nobody'),
    await open(stranger),
  ]

  expect([good.id, byDirectory.id]).toEqual([teams.personal(member), teams.personal(member)])
  expect(refused.map(({ status, error }) => [status, error?.code])).toEqual([
    [400, 'BadArgument'],
    [403, 'Forbidden'],
    [400, 'BadArgument'],
    [400, 'BadSyntax'],
    [403, 'BotNotInConversationRoster'],
  ])
})

it('begins threads, keeps answers in them, and knows no thread that nobody began', async () => {
  await using poster = await openPoster()
  const { teams, member, call } = poster
  const team = teams.addTeam({ name: '懇談会', members: [member] })
  const activity = { type: 'message', text: '始め' }

  const thread = await call('POST', 'conversations', {
    isGroup: true,
    channelData: { channel: { id: team } },
    activity,
  })
  const inside = await poster.post({ text: '続き' }, String(thread.id))
  const answer = await call('POST', `conversations/${team}/activities/${inside.id}`, {
    type: 'message',
    text: '答え',
    replyToId: inside.id,
  })
  const other = await call('POST', `conversations/${team}/activities/${inside.id}`, activity)
  const nowhere = await poster.post({ text: '続き' }, `${team};messageid=1`)
  const unknown = await poster.post({ text: '続き' }, '19:nobody@thread.v2')

  expect(thread).toMatchObject({ status: 201, id: `${team};messageid=${thread.activityId}` })
  expect(teams.messages(String(thread.id)).map(({ text }) => text)).toEqual(['始め', '続き', '答え'])
  expect([answer, other, nowhere, unknown].map(({ status }) => status)).toEqual([201, 400, 404, 404])
})

it('tells of members by pages, of none beside them, and nothing where the bot is not', async () => {
  await using poster = await openPoster()
  const { teams, member, call } = poster
  const many = Array.from({ length: 60 }, (_, at) => teams.addUser({ name: `委員${at}` }))
  const team = teams.addTeam({ name: '懇談会', members: many })
  const at = `conversations/${team}`

  const first = await call('GET', `${at}/pagedmembers?pageSize=1`)
  const second = await call('GET', `${at}/pagedmembers?pageSize=50&continuationToken=${first.continuationToken}`)
  const found = [await call('GET', `${at}/members/${many[0]}`), await call('GET', `${at}/members/${member}`)]
  const place = teams.place(team)
  if (place.team !== undefined) place.team.bot = false
  const outside = [await call('GET', `${at}/members`), await call('GET', `teams/${team}`)]

  expect([first.members, second.members].map((list) => list?.length)).toEqual([50, 10])
  expect(second.continuationToken).toBeUndefined()
  expect([...found, ...outside].map(({ status }) => status)).toEqual([200, 404, 403, 403])
})

it('knows no other calls, and says so', async () => {
  await using poster = await openPoster()
  const { teams, member, call } = poster

  const statuses = [
    await call('GET', 'conversations'),
    await call('POST', `conversations/${teams.personal(member)}/activities/history`, { activities: [] }),
    await call('DELETE', `conversations/${teams.personal(member)}/members/${member}`),
  ].map(({ status }) => status)

  expect([statuses, teams.faults.length]).toEqual([[404, 404, 404], 3])
})
