import { describe, expect, it } from 'vitest'
import { openTeamsOffice } from '../../support/teams-office.ts'

const answer = '脱炭素を主とした内容ではなかったため、未実施と評価したもの'

describe('asking in Teams', () => {
  it('answers in the personal chat with the quote and its source', async () => {
    await using office = await openTeamsOffice()
    const { teams } = office
    const member = teams.addUser({ name: '佐藤' })

    const { delivered } = await teams.say(member, 'personal', 'No.34はなぜ×ですか')

    const [post] = await teams.until(() => teams.posts(member).length > 0 && teams.posts(member))
    expect(delivered).toMatchObject({ status: 200 })
    expect(teams.read(post ?? expect.unreachable())).toContain(answer)
    expect([teams.faults, office.reports]).toEqual([[], []])
  })

  it('posts an answer once, although Teams does not say what became of a text with a card', async () => {
    await using office = await openTeamsOffice()
    const { teams } = office
    const member = teams.addUser({ name: '佐藤' })
    await teams.say(member, 'personal', 'No.34はなぜ×ですか')
    await teams.until(() => teams.posts(member).length > 0)

    await office.bot.deliver()

    expect(teams.posts(member)).toHaveLength(1)
    expect(await office.bot.desk.records.list('outbox')).toEqual([])
    expect(office.reports).toEqual([])
  })

  it('answers a mention in its thread, and keeps the context there', async () => {
    await using office = await openTeamsOffice()
    const { teams } = office
    const member = teams.addUser({ name: '佐藤' })
    const team = teams.addTeam({ name: '懇談会', members: [member] })

    const { id } = await teams.say(member, team, 'No.34の評価は', { mention: true })
    const thread = `${team};messageid=${id}`
    await teams.until(() => teams.posts(thread).length === 1)
    await teams.say(member, thread, 'その理由は？', { mention: true })

    await teams.until(() => teams.posts(thread).length === 2)
    expect(teams.read(teams.posts(thread)[1] ?? expect.unreachable())).toContain(answer)
    expect([teams.faults, office.reports]).toEqual([[], []])
  })

  it('takes a channel for one where Teams does not say what kind of conversation it is', async () => {
    await using office = await openTeamsOffice()
    const { teams } = office
    const person = teams.addUser({ name: '佐藤' })
    const team = teams.addTeam({ name: '懇談会', members: [person] })
    const { id } = await teams.say(person, team, '意見', { mention: true })
    const posts = () => teams.posts(`${team};messageid=${id}`).map(teams.read)
    await teams.until(() => posts().length === 1)
    const [known] = posts()
    const { conversation, ...said } = teams.delivered.at(-1)?.activity ?? expect.unreachable()
    const { conversationType: _, ...unnamed } = conversation as Record<string, unknown>

    await teams.send({ ...said, id: `${Number(id) + 1}`, conversation: unnamed })

    await teams.until(() => posts().length === 2)
    expect(posts()).toEqual([known, known])
  })

  it('passes a question on at a press, and does a double press once', async () => {
    await using office = await openTeamsOffice()
    const { teams } = office
    const member = teams.addUser({ name: '佐藤' })
    await teams.say(member, 'personal', 'No.34はなぜ×ですか')
    const [post] = await teams.until(() => teams.posts(member).length > 0 && teams.posts(member))

    await teams.press(member, post ?? expect.unreachable(), '事務局に質問する')
    await teams.press(member, post ?? expect.unreachable(), '事務局に質問する')

    await teams.until(() => teams.posts(member).length > 1)
    await teams.idle()
    expect(teams.posts(member)).toHaveLength(2)
    expect([teams.faults, office.reports]).toEqual([[], []])
  })
})
