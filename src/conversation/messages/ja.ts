import type { Day } from '../../opinions/day.ts'
import type { Aspect } from '../../questions/answer.ts'
import type { Citation, GlossBy } from '../../questions/citation.ts'
import type { PublishedDocument } from '../../record/public-record.ts'
import type { Speaker } from '../../record/schema.ts'
import { annexJa } from './annex-ja.ts'
import { datesJa } from './dates.ts'
import { dialogsJa } from './dialogs-ja.ts'
import { digestJa } from './digest-ja.ts'
import { explainJa } from './explain-ja.ts'
import { facesJa } from './faces-ja.ts'
import { filesJa } from './files-ja.ts'
import { formsJa } from './forms-ja.ts'
import { inquiryJa } from './inquiry-ja.ts'
import { modelJa } from './model-ja.ts'
import { officeJa } from './office-ja.ts'
import { opinionsJa } from './opinions-ja.ts'
import { queueJa } from './queue-ja.ts'
import { releaseJa } from './release-ja.ts'
import { sheetJa } from './sheet-ja.ts'

/** Every sentence that members and staff read, in Japanese: the source by which the English is typed. */
export const ja = {
  opinions: opinionsJa,
  office: officeJa,
  queue: queueJa,
  inquiry: inquiryJa,
  annex: annexJa,
  release: releaseJa,
  sheet: sheetJa,
  files: filesJa,
  dialogs: dialogsJa,
  faces: facesJa,
  forms: formsJa,
  digest: digestJa,
  model: modelJa,
  explain: explainJa,
  dates: datesJa,
  /** ×（未実施） where the record explains the sign, else the sign's name: ◎（二重丸）. */
  rating: (sign: string, meaning: string | null, signName: string | undefined) =>
    meaning !== null ? `${sign}（${meaning}）` : signName === undefined ? sign : `${sign}（${signName}）`,
  project: (number: number, title: string | null) => (title === null ? `No.${number}` : `No.${number}「${title}」`),
  area: (number: number, title: string) => `政策分野${number}「${title}」`,
  meeting: (meeting: PublishedDocument['meeting']) => meeting.name,
  and: (names: readonly string[]) => names.join('、'),
  speakerName: { member: '委員の御意見', secretariat: '事務局の考え方', document: '資料の記載' } satisfies Record<
    Speaker,
    string
  >,
  speakerLabel: (speaker: Speaker) => `【${ja.speakerName[speaker]}】`,
  quote: (quote: string, whole: boolean) => (whole ? `「${quote}」` : `「${quote}」（以下略）`),
  extract: (quote: string) => `「${quote}」`,
  placeOf: ({ document, position }: Pick<Citation, 'document' | 'position' | 'speaker'>, column: string | null) =>
    `${document.meeting.name} ${document.title} ${place(position, column)}`,
  source: (citation: Pick<Citation, 'document' | 'position' | 'speaker'>, column: string | null): string =>
    `出典：${ja.placeOf(citation, column)}`,
  sourceRows: (
    { document, position }: Pick<Citation, 'document' | 'position'>,
    rows: readonly number[],
    column: string,
  ) => `出典：${document.meeting.name} ${document.title} ${cellPlace(position, rows, column)}`,
  sourceLines: (source: string, from: number, to: number) =>
    `${source}（原文${from === to ? from : `${from}〜${to}`}行目）`,
  /** What stands behind a source: who may see it, where it was published, whose item it is. */
  marked: (source: string, marks: readonly string[]) => [source, ...marks].join('　'),
  membersOnly: '公表前（委員限り）',
  publishedAt: (day: Day, address: string) => `${datesJa.fullDay(day)}公表 ${address}`,
  gloss: null as ((gloss: string, by: 'record' | GlossBy) => string) | null,

  reason: (project: string, rating: string) =>
    `${project}が${rating}とされた理由について、事務局は次のとおり回答しています。`,
  reasonByMember: (project: string, rating: string) =>
    `${project}が${rating}とされた理由について、次の記載があります。`,
  ratingIs: (project: string, rating: string, of: string | null) =>
    of === null
      ? `${project}の評価は、資料では${rating}と記載されています。`
      : `${project}の評価は、評価指標「${of}」について${rating}と記載されています。`,
  ratingUnstated: (project: string) => `${project}の評価は、公表資料に記載がありません。`,
  ratingDiffers: (project: string, asked: string, rating: string) =>
    `${project}の評価は、資料では${asked}ではなく${rating}と記載されています。`,
  signUnexplained: (rating: string) => `${rating}の意味の説明は、公表資料に記載がありません。`,
  signMeans: (sign: string, meaning: string) => `${sign}は、資料では「${meaning}」と記載されています。`,
  signMeansNot: (sign: string, meaning: string, asked: string) =>
    `${sign}は、資料では「${asked}」ではなく「${meaning}」と記載されています。`,
  indicator: (project: string, indicator: string) =>
    `${project}の評価指標として、資料に「${indicator}」が記載されています。`,
  projectIs: (project: string) => `お尋ねの事業は、資料では${project}と記載されています。`,
  projectsAre: '資料に番号の記載がある事業は、次のとおりです。',
  otherList: (meeting: string, document: string, project: string) =>
    `なお、${meeting} ${document}では、${project}と記載されています。`,
  titleDiffers: (project: string, asked: string) =>
    `資料では、${project}です。${asked}とは別の事業として記載されています。`,
  set: (name: string, count: number) => `「${name}」として、資料に次の${count}事業が記載されています。`,
  setRest: (name: string, count: number) => `「${name}」のうち、ほかの${count}事業は次のとおりです。`,
  setDiffers: (name: string, count: number) => `資料で「${name}」とされているのは、次の${count}事業です。`,
  status: (area: string) => `${area}の状況について、次の記載があります。`,
  statusDiffers: (area: string, asked: string) =>
    `${area}について、「${asked}」との記載は見当たりません。次の記載があります。`,
  areas: '資料に記載がある政策分野は、次のとおりです。',
  agenda: (meeting: string) => `${meeting}の議題は、次のとおりです。`,
  ofMeeting: (document: string) => `この${document}は、次の会議のものです。`,
  citedDocument: (name: string, title: string) =>
    `${name}は、資料では「${title}」として挙げられています。${name}の本文は、ここには収めておりません。`,
  said: {
    member: '委員の御意見に、次の記載があります。',
    secretariat: '事務局は次のとおり回答しています。',
    document: '資料に、次の記載があります。',
    both: '次の御意見と、事務局の考え方が記載されています。',
  },
  saidOf: (project: string) => `${project}について、`,
  related: 'お尋ねの点そのものの記載は見当たりませんが、関連して次の記載があります。',
  reasonRelated: 'お尋ねの理由として明記されたものは見当たりませんが、関連して次の記載があります。',
  responseUnstated: 'この御意見に対する事務局の考え方は、資料に記載がありません。御意見は次のとおりです。',
  amountDiffers: 'お尋ねにある数は、資料の記載と異なります。資料の記載は次のとおりです。',
  speakerDiffers: {
    member: 'この点は、事務局の考え方ではなく、委員の御意見に記載されています。',
    secretariat: 'この点は、委員の御意見ではなく、事務局の考え方に記載されています。',
  },
  notDecided: '決定したとの記載は、資料にありません。記載は次のとおりです。',
  candidates: (aspect: Aspect) =>
    `どの事業の${aspect === 'reason' ? '評価の理由' : '評価'}についてのお尋ねでしょうか。番号をお知らせください。`,

  numberUnknown: (numbers: readonly number[]) =>
    `${numbers.map((number) => `No.${number}`).join('、')}という番号の事業は、公表資料に記載がありません。`,
  lacks: (project: string, aspect: Aspect) =>
    `${project}の${{ ...sheetJa.fields, reason: '評価の理由', other: 'お尋ねの点' }[aspect]}は、公表資料に記載がありません。`,
  areaUnknown: (numbers: readonly number[]) => `政策分野${numbers.join('、')}の名称等は、公表資料に記載がありません。`,
  countUnstated: 'お尋ねの件数は、公表資料に記載がありません。',
  yearNotHeld: (year: string) => `${year}についてのお尋ねの記載は、公表資料にありません。`,
  notFound: {
    matter: 'お尋ねの点は、公表資料の中に見つけることができませんでした。',
    amount: 'お尋ねの数は、公表資料の中に見つけることができませんでした。',
    time: 'お尋ねの時期や日付は、公表資料の中に見つけることができませんでした。',
    name: 'お尋ねの名称やお名前は、公表資料の中に見つけることができませんでした。',
    place: 'お尋ねの場所は、公表資料の中に見つけることができませんでした。',
    contact: 'お尋ねの連絡先等は、公表資料の中に見つけることができませんでした。',
    money: 'お尋ねの金額は、公表資料の中に見つけることができませんでした。',
  },
  outOfScope: (committee: string) =>
    `申し訳ございません。${committee}の公表資料についてのお尋ねに、お答えしております。`,
  elsewhere: (committee: string) =>
    `お尋ねは、${committee}の公表資料に記載のない地域や会議についてのものと思われます。`,
  lookedIn: (documents: readonly string[]) => `確認した資料：${documents.join('、')}`,
  document: (meeting: string, title: string, pages: number | null) =>
    pages === null ? `${meeting} ${title}` : `${meeting} ${title}（全${pages}ページ）`,
  also: 'なお、次の記載もあります。',
  nearest: '関連して、次の記載があります。',
  secretariatCanBeAsked: '資料にない点は、事務局へ直接お尋ねください。',
  secretariatPhone: (number: string, hours: string) => `事務局：電話${number}（${hours}）`,

  greeting: (committee: string, example: string | null) => [
    `${committee}の自動応答です。事務局が運用しています。`,
    `・公表資料についてのお尋ねに、資料の文言のままお答えします。${example === null ? '' : `例：「${example}」`}`,
    `・${opinionsJa.opinions}`,
    `正確な内容は資料の原文を御確認ください。${opinionsJa.privacy}`,
  ],
  /** In a place where others read along. */
  introduction: (committee: string, example: string | null) => [
    `${committee}の自動応答です。事務局が運用しています。`,
    `・ここでは、この自動応答を呼び出して（@）お尋ねいただくと、公表資料の文言のままお答えします。${example === null ? '' : `例：「${example}」`}`,
    '・御意見の受付と、公表前の内容についてのお答えは、ここでは行わず、お一人ずつのダイレクトメッセージで承ります。',
  ],
  /** Questions that are suggested. */
  suggest: {
    rating: (number: number) => `No.${number}の評価は何ですか`,
    opinions: (number: number) => `No.${number}への御意見と考え方を教えてください`,
    howTo: '意見を出すにはどうすればよいですか',
  },
  example: (number: number, sign: string) => `No.${number}はなぜ${sign}ですか`,
  help: [
    '事業の番号や名称、評価、御意見、考え方などについて、ふだんの言葉でお尋ねください。',
    '続けて「その理由は？」のようにもお尋ねいただけます。',
    '「出典」とお送りいただくと、直前のお答えの記載箇所の全文をお示しします。',
    '資料に記載のないことは、記載がないとお答えします。',
    '御意見は「意見」、お受けしたものの確認は「状況」、中断は「やめる」、再開は「続き」とお送りください。',
  ],
  thanks: '恐れ入ります。ほかにもお尋ねがありましたら、お送りください。',
  giveOpinion: '御意見は、対話の中で「意見」とお送りいただくと承ります。',
  empty: 'お尋ねになりたいことを、そのままの言葉でお送りください。使い方は「ヘルプ」とお送りください。',
  tooLong: (longest: number) =>
    `お尋ねが長いため、お答えの対象を定めることができませんでした。${longest.toLocaleString('ja')}字以内でお送りください。`,
  noSource: 'お示しする出典がまだありません。先にお尋ねをお送りください。',
  fullPassage: '記載箇所の全文は次のとおりです。',
}

function cellPlace(position: Citation['position'], rows: readonly number[], column: string): string {
  const sheet = position !== null && 'sheet' in position ? position.sheet : null
  return `${sheet === null ? '' : `シート「${sheet}」 `}${rows.map((row) => `${row}行`).join('、')} ${column}列`
}

function place(position: Citation['position'], column: string | null): string {
  if (position === null) return '冒頭'
  if ('column' in position) return cellPlace(position, [position.row], position.column)
  const side = column === 'left' ? '左' : '右'
  return position.rowsOnPage === 1
    ? `${position.page}ページ ${side}の欄`
    : `${position.page}ページ 上から${position.row}つ目の欄（${side}）`
}

export type Messages = typeof ja
