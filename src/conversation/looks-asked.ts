/** Whether words among people are a question, so that the bot may be meant. */
export function looksAsked(text: string): boolean {
  return /[?？]|(?:です|ます|でした|ました|でしょう)か[。．]?$|は$|なぜ|どう|どの|何|いつ|教えて/u.test(text.trim())
}

/** Words with which somebody asks, whatever they end in. */
const asking =
  /(?:知り|聞き|伺い|見|確認し)た(?:い|く)|教え|尋ね|たずね|お願い|示して|について[。．]?$|\b(?:wh(?:at|y|o|ich|en|ere)|how|tell|show|explain|list|find|know)\b/iu
/** How a sentence ends that states or wishes something. */
const stating =
  /(?:ます|です|した|ません|たい|[欲ほ]しい|べき|だ|る|ない|[思願]う|良い|よい|必要|重要)(?:です|だ|と(?:思|感|考)[^。]*)?[。．!！]*$/u
const wishing =
  /\b(?:i|we) (?:think|believe|feel|hope|want|wish|would like|am|are)\b|\b(?:should|ought|must|needs? to|please)\b/iu

/** Whether words state something and ask nothing, as an opinion does that somebody writes before he has said that it is one. */
export function looksStated(text: string): boolean {
  const said = text.trim()
  return !looksAsked(said) && !asking.test(said) && (stating.test(said) || wishing.test(said))
}
