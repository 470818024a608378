import { counterPattern } from './counters.ts'

/** What shows that a number is an amount, a date or a part of something longer. All texts here are `normalText`. */
const counterAfter = new RegExp(
  `^\\s*(?:${counterPattern}|時|周|万|億|以上|以下|未満|種|ヶ月|か月|th\\b|st\\b|nd\\b|rd\\b|[.:]\\d|\\d)`,
  'u',
)
const marked =
  /(?:\bno|№|ナンバー|なんばー|(?<!分野の?)番号|事業|project|item|(?<!the )\bnumber|#)\s*(?:no)?\s*[.:#「（("]?\s*(\d{1,4})(?!\d)|(\d{1,4})\s*番(?!目)|[「『](\d{1,4})\s(?=[^\s\d])/gu
const areaMark =
  /(?:政策分野|政策|分野|policy area|area)\s*(?:の)?\s*[「"(（]?\s*(?:no\.?\s*)?(\d{1,2})(?!\d)[」"）)]?|(\d{1,2})(?:番目|つ目)の(?:政策)?分野/gu

export type NumbersNamed = {
  /** Numbers marked as a project's (No.34, 34番), whether the record has them or not. */
  readonly marked: readonly number[]
  /** Numbers that nothing marks and no counter follows: a project's if the record has it. */
  readonly bare: readonly number[]
  /** Other numbers: amounts, or something the text speaks of. */
  readonly loose: readonly number[]
  readonly areas: readonly number[]
}

/** Finds project and policy area numbers. A run such as 「21番・52・55」 is marked throughout when one of it is. */
export function findNumbers(text: string): NumbersNamed {
  const areas: number[] = []
  const rest = text.replace(areaMark, (whole, before: string | undefined, after: string | undefined) => {
    areas.push(Number(before ?? after))
    return ' '.repeat(whole.length)
  })
  const taken = rest
    .replace(/(?:資料|第|別紙|議題|令和|平成|\br|fy|\/)\s*\d+/gu, (whole) => '_'.repeat(whole.length))
    .replace(/[(（]\d+[)）]/gu, (whole) => '_'.repeat(whole.length))
  const found = new Map<number, number>()
  // A number alone can only be meant as a project's.
  if (/^\d{1,4}$/u.test(text)) found.set(0, Number(text))
  for (const match of taken.matchAll(marked)) {
    const digits = match[1] ?? match[2] ?? match[3] ?? ''
    const at = match.index + match[0].indexOf(digits)
    if (match[1] !== undefined && /^(?:つ|件|年|事業|人)/u.test(taken.slice(at + digits.length))) continue
    found.set(at, Number(digits))
  }
  const bare = new Map<number, number>()
  const loose: number[] = []
  for (const match of taken.matchAll(/(?<![\d.a-z_-]|\d,(?=\d{3}(?!\d)))\d{1,4}(?!\d|,\d{3}(?!\d))/gu)) {
    if (found.has(match.index)) continue
    const after = taken.slice(match.index + match[0].length)
    if (counterAfter.test(after)) continue
    if (/^\s*[a-z]{3}/u.test(after) && !/^\s*(?:and|was|get|got|did|is|rated|fail)\b/u.test(after)) {
      loose.push(Number(match[0]))
      continue
    }
    const near = [...found.keys()].some((at) => joins(taken, at, match.index))
    if (near) found.set(match.index, Number(match[0]))
    else bare.set(match.index, Number(match[0]))
  }
  const inOrder = (numbers: Map<number, number>) => [
    ...new Set([...numbers].sort(([a], [b]) => a - b).map(([, n]) => n)),
  ]
  return { marked: inOrder(found), bare: inOrder(bare), loose, areas: [...new Set(areas)] }
}

/** Only other numbers and connectives stand between two positions. */
function joins(text: string, one: number, other: number): boolean {
  const between = text.slice(Math.min(one, other), Math.max(one, other))
  return /^(?:\s*(?:no\.?|#|番|\d+|[、,・&/と]|及び|および|や|and|or|vs\.?))+\s*$/u.test(between)
}

/** A year as a text names it; `fiscal` where it says 年度 or FY, `phrase` as it was written (in `normalText`). */
export type YearNamed = { readonly fiscalYear: number; readonly fiscal: boolean; readonly phrase: string }

const eras: Readonly<Record<string, number>> = { 令和: 2018, r: 2018, reiwa: 2018, 平成: 1988, h: 1988, heisei: 1988 }

/** Finds years: 令和6年度, R6, 2024年度, FY2024, 令和7年2月 (which is in fiscal year 2024). `fiscal` where 年度 or FY is said. */
export function findYears(text: string): readonly YearNamed[] {
  const found: YearNamed[] = []
  for (const match of text.matchAll(
    /(?:(令和|平成|\breiwa|\bheisei|\b[rh])\s?(\d{1,2})|\b(?:fy|fiscal year|fiscal)\s?(\d{4})|((?:19|20)\d{2}))\s*(年度|年|fiscal)?(?:\s*(\d{1,2})月)?/gu,
  )) {
    const [phrase, era, eraYear, fy, western, suffix, month] = match
    if (
      era !== undefined &&
      era.length === 1 &&
      suffix === undefined &&
      /^\s*-/u.test(text.slice(match.index + phrase.length))
    )
      continue
    if (western !== undefined && suffix === undefined && /^\s*番/u.test(text.slice(match.index + phrase.length)))
      continue
    const year = era === undefined ? Number(fy ?? western) : (eras[era] ?? 0) + Number(eraYear)
    found.push({
      fiscalYear: month !== undefined && Number(month) < 4 ? year - 1 : year,
      fiscal: fy !== undefined || suffix === '年度' || suffix === 'fiscal',
      phrase: phrase.trim(),
    })
  }
  return found
}
