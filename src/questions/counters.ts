/** What Japanese counts with, by every spelling; the value is the one spelling under which amounts are compared. */
export const counters: Readonly<Record<string, string>> = {
  名: '人', 人: '人', 園: '園', 法人: '法人', 件: '件', 回: '回', 倍: '倍', 枠: '枠', 社: '社', 団体: '団体',
  か所: 'か所', カ所: 'か所', ヵ所: 'か所', ケ所: 'か所', ヶ所: 'か所', 箇所: 'か所', 個所: 'か所',
  市町村: '市町村', 自治体: '市町村', 周年: '周年', '%': '%', パーセント: '%', 円: '円', 時間: '時間',
  年: '年', 月: '月', 日: '日', 割: '割', 校: '校', つ: 'つ', 事業: '事業', 歳: '歳', ページ: 'ページ', 頁: 'ページ', 本: '本', 台: '台', 世帯: '世帯',
  トン: 'トン', 戸: '戸', 施設: '施設', 店: '店', 組: '組', 点: '点', 個: '個', 冊: '冊', 種類: '種類', 分: '分', 位: '位',
} // biome-ignore format: a table

/** All spellings as the alternatives of a regular expression, the longest first. */
export const counterPattern = Object.keys(counters)
  .sort((a, b) => b.length - a.length)
  .join('|')
