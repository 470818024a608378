/** How an answer was made (この回答について), in Japanese: the source by which the English is typed. */
export const explainJa = {
  /** Stands under an answer in whose making a language model took part. */
  byModel: 'お答えの箇所を探すのに、言語モデルを使いました。資料の文言は、原文のままです。',
  pointedLead: 'お尋ねに当たると思われる記載は、次のとおりです。',
  /** Leads an answer to a question that was read as being about what it does not name itself. */
  readAs: (words: readonly string[]) =>
    `お尋ねを、${words.map((word) => `「${word}」`).join('')}についてのことと読んでお答えします。違う場合は、資料の言葉や事業の番号でお尋ねください。`,
  lead: (id: string, day: string) => `お答え番号：${id}（${day}）`,
  /** True as well where a model was asked, and gave no answer that could be used. */
  byRules: 'このお答えは、番号、名称、評価、言葉の照合だけで選び出したもので、言語モデルの答えは用いていません。',
  notHeeded: '言語モデルにも尋ねましたが、このお答えは、番号、名称、評価、言葉の照合だけで選び出したものです。',
  understood: 'お尋ねが何についてのものかの読み取りに、言語モデルを使いました。',
  pointed: '記載箇所の選び出しに、言語モデルを使いました。',
  withdrawn: '言語モデルも使って確かめ、お尋ねの点の記載は見当たらないとお答えしたものです。',
  fromRecord: '引用した文言は、いずれも資料から写したもので、言語モデルが書いたものではありません。',
  passages: (sources: readonly string[]) => `お示しした記載箇所：${sources.join('、')}`,
  noPassages: 'お示しした記載箇所：なし',
  elsewhere: (count: number) => `ほかの${count}か所は、ただ今御覧いただける資料にはありません。`,
  record: (version: string) => `資料の版：${version}（現在と同じ版）`,
  oldRecord: (version: string, now: string) => `資料の版：${version}（現在の版は${now}）`,
  call: (what: string, model: string, prompt: string, settings: string) =>
    `言語モデル（${what}）：${[model, `指示文 ${prompt}`, ...(settings === '' ? [] : [settings])].join('、')}`,
  job: { understand: '読み取り', point: '選び出し', translate: '翻訳', assist: '回答案' } as Readonly<
    Record<string, string>
  >,
  prompt: (id: string, version: string, language: 'ja' | 'en') =>
    `${id} 第${version}版（${language === 'ja' ? '日本語' : '英語'}）`,
  setting: (name: string, value: string) => `${name} ${value}`,
  noneYet: 'お示しするお答えがまだありません。先にお尋ねをお送りください。',
  notKept: (days: number) =>
    `その番号のお答えの記録は見当たりません。記録は${days}日の間お預かりしています。番号（例：A-7K2M-9QXT）を御確認ください。`,
}
