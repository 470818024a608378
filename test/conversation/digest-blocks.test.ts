import { describe, expect, it } from 'vitest'
import type { DigestTold } from '../../src/conversation/digest-acts.ts'
import { digestBlocks } from '../../src/conversation/digest-blocks.ts'
import { momentOf } from '../../src/opinions/day.ts'
import { MissTopic } from '../../src/opinions/miss.ts'
import { messageText } from '../../src/platforms/terminal/message-lines.ts'
import type { Language } from '../../src/questions/normal-text.ts'
import { digestWith } from '../support/digests.ts'
import { callWith, openOffice } from '../support/office.ts'
import { prepareSapporo } from '../support/sapporo.ts'
import { weekends } from '../support/weekends.ts'

const prepared = prepareSapporo()
const now = momentOf('2032-04-01T10:00')

async function textOf(told: DigestTold, language: Language = 'ja'): Promise<string> {
  await using office = await openOffice()
  const { records, put } = office
  await put(records.put('calls', '2026-1', callWith()))
  const view = { records, prepared, calendar: weekends, language, address: '', here: true, staff: true, at: now }
  return messageText({ blocks: await digestBlocks(told, view) })
}

const rich = digestWith({
  overdue: { count: 12, first: [{ id: 'R8-007-1', step: 'to-check', due: '2026-08-26' }] },
  soon: { count: 1, first: [{ id: 'R8-009-1', step: 'new', due: '2026-08-31' }] },
  ...{ filed: 3, onBehalf: 1, edited: 2, withdrawn: 1, toCheck: 1, replies: 1, corrections: 1, undelivered: 2 },
  calls: [
    {
      call: '2026-1',
      name: '令和８年度第１回',
      deadline: '2026-08-28T17:00',
      opinion: 6,
      none: 2,
      unanswered: 7,
      asked: 15,
    },
  ],
  misses: MissTopic.options.map((topic, at) => ({ topic, count: at + 1 })),
  expired: 1,
})

describe('a digest', () => {
  it('says in Japanese all that it has', async () => {
    expect(
      await textOf({ kind: 'digest', view: true, made: true, digest: rich }),
    ).toBe(`【日次まとめ】令和8年8月27日（木）9時　ビジョン懇談会
期限超過12：R8-007-1 確認（期限8/26・水）1日超過、ほか11件（queue list --overdue）　／　7日以内1：R8-009-1（8/31・月）
新規3（うち代理登録1）／確認待ち1／委員からの返信1／修正2／取下げ1／文面の修正の御希望1
意見照会（8/28・金 17時締切り）：提出6、意見なし2、未提出7／15名
保存期間満了1件（retention list）
資料に記載がなかったお尋ね：評価の基準1、評価とその理由2、評価指標3、連携事業4、政策分野5、担当課6、ほかの年度7、予算8、数値9、日付10、人名11、連絡先12、場所13、その他14　／　通知の不達：2（opinion undelivered）　／　照合値 3f9ac2`)
  })

  it('says in English all that it has', async () => {
    expect(
      await textOf({ kind: 'digest', view: true, made: true, digest: rich }, 'en'),
    ).toBe(`[Daily digest] Thursday 27 August 2026, 09:00, Vision Advisory Committee
Overdue: 12: R8-007-1 check (due Wed 26 Aug), over by 1 day, 11 more (queue list --overdue) / within 7 days: 1: R8-009-1 (Mon 31 Aug)
New: 3 (1 filed on behalf); to be checked: 1; replies from members: 1; edited: 2; withdrawn: 1; wordings to be corrected: 1
Call (until Fri 28 Aug, 17:00): 6 opinions, 2 "no opinion", 7 unanswered, of 15 members
Rounds past their retention: 1 (retention list)
Questions that the record did not answer: rating scale 1, a rating or its reason 2, indicators 3, projects 4, policy areas 5, divisions in charge 6, other fiscal years 7, budget 8, figures 9, dates 10, names 11, contacts 12, places 13, other 14 / Notices not delivered: 2 (opinion undelivered) / check value 3f9ac2`)
  })

  it('leaves out a check value where the store has none', async () => {
    const text = await textOf({ kind: 'digest', view: true, made: true, digest: digestWith({ head: null }) })

    expect(text).toMatch(/通知の不達：なし$/u)
  })
})

const requested = { by: 'yamada', since: now, reason: '満了', until: now + 30 * 24 * 60 * 60 * 1000 }

describe('retention', () => {
  it.each<readonly [DigestTold, string]>([
    [
      { kind: 'expired', view: true, years: null, rounds: [] },
      '保存期間は設定されていません（RETENTION_YEARS）。すべて保存しています。',
    ],
    [{ kind: 'expired', view: true, years: 5, rounds: [] }, '保存期間（5年度）を満了した意見照会はありません。'],
    [
      {
        kind: 'expired',
        view: true,
        years: 5,
        rounds: [
          {
            ...{ call: '2026-1', name: '令和８年度第１回', closed: '2026-09-30', published: '2026-10-01' },
            ...{ over: '2032-04-01', requested },
          },
        ],
      },
      `保存期間（5年度）を満了した意見照会は次の1件です。まだ廃棄しておりません。
・令和８年度第１回（2026-1）　公表：令和8年10月1日（木）　満了：令和14年4月1日（木）
　山田　太郎（yamada）が廃棄を申請しています（令和14年5月1日（土）10時まで有効）。
廃棄するときは、事務局の二人が、それぞれ「retention dispose 番号 --reason 理由」を実行してください。`,
    ],
    [
      { kind: 'disposal-requested', call: '2026-1', receipts: 3, until: requested.until },
      '令和８年度第１回（2026-1）（提出3件）の廃棄の申請をお預かりしました。まだ廃棄しておりません。令和14年5月1日（土）10時までに、事務局のほかの方が同じものを実行し、内容を確かめて廃棄してください。',
    ],
    [
      { kind: 'disposal-waits', call: '2026-1', receipts: 3, ...requested },
      `令和８年度第１回（2026-1）（提出3件）は、山田　太郎（yamada）が廃棄を申請しています。まだ廃棄しておりません。
理由：満了（令和14年4月1日（木）10時）
廃棄するときは、同じものに --yes を付けてもう一度実行してください。廃棄したものは元に戻せません。`,
    ],
    [
      { kind: 'disposed', call: '2026-1', receipts: 3 },
      '2026-1（提出3件）を廃棄しました。受付番号と、廃棄した職員、日時、理由は、記録に残っています。',
    ],
    [
      { kind: 'refused', why: 'not-expired', call: '2026-2' },
      '2026-2は、保存期間を満了した意見照会の一覧にありません。公表され、締め切られ、保存期間を過ぎたものを「retention list」で御確認ください。',
    ],
    [
      { kind: 'refused', why: 'another-needed', by: 'yamada', since: now },
      '廃棄は二人で行います。令和14年4月1日（木）10時に山田　太郎（yamada）が申請していますので、事務局のほかの方が内容を確かめて廃棄してください。',
    ],
  ])('says of %j what is so and what can be done', async (told, text) => {
    expect(await textOf(told)).toBe(text)
    expect(await textOf(told, 'en')).not.toMatch(/undefined|廃棄|保存/u)
  })
})
