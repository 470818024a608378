import type { Day, Minute } from '../../opinions/day.ts'
import type { ProofState } from '../../opinions/proof.ts'
import { datesJa } from './dates.ts'
import { officeJa } from './office-ja.ts'

const list = (ids: readonly string[]) => ids.join('、')
const named = (item: string | null) => (item === null ? '' : `${item}：`)

/** Looking over what will be printed, sharing and publishing (文面の確認、委員共有、公表), in Japanese: the source by which the English is typed. */
export const releaseJa = {
  unpublished: '公表前（委員限り）：市ホームページへの掲載までは、お取扱いに御配慮をお願いいたします。',
  publishedAt: (day: Day, address: string) => `公表済み：${datesJa.fullDay(day)}　${address}`,

  proof: {
    lead: (receipt: string) => `${receipt}の御意見は、別紙に次の文面で掲載する予定です。御確認をお願いいたします。`,
    anew: (receipt: string) =>
      `${receipt}の文面は、その後変わりました。ただいまのお答えは、まだ承っておりません。恐れ入りますが、いまの文面を改めて御確認ください。`,
    unchanged: (item: string | null) => `${named(item)}お書きになったとおりの文面です。`,
    changed: (item: string | null) => `${named(item)}お書きになった文面から、次のとおり改めます。`,
    rewritten: (item: string | null) =>
      `${named(item)}お書きになった文面から多くの箇所を改めますので、全体を御覧ください。お書きになった文面は次のとおりです。`,
    difference: {
      changed: (before: string, after: string) => `・「${before}」は「${after}」に改めます。`,
      removed: (before: string) => `・「${before}」は削ります。`,
      added: (after: string, behind: string | null) =>
        behind === null ? `・冒頭に「${after}」を加えます。` : `・「${behind}」のあとに「${after}」を加えます。`,
    },
    lineBreak: '（改行）',
    whole: '掲載する文面は次のとおりです。',
    answered: {
      agreed: '「このままでよい」とのお答えを承っています。',
      correction: '直したいところを承っています。',
    },
    answer: (until: Day, over: boolean, here: boolean) => {
      const how = here
        ? 'このままでよろしければ「このままでよい」、直したいところがございましたら「直したいところがある」とお送りください。'
        : 'このままでよろしいか、直したいところがあるかを、事務局へお知らせください。'
      return over
        ? `${how}${datesJa.day(until)}までにお答えをいただいておりませんので、委員の皆様へのお知らせまでにお答えがない場合は、この文面のまま掲載いたします。`
        : `${how}${datesJa.day(until)}までにお答えがない場合は、この文面のまま掲載いたします。`
    },
    taken: {
      agreed: (receipt: string) => `${receipt}の文面をこのまま掲載することを承りました。ありがとうございます。`,
      correction: (receipt: string) =>
        `${receipt}について、直したいところを承りました。事務局で確認いたします。お書きになった元の文面は変わりません。`,
    },
    askText: (receipt: string) => `${receipt}の文面の、どこをどのように直すかをお送りください。まだ承っておりません。`,
    confirm: (receipt: string) =>
      `${receipt}の直したいところとして、次のとおりお預かりしてよろしいですか。まだ承っておりません。`,
    tooLong: (characters: number, longest: number) =>
      `お送りいただいた文は${characters.toLocaleString('ja')}字で、一度にお受けできる${longest.toLocaleString('ja')}字を超えています。まだ承っておりません。短くしてお送りください。`,
    noneForStaff:
      'その番号の文面の確認は、お願いしていないか、委員御本人からお答えいただくものです。事務局が代わりにお答えを入れられるのは、代理登録したものに限ります。「release show」で御確認ください。',
    none: '御確認をお願いしている文面は、ただいまありません。「状況」とお送りいただくと、これまでにお受けしたものをお示しします。',
    waiting: (receipts: readonly string[]) =>
      `別紙に掲載する文面の確認をお願いしています（${list(receipts)}）。「文面」とお送りいただくと、お示しします。`,
    which: 'どの御意見の文面についてですか。番号でお選びください。まだ承っておりません。',
  },

  response: {
    lead: (receipt: string) => `${receipt}の御意見について、考え方を取りまとめましたのでお知らせいたします。`,
    opinion: (text: string) => `【御意見】「${text}」`,
    response: (text: string) => `【事務局の考え方】「${text}」`,
    none: '（回答不要）承りました御意見として別紙に掲載いたします。個別の回答はございません。',
    ask: (receipt: string, here: boolean) =>
      here
        ? `この考え方についてのお尋ねは、「${receipt}」とお送りいただき、「事務局に質問する」をお選びください。別紙の全体は「別紙」とお送りいただくと御覧いただけます。`
        : 'この考え方についてのお尋ねや、別紙の全体を御覧になりたいときは、事務局へお申し出ください。',
    recalled: (receipt: string) =>
      `先にお知らせした${receipt}の考え方は、改めて確認しております。確認が終わりましたらお知らせいたしますので、先のものはお使いにならないようお願いいたします。`,
  },

  annex: {
    shared: (call: string, here: boolean) =>
      `${call}の御意見と考え方を、別紙に取りまとめましたのでお知らせいたします。${here ? '「別紙」とお送りいただくと御覧いただけます。' : '内容は次のとおりです。'}`,
    recalled: (call: string) =>
      `先にお知らせした${call}の別紙は、改めて確認しております。確認が終わりましたらお知らせいたしますので、先のものはお使いにならないようお願いいたします。`,
    none: '新しくお示しできる別紙は、ただいまありません。これまでの公表資料については、事業の番号や言葉でお尋ねください。',
    title: (call: string, from: number, to: number, total: number) =>
      from === 1 && to === total
        ? `${call}　別紙（全${total}欄）`
        : `${call}　別紙（全${total}欄のうち、上から${from}つ目から${to}つ目まで）`,
    head: (row: number, subject: string, speaker: string) =>
      `${row}　${subject}${speaker === '' ? '' : `　${speaker}`}`,
    letter: (letter: string) => `委員${letter}`,
    heard: '（事務局聞き取り）',
    unanswered: '【事務局の考え方】（記載なし）',
    from: (row: number) => `上から${row}つ目の欄から見る`,
    of: (call: string) => `${call}の別紙`,
  },

  printSet: (item: string) => `${item}を次の文面で掲載します。`,
  printAsWritten: (item: string) => `${item}は、委員がお書きになったとおりに掲載します。`,
  printHint: '委員に御確認いただくには「release check」を実行してください。前の文面での御確認は、数えません。',
  proofsSent: (call: string, receipts: readonly string[], until: Day, from: Minute | null) =>
    `${call}の文面の確認を、${receipts.length}件お預かりしました（${list(receipts)}）。${from === null ? '' : `${datesJa.minute(from)}以降に、`}委員へお送りします。お答えの期限は${datesJa.fullDay(until)}です。`,
  settled: (receipts: readonly string[]) =>
    `御確認が済んだもの、お答えを待っているものは、お送りしません（${list(receipts)}）。もう一度お送りするときは、受付番号を指定してください。`,
  shared: (call: string, submissions: number, members: number, from: Minute | null) =>
    `${call}の別紙（${submissions}件）を委員共有としました。${from === null ? '' : `${datesJa.minute(from)}以降に、`}委員${members}名へお知らせします。`,
  unreached: (names: readonly string[]) =>
    `次の委員には、お届けする先が登録されていません（${list(names)}）。別紙は、郵送などでお渡しください。登録されますと、お知らせいたします。`,
  closedToo: '提出期限を過ぎていましたので、意見照会も締め切りました。',
  undoUntil: '取りやめるときは、きょうのうちに「release undo」を実行してください。',
  published: (call: string, submissions: number, day: Day, address: string) =>
    `${call}の別紙（${submissions}件）を公表済みとしました（${datesJa.fullDay(day)}　${address}）。`,
  shareUndone: (call: string, stopped: number, recalled: number, from: Minute | null) =>
    `${call}の委員共有を取りやめました。お届けする前のお知らせ${stopped}件は取り除きました。${recalled === 0 ? '' : `お届けした${recalled}件には、${from === null ? '' : `${datesJa.minute(from)}以降に、`}改めて確認している旨をお知らせします。`}`,
  staysClosed: '意見照会は締め切ったままです。',
  publishUndone: (call: string) => `${call}の公表を取りやめました。委員共有の状態に戻しました。`,

  show: {
    call: (call: string, isOpen: boolean, deadline: Minute | null) => officeJa.callLine(call, isOpen, deadline),
    standing: '随時（standing）',
    shared: (id: string, submissions: number, at: Minute, decided: Day, number: string, post: string) =>
      `　委員共有（${id}）：${datesJa.fullMinute(at)}　${submissions}件　決裁日 ${datesJa.fullDay(decided)}、決裁番号 ${number}、決裁者 ${post}`,
    unshared: (submissions: number) => `　委員共有の前の御意見：${submissions}件`,
    ready: '　そろっています。「release share」で委員共有ができます。',
    closeFirst: '　項目はそろっています。提出期限を過ぎるか「call close」のあとに、委員共有ができます。',
    toPublish: (id: string) => `　公表したときは「release publish --call ${id}」で日付と掲載先をお知らせください。`,
    below: (text: string) => `　${text}`,
    check: (receipt: string, state: string) => `・${receipt}　${state}`,
    state: {
      none: () => '文面の確認はまだお願いしていません',
      outdated: () => 'お願いした後に文面が変わりました',
      waiting: (until) => `お答えを待っています（${datesJa.day(until)}まで）`,
      over: (until) => `お答えなし（${datesJa.day(until)}まで、この文面のまま掲載します）`,
      agreed: () => 'このままでよいとのお答え',
      correction: () => '直したいところがあるとのお答え',
    } satisfies Record<ProofState, (until: Day) => string>,
  },
  missing: {
    line: (text: string) => `・${text}`,
    open: (items: readonly string[]) =>
      `取扱いや考え方が決まっていない項目（${items.length}）：${list(items)}　「queue list」で御覧の上、取扱い、考え方、確認を済ませてください。`,
    outdated: (items: readonly string[]) =>
      `旧版に対する回答案（${items.length}）：${list(items)}　いまの文面に合わせた考え方を入れてください。`,
    unseen: (receipts: readonly string[]) =>
      `委員がまだ御覧になっていない文面（${receipts.length}）：${list(receipts)}　「release check」で御確認をお願いするか、「release print 項目の番号 --as-written」で元の文面に戻してください。`,
    waiting: (receipts: readonly string[], until: Day) =>
      `文面の確認のお答えを待っているもの（${receipts.length}）：${list(receipts)}　お答えがそろうか、${datesJa.day(until)}が過ぎると進められます。`,
    corrections: (receipts: readonly string[]) =>
      `直したいところがあるとのお答え（${receipts.length}）：${list(receipts)}　「release print」で文面を改め、「release check」でもう一度御確認をお願いしてください。`,
  },

  refused: {
    'not-staff': officeJa.refused['not-staff'],
    'unknown-call': officeJa.refused['unknown-call'],
    'until-past': officeJa.refused['until-past'],
    'closed-day': officeJa.refused['closed-day'],
    'unknown-item': (item: string) =>
      `${item}という項目は見当たりません。受付番号と項目の番号（R8-012-1）を御確認ください。`,
    'item-gone': (item: string, into: string | null) =>
      into === null
        ? `${item}は、委員の修正によりなくなりました。受付番号で、いまの項目を御確認ください。`
        : `${item}は${into}にまとめられています。${into}を指定してください。`,
    'item-withdrawn': (item: string) => `${item}の御意見は取り下げられています。掲載する文面は変えておりません。`,
    'item-shared': (item: string) =>
      `${item}は委員共有が済んでいますので、掲載する文面は変えておりません。きょう共有したものは、「release undo」で取りやめてから直せます。`,
    'already-shared': (call: string, at: Minute) =>
      `${call}は${datesJa.fullMinute(at)}に委員共有が済んでいます。「release show」で御確認ください。`,
    'not-to-check': (receipts: readonly string[]) =>
      `${list(receipts)}は、この意見照会の、文面の確認をお願いできる御意見の中に見当たりません（取り下げられたもの、委員共有が済んだものを含みます）。受付番号を御確認ください。`,
    'nothing-to-check': (call: string) =>
      `${call}には、新しく文面の確認をお願いする御意見がありません。もう一度お送りするときは、受付番号を指定してください。`,
    'call-open': (call: string, deadline: Minute | null) =>
      deadline === null
        ? `${call}はまだ受付中です。「call close」で締め切ってから、委員共有をしてください。`
        : `${call}は${datesJa.fullMinute(deadline)}まで受付中です。期限が過ぎてから、または「call close」で締め切ってから、委員共有をしてください。`,
    'nothing-to-share': (call: string) =>
      `${call}には、委員共有の前の御意見がありません。「release show」で御確認ください。`,
    'not-ready': (call: string) => `${call}には、まだそろっていないものがありますので、委員共有をしておりません。`,
    'decided-later': (decided: Day) =>
      `決裁日の${datesJa.fullDay(decided)}はまだ来ていません。決裁が済んでから、その日付で実行してください。`,
    'not-shared': (call: string) => `${call}はまだ委員共有をしていません。先に「release share」を実行してください。`,
    'nothing-to-undo': (call: string) =>
      `${call}には、委員共有をした別紙がありませんので、取りやめるものはありません。「release show」で御確認ください。`,
    'which-release': (releases: readonly string[]) =>
      `公表の前の別紙が複数あります（${list(releases)}）。--call でどれかを指定してください。`,
    'already-published': (call: string, day: Day) =>
      `${call}は${datesJa.fullDay(day)}付けで公表済みです。「release show」で御確認ください。`,
    'before-share': (day: Day, shared: Day) =>
      `${datesJa.fullDay(day)}は、委員共有の日（${datesJa.fullDay(shared)}）より前です。公表した日を御確認ください。`,
    'day-later': (day: Day) =>
      `${datesJa.fullDay(day)}はまだ来ていません。公表されてから、その日付で実行してください。`,
    'undo-over': {
      share: (call: string, day: Day) =>
        `${call}の委員共有は${datesJa.fullDay(day)}のもので、取りやめられるのはその日のうちに限られます。内容の訂正は、委員の皆様へ事務局からお知らせください。`,
      publish: (call: string, day: Day) =>
        `${call}の公表の登録は${datesJa.fullDay(day)}のもので、取りやめられるのはその日のうちに限られます。掲載先での訂正をお願いいたします。`,
    },
  },
}

export type ReleaseMessages = typeof releaseJa
