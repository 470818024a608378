import { describe, expect, it } from 'vitest'
import { call, openSlackMembers } from '../../support/slack-members.ts'
import { ways } from '../../support/slack-office.ts'

type Office = Awaited<ReturnType<typeof openSlackMembers>>

/** The newest post to somebody alone that says something. */
async function postOf({ slack, user }: Office, id: string, said: string) {
  const channel = slack.direct(user(id))
  const { ts } = await slack.until(() => slack.posts(channel).findLast(({ text }) => text.includes(said)))
  return { channel, ts }
}

async function remind(office: Office): Promise<void> {
  office.setTime(Date.parse('2026-08-28T09:00:00+09:00'))
  await office.bot.tick()
}

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

describe.each(ways)('news to members over %s', (way) => {
  it('reminds with a button that takes 意見なし once, however often it is pressed', async () => {
    await using office = await openSlackMembers(way)
    const { slack, sato } = office
    await remind(office)
    const post = await postOf(office, 'sato', '提出期限は、本日')

    await Promise.all([
      slack.press(sato, post, '意見なし', undefined, 2),
      slack.press(sato, post, '意見なし'),
      slack.press(sato, post, '意見なし'),
    ])

    await slack.until(() => office.told('sato').some((text) => text.includes('R8-001')))
    await slack.idle()
    expect(await office.filed()).toMatchObject([{ kind: 'none', call: '2026-1' }])
    expect(office.told('sato').filter((text) => text.includes('R8-001'))).toHaveLength(1)
    expect(slack.faults).toEqual([])
  })

  it('reminds with a button that opens the form for that call', async () => {
    await using office = await openSlackMembers(way, {
      calls: [call, { ...call, id: '2026-2', name: '令和８年度第２回', deadline: '2026-09-30T17:00' }],
    })
    const { slack, sato } = office
    await remind(office)
    const post = await postOf(office, 'sato', '令和８年度第１回の御意見の提出期限は、本日')

    await slack.press(sato, post, '意見を書く')

    const view = await slack.until(() => slack.view(sato))
    expect(view.state.call?.call?.selected_option?.value).toBe('2026-1')
    await slack.press(sato, post, '意見なし')
    await expect.poll(async () => await office.filed()).toMatchObject([{ kind: 'none', call: '2026-1' }])
    expect(slack.faults).toEqual([])
  })

  it('says in words what the buttons do, in the plain text too', async () => {
    await using office = await openSlackMembers(way)
    await remind(office)

    await postOf(office, 'sato', '［意見を書く］［意見なし］')

    expect(office.slack.faults).toEqual([])
  })

  it('takes the reply to a question back from a dialog, once', async () => {
    await using office = await openSlackMembers(way)
    const { slack, sato } = office
    await file(office, 'sato', '駅前の文です。')
    const input = { receipt: 'R8-001', text: 'どの駅でしょうか。', until: null }
    await office.act({ kind: 'form', form: { name: 'ask-member', input } })
    await office.bot.tick()
    const post = await postOf(office, 'sato', 'どの駅でしょうか。')

    await slack.press(sato, post, '返信する')
    await slack.until(() => slack.view(sato))
    const asked = office.shown('sato')
    const blank = await office.submit(sato, { text: '　' })
    await Promise.all([office.submit(sato, { text: '札幌駅です。' }), office.submit(sato, { text: '札幌駅です。' }, 1)])

    expect(asked).toContain('どの駅でしょうか。')
    expect(blank.outcome).toBe('errors')
    const [question] = await office.bot.desk.records.list('questions')
    expect(question?.value.reply?.text).toBe('札幌駅です。')
    await slack.until(() => office.told('sato').some((text) => text.includes('御返信を承りました')))
    await slack.idle()
    expect(office.told('sato').filter((text) => text.includes('御返信を承りました'))).toHaveLength(1)
    await slack.press(sato, post, '返信する')
    await slack.until(() => office.shown('sato').includes('お伺いは、ただいまありません'))
    expect(slack.faults).toEqual([])
  })

  it('opens no dialog with what belongs to another member', async () => {
    await using office = await openSlackMembers(way)
    const { slack, suzuki } = office
    await file(office, 'sato', '駅前の文です。')
    await file(office, 'suzuki', '鈴木の文です。')
    const ask = (receipt: string, text: string) =>
      office.act({ kind: 'form', form: { name: 'ask-member', input: { receipt, text, until: null } } })
    await ask('R8-001', '佐藤さんへのお伺いです。')
    await ask('R8-002', '鈴木さんへのお伺いです。')
    await office.bot.tick()
    const post = await postOf(office, 'suzuki', '鈴木さんへのお伺いです。')
    const stored = slack.posts(post.channel).find(({ ts }) => ts === post.ts)
    for (const block of stored?.blocks ?? [])
      if (block.type === 'actions')
        for (const element of block.elements)
          if (element.type === 'button') element.value = JSON.stringify({ name: 'reply', about: 'R8-001' })

    await slack.press(suzuki, post, '返信する')

    await slack.until(() => slack.view(suzuki))
    expect(office.shown('suzuki')).not.toContain('佐藤さん')
    expect(slack.view(suzuki)?.submit).toBeNull()
  })

  it('takes a correction of the words to be printed from a dialog, and an agreement by a press, before and after', async () => {
    await using office = await openSlackMembers(way)
    const { slack, sato } = office
    await file(office, 'sato', '駅前の文です。')
    await office.act({
      kind: 'form',
      form: { name: 'release', act: { do: 'check', call: '2026-1', until: '2026-09-25', receipts: [] } },
    })
    await office.bot.tick()
    const post = await postOf(office, 'sato', '［このままでよい］［直したいところがある］')
    const answerOf = async () => (await office.bot.desk.records.find('proofs', 'R8-001'))?.value.answer

    await slack.press(sato, post, 'このままでよい')
    await expect.poll(async () => (await answerOf())?.kind).toBe('agreed')
    await slack.press(sato, post, '直したいところがある')
    await slack.until(() => slack.view(sato))
    const shown = office.shown('sato')
    await office.submit(sato, { text: '「駅前」を「駅南」に。' })
    const corrected = await answerOf()
    await slack.press(sato, post, 'このままでよい')

    expect(shown).toContain('駅前の文です。')
    expect(corrected).toMatchObject({ kind: 'correction', text: '「駅前」を「駅南」に。' })
    await expect.poll(async () => (await answerOf())?.kind).toBe('agreed')
    expect(slack.faults).toEqual([])
  })

  it('offers to ask the secretariat under a response', async () => {
    await using office = await openSlackMembers(way)
    const { slack, sato } = office
    await file(office, 'sato', '駅前の文です。')
    await office.act({
      kind: 'form',
      form: {
        name: 'queue',
        act: { do: 'dispose', input: { targets: [{ item: 'R8-001-1', seen: null }], as: 'none' } },
      },
    })
    await office.act({ kind: 'form', form: { name: 'close-call', input: { call: '2026-1' } } })
    office.setTime(Date.parse('2026-09-24T10:00:00+09:00'))
    const share = {
      do: 'share',
      call: '2026-1',
      decided: '2026-09-24',
      number: '札ま第1号',
      post: '局長',
      names: 'none',
    } as const
    await office.act({ kind: 'form', form: { name: 'release', act: share } })
    await office.bot.tick()
    const post = await postOf(office, 'sato', '［事務局に質問する］')

    await slack.press(sato, post, '事務局に質問する')

    await expect.poll(async () => (await office.draftOf('sato'))?.call).toBe('standing')
    expect(slack.faults).toEqual([])
  })

  it('takes the words of the direct message as it takes presses', async () => {
    await using office = await openSlackMembers(way)
    const { slack, sato } = office
    const direct = slack.direct(sato)
    const told = async (text: string) => {
      const before = office.told('sato').length
      await slack.say(sato, direct, text)
      await slack.until(() => office.told('sato').length > before)
      return office.told('sato').slice(before).join('\n')
    }

    await told('意見')
    await told('1')
    await told('全般')
    const long = '長い文です。'.repeat(600)
    expect(await told(long)).toContain('3,600字')
    await told('以上')
    const confirm = await told('載せない')
    expect(confirm).toContain('まだ受け付けておりません')
    expect(await told('やめる')).toContain('下書き')
    expect(await told('続き')).toContain('まだ受け付けておりません')
    const post = await postOf(office, 'sato', '1 提出する')
    await Promise.all([slack.press(sato, post, '1 提出する'), slack.press(sato, post, '1 提出する', undefined, 1)])
    await slack.until(() => office.told('sato').some((text) => text.includes('R8-001')))
    await slack.idle()

    expect(await office.filed()).toMatchObject([{ receipt: 'R8-001', words: { text: long } }])
    expect(office.told('sato').filter((text) => text.includes('御意見を承りました'))).toHaveLength(1)
    expect(await told('状況')).toContain('R8-001')
    expect(await told('R8-001')).toContain('直す')
    expect(await told('２')).toContain('まだ取り下げておりません')
    expect(await told('はい')).toContain('取下げを承りました')
    expect(await told('事務局')).toContain('「意見」')
    expect(slack.faults).toEqual([])
  })
})
