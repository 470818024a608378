import type { facesJa } from './faces-ja.ts'

/** The same in English. */
export const facesEn: typeof facesJa = {
  seeSource: 'See the source',
  doubt: 'If you think this is not right',
  restInDirectMessage: 'Please see the direct message for the rest.',
  close: 'Close',
  working: 'This takes a moment. Please wait.',
  sourceTitle: 'Source',
  status: 'looks through the documents',
  promptsTitle: 'You can ask, for example:',
  filesElsewhere: 'Files cannot be handed over here. Give the same command in a terminal on the server, with --out.',
  workByCommand: (receipt) => `To work on it, send a command here, such as: queue show ${receipt}`,
  confirmByCommand: 'Make sure who it is, and send: roster confirm ACCOUNT --person ID',
  workingOn: 'This takes a moment. You will be told in the chat with this service what came of it.',
  slowToShow: 'This takes longer than usual to show. Please open it once more in a while.',
  fill: 'Please fill this in.',
  choose: 'Please choose.',
  sayInstead: 'This cannot be done here. Please send "opinion" in the chat with this service.',
}
