import { describe, expect, it } from 'vitest'
import { newsMessage } from '../../src/conversation/outcome-reply.ts'
import { momentOf } from '../../src/opinions/day.ts'
import type { News } from '../../src/opinions/notice.ts'
import { messageText } from '../../src/platforms/terminal/message-lines.ts'
import type { Language } from '../../src/questions/normal-text.ts'
import { digestWith } from '../support/digests.ts'
import { callWith, fileSubmission, openOffice } from '../support/office.ts'
import { prepareSapporo } from '../support/sapporo.ts'
import { weekends } from '../support/weekends.ts'

const prepared = prepareSapporo()
const receipt = 'R8-012'
const checked = 'R8-013'
const name = 'さっぽろ連携中枢都市圏ビジョン懇談会'
const lead = `${name}の事務局からのお知らせです。`
const end = `このメールは、${name}の事務局から自動でお送りしています。御返信をお受けすることはできませんので、御用の際は事務局へ直接お願いいたします。`

const open = async (callNamed = '令和８年度第１回') => {
  const office = await openOffice()
  const { records, put } = office
  await put(records.put('calls', '2026-1', callWith({ name: callNamed })))
  const onBehalf = { means: 'telephone', day: '2025-12-19', original: null } as const
  await fileSubmission(office, receipt, 'sato', { text: '電話の件です。', onBehalf })
  const question = { text: 'どの橋ですか', until: '2026-09-02', by: 'yamada', asked: 5, reply: null }
  await put(records.put('questions', `${receipt}.1`, { receipt, number: 1, ...question }))
  await fileSubmission(office, checked, 'sato')
  const proof = { version: 1, parts: [], until: '2026-09-18', by: 'yamada', at: 5 }
  const shared = { decided: '2026-09-24', number: '1', post: '局長', by: 'yamada', at: 5 }
  await put(
    records.put('proofs', receipt, { ...proof, receipt, answer: null }),
    records.put('proofs', checked, { ...proof, receipt: checked, answer: { kind: 'agreed', at: 6 } }),
    records.put('releases', '2026-1', {
      ...{ id: '2026-1', call: '2026-1', names: 'none', receipts: [receipt], shared, published: null },
    }),
  )
  await put(records.put('digests', '2026-08-28', digestWith({ day: '2026-08-28' })))
  const mail = async (news: News, language: Language = 'ja') => {
    const at = momentOf('2026-08-28T08:00')
    const view = { records, prepared, calendar: weekends, language, address: '', here: false, staff: false, at }
    return (await newsMessage(news, view)) ?? expect.unreachable()
  }
  return { office, mail }
}

/** What a chat is told of and no mail. */
type ChatOnly = 'turn-reply' | 'submission-card' | 'submission-act' | 'account-claim'

const all: { readonly [Kind in Exclude<News['kind'], ChatOnly>]: News } = {
  receipt: { kind: 'receipt', receipt },
  edited: { kind: 'edited', receipt },
  withdrawn: { kind: 'withdrawn', receipt },
  replied: { kind: 'replied', receipt, number: 1 },
  'question-back': { kind: 'question-back', receipt, number: 1 },
  reminder: { kind: 'reminder', call: '2026-1', member: 'suzuki' },
  proof: { kind: 'proof', receipt },
  'proof-answered': { kind: 'proof-answered', receipt: checked },
  response: { kind: 'response', receipt },
  'response-recalled': { kind: 'response-recalled', receipt },
  'annex-shared': { kind: 'annex-shared', call: '2026-1', member: 'suzuki' },
  'annex-recalled': { kind: 'annex-recalled', call: '2026-2', member: 'suzuki' },
  'account-confirmed': { kind: 'account-confirmed', account: 'slack:sato' },
  digest: { kind: 'digest', day: '2026-08-28' },
}

describe('a mail', () => {
  it.each<[keyof typeof all, string, readonly (string | RegExp)[]]>([
    [
      'reminder',
      `提出期限のお知らせ（令和８年度第１回）　${name}`,
      ['鈴木　花子委員', lead, '', /^令和８年度第１回の御意見の提出期限は、本日8月28日（金）17時です。/u, '', end],
    ],
    [
      'receipt',
      `受付のお知らせ（R8-012）　${name}`,
      [
        ...['佐藤　一郎座長', lead, ''],
        '令和7年12月19日（金）に電話でいただいた御意見を、事務局が登録いたしました。受付番号：R8-012（令和８年度第１回）',
        ...[
          /^受付日時：/u,
          /^事務局が聞き取った内容は次のとおりです。/u,
          '「電話の件です。」',
          /^修正・取下げは、事務局へ/u,
        ],
        ...['', end],
      ],
    ],
    [
      'question-back',
      `御意見についてのお伺い（R8-012）　${name}`,
      [
        ...['佐藤　一郎座長', lead, '', /^R8-012について、事務局から/u, '「どの橋ですか」'],
        ...[/^恐れ入りますが、9月2日（水）までに、事務局へお知らせください。/u, '', end],
      ],
    ],
    [
      'account-confirmed',
      `名簿での確認のお知らせ　${name}`,
      ['佐藤　一郎座長', lead, '', /^名簿で確認できました。/u, '', end],
    ],
    [
      'digest',
      `日次まとめ（8月28日（金））　${name}`,
      [/^【日次まとめ】令和8年8月28日（金）9時　ビジョン懇談会$/u, /^期限超過なし/u, /^新規/u, /照合値 3f9ac2$/u],
    ],
  ])('of a %s is whole: whom it is for, whom it is from, what there is to say', async (kind, subject, lines) => {
    const { office, mail } = await open()
    await using _ = office

    const message = await mail(all[kind])

    expect(message.subject).toBe(subject)
    expect(messageText(message).split('\n')).toEqual(
      lines.map((line) => (typeof line === 'string' ? line : expect.stringMatching(line))),
    )
  })

  it.each(Object.values(all))('asks for nothing that a mail cannot do: %j', async (news) => {
    const { office, mail } = await open()
    await using _ = office

    for (const language of ['ja', 'en'] as const) {
      const { subject = '', ...message } = await mail(news, language)

      expect(messageText(message)).not.toMatch(/とお送り|［|send "|この場/u)
      expect([...subject].length).toBeLessThanOrEqual(60)
      expect(subject).not.toBe('')
    }
  })

  it.each([
    ['令和８年度第１回', 'Deadline for opinions (令和８年度第１回)'],
    ['第一回'.repeat(20), 'Deadline for opinions'],
  ])('leaves out of its subject what does not fit whole: %s', async (call, subject) => {
    const { office, mail } = await open(call)
    await using _ = office

    expect((await mail(all.reminder, 'en')).subject).toBe(subject)
  })

  it('greets nobody whom the roster does not have any more', async () => {
    const { office, mail } = await open()
    await using _ = office
    await office.put({ kind: 'delete', key: office.records.key('members', 'sato') })

    expect(messageText(await mail(all.receipt)).split('\n')[0]).toBe(lead)
  })
})
