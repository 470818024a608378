import type { Day, Minute } from '../../opinions/day.ts'
import type { Submission, Vote } from '../../opinions/submission.ts'
import { datesJa } from './dates.ts'
import { opinionsJa } from './opinions-ja.ts'

/** What the secretariat reads of its own acts, in Japanese: the source by which the English is typed. */
export const officeJa = {
  and: (names: readonly string[]) => names.join('、'),
  /** 佐藤　一郎（sato）. */
  person: (name: string | null, id: string) => (name === null ? id : `${name}（${id}）`),
  callNamed: (name: string, id: string) => `${name}（${id}）`,
  deadline: (deadline: Minute | null) =>
    deadline === null ? '提出期限なし' : `提出期限 ${datesJa.fullMinute(deadline)}`,

  callOpened: (call: string, asked: number, deadline: Minute | null) =>
    `${call}の意見照会を始めました。お願いする委員は${asked}名、${officeJa.deadline(deadline)}です。`,
  callExtended: (call: string, before: Minute, deadline: Minute) =>
    `${call}の提出期限を、${datesJa.minute(before)}から${datesJa.fullMinute(deadline)}に延ばしました。`,
  callClosed: (call: string) => `${call}の意見照会を締め切りました。今後の御意見は「随時」で承ります。`,
  callsNone: '意見照会はまだありません。',
  calls: (number: number) => `意見照会は次の${number}件です。`,
  callState: (isOpen: boolean): string => (isOpen ? '受付中' : '締切り済み'),
  callLine: (call: string, isOpen: boolean, deadline: Minute | null) =>
    `${call}　${officeJa.callState(isOpen)}　${officeJa.deadline(deadline)}`,
  counts: (opinion: number, none: number, unanswered: number, asked: number) =>
    `提出${opinion}、意見なし${none}、未提出${unanswered}／${asked}名`,
  replies: (number: number) => (number === 0 ? '' : `、委員からの返信あり${number}`),
  standingCount: (number: number) => `随時（standing）　提出${number}`,
  receipt: (receipt: string, replied: boolean) => (replied ? `${receipt}（返信あり）` : receipt),
  filedLine: (receipt: string, person: string | null, live: boolean, replied: boolean) =>
    `・${[officeJa.receipt(receipt, replied), ...(person === null ? [] : [person]), ...(live ? [] : ['取下げ・消去済み'])].join('　')}`,
  form: { meeting: '対面開催', written: '書面開催' },
  approvalAsked: '議事の承認の可否もお尋ねしています。',
  agenda: (titles: readonly string[]) => `議題：${titles.map((title, at) => `${at + 1} ${title}`).join('、')}`,
  documents: (titles: readonly string[]) => `資料：${titles.join('、')}`,
  answered: { opinion: '提出', none: '意見なし' } satisfies Record<Submission['kind'], string>,
  unanswered: '未提出',
  answerLine: (person: string, answer: string, vote: Vote | null, receipts: readonly string[]) =>
    `・${[person, answer, ...(vote === null ? [] : [opinionsJa.vote[vote]]), ...receipts].join('　')}`,
  unansweredLead: (people: readonly string[]) => `未提出（${people.length}名）：${people.join('、')}`,

  undeliveredNone: 'お届けできていないお知らせはありません。',
  undelivered: (number: number) => `お届けできていないお知らせは次の${number}件です。`,
  noPlace: (id: string) => `${id}（お届け先なし）`,
  undeliveredLine: (news: string, place: string, reason: string) => `・${news}　宛先：${place}　${reason}`,
  stuck: {
    failing: (times: number, next: Minute) =>
      `まだお届けできていません。${times}回お送りしましたが、お届けを確認できていません。次は${datesJa.minute(next)}以降にお送りします。`,
    away: 'まだお届けできていません。御本人が端末をまだ開いていませんので、開いたときにお届けします。',
    queued: 'まだお届けできていません。まだお送りしておりませんので、次の配信のときにお送りします。',
  },
  news: {
    receipt: '受付のお知らせ',
    edited: '修正のお知らせ',
    withdrawn: '取下げのお知らせ',
    replied: '御返信の受付のお知らせ',
    'question-back': 'お伺い',
    proof: '文面の確認のお願い',
    'proof-answered': '文面の確認の受付のお知らせ',
    response: '考え方のお知らせ',
    'response-recalled': '考え方の再確認のお知らせ',
    'annex-shared': '別紙のお知らせ',
    'annex-recalled': '別紙の再確認のお知らせ',
    reminder: '提出期限のお知らせ',
    'account-confirmed': '名簿の確認のお知らせ',
    digest: '日次まとめ',
    'turn-reply': 'お返事',
    'submission-card': '提出の内容',
    'submission-act': '取扱いの記録',
    'account-claim': 'アカウントの確認の依頼',
  },
  cardGone: (receipt: string) => `${receipt}は、消去または廃棄されました。`,
  newsAbout: (news: string, about: string) => `${news}（${about}）`,

  part: { members: '委員', staff: '事務局', divisions: '担当課' },
  entries: (part: string, ids: readonly string[]) => `${part}：${ids.join('、')}`,
  rosterImported: '名簿を取り込みました。',
  rosterPreview: 'この名簿を取り込むと、次のとおり変わります。まだ取り込んでおりません。',
  rosterSame: '名簿の内容は、いまの名簿と同じです。',
  acceptHint: '取り込むときは、--accept を付けてもう一度実行してください。',
  added: '追加',
  changed: '変更',
  missing: 'ファイルにない方（名簿には残しています）',
  rosterPart: (lead: string, parts: readonly string[]) => `${lead}　${parts.join('／')}`,
  rosterEmpty: '名簿にはまだどなたも登録されていません。',
  membersLead: (number: number) => `委員（${number}名）`,
  memberLine: (person: string, title: string, terms: readonly (readonly [Day, Day])[], inTerm: boolean) =>
    `・${person}　${title}　${terms.map(([from, to]) => `${datesJa.fullDay(from)}から${datesJa.fullDay(to)}まで`).join('、')}${inTerm ? '' : '（委嘱期間外）'}`,
  staffLead: (number: number) => `事務局（${number}名）`,
  staffLine: (person: string, posts: readonly (readonly [string, Day, Day | null])[], onDuty: boolean) =>
    `・${person}　${posts.map(([post, from, to]) => `${post}（${datesJa.fullDay(from)}から${to === null ? '' : `${datesJa.fullDay(to)}まで`}）`).join('、')}${onDuty ? '' : '（現在の職なし）'}`,
  accounts: (names: readonly string[]) => `アカウント：${names.join('、')}`,
  divisionsLead: (year: number, names: readonly string[]) => `${year}年度の担当課：${names.join('、')}`,
  claimsLead: (number: number) => `確認をお待ちのアカウント（${number}件）`,
  claimGone: 'このアカウントの記録は消去しました。',
  claimDone: (account: string, person: string) => `アカウント（${account}）は、${person}のものと確認しました。`,
  claimLine: (account: string, claimed: string | null, since: Minute) =>
    `・${account}　${claimed === null ? 'お名前の申出なし' : `「${claimed}」と名乗っています`}（${datesJa.minute(since)}から）`,
  accountConfirmed: (account: string, person: string) =>
    `${account}を${person}のアカウントとして確認しました。御本人にお知らせいたします。`,
  accountConfirmedAlready: (account: string) => `${account}は、既に確認が済んでいます。`,
  handedOver: (post: string, from: string, to: string, day: Day) =>
    `${post}を、${datesJa.fullDay(day)}付けで${from}から${to}へ引き継ぎます。前日までは${from}が務めます。`,
  newOnRoster: (person: string) => `${person}を名簿に加えました。`,

  /** `from` is null where it goes out at once. */
  questionAsked: (receipt: string, until: Day | null, from: Minute | null) =>
    `${receipt}についてのお伺いをお預かりしました。${from === null ? '' : `${datesJa.minute(from)}以降に、`}委員へお送りします。${until === null ? '御返信の期限は定めていません。' : `御返信の期限は${datesJa.day(until)}です。`}`,

  /** `what` is a receipt, or a member. */
  erasureRequested: (what: string, until: Minute) =>
    `${what}の消去の申請をお預かりしました。まだ消去しておりません。事務局のほかの方が、申請の内容を確かめた上で消去します。申請は${datesJa.fullMinute(until)}まで有効です。消去したものは元に戻せません。`,
  erasureWaits: '次の消去の申請があります。まだ消去しておりません。申請した方と理由を御確認ください。',
  erasureOf: (member: string | null, receipts: readonly string[]) =>
    `・対象：${[...(member === null ? [] : [`${member}の名簿の記載、アカウント、御意見、下書き`]), ...receipts].join('、')}`,
  erasureAsked: (by: string, since: Minute) => `　申請：${by}　${datesJa.fullMinute(since)}`,
  erasureReason: (reason: string) => `　理由：「${reason}」`,
  erasureUntil: (until: Minute) => `　申請の期限：${datesJa.fullMinute(until)}`,
  eraseHint: '消去するときは、同じものに --yes を付けてもう一度実行してください。消去したものは元に戻せません。',
  erasures: (number: number) => `消去の申請は次の${number}件です。まだ消去しておりません。`,
  erasuresNone: 'お預かりしている消去の申請はありません。',
  erased: (receipt: string) =>
    `${receipt}の文面、提出者、お伺いを消去しました。受付番号と、消去した記録だけが残ります。市ホームページなどに掲載した別紙からは消えません。`,
  memberErased: (id: string) =>
    `${id}の名簿の記載、アカウント、御意見、下書きを消去しました。市ホームページなどに掲載した別紙からは消えません。`,
  withReceipts: (receipts: readonly string[]) => `対象の受付番号：${receipts.join('、')}`,
  noReceipts: '対象の受付番号はありません。',

  /** Where somebody is staff by the roster, and the platform does not have him among the secretariat. */
  barred: {
    gone: 'この操作は、事務局のチームに入っている方から承っております。お使いのアカウントは、いま事務局のチームに見当たりません。チームの所有者に、追加を御依頼ください。',
    unknown:
      '事務局のチームに入っている方かどうかを、いま確かめることができませんでした。何も行っておりません。しばらくしてから、もう一度お試しください。',
  },

  refused: {
    'not-staff':
      'この操作は、事務局の職にある方から承っております。お名前の確認がお済みでない場合は、事務局にお声がけください。',
    'call-exists': (call: string) =>
      `${call}の意見照会は既にあります。別の番号を指定するか、「call show ${call}」で内容を御確認ください。`,
    'approval-not-written':
      '承認の可否は、書面開催の会議でお尋ねするものです。--form written を指定するか、--approval を外してください。',
    'deadline-past': (deadline: Minute) =>
      `${datesJa.fullMinute(deadline)}は既に過ぎています。これからの日時を指定してください。`,
    'closed-day': (day: Day, offered: Day) =>
      `${datesJa.fullDay(day)}は閉庁日です。次の開庁日は${datesJa.fullDay(offered)}（${offered}）です。この日を指定してください。`,
    'nobody-to-ask': (day: Day) =>
      `${datesJa.fullDay(day)}に委嘱期間にある委員が名簿に見当たりません。名簿を御確認ください。`,
    'unknown-members': (names: readonly string[]) =>
      `${officeJa.and(names)}は、名簿に見当たりません。「roster list」でお名前を御確認ください。`,
    'ambiguous-member': (name: string, ids: readonly string[]) =>
      `「${name}」に当たる委員が複数います（${officeJa.and(ids)}）。番号（id）で指定してください。`,
    'not-in-term': (members: readonly string[], day: Day) =>
      `${officeJa.and(members)}は、${datesJa.fullDay(day)}には委嘱期間の外です。名簿を御確認いただくか、この方を除いて指定してください。`,
    'unknown-call': (call: string) => `${call}の意見照会は見当たりません。「call list」で番号を御確認ください。`,
    'call-closed': (call: string, closed: Minute) =>
      `${call}の意見照会は${datesJa.fullMinute(closed)}に締め切っています。改めてお尋ねになるときは、新しい意見照会を始めてください。`,
    'no-deadline': (call: string) =>
      `${call}には提出期限がありませんので、延ばす期限もありません。受付を終えるときは「call close」を実行してください。`,
    'not-later': (deadline: Minute) =>
      `いまの提出期限は${datesJa.fullMinute(deadline)}です。それより後の日時を指定してください。`,
    'id-taken': (ids: readonly string[]) =>
      `${officeJa.and(ids)}は、名簿で別の方の番号（id）です。別の番号を付けてください。`,
    'unknown-account': (account: string) =>
      `${account}というアカウントからは、まだ御連絡がありません。「roster list」で確認をお待ちのアカウントを御覧ください。`,
    'unknown-person': (person: string) =>
      `「${person}」という方は名簿に見当たりません。「roster list」でお名前を御確認ください。`,
    'ambiguous-person': (person: string, ids: readonly string[]) =>
      `「${person}」に当たる方が複数います（${officeJa.and(ids)}）。番号（id）で指定してください。`,
    'somebody-elses': (account: string, holder: string) =>
      `${account}は、${holder}のアカウントとして確認が済んでいます。お心当たりがないときは運用担当に御相談ください。`,
    'no-post': (person: string, day: Day) =>
      `${person}は、${datesJa.fullDay(day)}に引き継ぐ職に就いていません。「roster list」で職と期間を御確認ください。`,
    'several-posts': (person: string, posts: readonly string[]) =>
      `${person}は複数の職に就いています（${officeJa.and(posts)}）。--post でどれかを指定してください。`,
    'id-needed': (person: string) =>
      `${person}は名簿に見当たりません。新しく加えるときは、--id で番号（英小文字と数字）を付けてください。`,
    'same-person': (person: string) =>
      `引き継ぐ方と引き継がれる方が、どちらも${person}です。別の方を指定してください。`,
    'already-holds': (person: string, post: string) => `${person}は、その日に既に${post}に就いています。`,
    'unknown-receipt': (receipt: string) =>
      `${receipt}は、お受けした受付番号の中に見当たりません。番号を御確認ください。`,
    withdrawn: (receipt: string) => `${receipt}は取り下げられていますので、お伺いはお送りしておりません。`,
    erased: (receipt: string) => `${receipt}は消去されていますので、お伺いはお送りしておりません。`,
    'until-past': (until: Day) => `${datesJa.fullDay(until)}は既に過ぎています。きょう以降の日を指定してください。`,
    'another-needed': (by: string, since: Minute) =>
      `消去は二人で行います。${datesJa.fullMinute(since)}に${by}が申請していますので、事務局のほかの方が内容を確かめて消去してください。`,
    'already-erased': (receipt: string, erased: Minute) =>
      `${receipt}は${datesJa.fullMinute(erased)}に消去が済んでいます。`,
    'unknown-member': (member: string) =>
      `「${member}」という委員は名簿に見当たりません。「roster list」でお名前を御確認ください。`,
  },
  yesHint: {
    file: '提出するときは、同じものに --yes を付けてもう一度実行してください。',
    vote: '承認のときは --vote approve を、不承認のときは --vote disapprove を付けて、もう一度実行してください。',
    staff: 'この機械では、--as に名簿のお名前を付けて実行してください。',
    withdraw: '取り下げるときは、--yes を付けてもう一度実行してください。',
  },
}

export type OfficeMessages = typeof officeJa
