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
  filesInChat: 'The files are sent in the chat with this service. Press "Allow" there to receive them.',
  filesByChat: 'Files cannot be handed over here. Please send the same command in the chat with this service.',
  menuFiles: 'Files are handed over in the chat with this service. Please send the files of divisions there as well.',
  fileOffered: (name) => `Here is "${name}".`,
  fileGone: 'This file can no longer be handed over. Please do the same once more.',
  fileHanded: 'This file has been handed over already. To have it once more, please make it anew.',
  fileNotPut: (name) => `"${name}" could not be handed over. Please do the same once more.`,
  workByCommand: (receipt) => `To work on it, send a command here, such as: queue show ${receipt}`,
  menuByCommand: 'No buttons are shown here. Please send words, such as "queue list" or "annex --help".',
  confirmByCommand: 'Make sure who it is, and send: roster confirm ACCOUNT --person ID',
  workingOn: 'This takes a moment. You will be told in the chat with this service what came of it.',
  slowToShow: 'This takes longer than usual to show. Please open it once more in a while.',
  fill: 'Please fill this in.',
  choose: 'Please choose.',
  wordsOnly:
    'Only written words are read here; pictures, stickers and files are not taken in. Please write your question or opinion. For how to use this service, send "help".',
  sayInstead: 'This cannot be done here. Please send "opinion" in the chat with this service.',
}
