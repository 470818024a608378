/** The form in which responses are searched: one width, one spelling of numerals, no blanks. */
function comparableWords(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s/gu, '')
}

/** Days and months, and what is said for them. Years are not among them: responses tell of past ones all the time. */
const day =
  /(?:[\d〇一二三四五六七八九十]{1,3}月(?:[\d〇一二三四五六七八九十]{1,3}日|上旬|中旬|下旬|末|頃|ごろ)?)|(?:来|今|再来)(?:年度|年|月|週)(?:中|内|末|度末)?|年度[内中末]|年[内末](?!容)|(?:今|来)[春夏秋冬]/gu

/**
 * What commits the city, against 「検討してまいりたい」, which does not. Add a line where a wording was missed or is none:
 * all of them only warn.
 */
const promises: readonly RegExp[] = [
  /[^。、\s]{0,8}(?:いた|致)します/gu,
  /(?:実施|実現|導入|設置|整備|開催|作成|公表|拡充|改善|解消|達成|継続|充実|強化|見直し?|反映|対応|支援|配置|増額|予算化)(?:を|を?行)?(?:します|する(?:こととする|予定|方針|計画)|する(?=[。」）)\n]|$))/gu,
  /(?:行い|取り組み|進め|努め|設け|増やし|減らし|変え|改め)ます/gu,
  /(?:こととし(?:た|ました|ている|ています)|予定(?:である|です|となっている)|決定し(?:た|ました)|約束(?:する|します))/gu,
  /必ず|確実に|全て実現|すべて実現/gu,
]

/** Days and months of a response that are in none of these words: nobody has set them. */
export function findUnsetDays(response: string, said: readonly string[]): readonly string[] {
  const known = said.map(comparableWords)
  return found(comparableWords(response), [day]).filter((one) => !known.some((words) => words.includes(one)))
}

/** What a response promises. */
export function findPromises(response: string): readonly string[] {
  return found(comparableWords(response), promises)
}

/** Whether a text is in です・ます. */
export function isPolite(text: string): boolean {
  return /(?:です|ます|ません|ました|でした|ください|でしょう)(?=[。」）)\n\s]|$)/u.test(text)
}

function found(text: string, patterns: readonly RegExp[]): readonly string[] {
  return [...new Set(patterns.flatMap((pattern) => [...text.matchAll(pattern)].map(([match]) => match)))]
}
