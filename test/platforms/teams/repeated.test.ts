import { expect, it } from 'vitest'
import { openTeamsOffice } from '../../support/teams-office.ts'
import type { TeamsOffice } from '../../support/teams-requests.ts'

const copies = 200
const terms = [{ from: '2020-04-01', to: '2099-03-31' }]
const members = [{ id: 'sato', name: '佐藤花子', title: '委員', terms, mail: null }]

/** Something done in Teams; returns how often it has had its effect. */
type Act = (office: TeamsOffice, person: string) => Promise<() => number | Promise<number>>

const acts: readonly (readonly [string, Act])[] = [
  [
    'a message alone',
    async ({ teams }, person) => {
      await teams.say(person, 'personal', 'No.34はなぜ×ですか', { duplicate: copies })
      return () => teams.posts(person).length
    },
  ],
  [
    'a mention',
    async ({ teams }, person) => {
      const team = teams.addTeam({ name: '懇談会', members: [person] })
      const { id } = await teams.say(person, team, 'No.34はなぜ×ですか', { mention: true, duplicate: copies })
      return () => teams.posts(`${team};messageid=${id}`).length
    },
  ],
  [
    'a press',
    async ({ teams }, person) => {
      await teams.say(person, 'personal', 'No.34はなぜ×ですか')
      const [post] = await teams.until(() => teams.posts(person).length > 0 && teams.posts(person))
      await teams.press(person, post ?? expect.unreachable(), '事務局に質問する', {}, { duplicate: copies })
      return () => teams.posts(person).length - 1
    },
  ],
  [
    'a coming',
    async ({ teams }, person) => {
      await teams.install(person)
      const coming = teams.delivered.find(({ activity }) => activity.type === 'conversationUpdate')
      await teams.send(coming?.activity ?? expect.unreachable(), copies)
      return () => teams.posts(person).length
    },
  ],
  [
    'an opinion by the last of its words',
    async ({ teams, bot }, person) => {
      for (const words of ['意見', '1', '全般', '公園を増やしてください。', '以上', 'いいえ']) {
        const before = teams.posts(person).length
        await teams.say(person, 'personal', words)
        await teams.until(() => teams.posts(person).length > before)
      }
      await teams.say(person, 'personal', '提出する', { duplicate: copies })
      return async () => (await bot.desk.records.list('submissions')).length
    },
  ],
]

it.each(acts)(`does %s that comes ${copies} times once, also after a restart`, async (_, act) => {
  await using office = await openTeamsOffice({ members })
  const { teams } = office
  const person = office.user('sato')

  const effects = await act(office, person)
  const last = teams.delivered.at(-1)
  const posts = async () => {
    await teams.idle()
    await office.bot.tick()
    return teams.posts(person).length
  }
  const before = { posts: await posts(), effects: await effects() }
  await office.restart()
  await teams.send(last?.activity ?? expect.unreachable(), copies)

  expect(before.effects).toBe(1)
  expect(await posts()).toBe(before.posts)
  expect(await effects()).toBe(1)
  expect(teams.delivered.filter(({ status }) => status !== 200)).toEqual([])
  expect([teams.faults, office.reports]).toEqual([[], []])
})
