import type { NamedWord } from './named-words.ts'
import { findNamedWords } from './named-words.ts'

/** A word of a question that says what it is about; `weight` is how much it matters that the record has it (0 to 1). */
export type ContentWord = {
  readonly word: string
  /** The forms in which a text may have it. */
  readonly forms: readonly string[]
  readonly weight: number
  readonly noun: boolean
  /** Names a side of any matter (役割, 会議), so that it tells little of which. */
  readonly abstract: boolean
}

/** Words of asking, answering and polite talk: they name no matter, so the record need not have them. Stems, without okurigana. */
const talk = new Set(
  `教 知 見 言 聞 書 示 述 思 考 伝 答 願 下 頂 致 存 承 申 上 挙 並 出 来 行 確 違 合 正 良 悪 多 少 大 小 高 低 入 付 掛 載 読 探 調 比 使 持 取 受 立 置 始 終 続 変 分 別 同
  回答 返事 返答 意見 御意見 御 委員 委員会 懇談会 懇談 事務局 事務 局 市 市側 側 行政 役所 市役所 資料 別紙 記録 文書 書類 記載 掲載 内容 件 話 点 事 物 方 人 理由 根拠 背景 経緯 事情 原因 訳
  結局 具体 具体的 的 詳細 詳 全部 全 一覧 列挙 質問 確認 教示 承知 現在 今回 今 前 先 後 次 他 各 何 誰 幾 度 回 年 月 日 番 号 番号 事業 取組 取り組み 取り組 取 組 評価 指標 状況 結果 箇所 場所 場合
  際 時 所 様 殿 皆様 皆 私 僕 俺 君 部分 一部 以上 以下 以外 程度 位 一番 一通 最後 最初 最新 最近 本当 間違 本件 当該 該当 関係 関連 対 関 中 内 外 間 上記 下記 件数 数 数字 数値 名前 名称 名 正式 題名 項目
  説明 発言 発表 回答者 見解 考え方 考え 対応 姿勢 印象 感想 指摘 要望 提案 総評 評判 議題 議論 会 文言 文面 言葉 言及 表現 原文 出典 引用 頁 欄 左 右 列 行目 議会 報告 報告書 転記 引用 記事 取材 学生 記者
  簡単 簡潔 短 率直 正直 普通 実際 実態 特 主 明 明確 正確 感じ 気 意味 記号 印 説 例 例えば 感 形 案 案内 参考 必要 可能 予定 希望 期待 理解 認識 把握 把 判断 評定 判定 採点 既 未 再 改 新 旧 氏名 表 図 用語
  命令 指示 管理者 無視 表示 以後 以降 今後 将来 当時 当初 一方 両方 双方 片方 全般 皆さん 委員さん 方々 一言 一文 一つ 一点 貴 弊 御中 御教示 拝見 拝 恐縮 失礼 急 至急 宜 幸 助 勉強中 初 初心者 素人
  スマホ メール アドレス ページ リスト コメント データ ポイント メモ タイトル ソース テキスト チェック フォーカス ダメ マジ ホント トコ ヤツ コト モノ ワケ バツ ペケ 二重丸 重丸 丸 三角 無 有 済 達成 達 成 脱 進捗 状態 分野 政策 政策分野 領域 段階 件目 売 買 年度 第 出来 登場 見込 突 腑
  no fy r project`.split(/\s+/u),
)

/** Words for a side of any matter: they tell little of which matter, but where one of them is asked for, the record must have it. */
const abstract = new Set(
  '会議 役割 機能 目的 狙 意義 方法 手段 手法 方式 対象 種類 特徴 条件 範囲 頻度 仕方 影響 効果 成果 内訳 規模 体制 計画 施策 方策 方向 方向性 今後 見通 展開 工夫 問題 問題点 改善 提案 主張 懸念 心配 批判 評価'.split(
    ' ',
  ),
)

const englishTalk = new Set(
  `a an the this that these those it its they them their there here he she his her we our us i me my you your who whom whose which what when where why how is are was were be been being am do does did done doing have has had having can could will would
  shall should may might must not no yes ok of in on at to for from by with about as into than then so and or but if because due also too very just only any some all each every both either neither other others more most much many few less least
  please tell show give list find know want like need say says said saying tells told mention mentioned mentions write wrote written state stated states describe described explain explained answer answers answered reply replies replied respond responded response responses ask asked asking question
  document record records annex paper text page source file files member members committee council opinion opinions comment comments secretariat city office government official officials side project projects number numbers no rating ratings rated rate item thing things something anything everything kind type
  mean means meaning stand stands stood sign mark symbol reason reasons cause true correct right exactly actually really quick quickly briefly according regarding concerning let lets hi hello thanks thank sorry new year years fiscal fy meeting s t re ve ll m d x get got go going make made take taken put call called name names
  come came think thinks thought suggest suggested proposed propose want wanted happen happened again still yet already ever now before after between among up down out over under off per via etc eg ie one first second third last next same such own sure student article quote quoting word words heard read see saw look looking seem seems
  result results outcome what's who's why's isn't aren't don't didn't doesn't won't can't part whole entire entirely total given received receive receives score scored evaluation evaluated status progress achieved achievement
  information info details detail full brief summary short long long good bad well better best great nice interested interest become becomes brought bring figure figures agree agreed cannot point points raise raised makes existing according promise promises promised pay off decided decide gets enough everyone everybody yes takes drew fact terms connection relation sort regard supposed policy area areas indicator indicators title`.split(
    /\s+/u,
  ),
)

let segmenter: Intl.Segmenter | undefined

/** Finds the content words of a `normalText` (with names of subjects blanked), each once; words that the record names come under their own form. */
export function findContentWords(text: string, named: readonly NamedWord[]): readonly ContentWord[] {
  segmenter ??= new Intl.Segmenter('ja', { granularity: 'word' })
  const { words, rest } = findNamedWords(text, named)
  const found = new Map<string, ContentWord>(
    words.map((word) => [word, { word, forms: [word], weight: 1, noun: true, abstract: false }]),
  )
  for (const segment of withSuffixes(segmenter.segment(rest))) {
    const word = contentWord(segment)
    if (word !== undefined && !found.has(word.word)) found.set(word.word, word)
  }
  return [...found.values()]
}

/** Single kanji that say how, not what: 法人数 is about 法人. */
const looseSuffix = /[数分等側様別用内外中後前時的性上下間目当各約計以]/u

/** Words, each with the single kanji that belongs to it: 担当 and 課 are 担当課. */
function withSuffixes(segments: Intl.Segments): readonly string[] {
  const words: string[] = []
  let open = false
  for (const { segment, isWordLike } of segments) {
    const last = words.at(-1)
    if (
      open &&
      last !== undefined &&
      /^\p{Script=Han}$/u.test(segment) &&
      !looseSuffix.test(segment) &&
      !talk.has(last)
    )
      words[words.length - 1] = last + segment
    else if (isWordLike) words.push(segment)
    open = isWordLike === true && /^[\p{Script=Han}\p{Script=Katakana}ー]{2,}$/u.test(segment)
  }
  return words
}

function contentWord(segment: string): ContentWord | undefined {
  if (/^[a-z'-]+$/u.test(segment)) {
    const word = segment.replace(/'s$/u, '')
    return word.length < 2 || word.endsWith("n't") || englishTalk.has(word)
      ? undefined
      : { word, forms: [word], weight: /(?:ing|ed)$/u.test(word) ? 0.35 : 0.7, noun: true, abstract: false }
  }
  if (/[\d＿何]/u.test(segment)) return undefined
  if (/^[\p{Script=Hiragana}ー]+$/u.test(segment)) {
    return segment.length >= 4 && !talkInHiragana.test(segment)
      ? { word: segment, forms: [segment], weight: 0.3, noun: false, abstract: false }
      : undefined
  }
  const stem = segment.replace(/[\p{Script=Hiragana}]+$/u, '')
  const kanji = stem.replace(/[\p{Script=Hiragana}]/gu, '')
  if (stem === '' || talk.has(stem) || talk.has(segment) || talk.has(kanji)) return undefined
  const noun = stem.length === segment.length && stem.length > 1
  if (abstract.has(stem)) return { word: stem, forms: [stem], weight: 0.3, noun, abstract: true }
  return { word: stem, forms: [...new Set([stem, kanji])], weight: noun ? 1 : 0.35, noun, abstract: false }
}

const talkInHiragana =
  /^(?:ください|くださ|ありがと|いただ|おしえ|ございま|でしょう|でした|ました|ませんか|なんです|のでしょ|どのよう|どんな|だった|っけ|ちなみ|について|につい|として|とりあえず|それ|これ|あれ|どれ|すべて|ぜんぶ|ところ|という|いくつ|もらえ|ほしい|しました|している|なりま|なって|やっぱ|けっきょく|つまり|もっと|ちょっと|ひとつ|ふたつ|みたい|らしい|ちゃんと|そもそも|たしか|いったい|わかり|わから|みなさ|そんな|こんな|かもしれ|もしか|まだまだ|いろいろ|できれば|あります|いますか|ですか)/u
