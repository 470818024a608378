import { counterPattern, counters } from './counters.ts'
import { englishUnits, findQuantities, type Quantity, sameAmount, sameUnit } from './quantities.ts'

/** What kind of thing would answer the question; null where any passage on the subject may. */
export type Wanted =
  | { readonly kind: 'quantity'; readonly units: readonly string[] }
  | { readonly kind: 'money' }
  | { readonly kind: 'contact' }
  | { readonly kind: 'place' }
  | { readonly kind: 'day' }
  | { readonly kind: 'time' }
  | { readonly kind: 'fiscal-year' }
  | { readonly kind: 'name'; readonly of: 'person' | 'company' | 'municipality' | 'division' }

const bodies = '企業|会社|法人|園|保育所|保育園|市町村|自治体|団体|社|店|参加者|メーカー|事業者'
const persons = '委員|座長|会長|市長|担当者|担当|部長|課長|職員|座長|議長|委員長|代表|発言した人|人'

const money =
  /いくら(?!でも)|何円|費用|予算|金額|経費|補助金|給与|給料|年収|月給|賃金|時給|how much (?:money|did it cost|does it cost|.{0,20}(?:pay|paid|spen[dt]))|\bbudgets?\b|\bsalar(?:y|ies)\b|\bwages?\b|\bcosts?\b/u
const nameOfBody = new RegExp(
  `(?:${bodies})(?:の|たち)?.{0,6}?(?:名前|名称|社名|園名|法人名|内訳|名)(?!称?のみ)|社名|園名|法人名|市町村名|自治体名|企業名|(?:どの|どこの|なんという|何という)(?:${bodies})|(?:企業|市町村|自治体)(?:は|って)どこ|(?:names?|list) of .{0,30}(?:compan|municipal|corporation|nurser|firm)|\\bname (?:the|all|each|every|those).{0,20}(?:compan|municipal|corporation|nurser|town)|which (?:\\d+ )?(?:compan|municipal|nurser|town)`,
  'u',
)
const nameOfPerson = new RegExp(
  `(?:${persons})(?:の|は)?.{0,5}?(?:お名前|御名前|名前|氏名|フルネーム)|氏名|お名前|何委員|何さん|なにさん|(?:座長|委員長|会長|市長|部長|課長|担当者)は?(?:誰|どなた|だれ)|座長|委員長|市長は|names? .{0,30}(?:member|chair|mayor|person|official)|(?:member|chair\\w*|mayor|official)'s name|who (?:is|was|chaired|are) (?:the )?(?:chair|mayor|member|official|head)|who chaired|chair(?:man|person|woman)`,
  'u',
)
const day =
  /何月何日|何日|日にち|日付|日程|開催日|何曜|何時|なんじ|what date|which day|what day|exact date|on what date|what time|次回|next (?:meeting|fair|job fair|session|time|event)/u
const time =
  /いつ|何年|何月|時期|時季|なんねん|\bwhen (?:is|was|did|does|do|will|would|were|are|has|have|can|should)\b|since when|(?:^|and |or )when\?|^(?:and |so |but )?when\b(?!.*,)|which (?:year|month)|what (?:year|month)/u
const counted = new RegExp(
  `(?:何|なん|いくつの|幾つの)(?:か)?(${counterPattern})|(${counterPattern})の?(?:数|人数)(?=は|って|を(?:教|知|お)|が(?:知|分)|だけ|[?？。]|$)|(倍)率|(${counterPattern})(?:は|って|が)?(?:いくつ|何個)`,
  'u',
)
const howMany =
  /how many (?:[a-z-]+ )*?([a-z-]+?)(?= (?:attend|c[oa]me|join|t[oa]ke|took|participat|were|was|did|do|does|are|is|have|has|had|would|will|can|from|in|at|for|of|applied|show|visit|exactly)|[?.]|$)/u
/** Counted, but rather asking for a list or a date. */
const looseUnits = /^(?:年|月|日|点|つ|件|事業|本)$/u

const askedCounter = new RegExp(`(?:何|なん|いくつの|幾つの)(?:か)?(?:${counterPattern})`, 'gu')

/** The text with 何人 and its like blanked, and 連携事業, which every project is: they are no words of a matter. */
export function withoutCounters(text: string): string {
  return text.replace(askedCounter, '＿').replaceAll('連携事業', '＿')
}

const place =
  /どこ(?:にあ|で(?:開|行|やっ|やる|実施|ある))|(?<!相手|相手先|団体|機関|組織|法人|企業|会社|自治体|市町村|分野|部署|事業|資料|園|国|の)はどこ(?:です|でしょ|だ|か|[?？]|$)|会場|開催場所|where (?:is|was|will|are|were) (?:the |it |they )?(?:[a-z]+ ){0,3}(?:held|located|take place|happen)|\bvenue\b/u
/** 「どこに書いてある」 asks for the source. */
const written = /原文|記載|書いて|書かれ|載って|出てくる|出てき|言って|written|mentioned/u
const contact =
  /電話番号|連絡先|メールアドレス|住所|所在地|ホームページ|\burl\b|phone number|e-?mail address|\baddress\b|contact details|website/u

/** Finds what would answer a question in `normalText`. */
export function findWanted(text: string): Wanted | null {
  if (money.test(text)) return { kind: 'money' }
  if (contact.test(text)) return { kind: 'contact' }
  if (
    /担当(?:課|部|部署|係|局)|所管|どの課|何課|どこの課|(?:division|department|section|office) (?:is )?in charge|in charge of|responsible for/u.test(
      text,
    )
  )
    return { kind: 'name', of: 'division' }
  const body = nameOfBody.exec(text)
  if (body !== null)
    return { kind: 'name', of: /企業|会社|社|メーカー|事業者|compan|firm/u.test(body[0]) ? 'company' : 'municipality' }
  if (nameOfPerson.test(text)) return { kind: 'name', of: 'person' }
  if (place.test(text) && !written.test(text)) return { kind: 'place' }
  if (day.test(text)) return { kind: 'day' }
  if (/何年度|いつの年度|(?:which|what) fiscal year/u.test(text)) return { kind: 'fiscal-year' }
  if (time.test(text)) return { kind: 'time' }
  const unit = counted
    .exec(text)
    ?.slice(1)
    .find((group) => group !== undefined)
  if (unit !== undefined && !looseUnits.test(unit)) return { kind: 'quantity', units: [counters[unit] ?? unit] }
  if (/人数|何人|者数/u.test(text)) return { kind: 'quantity', units: ['人'] }
  const noun = howMany.exec(text)
  if (noun === null) return null
  if (/compar|ratio|for each|per (?:slot|place)/u.test(text)) return { kind: 'quantity', units: ['倍'] }
  const units = englishUnits.flatMap(([pattern, units]) => (pattern.test(noun[0]) ? units : []))
  return { kind: 'quantity', units: units.length > 0 ? units : [noun[1] ?? ''] }
}

/** Names that a text may have: the committee's `own`, which answer nothing, and `companies`. */
export type KnownNames = { readonly own: readonly string[]; readonly companies: readonly string[] }

/** Whether a passage's words hold what is wanted. */
export function holdsWanted(
  wanted: Wanted,
  ja: string,
  en: string,
  asked: readonly Quantity[],
  names: KnownNames,
): boolean {
  switch (wanted.kind) {
    case 'quantity':
      return findQuantities(`${ja} `)
        .concat(findQuantities(en))
        .some(
          (amount) =>
            sameUnit(amount, { value: 0, units: wanted.units }) && !asked.some((known) => sameAmount(known, amount)),
        )
    case 'money':
      return /\d\s*[万億兆千]?円|\d+\s*yen/u.test(ja)
    case 'place':
      return /会場|にて開催|で開催|で行(?:う|い|われ)|所在地|場所は/u.test(ja)
    case 'contact':
      return /\d{2,4}-\d{2,4}-\d{3,4}|@|https?:/u.test(ja)
    case 'day':
      return /\d+月\d+日|\d+日(?!間)|[月火水木金土日]曜/u.test(ja)
    case 'fiscal-year':
      return /(?:令和|平成)\d+年度|\d{4}年度/u.test(ja)
    case 'time':
      return /\d{4}年(?!度)|(?:令和|平成)\d+年(?!度)|\d+月|(?<!\d)(?:次|昨|来|今|前|翌)年|連休|[春夏秋冬]季?に?|上旬|中旬|下旬|現在/u.test(
        ja,
      )
    case 'name':
      if (wanted.of === 'person') return /[\p{Script=Han}]{1,4}(?:氏|さん|様|教授|先生)(?![\p{Script=Han}])/u.test(ja)
      if (wanted.of === 'division') return /\p{Script=Han}{2,}(?:課|部|局|室|係)(?!題|分)/u.test(ja)
      if (wanted.of === 'company')
        return /株式会社|\(株\)|有限会社/u.test(ja) || names.companies.some((name) => ja.includes(name))
      return hasMunicipality(ja, names.own)
  }
}

/** A municipality by name: 何々市; not 各市町村 or 圏域市町村. */
function hasMunicipality(text: string, own: readonly string[]): boolean {
  let rest = text
    .replace(/[\p{Script=Han}\d]*市町村/gu, '')
    .replace(/(?:近隣|連携|周辺|構成|各|当該|本|同|都|政令)(?:市|町|村)/gu, '')
  for (const name of own) rest = rest.replaceAll(name, '')
  return /[\p{Script=Han}\p{Script=Katakana}]{2,}(?:市|町|村)(?!民|場|内|外|長|街)/u.test(rest)
}
