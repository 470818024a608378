/**
 * The number formats that Japanese Excel writes as a bare number (ECMA-376, 18.8.30, ja-jp), so that a file does not say
 * what they are: dates in wareki above all.
 */
const japanese: Readonly<Record<number, string>> = {
  27: '[$-411]ge.m.d',
  28: '[$-411]ggge"年"m"月"d"日"',
  29: '[$-411]ggge"年"m"月"d"日"',
  30: 'm/d/yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"時"mm"分"',
  33: 'h"時"mm"分"ss"秒"',
  34: 'yyyy"年"m"月"',
  35: 'm"月"d"日"',
  36: '[$-411]ge.m.d',
  50: '[$-411]ge.m.d',
  51: '[$-411]ggge"年"m"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: '[$-411]ggge"年"m"月"d"日"',
  55: 'yyyy"年"m"月"',
  56: 'm"月"d"日"',
  57: '[$-411]ge.m.d',
  58: '[$-411]ggge"年"m"月"d"日"',
}

/** `xl/styles.xml` with those formats spelled out. */
export function nameLocalFormats(styles: string): string {
  const known = new Set([...styles.matchAll(/<numFmt [^>]*?numFmtId="(\d+)"/gu)].map((match) => Number(match[1])))
  const named = Object.entries(japanese)
    .filter(([id]) => !known.has(Number(id)))
    .map(([id, code]) => `<numFmt numFmtId="${id}" formatCode="${code.replaceAll('"', '&quot;')}"/>`)
    .join('')
  return /<numFmts\b[^>]*[^/]>/u.test(styles)
    ? styles.replace(/(<numFmts\b[^>]*[^/]>)/u, `$1${named}`)
    : styles.replace(/<numFmts\b[^>]*\/>/u, '').replace(/(<styleSheet\b[^>]*>)/u, `$1<numFmts>${named}</numFmts>`)
}
