/** Arabic or kanji numerals of an address. */
const number = String.raw`[\d一二三四五六七八九十]{1,4}`
/** 横浜市, 東京都千代田区, むかわ町: a longer name is found from its 8th last letter on. */
const municipality = String.raw`(?:[\p{Script=Han}ヶケ]{1,8}|\p{Script=Hiragana}{2,4}|\p{Script=Katakana}{2,4})[市区町村]`
/** 中央区北, あいの里, 第47線北. */
const name = String.raw`[\p{L} ]{0,16}?(?:\d{1,3}線[東西南北])?`
/** What makes a place an address. 第3条 of a rule and 3-2-1 of a material are none. */
const block = [
  `${number}条 ?(?:[東西南北]${number}|${number}丁目)`,
  `${number}丁目`,
  `${number}番地`,
  `${number}番${number}号`,
  String.raw`町\d{1,4}(?:-\d{1,4}|(?=[\s、。」』)]|$))`,
  String.raw`(?<![市区町村料表図号])(?<!\d)\d{1,2}-\d{1,4}-\d{1,4}`,
].join('|')
/** 1-2, 30番地2: the rest of the number. */
const rest = '(?:[-\\d]|番地?|丁目|号)*'

/** Postal addresses in a text of half width: postal codes with 〒, and places of a municipality down to the block. */
export const postalAddress = new RegExp(
  String.raw`〒 ?\d{3}-?\d{4}(?!\d)|${municipality}${name}(?:${block})${rest}`,
  'gu',
)
