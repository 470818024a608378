import { describe, expect, it } from 'vitest'
import { call, openSlackMembers } from '../../support/slack-members.ts'
import { ways } from '../../support/slack-office.ts'

type Office = Awaited<ReturnType<typeof openSlackMembers>>

function homeOf({ slack, user }: Office, id: string): string {
  return JSON.stringify(slack.home(user(id))?.blocks ?? [])
}

async function openHome(office: Office, id: string): Promise<void> {
  await office.slack.openHome(office.user(id))
  await office.slack.until(() => office.slack.home(office.user(id)))
}

/** Files an opinion of a member's by the core itself. */
async function file(office: Office, id: string, text: string): Promise<void> {
  await office.act(
    {
      kind: 'form',
      form: {
        ...{ name: 'opinion', edits: null, call: '2026-1', subject: 'whole', text, vote: null, printName: false },
        ...{ split: null, onBehalf: null, confirmed: true },
      },
    },
    id,
  )
}

describe.each(ways)('the App Home over %s', (way) => {
  it('says what the bot does, with the open call and its deadline', async () => {
    await using office = await openSlackMembers(way)

    await openHome(office, 'sato')

    const home = homeOf(office, 'sato')
    for (const part of [
      '質問する',
      '意見を書く',
      '令和８年度第１回　提出期限 8月28日（金）17時',
      '意見なし',
      '御意見はまだありません',
    ])
      expect(home).toContain(part)
    expect(office.slack.faults).toEqual([])
  })

  it('takes 意見なし once, shows the receipt, and then offers it no more', async () => {
    await using office = await openSlackMembers(way)
    const { slack, sato } = office
    await openHome(office, 'sato')

    await Promise.all([slack.press(sato, 'home', '意見なし'), slack.press(sato, 'home', '意見なし')])

    await slack.until(() => office.shown('sato').includes('R8-001'))
    await slack.until(() => homeOf(office, 'sato').includes('「意見なし」を承りました'))
    await slack.until(() => office.told('sato').length > 0)
    await slack.idle()
    expect(await office.filed()).toMatchObject([{ receipt: 'R8-001', kind: 'none', call: '2026-1' }])
    expect(homeOf(office, 'sato')).not.toContain('"text":"意見なし"')
    await slack.until(() => office.told('sato').length > 0)
    expect(office.told('sato')).toEqual([expect.stringContaining('R8-001')])
    expect(slack.faults).toEqual([])
  })

  it('asks for the vote before it takes 意見なし', async () => {
    await using office = await openSlackMembers(way, { calls: [{ ...call, form: 'written', approval: true }] })
    const { slack, sato } = office
    await openHome(office, 'sato')

    await slack.press(sato, 'home', '意見なし')
    await slack.until(() => office.shown('sato').includes('不承認'))
    const before = await office.filed()
    await slack.press(sato, 'view', '不承認')

    await slack.until(() => office.shown('sato').includes('R8-001'))
    expect(before).toEqual([])
    expect(await office.filed()).toMatchObject([{ kind: 'none', words: { vote: 'disapprove' } }])
    expect(slack.faults).toEqual([])
  })

  it('shows what was accepted, and withdraws it after asking', async () => {
    await using office = await openSlackMembers(way)
    const { slack, sato } = office
    await file(office, 'sato', '駅前の文です。')
    await file(office, 'suzuki', '鈴木の文です。')
    await openHome(office, 'sato')
    const before = homeOf(office, 'sato')

    await slack.press(sato, 'home', '見る')
    await slack.until(() => office.shown('sato').includes('駅前の文です。'))
    await slack.press(sato, 'home', '取り下げる')

    await slack.until(() => homeOf(office, 'sato').includes('取下げ済み'))
    expect(before).toContain('R8-001　受付済み')
    expect(before).toContain('"confirm":')
    expect(before).not.toContain('R8-002')
    expect((await office.filed()).map(({ withdrawn }) => withdrawn !== null)).toEqual([true, false])
    await slack.until(() => office.told('sato').some((text) => text.includes('取下げを承りました')))
    expect(slack.faults).toEqual([])
  })

  it('does nothing for a button that was made up, whoever presses it', async () => {
    await using office = await openSlackMembers(way)
    const { slack, suzuki } = office
    await file(office, 'sato', '佐藤の文です。')
    await openHome(office, 'suzuki')
    const home = slack.home(suzuki)
    const forged = { name: 'withdraw-now', about: 'R8-001' }
    for (const block of home?.blocks ?? [])
      if (block.type === 'actions')
        for (const element of block.elements)
          if (element.type === 'button' && element.text.text === '意見なし') element.value = JSON.stringify(forged)

    await slack.press(suzuki, 'home', '意見なし')

    await slack.until(() => slack.view(suzuki))
    expect(office.shown('suzuki')).toContain('見当たりません')
    expect(await office.filed()).toMatchObject([{ receipt: 'R8-001', withdrawn: null }])
  })

  it('goes on with a draft that waits, or discards it', async () => {
    await using office = await openSlackMembers(way)
    const { slack, sato } = office
    await openHome(office, 'sato')
    await slack.press(sato, 'home', '意見を書く')
    await slack.until(() => slack.view(sato))
    await office.submit(sato, { text: '途中の文です。' })
    await slack.close(sato)
    await slack.until(() => homeOf(office, 'sato').includes('途中の文です。'))

    await slack.press(sato, 'home', '続ける')
    await slack.until(() => slack.view(sato)?.callback_id === 'opinion-confirm')
    await slack.close(sato)
    await slack.until(() => office.told('sato').length > 1)
    await slack.press(sato, 'home', '破棄する')

    await slack.until(() => !homeOf(office, 'sato').includes('途中の文です。'))
    expect(await office.draftOf('sato')).toBeUndefined()
    expect(await office.filed()).toEqual([])
    expect(slack.faults).toEqual([])
  })

  it('answers a question in the dialog and in the direct message, beside a draft that is written there', async () => {
    await using office = await openSlackMembers(way)
    const { slack, sato } = office
    await slack.say(sato, slack.direct(sato), '意見')
    await slack.until(() => office.told('sato').length > 0)
    await openHome(office, 'sato')
    await slack.press(sato, 'home', '質問する')
    await slack.until(() => slack.view(sato))

    await office.submit(sato, { text: 'No.34はなぜ×ですか' })

    expect(office.shown('sato')).toContain('脱炭素を主とした内容ではなかったため')
    await slack.until(() => office.told('sato').length > 1)
    expect(office.told('sato')[1]).toContain('脱炭素を主とした内容ではなかったため')
    expect(await office.draftOf('sato')).toMatchObject({ text: '' })
    await slack.press(sato, 'view', '出典を見る')
    await slack.until(() => slack.views(sato).length === 2)
    expect(slack.faults).toEqual([])
  })

  it('opens the same dialog by the command without words', async () => {
    await using office = await openSlackMembers(way)
    const { slack, sato } = office

    await slack.command(sato, 'dm', '/kondankai')

    const view = await slack.until(() => slack.view(sato))
    expect(view.blocks.map(({ block_id }) => block_id)).toEqual(['text'])
    expect(slack.faults).toEqual([])
  })

  it('takes what is not in the record to the secretariat, once it is confirmed', async () => {
    await using office = await openSlackMembers(way)
    const { slack, sato } = office
    await openHome(office, 'sato')
    await slack.press(sato, 'home', '質問する')
    await slack.until(() => slack.view(sato))
    await office.submit(sato, { text: 'No.21の評価は何ですか' })

    await slack.press(sato, 'view', '事務局に質問する')
    await slack.until(() => slack.view(sato)?.callback_id === 'opinion-confirm')
    const before = await office.filed()
    await office.submit(sato)

    expect(before).toEqual([])
    expect(await office.filed()).toMatchObject([{ call: 'standing', words: { text: 'No.21の評価は何ですか' } }])
    expect(slack.faults).toEqual([])
  })

  it('tells a person whom the roster does not know how to be confirmed', async () => {
    await using office = await openSlackMembers(way)
    const { slack } = office
    const guest = slack.addUser({ name: '田中' })
    await slack.openHome(guest)
    await slack.until(() => slack.home(guest))

    await slack.press(guest, 'home', '名簿の確認を依頼する')
    await slack.until(() => slack.view(guest))
    await office.submit(guest, { text: '田中　三郎' })

    await slack.until(() => JSON.stringify(slack.home(guest)).includes('「田中　三郎」様として'))
    const account = await office.bot.desk.records.find('accounts', `slack:${slack.teamId}:${guest}`)
    expect(account?.value).toMatchObject({ holder: null, claimed: '田中　三郎' })
    expect(JSON.stringify(slack.home(guest))).not.toContain('意見なし')
    expect(slack.faults).toEqual([])
  })

  it('is answered and left alone where Slack does not take it', async () => {
    await using office = await openSlackMembers(way)
    const { slack, sato } = office
    slack.weather = ({ method }) => (method === 'views.publish' ? { status: 500 } : 'fine')

    await slack.openHome(sato)
    await expect.poll(() => office.reports).toContainEqual(expect.stringContaining('a home could not be shown'))

    slack.weather = () => 'fine'
    await slack.openHome(sato)
    await slack.until(() => slack.home(sato))
    expect(slack.faults).toEqual([])
  })
})
