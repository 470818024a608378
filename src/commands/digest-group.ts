import { Day } from '../opinions/day.ts'
import { formOf } from './office-did.ts'
import { actingHelp } from './session.ts'
import { check, type Group, jsonHelp } from './subcommands.ts'

const help = `Shows the daily digest (日次まとめ) for staff, without sending it.

Usage: npm run -s bot -- digest [--date YYYY-MM-DD]

Options:
  --date DAY        the digest of this day as it was made (else today's; before it is made, how it would read now)
${actingHelp}
${jsonHelp}
  --help            this text

It is made at DIGEST_TIME (Japan) on working days, by whatever runs then: a chat, or "deliver" from a timer. Its check value
(照合値) is for "audit verify --head".
Exit codes: 0 done; 1 refused (the text says why), or the data is faulty; 2 wrong options.
`

/** The daily digest. */
export const digestGroup: Group = {
  name: 'digest',
  help,
  options: { date: { type: 'string' } },
  subcommands: {
    '': {
      words: [],
      options: ['date'],
      read: (given) => {
        const date = given.text('date')
        const day = date === undefined ? null : check(Day, '--date', date, 'write a day as 2026-08-27')
        return formOf({ name: 'digest', act: { do: 'show', day } })
      },
    },
  },
}
