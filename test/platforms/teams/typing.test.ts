import { expect, it } from 'vitest'
import type { Call, Weather } from '../../support/fake-teams/world.ts'
import { openTeamsOffice } from '../../support/teams-office.ts'

const typeOf = ({ body }: Call) => (body as { readonly type?: string } | undefined)?.type

/** An answer that takes a second and a half to be posted there. */
const slowAt =
  (conversation: string, otherwise: (call: Call) => Weather = () => 'fine') =>
  (call: Call): Weather =>
    typeOf(call) === 'message' && call.conversation === conversation ? { delay: 1500 } : otherwise(call)

it('shows that it is at work where it was asked, while the answer takes over a second and not after it', async () => {
  await using office = await openTeamsOffice()
  const { teams } = office
  const [first, second] = [teams.addUser({ name: '佐藤' }), teams.addUser({ name: '鈴木' })]
  const team = teams.addTeam({ name: '懇談会', members: [first, second] })
  await teams.say(first, 'personal', 'No.34はなぜ×ですか')
  await teams.until(() => teams.posts(first).length === 1)
  const { id } = await teams.say(second, team, 'No.34はなぜ×ですか', { mention: true })
  const thread = `${team};messageid=${id}`
  teams.weather = slowAt(thread)

  await teams.until(() => teams.posts(thread).length === 1)

  const typed = teams.calls.filter((call) => typeOf(call) === 'typing')
  const answered = new Map(
    [teams.personal(first), thread].map((place) => [place, teams.posts(place)[0]?.at ?? Number.POSITIVE_INFINITY]),
  )
  expect(typed.map(({ conversation }) => conversation)).toContain(thread)
  expect(typed.filter(({ conversation = '', at }) => at > (answered.get(conversation) ?? 0))).toEqual([])
  expect([teams.faults, office.reports]).toEqual([[], []])
})

it.each<[string, Weather]>([
  ['is refused', { status: 403, code: 'MessageWritesBlocked' }],
  ['comes to nothing', { status: 500 }],
  ['is not answered', 'hang'],
])('answers all the same where showing it %s', async (_, weather) => {
  await using office = await openTeamsOffice()
  const { teams } = office
  const member = teams.addUser({ name: '佐藤' })
  teams.weather = slowAt(teams.personal(member), (call) => (typeOf(call) === 'typing' ? weather : 'fine'))

  await teams.say(member, 'personal', 'No.34はなぜ×ですか')

  await teams.until(() => teams.posts(member).length === 1)
  expect(teams.calls.some((call) => typeOf(call) === 'typing')).toBe(true)
  expect([teams.faults, office.reports]).toEqual([[], []])
})
