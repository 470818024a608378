/** Words of asking, answering and polite talk: they name no matter, so the record need not have them. Stems, without okurigana. */
export const talk = new Set(
  `教 知 見 言 聞 書 示 述 思 考 伝 答 願 下 頂 致 存 承 申 上 挙 並 出 来 行 確 違 合 正 良 悪 多 少 大 小 高 低 入 付 掛 載 読 探 調 比 使 持 取 受 立 置 始 終 続 変 分 別 同
  回答 返事 返答 意見 御意見 御 委員 委員会 懇談会 懇談 事務局 事務 局 市 市側 側 行政 役所 市役所 資料 別紙 記録 文書 書類 記載 掲載 内容 件 話 点 事 物 方 人 理由 根拠 背景 経緯 事情 原因 訳
  結局 具体 具体的 的 詳細 詳 全部 全 一覧 列挙 質問 確認 教示 承知 現在 今回 今 前 先 後 次 他 各 何 誰 幾 度 回 年 月 日 番 号 番号 事業 取組 取り組み 取り組 取 組 評価 指標 状況 結果 箇所 場所 場合
  際 時 所 様 殿 皆様 皆 私 僕 俺 君 部分 一部 以上 以下 以外 程度 位 一番 一通 最後 最初 最新 最近 本当 間違 本件 当該 該当 関係 関連 対 関 中 内 外 間 上記 下記 件数 数 数字 数値 名前 名称 名 正式 題名 項目
  説明 発言 発表 回答者 見解 考え方 考え 対応 姿勢 印象 感想 指摘 要望 提案 総評 評判 議題 議論 会 文言 文面 言葉 言及 表現 原文 出典 引用 頁 欄 左 右 列 行目 議会 報告 報告書 転記 引用 記事 取材 学生 記者
  簡単 簡潔 短 率直 正直 普通 実際 実態 特 主 明 明確 正確 感じ 気 意味 記号 印 説 例 例えば 感 形 案 案内 参考 必要 可能 予定 希望 期待 理解 認識 把握 把 判断 評定 判定 採点 既 未 再 改 新 旧 氏名 表 図 用語
  命令 指示 管理者 無視 表示 以後 以降 今後 将来 当時 当初 一方 両方 双方 片方 全般 皆さん 委員さん 方々 一言 一文 一つ 一点 貴 弊 御中 御教示 拝見 拝 恐縮 失礼 急 至急 宜 幸 助 勉強中 初 初心者 素人
  スマホ メール アドレス ページ リスト コメント データ ポイント メモ タイトル ソース テキスト チェック フォーカス ダメ マジ ホント トコ ヤツ コト モノ ワケ バツ ペケ 二重丸 重丸 丸 三角 無 有 済 達成 達 成 脱 進捗 状態 分野 政策 政策分野 領域 段階 件目 売 買 年度 第 出来 登場 見込 突 腑 前回 今回 紙面 論拠 議会答弁 答弁 箇条書 箇条書き 照会 具合 声 件名 節目 柱 拾 洗 産 至 紹介 整 編集 出力 末尾 校正 モード システム 都合 答弁書 論文 研究 授業 宿題 取材中 住民 市民 友人 知人 先生 教授 上司 部下 同僚 父 母 個人 個人的 一般 一般的 素朴 疑問 不思議 納得 残念 心 嬉 助言 御礼 念 念押 再確認 早速 先日 昨日 今日 明日 午前 午後 電話 相談 手元 文中 本文 冒頭 該当箇所 大丈夫 可 不可 否 是非 正誤 真偽 由 旨 辺 辺り 風 筋 仮 万一 仮定 前提 事項 観点 視点 立場 側面 面 角度 趣旨 要旨 要点 要約 概要 概略 骨子 中身 詳述 論点 ランク 訂正 検証 修正 変更 記入 当日 令和 平成 想定 単独 単体 今 例年
  no fy r project`.split(/\s+/u),
)

/** Words for a side of any matter: they tell little of which matter, but where one of them is asked for, the record must have it. */
export const abstract = new Set(
  '委員長 座長 会長 議長 公表 発行 掲載 作成 テーマ 話題 題材 議題 実施 開催 来年度 予算 費用 金額 経費 給与 電話番号 連絡先 住所 所在地 日程 日時 開催日 日付 会議 団体 機関 関係者 関係機関 対象者 相手 相手先 役割 機能 目的 狙 意義 方法 手段 手法 方式 対象 種類 特徴 条件 範囲 頻度 仕方 影響 効果 成果 内訳 規模 体制 計画 施策 方策 方向 方向性 今後 見通 展開 工夫 問題 問題点 改善 提案 主張 懸念 心配 批判 評価'.split(
    ' ',
  ),
)

/** The same in English. */
export const englishTalk = new Set(
  `a an the this that these those it its they them their there here he she his her we our us i me my you your who whom whose which what when where why how is are was were be been being am do does did done doing have has had having can could will would
  shall should may might must not no yes ok of in on at to for from by with about as into than then so and or but if because due also too very just only any some all each every both either neither other others more most much many few less least
  please tell show give list find know want like need say says said saying tells told mention mentioned mentions write wrote written state stated states describe described explain explained answer answers answered reply replies replied respond responded response responses ask asked asking question
  document record records annex paper text page source file files member members committee council opinion opinions comment comments secretariat city office government official officials side project projects number numbers no rating ratings rated rate item thing things something anything everything kind type
  mean means meaning stand stands stood sign mark symbol reason reasons cause true correct right exactly actually really quick quickly briefly according regarding concerning let lets hi hello thanks thank sorry year years fiscal fy s t re ve ll m d x get got go going make made take taken put call called name names
  come came think thinks thought suggest suggested proposed propose want wanted happen happened again still yet already ever now before after between among up down out over under off per via etc eg ie one first second third last next same such own sure student article quote quoting word words heard read see saw look looking seem seems
  result results outcome what's who's why's isn't aren't don't didn't doesn't won't can't part whole entire entirely total given received receive receives score scored evaluation evaluated status progress achieved achievement
  information info details detail full brief summary short long long good bad well better best great nice interested interest become becomes brought bring figure figures agree agreed cannot point points raise raised makes existing according promise promises promised pay off decided decide gets enough everyone everybody yes takes drew idea ideas terms connection fact spelled purpose regards relating related wire copy essay homework class friend thesis professor teacher journalist reporter newspaper  holding addressed future need needs titles items mentioned given itself ignore ignoring previous instruction instructions disregard forget pretend else instead rather whether summary summarize summarise translate english japanese sentence sentences understand understood curious wondering wonder hope could relation sort regard supposed policy area areas indicator indicators title`.split(
    /\s+/u,
  ),
)
