import { describe, expect, it } from 'vitest'
import { addDays, dayOf, momentOf } from '../../../src/opinions/day.ts'
import { officeCalendar } from '../../../src/opinions/working-days.ts'
import { answerIn, mangle } from '../../support/inquiry-desk.ts'
import { ways } from '../../support/slack-office.ts'
import { call, openSlackSecretariat, soon } from '../../support/slack-secretariat.ts'

type Desk = Awaited<ReturnType<typeof openSlackSecretariat>>

/** Has the menu shown by the command and presses what is wanted in it. */
async function choose({ slack, office, user }: Desk, who: string, label: string) {
  const { replies } = await slack.command(user(who), office, '/kondankai')
  const before = slack.views(user(who)).length
  await slack.press(user(who), { channel: office, ts: replies[0]?.ts ?? '' }, label)
  return await slack.until(() => slack.views(user(who)).length > before && slack.view(user(who)))
}

/** An item that a division has been asked about, with the file that went to it. */
async function openAsked(way: 'http' | 'socket') {
  const desk = await openSlackSecretariat(way)
  const receipt = await desk.file('sato', '農産物の消費を増やしてほしい。')
  const targets = [{ item: receipt, seen: null }]
  await desk.act('yamada', {
    name: 'queue',
    act: { do: 'assign', input: { targets, divisions: { lead: '農政課', others: [] } } },
  })
  await choose(desk, 'yamada', '照会票を作る')
  await desk.slack.submit(desk.user('yamada'), { call, due: soon, contact: '企画課 山田' })
  await desk.slack.submit(desk.user('yamada'))
  await desk.slack.until(() => desk.sentFiles().length === 2)
  await desk.slack.close(desk.user('yamada'), true)
  const sheet = desk.sentFiles().find(({ name }) => name.endsWith('.xlsx'))
  const answered = await mangle(new Uint8Array(sheet?.bytes ?? []), (one) =>
    answerIn(one, { [`${receipt}-1`]: '消費を促す。' }),
  )
  return Object.assign(desk, { receipt, answered: Buffer.from(answered) })
}

describe.each(ways)('the secretariat’s menu over %s', (way) => {
  it('shows the menu to staff alone, by the command and by a word', async () => {
    await using desk = await openSlackSecretariat(way)
    const { slack, office, user } = desk
    const guest = slack.addUser({ name: '通りがかり' })
    slack.room(office).members.add(guest)

    const { replies } = await slack.command(user('yamada'), office, '/kondankai')
    const refused = await slack.command(guest, office, '/kondankai')
    await slack.say(user('yamada'), office, 'メニュー', { mention: true })
    await slack.say(guest, office, 'menu', { mention: true })

    await slack.until(() => slack.posts(office).filter((post) => post.thread_ts !== undefined).length === 2)
    const said = slack.posts(office).map((post) => JSON.stringify(post.blocks))
    expect(JSON.stringify(replies[0]?.blocks)).toContain('desk:share')
    expect(JSON.stringify(refused.replies)).not.toContain('desk:')
    expect(said.filter((blocks) => blocks.includes('desk:share'))).toHaveLength(1)
    expect(slack.faults).toEqual([])
  })

  it('shows the list, the digest and who has not answered', async () => {
    await using desk = await openSlackSecretariat(way)
    const { slack, user } = desk
    const receipt = await desk.file('sato', '橋を直してほしい')

    const list = JSON.stringify((await choose(desk, 'yamada', '一覧')).blocks)
    await slack.close(user('yamada'), true)
    const digest = JSON.stringify((await choose(desk, 'yamada', '日次まとめ')).blocks)
    await slack.close(user('yamada'), true)
    await choose(desk, 'yamada', '未回答の委員')
    await slack.submit(user('yamada'), { call })

    expect(list).toContain(`${receipt}-1`)
    expect(digest).toContain('日次まとめ')
    expect(JSON.stringify(slack.view(user('yamada'))?.blocks)).toContain('鈴木')
    expect(slack.faults).toEqual([])
  })

  it('makes inquiries after a preview; the files come into the channel', async () => {
    await using desk = await openSlackSecretariat(way)
    const { slack, user, office } = desk
    const receipt = await desk.file('sato', '橋を直してほしい')
    await desk.act('yamada', {
      name: 'queue',
      act: {
        do: 'assign',
        input: { targets: [{ item: receipt, seen: null }], divisions: { lead: '農政課', others: [] } },
      },
    })
    await choose(desk, 'yamada', '照会票を作る')

    const closed = await slack.submit(user('yamada'), { call, due: '2099-01-01', contact: '企画課 山田' })
    const preview = await slack.submit(user('yamada'), { due: soon })
    const shown = JSON.stringify(slack.view(user('yamada'))?.blocks)
    const before = await desk.records.list('inquiries')
    const made = await slack.submit(user('yamada'), {}, 1)

    expect(closed).toMatchObject({ outcome: 'errors', errors: { 'due@': expect.any(String) } })
    expect(preview.outcome).toBe('updated')
    expect(shown).toContain('農政課')
    expect(shown).not.toContain('--accept')
    expect(before).toEqual([])
    expect(made.outcome).toBe('updated')
    await slack.until(() => desk.sentFiles().length === 2)
    await slack.idle()
    expect(desk.sentFiles().map(({ channels }) => channels[0])).toEqual([office, office])
    expect(await desk.records.list('inquiries')).toHaveLength(1)
    await slack.until(() => desk.card(receipt)?.text.includes('照会中'))
    expect(slack.faults).toEqual([])
  })

  it('makes the annex and the ledger as files', async () => {
    await using desk = await openSlackSecretariat(way)
    const { slack, user } = desk
    await desk.file('sato', '橋を直してほしい')
    await choose(desk, 'yamada', '別紙')
    await slack.submit(user('yamada'), { call, format: 'docx', names: 'letters' })
    await slack.close(user('yamada'), true)
    await choose(desk, 'yamada', '受付簿')

    await slack.submit(user('yamada'), {}, 1)

    await slack.until(() => desk.sentFiles().length === 2)
    await slack.idle()
    expect(
      desk
        .sentFiles()
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual([`別紙_${call}_案.docx`, `受付簿_${call}.csv`])
    expect(slack.faults).toEqual([])
  })

  it('opens a call, shares, publishes and takes back, with what is wrong said at the field', async () => {
    await using desk = await openSlackSecretariat(way)
    const { slack, user } = desk
    const receipt = await desk.file('sato', '橋を直してほしい')
    const targets = [{ item: `${receipt}-1`, seen: null }]
    await desk.act('yamada', { name: 'queue', act: { do: 'dispose', input: { targets, as: 'none' } } })
    const today = dayOf(Date.now())
    const decree = { call, decided: today, number: '札企第1号', post: '局長' }

    await choose(desk, 'yamada', '委員共有')
    const early = await slack.submit(user('yamada'), decree)
    await desk.act('yamada', { name: 'close-call', input: { call } })
    const shared = await slack.submit(user('yamada'), decree, 1)
    await slack.close(user('yamada'), true)
    await choose(desk, 'yamada', '公表')
    const wrong = await slack.submit(user('yamada'), { call, day: today, address: 'ftp://example.jp' })
    const published = await slack.submit(user('yamada'), { address: 'https://example.jp/annex' })
    await slack.close(user('yamada'), true)
    await choose(desk, 'kimura', '取りやめ')
    const undone = await slack.submit(user('kimura'), { call, reason: '掲載先の誤り' })
    await slack.close(user('kimura'), true)
    await choose(desk, 'yamada', '意見照会を始める')
    const twice = await slack.submit(user('yamada'), { id: call, name: '次の会議', deadline: soon })
    const opened = await slack.submit(user('yamada'), { id: call.replace('-1', '-2'), agenda: '一つ目\n二つ目' })

    expect(early).toMatchObject({ outcome: 'errors', errors: { 'call@': expect.any(String) } })
    expect(shared.outcome).toBe('updated')
    expect(wrong).toMatchObject({ outcome: 'errors', errors: { 'address@': expect.any(String) } })
    expect([published.outcome, undone.outcome, opened.outcome]).toEqual(['updated', 'updated', 'updated'])
    expect(twice).toMatchObject({ outcome: 'errors', errors: { 'id@': expect.stringContaining(call) } })
    const release = (await desk.records.find('releases', call))?.value
    expect(release).toMatchObject({ shared: { number: '札企第1号', by: 'yamada' }, published: null })
    const acts = (await desk.records.list('acts')).map(({ value }) => value.did)
    expect(acts.filter((did) => did === 'annex-shared' || did === 'annex-published')).toEqual([
      'annex-shared',
      'annex-published',
    ])
    expect((await desk.records.find('calls', call.replace('-1', '-2')))?.value.agenda).toEqual(['一つ目', '二つ目'])
    expect(slack.faults).toEqual([])
  })

  it('takes a division’s answers out of a file that is dropped, after a look at them', async () => {
    await using desk = await openAsked(way)
    const { slack, user, office, receipt, answered } = desk

    const { ts } = await slack.dropFile(user('yamada'), office, { name: '照会票_回答.xlsx', bytes: answered })
    const preview = await slack.until(() => slack.posts(office).find((post) => post.thread_ts === ts))
    const before = await desk.records.list('responses')
    await slack.press(user('kimura'), { channel: office, ts: preview.ts }, '取り込む')
    await slack.until(() => slack.view(user('kimura')))
    const taken = await slack.submit(user('kimura'), {}, 1)

    expect(preview.text).toContain('消費を促す。')
    expect(preview.text).not.toContain('--accept')
    expect(before).toEqual([])
    expect(taken.outcome).toBe('updated')
    await slack.until(() => desk.card(receipt)?.text.includes('確認待ち'))
    await slack.idle()
    expect((await desk.records.list('responses')).map(({ value }) => value.text)).toEqual(['消費を促す。'])
    await slack.until(() => desk.thread(receipt).some((post) => post.text.includes('担当課の回答を読み込んだ')))
    expect(slack.faults).toEqual([])
  })

  it('replaces what the secretariat has written only where that is chosen', async () => {
    await using desk = await openAsked(way)
    const { slack, user, office, receipt, answered } = desk
    await desk.act('yamada', {
      name: 'queue',
      act: { do: 'respond', input: { target: { item: `${receipt}-1`, seen: null }, text: '事務局の案' } },
    })
    const { ts } = await slack.dropFile(user('yamada'), office, { name: 'a.xlsx', bytes: answered })
    const preview = await slack.until(() => slack.posts(office).find((post) => post.thread_ts === ts))
    await slack.press(user('yamada'), { channel: office, ts: preview.ts }, '取り込む')
    await slack.until(() => slack.view(user('yamada')))

    await slack.submit(user('yamada'), { replace: [`${receipt}-1`] })

    const item = (await desk.records.find('items', `${receipt}-1`))?.value
    expect((await desk.records.find('responses', `${receipt}-1.${item?.response}`))?.value.text).toBe('消費を促す。')
    expect(slack.faults).toEqual([])
  })

  it('reads no file of members, none that is no sheet, and none that is too large', async () => {
    await using desk = await openAsked(way)
    const { slack, user, office, answered } = desk
    slack.room(office).members.add(user('sato'))
    const before = slack.callsOf('files.info').length

    await slack.dropFile(user('sato'), office, { name: 'a.xlsx', bytes: answered })
    await slack.dropFile(user('sato'), slack.direct(user('sato')), { name: 'a.xlsx', bytes: answered })
    await slack.dropFile(user('yamada'), office, { name: '写真.png', bytes: answered })
    await slack.idle()
    const read = slack.callsOf('files.info').length
    const { ts } = await slack.dropFile(user('yamada'), office, { name: 'b.xlsx', bytes: Buffer.alloc(5_000_001) })

    const answer = await slack.until(() => slack.posts(office).find((post) => post.thread_ts === ts))
    expect(read).toBe(before)
    expect(answer.text).toContain('大きさを超えています')
    expect(await desk.records.list('responses')).toEqual([])
    expect(slack.faults).toEqual([])
  })

  it('confirms who somebody is, and says so where he was announced', async () => {
    await using desk = await openSlackSecretariat(way)
    const { slack, user, office } = desk
    const guest = slack.addUser({ name: '高橋' })
    const account = `slack:${slack.teamId}:${guest}`
    const base = { committee: 'sapporo-vision', person: account, conversation: account, place: account }
    for (const [id, did] of [
      ['c1', { kind: 'action', name: 'claim' }],
      ['c2', { kind: 'say', text: '鈴木花子' }],
    ] as const) {
      const { outcome } = await desk.bot.take({ ...base, id, did })
      await desk.bot.follow(outcome)
    }
    const post = await slack.until(() => slack.posts(office).find(({ text }) => text.includes('鈴木花子')))
    await slack.press(user('yamada'), { channel: office, ts: post.ts }, '確認する')
    await slack.until(() => slack.view(user('yamada')))

    const { options } = await slack.options(user('yamada'), 'person', '鈴木')
    const { outcome } = await slack.submit(user('yamada'), { person: options[0]?.value ?? '' })

    expect(options.map(({ value }) => value)).toEqual(['suzuki'])
    expect(outcome).toBe('updated')
    expect((await desk.records.find('accounts', account))?.value.holder).toEqual({ kind: 'member', id: 'suzuki' })
    const done = await slack.until(() =>
      slack.posts(office).find(({ ts, text }) => ts === post.ts && text.includes('確認しました')),
    )
    expect(JSON.stringify(done.blocks)).not.toContain('desk:')
    expect(slack.faults).toEqual([])
  })

  it('links the digest to the cards of what it names', async () => {
    const calendar = officeCalendar(new Set())
    const first = calendar.workingDayFrom(dayOf(Date.now()))
    const next = calendar.workingDayFrom(addDays(first, 1))
    await using desk = await openSlackSecretariat(way, { at: momentOf(`${first}T10:00`) })
    const { slack, office } = desk
    const receipt = await desk.file('sato', '橋を直してほしい')
    const day = calendar.workingDayFrom(addDays(first, 2))
    await desk.act('yamada', {
      name: 'queue',
      act: { do: 'due', input: { targets: [{ item: `${receipt}-1`, seen: null }], day } },
    })
    desk.setTime(momentOf(`${next}T10:00`))

    await desk.bot.tick()

    const digest = await slack.until(() =>
      slack.posts(office).find(({ text }) => text.includes('日次まとめ') && text.includes(`${receipt}-1`)),
    )
    const address = `https://slack.com/archives/${office}/p${desk.card(receipt)?.ts.replace('.', '')}`
    expect(JSON.stringify(digest.blocks)).toContain(
      JSON.stringify({ type: 'link', url: address, text: `${receipt}-1` }),
    )
    expect(digest.text).not.toContain('http')
    expect(slack.faults).toEqual([])
  })

  it('tells the operator where the channel does not take cards, and loses none of them', async () => {
    await using desk = await openSlackSecretariat(way)
    const { slack, office, reports } = desk
    slack.room(office).members.delete(slack.botUserId)
    await desk.act('sato', {
      ...{ name: 'opinion', edits: null, call, subject: '全般', text: '橋', vote: null, printName: false, split: true },
      ...{ onBehalf: null, confirmed: true },
    })

    await slack.until(() => reports.some((line) => line.includes('was refused')))

    const stuck = (await desk.records.list('outbox')).filter(({ value }) => value.refused !== null)
    expect(stuck.map(({ value }) => value.refused)).toEqual(
      expect.arrayContaining([expect.stringContaining('チャンネルに招待してください')]),
    )
    expect(await desk.records.list('submissions')).toHaveLength(1)
    expect(slack.faults).toEqual([])
  })
})
