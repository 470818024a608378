import { formOf } from './office-did.ts'
import { actingHelp } from './session.ts'
import { type Group, jsonHelp } from './subcommands.ts'

const help = `Shows whether a language model takes part, and switches it off and on while the bot runs. For staff.

Usage: npm run -s bot -- model show
       npm run -s bot -- model off
       npm run -s bot -- model on

Options:
${actingHelp}
${jsonHelp}
  --help            this text

Switched off, the bot answers as it does without a model, from the next question on and also after a restart, and its
translations that nobody has read are not shown. Which model there is at all is the operator's to configure (MODEL).
Exit codes: 0 done; 1 refused (the text says why), or the data is faulty; 2 wrong options.
`

/** The language model's switch. */
export const modelGroup: Group = {
  name: 'model',
  help,
  options: {},
  subcommands: {
    show: { words: [], options: [], read: () => formOf({ name: 'model', act: { do: 'show' } }) },
    off: { words: [], options: [], read: () => formOf({ name: 'model', act: { do: 'switch', on: false } }) },
    on: { words: [], options: [], read: () => formOf({ name: 'model', act: { do: 'switch', on: true } }) },
  },
}
