import { describe, expect, it } from 'vitest'
import { call, openSlackMembers } from '../../support/slack-members.ts'
import { ways } from '../../support/slack-office.ts'

describe.each(ways)('the form of an opinion over %s', (way) => {
  it('says in its fields what is wrong, and takes it once that is put right', async () => {
    await using office = await openSlackMembers(way, {
      calls: [{ ...call, id: '2026-2', name: '令和８年度第２回', form: 'written', approval: true }],
    })
    const { slack, sato } = office
    await slack.shortcut(sato, 'opinion')
    await slack.until(() => slack.view(sato))

    const without = await office.submit(sato, { text: '賛成します。' })
    const blank = await office.submit(sato, { text: '　\n ', vote: '承認' })
    const good = await office.submit(sato, { text: '賛成します。', vote: '承認' })
    await office.submit(sato)

    expect(without).toMatchObject({ outcome: 'errors', errors: { vote: expect.stringContaining('承認') } })
    expect(blank).toMatchObject({ outcome: 'errors', errors: { text: '本文をお書きください。' } })
    expect(good.outcome).toBe('updated')
    expect(await office.filed()).toMatchObject([
      { call: '2026-2', words: { vote: 'approve', text: '賛成します。', subject: { kind: 'whole' } } },
    ])
    expect(slack.faults).toEqual([])
  })

  it('offers agenda items, the whole and projects, by number and by words', async () => {
    await using office = await openSlackMembers(way)
    const { slack, sato } = office
    await slack.shortcut(sato, 'opinion')
    await slack.until(() => slack.view(sato))
    const labels = async (typed: string) =>
      (await slack.options(sato, 'subject', typed)).options.map(({ text }) => text.text)

    expect(await labels('')).toEqual([
      '議題1「令和７年度の取組状況」',
      '議題2「新規事業」',
      '全般',
      ...['No.19', 'No.21', 'No.34', 'No.40', 'No.52', 'No.53', 'No.55'].map((number) =>
        expect.stringContaining(number),
      ),
    ])
    expect((await labels('40'))[0]).toMatch(/^No\.40「/u)
    expect((await labels('脱炭素'))[0]).toMatch(/^No\.34「/u)
    expect(await labels('新規')).toContain('議題2「新規事業」')
    expect(await labels('まったく知らない言葉')).toEqual(['全般'])
    expect(slack.faults).toEqual([])
  })

  it('puts a long text together from its two fields, and fills both in again', async () => {
    await using office = await openSlackMembers(way)
    const { slack, sato } = office
    const [first, second] = ['あ'.repeat(2999), 'い'.repeat(2500)]
    await slack.shortcut(sato, 'opinion')
    await slack.until(() => slack.view(sato))
    await office.submit(sato, { text: first, more: second })

    await slack.press(sato, 'view', '直す')
    const state = await slack.until(() => slack.view(sato)?.callback_id === 'opinion-form' && slack.view(sato)?.state)
    await office.submit(sato)
    await office.submit(sato)

    expect(state.text?.text?.value).toBe(first)
    expect(state.more?.more?.value).toBe(second)
    expect(await office.filed()).toMatchObject([{ words: { text: `${first}\n${second}` } }])
    expect(slack.faults).toEqual([])
  })

  it('files what was changed before it was confirmed, and without the split where that is chosen', async () => {
    await using office = await openSlackMembers(way)
    const { slack, sato } = office
    await slack.shortcut(sato, 'opinion')
    await slack.until(() => slack.view(sato))
    await office.submit(sato, { text: '①道路について\n広げる。\n②公園について\n増やす。' })
    await slack.press(sato, 'view', '直す')
    await slack.until(() => slack.view(sato)?.callback_id === 'opinion-form')
    await office.submit(sato, { text: '①道路について\n広げる。\n②公園について\n減らす。', name: '載せる' })

    await slack.press(sato, 'view', '分けずに提出する')

    await slack.until(() => office.shown('sato').includes('R8-001'))
    const [filed, ...more] = await office.filed()
    expect(more).toEqual([])
    expect(filed?.words).toMatchObject({ text: '①道路について\n広げる。\n②公園について\n減らす。', printName: true })
    expect(filed?.words?.items).toHaveLength(1)
    expect(slack.faults).toEqual([])
  })

  it('keeps what was confirmed but not filed, says so once, and goes on with it in the form', async () => {
    await using office = await openSlackMembers(way)
    const { slack, sato } = office
    await slack.shortcut(sato, 'opinion')
    await slack.until(() => slack.view(sato))
    await office.submit(sato, { text: 'まだ考えています。' })

    await slack.close(sato)

    await slack.until(() => office.told('sato').length > 0)
    expect(office.told('sato')).toEqual([expect.stringContaining('「続き」')])
    expect(await office.draftOf('sato')).toMatchObject({ text: 'まだ考えています。', paused: true })
    expect(await office.filed()).toEqual([])
    await slack.shortcut(sato, 'opinion')
    const view = await slack.until(() => slack.view(sato))
    expect(view.state.text?.text?.value).toBe('まだ考えています。')
    expect(slack.faults).toEqual([])
  })

  it('takes no number in the direct message for an answer to what a dialog shows', async () => {
    await using office = await openSlackMembers(way)
    const { slack, sato } = office
    await slack.say(sato, slack.direct(sato), 'No.34の評価は何ですか')
    await slack.until(() => office.told('sato').length === 1)
    await slack.shortcut(sato, 'opinion')
    await slack.until(() => slack.view(sato))
    await office.submit(sato, { text: 'まだ提出しません。' })

    await slack.say(sato, slack.direct(sato), '1')
    await slack.until(() => office.told('sato').length === 2)
    await slack.say(sato, slack.direct(sato), 'No.34はなぜ×ですか')

    await slack.until(() => office.told('sato').length === 3)
    expect(office.told('sato').at(-1)).toContain('脱炭素を主とした内容ではなかったため')
    expect(await office.filed()).toEqual([])
    expect(await office.draftOf('sato')).toMatchObject({ text: 'まだ提出しません。' })
    expect(slack.faults).toEqual([])
  })

  it('shows what was changed elsewhere before it files it', async () => {
    await using office = await openSlackMembers(way)
    const { slack, sato } = office
    await slack.shortcut(sato, 'opinion')
    await slack.until(() => slack.view(sato))
    await office.submit(sato, { text: '①初めの文です。\n②次の文です。' })
    const draft = (await office.draftOf('sato'))?.id ?? ''
    const change = async (text: string) =>
      await office.act(
        {
          kind: 'form',
          form: {
            ...{ name: 'opinion', edits: null, call: '2026-1', subject: null, text, vote: null, printName: null },
            ...{ split: null, onBehalf: null, confirmed: false, draft },
          },
        },
        'sato',
      )

    await change('①直した文です。\n②次の文です。')
    await slack.press(sato, 'view', '分けずに提出する')
    await slack.until(() => office.shown('sato').includes('①直した文です。'))
    await change('①また直した文です。')
    await office.submit(sato)
    const before = await office.filed()
    const shown = office.shown('sato')
    await office.submit(sato)

    expect(before).toEqual([])
    expect(shown).toContain('また直した文です。')
    expect(await office.filed()).toMatchObject([{ words: { text: '①また直した文です。' } }])
    expect(slack.faults).toEqual([])
  })

  it('shows what was published on the matter, and goes back to what is confirmed', async () => {
    await using office = await openSlackMembers(way)
    const { slack, sato } = office
    await slack.shortcut(sato, 'opinion')
    await slack.until(() => slack.view(sato))
    await slack.options(sato, 'subject', '34')
    await office.submit(sato, { subject: 'project:2024-2-annex/34', text: '脱炭素の取組を進めてください。' })

    await slack.press(sato, 'view', '見る')
    await slack.until(() => office.shown('sato').includes('GX 金融・資産運用特区'))
    const isFormed = slack.view(sato)?.submit
    await slack.press(sato, 'view', '戻る')
    await slack.until(() => slack.view(sato)?.callback_id === 'opinion-confirm')
    await office.submit(sato)

    expect(isFormed).toBeNull()
    expect(await office.filed()).toMatchObject([{ words: { text: '脱炭素の取組を進めてください。' } }])
    expect(slack.faults).toEqual([])
  })

  it('keeps nothing and says nothing where nothing was written', async () => {
    await using office = await openSlackMembers(way)
    const { slack, sato } = office
    await slack.shortcut(sato, 'opinion')
    await slack.until(() => slack.view(sato))

    await slack.close(sato)

    await slack.idle()
    expect(office.told('sato')).toEqual([])
    expect(await office.draftOf('sato')).toBeUndefined()
    expect(slack.faults).toEqual([])
  })

  it('keeps what stands in its fields where Slack says what that is', async () => {
    await using office = await openSlackMembers(way, { closedWithState: true })
    const { slack, sato } = office
    await slack.shortcut(sato, 'opinion')
    await slack.until(() => slack.view(sato))
    await slack.options(sato, 'subject', '34')
    slack.fill(sato, { text: '書きかけです', subject: 'project:2024-2-annex/34' })

    await slack.close(sato)

    await slack.until(() => office.told('sato').length > 0)
    expect(await office.draftOf('sato')).toMatchObject({
      ...{ text: '書きかけです', textDone: false, paused: true, call: '2026-1' },
      subject: { kind: 'project', number: 34 },
    })
    // 「続き」 goes on where it was left.
    await slack.say(sato, slack.direct(sato), '続き')
    await slack.until(() => office.told('sato').length > 1)
    expect(office.told('sato')[1]).toContain('書きかけです')
    expect(slack.faults).toEqual([])
  })

  it("takes the text of one's own message, and nothing of another's", async () => {
    await using office = await openSlackMembers(way)
    const { slack, sato, suzuki } = office
    const channel = slack.addChannel({ name: 'kondankai', members: [sato, suzuki] })
    const own = await slack.say(sato, channel, '私は <駅前> の整備が要ると思います & 急ぎます')
    const other = await slack.say(suzuki, channel, '鈴木の秘密の文です')

    await slack.messageShortcut(sato, 'opinion_from_message', channel, other.ts)
    const empty = await slack.until(() => slack.view(sato))
    await slack.close(sato)
    await slack.messageShortcut(sato, 'opinion_from_message', channel, own.ts)
    const filled = await slack.until(() => slack.view(sato))

    expect(empty.state.text?.text?.value).toBeNull()
    expect(JSON.stringify(empty.blocks)).toContain('参照：')
    expect(JSON.stringify([empty.blocks, empty.private_metadata])).not.toMatch(/鈴木|秘密/u)
    expect(filled.state.text?.text?.value).toBe('私は <駅前> の整備が要ると思います & 急ぎます')
    await slack.idle()
    expect(slack.posts(channel)).toEqual([])
    expect(slack.faults).toEqual([])
  })

  it('goes on in the direct message with what does not fit into the form', async () => {
    await using office = await openSlackMembers(way)
    const { slack, sato } = office
    const text = '長い文です。'.repeat(1200)

    await slack.command(sato, 'dm', '/iken', text)

    const view = await slack.until(() => slack.view(sato))
    expect(view.submit).toBeNull()
    expect(office.shown('sato')).toContain('7,200字')
    await slack.until(() => office.told('sato').length > 0)
    expect(await office.draftOf('sato')).toMatchObject({ text })
    await slack.say(sato, slack.direct(sato), '続き')
    await slack.until(() => office.told('sato').length > 1)
    expect(slack.faults).toEqual([])
  })

  it('goes on in the direct message where Slack does not open it', async () => {
    await using office = await openSlackMembers(way, { triggerMs: -1 })
    const { slack, sato } = office

    await slack.command(sato, 'dm', '/iken', '消えては困る文です。')

    await slack.until(() => office.told('sato').length > 0)
    expect(await office.draftOf('sato')).toMatchObject({ text: '消えては困る文です。' })
    expect(office.told('sato')[0]).toContain('「続き」')
  })

  it('lets staff file on behalf, with whose opinion it is and how it came', async () => {
    await using office = await openSlackMembers(way)
    const { slack, yamada } = office
    await slack.shortcut(yamada, 'opinion')
    await slack.until(() => slack.view(yamada))

    const wrong = await office.submit(yamada, {
      ...{ member: '鈴木委員', means: '電話', day: '2026-08-21', text: 'お電話の内容です。', original: 'abc' },
    })
    await office.submit(yamada, { day: '2026-08-19', original: null })
    await office.submit(yamada)

    expect(wrong).toMatchObject({
      outcome: 'errors',
      errors: { day: expect.any(String), original: expect.any(String) },
    })
    expect(await office.filed()).toMatchObject([
      { onBehalf: { means: 'telephone', day: '2026-08-19', original: null }, words: { text: 'お電話の内容です。' } },
    ])
    const [submitter] = await office.bot.desk.records.list('submitters')
    expect(submitter?.value.member).toBe('suzuki')
    await slack.until(() => office.told('suzuki').length > 0)
    expect(office.told('suzuki')[0]).toContain('R8-001')
    expect(slack.faults).toEqual([])
  })

  it('shows members no fields of the secretariat, and files for nobody else', async () => {
    await using office = await openSlackMembers(way)
    const { slack, sato } = office

    await slack.shortcut(sato, 'opinion')
    const view = await slack.until(() => slack.view(sato))

    expect(view.blocks.map(({ block_id }) => block_id)).not.toContain('member')
    expect(slack.faults).toEqual([])
  })

  it('keeps what a person wrote whom the roster does not know, and lets him ask to be confirmed', async () => {
    await using office = await openSlackMembers(way)
    const { slack } = office
    const guest = slack.addUser({ name: '田中' })
    await slack.shortcut(guest, 'opinion')
    await slack.until(() => slack.view(guest))
    await office.submit(guest, { text: '名簿にまだおりません。' })
    await office.submit(guest)
    expect(await office.filed()).toEqual([])
    expect(JSON.stringify(slack.view(guest)?.blocks)).toContain('まだ受け付けておりません')

    await slack.press(guest, 'view', '名前を伝えて確認を依頼する')
    await slack.until(() => slack.view(guest)?.callback_id === 'text-form')
    const blank = await office.submit(guest, { text: '　' })
    const claimed = await office.submit(guest, { text: '田中　三郎' })

    expect(blank.outcome).toBe('errors')
    expect(claimed.outcome).toBe('updated')
    const account = `slack:${slack.teamId}:${guest}`
    expect((await office.bot.desk.records.find('accounts', account))?.value).toMatchObject({
      ...{ holder: null, claimed: '田中　三郎' },
    })
    expect((await office.bot.desk.records.find('drafts', account))?.value.text).toBe('名簿にまだおりません。')
    expect(slack.faults).toEqual([])
  })

  it('edits what was filed, and shows why it does not where it is too late', async () => {
    await using office = await openSlackMembers(way)
    const { slack, sato } = office
    await slack.shortcut(sato, 'opinion')
    await slack.until(() => slack.view(sato))
    await office.submit(sato, { text: '初めの文です。' })
    await office.submit(sato)
    await slack.openHome(sato)
    await slack.until(() => JSON.stringify(slack.home(sato) ?? {}).includes('R8-001'))

    await slack.press(sato, 'home', '直す')
    await slack.until(() => slack.view(sato)?.callback_id === 'opinion-form')
    const shown = slack.view(sato)?.state.text?.text?.value
    await office.submit(sato, { text: '直した文です。' })
    await office.submit(sato)

    expect(shown).toBe('初めの文です。')
    expect(await office.filed()).toMatchObject([{ receipt: 'R8-001', version: 2, words: { text: '直した文です。' } }])
    office.setTime(Date.parse('2026-09-20T10:00:00+09:00'))
    await slack.press(sato, 'home', '直す')
    await slack.until(() => office.shown('sato').includes('期間を過ぎて'))
    expect(slack.faults).toEqual([])
  })

  it('speaks English to whoever has Slack in English', async () => {
    await using office = await openSlackMembers(way)
    const { slack } = office
    const guest = slack.addUser({ name: 'Smith', locale: 'en-GB' })
    await slack.openHome(guest)
    await slack.until(() => slack.callsOf('users.info').length > 0 && slack.home(guest))

    await slack.shortcut(guest, 'opinion')

    const view = await slack.until(() => slack.view(guest))
    expect(JSON.stringify(view.title)).toContain('Your opinion')
    const errors = await office.submit(guest, { text: ' ' })
    expect(errors.errors).toEqual({ text: 'Please write your opinion.' })
    await office.submit(guest, { text: 'More trains.' })
    expect(JSON.stringify(slack.view(guest)?.blocks)).toContain('More trains.')
    expect(JSON.stringify(slack.view(guest)?.submit)).toContain('Submit')
    expect(slack.faults).toEqual([])
  })
})
