import type { Minute } from '../../opinions/day.ts'
import type { Part } from '../../opinions/draft.ts'
import type { News } from '../../opinions/notice.ts'
import type { Refusal } from '../../opinions/refusal.ts'
import type { OnBehalf, Vote } from '../../opinions/submission.ts'
import type { SubmissionState } from '../../opinions/submission-state.ts'
import type { FieldFault } from '../told.ts'
import { datesJa } from './dates.ts'

const count = (number: number) => number.toLocaleString('ja')

/** What members read when they give opinions, in Japanese: the source by which the English is typed. */
export const opinionsJa = {
  standingCall: '随時',
  agendaItem: (number: number, title: string | null) =>
    title === null ? `議題${number}` : `議題${number}「${title}」`,
  wholeSubject: '全般',
  ask: {
    member: 'どの委員の御意見ですか。お名前をお送りください。',
    means: 'どのような方法で届いたものですか。番号でお選びください。',
    day: '届いた日、または発言のあった日をお送りください。例：8月20日',
    call: 'どの意見照会への御意見ですか。番号でお選びください。',
    vote: '議事を承認されますか。番号でお選びください。',
    subject: '何についての御意見ですか。番号でお選びいただくか、事業の番号や言葉でお送りください。',
    text: '御意見の本文をお送りください。何回かに分けてお送りいただいても結構です。まだ受け付けておりません。',
    name: '公表資料にお名前を載せてもよろしいですか。どなたの御意見かは、いずれの場合も事務局が確認いたします。',
  } satisfies Record<Part, string>,
  askNewText:
    '新しい本文をお送りください。いまの本文と入れ替えます。いまの本文のままでよろしければ「以上」とお送りください。',
  askWhatToEdit: 'どこをお直しになりますか。番号でお選びください。',
  part: {
    member: '委員',
    means: '届いた方法',
    day: '届いた日',
    call: '会議',
    vote: '承認・不承認',
    subject: '件名',
    text: '本文',
    name: 'お名前の掲載',
  } as Readonly<Record<string, string>>,
  textTaken: (characters: number) =>
    `本文をお預かりしました（計${count(characters)}字）。まだ受け付けておりません。続きがあれば、そのままお送りください。以上でよろしければ「以上」とお送りください。`,
  textTooLong: (characters: number, longest: number) =>
    `本文は計${count(characters)}字になりました。まだ受け付けておりません。一度にお受けできるのは${count(longest)}字までです。「以上」とお送りいただくと、短くした本文と入れ替えることができます。`,
  textToShorten: (characters: number, longest: number) =>
    `本文は計${count(characters)}字で、一度にお受けできる${count(longest)}字を超えています。まだ受け付けておりません。短くした本文をお送りください。いまの本文と入れ替えます。`,
  textNotKept: (characters: number, longest: number) =>
    `お送りいただいた本文は計${count(characters)}字となり、下書きとしてお預かりできる長さを超えています。ただいまの文は保存しておりませんので、お手元に残してください。まだ受け付けておりません。${count(longest)}字以内に分けてお送りください。`,
  cleaned: (removed: number) =>
    `文字として表せない符号が${count(removed)}か所ありましたので、取り除くか「\u{fffd}」に置き換えました。`,
  subjectNotFound:
    'お送りいただいた言葉に当たる議題や事業は、見つけることができませんでした。番号でお選びいただくか、別の言葉でお送りください。特定のものでなければ「全般」とお送りください。',
  subjectsFound: '次のうち、どれについての御意見ですか。番号でお選びください。',
  partNotUnderstood:
    'お送りいただいた言葉では定めることができませんでした。番号がある場合は番号でお選びください。中断されるときは「やめる」とお送りください。',
  confirmNotUnderstood:
    '提出の前の御確認の途中です。まだ受け付けておりません。番号でお選びください。資料へのお尋ねは「やめる」のあとに承ります。下書きはお預かりしておきます。',

  confirm: '次の内容で提出します。まだ受け付けておりません。御確認ください。',
  confirmEdit: (receipt: string) => `${receipt}を次の内容に修正します。まだ修正しておりません。御確認ください。`,
  callLine: (name: string, deadline: Minute | null) =>
    deadline === null ? `会議：${name}` : `会議：${name}（提出期限 ${datesJa.fullMinute(deadline)}）`,
  subjectLine: (subject: string) => `件名：${subject}`,
  items: (number: number) => `${number}項目`,
  voteLine: (vote: Vote) => `議事：${opinionsJa.vote[vote]}`,
  onBehalfLine: (member: string, means: OnBehalf['means'], day: string) =>
    `代理登録：${member}委員の御意見（${opinionsJa.means[means]}、${datesJa.fullDay(day)}）${means === 'telephone' || means === 'meeting' ? '（事務局聞き取り）' : ''}`,
  split: (starts: readonly string[]) =>
    `項目の分け方：${starts.map((start, at) => `${at + 1}「${start}」`).join('、')}`,
  extract: (text: string, whole: boolean) => (whole ? text : `${text}…`),
  nameKept: 'お名前：事務局が確認し、公表資料には載せません（情報公開条例による開示請求の対象となることがあります）。',
  namePrinted: 'お名前：事務局が確認し、公表資料に載せます。',
  late: '提出期限を過ぎておりますので、「期限後」として受け付けます。',
  join: (parts: readonly string[]) => parts.join('／'),
  personalData: (found: readonly string[], more: boolean) =>
    `念のため、お知らせいたします。本文に、電話番号、住所などの個人情報と思われる記載がございます（${found.map((text) => `「${text}」`).join('、')}${more ? 'ほか' : ''}）。このままの御提出も差し支えありません。`,
  premise: '念のため、お知らせいたします。このままの御提出も差し支えありません。',
  related: (meeting: string) =>
    `（御参考）${meeting}に関連する御意見と考え方がございます。重ねての御提出も差し支えありません。［見る］`,
  references: '関連する御意見と考え方は次のとおりです。',
  noReferences: '関連する御意見と考え方は、公表資料の中に見つけることができませんでした。',

  received: (receipt: string, call: string, items: number | null) =>
    `御意見を承りました。ありがとうございます。受付番号：${receipt}（${call}${items === null ? '' : `、${items}項目`}）`,
  receivedNone: (receipt: string, call: string) =>
    `「意見なし」との御回答を承りました。ありがとうございます。受付番号：${receipt}（${call}）`,
  receivedOnBehalf: (receipt: string, call: string, means: OnBehalf['means'], day: string) =>
    `${datesJa.fullDay(day)}に${opinionsJa.means[means]}でいただいた御意見を、事務局が登録いたしました。受付番号：${receipt}（${call}）`,
  answeredAlready: 'この意見照会への御回答は、次のとおり既に承っております。',
  receivedAt: (minute: Minute) => `受付日時：${datesJa.fullMinute(minute)}`,
  lateMark: '（期限後）',
  changeUntil: (receipt: string, deadline: Minute) =>
    `修正・取下げ：${datesJa.minute(deadline)}まで、「${receipt}」とお送りいただければ承ります。`,
  changeOpen: (receipt: string) =>
    `修正は考え方をお知らせするまで、取下げは公表の前まで、「${receipt}」とお送りいただければ承ります。`,
  withdrawOnly: (receipt: string) => `取下げ：公表の前まで、「${receipt}」とお送りいただければ承ります。`,
  next: '今後：事務局が担当課に確認し、取りまとめの上、この場でお知らせいたします。',
  nextOnBehalf:
    '修正・取下げは、事務局へお申し出ください。事務局が担当課に確認し、取りまとめの上、お知らせいたします。',
  nextNoneOnBehalf: '取下げは、事務局へお申し出ください。',
  edited: (receipt: string, version: number) =>
    `修正を承りました。受付番号：${receipt}（第${version}版）。これまでの文面も保存しております。`,
  withdrawn: (receipt: string, here: boolean) =>
    `${receipt}の取下げを承りました。改めて御意見をお寄せになるときは、${here ? '「意見」と' : '事務局へ'}お送りください。`,
  replied: (receipt: string) =>
    `御返信を承りました。${receipt}への追記としてお預かりいたします。元の文面は変わりません。`,

  submissionLine: (receipt: string, state: string, call: string, subject: string) =>
    `${receipt}　${state}　${call}／${subject}`,
  sender: (name: string | null, id: string) => `提出者：${name === null ? id : `${name}（${id}）`}`,
  cameBy: (means: OnBehalf['means'], day: string, heard: boolean, original: string | null) =>
    `代理登録：${opinionsJa.means[means]}、${datesJa.fullDay(day)}${heard ? '（事務局聞き取り）' : ''}${original === null ? '' : `　原本の照合値 ${original}`}`,
  printing: (print: boolean): string => (print ? 'お名前：公表資料に載せる' : 'お名前：公表資料に載せない'),
  earlierVersion: (version: number, minute: Minute) => `第${version}版（${datesJa.fullMinute(minute)}）`,
  newestVersion: (version: number) => `第${version}版（最新）`,
  none: '意見なし',
  state: {
    received: '受付済み',
    asked: 'お伺い中',
    considering: '検討中',
    answered: '回答済み',
    published: '公表済み',
    withdrawn: '取下げ済み',
    erased: '消去済み',
  } satisfies Record<SubmissionState, string>,
  filedAt: (minute: Minute, version: number) =>
    `受付日時：${datesJa.fullMinute(minute)}${version > 1 ? `（第${version}版）` : ''}`,
  questionLine: (text: string) => `事務局からのお伺い：「${text}」`,
  replyLine: (text: string) => `御返信：「${text}」`,
  mine: (submissions: number) => `これまでにお受けしたものは、次の${submissions}件です。`,
  mineNone: 'お受けした御意見はまだありません。「意見」とお送りいただくと、御意見を承ります。',
  unanswered: (call: string, deadline: Minute | null) =>
    `${call}${deadline === null ? '' : `（提出期限 ${datesJa.minute(deadline)}）`}の御回答を、まだお受けしておりません。「意見」または「意見なし」とお送りください。`,
  draftToo: '書きかけの御意見をお預かりしています。「続き」とお送りいただくと、続きから承ります。',

  voteCast: (vote: Vote) => `承認・不承認：${opinionsJa.vote[vote]}`,
  noneLine: '意見なし',
  askWithdraw: (receipt: string) => `${receipt}を取り下げます。まだ取り下げておりません。`,
  questionBack: (receipt: string, text: string, until: string | null, here: boolean) => [
    `${receipt}について、事務局から確認させていただきたいことがございます。`,
    `「${text}」`,
    `恐れ入りますが、${until === null ? '' : `${datesJa.day(until)}までに、`}${here ? 'このままこちらへ御返信ください。御返信' : '事務局へお知らせください。お知らせいただいた内容'}は追記としてお預かりし、元の文面は変わりません。`,
  ],
  askReply: (receipt: string) =>
    `${receipt}についての事務局からのお伺いへの御返信として、次のとおりお預かりしてよろしいですか。まだ受け付けておりません。`,
  draftWaits:
    '書きかけの御意見をお預かりしています。続きからお書きになるか、破棄して新しくお書きになるか、お選びください。',
  draftKept:
    'お書きになったものは、下書きとして30日間お預かりします。まだ受け付けておりません。「続き」とお送りいただくと、続きから承ります。',
  draftDiscarded: '下書きを破棄しました。提出はされておりません。',
  draftAside:
    '書きかけの御意見をお預かりしています（まだ受け付けておりません。ただいまのお言葉は加えておりません）。「続き」とお送りいただくと、続きから承ります。',
  draftStays: 'お書きになったものは、下書きとしてお預かりしています。「続き」とお送りいただくと、続きから承ります。',
  formNotKept: 'ただいまお送りいただいた本文は保存しておりません。まだ受け付けておりません。',
  notWithdrawn: '取り下げておりません。提出された内容はそのままです。',
  notSent: 'ただいまのお言葉は、お送りしておりません。',
  noDraft: '書きかけの御意見はありません。「意見」とお送りいただくと、御意見を承ります。',
  noCall:
    'ただいま御回答をお願いしている意見照会はありませんので、「意見なし」とはお受けしておりません。御意見は「意見」とお送りいただければ、随時承ります。',
  whichCall: 'どの意見照会への御回答ですか。番号でお選びください。まだ受け付けておりません。',
  noQuestionAsked: '事務局へのお尋ねを、そのままの言葉で「意見」としてお送りください。',
  goesDirect: '続きは、ダイレクトメッセージでお送りします。',
  askName: '事務局が名簿と照らし合わせますので、お名前をお送りください。',
  accountClaimed:
    'お名前を事務局にお伝えします。名簿で確認できましたら、この場でお知らせいたします。下書きがある場合は、そのままお預かりします。',
  accountConfirmed: (address: string, here: boolean) =>
    `${address}名簿で確認できました。${here ? '書きかけの御意見がございましたら「続き」とお送りください。御意見は「意見」とお送りいただければ、委嘱期間中は承ります。' : '御意見は、お名前をお伝えいただいたところで、委嘱期間中は承ります。'}`,
  alreadyConfirmed: '名簿での確認は済んでおります。',
  nameNeeded: 'お名前を、100字以内でお送りください。',
  notTaken: (kept: boolean) =>
    `申し訳ございません。ただいまの処理を終えることができませんでした。今回お送りいただいた内容は、まだ受け付けておりません（受付番号なし）。${kept ? '下書きは、前にお預かりしたところまで保存しております。しばらくしてから「続き」とお送りください。' : 'お送りいただいた文面は保存できておりませんので、お手元に残していただき、しばらくしてからもう一度お送りください。'}`,
  delayed:
    '申し訳ございません。お送りいただいた内容はお預かりしましたが、受付の処理をまだ終えることができておりません（受付番号なし）。自動でやり直し、終わりましたらお知らせいたします。しばらくしてお知らせがないときは、「状況」とお送りください。',
  hurry: (phone: string | null, number: string) =>
    `お急ぎのときは事務局${phone === null ? '' : `（電話${phone}）`}へお願いいたします。（連絡用番号 ${number}）`,
  reminder: (call: string, deadline: Minute, isToday: boolean, here: boolean) =>
    `${call}の御意見の提出期限は、${isToday ? '本日' : ''}${datesJa.minute(deadline)}です。${here ? '御意見がない場合は「意見なし」とお送りください。' : '御意見がない場合も、その旨を事務局へお知らせください。'}既に郵送、メール等でお送りいただいている場合は、行き違いを御容赦ください。`,
  address: (name: string, title: string) => `${name}${title}、`,

  /** To staff, who see every submission but change only what they filed. */
  notOnBehalf:
    'その番号の御意見は見当たらないか、委員御本人が提出されたものです。修正、取下げ、御返信は御本人から承り、事務局が代わりに行えるのは代理登録したものに限ります。「opinion status 受付番号」で御確認ください。',
  refused: {
    'not-on-roster': '御意見の提出と御回答は、名簿で確認できた委員の方から承っております。まだ受け付けておりません。',
    'term-ended': '委嘱期間の外ですので、まだ受け付けておりません。事務局へ直接お寄せいただくことができます。',
    'staff-names-member': 'まだ受け付けておりません。どの委員の御意見かを指定してください。',
    'own-only': '代理での登録は、事務局から承っております。まだ受け付けておりません。',
    'member-unknown': '指定された委員は、名簿に見当たりません。まだ受け付けておりません。',
    'call-not-open':
      'お選びの意見照会は、受付を終えているか、お願いの対象ではありません。まだ受け付けておりません。「直す」から「随時」をお選びいただけば承ります。',
    incomplete: '本文などがまだそろっておりません。まだ受け付けておりません。「続き」とお送りください。',
    'too-long': '本文が10,000字を超えています。まだ受け付けておりません。「直す」から短くしたものをお送りください。',
    'subject-unknown':
      '件名の議題や事業が、資料に見当たりません。まだ受け付けておりません。「直す」からお選び直しください。',
    'vote-missing': '承認されるかどうかを、お選びください。まだ受け付けておりません。',
    'unknown-receipt':
      'お送りいただいた番号は、お受けした受付番号の中に見当たりません。番号をお確かめください。「状況」とお送りいただくと、これまでにお受けしたものをお示しします。',
    'changed-meanwhile':
      'その間に内容が変わりましたので、提出しておりません。「続き」または「状況」で、いまの内容をお確かめください。',
    unchanged: '元の内容と同じですので、修正しておりません。',
    'edit-over': '修正をお受けできる期間を過ぎていますので、修正しておりません。新しい御意見として承ることはできます。',
    'withdrawn-before': '取下げ済みの御意見ですので、修正しておりません。新しい御意見として承ることはできます。',
    'withdraw-over': '公表済みですので、取下げは承っておりません。事務局へ直接お申し出ください。',
    'no-question': '御返信をお待ちしているお伺いは、ただいまありません。',
  } satisfies Record<Refusal, string>,
  fields: {
    call: {
      missing: '意見照会を、2026-1のような番号（随時は standing）で指定してください',
      unknown: '意見照会が見当たらないか、受付を終えています。番号を御確認ください',
    },
    subject: {
      unknown: '件名に当たる議題や事業が見当たりません。「No.40」「議題1」「全般」のように指定してください',
      several: '件名に当たる事業が複数あります。番号で指定してください',
    },
    text: { missing: '本文がありません', 'too-long': '本文が長すぎます' },
    vote: {
      missing: '承認・不承認を approve か disapprove で指定してください',
      unknown: '承認・不承認は approve か disapprove で指定してください',
    },
    member: {
      unknown: '委員が名簿に見当たりません。お名前を御確認ください',
      several: '同じ名前の委員が複数いらっしゃいます。名簿のIDで指定してください',
    },
    means: { unknown: '届いた方法は mail、post、fax、telephone、meeting のいずれかです' },
    day: { unknown: '届いた日を、きょうまでの日付で指定してください' },
    original: { unknown: '原本の照合値は、SHA-256を16進数64桁で指定してください' },
  } as Readonly<Record<FieldFault['field'], Partial<Readonly<Record<FieldFault['why'], string>>>>>,
  fieldLine: (text: string) => `・${text}`,
  fieldsLead: '次の点を御確認ください。まだ受け付けておりません。',
  textLength: (characters: number, longest: number) => `（${count(characters)}字。${count(longest)}字まで）`,

  vote: { approve: '承認', disapprove: '不承認' } satisfies Record<Vote, string>,
  means: {
    mail: 'メール',
    post: '郵送',
    fax: 'ファクス',
    telephone: '電話',
    meeting: '会議での御発言',
  } satisfies Record<OnBehalf['means'], string>,
  choice: {
    source: '出典を見る',
    'about-answer': 'この回答について',
    'ask-secretariat': '事務局に質問する',
    opinion: '意見を書く',
    'as-new': '新しい御意見として提出する',
    greeting: 'はじめに',
    'text-done': '以上',
    references: '見る',
    edit: '直す',
    file: '提出する',
    'file-whole': '分けずに提出する',
    stop: 'やめる',
    continue: '続きから書く',
    discard: '破棄する',
    none: '意見なし',
    mine: '状況',
    'edit-filed': '直す',
    withdraw: '取り下げる',
    'withdraw-now': '取り下げる',
    reply: 'はい（返信する）',
    'not-reply': 'いいえ（資料へのお尋ね）',
    claim: '名前を伝えて確認を依頼する',
    ask: '質問する',
    proof: '文面の確認',
    'proof-agree': 'このままでよい',
    'proof-correct': '直したいところがある',
    'send-correction': 'この内容で伝える',
    annex: '別紙',
    keep: '載せない',
    print: '載せる',
  },
  mail: {
    to: (name: string, title: string) => `${name}${title}`,
    lead: (committee: string) => `${committee}の事務局からのお知らせです。`,
    subject: (what: string, committee: string) => `${what}　${committee}`,
    about: (what: string, about: string) => `${what}（${about}）`,
    news: {
      receipt: '受付のお知らせ',
      edited: '修正の受付のお知らせ',
      withdrawn: '取下げの受付のお知らせ',
      replied: '御返信の受付のお知らせ',
      'question-back': '御意見についてのお伺い',
      proof: '御意見の文面の確認のお願い',
      'proof-answered': '文面の確認の受付のお知らせ',
      response: '御意見に対する考え方のお知らせ',
      'response-recalled': '考え方の再確認のお知らせ',
      'annex-shared': '別紙のお知らせ',
      'annex-recalled': '別紙の再確認のお知らせ',
      reminder: '提出期限のお知らせ',
      'account-confirmed': '名簿での確認のお知らせ',
      digest: '日次まとめ',
      'turn-reply': 'お返事',
      'submission-card': '提出の内容',
      'submission-act': '取扱いの記録',
      'account-claim': 'アカウントの確認の依頼',
    } satisfies Record<News['kind'], string>,
  },
  byMail: (committee: string) =>
    `このメールは、${committee}の事務局から自動でお送りしています。御返信をお受けすることはできませんので、御用の際は事務局へ直接お願いいたします。`,
  heardWords: '事務局が聞き取った内容は次のとおりです。相違がありましたら、事務局へお知らせください。',
  offer: '事務局へのお尋ねとしてお預かりすることもできます。',
  opinions: '御意見は「意見」とお送りください。受付番号をお返しし、事務局が取りまとめて回答いたします。',
  privacy: 'お尋ねの文面は、「事務局に質問する」を選ばれた場合に限り事務局にお届けします。',
}

export type OpinionMessages = typeof opinionsJa
