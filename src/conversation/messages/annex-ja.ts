import type { AnnexWarning } from '../../opinions/annex-check.ts'
import type { Day, Minute } from '../../opinions/day.ts'
import { datesJa } from './dates.ts'
import { officeJa } from './office-ja.ts'
import { queueJa } from './queue-ja.ts'

/** What is counted of an annex. */
export type AnnexCounts = {
  readonly opinions: number
  readonly items: number
  readonly responses: number
  readonly pages: number
}

/** The annex (別紙) and the ledger (受付簿), in Japanese: the source by which the English is typed. */
export const annexJa = {
  /** `decided` is null while it is a draft. */
  lead: (call: string, decided: Day | null, { opinions, items, responses, pages }: AnnexCounts) =>
    `${call}の別紙${decided === null ? '（案）' : `（${datesJa.fullDay(decided)}決裁）`}　御意見${opinions}件（${items}項目）、考え方${responses}件、${pages}ページ`,
  empty: '掲載する御意見は、まだありません。',
  asShared: '委員と共有した別紙です。お名前の載せ方と掲載する御意見は、共有したときのとおりです。',
  warnings: (number: number) => `次の${number}件を御確認ください。別紙は、このままでも作成できます。`,
  more: (number: number) => `このほかに${number}件あります。すべて御覧になるときは、--json を付けて実行してください。`,
  nothingToCheck: 'お名前、電話番号、日付、約束の言葉など、特に御確認いただく点は見当たりませんでした。',
  warning: (kind: AnnexWarning['kind'], about: string, words: string) =>
    `・${about}　${annexJa.warned[kind]}${words === '' ? '' : `：「${words}」`}`,
  warned: {
    name: '名簿の方のお名前と思われる言葉',
    'personal-data': '電話番号、メールアドレス、住所などと思われる箇所',
    'unset-day': '委員の御意見にない日や月',
    promise: '約束と受け取られることのある言葉',
    open: '取扱い、回答案または確認が済んでいません',
    outdated: '旧版に対する回答案です',
    polite: '考え方が「です・ます」調です（ほかは「だ・である」調）',
    'not-checked': '文面の確認に、まだ御返事がありません',
  } satisfies Record<AnnexWarning['kind'], string>,
  written: (path: string) => `${path}に書き出しました。`,
  lookNext: {
    docx: 'Wordで開き、ページの変わり目と、上の点を御確認ください。',
    md: '本文と見出しの並びを御確認ください。',
    csv: '表計算ソフトで開けます。1行が1項目です。受付番号は載せていません。',
  },
  /** Without what it ends in. */
  fileName: (id: string, draft: boolean) => `別紙_${id}${draft ? '_案' : ''}`,
  ledgerName: (call: string | null) => `受付簿${call === null ? '' : `_${call}`}`,
  draftMark: 'この別紙は「案」です。委員と共有するまでは「案」と記します。',
  csvDraft: 'この内容は「案」です。CSVには「案」と記していませんので、お取扱いに御注意ください。',
  progress: (done: number, all: number) => `別紙を作成しています（${done}／${all}件）。`,

  ledgerLead: (call: string | null, submissions: number, items: number) =>
    `${call === null ? '' : `${call}の`}受付簿　受付${submissions}件、${items}項目`,
  ledgerNext: '委員のお名前が載っています。お取扱いに御注意ください。御意見の本文は載せていません。',
  ledgerColumns: [
    ...[
      '受付番号',
      '項目',
      '受付日時',
      '期限後',
      '会議',
      '委員',
      '委員番号',
      '種別',
      '提出方法',
      '届いた日',
      '件名',
      '承認・不承認',
    ],
    ...['取扱い', '担当課', '関係課', '期限', '状態', '回答案の版', '旧版に対する回答案', '確認した人', '確認日時'],
    ...['氏名の掲載', '版', '取下げ日時', '消去日時'],
  ],
  kind: { opinion: '意見', none: '意見なし' },
  direct: '本人',
  disposition: {
    answer: '回答する',
    none: '回答不要',
    with: (item: string) => `${item}とまとめて回答`,
  },
  step: queueJa.step,
  printName: (print: boolean): string => (print ? '載せる' : '載せない'),
  yes: '○',
  /** A form that tables of figures sort and read as a time. */
  time: (minute: Minute) => minute.replace('T', ' '),

  refused: {
    'not-staff': officeJa.refused['not-staff'],
    'unknown-annex': (call: string) =>
      call.startsWith('standing-')
        ? `${call}という、共有した別紙は見当たりません。「release show」で番号を御確認ください。`
        : officeJa.refused['unknown-call'](call),
  },
}
