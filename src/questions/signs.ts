import { sameSign } from '../record/same-sign.ts'

/** How people write and say the rating signs; which of them a document uses, and what they mean there, is the record's. */
const spellings: Readonly<Record<string, RegExp>> = {
  '×': /×|(?<![a-z])x(?![a-z])|バツ|ばつ|ペケ|ぺけ|ばってん|バッテン|罰点|\bcross(?:es)?\b|batsu/u,
  '◎': /◎|[2二]重丸|にじゅうまる|ニジュウマル|[2二]重まる|double[- ]?circles?|bullseye/u,
  '○': /○|(?<![2二重])丸(?=印|を|は|が|で|の|$|[、。?」])|(?<!にじゅう|[ぁ-ん])まる(?=印|を|は|が|で|の|$|[、。?」])|(?<!double[- ])\bcircle\b/u,
  '△': /△|三角|3角|さんかく|\btriangles?\b/u,
}

/** The sign's name, to be read out where the record does not explain it. */
export const signNames: Readonly<Record<string, { readonly ja: string; readonly en: string }>> = {
  '×': { ja: 'バツ', en: 'cross' },
  '◎': { ja: '二重丸', en: 'double circle' },
  '○': { ja: '丸', en: 'circle' },
  '△': { ja: '三角', en: 'triangle' },
}

/**
 * Finds the rating signs that a question names: `text` is its `normalText`, `raw` its own letters.
 * `scale` is every sign that the record uses: a letter or a figure of it counts only where it is spoken of as a rating,
 * and one letter in two widths counts once.
 */
export function findSigns(text: string, raw: string, scale: ReadonlySet<string>): readonly string[] {
  const found = Object.entries(spellings).flatMap(([sign, spelling]) => (spelling.test(text) ? [sign] : []))
  const letters = raw.normalize('NFKC')
  for (const sign of scale) {
    if (sign in spellings || found.some((other) => sameSign(other, sign))) continue
    if (isSpokenOf(sign.normalize('NFKC'), letters) || isWithinRange(sign.normalize('NFKC'), letters)) found.push(sign)
  }
  return found
}

/** The text with the spelled-out signs blanked: "double circle" is no matter of its own. */
export function withoutSigns(text: string): string {
  return Object.values(spellings).reduce((rest, spelling) => rest.replace(spelling, '＿'), text)
}

/** 「評価C」「C評価」「Cなのは」, "rated C", "got a C"; neither the article "A" nor the 4 of 「事業番号4」. */
function isSpokenOf(sign: string, text: string): boolean {
  const letter = RegExp.escape(sign)
  const alone = `(?<![A-Za-z0-9.．])${letter}(?![A-Za-z0-9'’]|\\.\\d)`
  const rated = `(?:評価|判定|ランク|rat(?:ed|ing)(?: of| is| was| as)?|grad(?:ed?)(?: of| is| was| as)?|got(?: an?)?|given(?: an?)?|received(?: an?)?)\\s*[はがを:]?\\s*[「"]?${alone}`
  const rating = `(?<!番号\\s?|[Nn][Oo]\\.?\\s?|事業\\s?)${alone}[」"]?(?:評価|判定|ランク|rating|grade)`
  if (new RegExp(`${rated}|${rating}`, 'u').test(text)) return true
  if (!/^[A-Z]$/u.test(sign)) return false
  const said = `${alone}[」"]?(?:なの|なん|です|でし|だ|か|って|と|に|の(?:意味|理由|事業|もの|は)|は|が|を|[?？、。]|$)`
  const meant = `\\b(?:an?|the|or|than|not|does|is|to) ["]?${alone}["]?(?= mean| stand|[?.,]|$)|does ["]?${alone}`
  return new RegExp(`${said}|${meant}`, 'u').test(text)
}

/** 「A〜D」 and 「AからDまで」 name what stands between them too. */
function isWithinRange(sign: string, text: string): boolean {
  const range = /(?<![A-Za-z0-9])([A-Z])(?:〜|~|から|-)([A-Z])(?![A-Za-z0-9])/u.exec(text)
  return range !== null && (range[1] ?? '') <= sign && sign <= (range[2] ?? '')
}
