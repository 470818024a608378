import { describe, expect, it } from 'vitest'
import { opinionForm } from '../../support/front-office.ts'
import { call } from '../../support/members-office.ts'
import { openTeamsMembers, writtenIn } from '../../support/teams-members.ts'

type Office = Awaited<ReturnType<typeof openTeamsMembers>>

async function file(office: Office, id: string, text: string): Promise<void> {
  await office.act({ kind: 'form', form: opinionForm(text, { subject: 'whole' }) }, id)
}

describe('news to members in Teams', () => {
  it('reminds with a button that takes 意見なし once, and with one that opens the form for that call', async () => {
    await using office = await openTeamsMembers({
      calls: [call, { ...call, id: '2026-2', name: '令和８年度第２回', deadline: '2026-09-30T17:00' }],
    })
    const { teams, sato } = office
    office.setTime(Date.parse('2026-08-28T09:00:00+09:00'))
    await office.bot.tick()
    const post = await office.postOf('sato', '令和８年度第１回の御意見の提出期限は、本日')

    const opened = await teams.openDialog(sato, post, '意見を書く')
    await Promise.all([teams.press(sato, post, '意見なし', {}, { duplicate: 2 }), teams.press(sato, post, '意見なし')])

    await office.postOf('sato', 'R8-001')
    await teams.idle()
    expect(writtenIn(opened).call).toBe('2026-1')
    expect(await office.filed()).toMatchObject([{ kind: 'none', call: '2026-1' }])
    expect(office.told('sato').filter((text) => text.includes('R8-001'))).toHaveLength(1)
    expect(office.troubles).toEqual([])
  })

  it('takes the reply to a question back from a dialog, once, and says so where nothing is asked any more', async () => {
    await using office = await openTeamsMembers()
    const { teams, sato } = office
    await file(office, 'sato', '駅前の文です。')
    const input = { receipt: 'R8-001', text: 'どの駅でしょうか。', until: null }
    await office.act({ kind: 'form', form: { name: 'ask-member', input } })
    await office.bot.tick()
    const post = await office.postOf('sato', 'どの駅でしょうか。')

    await teams.openDialog(sato, post, '返信する')
    const asked = office.shown('sato')
    await teams.submit(sato, { 御返信: '札幌駅です。' }, '返信する', { duplicate: 1 })

    expect(asked).toContain('どの駅でしょうか。')
    const [question] = await office.bot.desk.records.list('questions')
    expect(question?.value.reply?.text).toBe('札幌駅です。')
    await office.postOf('sato', '御返信を承りました')
    await teams.idle()
    expect(office.told('sato').filter((text) => text.includes('御返信を承りました'))).toHaveLength(1)
    await teams.openDialog(sato, post, '返信する')
    expect(office.shown('sato')).toContain('お伺いは、ただいまありません')
    expect(office.troubles).toEqual([])
  })

  it('opens no dialog with what belongs to another member', async () => {
    await using office = await openTeamsMembers()
    const { teams, suzuki } = office
    await file(office, 'sato', '佐藤の文です。')
    await file(office, 'suzuki', '鈴木の文です。')
    for (const [receipt, text] of [
      ['R8-001', '佐藤さんへのお伺いです。'],
      ['R8-002', '鈴木さんへのお伺いです。'],
    ] as const)
      await office.act({ kind: 'form', form: { name: 'ask-member', input: { receipt, text, until: null } } })
    await office.bot.tick()
    const post = await office.postOf('suzuki', '鈴木さんへのお伺いです。')

    for (const name of ['reply', 'edit-filed', 'proof-correct']) {
      await teams.openDialog(suzuki, post, '返信する', {}, { data: { kondankai: { name, about: 'R8-001' } } })
      expect(office.shown('suzuki')).not.toMatch(/佐藤|\[返信する\]|内容を確認する/u)
    }
  })

  it('takes a correction of the words to be printed from a dialog, and an agreement by a press', async () => {
    await using office = await openTeamsMembers()
    const { teams, sato } = office
    await file(office, 'sato', '駅前の文です。')
    await office.act({
      kind: 'form',
      form: { name: 'release', act: { do: 'check', call: '2026-1', until: '2026-09-25', receipts: [] } },
    })
    await office.bot.tick()
    const post = await office.postOf('sato', 'このままでよい')
    const answerOf = async () => (await office.bot.desk.records.find('proofs', 'R8-001'))?.value.answer

    await teams.openDialog(sato, post, '直したいところがある')
    const shown = office.shown('sato')
    await teams.submit(sato, { 直したいところ: '「駅前」を「駅南」に。' })
    const corrected = await answerOf()
    await teams.press(sato, post, 'このままでよい')

    expect(shown).toContain('駅前の文です。')
    expect(corrected).toMatchObject({ kind: 'correction', text: '「駅前」を「駅南」に。' })
    await expect.poll(async () => (await answerOf())?.kind).toBe('agreed')
    expect(office.troubles).toEqual([])
  })

  it('takes an agreement anew from the same button, after another correction, and once where it is pressed twice', async () => {
    await using office = await openTeamsMembers()
    const { teams, sato } = office
    await file(office, 'sato', '駅前の文です。')
    await office.act({
      kind: 'form',
      form: { name: 'release', act: { do: 'check', call: '2026-1', until: '2026-09-25', receipts: [] } },
    })
    await office.bot.tick()
    const post = await office.postOf('sato', 'このままでよい')
    const answers = async () =>
      (await office.bot.desk.records.list('acts')).flatMap(({ value }) =>
        value.did === 'proof-answered' ? [value.detail] : [],
      )
    await teams.press(sato, post, 'このままでよい')
    await expect.poll(answers).toHaveLength(1)
    await teams.openDialog(sato, post, '直したいところがある')
    await teams.submit(sato, { 直したいところ: '「駅前」を「駅南」に。' })

    await teams.press(sato, post, 'このままでよい')
    await teams.press(sato, post, 'このままでよい')

    await expect.poll(answers).toHaveLength(3)
    await teams.idle()
    expect(await answers()).toEqual([{ answer: 'agreed' }, { answer: 'correction' }, { answer: 'agreed' }])
    expect(office.troubles).toEqual([])
  })

  it('takes a correction also of words that no dialog holds', async () => {
    await using office = await openTeamsMembers()
    const { teams, sato } = office
    await file(office, 'sato', '"長い"'.repeat(2000))
    await office.act({
      kind: 'form',
      form: { name: 'release', act: { do: 'check', call: '2026-1', until: '2026-09-25', receipts: [] } },
    })
    await office.bot.tick()
    const post = await office.postOf('sato', 'このままでよい')

    await teams.openDialog(sato, post, '直したいところがある')
    const shown = office.shown('sato')
    await teams.submit(sato, { 直したいところ: '「長い」を一つに。' })

    expect(shown).toContain('続きは、ダイレクトメッセージを御覧ください。')
    expect((await office.bot.desk.records.find('proofs', 'R8-001'))?.value.answer).toMatchObject({
      text: '「長い」を一つに。',
    })
    expect(office.troubles).toEqual([])
  })

  it('shows the source of an answer in a dialog, in a channel too', async () => {
    await using office = await openTeamsMembers()
    const { teams, sato } = office
    const team = teams.addTeam({ name: '懇談会', members: [sato] })
    const { id } = await teams.say(sato, team, 'No.34はなぜ×ですか', { mention: true })
    const [post] = await teams.until(() => {
      const there = teams.posts(`${team};messageid=${id}`)
      return there.length > 0 && there
    })

    const shown = await teams.openDialog(sato, post ?? expect.unreachable(), '出典を見る')

    expect(shown).toMatchObject({ outcome: 'dialog', dialog: { title: '出典' } })
    expect(office.shown('sato')).toContain('首長会議と実務者会議において、GX 金融・資産運用特区')
    expect(teams.posts(`${team};messageid=${id}`)).toHaveLength(1)
    expect(office.troubles).toEqual([])
  })
})
