/** 「Xですか」 without a word such as 何 or いつ: the question names its own answer. */
export function asksWhether(text: string): boolean {
  if (/^(?:is|are|was|were|did|does|do|has|have)\b/u.test(text)) return true
  return (
    /(?:です|ます|でした|ました|でしょう|なの)か?[?？。]?$/u.test(text) &&
    !/何|なに|なん|誰|どこ|どちら|いつ|どれ|なぜ|どう|いくつ|どの|どんな|いくら/u.test(text)
  )
}
