import { describe, expect, it } from 'vitest'
import { cardText } from '../../support/fake-teams/card-text.ts'
import { openTeamsSecretariat, soon } from '../../support/teams-secretariat.ts'

const itemActs = ['担当課', '取扱い', '回答案', '確認', 'メモ', 'お伺い', '期限', '見る']
const several = (count: number) => Array.from({ length: count }, (_, at) => `・${at}番の橋を直してほしい`).join('\n')

describe('the secretariat’s cards in Teams', () => {
  it('assigns an item to divisions in a dialog, once; the card and its thread say so', async () => {
    await using desk = await openTeamsSecretariat()
    const { teams } = desk
    const receipt = await desk.file('sato', '橋を直してほしい')
    await teams.until(() => desk.thread(receipt).length > 0)
    const [card, lines] = [desk.card(receipt), desk.thread(receipt).length]
    await desk.open('yamada', card, '担当課')

    const shown = await desk.send('yamada', { 主担当: '農政課', 関係課: ['福祉総務課'] }, undefined, 2)

    expect(shown).toContain('農政課としました')
    expect(await desk.itemOf(`${receipt}-1`)).toMatchObject({ lead: 'ka1', others: ['ka3'] })
    expect(await desk.actsOf('item-assigned')).toHaveLength(1)
    await teams.until(() => desk.thread(receipt).length === lines + 1)
    expect(teams.read(desk.thread(receipt).at(-1) ?? expect.unreachable())).toContain(
      '担当課を定めた（農政課、福祉総務課）',
    )
    expect(desk.card(receipt)).toMatchObject({ id: card?.id, edited: true })
    expect(teams.read(desk.card(receipt) ?? expect.unreachable())).toContain('主担当：農政課')
    for (const label of itemActs) expect(teams.read(desk.card(receipt) ?? expect.unreachable())).toContain(`[${label}]`)
    expect(desk.thread(receipt).map(teams.read).join()).not.toContain('[担当課]')
    expect(teams.faults).toEqual([])
  })

  it('asks which of several items is meant, and carries nothing over to another', async () => {
    await using desk = await openTeamsSecretariat()
    const { teams } = desk
    const receipt = await desk.file('sato', '・橋を直してほしい\n・道を広げてほしい')

    const choice = await desk.open('yamada', desk.card(receipt), '回答案')
    const first = await desk.send('yamada', { 項目: `${receipt}-1` })
    const back = await desk.send('yamada', { '考え方（案）': '一つ目の案' }, '項目を選び直す')
    const second = await desk.send('yamada', { 項目: `${receipt}-2` })
    const empty = await desk.send('yamada')
    const saved = await desk.send('yamada', { '考え方（案）': '前半。', '考え方（案）の続き': '後半。' })

    expect(choice).toContain('道を広げてほしい')
    expect(first).toContain('「・橋を直してほしい」')
    expect(back).toBe(choice.split('\n').slice(1).join('\n'))
    expect(second).toContain('「・道を広げてほしい」')
    expect(second).not.toContain('一つ目の案')
    expect(empty).toMatch(/文面をお書きください。\n考え方（案） \[\]/u)
    expect(saved).not.toContain('文面をお書きください')
    const responses = (await desk.bot.desk.records.list('responses')).map(({ value }) => [value.item, value.text])
    expect(responses).toEqual([[`${receipt}-2`, '前半。\n後半。']])
    expect(teams.faults).toEqual([])
  })

  it('disposes of items, also together with another that is looked for', async () => {
    await using desk = await openTeamsSecretariat()
    const { teams, user } = desk
    const first = await desk.file('sato', '橋を直してほしい')
    const second = await desk.file('suzuki', '橋が古い')
    await desk.open('yamada', desk.card(second), '取扱い')

    const none = await desk.send('yamada', { 取扱い: '他の項目とまとめて回答する' })
    const found = await teams.search(user('yamada'), 'まとめる先の項目', '直して')
    const grouped = await desk.send('yamada', { まとめる先の項目: `${first}-1` })
    await desk.open('yamada', desk.card(first), '取扱い')
    const refused = await desk.send('yamada', { 取扱い: '回答不要（感想・賛意など）' })

    expect(none).toContain('まとめる先の項目をお選びください。')
    expect(found?.map(({ value }) => value)).toEqual([`${first}-1`])
    expect(grouped).toContain(`${first}-1`)
    expect(await desk.itemOf(`${second}-1`)).toMatchObject({ disposition: { kind: 'with', item: `${first}-1` } })
    expect(refused).toContain('まとめて回答することとしています')
    expect(await desk.itemOf(`${first}-1`)).toMatchObject({ disposition: { kind: 'answer' } })
    expect(teams.faults).toEqual([])
  })

  it('writes a draft that a colleague checks, reading the very version', async () => {
    await using desk = await openTeamsSecretariat()
    const { teams } = desk
    const receipt = await desk.file('sato', '橋を直してほしい')
    await desk.open('yamada', desk.card(receipt), '回答案')
    await desk.send('yamada', { '考え方（案）': '検討してまいりたい。' })

    await desk.open('yamada', desk.card(receipt), '確認')
    const own = await desk.send('yamada')
    const shown = await desk.open('kimura', desk.card(receipt), '確認')
    await desk.send('kimura')

    expect(own).toContain('御自身がお書きになったもの')
    expect(shown).toMatch(/第1版.*検討してまいりたい。/su)
    expect(await desk.itemOf(`${receipt}-1`)).toMatchObject({ checked: { by: 'kimura' } })
    await teams.until(() => teams.read(desk.card(receipt) ?? expect.unreachable()).includes('確認済み'))
    expect(teams.faults).toEqual([])
  })

  it('notes, asks the member, sets a day and shows all of it; what is wrong stands at its field', async () => {
    await using desk = await openTeamsSecretariat()
    const { teams } = desk
    const receipt = await desk.file('sato', '橋を直してほしい')
    await desk.open('yamada', desk.card(receipt), 'メモ')
    await desk.send('yamada', { 'メモ（委員には示しません）': '現地を見る' })
    await desk.open('yamada', desk.card(receipt), 'お伺い')
    const past = await desk.send('yamada', { お伺いする内容: 'どの橋ですか', 御返信の期限: '2020-01-06' })
    const asked = await desk.send('yamada', { 御返信の期限: soon })
    await desk.open('yamada', desk.card(receipt), '期限')
    const weekend = await desk.send('yamada', { 期限: '2099-01-01' })
    await desk.send('yamada', { 期限: soon })

    const all = await desk.open('kimura', desk.card(receipt), '見る')

    expect(past).toMatch(/過ぎて.*\n御返信の期限 \[2020-01-06\]/u)
    expect(past).toContain('お伺いする内容 [どの橋ですか]')
    expect(asked).not.toContain('お伺いする内容')
    expect(weekend).toMatch(/\n期限 \[2099-01-01\]/u)
    expect(await desk.itemOf(`${receipt}-1`)).toMatchObject({ due: soon })
    expect((await desk.bot.desk.records.list('questions')).map(({ value }) => value.text)).toEqual(['どの橋ですか'])
    expect(all).toMatch(/現地を見る.*履歴/su)
    expect(teams.faults).toEqual([])
  })

  it('shows the second of two what happened, with what he has written, which he can send then', async () => {
    await using desk = await openTeamsSecretariat()
    const { teams } = desk
    const receipt = await desk.file('sato', '橋を直してほしい')
    await desk.open('yamada', desk.card(receipt), '回答案')
    await desk.open('kimura', desk.card(receipt), '回答案')
    await desk.send('yamada', { '考え方（案）': '山田の案' })

    const late = await desk.send('kimura', { '考え方（案）': '木村の案' })
    const kept = (await desk.bot.desk.records.list('responses')).map(({ value }) => value.text)
    await desk.send('kimura')

    expect(late).toMatch(/その間に行われたことは次のとおりです。.*山田　太郎.*考え方（案） \[木村の案\]/su)
    expect(kept).toEqual(['山田の案'])
    expect((await desk.bot.desk.records.list('responses')).map(({ value }) => value.text)).toEqual([
      '山田の案',
      '木村の案',
    ])
    expect(teams.faults).toEqual([])
  })

  it('lets one of two win who press at the same time', async () => {
    await using desk = await openTeamsSecretariat()
    const receipt = await desk.file('sato', '橋を直してほしい')
    await desk.open('yamada', desk.card(receipt), '担当課')
    await desk.open('kimura', desk.card(receipt), '担当課')

    const shown = await Promise.all([
      desk.send('yamada', { 主担当: '農政課' }),
      desk.send('kimura', { 主担当: '環境政策課' }),
    ])

    expect(shown.filter((text) => text.includes('その間に行われたことは次のとおりです'))).toHaveLength(1)
    expect(await desk.actsOf('item-assigned')).toHaveLength(1)
    expect(desk.teams.faults).toEqual([])
  })

  it('tells whoever is no staff so, and who is not in the team what keeps him', async () => {
    await using desk = await openTeamsSecretariat()
    const { teams, user, office } = desk
    const receipt = await desk.file('sato', '橋を直してほしい')
    const { members } = teams.place(office)
    members.add(user('sato'))
    const guest = teams.addUser({ name: '通りがかり', guest: true })
    members.add(guest)
    const before = await desk.bot.desk.records.list('acts')
    const card = desk.card(receipt) ?? expect.unreachable()

    const shown: string[] = []
    for (const label of itemActs)
      for (const who of [user('sato'), guest]) {
        const opened = await teams.openDialog(who, card, label)
        shown.push(opened.outcome === 'dialog' ? cardText(opened.dialog.card) : opened.outcome)
      }
    members.delete(user('kimura'))
    await teams.changeMembers(user('yamada'), office, [user('kimura')], false)
    const action = { ...card, place: teams.personal(user('kimura')) }
    const gone = await teams.openDialog(user('kimura'), action, '担当課')

    expect(shown.filter((text) => !text.includes('事務局の職にある方から承っております'))).toEqual([])
    expect(shown.join()).not.toContain('橋')
    expect(gone.outcome === 'dialog' && cardText(gone.dialog.card)).toContain('事務局のチームに見当たりません')
    expect(await desk.bot.desk.records.list('acts')).toEqual(before)
    expect(teams.faults).toEqual([])
  })

  it('posts a card anew that somebody has deleted', async () => {
    await using desk = await openTeamsSecretariat()
    const { teams } = desk
    const receipt = await desk.file('sato', '橋を直してほしい')
    const old = desk.card(receipt) ?? expect.unreachable()
    await desk.open('yamada', old, 'メモ')
    old.deleted = true

    await desk.send('yamada', { 'メモ（委員には示しません）': '現地を見る' })

    const card = await teams.until(() => desk.card(receipt))
    expect(card.id).not.toBe(old.id)
    expect(teams.read(card)).toContain('[担当課]')
    expect(teams.faults).toEqual([])
  })

  it('sends in the chat what no dialog holds', async () => {
    await using desk = await openTeamsSecretariat()
    const { teams } = desk
    const receipt = await desk.file('sato', several(60))
    let shown = ''

    const posts = await desk.chatOf('yamada', async () => {
      shown = await desk.open('yamada', desk.card(receipt), '見る')
    })

    expect(shown).toContain('続きは')
    await teams.until(() => teams.posts(desk.user('yamada')).some((post) => teams.read(post).includes(`${receipt}-60`)))
    expect(posts.length).toBeGreaterThan(0)
    expect(teams.faults).toEqual([])
  })

  it('keeps a card of several posts together, and its forms usable where the words are long', async () => {
    await using desk = await openTeamsSecretariat()
    const { teams, user } = desk
    const receipt = await desk.file('sato', `橋を直してほしい。${'あ\n'.repeat(4900)}終わり。`)
    const card = desk.card(receipt)
    const [last = expect.unreachable()] = await teams.until(() => {
      const posts = desk.thread(receipt).filter((post) => teams.read(post).includes('[回答案]'))
      return posts.length > 0 && posts
    })
    let shown = ''

    await desk.chatOf('yamada', async () => {
      shown = await desk.open('yamada', last, '回答案')
    })
    const saved = await desk.send('yamada', { '考え方（案）': '直してまいりたい。' })

    expect(teams.read(card ?? expect.unreachable())).not.toContain('終わり。')
    expect(shown).toContain('続きは')
    expect(shown).toContain('考え方（案） []')
    await teams.until(() => teams.posts(user('yamada')).map(teams.read).join().includes('終わり。'))
    expect(saved).not.toContain('続きは')
    expect((await desk.bot.desk.records.list('responses')).map(({ value }) => value.text)).toEqual([
      '直してまいりたい。',
    ])
    await teams.until(() => desk.card(receipt)?.edited)
    expect(teams.faults).toEqual([])
  })

  it('leaves nothing of erased words in the channel, also where the card was several posts', async () => {
    await using desk = await openTeamsSecretariat()
    const { teams, office } = desk
    const receipt = await desk.file('sato', `橋を直してほしい。${'あ\n'.repeat(4900)}終わり。`)
    const read = () => teams.posts(office).map(teams.read).join('\n')
    await teams.until(() => read().includes('終わり。') && read().includes('[回答案]'))
    const input = { receipt, reason: '本人の申出', confirmed: true }

    await desk.act('yamada', { name: 'erase-submission', input })
    await desk.act('kimura', { name: 'erase-submission', input })

    await teams.until(() => read().includes('木村'))
    await teams.idle()
    expect(await desk.bot.desk.records.list('versions')).toEqual([])
    expect(read()).toContain('御意見を消去した')
    expect(read()).not.toMatch(/橋|終わり。|\[回答案\]/u)
    expect(teams.faults).toEqual([])
  })

  it('does to all items of an opinion what is done to them all, also to sixty', async () => {
    await using desk = await openTeamsSecretariat()
    const receipt = await desk.file('sato', several(60))
    await desk.open('yamada', desk.card(receipt), '担当課')
    await desk.send('yamada', { 項目: `${receipt}-60` })

    await desk.send('yamada', { 主担当: '農政課', 対象: ['all'] })

    const leads = (await desk.bot.desk.records.list('items')).map(({ value }) => value.lead)
    expect(leads).toEqual(Array.from({ length: 60 }, () => 'ka1'))
    expect(desk.teams.faults).toEqual([])
  })

  it('looks for a division where there are more than a list takes', async () => {
    const divisions = Array.from({ length: 120 }, (_, at) => `第${at}課`)
    await using desk = await openTeamsSecretariat({ divisions })
    const { teams, user } = desk
    const receipt = await desk.file('sato', '橋を直してほしい')
    await desk.open('yamada', desk.card(receipt), '担当課')

    const lead = await teams.search(user('yamada'), '主担当', '第117')
    await teams.search(user('yamada'), '関係課', '第119')
    // Another search in the same card: what was found stays found.
    await desk.send('yamada', { 主担当: '第117課', 関係課: ['第5課', '第119課'] })

    expect(lead?.map(({ value }) => value)).toEqual(['ka118'])
    expect(await desk.itemOf(`${receipt}-1`)).toMatchObject({ lead: 'ka118', others: ['ka6', 'ka120'] })
    expect(teams.faults).toEqual([])
  })

  it('finds nothing for who is no staff', async () => {
    await using desk = await openTeamsSecretariat()
    const { teams, user } = desk
    const dataset = JSON.stringify(['people', 'search', { act: 'claim' }])
    const value = { queryText: '', queryOptions: { skip: 0, top: 15 }, dataset }
    const [{ activity } = expect.unreachable()] = [await teams.say(user('sato'), 'personal', 'あ')].map(
      ({ delivered }) => delivered ?? expect.unreachable(),
    )

    const answers = [value, { ...value, dataset: 'x' }, { dataset: 7 }, null].map(
      async (one) =>
        (await teams.send({ ...activity, id: 'f:1', type: 'invoke', name: 'application/search', value: one })).body,
    )

    for (const body of await Promise.all(answers)) expect(body).toMatchObject({ value: { results: [] } })
    expect(teams.faults).toEqual([])
  })

  it('confirms who somebody is, and says so where he was announced', async () => {
    await using desk = await openTeamsSecretariat()
    const { teams, user } = desk
    const guest = teams.addUser({ name: '高橋' })
    const account = `teams:${teams.tenant}:${teams.person(guest)?.aadObjectId}`
    const who = { person: account, conversation: account, place: account, committee: 'sapporo-vision' }
    const did = { kind: 'form', form: { name: 'claim', who: '鈴木花子' } } as const
    const { bot } = desk
    await bot.follow((await bot.take({ id: 'claims', ...who, did })).outcome)
    const post = await teams.until(() => desk.post('鈴木花子'))
    await desk.open('yamada', post, '確認する')

    const found = await teams.search(user('yamada'), '名簿の方', '鈴木')
    const shown = await desk.send('yamada', { 名簿の方: 'suzuki' })

    expect(found?.map(({ value }) => value)).toEqual(['suzuki'])
    expect(shown).toContain('鈴木')
    expect((await bot.desk.records.find('accounts', account))?.value.holder).toEqual({ kind: 'member', id: 'suzuki' })
    const done = await teams.until(() => desk.post('確認しました'))
    expect(done.id).toBe(post.id)
    expect(teams.read(done)).not.toContain('[確認する]')
    expect(teams.faults).toEqual([])
  })
})
