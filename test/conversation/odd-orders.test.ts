import { describe, expect, it } from 'vitest'
import { openFrontDesk } from '../support/front-desk.ts'
import { callWith, committee, openOffice } from '../support/office.ts'

const hour = 60 * 60 * 1000

async function open(change: Parameters<typeof callWith>[0] = {}) {
  const office = await openOffice()
  await office.put(office.records.put('calls', '2026-1', callWith(change)))
  return { office, ...openFrontDesk(office) }
}

const toConfirm = ['意見', '1', '全般', '本文です。', '以上', '1']

/** Members answer in any order, and with any word. */
describe('はい and いいえ', () => {
  it.each([
    ['いいえ', false],
    ['no', false],
    ['はい', true],
    ['yes', true],
  ])('%s to the question whether the name may be printed means %s', async (said, print) => {
    const { office, say } = await open()
    await using _ = office

    await say('sato', '意見', '1', '全般', '本文です。', '以上', said, '提出する')

    expect((await office.records.find('versions', 'R8-001.1'))?.value.printName).toBe(print)
  })

  it.each(['いいえ', 'はい'])('%s discards no draft', async (said) => {
    const { office, say } = await open()
    await using _ = office

    await say('sato', ...toConfirm, 'やめる', said)

    expect((await office.records.find('drafts', 'slack:sato'))?.value.text).toBe('本文です。')
  })

  it('はい chooses none of several calls', async () => {
    const { office, say } = await open()
    await using _ = office
    await office.put(office.records.put('calls', '2026-2', callWith({ id: '2026-2', name: '令和８年度第２回' })))

    await say('sato', '意見なし', 'はい')

    expect(await office.records.list('submissions')).toEqual([])
  })

  it('an hour later they answer nothing that was offered before', async () => {
    const { office, say } = await open()
    await using _ = office
    await say('sato', ...toConfirm)

    office.folder.clock.pass(hour)
    await say('sato', 'はい')

    expect(await office.records.list('submissions')).toEqual([])
  })

  it('いいえ leaves what was to be withdrawn as it was', async () => {
    const { office, say } = await open()
    await using _ = office
    await say('sato', ...toConfirm, '1')

    const kept = await say('sato', 'R8-001', '取り下げる', 'いいえ')

    expect(kept.text).toBe('取り下げておりません。提出された内容はそのままです。')
    expect((await office.records.find('submissions', 'R8-001'))?.value.withdrawn).toBeNull()
  })
})

describe('a text that is being written', () => {
  it.each(['状況', '直す', '意見', '出典', 'はい', 'OK', '提出する', '意見なし', '事務局', 'R8-001'])(
    'takes %j as its own words',
    async (said) => {
      const { office, say } = await open()
      await using _ = office

      await say('sato', '意見', '1', '全般', '前の行', said)

      expect((await office.records.find('drafts', 'slack:sato'))?.value.text).toBe(`前の行\n${said}`)
    },
  )

  it('takes nothing that is said in another conversation', async () => {
    const { office, say, act } = await open()
    await using _ = office
    await say('sato', '意見', '1', '全般', '前の行')

    const elsewhere = await act('sato', { kind: 'say', text: 'No.34はなぜ×ですか' }, { conversation: 'thread' })

    expect(elsewhere.text).toContain('未実施と評価したもの')
    expect((await office.records.find('drafts', 'slack:sato'))?.value.text).toBe('前の行')
  })

  it('says so where it grows longer than can be kept', async () => {
    const { office, say } = await open()
    await using _ = office

    const told = await say('sato', '意見', '1', '全般', '前の行', 'あ'.repeat(60_000))

    expect(told.text).toContain('保存しておりません')
    expect((await office.records.find('drafts', 'slack:sato'))?.value.text).toBe('前の行')
  })

  it('is shown when its writer goes on with it', async () => {
    const { office, say } = await open()
    await using _ = office

    expect((await say('sato', '意見', '1', '全般', '前の行', 'やめる', '続き')).text).toContain('「前の行」')
  })
})

describe('a subject', () => {
  it.each(['特になし', 'なし', 'その他'])('that is %s is the whole, and no 「意見なし」', async (said) => {
    const { office, say } = await open()
    await using _ = office

    await say('sato', '意見', '1', said)

    expect((await office.records.find('drafts', 'slack:sato'))?.value.subject).toEqual({ kind: 'whole' })
    expect(await office.records.list('submissions')).toEqual([])
  })

  it('of an agenda is asked for again where another call is chosen', async () => {
    const { office, say } = await open()
    await using _ = office

    const asked = await say('sato', '意見', '1', '議題1', '本文です。', '以上', '1', '直す', '1', '2')

    expect(asked.text).toContain('何についての御意見ですか')
  })

  it.each(['一二三四五六七八九十'.repeat(1_000), '1'.repeat(10_000)])(
    'is not looked for in a text of any length',
    async (long) => {
      const { office, say } = await open()
      await using _ = office

      expect((await say('sato', '意見', '1', long)).text).toContain('見つけることができませんでした')
    },
  )
})

describe('「意見なし」', () => {
  it('from two conversations at once is one answer', async () => {
    const { office, act } = await open()
    await using _ = office
    const none = (conversation: string) => act('sato', { kind: 'say', text: '意見なし' }, { conversation })

    const told = await Promise.all([none('one'), none('other')])

    expect(told.map(({ outcome }) => outcome.told[0]?.kind).toSorted()).toEqual(['answered-already', 'receipt'])
    expect(await office.records.list('submissions')).toHaveLength(1)
  })

  it('by telephone is filed by staff', async () => {
    const { office, say } = await open()
    await using _ = office

    const confirm = await say('yamada', '意見なし', '鈴木花子', '電話', '今日')
    const receipt = await say('yamada', '1')

    expect(confirm.text).toContain('意見なし')
    expect(receipt.text).toContain('受付番号：R8-001')
    expect((await office.records.find('submissions', 'R8-001'))?.value).toMatchObject({
      kind: 'none',
      onBehalf: { means: 'telephone', day: '2026-08-20' },
    })
  })

  it.each(['guest', 'tanaka'])('of %s claims no draft that is not there', async (who) => {
    const { office, act } = await open({ asked: ['sato', 'tanaka'] })
    await using _ = office

    const { text } = await act(who, { kind: 'action', name: 'none', about: '2026-1' })

    expect(text).toContain('まだ受け付けておりません')
    expect(text).not.toContain('下書き')
  })
})

describe('a form that is refused', () => {
  const form = {
    name: 'opinion',
    edits: null,
    call: 'standing',
    subject: null,
    text: '大切な文です。',
    vote: null,
    printName: false,
    split: null,
    onBehalf: null,
    confirmed: true,
  } as const

  it.each(['guest', 'tanaka'])('keeps the text of %s as a draft', async (who) => {
    const { office, act } = await open()
    await using _ = office

    const { text } = await act(who, { kind: 'form', form })

    expect(text).toContain('下書きとしてお預かりしています')
    expect((await office.records.find('drafts', `slack:${who}`))?.value.text).toBe('大切な文です。')
  })

  it('says that it is not kept where another draft stands in its place', async () => {
    const { office, act, say } = await open()
    await using _ = office
    await say('sato', '意見', '1', '全般', '前の行')

    const { text } = await act('sato', { kind: 'form', form: { ...form, confirmed: false } })

    expect(text).toContain('ただいまお送りいただいた本文は保存しておりません')
    expect((await office.records.find('drafts', 'slack:sato'))?.value.text).toBe('前の行')
  })
})

describe('a reply', () => {
  async function asked() {
    const all = await open()
    await all.say('sato', ...toConfirm, '1')
    const question = { receipt: 'R8-001', number: 1, text: 'どの地域ですか。', until: null, by: 'yamada', reply: null }
    await all.office.put(
      all.office.records.put('questions', 'R8-001.1', { ...question, asked: all.office.folder.clock.now() + 1 }),
    )
    return all
  }
  const replyIn = async ({ records }: Awaited<ReturnType<typeof open>>['office']) =>
    (await records.find('questions', 'R8-001.1'))?.value.reply?.text ?? null

  it('may come in several messages, and name the receipt', async () => {
    const { office, say } = await asked()
    await using _ = office

    const shown = await say('sato', 'R8-001の件ですが、北の地域です。', 'それから東も。')
    await say('sato', 'はい')

    expect(shown.text).toContain('「R8-001の件ですが、北の地域です。\nそれから東も。」')
    expect(await replyIn(office)).toBe('R8-001の件ですが、北の地域です。\nそれから東も。')
  })

  it('that is not sent yet stands nowhere but in the conversation', async () => {
    const { office, act } = await asked()
    await using _ = office

    const offered = await act('sato', { kind: 'say', text: '北の地域です。' }, { id: 'offer' })
    const again = await act('sato', { kind: 'say', text: '北の地域です。' }, { id: 'offer' })

    const turns = await office.store.list({ committee, collection: 'turns' })
    expect(JSON.stringify(turns)).not.toContain('北の地域')
    expect(again.text).toBe(offered.text)
  })

  it('is not taken for the text of a draft that was begun before the question came', async () => {
    const all = await open()
    await using _ = all.office
    const { office, say } = all
    await say('sato', ...toConfirm, '1', '意見', '1', '全般', '別の本文')
    const question = { receipt: 'R8-001', number: 1, text: 'どの地域ですか。', until: null, by: 'yamada', reply: null }
    await office.put(office.records.put('questions', 'R8-001.1', { ...question, asked: office.folder.clock.now() + 1 }))

    await say('sato', '北の地域です。', 'はい')

    expect(await replyIn(office)).toBe('北の地域です。')
    expect((await office.records.find('drafts', 'slack:sato'))?.value.text).toBe('別の本文')
  })

  it('is not sent where its writer stops', async () => {
    const { office, say } = await asked()
    await using _ = office

    const stopped = await say('sato', '北の地域です。', 'やめる')

    expect(stopped.text).toBe('ただいまのお言葉は、お送りしておりません。')
    expect(await replyIn(office)).toBeNull()
  })
})

describe('a draft of what can no longer be changed', () => {
  it.each([
    ['after the deadline', 10 * 24 * hour, '修正をお受けできる期間を過ぎていますので'],
    ['after a withdrawal', 0, '取下げ済みの御意見ですので'],
  ])('%s is filed as a new opinion, if its writer wants that', async (_name, ms, says) => {
    const { office, say, act } = await open()
    await using _ = office
    await say('sato', ...toConfirm, '1', 'R8-001', '直す', '2', '直した本文', '以上')
    office.folder.clock.pass(ms)
    if (ms === 0)
      await act('sato', { kind: 'action', name: 'withdraw-now', about: 'R8-001' }, { conversation: 'other' })

    const refused = await say('sato', '続き', '提出する')
    await say('sato', '1', '1')
    const receipt = await say('sato', '1')

    expect(refused.text).toContain(says)
    expect(receipt.text).toContain('受付番号：R8-002')
    expect((await office.records.find('versions', 'R8-002.1'))?.value.text).toBe('直した本文')
    expect((await office.records.find('submissions', 'R8-001'))?.value.version).toBe(1)
  })
})

describe('a question to the secretariat', () => {
  it('is the question itself, also after its source was shown', async () => {
    const { office, say } = await open()
    await using _ = office

    const confirm = await say('sato', 'No.34の予算はいくらですか', '出典', '事務局')

    expect(confirm.text).toContain('「No.34の予算はいくらですか」')
  })

  it('brings the question before it, where it does not speak for itself', async () => {
    const { office, say } = await open()
    await using _ = office

    const confirm = await say('sato', 'No.21の評価はどうなっていますか', 'なぜですか', '事務局')

    expect(confirm.text).toContain('「No.21の評価はどうなっていますか\nなぜですか」')
  })
})

describe('somebody else', () => {
  it('gets no receipt by the id of a draft', async () => {
    const { office, say, act } = await open()
    await using _ = office
    const { outcome } = await say('sato', ...toConfirm)
    await say('sato', '1')

    const about = outcome.offered[0]?.about ?? ''
    const { outcome: refused } = await act('guest', { kind: 'action', name: 'file', about })

    expect(refused.told).toEqual([{ kind: 'no-draft' }])
  })
})

describe('a Japanese dialogue', () => {
  it('stays Japanese where the text is not', async () => {
    const { office, say } = await open()
    await using _ = office

    expect((await say('sato', '意見', '1', '全般', 'SDGs and ESG')).text).toContain('本文をお預かりしました')
  })
})

describe('a language', () => {
  it('is that of the words, where no draft is being written', async () => {
    const { office, say } = await open()
    await using _ = office

    const japanese = await say('sato', 'opinion', 'stop', 'こんにちは')
    const english = await say('sato', 'hello')

    expect(japanese.text).toContain('書きかけの御意見をお預かりしています')
    expect(english.text).toContain('A draft of yours is kept')
  })
})

describe('a vote', () => {
  it('is shown in the receipt and in what was received', async () => {
    const { office, say } = await open({ form: 'written', approval: true })
    await using _ = office

    const receipt = await say('sato', '意見', '1', '承認', '全般', '本文です。', '以上', '1', '1')
    const shown = await say('sato', 'R8-001')

    expect(receipt.text).toContain('承認・不承認：承認')
    expect(shown.text).toContain('承認・不承認：承認')
  })
})

describe('a reminder', () => {
  const news = { kind: 'reminder', call: '2026-1', member: 'sato' } as const

  it('is told until the member has answered', async () => {
    const { office, say, tell } = await open()
    await using _ = office

    const before = await tell(news)
    await say('sato', '意見なし')

    expect(before).toContain('令和８年度第１回の御意見の提出期限は、8月28日（金）17時です。')
    expect(await tell(news)).toBeNull()
  })
})
