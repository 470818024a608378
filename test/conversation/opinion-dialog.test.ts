import { describe, expect, it } from 'vitest'
import { Records } from '../../src/opinions/records.ts'
import { openFrontDesk } from '../support/front-desk.ts'
import { callWith, committee, openOffice } from '../support/office.ts'

const hour = 60 * 60 * 1000
const day = 24 * hour

/** A front desk with one open call (令和８年度第１回, deadline Friday 28 August 17:00), on Thursday 20 August, 21:14. */
async function open(change: Parameters<typeof callWith>[0] = {}) {
  const office = await openOffice()
  await office.put(office.records.put('calls', '2026-1', callWith(change)))
  return { office, ...openFrontDesk(office) }
}

describe('an opinion, line by line', () => {
  it('is shown word for word before it is filed, and gets its receipt', async () => {
    const { office, say } = await open()
    await using _ = office
    const written = '・地元の農産物を　もっと使ってほしい。\n・学校給食でも。'

    const confirm = await say('sato', '意見', '1', 'No.40', written, '以上', '1')
    const receipt = await say('sato', '1')

    expect(confirm.text).toContain(
      '次の内容で提出します。まだ受け付けておりません。御確認ください。\n' +
        '会議：令和８年度第１回（提出期限 令和8年8月28日（金）17時）／件名：No.40「圏域内農産物の消費促進」／2項目\n' +
        `「${written}」`,
    )
    expect(confirm.text).toContain(
      'お名前：事務局が確認し、公表資料には載せません（情報公開条例による開示請求の対象となることがあります）。',
    )
    expect(confirm.text).toContain('［1 提出する］［2 直す］［3 分けずに提出する］［4 やめる］')
    expect(receipt.text).toBe(
      '御意見を承りました。ありがとうございます。受付番号：R8-001（令和８年度第１回、2項目）\n' +
        '受付日時：令和8年8月20日（木）21時14分\n' +
        '修正・取下げ：8月28日（金）17時まで、「R8-001」とお送りいただければ承ります。\n' +
        '今後：事務局が担当課に確認し、取りまとめの上、この場でお知らせいたします。',
    )
    expect((await office.records.find('versions', 'R8-001.1'))?.value).toMatchObject({
      text: written,
      printName: false,
      items: [{ span: [0, 19] }, { span: [20, 28] }],
    })
    expect((await office.records.find('submitters', 'R8-001'))?.value.member).toBe('sato')
    expect(await office.records.list('drafts')).toEqual([])
  })

  it('is filed as one where its writer does not want it split', async () => {
    const { office, say } = await open()
    await using _ = office

    await say('sato', '意見', '1', '全般', '・一つ\n・二つ', '以上', '1', '分けずに提出する')

    expect((await office.records.find('versions', 'R8-001.1'))?.value.items).toEqual([{ span: [0, 7], heading: null }])
  })

  it('takes the text in several messages, and any word in it but those that end or leave it', async () => {
    const { office, say } = await open()
    await using _ = office

    const taken = await say('sato', '意見', '1', '1', '最初の行', 'R8-001', '事務局', 'はい、そう思います')
    const confirm = await say('sato', '以上', '1')

    expect(taken.text).toContain('本文をお預かりしました（計25字）。まだ受け付けておりません。')
    expect(confirm.text).toContain('「最初の行\nR8-001\n事務局\nはい、そう思います」')
  })

  it.each([
    ['議題1', 'agenda:1', '議題1「評価について」'],
    ['評価について', 'agenda:1', '議題1「評価について」'],
    ['34番', 'project', 'No.34「脱炭素に向けた取組の推進」'],
    ['レスパイト', 'project', 'No.21「医療的ケア児レスパイト事業」'],
    ['全般', 'whole', '全般'],
  ])('finds what it is about by %j', async (said, _kind, shown) => {
    const { office, say } = await open()
    await using _ = office

    const confirm = await say('sato', '意見', '1', said, '本文です。', '以上', '1')

    expect(confirm.text).toContain(`件名：${shown}`)
  })

  it('asks again where nothing is found, or more than one', async () => {
    const { office, say } = await open()
    await using _ = office

    const unfound = await say('sato', '意見', '1', '宇宙旅行')
    const several = await say('sato', '21番と34番')

    expect(unfound.text).toContain('見つけることができませんでした')
    expect(several.text).toContain('［1 No.21「医療的ケア児レスパイト事業」］［2 No.34「脱炭素に向けた取組の推進」］')
  })

  it('waits while its writer is greeted anew: a question is answered, and not taken for a part of it', async () => {
    const { office, say, act } = await open()
    await using _ = office
    await say('sato', '意見', '1', '全般', '本文の一')

    const greeted = await act('sato', { kind: 'action', name: 'greeting' })
    const answered = await say('sato', 'No.34はなぜ×ですか')
    const resumed = await say('sato', '続き')

    expect(greeted.text).toContain('「続き」とお送りいただくと、続きから承ります。\n［1 続きから書く］［2 破棄する］')
    expect(answered.text).toContain('【事務局の考え方】「首長会議と実務者会議において')
    expect(resumed.text).toContain('本文')
    expect((await office.records.find('drafts', 'slack:sato'))?.value).toMatchObject({
      text: '本文の一',
      paused: false,
    })
  })

  it('shows once what may be worth a second look, and files all the same', async () => {
    const { office, say } = await open()
    await using _ = office

    const first = await say(
      'sato',
      '意見',
      '1',
      'No.40',
      'No.19が×なのは残念です。連絡は011-211-2111まで。',
      '以上',
      '1',
    )
    const references = await say('sato', '見る')
    const second = await say('sato', 'やめる', '続き')
    const receipt = await say('sato', '提出する')

    expect(first.text).toContain('個人情報と思われる記載がございます（「011-211-2111」）')
    expect(first.text).toContain('資料では×ではなく◎（二重丸）と記載されています。')
    expect(first.text).toContain('（御参考）令和６年度第２回に関連する御意見と考え方がございます。')
    expect(references.text).toContain('№40「圏域内農産物の消費促進」の取組として')
    expect(second.text).not.toContain('念のため')
    expect(receipt.text).toContain('受付番号：R8-001')
  })

  it('is 10,000 characters at most: what is longer is kept, and said', async () => {
    const { office, say } = await open()
    await using _ = office

    const long = await say('sato', '意見', '1', '全般', '𠮷'.repeat(10_001))
    const refused = await say('sato', '以上')
    const kept = (await office.records.find('drafts', 'slack:sato'))?.value.text
    const receipt = await say('sato', '𠮷'.repeat(10_000), '以上', '1', '1')

    expect(long.text).toContain('計10,001字')
    expect(refused.text).toContain('短くした本文をお送りください。')
    expect(kept).toHaveLength(20_002)
    expect(receipt.text).toContain('受付番号：R8-001')
  })

  it('cleans what cannot be stored and says so, and keeps everything else byte for byte', async () => {
    const { office, say } = await open()
    await using _ = office
    const kept = '葛\u{e0100}城市、\ue000と\u202e逆'

    const taken = await say('sato', '意見', '1', '全般', `\u0000${kept}\ud800`)
    const confirm = await say('sato', '以上', '1')
    await say('sato', '1')

    expect(taken.text).toContain('2か所')
    expect(confirm.text).toContain('［U+202E］')
    expect((await office.records.find('versions', 'R8-001.1'))?.value.text).toBe(`${kept}\ufffd`)
  })

  it('is understood in English as well', async () => {
    const { office, say } = await open()
    await using _ = office

    const confirm = await say('sato', 'opinion', '1', 'whole', 'More English, please.', 'done', '2')
    const receipt = await say('sato', 'submit')

    expect(confirm.text).toContain('This is what will be filed. Nothing has been received yet. Please check it.')
    expect(confirm.text).toContain('Name: known to the secretariat, and printed in published documents.')
    expect(receipt.text).toContain('Receipt number: R8-001')
  })
})

describe('a draft', () => {
  it('is kept when its writer stops, and gone on with at any time', async () => {
    const { office, say } = await open()
    await using _ = office

    const stopped = await say('sato', '意見', '1', '全般', '書きかけ', 'やめる')
    const answered = await say('sato', 'No.34はなぜ×ですか')
    const resumed = await say('sato', '続き')

    expect(stopped.text).toContain('まだ受け付けておりません')
    expect(answered.text).toContain('未実施と評価したもの')
    expect(answered.text).toContain('書きかけの御意見をお預かりしています')
    expect(resumed.text).toContain('「書きかけ」\n本文をお預かりしました（計4字）')
    expect((await office.records.find('drafts', 'slack:sato'))?.value.text).toBe('書きかけ')
  })

  it('survives a restart', async () => {
    const { office, say } = await open()
    await using _ = office
    await say('sato', '意見', '1', '全般', '書きかけ')
    await office.store.close()
    await using store = await office.folder.open()

    const again = openFrontDesk({ ...office, store, records: new Records(store, committee) })
    const resumed = await again.say('sato', '以上', '1')

    expect(resumed.text).toContain('「書きかけ」')
  })

  it('takes no words after an hour of silence: they are a question then', async () => {
    const { office, say } = await open()
    await using _ = office
    await say('sato', '意見', '1', '全般', '書きかけ')

    office.folder.clock.pass(hour)
    const answered = await say('sato', '34番の評価は？')

    expect(answered.text).toContain('×（未実施）')
    expect((await office.records.find('drafts', 'slack:sato'))?.value.text).toBe('書きかけ')
  })

  it('is forgotten after 30 days', async () => {
    const { office, say } = await open()
    await using _ = office
    await say('sato', '意見', '1', '全般', '書きかけ', 'やめる')

    office.folder.clock.pass(30 * day + 1)

    expect((await say('sato', '続き')).text).toContain('書きかけの御意見はありません')
  })

  it('is not overwritten by a new one: its writer chooses', async () => {
    const { office, say } = await open()
    await using _ = office
    await say('sato', '意見', '1', '全般', '大切な文', 'やめる')

    const waits = await say('sato', '意見')
    const resumed = await say('sato', '1')

    expect(waits.text).toContain('［1 続きから書く］［2 破棄する］')
    expect(resumed.text).toContain('本文')
    expect((await office.records.find('drafts', 'slack:sato'))?.value.text).toBe('大切な文')
  })

  it('becomes of a question to which the record has no answer, only when its asker wants that', async () => {
    const { office, say } = await open()
    await using _ = office

    const unanswered = await say('sato', 'No.21の評価は？')
    expect(unanswered.text).toContain('［1 事務局に質問する］')
    expect(await office.records.list('drafts')).toEqual([])
    const confirm = await say('sato', '事務局')
    const receipt = await say('sato', '1')

    expect(confirm.text).toContain('件名：No.21「医療的ケア児レスパイト事業」')
    expect(confirm.text).toContain('「No.21の評価は？」')
    expect(receipt.text).toContain('受付番号：R8-001（随時')
  })
})

describe('what nobody may file', () => {
  it.each([
    ['guest', ['意見', '2', '全般'], '名簿で確認できた委員の方から承っております'],
    ['tanaka', ['意見', '全般'], '委嘱期間の外ですので'],
  ])('is kept as a draft for %s', async (who, begin, says) => {
    const { office, say } = await open()
    await using _ = office

    const refused = await say(who, ...begin, '本文です。', '以上', '1', '1')

    expect(refused.text).toContain(says)
    expect(await office.records.list('submissions')).toEqual([])
    expect((await office.records.find('drafts', `slack:${who}`))?.value.text).toBe('本文です。')
  })

  it('is filed by who is confirmed in the meantime', async () => {
    const { office, say } = await open()
    await using _ = office
    await say('guest', '意見', '2', '全般', '本文です。', '以上', '1', '1')

    const claimed = await say('guest', '1', '鈴木花子')
    const account = await office.records.find('accounts', 'slack:guest')
    if (account === undefined) throw new Error('no account')
    await office.put(
      office.records.put('accounts', 'slack:guest', { ...account.value, holder: { kind: 'member', id: 'suzuki' } }),
    )
    const receipt = await say('guest', '続き', '1')

    expect(claimed.text).toContain('お名前を事務局にお伝えします')
    expect(account.value).toMatchObject({ holder: null, claimed: '鈴木花子' })
    expect(receipt.text).toContain('受付番号：R8-001')
    expect((await office.records.find('submitters', 'R8-001'))?.value.member).toBe('suzuki')
  })
})

describe('the deadline', () => {
  it('does not close a call: what comes later is taken, and marked', async () => {
    const { office, say } = await open()
    await using _ = office
    office.folder.clock.pass(10 * day)

    const confirm = await say('sato', '意見', '1', '全般', '遅れました。', '以上', '1')
    const receipt = await say('sato', '1')

    expect(confirm.text).toContain('「期限後」として受け付けます')
    expect(receipt.text).toContain('（期限後）')
    expect((await office.records.find('submissions', 'R8-001'))?.value.late).toBe(true)
  })

  it('ends changes, not withdrawals', async () => {
    const { office, say } = await open()
    await using _ = office
    await say('sato', '意見', '1', '全般', '本文です。', '以上', '1', '1')
    office.folder.clock.pass(10 * day)

    const shown = await say('sato', 'r8-1')
    const withdrawn = await say('sato', '1', '1')

    expect(shown.text).toContain('［1 取り下げる］')
    expect(shown.text).not.toContain('直す］')
    expect(withdrawn.text).toContain('R8-001の取下げを承りました。')
  })
})
