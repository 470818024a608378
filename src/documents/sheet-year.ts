/** The first year of an era less one. */
const eras: Readonly<Record<string, number>> = { 令和: 2018, r: 2018, 平成: 1988, h: 1988 }

/** The fiscal years that a text names (令和７年度, Ｒ７, R7年度, 2025年度), each once; that of a meeting (令和７年度第１回) is not one of them. */
export function yearsIn(text: string): readonly number[] {
  const found = new Set<number>()
  const pattern =
    /(?:(令和|平成)(元|\d{1,2})年度|(?<![A-Za-z0-9])([RH])(元|\d{1,2})(?:年度)?(?![\d.-]|年(?!度))|(?<!\d)(\d{4})年度)(?!第\d+回)/giu
  for (const [, era, eraYear, letter, letterYear, western] of text
    .normalize('NFKC')
    .replaceAll(/\s/gu, '')
    .matchAll(pattern)) {
    const first = eras[(era ?? letter ?? '').toLowerCase()]
    const count = eraYear ?? letterYear
    found.add(first === undefined ? Number(western) : first + (count === '元' ? 1 : Number(count)))
  }
  return [...found]
}
