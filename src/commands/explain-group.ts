import { findAnswerId } from '../conversation/answer-id.ts'
import { formOf } from './office-did.ts'
import { actingHelp } from './session.ts'
import { type Group, jsonHelp } from './subcommands.ts'
import { UsageFault } from './usage-fault.ts'

const help = `Shows how an answer was made, for staff and for whoever runs the bot at this machine.

Usage: npm run -s bot -- explain ANSWER_ID

Options:
${actingHelp}
${jsonHelp}
  --help            this text

ANSWER_ID is what 「この回答について」 (about this answer) shows to whoever asked, such as A-7K2M-9QXT; it may be written without
dashes and in small letters. Shown are the passages, the version of the record, whether a language model took part, and the
model, prompts and settings. Neither what was asked nor by whom is kept with it; it is kept for 30 days.
Exit codes: 0 done; 1 there is no such answer, or it was refused; 2 wrong options.
`

/** How an answer was made. */
export const explainGroup: Group = {
  name: 'explain',
  help,
  options: {},
  isMeant: (word) => findAnswerId(word) !== undefined,
  subcommands: {
    '': {
      words: ['ANSWER_ID'],
      options: [],
      read({ words: [answer] }) {
        if (answer === undefined) throw new UsageFault('explain: ANSWER_ID is missing: explain A-7K2M-9QXT')
        return formOf({ name: 'explain', answer })
      },
    },
  },
}
