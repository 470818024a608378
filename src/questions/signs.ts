/** How people write and say the rating signs; which of them a document uses, and what they mean there, is the record's. */
const spellings: Readonly<Record<string, RegExp>> = {
  '×': /×|(?<![a-z])x(?![a-z])|バツ|ばつ|ペケ|ぺけ|ばってん|バッテン|罰点|\bcross(?:es)?\b|batsu/u,
  '◎': /◎|2重丸|二重丸|にじゅうまる|ニジュウマル|2重まる|double[- ]?circles?|bullseye/u,
  '○': /○|(?<![2二重])丸(?=印|を|は|が|で|の|$|[、。?？」])|(?<!にじゅう|[ぁ-ん])まる(?=印|を|は|が|で|の|$|[、。?？」])|(?<!double[- ])\bcircle\b/u,
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
 * Finds the rating signs that a `normalText` names. `scale` is every sign that the record uses: a letter or number of it
 * (A, S, ①) counts only where the text speaks of a rating: 「評価A」「A評価」「Bなのは」, "rated B".
 */
export function findSigns(text: string, scale: ReadonlySet<string>): readonly string[] {
  const found = Object.entries(spellings).flatMap(([sign, spelling]) => (spelling.test(text) ? [sign] : []))
  for (const sign of scale) {
    if (sign in spellings) continue
    const letter = RegExp.escape(sign.normalize('NFKC').toLowerCase())
    const spoken = new RegExp(
      `(?:評価|判定|ランク|rated|rating|grade|an?|got|given|の)\\s*[は:がを]?\\s*["「]?${letter}(?![a-z0-9.])|(?<![a-z0-9.])${letter}["」]?(?:評価|判定|ランク|なの|に|の|は|と|で|が|って|です|だ|[?？]|$| rating| mean| stand|\\?)`,
      'u',
    )
    if (spoken.test(text)) found.push(sign)
  }
  return found
}
