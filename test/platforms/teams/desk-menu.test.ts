import { describe, expect, it } from 'vitest'
import { addDays, dayOf, momentOf } from '../../../src/opinions/day.ts'
import { officeCalendar } from '../../../src/opinions/working-days.ts'
import { answerIn, mangle } from '../../support/inquiry-desk.ts'

import { call, openTeamsSecretariat, soon } from '../../support/teams-secretariat.ts'

type Desk = Awaited<ReturnType<typeof openTeamsSecretariat>>

/** Asks for the menu in the channel, and opens a dialog from it. */
async function choose(desk: Desk, who: string, label: string): Promise<string> {
  const { teams, user, office } = desk
  const { id } = await teams.say(user(who), office, 'メニュー', { mention: true })
  const [menu] = await teams.until(() => {
    const posts = teams.posts(`${office};messageid=${id}`)
    return posts.length > 0 && posts
  })
  return await desk.open(who, menu, label)
}

const dispose = (receipt: string) => ({
  name: 'queue',
  act: { do: 'dispose', input: { targets: [{ item: `${receipt}-1`, seen: null }], as: 'none' } },
})
const assign = (receipt: string) => ({
  name: 'queue',
  act: {
    do: 'assign',
    input: { targets: [{ item: receipt, seen: null }], divisions: { lead: '農政課', others: [] } },
  },
})

describe('the secretariat’s menu in Teams', () => {
  it('is shown in the thread in which it was asked for, to staff alone', async () => {
    await using desk = await openTeamsSecretariat()
    const { teams, user, office } = desk
    const guest = teams.addUser({ name: '通りがかり' })
    teams.place(office).members.add(guest)

    const asked = [
      await teams.say(user('yamada'), office, 'メニュー', { mention: true }),
      await teams.say(guest, office, 'menu', { mention: true }),
    ]

    const [menu, refused] = await teams.until(() => {
      const posts = asked.map(({ id }) => teams.posts(`${office};messageid=${id}`))
      return posts.every(({ length }) => length > 0) && posts.map((one) => one.map(teams.read).join())
    })
    expect(menu).toContain('[委員共有]')
    expect(menu).toContain('1対1のチャット')
    expect(refused).toContain('事務局の職にある方から承っております')
    expect(refused).not.toContain('[委員共有]')
    expect(teams.faults).toEqual([])
  })

  it('shows the list, the digest and who has not answered', async () => {
    await using desk = await openTeamsSecretariat()
    const receipt = await desk.file('sato', '橋を直してほしい')

    const list = await choose(desk, 'yamada', '一覧')
    const digest = await choose(desk, 'yamada', '日次まとめ')
    await choose(desk, 'yamada', '未回答の委員')
    const unanswered = await desk.send('yamada', { 意見照会: call })

    expect(list).toContain(`${receipt}-1`)
    expect(digest).toContain('日次まとめ')
    expect(unanswered).toContain('鈴木')
    expect(desk.teams.faults).toEqual([])
  })

  it('opens a call, shares, publishes and takes back, with what is wrong said at the field', async () => {
    await using desk = await openTeamsSecretariat()
    const receipt = await desk.file('sato', '橋を直してほしい')
    await desk.act('yamada', dispose(receipt))
    const today = dayOf(Date.now())
    const decree = { 意見照会: call, 決裁日: today, 決裁番号: '札企第1号', 決裁者の職: '局長' }

    await choose(desk, 'yamada', '委員共有')
    const early = await desk.send('yamada', decree)
    await desk.act('yamada', { name: 'close-call', input: { call } })
    await desk.send('yamada', {}, undefined, 1)
    await choose(desk, 'yamada', '公表')
    const wrong = await desk.send('yamada', { 公表日: today, 掲載先のアドレス: 'ftp://example.jp' })
    await desk.send('yamada', { 掲載先のアドレス: 'https://example.jp/annex' })
    await choose(desk, 'kimura', '取りやめ')
    await desk.send('kimura', { 理由: '掲載先の誤り' })
    await choose(desk, 'yamada', '意見照会を始める')
    const twice = await desk.send('yamada', { 番号: call, 会議の名称: '次の会議', '提出期限の日（17時まで）': soon })
    await desk.send('yamada', { 番号: call.replace('-1', '-2'), 議題: '一つ目\n二つ目' })

    const { records } = desk.bot.desk
    expect(early).toMatch(/\n意見照会 \[/u)
    expect(early).toContain('札企第1号')
    expect(wrong).toContain('掲載先のアドレス [ftp://example.jp]')
    expect(twice).toContain(call)
    expect((await records.find('releases', call))?.value).toMatchObject({
      ...{ shared: { number: '札企第1号', by: 'yamada' }, published: null },
    })
    expect(await desk.actsOf('annex-shared')).toHaveLength(1)
    expect(await desk.actsOf('annex-published')).toHaveLength(1)
    expect((await records.find('calls', call.replace('-1', '-2')))?.value.agenda).toEqual(['一つ目', '二つ目'])
    expect(desk.teams.faults).toEqual([])
  })

  it('links the digest to the cards of what it names', async () => {
    const calendar = officeCalendar(new Set())
    const first = calendar.workingDayFrom(dayOf(Date.now()))
    const next = calendar.workingDayFrom(addDays(first, 1))
    await using desk = await openTeamsSecretariat({ at: momentOf(`${first}T10:00`) })
    const { teams, office } = desk
    const receipt = await desk.file('sato', '橋を直してほしい')
    const day = calendar.workingDayFrom(addDays(first, 2))
    const targets = [{ item: `${receipt}-1`, seen: null }]
    await desk.act('yamada', { name: 'queue', act: { do: 'due', input: { targets, day } } })
    desk.setTime(momentOf(`${next}T10:00`))

    await desk.bot.tick()

    const digest = await teams.until(() =>
      teams.posts(office).find((post) => teams.read(post).includes('日次まとめ') && teams.read(post).includes(receipt)),
    )
    const [, url = ''] = /"url":"([^"]+)"/u.exec(JSON.stringify(digest.cards)) ?? []
    expect(teams.read(digest)).toContain(`[${receipt}-1]`)
    expect(new URL(url).pathname).toBe(`/l/message/${encodeURIComponent(office)}/${desk.card(receipt)?.id}`)
    expect(new URL(url).searchParams.get('tenantId')).toBe(teams.tenant)
    expect(teams.faults).toEqual([])
  })
})

/** An item that a division has been asked about, with the file that went to it. */
async function openAsked() {
  const desk = await openTeamsSecretariat()
  const { teams, user } = desk
  const receipt = await desk.file('sato', '農産物の消費を増やしてほしい。')
  await desk.act('yamada', assign(receipt))
  await choose(desk, 'yamada', '照会票を作る')
  const preview = await desk.send('yamada', {
    ...{ 意見照会: call, '担当課の回答期限の日（17時まで）': soon, 問合せ先: '企画課 山田' },
  })
  const offers = await desk.chatOf('yamada', async () => {
    await desk.send('yamada', {}, undefined, 1)
    await teams.until(() => offersTo(desk, 'yamada').length === 2)
  })
  const { fileId } = await teams.consent(user('yamada'), sheetIn(desk) ?? expect.unreachable())
  const { bytes } = await teams.until(() => {
    const file = teams.file(fileId ?? '')
    return file?.bytes !== undefined && { bytes: file.bytes }
  })
  const answered = await mangle(new Uint8Array(bytes), (one) => answerIn(one, { [`${receipt}-1`]: '消費を促す。' }))
  return Object.assign(desk, { receipt, preview, offers, answered: Buffer.from(answered) })
}

const consentType = 'application/vnd.microsoft.teams.card.file.consent'
const namesIn = ({ activity }: ReturnType<Desk['teams']['posts']>[number]) =>
  (activity?.attachments ?? []).flatMap((one) => (one.contentType === consentType ? [one.name] : []))
const offersTo = ({ teams, user }: Desk, who: string) =>
  teams.posts(user(who)).filter((post) => namesIn(post).length > 0)
const sheetIn = (desk: Desk) => offersTo(desk, 'yamada').find((post) => namesIn(post)[0]?.endsWith('.xlsx'))

describe('files of the secretariat’s in Teams', () => {
  it('are offered in the chat after a preview, and put where Teams says once they are wanted', async () => {
    await using desk = await openAsked()
    const { teams, user } = desk

    expect(desk.preview).toContain('農政課')
    expect(desk.preview).not.toContain('--accept')
    expect(await desk.bot.desk.records.list('inquiries')).toHaveLength(1)
    expect(offersTo(desk, 'yamada').flatMap(namesIn)).toHaveLength(2)
    await teams.until(() =>
      teams
        .posts(user('yamada'))
        .some(({ activity }) =>
          activity?.attachments?.some(
            ({ contentType }) => contentType === 'application/vnd.microsoft.teams.card.file.info',
          ),
        ),
    )
    expect(teams.faults).toEqual([])
  })

  it('are annex and ledger as well, by dialog and by a command in the chat; in the channel the way is said', async () => {
    await using desk = await openTeamsSecretariat()
    const { teams, user, office } = desk
    await desk.file('sato', '橋を直してほしい')

    await choose(desk, 'yamada', '別紙')
    const shown = await desk.send('yamada', { 意見照会: call, 形式: 'docx', お名前の載せ方: 'letters' })
    await choose(desk, 'yamada', '受付簿')
    await desk.send('yamada', {}, undefined, 1)
    await teams.until(() => offersTo(desk, 'yamada').length === 2)
    await teams.say(user('yamada'), 'personal', `ledger --call ${call} --out x`)
    await teams.until(() => offersTo(desk, 'yamada').length === 3)
    const { id } = await teams.say(user('yamada'), office, `ledger --call ${call} --out x`, { mention: true })
    const [answer] = await teams.until(() => {
      const posts = teams.posts(`${office};messageid=${id}`)
      return posts.length > 0 && posts
    })

    expect(shown).toContain('チャットにお送りします')
    expect(offersTo(desk, 'yamada').flatMap(namesIn).slice(0, 2)).toEqual([
      `別紙_${call}_案.docx`,
      `受付簿_${call}.csv`,
    ])
    expect(teams.read(answer ?? expect.unreachable())).toContain('1対1のチャットにお送りください')
    expect(teams.faults).toEqual([])
  })

  it('are not handed over twice, to nobody else, to who is no staff any more, nor after a restart', async () => {
    await using desk = await openTeamsSecretariat()
    const { teams, user, office } = desk
    await desk.file('sato', '橋を直してほしい')
    for (const _ of [1, 2, 3]) {
      const before = offersTo(desk, 'yamada').length
      await teams.say(user('yamada'), 'personal', `ledger --call ${call} --out x`)
      await teams.until(() => offersTo(desk, 'yamada').length > before)
    }
    const [first, second, third] = offersTo(desk, 'yamada')
    const put = async (who: string, post = first ?? expect.unreachable()) => {
      const before = teams.posts(user(who)).length
      const { fileId } = await teams.consent(user(who), { ...post, place: teams.personal(user(who)) })
      await teams.until(() => teams.posts(user(who)).length > before)
      const [last] = teams.posts(user(who)).slice(-1)
      return { bytes: teams.file(fileId ?? '')?.bytes?.length ?? 0, says: last === undefined ? '' : teams.read(last) }
    }

    const others = [await put('kimura'), await put('sato')]
    const own = await put('yamada')
    const again = await put('yamada')
    await teams.changeMembers(user('kimura'), office, [user('yamada')], false)
    const gone = await put('yamada', second)
    teams.place(office).members.add(user('yamada'))
    await desk.restart()
    const late = await put('yamada', third)

    expect(own.bytes).toBeGreaterThan(0)
    expect([...others, again, gone, late].map(({ bytes }) => bytes)).toEqual([0, 0, 0, 0, 0])
    expect(others[0]?.says).toContain('時間を過ぎました')
    expect(again.says).toContain('既にお渡ししています')
    expect(others[1]?.says).toContain('事務局の職にある方')
    expect(gone.says).toContain('事務局のチームに見当たりません')
    expect(late.says).toContain('もう一度お願いいたします')
  })

  it('are put nowhere but where Teams keeps files', async () => {
    await using desk = await openTeamsSecretariat()
    const { teams, user } = desk
    await teams.say(user('yamada'), 'personal', `ledger --call ${call} --out x`)
    const [offer] = await teams.until(() => offersTo(desk, 'yamada').length > 0 && offersTo(desk, 'yamada'))
    const context = offer?.activity?.attachments?.map((one) =>
      one.contentType === consentType ? one.content.acceptContext : {},
    )[0]
    const { delivered } = await teams.say(user('yamada'), 'personal', 'あ')
    const uploadInfo = {
      ...{ contentUrl: 'https://example.sharepoint.com/a.csv', uploadUrl: 'https://evil.example.jp/a.csv' },
      ...{ uniqueId: 'x', fileType: 'csv', name: 'a.csv' },
    }
    const before = teams.posts(user('yamada')).length

    await teams.send({
      ...(delivered?.activity ?? expect.unreachable()),
      ...{ type: 'invoke', name: 'fileConsent/invoke', id: 'f:9' },
      value: { type: 'fileUpload', action: 'accept', context, uploadInfo },
    })

    await teams.until(() =>
      teams
        .posts(user('yamada'))
        .slice(before)
        .some((post) => teams.read(post).includes('お渡しすることができませんでした')),
    )
    expect(desk.reports.join()).toContain('no-store')
    expect(desk.reports.join()).not.toContain('evil')
  })

  it('of divisions are taken in from the chat, after a look at them', async () => {
    await using desk = await openAsked()
    const { teams, user, receipt, answered } = desk

    const [preview = expect.unreachable()] = await desk.chatOf('yamada', async () =>
      teams.say(user('yamada'), 'personal', '', {
        files: [{ name: '照会票_回答.xlsx', bytes: answered }],
        duplicate: 1,
      }),
    )
    const before = await desk.bot.desk.records.list('responses')
    await desk.open('yamada', preview, '取り込む')
    await desk.send('yamada', {}, undefined, 1)

    expect(teams.read(preview)).toContain('消費を促す。')
    expect(teams.read(preview)).not.toContain('--accept')
    expect(before).toEqual([])
    expect((await desk.bot.desk.records.list('responses')).map(({ value }) => value.text)).toEqual(['消費を促す。'])
    await teams.until(() => teams.read(desk.card(receipt) ?? expect.unreachable()).includes('確認待ち'))
    expect(teams.faults).toEqual([])
  })

  it('of divisions replace what the secretariat has written only where that is chosen', async () => {
    await using desk = await openAsked()
    const { teams, user, receipt, answered } = desk
    const target = { item: `${receipt}-1`, seen: null }
    await desk.act('yamada', { name: 'queue', act: { do: 'respond', input: { target, text: '事務局の案' } } })
    const [preview] = await desk.chatOf('yamada', async () =>
      teams.say(user('yamada'), 'personal', '', { files: [{ name: 'a.xlsx', bytes: answered }] }),
    )
    await desk.open('yamada', preview, '取り込む')

    await desk.send('yamada', { 差し替える項目: [`${receipt}-1`] })

    const item = await desk.itemOf(`${receipt}-1`)
    const now = await desk.bot.desk.records.find('responses', `${receipt}-1.${item?.response}`)
    expect(now?.value.text).toBe('消費を促す。')
    expect(teams.faults).toEqual([])
  })

  it('are read of staff alone, no other kind, none that is too large, and none from elsewhere', async () => {
    await using desk = await openAsked()
    const { teams, user, answered } = desk
    const send = async (who: string, name: string, bytes: Buffer) =>
      await teams.say(user(who), 'personal', 'これです', { files: [{ name, bytes }] })

    const [member] = await desk.chatOf('sato', async () => send('sato', 'a.xlsx', answered))
    const [picture] = await desk.chatOf('yamada', async () => send('yamada', '写真.png', answered))
    const [large] = await desk.chatOf('yamada', async () => send('yamada', 'b.xlsx', Buffer.alloc(5_000_001)))
    const { delivered } = await send('yamada', 'c.xlsx', answered)
    const attachments = [
      {
        contentType: 'application/vnd.microsoft.teams.file.download.info',
        name: 'd.xlsx',
        content: { downloadUrl: 'https://evil.example.jp/d.xlsx' },
      },
    ]
    const [foreign] = await desk.chatOf('kimura', async () => {
      const said = await teams.say(user('kimura'), 'personal', 'あ')
      await teams.until(() => teams.posts(user('kimura')).length > 0)
      await teams.send({
        ...(said.delivered?.activity ?? expect.unreachable()),
        id: '1700000000001',
        text: '',
        attachments,
      })
      await teams.until(() => teams.posts(user('kimura')).length > 1)
    })

    expect(teams.read(member ?? expect.unreachable())).not.toContain('消費を促す')
    expect(teams.read(picture ?? expect.unreachable())).not.toContain('消費を促す')
    expect(teams.read(large ?? expect.unreachable())).toContain('大きさを超えています')
    expect(delivered?.status).toBe(200)
    expect(foreign).toBeDefined()
    expect(teams.posts(user('kimura')).map(teams.read).join()).toContain('読み取ることができませんでした')
    expect(await desk.bot.desk.records.list('responses')).toEqual([])
  })
})
