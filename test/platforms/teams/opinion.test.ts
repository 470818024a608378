import { describe, expect, it } from 'vitest'
import { opinionForm } from '../../support/front-office.ts'
import { call } from '../../support/members-office.ts'
import { openTeamsMembers, writtenIn } from '../../support/teams-members.ts'

type Office = Awaited<ReturnType<typeof openTeamsMembers>>

/** Opens the form of an opinion from where messages are written. */
async function open({ teams }: Office, user: string) {
  return await teams.composeCommand(user, 'personal', 'opinion')
}

describe('giving an opinion in a dialog of Teams', () => {
  it('files what was confirmed, once, with the receipt in the dialog and in the chat', async () => {
    await using office = await openTeamsMembers()
    const { teams, sato } = office
    const text = '①産地の表示を広げてはどうか。\n②駅前にも。'

    await open(office, sato)
    const reviewed = await teams.submit(sato, { 'field:subject': 'project:2024-2-annex/40', 本文: text })
    const before = await office.filed()
    const confirm = office.shown('sato')
    const filed = await teams.submit(sato, {}, '提出する', { duplicate: 2 })

    expect(reviewed.outcome).toBe('dialog')
    expect(before).toEqual([])
    expect(confirm).toContain('まだ受け付けておりません')
    expect(confirm).toContain(text)
    expect(confirm).toMatch(/No\.40[\s\S]*2項目/u)
    expect(filed.outcome).toBe('dialog')
    expect(await office.filed()).toMatchObject([
      { call: '2026-1', words: { text, subject: { kind: 'project', document: '2024-2-annex', number: 40 } } },
    ])
    expect(office.shown('sato')).toContain('受付番号：R8-001')
    await teams.until(() => office.told('sato').length > 0)
    await teams.idle()
    expect(office.told('sato')).toEqual([expect.stringContaining('受付番号：R8-001')])
    expect(await office.draftOf('sato')).toBeUndefined()
    expect(office.troubles).toEqual([])
  })

  it('says above its fields what is wrong, keeps what was entered, and takes it once that is put right', async () => {
    await using office = await openTeamsMembers({ calls: [{ ...call, form: 'written', approval: true }] })
    const { teams, sato } = office
    await open(office, sato)

    const empty = await teams.submit(sato, { 本文: '' })
    const without = await teams.submit(sato, { 本文: '賛成します。', お名前を公表資料に載せる: '載せる' })
    const shown = office.shown('sato')
    const kept = writtenIn(without)
    await teams.submit(sato, { '承認・不承認': '承認' })
    await teams.submit(sato, {}, '提出する')

    expect(empty).toEqual({ outcome: 'blocked', errors: { 'field:text': '御記入ください。' } })
    expect(shown).toContain('承認・不承認のどちらかをお選びください。')
    expect(kept).toMatchObject({ text: '賛成します。', name: 'print' })
    expect(await office.filed()).toMatchObject([
      { words: { vote: 'approve', text: '賛成します。', printName: true, subject: { kind: 'whole' } } },
    ])
    expect(office.troubles).toEqual([])
  })

  it('offers agenda items, the whole and projects of the call, and takes words where there are several calls', async () => {
    await using office = await openTeamsMembers()
    const { teams, sato } = office
    await open(office, sato)
    const offered = office.shown('sato')
    const calls = ['2026-2', '2026-3'].map((id) => ({ ...call, id, name: id }))
    await using several = await openTeamsMembers({ calls })
    await open(several, several.sato)

    const wrong = await several.teams.submit(several.sato, {
      意見照会: '2026-3',
      'field:subject': '空飛ぶ車',
      本文: '文。',
    })
    const says = several.shown('sato')
    await several.teams.submit(several.sato, { 'field:subject': 'No.34' })
    await several.teams.submit(several.sato, {}, '提出する')

    expect(offered).toMatch(/議題1「令和７年度の取組状況」 \| 議題2「新規事業」 \| 全般 \| No\.19/u)
    expect(writtenIn(wrong)).toMatchObject({ call: '2026-3', subject: '空飛ぶ車', text: '文。' })
    expect(says).toContain('件名に当たる議題や事業が見当たりません。')
    expect(await several.filed()).toMatchObject([{ call: '2026-3', words: { subject: { number: 34 } } }])
    expect([...office.troubles, ...several.troubles]).toEqual([])
    await teams.idle()
  })

  it('files what was changed before it was confirmed, and without the split where that is chosen', async () => {
    await using office = await openTeamsMembers()
    const { teams, sato } = office
    await open(office, sato)
    await teams.submit(sato, { 本文: '①道路について\n広げる。\n②公園について\n増やす。' })
    const again = await teams.submit(sato, {}, '直す')
    await teams.submit(sato, { 本文: '①道路について\n広げる。\n②公園について\n減らす。' })

    await teams.submit(sato, {}, '分けずに提出する', { duplicate: 1 })

    expect(writtenIn(again).text).toBe('①道路について\n広げる。\n②公園について\n増やす。')
    const [filed, ...more] = await office.filed()
    expect(more).toEqual([])
    expect(filed?.words).toMatchObject({ text: '①道路について\n広げる。\n②公園について\n減らす。' })
    expect(filed?.words?.items).toHaveLength(1)
    expect(office.troubles).toEqual([])
  })

  it('keeps as a draft what was confirmed and not filed, and goes on with it in the form and in the chat', async () => {
    await using office = await openTeamsMembers()
    const { teams, sato } = office
    await open(office, sato)
    await teams.submit(sato, { 本文: 'まだ考えています。' })
    teams.closeDialog(sato)

    const again = await open(office, sato)
    await teams.say(sato, 'personal', '続き')
    await office.postOf('sato', 'まだ考えています。')

    expect(writtenIn(again).text).toBe('まだ考えています。')
    expect(await office.filed()).toEqual([])
    expect(office.troubles).toEqual([])
  })

  it('takes what is sent again after its form was changed, and files it once', async () => {
    await using office = await openTeamsMembers()
    const { teams, sato } = office
    const opened = await open(office, sato)
    if (opened.outcome !== 'dialog') throw new Error('not opened')
    const [first] = [await teams.submit(sato, { 本文: '初めの文です。' })]
    teams.showAgain(sato, opened.dialog)

    const changed = await teams.submit(sato, { 本文: '直した文です。' })
    const shown = office.shown('sato')
    await teams.submit(sato, {}, '提出する')

    expect([first?.outcome, changed.outcome]).toEqual(['dialog', 'dialog'])
    expect(shown).toContain('直した文です。')
    expect(await office.filed()).toMatchObject([{ words: { text: '直した文です。' } }])
    expect(office.troubles).toEqual([])
  })

  it('shows what was changed elsewhere before it files it', async () => {
    await using office = await openTeamsMembers()
    const { teams, sato } = office
    await open(office, sato)
    await teams.submit(sato, { 本文: '①初めの文です。\n②次の文です。' })
    const draft = (await office.draftOf('sato'))?.id ?? ''
    const change = async (text: string) =>
      await office.act({ kind: 'form', form: { ...opinionForm(text), confirmed: false, draft } }, 'sato')

    await change('①直した文です。\n②次の文です。')
    await teams.submit(sato, {}, '分けずに提出する')
    const whole = office.shown('sato')
    await change('①また直した文です。')
    await teams.submit(sato, {}, '提出する')
    const before = await office.filed()
    const shown = office.shown('sato')
    await teams.submit(sato, {}, '提出する')

    expect(whole).toContain('①直した文です。')
    expect(before).toEqual([])
    expect(shown).toContain('また直した文です。')
    expect(await office.filed()).toMatchObject([{ words: { text: '①また直した文です。' } }])
    expect(office.troubles).toEqual([])
  })

  it('shows what was published on the matter, and goes back to what is confirmed', async () => {
    await using office = await openTeamsMembers()
    const { teams, sato } = office
    await open(office, sato)
    await teams.submit(sato, { 'field:subject': 'project:2024-2-annex/34', 本文: '脱炭素の取組を進めてください。' })

    await teams.submit(sato, {}, '見る')
    const seen = office.shown('sato')
    await teams.submit(sato, {}, '戻る')
    await teams.submit(sato, {}, '提出する')

    expect(seen).toContain('GX 金融・資産運用特区')
    expect(seen).not.toContain('提出する')
    expect(await office.filed()).toMatchObject([{ words: { text: '脱炭素の取組を進めてください。' } }])
    expect(office.troubles).toEqual([])
  })

  it("takes the text of one's own message, and nothing of another's", async () => {
    await using office = await openTeamsMembers()
    const { teams, sato, suzuki } = office
    const team = teams.addTeam({ name: '懇談会', members: [sato, suzuki] })
    await teams.say(sato, team, '私は <駅前> の整備が要ると思います & 急ぎます')
    await teams.say(suzuki, team, '鈴木の秘密の文です')
    const [own, other] = teams.messages(team)

    const empty = await teams.messageAction(sato, 'opinion-from-message', other ?? expect.unreachable())
    const shown = office.shown('sato')
    teams.closeDialog(sato)
    const filled = await teams.messageAction(sato, 'opinion-from-message', own ?? expect.unreachable())
    await teams.submit(sato)
    await teams.submit(sato, {}, '提出する')

    expect(writtenIn(empty).text).toBeUndefined()
    expect(shown).toContain('参照：')
    expect(JSON.stringify(empty.outcome === 'dialog' && empty.dialog.card)).not.toMatch(/鈴木|秘密/u)
    expect(writtenIn(filled).text).toBe('私は <駅前> の整備が要ると思います & 急ぎます')
    expect(await office.filed()).toMatchObject([{ words: { text: '私は <駅前> の整備が要ると思います & 急ぎます' } }])
    expect(teams.posts(team)).toEqual([])
    expect(office.troubles).toEqual([])
  })

  it('opens from the chat, where its word still begins the dialogue, and takes up what was written there', async () => {
    await using office = await openTeamsMembers()
    const { teams, sato } = office
    await teams.say(sato, 'personal', '意見')
    const post = await office.postOf('sato', '画面で書く')
    for (const [said, asked] of [
      ['1', '何についての'],
      ['全般', '御意見の本文を'],
      ['チャットで書いた文。', '以上'],
    ] as const) {
      await teams.say(sato, 'personal', said)
      await office.postOf('sato', asked)
    }

    const opened = await teams.openDialog(sato, post, '画面で書く')
    await teams.submit(sato)
    await teams.submit(sato, {}, '提出する')

    expect(writtenIn(opened)).toMatchObject({ call: '2026-1', subject: 'whole', text: 'チャットで書いた文。' })
    expect(await office.filed()).toMatchObject([{ words: { text: 'チャットで書いた文。' } }])
    expect(office.troubles).toEqual([])
  })

  it('goes on in the chat with what has no room in a dialog', async () => {
    await using office = await openTeamsMembers()
    const { teams, sato } = office
    const text = Array(1400).fill('長い文です。').join('\n')
    await teams.say(sato, 'personal', text)
    const message = teams.messages(sato).find((one) => one.from === sato)

    const shown = await teams.messageAction(sato, 'opinion-from-message', message ?? expect.unreachable())

    expect(shown.outcome).toBe('dialog')
    expect(office.shown('sato')).toMatch(/^本文が9,799字あり、この画面に入りません/u)
    await office.postOf('sato', '「続き」')
    expect(await office.draftOf('sato')).toMatchObject({ text })
    expect(office.troubles).toEqual([])
  })

  it('lets staff file on behalf, with whose opinion it is and how it came', async () => {
    await using office = await openTeamsMembers()
    const { teams, yamada } = office
    await open(office, yamada)

    const wrong = await teams.submit(yamada, {
      ...{ 委員: '鈴木委員', 届いた方法: '電話', 'field:day': '2026-08-21', 本文: 'お電話の内容です。' },
      'field:original': 'abc',
    })
    const says = office.shown('yamada')
    await teams.submit(yamada, { 'field:day': '2026-08-19', 'field:original': '' })
    await teams.submit(yamada, {}, '提出する')

    expect(wrong.outcome).toBe('dialog')
    expect(says).toMatch(/きょうまでの日付[\s\S]*SHA-256を16進数/u)
    expect(await office.filed()).toMatchObject([
      { onBehalf: { means: 'telephone', day: '2026-08-19', original: null }, words: { text: 'お電話の内容です。' } },
    ])
    const [submitter] = await office.bot.desk.records.list('submitters')
    expect(submitter?.value.member).toBe('suzuki')
    expect(office.troubles).toEqual([])
  })

  it('keeps what a person wrote whom the roster does not know, and lets him ask to be confirmed', async () => {
    await using office = await openTeamsMembers()
    const { teams } = office
    const guest = teams.addUser({ name: '田中' })
    const opened = await open(office, guest)
    await teams.submit(guest, { 本文: '名簿にまだおりません。' })
    await teams.submit(guest, {}, '提出する')
    const refused = teams.dialog(guest)

    await teams.submit(guest, {}, '名前を伝えて確認を依頼する')
    const claimed = await teams.submit(guest, { お名前: '田中　三郎' })

    expect(opened.outcome === 'dialog' && teams.readCard(opened.dialog.card)).not.toContain('届いた方法')
    expect(teams.readCard(refused?.card ?? {})).toContain('まだ受け付けておりません')
    expect(claimed.outcome).toBe('dialog')
    expect(await office.filed()).toEqual([])
    const account = `teams:${teams.tenant}:${teams.person(guest)?.aadObjectId}`
    expect((await office.bot.desk.records.find('accounts', account))?.value).toMatchObject({ claimed: '田中　三郎' })
    expect((await office.bot.desk.records.find('drafts', account))?.value.text).toBe('名簿にまだおりません。')
    expect(office.troubles).toEqual([])
  })

  it('speaks English to whoever has Teams in English', async () => {
    await using office = await openTeamsMembers()
    const { teams } = office
    const guest = teams.addUser({ name: 'Smith', locale: 'en-GB' })

    const opened = await open(office, guest)
    await teams.submit(guest, { 'field:text': 'More trains.' })

    expect(opened.outcome === 'dialog' && opened.dialog.title).toBe('Your opinion')
    expect(teams.readCard(teams.dialog(guest)?.card ?? {})).toMatch(/More trains\.[\s\S]*\[Submit\]/u)
    expect(office.troubles).toEqual([])
  })
})
