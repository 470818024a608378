import { describe, expect, it } from 'vitest'
import { openConnector, openService } from '../../../src/platforms/teams/connector.ts'
import { openTeamsOffice } from '../../support/teams-office.ts'

const yamada = { id: 'yamada', name: '山田　太郎', posts: [{ post: '係長', from: '2020-01-01', to: null }] }
const notInTeam = '事務局のチームに見当たりません'
const cannotTell = 'いま確かめることができませんでした'
const [minute, moment] = [60_000, 1_600_000_000_000]

type Office = Awaited<ReturnType<typeof openTeamsOffice>>

const openOffice = async (options = {}) =>
  await openTeamsOffice({ staff: [yamada], at: moment, ownPace: { interval: 0, burst: 1 }, ...options })

/** What a command of the staff's is answered with, given alone with the bot. */
async function command({ teams, user }: Office, line = 'queue list'): Promise<string> {
  const before = teams.posts(user('yamada')).length
  await teams.say(user('yamada'), 'personal', line)
  await teams.until(() => teams.posts(user('yamada')).length > before)
  return teams.posts(user('yamada')).slice(before).map(teams.read).join('\n')
}

const asked = ({ teams }: Office) => teams.calls.filter(({ path }) => path.endsWith('/pagedmembers')).length

describe('staff in Teams', () => {
  it('are who is on the roster and in the team of the channel; it is asked once a minute', async () => {
    await using office = await openOffice()

    const answers = [await command(office), await command(office), await command(office, 'roster show')]

    expect(answers.filter((answer) => answer.includes('チームに入っている方'))).toEqual([])
    expect(asked(office)).toBe(1)
    office.setTime(moment + minute)
    await command(office)
    expect(asked(office)).toBe(2)
    expect(office.teams.faults).toEqual([])
  })

  it('are told what keeps them where they have left the team, within a minute', async () => {
    await using office = await openOffice()
    const before = await command(office)
    office.teams.place(office.office).members.delete(office.user('yamada'))

    office.setTime(moment + minute)
    const after = await command(office)

    expect(before).not.toContain(notInTeam)
    expect(after).toContain(notInTeam)
    expect(after).not.toContain('項目')
  })

  it('are nobody at once where Teams says that somebody has left', async () => {
    await using office = await openOffice()
    const other = office.teams.addUser({ name: '所有者' })
    office.teams.place(office.office).members.add(other)
    await command(office)

    await office.teams.changeMembers(other, office.office, [office.user('yamada')], false)
    const after = await command(office)

    expect(after).toContain(notInTeam)
  })

  it('need not wait a minute to be let in', async () => {
    await using office = await openOffice()
    office.teams.place(office.office).members.delete(office.user('yamada'))
    const before = await command(office)
    office.teams.place(office.office).members.add(office.user('yamada'))

    office.setTime(moment + minute / 6)
    const after = await command(office)

    expect(before).toContain(notInTeam)
    expect(after).not.toContain(notInTeam)
  })

  it.each([
    ['refuses', { status: 500 }],
    ['does not answer', 'hang'],
    ['has lost the bot from the team', { status: 403, code: 'BotNotInConversationRoster' }],
  ] as const)('are nobody where Teams %s, and told so', async (_, weather) => {
    await using office = await openOffice()
    office.teams.weather = ({ path }) => (path.endsWith('/pagedmembers') ? weather : 'fine')

    const during = await command(office, 'call close 2026-1')
    office.teams.weather = () => 'fine'
    office.setTime(moment + 5000)
    const after = await command(office)

    expect(during).toContain(cannotTell)
    expect(after).not.toContain(cannotTell)
    expect(office.reports.filter((line) => line.includes("secretariat's team"))).toHaveLength(1)
    expect(office.reports.join('\n')).not.toContain('山田')
  })

  it("are nobody in time also where the bot's own token does not come", async () => {
    const service = 'http://127.0.0.1:9/'
    const token = async () => await new Promise<string>(() => {})
    const connector = openConnector('28:bot', openService({ token, services: [service] }))
    const begun = performance.now()

    const asking = connector.members(service, '19:office@thread.tacv2')

    await expect(asking).rejects.toMatchObject({ code: 'timeout' })
    expect(performance.now() - begun).toBeLessThan(4000)
  })

  it('reads all pages of a large team', async () => {
    await using office = await openOffice()
    const { members } = office.teams.place(office.office)
    members.clear()
    for (let at = 0; at < 1100; at += 1) members.add(office.teams.addUser({ name: `${at}` }))
    members.add(office.user('yamada'))

    const answer = await command(office)

    expect(answer).not.toContain(notInTeam)
    expect(asked(office)).toBe(3)
  })

  it('may ask about the public record all the same', async () => {
    await using office = await openOffice()
    office.teams.place(office.office).members.clear()

    const answer = await command(office, 'No.34はなぜ×ですか')

    expect(answer).toContain('未実施と評価したもの')
  })
})
