import { describe, expect, it } from 'vitest'
import { openFrontDesk } from '../support/front-desk.ts'
import { callWith, openOffice } from '../support/office.ts'

const day = 24 * 60 * 60 * 1000

/** A front desk with one open call, and an account for two of its members. */
async function open(change: Parameters<typeof callWith>[0] = {}) {
  const office = await openOffice()
  const holder = { kind: 'member', id: 'suzuki' } as const
  const account = { account: 'slack:suzuki', holder, claimed: null, place: 'slack:dm-suzuki', language: 'ja', since: 9 }
  await office.put(
    office.records.put('calls', '2026-1', callWith(change)),
    office.records.put('accounts', 'slack:suzuki', { ...account, language: 'ja' }),
  )
  return { office, ...openFrontDesk(office) }
}

const filed = ['意見', '1', '全般', '本文です。', '以上', '1', '1']

describe('a submission', () => {
  it('is filed once, however often the same turn comes', async () => {
    const { office, say, act } = await open()
    await using _ = office
    await say('sato', ...filed.slice(0, -1))

    const first = await act('sato', { kind: 'say', text: '1' }, { id: 'again' })
    const [second, third] = await Promise.all([
      act('sato', { kind: 'say', text: '1' }, { id: 'again' }),
      act('sato', { kind: 'say', text: '1' }, { id: 'again' }),
    ])

    expect(first.text).toContain('受付番号：R8-001')
    expect([second.text, third.text]).toEqual([first.text, first.text])
    expect(await office.records.list('submissions')).toHaveLength(1)
  })

  it('is filed once when the button is pressed twice', async () => {
    const { office, say, act } = await open()
    await using _ = office
    const { outcome } = await say('sato', ...filed.slice(0, -1))
    const [press] = outcome.offered
    if (press === undefined) throw new Error('nothing to press')

    const first = await act('sato', { kind: 'action', ...press })
    const second = await act('sato', { kind: 'action', ...press })

    expect(second.text).toBe(first.text)
    expect(await office.records.list('submissions')).toHaveLength(1)
  })

  it('is not filed by a button of an earlier draft', async () => {
    const { office, say, act } = await open()
    await using _ = office
    const { outcome } = await say('sato', ...filed.slice(0, -1))
    await say('sato', 'やめる', '2', '意見', '1', '全般', '別の文です。', '以上', '1')

    const pressed = await act('sato', { kind: 'action', name: 'file', about: outcome.offered[0]?.about ?? '' })

    expect(pressed.text).toContain('その間に内容が変わりました')
    expect(await office.records.list('submissions')).toEqual([])
  })

  it('is shown to its writer with its state and what can be done', async () => {
    const { office, say } = await open()
    await using _ = office
    await say('sato', ...filed)

    const mine = await say('sato', '状況')
    const shown = await say('sato', '1')

    expect(mine.text).toContain('R8-001　受付済み　令和８年度第１回／全般')
    expect(shown.text).toContain('「本文です。」')
    expect(shown.text).toContain('［1 直す］［2 取り下げる］')
  })

  it('of somebody else is not found, in the same words as one that never was', async () => {
    const { office, say } = await open()
    await using _ = office
    await say('sato', ...filed)

    const others = await Promise.all(
      ['R8-001', 'R8-777'].map(async (receipt) => {
        const told = await say('suzuki', receipt)
        return { ...told.outcome, actor: null, text: told.text }
      }),
    )

    expect(others[0]).toEqual(others[1])
    expect(others[0]?.text).toContain('受付番号の中に見当たりません')
  })

  it.each(['edit-filed', 'withdraw', 'withdraw-now'] as const)(
    'of somebody else is not touched by %s, whatever the button says',
    async (name) => {
      const { office, say, act } = await open()
      await using _ = office
      await say('sato', ...filed)
      const before = await office.stored()

      const refused = await act('suzuki', { kind: 'action', name, about: 'R8-001' })

      expect(refused.text).toContain('受付番号の中に見当たりません')
      expect(await office.stored()).toEqual(before)
    },
  )

  it('is edited, and keeps every version', async () => {
    const { office, say } = await open()
    await using _ = office
    await say('sato', ...filed)

    const confirm = await say('sato', 'R8-001', '直す', '2', '直した本文です。', '以上')
    const edited = await say('sato', '1')

    expect(confirm.text).toContain('R8-001を次の内容に修正します。まだ修正しておりません。')
    expect(edited.text).toContain('受付番号：R8-001（第2版）')
    expect((await office.records.find('versions', 'R8-001.1'))?.value.text).toBe('本文です。')
    expect((await office.records.find('versions', 'R8-001.2'))?.value.text).toBe('直した本文です。')
    expect(await office.records.list('submissions')).toHaveLength(1)
  })

  it('is not edited into what it is already', async () => {
    const { office, say } = await open()
    await using _ = office
    await say('sato', ...filed)

    const same = await say('sato', 'R8-001', '1', '2', '以上', '1')

    expect(same.text).toContain('元の内容と同じですので')
    expect((await office.records.find('submissions', 'R8-001'))?.value.version).toBe(1)
  })

  it('is withdrawn after being asked once more, and its words are kept', async () => {
    const { office, say } = await open()
    await using _ = office
    await say('sato', ...filed)

    const asked = await say('sato', 'R8-001', '取り下げる')
    const kept = await say('sato', 'R8-001', '2', 'やめる', '状況')
    const withdrawn = await say('sato', 'R8-001', '2', '1')

    expect(asked.text).not.toContain('承りました')
    expect(kept.text).toContain('受付済み')
    expect(withdrawn.text).toContain('R8-001の取下げを承りました。')
    expect((await say('sato', '状況')).text).toContain('取下げ済み')
    expect((await office.records.find('versions', 'R8-001.1'))?.value.text).toBe('本文です。')
  })

  it('is logged without its sender, with the system user where it was done at the machine', async () => {
    const { office, say } = await open()
    await using _ = office

    await say('sato', ...filed)

    const [act] = (await office.records.list('acts')).map(({ value }) => value)
    expect(act).toMatchObject({ did: 'filed', about: 'R8-001', by: { kind: 'member' }, local: null })
    expect(JSON.stringify(act)).not.toContain('sato')
  })
})

describe('「意見なし」', () => {
  it('is an answer with a receipt, and said again it is told so', async () => {
    const { office, say } = await open()
    await using _ = office

    const none = await say('sato', '意見なし')
    const again = await say('sato', '意見なし')

    expect(none.text).toContain(
      '「意見なし」との御回答を承りました。ありがとうございます。受付番号：R8-001（令和８年度第１回）',
    )
    expect(again.text).toContain('既に承っております')
    expect(await office.records.list('submissions')).toHaveLength(1)
  })

  it('comes with a vote where the call asks for one', async () => {
    const { office, say } = await open({ form: 'written', approval: true })
    await using _ = office

    const asked = await say('sato', '意見なし')
    const none = await say('sato', '2')

    expect(asked.text).toContain('［1 承認］［2 不承認］')
    expect(none.text).toContain('受付番号：R8-001')
    expect((await office.records.find('versions', 'R8-001.1'))?.value.vote).toBe('disapprove')
  })

  it('is asked for by name where several calls are open', async () => {
    const { office, say } = await open()
    await using _ = office
    await office.put(office.records.put('calls', '2026-2', callWith({ id: '2026-2', name: '令和８年度第２回' })))

    const which = await say('sato', '意見なし')
    const none = await say('sato', '2')

    expect(which.text).toContain('［1 令和８年度第１回］［2 令和８年度第２回］')
    expect(none.text).toContain('（令和８年度第２回）')
  })

  it('needs a call that waits for this member', async () => {
    const { office, say } = await open({ asked: ['suzuki'] })
    await using _ = office

    expect((await say('sato', '意見なし')).text).toContain('御回答をお願いしている意見照会はありません')
    expect(await office.records.list('submissions')).toEqual([])
  })
})

describe('a vote', () => {
  it('is asked for with an opinion to a call that asks for approval', async () => {
    const { office, say } = await open({ form: 'written', approval: true })
    await using _ = office

    const asked = await say('sato', '意見', '1')
    const confirm = await say('sato', '承認', '全般', '本文です。', '以上', '1')
    await say('sato', '1')

    expect(asked.text).toContain('［1 承認］［2 不承認］')
    expect(confirm.text).toContain('議事：承認')
    expect((await office.records.find('versions', 'R8-001.1'))?.value.vote).toBe('approve')
  })
})

describe('a question back', () => {
  async function asked() {
    const all = await open()
    await all.say('sato', ...filed)
    const question = {
      receipt: 'R8-001',
      number: 1,
      text: 'どの地域ですか。',
      until: '2026-09-02',
      by: 'yamada',
      asked: 0,
    }
    await all.office.put(all.office.records.put('questions', 'R8-001.1', { ...question, reply: null }))
    return all
  }

  it('is told in the words of the secretariat, until it is answered', async () => {
    const { office, say, tell } = await asked()
    await using _ = office
    const news = { kind: 'question-back', receipt: 'R8-001', number: 1 } as const

    const told = await tell(news)
    await say('sato', '北の地域です。', 'はい')

    expect(told).toBe(
      'R8-001について、事務局から確認させていただきたいことがございます。\n「どの地域ですか。」\n' +
        '恐れ入りますが、9月2日（水）までに、このままこちらへ御返信ください。御返信は追記としてお預かりし、元の文面は変わりません。',
    )
    expect(await tell(news)).toBeNull()
  })

  it('is answered by the next words, once their writer says so', async () => {
    const { office, say } = await asked()
    await using _ = office

    const offered = await say('sato', '北の地域です。')
    const replied = await say('sato', 'はい')

    expect(offered.text).toContain('［1 はい（返信する）］［2 いいえ（資料へのお尋ね）］')
    expect(replied.text).toContain('御返信を承りました。')
    expect((await office.records.find('questions', 'R8-001.1'))?.value.reply?.text).toBe('北の地域です。')
    expect((await office.records.find('versions', 'R8-001.1'))?.value.text).toBe('本文です。')
  })

  it('is left open where the words were a question about the record', async () => {
    const { office, say } = await asked()
    await using _ = office

    await say('sato', '34番の評価は？')
    const answered = await say('sato', 'いいえ')

    expect(answered.text).toContain('×（未実施）')
    expect((await office.records.find('questions', 'R8-001.1'))?.value.reply).toBeNull()
  })

  it('of another member is none of one’s own', async () => {
    const { office, say } = await asked()
    await using _ = office

    expect((await say('suzuki', '34番の評価は？')).text).toContain('×（未実施）')
  })

  it('shows in the state of the submission', async () => {
    const { office, say } = await asked()
    await using _ = office

    expect((await say('sato', '状況')).text).toContain('お伺い中')
  })
})

describe('on behalf', () => {
  it('staff file what came by other means, and the member is written to', async () => {
    const { office, say, tell } = await open()
    await using _ = office

    const confirm = await say('yamada', '意見', '鈴木花子', '電話', '8/19', '1', '全般', '電話の件です。', '以上', '1')
    const receipt = await say('yamada', '1')

    expect(confirm.text).toContain('代理登録：鈴木　花子委員の御意見（電話、令和8年8月19日（水））（事務局聞き取り）')
    expect(receipt.text).toContain('受付番号：R8-001')
    expect((await office.records.find('submitters', 'R8-001'))?.value).toMatchObject({
      member: 'suzuki',
      place: 'slack:dm-suzuki',
    })
    const [notice] = await office.records.list('outbox', { place: 'slack:dm-suzuki' })
    expect(notice?.value.news).toEqual({ kind: 'receipt', receipt: 'R8-001' })
    expect(await tell({ kind: 'receipt', receipt: 'R8-001' })).toContain('「電話の件です。」')
    expect(await tell({ kind: 'receipt', receipt: 'R8-001' })).toContain(
      '令和8年8月19日（水）に電話でいただいた御意見を、事務局が登録いたしました。',
    )
  })

  it('「意見なし」 by form is filed once', async () => {
    const { office, act, tell } = await open()
    await using _ = office
    const onBehalf = { member: '鈴木花子', means: 'fax', day: '8/19', original: null }
    const none = { name: 'opinion', none: true, edits: null, call: '2026-1', subject: null, text: null } as const
    const form = { ...none, vote: null, printName: null, split: null, onBehalf, confirmed: true }

    const first = await act('yamada', { kind: 'form', form })
    const second = await act('yamada', { kind: 'form', form })

    expect(first.outcome.told).toEqual([{ kind: 'receipt', receipt: 'R8-001' }])
    expect(second.outcome.told).toEqual([{ kind: 'answered-already', receipt: 'R8-001' }])
    expect(await office.records.list('submissions')).toHaveLength(1)
    const told = await tell({ kind: 'receipt', receipt: 'R8-001' })
    expect(told).toContain('取下げは、事務局へお申し出ください。')
    expect(told).not.toContain('担当課')
  })

  it('a member files for himself only', async () => {
    const { office, act } = await open()
    await using _ = office

    const refused = await act('sato', {
      kind: 'form',
      form: {
        name: 'opinion',
        edits: null,
        call: '2026-1',
        subject: 'whole',
        text: '鈴木の名で',
        vote: null,
        printName: false,
        split: null,
        onBehalf: { member: 'suzuki', means: 'mail', day: '2026-08-19', original: null },
        confirmed: true,
      },
    })

    expect(refused.outcome.told[0]).toEqual({ kind: 'refused', why: 'own-only' })
    expect(await office.records.list('submissions')).toEqual([])
  })
})

describe('staff', () => {
  it('read every submission with its sender, its versions and what was replied', async () => {
    const { office, say } = await open()
    await using _ = office
    await say('sato', ...filed)
    await say('sato', 'R8-001', '直す', '2', '直した本文です。', '以上', '1')
    const question = { receipt: 'R8-001', number: 1, text: 'どの地域ですか。', until: null, by: 'yamada', asked: 0 }
    await office.put(
      office.records.put('questions', 'R8-001.1', { ...question, reply: { text: '北の地域です。', at: 1 } }),
    )

    const shown = await say('yamada', 'R8-001')
    const calls = await say('yamada', '状況')

    for (const part of ['提出者：佐藤　一郎（sato）', '「本文です。」', '「直した本文です。」', '「北の地域です。」'])
      expect(shown.text).toContain(part)
    expect(shown.outcome.offered).toEqual([])
    expect(calls.text).toContain('提出1、意見なし0、未提出2／3名、委員からの返信あり1')
  })

  it('see what came to no meeting', async () => {
    const { office, say, act } = await open()
    await using _ = office
    await say('sato', '意見', '2', '全般', '随時の件', '以上', '1', '1')

    const shown = await act('yamada', { kind: 'form', form: { name: 'show-call', call: 'standing' } })
    const calls = await say('yamada', '状況')

    expect(shown.text).toContain('・R8-001　佐藤　一郎（sato）')
    expect(calls.text).toContain('随時（standing）　提出1')
  })
})

describe('receipt numbers', () => {
  it('begin anew with the fiscal year, and have no holes', async () => {
    const { office, say } = await open({ deadline: null })
    await using _ = office
    const member = await office.records.find('members', 'suzuki')
    const terms = [{ from: '2025-04-01', to: '2029-03-31' }]
    if (member !== undefined) await office.put(office.records.put('members', 'suzuki', { ...member.value, terms }))
    await say('sato', ...filed)
    await say('suzuki', ...filed)

    office.folder.clock.pass(200 * day)
    await say('sato', ...filed)
    office.folder.clock.pass(30 * day)
    const over = await say('sato', ...filed)
    await say('suzuki', ...filed)

    expect((await office.records.list('submissions')).map(({ value }) => value.receipt)).toEqual([
      'R8-001',
      'R8-002',
      'R8-003',
      'R9-001',
    ])
    expect(over.text).toContain('委嘱期間の外ですので')
  })
})

describe('the form', () => {
  const form = {
    name: 'opinion',
    edits: null,
    call: '2026-1',
    subject: 'No.40',
    text: '一つの文。',
    vote: null,
    printName: true,
    split: null,
    onBehalf: null,
    confirmed: false,
  } as const

  it('shows what will be filed, and files when it is confirmed', async () => {
    const { office, act, say } = await open()
    await using _ = office

    const confirm = await act('sato', { kind: 'form', form: { ...form } })
    const receipt = await say('sato', '1')

    expect(confirm.text).toContain('「一つの文。」')
    expect(confirm.text).toContain('公表資料に載せます')
    expect(receipt.text).toContain('受付番号：R8-001')
  })

  it('says of every field what is wrong with it, and keeps nothing half', async () => {
    const { office, act } = await open()
    await using _ = office

    const wrong = { ...form, call: '2026-9', subject: '宇宙', text: ' ', vote: 'maybe', confirmed: true } as const
    const { text, outcome } = await act('sato', { kind: 'form', form: wrong })

    expect(outcome.told).toMatchObject([
      {
        kind: 'fields',
        faults: [
          { field: 'call', why: 'unknown' },
          { field: 'subject', why: 'unknown' },
          { field: 'vote', why: 'unknown' },
          { field: 'text', why: 'missing' },
        ],
      },
    ])
    expect(text).toContain('まだ受け付けておりません')
    expect(await office.records.list('submissions')).toEqual([])
    expect(await office.records.list('drafts')).toEqual([])
  })
})
