import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { call } from '../../support/members-office.ts'
import { openTeamsMembers } from '../../support/teams-members.ts'
import { openTeamsSecretariat } from '../../support/teams-secretariat.ts'

/** Lets the next turn take longer than Teams waits, whenever that is asked for. */
function brake({ bot }: Pick<Awaited<ReturnType<typeof openTeamsMembers>>, 'bot'>): () => void {
  const { settle } = bot
  let slow = false
  Object.assign(bot, {
    settle: async (turn: Parameters<typeof settle>[0]) => {
      if (slow) {
        slow = false
        await sleep(3800)
      }
      return await settle(turn)
    },
  })
  return () => {
    slow = true
  }
}

it('says that it takes longer, and goes on in the chat: with what is wrong, with what is to be confirmed, with the receipt', async () => {
  await using office = await openTeamsMembers({ calls: [{ ...call, form: 'written', approval: true }] })
  const { teams, sato } = office
  const slowDown = brake(office)
  const working = '処理しています。結果は、この自動応答とのチャットでお知らせいたします。'

  await teams.composeCommand(sato, 'personal', 'opinion')
  slowDown()
  const wrong = await teams.submit(sato, { 本文: '賛成します。' })
  await office.postOf('sato', '承認・不承認')
  await teams.idle()
  await expect.poll(async () => await office.draftOf('sato')).toMatchObject({ text: '賛成します。' })
  await teams.composeCommand(sato, 'personal', 'opinion')
  slowDown()
  const right = await teams.submit(sato, { '承認・不承認': '承認' })
  const confirm = await office.postOf('sato', '次の内容で提出します。')
  slowDown()
  await teams.press(sato, confirm, '1 提出する')
  await office.postOf('sato', '受付番号：R8-001')
  await teams.idle()

  expect([wrong, right]).toMatchObject([
    { outcome: 'message', text: working },
    { outcome: 'message', text: working },
  ])
  expect(teams.read(confirm)).toContain('「賛成します。」')
  expect(await office.filed()).toMatchObject([{ receipt: 'R8-001', words: { text: '賛成します。', vote: 'approve' } }])
  expect(office.told('sato').filter((text) => text.includes('受付番号：R8-001'))).toHaveLength(1)
  expect(office.troubles).toEqual([])
}, 40_000)

it('has filed what was sent where its answer comes too late, with one receipt in the chat', async () => {
  await using office = await openTeamsMembers()
  const { teams, sato } = office
  const slowDown = brake(office)
  await teams.composeCommand(sato, 'personal', 'opinion')
  await teams.submit(sato, { 本文: '賛成します。' })

  slowDown()
  const late = await teams.submit(sato, {}, '提出する', { duplicate: 1 })
  await office.postOf('sato', '受付番号：R8-001')
  await teams.idle()
  await office.bot.tick()

  expect(late).toMatchObject({ outcome: 'message' })
  expect(await office.filed()).toHaveLength(1)
  expect(office.told('sato').filter((text) => text.includes('受付番号'))).toHaveLength(1)
  expect(office.troubles).toEqual([])
}, 20_000)

it('says that a dialog takes longer to be shown, and opens it the next time', async () => {
  await using office = await openTeamsMembers()
  const { teams, sato } = office
  const { desk } = office.bot
  const sceneOf = desk.sceneOf.bind(desk)
  const slow = async (turn: Parameters<typeof sceneOf>[0]) => {
    Object.assign(desk, { sceneOf })
    await sleep(3800)
    return await sceneOf(turn)
  }

  Object.assign(desk, { sceneOf: slow })
  const first = await teams.composeCommand(sato, 'personal', 'opinion')
  const second = await teams.composeCommand(sato, 'personal', 'opinion')

  expect(first).toMatchObject({ outcome: 'message', text: expect.stringContaining('もう一度お開きください') })
  expect(second).toMatchObject({ outcome: 'dialog' })
  expect(office.troubles).toEqual([])
}, 20_000)

it('answers in time also where it takes long to know who is in the team', async () => {
  await using desk = await openTeamsSecretariat()
  const { teams } = desk
  const slowDown = brake(desk)
  const receipt = await desk.file('sato', '橋を直してほしい')
  await desk.open('yamada', desk.card(receipt), 'メモ')
  desk.setTime(Date.now() + 2 * 60_000)
  teams.weather = ({ path }) => (path.endsWith('/pagedmembers') ? { delay: 2500 } : 'fine')
  const begun = performance.now()

  slowDown()
  const late = await desk.send('yamada', { 'メモ（委員には示しません）': '現地を見る' })

  expect(performance.now() - begun).toBeLessThan(4800)
  expect(late).toContain('処理しています')
  await teams.until(() => teams.posts(desk.user('yamada')).map(teams.read).join().includes(`${receipt}-1`))
  expect(await desk.bot.desk.records.list('notes')).toHaveLength(1)
  expect(teams.faults).toEqual([])
}, 20_000)
