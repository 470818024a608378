import { describe, expect, it } from 'vitest'
import { openSlackOffice, ways } from '../../support/slack-office.ts'

const answer =
  '「首長会議と実務者会議において、GX 金融・資産運用特区についての情報共有を行ったが、脱炭素を主とした内容ではなかったため、未実施と評価したもの」'

describe.each(ways)('asking over %s', (way) => {
  it('answers a mention in its thread, once, with the source', async () => {
    await using office = await openSlackOffice(way)
    const { slack } = office
    const member = slack.addUser({ name: '佐藤' })
    const channel = slack.addChannel({ name: 'kondankai', members: [member] })

    const { ts } = await slack.say(member, channel, 'No.34はなぜ×ですか', { mention: true })

    await slack.until(() => slack.posts(channel).length > 0)
    await slack.idle()
    const posts = slack.posts(channel)
    expect(posts).toHaveLength(1)
    expect(posts[0]).toMatchObject({ thread_ts: ts, text: expect.stringContaining(answer) })
    expect(slack.faults).toEqual([])
  })

  it('keeps the context of a thread without a further mention', async () => {
    await using office = await openSlackOffice(way)
    const { slack } = office
    const member = slack.addUser({ name: '佐藤' })
    const channel = slack.addChannel({ name: 'kondankai', members: [member] })
    const { ts } = await slack.say(member, channel, 'No.34の評価は', { mention: true })
    await slack.until(() => slack.posts(channel).length === 1)

    await slack.say(member, channel, 'その理由は？', { threadTs: ts })

    await slack.until(() => slack.posts(channel).length === 2)
    expect(slack.posts(channel)[1]?.text).toContain(answer)
    expect(slack.faults).toEqual([])
  })

  it('answers in the direct message, and shows the source in a dialog', async () => {
    await using office = await openSlackOffice(way)
    const { slack } = office
    const member = slack.addUser({ name: '佐藤' })
    const direct = slack.direct(member)

    await slack.say(member, direct, 'No.34はなぜ×ですか')
    const [post] = await slack.until(() => slack.posts(direct).length > 0 && slack.posts(direct))
    await slack.press(member, { channel: direct, ts: post?.ts ?? '' }, '出典を見る')

    const view = await slack.until(() => slack.view(member))
    expect(JSON.stringify(view.blocks)).toContain('脱炭素を主とした内容ではなかったため')
    expect(slack.faults).toEqual([])
  })

  it('answers a command to whoever gave it, alone', async () => {
    await using office = await openSlackOffice(way)
    const { slack } = office
    const member = slack.addUser({ name: '佐藤' })
    const channel = slack.addChannel({ name: 'other', members: [member], bot: false })

    const { replies } = await slack.command(member, channel, '/kondankai', 'No.34はなぜ×ですか')

    await slack.until(() => replies.length > 0 || slack.callsOf('response_url').length > 0)
    expect(JSON.stringify(slack.ephemerals)).toContain('脱炭素を主とした内容ではなかったため')
    expect(slack.faults).toEqual([])
  })
})
