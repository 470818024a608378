import type { Day, Minute } from '../../opinions/day.ts'
import type { DueDay, Overdue } from '../../opinions/due-state.ts'
import type { QueueStep } from '../../opinions/queue-step.ts'
import { datesJa } from './dates.ts'

const list = (items: readonly (string | number)[]) => items.join('、')
const inBrackets = (items: readonly string[]) => (items.length === 0 ? '' : `（${list(items)}）`)

/** The queue of items (項目), in Japanese: the source by which the English is typed. */
export const queueJa = {
  step: {
    new: '未着手',
    'to-answer': '回答待ち',
    inquired: '照会中',
    'to-check': '確認待ち',
    checked: '確認済み',
    'no-answer': '回答不要',
    together: 'まとめて回答',
  } satisfies Record<QueueStep, string>,
  disposition: { answer: '回答する', none: '回答不要', undecided: '未定' },
  dispositionLine: (text: string) => `取扱い：${text}`,
  with: (lead: string) => `他の項目とまとめて回答（${lead}）`,

  listed: (number: number, all: number) =>
    number === all ? `項目は次の${number}件です。` : `当てはまる項目は次の${number}件です（全${all}件）。`,
  listedNone: (all: number) =>
    all === 0 ? 'まだ項目はありません。' : `当てはまる項目はありません（全${all}件）。条件を御確認ください。`,
  counts: (steps: readonly (readonly [step: string, number: number])[], overdue: number) =>
    `${steps.map(([step, number]) => `${step}${number}`).join('、')}／期限超過${overdue}`,
  withdrawn: (number: number) =>
    `このほか、取下げ済みの御意見の項目が${number}件あります。「--state 取下げ済み」で御覧いただけます。`,
  notShown: (number: number) =>
    `このほか${number}件を示しておりません。条件（会議、状態、担当課、期限など）を付けて絞り込んでください。`,
  join: (parts: readonly string[]) => parts.join('　'),
  item: (parts: readonly string[]) => `・${parts.join('　')}`,
  both: (step: string, state: string) => `${step}（${state}）`,
  start: (words: string, whole: boolean) => `「${words}${whole ? '' : '…'}」`,
  lead: (lead: string, fromTable: boolean) => `主担当：${lead}${fromTable ? '（表）' : ''}`,
  leadNone: '主担当：未定',
  others: (names: readonly string[]) => `関係課：${list(names)}`,
  due: ({ day, of }: DueDay, overdue: Overdue | null) =>
    `${of === 'inquiry' ? '照会の' : ''}期限${datesJa.shortDay(day)}${overdue === null ? '' : `（${overdue.days}日超過${overdue.workingDays === overdue.days ? '' : `、開庁日では${overdue.workingDays}日`}）`}`,
  dueNone: '期限：未定',
  asked: (until: Day | null) => `お伺い中${until === null ? '' : `（${datesJa.shortDay(until)}まで）`}`,
  replied: '返信あり',
  outdated: '旧版に対する回答案',
  edited: (version: number) => `修正あり（第${version}版）`,
  late: '期限後',
  onBehalf: '代理登録',

  headingLine: (heading: string) => `見出し：${heading}`,
  words: '御意見',
  goneInto: (into: string) => `この項目は${into}に合わせました。ここには履歴だけが残っています。`,
  goneEdited: 'この項目は、委員の修正によりなくなりました。ここには履歴だけが残っています。',
  printed: '印刷する文面（元の文面と異なります）',
  followers: (items: readonly string[]) => `この項目の考え方で、まとめて回答する項目：${list(items)}`,
  inquiry: (id: string, division: string, due: Minute, waits: boolean) =>
    `庁内照会：${id}（${division}、回答期限${datesJa.minute(due)}）${waits ? '　回答待ち' : ''}`,
  responsesNone: '考え方（案）：まだありません',
  response: (number: number, author: string, minute: Minute, counts: boolean, forVersion: number) =>
    `考え方（案）第${number}版${counts ? '（現在の案）' : ''}　${author}　${datesJa.minute(minute)}　御意見の第${forVersion}版に対するもの`,
  checked: (by: string, minute: Minute) => `事務局内確認：${by}　${datesJa.minute(minute)}`,
  uncheckedHint: (item: string, response: number) =>
    `事務局内確認：まだです。書いた方とは別の方が「queue check ${item} --response ${response}」で確認します。`,
  outdatedHint: (item: string) =>
    `この案は、修正や分け直しの前の御意見に対するものです（旧版に対する回答案）。書き直すか、このままでよければ「queue respond ${item} --keep」としてください。`,
  note: (number: number, by: string, minute: Minute) => `内部メモ${number}　${by}　${datesJa.minute(minute)}`,
  history: '履歴',
  event: (minute: Minute, who: string, what: string) => `・${datesJa.minute(minute)}　${who}　${what}`,
  who: { member: '委員', guest: '利用者', bot: '自動処理' },
  goneItems: (items: readonly string[]) => `合わせた項目、なくなった項目：${list(items)}`,
  seen: (version: number) =>
    `この表示の版：${version}（変更するときに --seen ${version} を付けると、その間にほかの方が変えていた場合は変更せずにお知らせします）`,
  /** What was done, by the audit log's code; `names` are the ids, days and divisions that it names. */
  did: {
    filed: () => '御意見を受け付けた',
    'filed-on-behalf': () => '御意見を代理登録した',
    edited: (names) => `御意見を修正した（第${names[0]}版）`,
    withdrawn: () => '御意見を取り下げた',
    'member-asked': (names) => `お伺いした（${names[0]}回目）`,
    replied: (names) => `お伺いに返信した（${names[0]}回目）`,
    'item-split': (names) => `項目を分けた${inBrackets(names)}`,
    'item-split-off': (names) => `${list(names)}から分けた`,
    'items-joined': (names) => `項目を合わせた${inBrackets(names)}`,
    'item-joined-into': (names) => `${list(names)}に合わせた`,
    'item-disposed': (names) => `取扱いを「${names[0] === 'none' ? '回答不要' : '回答する'}」とした`,
    'item-grouped': (names) => `${list(names)}とまとめて回答することとした`,
    'item-leads': (names) => `この項目の考え方でまとめて回答することとした${inBrackets(names)}`,
    'item-freed': (names) => `まとめ先の${list(names)}がなくなり、取扱いが未定に戻った`,
    'response-handed-on': (names) => `なくなった${list(names)}の考え方（案）を引き継いだ`,
    'item-assigned': (names) => `担当課を定めた${inBrackets(names)}`,
    'item-due': (names) => (names.length === 0 ? '期限を外した' : `期限を定めた${inBrackets(names)}`),
    'item-noted': (names) => `内部メモ${names[0]}を書いた`,
    'item-responded': (names) => `考え方（案）第${names[0]}版を書いた`,
    'draft-asked': () => '言語モデルに考え方（案）の下書きを求めた',
    'response-checked': (names) => `考え方（案）第${names[0]}版を確認した`,
    'inquiry-written': () => '担当課に照会した',
    'inquiry-taken': () => '担当課の回答を読み込んだ',
    'division-reminded': () => '担当課への催促を用意した',
    'print-set': () => '別紙に掲載する文面を改めた',
    'print-as-written': () => '別紙に掲載する文面を、書かれたとおりとした',
    'proof-answered': (names) =>
      `掲載する文面の確認に答えた（${names[0] === 'agreed' ? 'このままでよい' : '直したいところがある'}）`,
    'proof-shown-anew': () => '掲載する文面が変わっていたため、改めて示された',
    'erasure-requested': () => '消去を申請した',
    erased: () => '御意見を消去した',
  } as Readonly<Record<string, (names: readonly string[]) => string>>,

  split: (item: string, parts: readonly string[]) => `${item}を${list(parts)}の${parts.length}項目に分けました。`,
  joined: (into: string, joined: readonly string[]) => `${list(joined)}を${into}に合わせました。`,
  letGo: {
    response: '元の文面に対する考え方（案）は、旧版に対する回答案として残しています。確認は改めて行ってください。',
    printed: '印刷のために直した文面は、元の文面に戻しました。',
    inquired: '担当課には変わる前の文面で照会しています。必要に応じて担当課にお知らせください。',
  },
  left: (items: readonly string[]) =>
    `${list(items)}の考え方（案）は、それぞれの履歴に残しています（「queue show」で御覧いただけます）。`,
  disposed: {
    answer: (items: readonly string[]) => `${list(items)}の取扱いを「回答する」としました。`,
    none: (items: readonly string[]) =>
      `${list(items)}の取扱いを「回答不要」としました。御意見は別紙に掲載し、考え方の欄は空欄とします。`,
  },
  grouped: (lead: string, items: readonly string[]) =>
    `${list(items)}を、${lead}とまとめて回答することとしました。御意見はいずれもそのまま別紙に掲載します。`,
  recheck: (lead: string) =>
    `${lead}の考え方（案）は、まとめた御意見への回答ともなりますので、改めて確認してください。`,
  assigned: (items: readonly string[], lead: string, others: readonly string[]) =>
    `${list(items)}の主担当を${lead}としました。${others.length === 0 ? '' : `関係課は${list(others)}です。`}`,
  moved: (items: readonly string[]) =>
    `${list(items)}については、別の課に照会しています。その課にお知らせの上、改めて照会してください。`,
  tableApplied: (call: string, items: readonly string[]) =>
    items.length === 0
      ? `${call}に、表のとおり担当課を定める項目はありませんでした。`
      : `${call}の${items.length}項目（${list(items)}）について、表のとおり担当課を定めました。`,
  tableMissing: (items: readonly string[]) =>
    `${list(items)}は、表にある課がその年度の名簿にありませんので、定めておりません。「queue assign」で定めるか、表を直してください。`,
  tableNone:
    '担当課の表には、まだ何も記載されていません。「queue table --project 番号 --division 課名」で記載できます。',
  table: (number: number) => `担当課の表（${number}事業）`,
  tableLine: (project: string, lead: string, others: readonly string[]) =>
    `・${project}　主担当：${lead}${others.length === 0 ? '' : `　関係課：${list(others)}`}`,
  charged: (project: string, lead: string, others: readonly string[]) =>
    `担当課の表で、${project}の主担当を${lead}としました。${others.length === 0 ? '' : `関係課は${list(others)}です。`}項目ごとに定めた担当課は変わりません。`,
  dueSet: (items: readonly string[], day: Day | null) =>
    day === null ? `${list(items)}の期限を外しました。` : `${list(items)}の期限を${datesJa.fullDay(day)}としました。`,
  noted: (item: string, number: number) => `${item}の内部メモ${number}をお預かりしました。委員には示しません。`,
  responded: (item: string, number: number, kept: boolean) =>
    `${item}の考え方（案）第${number}版を${kept ? '、前の案と同じ文面で' : ''}お預かりしました。ほかの方が「queue check ${item} --response ${number}」で確認します。`,
  checkDone: (item: string, number: number) => `${item}の考え方（案）第${number}版を、事務局内で確認済みとしました。`,

  refused: {
    'unknown-item': (item: string) => `${item}という項目は見当たりません。「queue list」で番号を御確認ください。`,
    'which-item': (receipt: string, items: readonly string[]) =>
      items.length === 0
        ? `${receipt}に項目は見当たりません。「queue list」で番号を御確認ください。`
        : `${receipt}には項目が${items.length}件あります。${list(items)}のうち、どれかを指定してください。`,
    'no-items': (receipt: string) =>
      `${receipt}に項目は見当たりません。「opinion status ${receipt}」で内容を御確認ください。`,
    'item-gone': (item: string, into: string | null) =>
      into === null
        ? `${item}は、委員の修正によりなくなっています。「queue list」でいまの項目を御確認ください。`
        : `${item}は${into}に合わせています。${into}を指定してください。`,
    'item-withdrawn': (item: string) => `${item}の御意見は取り下げられていますので、変更しておりません。`,
    'item-shared': (item: string) =>
      `${item}の考え方は委員にお知らせ済みですので、変更しておりません。きょう共有したものは、「release undo」で取りやめてから直せます。`,
    'changed-meanwhile': (item: string) =>
      `${item}は、御覧になった後に変わっていますので、変更しておりません。「queue show ${item}」でいまの内容を御確認ください。`,
    meanwhile: 'その間に行われたことは次のとおりです。',
    'place-not-found': (place: number) =>
      `${place}つ目の --at の言葉は、この項目の文面に見当たりません。文面のとおりに指定してください。変更はしておりません。`,
    'place-several': (place: number, times: number) =>
      `${place}つ目の --at の言葉は、この項目の文面に${times}か所あります。一か所に定まるよう、続きの言葉まで指定してください。変更はしておりません。`,
    'place-at-start': (place: number) =>
      `${place}つ目の --at の言葉は、この項目の初めにあります。二つ目以降の項目が始まる言葉を指定してください。変更はしておりません。`,
    'nothing-to-split': (item: string) =>
      `${item}に、分ける目印となる見出しや箇条書きは見当たりません。--at で、次の項目が始まる言葉を指定してください。`,
    'too-many-items': (item: string, most: number) =>
      `一つの受付番号の項目は${most}件までですので、${item}は分けておりません。分ける所を減らしてください。`,
    'one-item': '合わせるには、二つ以上の項目を指定してください。',
    'not-adjacent': (items: readonly string[]) =>
      `${list(items)}は、同じ御意見の中で隣り合っておりません。合わせられるのは、隣り合う項目です。離れた項目は「queue group」でまとめて回答できます。`,
    'has-followers': (item: string, followers: readonly string[]) =>
      `${item}の考え方で、${list(followers)}をまとめて回答することとしています。先に${list(followers)}の取扱いを「queue dispose … --answer」などで改めてください。`,
    'with-itself': (item: string) => `${item}をそれ自身とまとめることになります。別の項目を指定してください。`,
    'other-call': (item: string, lead: string) =>
      `${item}と${lead}は別の意見照会の項目です。まとめて回答できるのは、同じ意見照会の項目です。`,
    'lead-not-answered': (lead: string, other: string | null) =>
      other === null
        ? `${lead}は「回答不要」となっています。先に「queue dispose ${lead} --answer」とするか、回答する項目を指定してください。`
        : `${lead}は${other}とまとめて回答することとなっています。${other}を指定してください。`,
    'unknown-division': (name: string, fiscalYear: number, known: readonly string[]) =>
      known.length === 0
        ? `${fiscalYear}年度の担当課が、まだ名簿にありません。「roster import」で登録してください。`
        : `「${name}」という課は、${fiscalYear}年度の名簿に見当たりません。${fiscalYear}年度の担当課：${list(known)}`,
    'unknown-project': (project: string) =>
      `「${project}」に当たる事業が、資料に見当たりません。事業の番号を御確認ください。`,
    'several-projects': (project: string, numbers: readonly number[]) =>
      `「${project}」に当たる事業が複数あります（${list(numbers.map((number) => `No.${number}`))}）。番号で指定してください。`,
    'day-past': (day: Day, offered: Day) =>
      `${datesJa.fullDay(day)}は既に過ぎています。次の開庁日は${datesJa.fullDay(offered)}（${offered}）です。これからの日を指定してください。`,
    'not-answered': (item: string, lead: string | null) =>
      lead === null
        ? `${item}は「回答不要」となっています。回答するときは、先に「queue dispose ${item} --answer」としてください。`
        : `${item}は${lead}とまとめて回答することとなっています。考え方は${lead}にお書きください。`,
    'response-unchanged': (item: string) =>
      `${item}の考え方（案）は、いまの案と同じ文面ですので、版を加えておりません。`,
    'no-response': (item: string) =>
      `${item}には、まだ考え方（案）がありません。「queue respond ${item} --text …」でお書きください。`,
    'own-response': (item: string) =>
      `${item}のいまの考え方（案）は、御自身がお書きになったものです。確認は、ほかの方にお願いしてください。`,
    'response-outdated': (item: string) =>
      `${item}の考え方（案）は、修正や分け直しの前の御意見に対するもの（旧版に対する回答案）です。書き直すか、このままでよければ「queue respond ${item} --keep」とした上で、確認してください。`,
    'other-response': (item: string, number: number) =>
      `${item}のいまの考え方（案）は第${number}版です。「queue show ${item}」で読んだ上で、--response ${number} としてください。`,
    'already-checked': (item: string, by: string) => `${item}のいまの考え方（案）は、${by}が確認を済ませています。`,
  },
}

export type QueueMessages = typeof queueJa
