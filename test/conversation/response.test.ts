import { describe, expect, it } from 'vitest'
import { newsMessage } from '../../src/conversation/outcome-reply.ts'
import { messageText } from '../../src/platforms/terminal/message-lines.ts'
import { opinionForm } from '../support/front-office.ts'
import {
  checking,
  openReadyOffice,
  openReleaseOffice,
  publishDay,
  publishing,
  shareDay,
  sharing,
} from '../support/release-office.ts'

const mark = '公表前（委員限り）：市ホームページへの掲載までは、お取扱いに御配慮をお願いいたします。'
const published = '公表済み：令和8年10月1日（木）　https://www.example.jp/annex'

describe('a response', () => {
  it('is told with the words it answers and how to handle it', async () => {
    await using office = await openReadyOffice()
    await office.act(sharing)

    await office.outbox.deliver()

    const texts = new Map(office.room.received.map(({ place, text }) => [place, text.split('\n')]))
    expect(texts.get('slack:dm-sato')).toEqual([
      'R8-001の御意見について、考え方を取りまとめましたのでお知らせいたします。',
      '【御意見】「橋の点検を進めてください。」',
      '【事務局の考え方】「点検を進めてまいりたい。」',
      mark,
      'この考え方についてのお尋ねは、「R8-001」とお送りいただき、「事務局に質問する」をお選びください。別紙の全体は「別紙」とお送りいただくと御覧いただけます。',
    ])
    expect(texts.get('slack:dm-suzuki')?.slice(1, 4)).toEqual([
      '【御意見】「よい計画だと思います。」',
      '（回答不要）承りました御意見として別紙に掲載いたします。個別の回答はございません。',
      mark,
    ])
  })

  it('that answers several items stands once below them', async () => {
    await using office = await openReleaseOffice()
    await office.file('sato', '【（１）橋】\n・点検を。\n・補修を。\n【（２）道】\n・舗装を。')
    await office.settle('R8-001-1', '橋についてまとめてお答えする。')
    await office.settle('R8-001-2', '道についての考え方である。')
    await office.settle('R8-001-3', { kind: 'with', item: 'R8-001-1' })
    office.at(shareDay)
    await office.act(sharing)

    const { text } = await office.say('sato', 'R8-001')

    const lines = text.split('\n').filter((line) => line.startsWith('【御') || line.startsWith('【事'))
    expect(lines).toEqual([
      expect.stringMatching(/^【御意見】「・?点検を。」$/u),
      expect.stringMatching(/^【御意見】「・?舗装を。」$/u),
      '【事務局の考え方】「橋についてまとめてお答えする。」',
      expect.stringMatching(/^【御意見】「・?補修を。」$/u),
      '【事務局の考え方】「道についての考え方である。」',
    ])
  })

  it('says where it is published once it is', async () => {
    await using office = await openReadyOffice()
    await office.act(sharing)
    office.at(publishDay)
    await office.act(publishing)

    await office.outbox.deliver()
    const { text } = await office.say('sato', 'R8-001')

    for (const told of [text, ...office.room.texts]) {
      expect(told).toContain(published)
      expect(told).not.toContain('公表前')
    }
    expect(text.split('\n')[0]).toBe('R8-001　公表済み　令和８年度第１回／全般')
  })

  it('is not told of what was withdrawn before it was delivered', async () => {
    await using office = await openReadyOffice()
    await office.act(sharing)
    await office.press('sato', 'withdraw-now', 'R8-001')

    await office.outbox.deliver()

    expect(office.room.received.map(({ text }) => text.split('\n')[0])).not.toContain(
      'R8-001の御意見について、考え方を取りまとめましたのでお知らせいたします。',
    )
  })

  it('is shown with the state of its submission, from the sharing on', async () => {
    await using office = await openReadyOffice()
    const before = await office.say('sato', 'R8-001')
    await office.act(sharing)

    const after = await office.say('sato', 'R8-001')
    const others = await office.say('suzuki', 'R8-001')

    expect(before.text).toContain('検討中')
    expect(before.text).not.toContain('点検を進めてまいりたい。')
    expect(after.text).toContain('R8-001　回答済み　')
    expect(after.text).toContain('【事務局の考え方】「点検を進めてまいりたい。」')
    expect(others.told).toEqual([{ kind: 'refused', why: 'unknown-receipt' }])
  })

  it('can be asked about: the question is an opinion of its own', async () => {
    await using office = await openReadyOffice()
    await office.act(sharing)

    const { told } = await office.say('sato', 'R8-001', '事務局に質問する')
    await office.say('sato', 'いつから進めますか。', '以上', '1')

    expect(told).toEqual([{ kind: 'part', part: 'text' }])
    expect((await office.records.find('submissions', 'R8-003'))?.value).toMatchObject({ call: 'standing' })
  })

  it('reads in English, with the words as they are', async () => {
    await using office = await openReadyOffice()
    await office.act(sharing)

    const { text } = await office.press('sato', 'submission', 'R8-001', 'en')

    expect(text).toContain(
      '[Opinion] 「橋の点検を進めてください。」\n[The secretariat’s response] 「点検を進めてまいりたい。」',
    )
    expect(text).toContain('Not public yet, for members only (公表前（委員限り）)')
  })
})

describe('the annex', () => {
  it('is shown whole to members and staff while it is not public, each row with the mark', async () => {
    await using office = await openReadyOffice()
    await office.act(sharing)

    for (const who of ['suzuki', 'yamada']) {
      const { text } = await office.say(who, '別紙')

      expect(text.split('\n')).toEqual([
        '令和８年度第１回　別紙（全2欄）',
        ...[
          '1　全般',
          '【御意見】「橋の点検を進めてください。」',
          '【事務局の考え方】「点検を進めてまいりたい。」',
          mark,
        ],
        ...['2　全般', '【御意見】「よい計画だと思います。」', '【事務局の考え方】（記載なし）', mark],
      ])
    }
  })

  it.each(['guest', 'tanaka', 'mori'])('is not shown to %s before it is public, and is after that', async (who) => {
    await using office = await openReadyOffice()
    await office.act(sharing)

    const words = await office.say(who, '別紙')
    const named = await office.press(who, 'annex', '2026-1')
    office.at(publishDay)
    await office.act(publishing)
    const after = await office.say(who, '別紙')

    for (const { text } of [words, named]) {
      expect(text).toContain('新しくお示しできる別紙は、ただいまありません。')
      expect(text).not.toMatch(/点検|2026-1|第１回/u)
    }
    expect(after.text).toContain('【御意見】「橋の点検を進めてください。」')
    expect(after.text).toContain(published)
  })

  it('is shown again where the same turn comes again', async () => {
    await using office = await openReadyOffice()
    await office.act(sharing)
    const say = () => office.take('sato', { kind: 'say', text: '別紙' }, { id: 'again' })

    const first = await say()
    const second = await say()

    expect(first.text).toContain('【御意見】')
    expect(second.text).toBe(first.text)
  })

  it('is shown to nobody before it is shared, nor once that is taken back', async () => {
    await using office = await openReadyOffice()
    const before = await office.say('sato', '別紙')
    await office.act(sharing)
    await office.act({ do: 'undo', call: '2026-1', reason: '差し替え' })

    const after = await office.say('sato', '別紙')

    for (const { text } of [before, after]) expect(text).not.toContain('点検')
  })

  it('is shown in parts where it is long, and no text of it is cut', async () => {
    await using office = await openReleaseOffice()
    for (let row = 1; row <= 12; row++) {
      await office.file('sato', `御意見の${row}番です。${'長い文。'.repeat(row === 3 ? 1500 : 1)}`)
      await office.settle(`R8-${String(row).padStart(3, '0')}-1`, `考え方の${row}番である。`)
    }
    office.at(shareDay)
    await office.act(sharing)

    const pages = [await office.say('suzuki', '別紙')]
    pages.push(await office.say('suzuki', '1'))
    pages.push(await office.say('suzuki', '1'))

    expect(pages.map(({ text }) => text.split('\n')[0])).toEqual([
      '令和８年度第１回　別紙（全12欄のうち、上から1つ目から2つ目まで）',
      '令和８年度第１回　別紙（全12欄のうち、上から3つ目から3つ目まで）',
      '令和８年度第１回　別紙（全12欄のうち、上から4つ目から12つ目まで）',
    ])
    expect(pages[0]?.text).toContain('［1 上から3つ目の欄から見る］')
    const all = pages.map(({ text }) => text).join('\n')
    for (let row = 1; row <= 12; row++) expect(all).toContain(`考え方の${row}番である。`)
    expect(all).toContain('長い文。'.repeat(1500))
  })

  it('of other calls is offered beside the newest', async () => {
    await using office = await openReadyOffice()
    await office.act(sharing)
    await office.file('sato', '随時の御意見です。', 'standing')
    await office.settle('R8-003-1', '随時への考え方である。')
    office.folder.clock.pass(60_000)
    await office.act({ ...sharing, call: 'standing', names: 'letters' })

    const newest = await office.say('suzuki', '別紙')
    const other = await office.say('suzuki', '1')

    expect(newest.text.split('\n').slice(0, 2)).toEqual(['随時 1　別紙（全1欄）', '1　全般　委員A'])
    expect(newest.text).toContain('［1 令和８年度第１回の別紙］')
    expect(other.text).toContain('令和８年度第１回　別紙（全2欄）')
  })

  it('goes to a member by mail in its words', async () => {
    await using office = await openReadyOffice()
    const ito = (await office.records.find('members', 'ito'))?.value ?? expect.unreachable()
    await office.put(office.records.put('members', 'ito', { ...ito, mail: 'ito@example.jp' }))
    await office.act(sharing)
    const notice = (await office.records.list('outbox')).at(-1)?.value ?? expect.unreachable()

    const message = await newsMessage(notice.news, {
      ...{ ...office.base, language: 'ja', address: '', here: false, staff: false, at: office.folder.clock.now() },
    })
    const text = message === null ? '' : messageText(message)

    expect(notice.place).toBe('mail:ito@example.jp')
    expect(message?.subject).toMatch(/^別紙のお知らせ（令和８年度第１回）/u)
    expect(text).toContain('【事務局の考え方】「点検を進めてまいりたい。」')
    expect(text).toContain(mark)
  })

  it('is told nobody whose term has ended before it got there, until it is published', async () => {
    await using office = await openReadyOffice()
    const { records, put, folder } = office
    await office.act(sharing)
    const suzuki = (await records.find('members', 'suzuki'))?.value ?? expect.unreachable()
    await put(
      records.put('members', 'ito', { ...suzuki, id: 'ito', terms: [{ from: '2024-04-01', to: '2026-09-24' }] }),
    )
    const news = { kind: 'annex-shared', call: '2026-1', member: 'ito' } as const
    const told = async () =>
      await newsMessage(news, {
        ...{ ...office.base, language: 'ja', address: '', here: false, staff: false, at: folder.clock.now() },
      })

    const onLastDay = await told()
    office.at(publishDay)
    const after = await told()
    await office.act(publishing)
    const published = await told()

    expect([onLastDay, after, published].map((one) => one !== null)).toEqual([true, false, true])
  })
})

describe('what can no longer be done with an opinion', () => {
  it('is said before an edit is shown, which nobody could file', async () => {
    await using office = await openReadyOffice()
    const form = opinionForm('橋を直してください。', { edits: 'R8-001', confirmed: false })

    const { told } = await office.fill('sato', form)

    expect(told).toEqual([{ kind: 'refused', why: 'edit-over' }, { kind: 'form-not-kept' }])
    expect(await office.records.list('drafts')).toEqual([])
  })

  it('is told to staff as theirs only where they filed it on behalf', async () => {
    await using office = await openReadyOffice()
    await office.act(checking)
    const form = opinionForm('橋を直してください。', { edits: 'R8-001', confirmed: false })

    const edited = await office.fill('yamada', form)
    const proof = await office.fill('yamada', { name: 'proof', receipt: 'R8-001', text: '直したい' })
    const other = await office.fill('suzuki', form)

    expect(edited.text).toContain('事務局が代わりに行えるのは代理登録したものに限ります')
    expect(proof.text).toContain('委員御本人からお答えいただくものです')
    expect(other.text).toContain('お受けした受付番号の中に見当たりません')
  })
})
