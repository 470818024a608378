import { describe, expect, it } from 'vitest'
import { momentOf } from '../../src/opinions/day.ts'
import { withinHours } from '../../src/opinions/notice-hours.ts'
import { checking, openReadyOffice, printing, shareDay, sharing } from '../support/release-office.ts'

const agree = 'このままでよい'

/** An office that has asked both members to look at their words; sato's are to be printed in others. */
async function openCheckingOffice() {
  const office = await openReadyOffice()
  await office.act(printing)
  await office.act(checking)
  return office
}

async function answerTo(office: Awaited<ReturnType<typeof openReadyOffice>>, receipt = 'R8-001') {
  return (await office.records.find('proofs', receipt))?.value.answer
}

describe('words for print', () => {
  it('are kept beside the words written, with an act in the log and the differences shown', async () => {
    await using office = await openReadyOffice()

    const { text } = await office.act({ ...printing, item: 'r8-1-1' })

    expect(text).toContain('・「の点検を」のあとに「計画的に」を加えます。')
    expect((await office.records.find('items', 'R8-001-1'))?.value.printed).toBe(printing.text)
    expect((await office.records.find('versions', 'R8-001.1'))?.value.text).toBe('橋の点検を進めてください。')
    expect((await office.records.list('acts')).at(-1)?.value).toMatchObject({ did: 'print-set', about: 'R8-001-1' })
  })

  it('are gone where the submission is erased, also from the turn that set them', async () => {
    await using office = await openReadyOffice()
    await office.act({ ...printing, text: '消えるはずの言葉です。' })
    const input = { receipt: 'R8-001', reason: '本人の申出', confirmed: true }
    await office.fill('yamada', { name: 'erase-submission', input })
    const before = office.folder.grep('橋の点検を進めて')

    await office.fill('kimura', { name: 'erase-submission', input })

    expect(before).not.toEqual([])
    for (const words of ['消えるはずの言葉', '橋の点検を進めて']) expect(office.folder.grep(words)).toEqual([])
  })

  it('are taken back by those written, given as such or not at all', async () => {
    await using office = await openReadyOffice()
    for (const text of [null, '橋の点検を進めてください。']) {
      await office.act(printing)

      const told = await office.act({ ...printing, text })

      expect(told.text).toContain('委員がお書きになったとおりに掲載します。')
      expect((await office.records.find('items', 'R8-001-1'))?.value.printed).toBeNull()
    }
  })

  it.each([
    ['R8-999-1', { why: 'unknown-item', item: 'R8-999-1' }],
    ['R8-002-1', { why: 'item-withdrawn', item: 'R8-002-1' }],
  ])('of %s are refused, and change nothing', async (item, refusal) => {
    await using office = await openReadyOffice()
    await office.press('suzuki', 'withdraw-now', 'R8-002')
    const before = await office.stored()

    const { told } = await office.act({ ...printing, item })

    expect(told).toEqual([{ kind: 'refused', ...refusal }])
    expect(await office.stored()).toEqual(before)
  })
})

describe('a text check', () => {
  it('shows each member his words as they will be printed, as differences from those he wrote', async () => {
    await using office = await openCheckingOffice()

    await office.outbox.deliver()

    expect(new Map(office.room.received.map(({ place, text }) => [place, text.split('\n')]))).toEqual(
      new Map([
        [
          'slack:dm-sato',
          [
            'R8-001の御意見は、別紙に次の文面で掲載する予定です。御確認をお願いいたします。',
            'お書きになった文面から、次のとおり改めます。',
            '・「の点検を」のあとに「計画的に」を加えます。',
            '掲載する文面は次のとおりです。',
            '「橋の点検を計画的に進めてください。」',
            'このままでよろしければ「このままでよい」、直したいところがございましたら「直したいところがある」とお送りください。9月25日（金）までにお答えがない場合は、この文面のまま掲載いたします。',
          ],
        ],
        [
          'slack:dm-suzuki',
          [
            'R8-002の御意見は、別紙に次の文面で掲載する予定です。御確認をお願いいたします。',
            'お書きになったとおりの文面です。',
            '掲載する文面は次のとおりです。',
            '「よい計画だと思います。」',
            expect.stringContaining('9月25日（金）までにお答えがない場合は'),
          ],
        ],
      ]),
    )
  })

  it('keeps what it shows, and goes out between 8 and 20', async () => {
    await using office = await openReadyOffice()
    office.at('2026-09-24T20:30')

    const { told } = await office.act({ ...checking, receipts: ['r8-1'] })

    const at = momentOf('2026-09-24T20:30')
    const from = momentOf('2026-09-25T08:00')
    expect(told).toMatchObject([{ kind: 'proofs-sent', receipts: ['R8-001'], settled: [], from }])
    expect((await office.records.list('proofs')).map(({ value }) => value)).toEqual([
      {
        ...{ receipt: 'R8-001', version: 1, until: '2026-09-25', by: 'yamada', at, answer: null },
        parts: [{ item: 'R8-001-1', text: '橋の点検を進めてください。' }],
      },
    ])
    expect((await office.records.list('outbox')).map(({ value }) => value.from)).toEqual([withinHours(at)])
  })

  it('is of what will be printed when it is delivered', async () => {
    await using office = await openCheckingOffice()
    await office.act({ ...printing, text: '橋の点検を急いでください。' })

    await office.outbox.deliver()

    expect(office.room.texts.find((text) => text.startsWith('R8-001'))).toContain('「橋の点検を急いでください。」')
  })

  it.each<[string, (office: Awaited<ReturnType<typeof openCheckingOffice>>) => Promise<unknown>]>([
    ['withdrawn', (office) => office.press('sato', 'withdraw-now', 'R8-001')],
    ['answered already', (office) => office.press('sato', 'proof-agree', 'R8-001')],
    [
      'erased',
      async ({ fill }) => {
        const input = { receipt: 'R8-001', reason: '本人の申出', confirmed: true }
        await fill('yamada', { name: 'erase-submission', input })
        await fill('kimura', { name: 'erase-submission', input })
      },
    ],
  ])('is not told of what is %s', async (_, act) => {
    await using office = await openCheckingOffice()
    await act(office)

    await office.outbox.deliver()

    expect(office.room.texts.filter((text) => text.includes('掲載する文面'))).toHaveLength(1)
    expect(office.room.texts.find((text) => text.includes('掲載する文面'))).toContain('R8-002')
  })

  it('leaves out who has agreed or is waited for, unless he is named', async () => {
    await using office = await openCheckingOffice()
    await office.press('sato', 'proof-agree', 'R8-001')

    const all = await office.act(checking)
    const one = await office.act({ ...checking, receipts: ['R8-001'] })

    expect(all.told).toEqual([
      { kind: 'refused', why: 'nothing-to-check', call: '2026-1', settled: ['R8-001', 'R8-002'] },
    ])
    expect(one.told).toMatchObject([{ kind: 'proofs-sent', receipts: ['R8-001'] }])
  })

  it.each<[object, object]>([
    [{ call: '2026-9' }, { why: 'unknown-call', call: '2026-9' }],
    [{ until: '2026-09-23' }, { why: 'until-past', until: '2026-09-23' }],
    [{ until: '2026-09-26' }, { why: 'closed-day', day: '2026-09-26', offered: '2026-09-28' }],
    [{ receipts: ['R8-001', 'R8-777'] }, { why: 'not-to-check', receipts: ['R8-777'] }],
    [
      { call: 'standing', receipts: ['R8-001'] },
      { why: 'not-to-check', receipts: ['R8-001'] },
    ],
    [{ call: 'standing' }, { why: 'nothing-to-check', call: 'standing', settled: [] }],
  ])('with %j is refused, and changes nothing', async (input, refusal) => {
    await using office = await openReadyOffice()
    const before = await office.stored()

    const { told } = await office.act({ ...checking, ...input })

    expect(told).toEqual([{ kind: 'refused', ...refusal }])
    expect(await office.stored()).toEqual(before)
  })
})

describe('an answer to a text check', () => {
  it('is a word', async () => {
    await using office = await openCheckingOffice()

    const { text } = await office.say('sato', agree)

    expect(text).toBe('R8-001の文面をこのまま掲載することを承りました。ありがとうございます。')
    expect(await answerTo(office)).toEqual({ kind: 'agreed', at: momentOf(shareDay) })
  })

  it('is a number, where the words are shown with their choices', async () => {
    await using office = await openCheckingOffice()

    const shown = await office.say('sato', '文面')
    await office.say('sato', '1')

    expect(shown.text.split('\n').at(-1)).toBe('［1 このままでよい］［2 直したいところがある］')
    expect(await answerTo(office)).toMatchObject({ kind: 'agreed' })
  })

  it('is a correction, shown before it is sent; what is said before that belongs to it', async () => {
    await using office = await openCheckingOffice()

    const asked = await office.say('sato', '文面', '2')
    const offered = await office.say('sato', '「計画的に」は', '不要です。')
    const before = await answerTo(office)
    const sent = await office.say('sato', '1')

    expect(asked.text).toContain('どこをどのように直すかをお送りください。まだ承っておりません。')
    expect(offered.text.split('\n')).toEqual([
      expect.stringContaining('お預かりしてよろしいですか。まだ承っておりません。'),
      '「「計画的に」は',
      '不要です。」',
      '［1 この内容で伝える］［2 やめる］',
    ])
    expect(before).toBeNull()
    expect(sent.text).toContain('R8-001について、直したいところを承りました。')
    expect(await answerTo(office)).toMatchObject({ kind: 'correction', text: '「計画的に」は\n不要です。' })
  })

  it('reads in English', async () => {
    await using office = await openCheckingOffice()

    const shown = await office.press('sato', 'proof', undefined, 'en')
    const say = (text: string) => office.take('sato', { kind: 'say', text }, { language: 'en' })
    const asked = await say('correct it')
    const offered = await say('Please leave out 「計画的に」.')
    const sent = await say('yes')
    const agreed = await office.press('sato', 'proof-agree', 'R8-001', 'en')

    expect(shown.text.split('\n').slice(1, 4)).toEqual([
      'What changes from the words you wrote:',
      '- 「計画的に」 is added after 「の点検を」.',
      'This is what will be printed:',
    ])
    expect(shown.text).toContain('Without an answer by the end of Friday 25 September it is printed so.')
    expect(asked.text + offered.text).not.toMatch(/[ぁ-ん]{8}/u)
    expect(sent.told).toEqual([{ kind: 'proof-answered', receipt: 'R8-001' }])
    expect(agreed.text).toBe('Noted: R8-001 is printed in these words. Thank you.')
  })

  it('is not sent where its writer stops', async () => {
    await using office = await openCheckingOffice()

    const { text } = await office.say('sato', '直したいところがある', '長い説明です。', 'やめる')

    expect(text).toContain('ただいまのお言葉は、お送りしておりません。')
    expect(await answerTo(office)).toBeNull()
  })

  it('is asked for where somebody looks at what he has filed, until it is there', async () => {
    await using office = await openCheckingOffice()

    const before = await office.say('sato', '状況')
    await office.say('sato', agree)
    const after = await office.say('sato', '状況')

    expect(before.text).toContain('文面の確認をお願いしています（R8-001）。')
    expect(after.text).not.toContain('文面の確認')
  })

  it('goes with its submission where that is erased, also while it is being written', async () => {
    await using office = await openCheckingOffice()
    await office.say('sato', '直したいところがある', '消えるはずの言葉です。')
    const input = { receipt: 'R8-001', reason: '本人の申出', confirmed: true }
    await office.fill('yamada', { name: 'erase-submission', input })
    const before = office.folder.grep('消えるはずの言葉')

    await office.fill('kimura', { name: 'erase-submission', input })

    expect(before).not.toEqual([])
    expect(office.folder.grep('消えるはずの言葉')).toEqual([])
    expect(await office.records.find('proofs', 'R8-001')).toBeUndefined()
  })

  it('may be changed until the words are shared, also after its day', async () => {
    await using office = await openCheckingOffice()
    office.at('2026-09-28T10:00')

    const shown = await office.say('sato', '文面')
    await office.say('sato', '1')
    const { told } = await office.fill('sato', { name: 'proof', receipt: 'r8-1', text: 'やはり直してください。' })
    const shared = await office.act({ ...sharing, decided: '2026-09-28' })

    expect(shown.text).toContain('9月25日（金）までにお答えをいただいておりませんので')
    expect(told).toEqual([{ kind: 'proof-answered', receipt: 'R8-001' }])
    expect(shared.told).toMatchObject([{ why: 'not-ready', corrections: ['R8-001'] }])
  })

  it('does not count for words that have changed since: they are shown anew', async () => {
    await using office = await openCheckingOffice()
    await office.act({ ...printing, text: '橋の点検を急いでください。' })

    const anew = await office.say('sato', agree)
    const before = await answerTo(office)
    await office.say('sato', '1')

    expect(anew.text).toContain('R8-001の文面は、その後変わりました。')
    expect(anew.text).toContain('「橋の点検を急いでください。」')
    expect(before).toBeNull()
    expect(await answerTo(office)).toMatchObject({ kind: 'agreed' })
    expect((await office.records.find('proofs', 'R8-001'))?.value.parts).toEqual([
      { item: 'R8-001-1', text: '橋の点検を急いでください。' },
    ])
  })

  it('asks which where several wait', async () => {
    await using office = await openReadyOffice()
    await office.file('sato', '二つ目の御意見です。')
    await office.act(checking)

    const which = await office.say('sato', agree)
    await office.say('sato', '2')
    await office.say('sato', '1')

    expect(which.text).toContain('［1 R8-001］［2 R8-003］')
    expect([await answerTo(office), await answerTo(office, 'R8-003')]).toMatchObject([null, { kind: 'agreed' }])
  })

  it.each([
    ['of nobody who was asked', 'suzuki', 'R8-001'],
    ['of a guest', 'guest', 'R8-001'],
    ['of staff for a member who filed himself', 'yamada', 'R8-001'],
    ['to what was never asked', 'sato', 'R8-009'],
  ])('%s is refused, and changes nothing', async (_, who, receipt) => {
    await using office = await openCheckingOffice()
    const before = await office.stored()

    const agreed = await office.press(who, 'proof-agree', receipt)
    const corrected = await office.fill(who, { name: 'proof', receipt, text: '直し' })

    expect([...agreed.told, ...corrected.told]).toEqual([{ kind: 'no-proof' }, { kind: 'no-proof' }])
    expect(await office.stored()).toEqual(before)
  })

  it('is not taken where it is blank or too long', async () => {
    await using office = await openCheckingOffice()
    const before = await office.stored()

    const blank = await office.fill('sato', { name: 'proof', receipt: 'R8-001', text: ' 　' })
    const long = await office.fill('sato', { name: 'proof', receipt: 'R8-001', text: '直'.repeat(10_001) })

    expect([...blank.told, ...long.told]).toEqual([
      { kind: 'ask-correction-text', receipt: 'R8-001' },
      { kind: 'correction-too-long', characters: 10_001 },
    ])
    expect(await office.stored()).toEqual(before)
  })

  it('is shown to staff, with who has not answered', async () => {
    await using office = await openCheckingOffice()
    await office.fill('sato', { name: 'proof', receipt: 'R8-001', text: '「計画的に」は不要です。' })

    const { text } = await office.act({ do: 'show', call: '2026-1' })

    expect(text.split('\n').slice(-3)).toEqual([
      '・R8-001　直したいところがあるとのお答え',
      '　「「計画的に」は不要です。」',
      '・R8-002　お答えを待っています（9月25日（金）まで）',
    ])
  })
})
