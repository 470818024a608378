import type { Day, Minute } from '../../opinions/day.ts'
import type { Digest, DueStep } from '../../opinions/digest.ts'
import type { MissTopic } from '../../opinions/miss.ts'
import { datesJa } from './dates.ts'
import { officeJa } from './office-ja.ts'

type CallCounts = Omit<Digest['calls'][number], 'call' | 'name' | 'deadline'>

/** The daily digest (日次まとめ) and retention, in Japanese: the source by which the English is typed. */
export const digestJa = {
  /** Between the parts of a line that belong together, and between those that do not. */
  narrow: '／',
  wide: '　／　',
  day: (day: Day) => datesJa.day(day),
  title: (at: Minute, committee: string) => `【日次まとめ】${datesJa.fullMinute(at)}　${committee}`,
  step: {
    new: '取扱い',
    'to-answer': '回答案',
    inquired: '照会',
    'to-check': '確認',
    'question-back': 'お伺い',
    unanswered: '未提出',
  } satisfies Record<DueStep, string>,
  overdue: (number: number, entries: readonly string[]) =>
    number === 0 ? '期限超過なし' : `期限超過${number}：${entries.join('、')}`,
  overdueEntry: (id: string, step: string, due: Day, days: number) =>
    `${id} ${step}（期限${datesJa.shortDay(due)}）${days}日超過`,
  moreOverdue: (number: number) => `ほか${number}件（queue list --overdue）`,
  soon: (number: number, entries: readonly string[]) =>
    number === 0 ? '7日以内なし' : `7日以内${number}${entries.length === 0 ? '' : `：${entries.join('、')}`}`,
  soonEntry: (id: string, due: Day) => `${id}（${datesJa.shortDay(due)}）`,
  moreSoon: (number: number, until: Day) => `ほか${number}件（queue list --until ${until}）`,
  filed: (number: number, onBehalf: number) =>
    `${counted('新規', number)}${onBehalf === 0 ? '' : `（うち代理登録${onBehalf}）`}`,
  toCheck: (number: number) => counted('確認待ち', number),
  replies: (number: number) => counted('委員からの返信', number),
  edited: (number: number) => counted('修正', number),
  withdrawn: (number: number) => counted('取下げ', number),
  corrections: (number: number) => counted('文面の修正の御希望', number),
  call: (name: string | null, deadline: Minute | null, { opinion, none, unanswered, asked }: CallCounts) =>
    `意見照会${name === null ? '' : ` ${name}`}（${deadline === null ? '締切りなし' : `${datesJa.shortMinute(deadline)}締切り`}）：${officeJa.counts(opinion, none, unanswered, asked)}`,
  misses: (topics: readonly string[]) =>
    `資料に記載がなかったお尋ね：${topics.length === 0 ? 'なし' : topics.join('、')}`,
  miss: (topic: string, number: number) => `${topic}${number}`,
  topic: {
    'rating-scale': '評価の基準',
    rating: '評価とその理由',
    indicator: '評価指標',
    project: '連携事業',
    area: '政策分野',
    division: '担当課',
    year: 'ほかの年度',
    budget: '予算',
    amount: '数値',
    date: '日付',
    name: '人名',
    contact: '連絡先',
    place: '場所',
    other: 'その他',
  } satisfies Record<MissTopic, string>,
  undelivered: (number: number) => `通知の不達：${number === 0 ? 'なし' : `${number}（opinion undelivered）`}`,
  checkValue: (digits: string) => `照合値 ${digits}`,
  unchanged: (standing: readonly string[]) =>
    `前回から変わったことはありません${standing.length === 0 ? '' : `（${standing.join('、')}）`}`,
  silent: (day: Day) =>
    `${datesJa.day(day)}は、前回から変わったことがありませんでしたので、日次まとめはお送りしておりません。そのときの状況は次のとおりです。`,
  notMade: '（いまの時点でまとめたものです。本日の日次まとめはまだお送りしておりません。）',
  none: {
    closed: (day: Day) => `${datesJa.fullDay(day)}は閉庁日のため、日次まとめはありません。`,
    'not-made': (day: Day) =>
      `${datesJa.fullDay(day)}の日次まとめはありません。この日の分は、次の日次まとめに含まれています。`,
    ahead: (day: Day) => `${datesJa.fullDay(day)}の日次まとめはまだありません。本日までの日を御指定ください。`,
  },

  expired: (number: number) => `保存期間満了${number}件（retention list）`,
  keptForEver: '保存期間は設定されていません（RETENTION_YEARS）。すべて保存しています。',
  expiredNone: (years: number) => `保存期間（${years}年度）を満了した意見照会はありません。`,
  expiredLead: (number: number, years: number) =>
    `保存期間（${years}年度）を満了した意見照会は次の${number}件です。まだ廃棄しておりません。`,
  expiredLine: (name: string, call: string, published: Day, over: Day) =>
    `・${name}（${call}）　公表：${datesJa.fullDay(published)}　満了：${datesJa.fullDay(over)}`,
  requestedLine: (by: string, until: Minute) =>
    `　${by}が廃棄を申請しています（${datesJa.fullMinute(until)}まで有効）。`,
  disposeHint: '廃棄するときは、事務局の二人が、それぞれ「retention dispose 番号 --reason 理由」を実行してください。',
  disposalRequested: (call: string, receipts: number, until: Minute) =>
    `${call}（提出${receipts}件）の廃棄の申請をお預かりしました。まだ廃棄しておりません。${datesJa.fullMinute(until)}までに、事務局のほかの方が同じものを実行し、内容を確かめて廃棄してください。`,
  disposalWaits: (call: string, receipts: number, by: string) =>
    `${call}（提出${receipts}件）は、${by}が廃棄を申請しています。まだ廃棄しておりません。`,
  reason: (reason: string, since: Minute) => `理由：${reason}（${datesJa.fullMinute(since)}）`,
  yesHint: '廃棄するときは、同じものに --yes を付けてもう一度実行してください。廃棄したものは元に戻せません。',
  anotherNeeded: (by: string, since: Minute) =>
    `廃棄は二人で行います。${datesJa.fullMinute(since)}に${by}が申請していますので、事務局のほかの方が内容を確かめて廃棄してください。`,
  disposed: (call: string, receipts: number) =>
    `${call}（提出${receipts}件）を廃棄しました。受付番号と、廃棄した職員、日時、理由は、記録に残っています。`,
  notExpired: (call: string) =>
    `${call}は、保存期間を満了した意見照会の一覧にありません。公表され、締め切られ、保存期間を過ぎたものを「retention list」で御確認ください。`,
  notStaff: officeJa.refused['not-staff'],
}

function counted(what: string, number: number): string {
  return `${what}${number === 0 ? 'なし' : number}`
}
