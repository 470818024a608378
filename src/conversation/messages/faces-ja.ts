/** What only faces with buttons and views show, in Japanese: the source by which the English is typed. */
export const facesJa = {
  seeSource: '出典を見る',
  /** Stands before the button that passes the question on. */
  doubt: '内容が違うと思われる場合',
  /** The last line of a view that cannot hold all of a message. */
  restInDirectMessage: '続きは、ダイレクトメッセージを御覧ください。',
  close: '閉じる',
  working: '処理しています。少しお待ちください。',
  sourceTitle: '出典',
  /** Stands in place of the answer while it takes longer. */
  status: '資料を確認しています',
  promptsTitle: '例えば、次のようにお尋ねいただけます。',
  /** Where a platform cannot take a file. */
  filesElsewhere:
    'ファイルは、この場ではお渡しできません。サーバーの端末で、同じコマンドに --out を付けて実行してください。',
  /** Where files are handed over in the chat with one person only. */
  filesInChat: 'ファイルは、この自動応答とのチャットにお送りします。そこで「許可」を押すと、お受け取りいただけます。',
  filesByChat:
    'ファイルは、この場ではお渡しできません。同じコマンドを、この自動応答との1対1のチャットにお送りください。',
  menuFiles:
    'ファイルの受渡しは、この自動応答との1対1のチャットで承ります。担当課の回答のファイルも、そちらにお送りください。',
  fileOffered: (name: string) => `「${name}」をお渡しします。`,
  fileGone: 'このファイルをお渡しできる時間を過ぎました。お手数ですが、同じ操作をもう一度お願いいたします。',
  /** Where it is asked for once more. */
  fileHanded:
    'このファイルは、既にお渡ししています。もう一度お受け取りになるときは、お手数ですが、ファイルを作るところからお願いいたします。',
  fileNotPut: (name: string) =>
    `「${name}」をお渡しすることができませんでした。お手数ですが、同じ操作をもう一度お願いいたします。`,
  /** Where a platform has no forms for the secretariat. */
  workByCommand: (receipt: string) => `処理は、ここでコマンドをお送りください。例：queue show ${receipt}`,
  menuByCommand: 'ここではボタンをお示ししておりません。「queue list」「annex --help」のように、言葉でお送りください。',
  confirmByCommand: '名簿のどなたかを確かめて、「roster confirm アカウント --person 名簿のID」とお送りください。',
  /** What a dialog says that takes longer than its platform waits. */
  workingOn: '処理しています。結果は、この自動応答とのチャットでお知らせいたします。',
  slowToShow: 'ただいま、表示に時間がかかっております。しばらくしてから、もう一度お開きください。',
  /** At a field that was left empty. */
  fill: '御記入ください。',
  choose: 'お選びください。',
  /** Where pictures, stickers or files came without a word. */
  wordsOnly:
    'ここでは、文字でお送りいただいたものだけを拝見しています。画像、スタンプ、ファイルは受け取っておりません。お尋ねや御意見は、文字でお送りください。使い方は「使い方」とお送りいただければ御案内します。',
  sayInstead: 'この画面では承れません。この自動応答とのチャットで「意見」とお送りください。',
}
