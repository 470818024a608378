import { Disposal } from '../opinions/dispose-round.ts'
import { formOf } from './office-did.ts'
import { actingHelp } from './session.ts'
import { check, type Group, jsonHelp } from './subcommands.ts'

const help = `Lists the rounds that need not be kept any longer, and disposes of one by two of the staff.

Usage: npm run -s bot -- retention list
       npm run -s bot -- retention dispose CALL --reason TEXT [--yes]

Options:
  --reason TEXT     dispose: why; it is kept
  --yes             dispose: of what another of the staff has asked for; else that is only shown
${actingHelp}
${jsonHelp}
  --help            this text

A round is listed when it is closed and published and RETENTION_YEARS whole fiscal years after that one are over. Nothing is
ever disposed of by itself. The first call asks for it; the same by another of the staff shows who asked, when and why; with
--yes it takes the round off the disk. What is disposed of cannot be brought back, and its annex answers no question any more.
Exit codes: 0 done; 1 refused (the text says why), or the data is faulty; 2 wrong options.
`

const reasonHint = 'say why in 1 to 500 characters'

/** What need not be kept any longer. */
export const retentionGroup: Group = {
  name: 'retention',
  help,
  options: { reason: { type: 'string' }, yes: { type: 'boolean' } },
  subcommands: {
    list: { words: [], options: [], read: () => formOf({ name: 'digest', act: { do: 'list-expired' } }) },
    dispose: {
      words: ['CALL'],
      options: ['reason', 'yes'],
      read: (given) => {
        const call = check(Disposal.shape.call, 'CALL', given.words[0], 'give the id of a call, as 2026-1')
        const reason = check(Disposal.shape.reason, '--reason', given.needed('reason', reasonHint), reasonHint)
        return formOf({ name: 'digest', act: { do: 'dispose', input: { call, reason, confirmed: given.has('yes') } } })
      },
    },
  },
}
