import type { Minute } from '../../opinions/day.ts'
import type { FieldFault } from '../told.ts'
import { datesJa } from './dates.ts'

/** What stands in forms and on the person's own page, in Japanese: the source by which the English is typed. */
export const formsJa = {
  opinion: {
    title: '御意見',
    editTitle: (receipt: string) => `${receipt}の修正`,
    next: '内容を確認する',
    lead: '次の画面で、提出される内容を御確認いただきます。まだ受け付けておりません。',
    waits: '書きかけの御意見をお示ししています。',
    added: '書きかけの御意見に、ただいまの文を続けてお示ししています。',
    reference: (time: string) =>
      `参照：${time}の御発言（文面と発言された方のお名前は写しておりません。御意見は御自身の言葉でお書きください）`,
    call: '意見照会',
    callPlaceholder: 'お選びください',
    subject: '件名（議題・事業）',
    subjectPlaceholder: '番号や言葉で探す',
    subjectHint: '特定の議題や事業についてでなければ、空欄のままで結構です（全般）。',
    vote: '承認・不承認',
    voteHint: (calls: string) => `${calls}では、お選びください。`,
    text: '本文',
    textHint:
      '本文は6,000字までです。さらに長い文は、この自動応答とのチャットで「意見」とお送りいただくと、続けて承ります。',
    /** The button that opens the form for what is being written in messages. */
    inForm: '画面で書く',
    more: '本文（続き）',
    moreHint:
      '3,000字を超えるときに、続きをお書きください。6,000字を超える文は、ダイレクトメッセージで「意見」とお送りいただくと承ります。',
    print: 'お名前を公表資料に載せる',
    printHint: 'どなたの御意見かは、いずれの場合も事務局が確認いたします。',
    member: '委員',
    means: '届いた方法',
    day: '届いた日、または発言のあった日',
    original: '原本の照合値（SHA-256）',
    tooLong: (characters: number) =>
      `本文が${characters.toLocaleString('ja')}字あり、この画面に入りませんので、下書きとしてお預かりしました。まだ受け付けておりません。ダイレクトメッセージで「続き」とお送りいただくと、続きから承ります。`,
    inDirect:
      '書きかけの御登録は、ダイレクトメッセージで「続き」とお送りいただくと、続きから承ります。まだ受け付けておりません。',
    faults: {
      call: { missing: '意見照会をお選びください。', unknown: '受付を終えています。ほかの意見照会をお選びください。' },
      subject: {
        unknown: '件名に当たる議題や事業が見当たりません。お選び直しください。',
        several: '件名に当たる事業が複数あります。一つをお選びください。',
      },
      text: { missing: '本文をお書きください。', 'too-long': '本文は10,000字までで承ります。' },
      vote: {
        missing: '承認・不承認のどちらかをお選びください。',
        unknown: '承認・不承認のどちらかをお選びください。',
      },
      member: {
        unknown: '委員が名簿に見当たりません。お選び直しください。',
        several: '同じ名前の委員が複数いらっしゃいます。名簿のIDでお書きください。',
      },
      means: { unknown: '届いた方法をお選びください。' },
      day: { unknown: 'きょうまでの日付をお選びください。' },
      original: { unknown: '照合値は、SHA-256を16進数64桁でお書きください。' },
    } as Readonly<Record<FieldFault['field'], Partial<Readonly<Record<FieldFault['why'], string>>>>>,
  },
  confirm: { title: '御確認', file: '提出する', editFile: '修正する' },
  back: '戻る',
  done: '受付',
  alsoDirect: '同じ内容を、ダイレクトメッセージにもお送りします。今後のお知らせも、そちらへお送りします。',
  notice: 'お知らせ',
  reply: {
    title: '御返信',
    text: '御返信',
    hint: '3,000字までです。さらに長い文は、ダイレクトメッセージで御返信ください。',
    send: '返信する',
  },
  proof: {
    title: '文面の確認',
    text: '直したいところ',
    hint: '3,000字までです。さらに長い文は、ダイレクトメッセージで「直したいところがある」とお送りください。',
    send: 'この内容で伝える',
  },
  claim: { title: '名簿の確認', text: 'お名前', hint: '100字までです。', send: '依頼する' },
  ask: {
    title: '質問する',
    text: 'お尋ね',
    hint: 'お答えは、ダイレクトメッセージにも残ります。',
    send: '質問する',
    answer: 'お答え',
  },
  home: {
    lead: [
      '公表資料についてのお尋ねに、資料の文言のまま、出典を添えてお答えします。',
      '御意見は、提出される内容を御確認いただいた上で承り、受付番号をお返しします。',
    ],
    calls: '意見照会',
    noCalls: 'ただいま御回答をお願いしている意見照会はありません。御意見は随時承ります。',
    call: (name: string, deadline: Minute | null, answered: 'opinion' | 'none' | null) =>
      [
        name,
        ...(deadline === null ? [] : [`提出期限 ${datesJa.minute(deadline)}`]),
        answered === null
          ? 'まだお受けしておりません'
          : answered === 'none'
            ? '「意見なし」を承りました'
            : '御意見を承りました',
      ].join('　'),
    staffCall: (name: string, deadline: Minute | null) =>
      deadline === null ? name : `${name}　提出期限 ${datesJa.minute(deadline)}`,
    draft: '書きかけの御意見',
    draftLine: (text: string | null) =>
      `${text === null ? '' : `「${text}」　`}まだ受け付けておりません。30日間お預かりします。`,
    goOn: '続ける',
    mine: 'お受けしたもの',
    more: (number: number) => `ほか${number}件は、ダイレクトメッセージで受付番号をお送りいただくとお示しします。`,
    state: (state: string) => `状況：${state}`,
    see: '見る',
    guest:
      '御意見の提出は、名簿で確認できた委員の方から承っております。委員の方は、お名前をお伝えください。事務局が名簿と照らし合わせ、確認できましたらダイレクトメッセージでお知らせいたします。',
    claimed: (name: string) =>
      `「${name}」様として、事務局に確認を依頼しています。確認できましたら、ダイレクトメッセージでお知らせいたします。`,
    claim: '名簿の確認を依頼する',
    staff: '事務局の方：代理登録は「意見を書く」から、そのほかは事務局のチャンネルで承ります。',
    withdraw: '取り下げる',
    keep: '取り下げない',
    discardAsk: '下書きを破棄します。元に戻すことはできません。',
    discard: '破棄する',
    keepDraft: '破棄しない',
  },
}
