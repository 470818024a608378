import { describe, expect, it } from 'vitest'
import { openSlackOffice, ways } from '../../support/slack-office.ts'
import { call, openSlackSecretariat } from '../../support/slack-secretariat.ts'

describe.each(ways)('in a channel, over %s', (way) => {
  it('begins an opinion in the direct message, and no draft where others read along', async () => {
    await using desk = await openSlackSecretariat(way)
    const { slack, user } = desk
    const sato = user('sato')
    const channel = slack.addChannel({ name: 'kondankai', members: [sato, user('suzuki')] })

    await slack.say(sato, channel, '意見', { mention: true })

    const direct = slack.direct(sato)
    await slack.until(() => slack.posts(direct).length > 0 && slack.posts(channel).length > 0)
    expect(slack.posts(channel).map(({ text }) => text)).toEqual(['続きは、ダイレクトメッセージでお送りします。'])
    expect(slack.posts(direct)[0]?.text).toContain('どの意見照会への御意見ですか')
    await slack.say(sato, direct, '1')
    await slack.until(() => slack.posts(direct).length > 1)
    expect((await desk.records.find('drafts', desk.accountOf('sato')))?.value).toMatchObject({ call })
    expect(slack.faults).toEqual([])
  })

  it('shows what was filed to nobody but who filed it', async () => {
    await using desk = await openSlackSecretariat(way)
    const { slack, user } = desk
    const receipt = await desk.file('sato', 'ここだけの話。')
    const channel = slack.addChannel({ name: 'kondankai', members: [user('sato'), user('suzuki')] })

    for (const said of ['状況', receipt]) await slack.say(user('sato'), channel, said, { mention: true })
    await slack.say(user('suzuki'), channel, receipt, { mention: true })

    const [sato, suzuki] = [slack.direct(user('sato')), slack.direct(user('suzuki'))]
    await slack.until(() => slack.posts(sato).length >= 2 && slack.posts(suzuki).length >= 1)
    await slack.until(() => slack.posts(channel).length === 3)
    expect(JSON.stringify(slack.posts(channel))).not.toContain('ここだけの話')
    expect(JSON.stringify(slack.posts(suzuki))).not.toContain('ここだけの話')
    expect(JSON.stringify(slack.posts(sato))).toContain('ここだけの話')
    expect(slack.faults).toEqual([])
  })

  it('passes on nobody else’s question to the secretariat', async () => {
    await using desk = await openSlackSecretariat(way)
    const { slack, user } = desk
    const channel = slack.addChannel({ name: 'kondankai', members: [user('sato'), user('suzuki')] })
    await slack.say(user('sato'), channel, 'No.21の評価は？', { mention: true })
    const [post] = await slack.until(() => slack.posts(channel).length > 0 && slack.posts(channel))

    await slack.press(user('suzuki'), { channel, ts: post?.ts ?? '' }, '1 事務局に質問する')
    const direct = slack.direct(user('suzuki'))
    await slack.until(() => slack.posts(direct).length > 0)

    expect((await desk.records.find('drafts', desk.accountOf('suzuki')))?.value.text ?? '').toBe('')
    expect(slack.faults).toEqual([])
  })

  it('takes one’s own question along', async () => {
    await using desk = await openSlackSecretariat(way)
    const { slack, user } = desk
    const channel = slack.addChannel({ name: 'kondankai', members: [user('sato'), user('suzuki')] })
    await slack.say(user('sato'), channel, 'No.21の評価は？', { mention: true })
    const [post] = await slack.until(() => slack.posts(channel).length > 0 && slack.posts(channel))

    await slack.press(user('sato'), { channel, ts: post?.ts ?? '' }, '1 事務局に質問する')

    const direct = slack.direct(user('sato'))
    await slack.until(() => slack.posts(direct).length > 0)
    expect(slack.posts(direct)[0]?.text).toContain('「No.21の評価は？」')
    expect(slack.faults).toEqual([])
  })

  it('stores nothing of what people say to each other', async () => {
    await using office = await openSlackOffice(way)
    const { slack, bot } = office
    const [one, other] = [slack.addUser({ name: '佐藤' }), slack.addUser({ name: '鈴木' })]
    const channel = slack.addChannel({ name: 'kondankai', members: [one, other] })

    const { ts } = await slack.say(one, channel, '昼食はどうしますか')
    await slack.say(other, channel, 'No.34はなぜ×ですか', { threadTs: ts })
    await slack.idle()

    expect(slack.posts(channel)).toEqual([])
    expect(await bot.desk.remembers(`slack:${slack.teamId}:${channel}:${ts}/${other}`)).toBe(false)
    expect(slack.faults).toEqual([])
  })

  it('answers in the language of the question, else of the person', async () => {
    await using office = await openSlackOffice(way)
    const { slack } = office
    const member = slack.addUser({ name: 'Smith', locale: 'en-US' })
    const direct = slack.direct(member)

    await slack.say(member, direct, 'Why was No.34 rated ×?')
    await slack.until(() => slack.posts(direct).length === 1 && slack.callsOf('users.info')[0]?.answer)
    await slack.say(member, direct, 'No.19 ?')
    await slack.until(() => slack.posts(direct).length === 2)

    expect(slack.posts(direct).map(({ text }) => /Source:/u.test(text))).toEqual([true, true])
    expect(slack.faults).toEqual([])
  })

  it('suggests questions that the record answers, and greets once', async () => {
    await using office = await openSlackOffice(way)
    const { slack } = office
    const member = slack.addUser({ name: '佐藤' })

    await slack.openHome(member, 'messages')
    await slack.openHome(member, 'messages')

    const direct = slack.direct(member)
    const prompts = await slack.until(() => slack.posts(direct).length > 0 && slack.suggestedPrompts(direct))
    await slack.idle()
    expect(JSON.stringify(prompts)).toContain('No.34はなぜ×ですか')
    expect(slack.posts(direct)).toHaveLength(1)
    expect(slack.posts(direct)[0]?.text).toContain('自動応答です')
    expect(slack.faults).toEqual([])
  })
})
