/** Why a notice did not get there, for the secretariat, which works in Japanese: kept with the notice when it happens. */
export const undelivered = {
  nobody: 'お届けする先がありません。アカウントの確認、または名簿へのメールアドレスの登録をお願いいたします。',
  noMessenger: (kind: string) => `「${kind}」へお届けする設定がありません。運用担当に御確認ください。`,
  attempts: (times: number, kind: string) => `${times}回お送りしましたが、お届けを確認できませんでした（${kind}）。`,
  noMailAddress: '宛先がメールアドレスの形になっていません。名簿を御確認ください。',
  mailRefused: (code: string) => `メールサーバーが宛先を受け付けませんでした（${code}）。名簿を御確認ください。`,
  noSlackPlace: '宛先がSlackの会話の形になっていません。運用担当に御確認ください。',
  slackRefused: (error: string) =>
    error === 'not_in_channel' || error === 'channel_not_found'
      ? `Slackのチャンネルにこの自動応答が参加していないため、お届けできませんでした（${error}）。チャンネルに招待してください。`
      : `Slackが受け付けませんでした（${error}）。運用担当に御確認ください。`,
  noTeamsPlace: '宛先がTeamsの会話の形になっていません。運用担当に御確認ください。',
  /** `isGone`: the app was taken away there, or is blocked. */
  teamsRefused: (error: string, isGone: boolean) =>
    isGone
      ? `Teamsのこの宛先にはアプリが追加されていないか、止められているため、お届けできませんでした（${error}）。御本人またはチームの所有者に、アプリの追加をお願いしてください。`
      : `Teamsが受け付けませんでした（${error}）。運用担当に御確認ください。`,
}
