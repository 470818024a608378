import type { Minute } from '../../opinions/day.ts'
import type { Misfit } from '../../questions/check-translation.ts'
import { datesJa } from './dates.ts'
import { officeJa } from './office-ja.ts'

const misfits: Readonly<Record<Misfit, string>> = {
  empty: '訳文がありません',
  length: '長さが原文と釣り合いません',
  markup: '文字のほかに、記号や宛先が混じっています',
  language: '英語の文になっていません',
  numbers: '数が原文と一致しません',
  signs: '評価の記号が原文と一致しません',
}

/** The language model, in Japanese: the source by which the English is typed. */
export const modelJa = {
  /** What members are told with the greeting while a model takes part. */
  aside: (name: string | null, host: string | null) =>
    `お尋ねの読み取り、記載箇所の選び出し、英訳に、言語モデル${nameAt(name, host)}を使うことがあります。お尋ねの文面と資料の該当箇所をそこへ送り、お名前は送りません。お答えの文言は資料のままです。「この回答について」とお送りいただくと、どのように選んだかをお示しします。`,
  /** Besides, where it may be shown what is not public. */
  asideOpinions: '公表前の御意見と考え方の文面も、お名前を除いて送ることがあります。',

  none: '言語モデルは設定されていません。お答えは、資料の照合だけで作っています。',
  noneYet: '言語モデルは、まだ設定されていません。設定されたときから、この切替えに従います。',
  on: (name: string | null) => `言語モデル${nameAt(name, null)}を使っています。`,
  off: (name: string | null) => `言語モデル${nameAt(name, null)}は設定されていますが、止めています。`,
  switchedBy: (on: boolean, by: string, minute: Minute) =>
    `${datesJa.minute(minute)}に、${by}が${on ? '使う' : '止める'}こととしました。`,
  host: (host: string) => `送り先：${host}`,
  seesOpinions: '公表前の御意見と考え方も、お名前を除いて送ることがあります。',
  seesNoOpinions: '送るのは、お尋ねの文面と公表された資料だけです。',
  patience: (seconds: number) => `お答えが待つ時間：合わせて${seconds}秒まで`,
  today: (calls: number, most: number | null) => `きょうの利用：${calls}回${most === null ? '' : `（上限${most}回）`}`,
  offHint: '止めるときは「model off」とします。',
  onHint: '使うときは「model on」とします。',
  switched: {
    on: '言語モデルを使うこととしました。止めるときは「model off」とします。',
    off: '言語モデルを止めました。お答えは、資料の照合だけで作ります。使うときは「model on」とします。',
  },

  state: {
    machine: '未確認',
    withheld: '表示せず',
    accepted: '確認済み',
    corrected: '訂正済み',
    rejected: '不採用',
  },
  translations: (number: number) => `英訳は次の${number}件です。`,
  translationsNone: (all: number) =>
    all === 0
      ? '英訳は、まだありません。'
      : `当てはまる英訳はありません（全${all}件）。「--state all」ですべて御覧いただけます。`,
  translationLine: (id: string, state: string, start: string, cut: boolean) =>
    `・${id}　${state}　「${start}${cut ? '…' : ''}」`,
  translationsMore: (number: number) =>
    `このほか${number}件を示しておりません。「--state」で絞るか、順に御確認ください。`,
  showHint: '「translation show T-…」で、原文と並べて御覧いただけます。',
  translation: (id: string, state: string, passage: string) => `英訳${id}　${state}　原文（${passage}）`,
  machine: '言語モデルの英訳',
  correction: '事務局の訳文',
  noWords: '言語モデルの英訳は、文として残せるものではありませんでした。',
  /** Why code keeps a translation from being shown. */
  misfits,
  withheldFor: (why: string) => `委員には表示しておりません（${why}）。`,
  readBy: (by: string, minute: Minute) => `確認：${by}　${datesJa.minute(minute)}`,
  made: (model: string, prompt: string, version: string) => `作成：${model}（指示 ${prompt} 第${version}版）`,
  reviewHint: (id: string) =>
    `「translation accept ${id}」で採用、「translation correct ${id} --text 訳文」で訂正、「translation reject ${id}」で不採用とします。`,
  reviewed: {
    accepted: (id: string) => `${id}を、事務局が確認した英訳としました。`,
    corrected: (id: string) => `${id}の訳文を改めました。これからのお答えには、この訳文を示します。`,
    rejected: (id: string) => `${id}を不採用としました。お答えには示さず、改めて作ることもありません。`,
  },
  numbersDiffer: '訳文の数が、原文の数と一致していないようです。念のため御確認ください。',

  /** A draft of a response that a model proposes. */
  suggestion: {
    lead: (item: string) =>
      `${item}の考え方（案）の下書きです。言語モデルが作ったもので、保存も送付もしておりません。決まっていないことを決まったように書いていないか、事実に合うかを御確認の上、書き直してお使いください。`,
    noDraft: (item: string) =>
      `言語モデルは、${item}の考え方（案）の下書きを作りませんでした。拠りどころとなる記載がないものと思われます。`,
    numbers: (numbers: readonly string[]) =>
      `次の数は、御意見にも、下に示した記載にもありません：${numbers.join('、')}`,
    precedents: '下書きの拠りどころとして挙げられた記載（資料の文言のまま）',
    precedentsNone: '下書きの拠りどころとなる記載は、挙げられませんでした。',
    similar: '似ていると思われる項目',
    similarLine: (item: string, start: string, cut: boolean) => `・${item}　「${start}${cut ? '…' : ''}」`,
    questions: '担当課に確かめることとして挙げられた点',
    question: (text: string) => `・${text}`,
    made: (model: string, prompt: string, version: string) => `作成：${model}（指示 ${prompt} 第${version}版）`,
    hint: (item: string) => `お使いになるときは、直した文面を「queue respond ${item} --text …」でお預けください。`,
    gone: (item: string) =>
      `${item}の下書きは残しておりません。もう一度御覧になるときは「queue suggest ${item}」とお送りください。`,
    refused: {
      'no-model': (item: string) =>
        `言語モデルは使われておりませんので、${item}の下書きはありません。「model show」で状態を御覧いただけます。`,
      'may-not-see': (item: string) =>
        `言語モデルには公表された資料だけを見せることとしていますので、${item}の御意見は送っておりません。公表前の御意見も（お名前を除いて）見せる場合は、運用担当に MODEL_MAY_SEE_OPINIONS=on の設定を御依頼ください。`,
      'no-suggestion': (item: string) =>
        `${item}の下書きを、今回は得られませんでした。御意見も回答も変わっておりません。時間をおいて、もう一度お試しください。`,
      'over-budget': (item: string) =>
        `きょう使える回数に達しましたので、${item}の下書きはありません。あすまたお試しいただくか、運用担当に上限を御相談ください。`,
    },
  },

  refused: {
    'not-staff': officeJa.refused['not-staff'],
    'unknown-translation': (id: string) =>
      `${id}という英訳は見当たりません。「translation list --state all」で番号を御確認ください。`,
    withheld: (id: string) =>
      `${id}は、原文と一致しないところがあるため表示しておりません。「translation correct ${id} --text 訳文」で訳文をお書きください。`,
    'already-reviewed': (id: string, state: string, by: string | null) =>
      `${id}は、${by === null ? '' : `${by}が確認し、`}「${state}」となっています。変更はしておりません。`,
    'switched-already': (on: boolean, by: string, minute: Minute) =>
      `言語モデルは、${datesJa.minute(minute)}に${by}が${on ? '使う' : '止める'}こととしたままです。変更はしておりません。`,
  },
}

/** （gpt、送り先 api.example） as far as it is known. */
function nameAt(name: string | null, host: string | null): string {
  const parts = [name, host === null ? null : `送り先 ${host}`].filter((part) => part !== null)
  return parts.length === 0 ? '' : `（${parts.join('、')}）`
}
