import { expect, it } from 'vitest'
import { opinionForm } from '../../support/front-office.ts'
import { openTeamsMembers, writtenIn } from '../../support/teams-members.ts'

type Office = Awaited<ReturnType<typeof openTeamsMembers>>
type Card = Parameters<Office['teams']['showCard']>[1]

/** Files an opinion in the chat, and the post of its receipt. */
async function file({ bot, teams, act, postOf }: Office, id: string, text: string) {
  const { outcome } = await act({ kind: 'form', form: opinionForm(text, { subject: 'whole' }) }, id)
  const [told] = outcome.told
  if (told?.kind !== 'receipt') throw new Error(JSON.stringify(outcome.told))
  await bot.deliver()
  await teams.idle()
  return await postOf(id, told.receipt)
}

/** What a press or a refreshing shows. */
function cardIn(pressed: Awaited<ReturnType<Office['teams']['press']>> | undefined): Card {
  if (pressed?.outcome !== 'card') throw new Error(`no card, but ${JSON.stringify(pressed)}`)
  return pressed.card
}

it('shows a receipt with its state and what can be done, as things are whenever it is seen', async () => {
  await using office = await openTeamsMembers()
  const { teams, sato } = office
  const post = await file(office, 'sato', '駅前の文です。')
  const refresh = async () => teams.readCard(cardIn(await teams.refresh(sato, post)))
  const first = teams.read(post)

  const received = await refresh()
  const input = { receipt: 'R8-001', text: 'どの駅でしょうか。', until: null }
  await office.act({ kind: 'form', form: { name: 'ask-member', input } })
  const asked = await refresh()
  office.setTime(Date.parse('2026-09-20T10:00:00+09:00'))
  const late = await refresh()

  for (const text of [first, received])
    expect(text).toMatch(/受付番号：R8-001[\s\S]*状況：受付済み[\s\S]*\[見る\]\n\[直す\]\n\[取り下げる\]/u)
  expect(asked).toMatch(/状況：お伺い中[\s\S]*\[返信する\]\n\[直す\]/u)
  expect(late).not.toContain('[直す]')
  expect(late).toContain('[取り下げる]')
  expect(office.troubles).toEqual([])
})

it('asks before it withdraws, does it once, and takes the buttons away', async () => {
  await using office = await openTeamsMembers()
  const { teams, sato } = office
  const post = await file(office, 'sato', '駅前の文です。')

  const question = cardIn(await teams.press(sato, post, '取り下げる'))
  const asking = teams.showCard(post, question)
  const kept = cardIn(await teams.press(sato, asking, '取り下げない'))
  const withdrawn = cardIn(await teams.press(sato, asking, '取り下げる', {}, { duplicate: 2 }))
  await office.postOf('sato', '取下げを承りました')
  await teams.idle()
  const later = cardIn(await teams.refresh(sato, post))

  expect(teams.readCard(question)).toContain('R8-001')
  expect(teams.readCard(kept)).toContain('状況：受付済み')
  for (const card of [withdrawn, later]) {
    expect(teams.readCard(card)).toContain('状況：取下げ済み')
    expect(teams.readCard(card)).not.toMatch(/\[(?:直す|取り下げる|返信する)\]/u)
  }
  expect(office.told('sato').filter((text) => text.includes('取下げを承りました'))).toHaveLength(1)
  expect(await office.filed()).toMatchObject([{ withdrawn: expect.anything() }])
  expect(office.troubles).toEqual([])
})

it('edits from the receipt in a dialog, and says there why it does not where it is too late', async () => {
  await using office = await openTeamsMembers()
  const { teams, sato } = office
  const post = await file(office, 'sato', '初めの文です。')

  const opened = await teams.openDialog(sato, post, '直す')
  await teams.submit(sato, { 本文: '直した文です。' })
  const confirm = office.shown('sato')
  await teams.submit(sato, {}, '修正する')
  const whole = cardIn(await teams.press(sato, post, '見る'))
  office.setTime(Date.parse('2026-09-20T10:00:00+09:00'))
  await teams.openDialog(sato, post, '直す')

  expect(opened).toMatchObject({ dialog: { title: 'R8-001の修正' } })
  expect(writtenIn(opened).text).toBe('初めの文です。')
  expect(confirm).toContain('「直した文です。」')
  expect(await office.filed()).toMatchObject([{ receipt: 'R8-001', version: 2, words: { text: '直した文です。' } }])
  expect(teams.readCard(whole)).toContain('「直した文です。」')
  expect(office.shown('sato')).toContain('期間を過ぎて')
  expect(office.troubles).toEqual([])
})

it('lists what somebody has filed in one card, from which each is opened and left', async () => {
  await using office = await openTeamsMembers()
  const { teams, sato } = office
  await file(office, 'sato', '一つ目の文です。')
  await file(office, 'suzuki', '鈴木の文です。')
  await file(office, 'sato', '三つ目の文です。')
  await teams.say(sato, 'personal', '状況')
  const post = await office.postOf('sato', 'R8-003　受付済み')

  const list = cardIn(await teams.refresh(sato, post))
  const one = cardIn(await teams.press(sato, teams.showCard(post, list), 'R8-003'))
  const whole = cardIn(await teams.press(sato, teams.showCard(post, one), '見る'))
  const back = cardIn(await teams.press(sato, teams.showCard(post, one), '戻る'))

  expect(teams.readCard(list)).toMatch(/R8-001　受付済み[\s\S]*R8-003　受付済み/u)
  expect(teams.readCard(list)).not.toContain('R8-002')
  expect(teams.readCard(one)).toContain('受付番号：R8-003')
  expect(teams.readCard(whole)).toContain('「三つ目の文です。」')
  expect(back).toEqual(list)
  expect(office.troubles).toEqual([])
})

it("gives nothing of another's receipt, and of none that was never made", async () => {
  await using office = await openTeamsMembers()
  const { teams, suzuki } = office
  await file(office, 'sato', '佐藤の秘密の文です。')
  const post = await file(office, 'suzuki', '鈴木の文です。')
  const before = await office.filed()

  const seen: unknown[] = []
  for (const receipt of ['R8-001', 'R8-999'])
    for (const data of [
      ...['receipt', 'whole', 'withdraw'].map((see) => ({ own: { see, receipt } })),
      { kondankai: { name: 'withdraw-now', about: receipt } },
    ])
      seen.push({ ...(await teams.press(suzuki, post, '見る', {}, { data })), delivered: null })

  expect(seen.slice(0, 4)).toEqual(seen.slice(4))
  for (const one of seen)
    expect(one).toMatchObject({ outcome: 'message', text: expect.not.stringMatching(/佐藤|秘密/u) })
  expect(await office.filed()).toEqual(before)
  expect(office.troubles).toEqual([])
})

it('sends what has no room in a card to the chat', async () => {
  await using office = await openTeamsMembers()
  const { teams, sato } = office
  const text = '"長い"'.repeat(2000)
  const post = await file(office, 'sato', text)

  const pressed = await teams.press(sato, post, '見る')

  expect(pressed).toMatchObject({ outcome: 'message', text: '続きは、ダイレクトメッセージを御覧ください。' })
  await office.postOf('sato', '"長い"'.repeat(100))
  expect(office.troubles).toEqual([])
})

it('posts nothing where a card is only brought up to date that has no room any more for all of it', async () => {
  await using office = await openTeamsMembers()
  const { teams, sato } = office
  await file(office, 'sato', '短い文です。')
  await teams.say(sato, 'personal', 'R8-001')
  const post = await office.postOf('sato', '「短い文です。」')
  const longer = opinionForm('"長い"'.repeat(2000), { edits: 'R8-001', call: null })
  await office.act({ kind: 'form', form: longer }, 'sato')
  await office.bot.deliver()
  await teams.idle()
  const before = office.told('sato')

  const card = cardIn(await teams.refresh(sato, post))
  const again = cardIn(await teams.refresh(sato, teams.showCard(post, card)))
  await office.bot.deliver()
  await teams.idle()
  const after = office.told('sato')
  const pressed = await teams.press(sato, teams.showCard(post, card), '見る')

  expect(teams.readCard(card)).toMatch(/受付番号：R8-001[\s\S]*状況：受付済み/u)
  expect(again).toEqual(card)
  expect(after).toEqual(before)
  expect(pressed).toMatchObject({ outcome: 'message', text: '続きは、ダイレクトメッセージを御覧ください。' })
  expect(office.troubles).toEqual([])
})
