import { SubmissionErasure } from '../opinions/erase.ts'
import { MemberErasure } from '../opinions/erase-member.ts'
import { formOf } from './office-did.ts'
import { actingHelp } from './session.ts'
import { check, type Group, jsonHelp } from './subcommands.ts'
import { UsageFault } from './usage-fault.ts'

const help = `Erases a submission, or a member with all he sent, from the run-time data. By two of the staff.

Usage: npm run -s bot -- erase RECEIPT --reason TEXT [--yes]
       npm run -s bot -- erase --member NAME --reason TEXT [--yes]
       npm run -s bot -- erase --pending

Options:
  --member NAME     the member (name or id)
  --reason TEXT     why; it is kept, so let it repeat nothing of what is erased
  --yes             erase what another of the staff has asked for; else that is only shown
  --pending         list what was asked for and not done yet: what, by whom, when, why, and until when that holds
${actingHelp}
${jsonHelp}
  --help            this text

The first call asks for it, and erases nothing. The same by another of the staff shows who asked, when and why; with --yes
it erases, if somebody else asked within 30 days (else it asks anew). What is erased cannot be brought back.
Exit codes: 0 done; 1 refused (the text says why), or the data is faulty; 2 wrong options.
`

const which = 'give either a receipt number, as R8-012, or --member NAME'
const reasonHint = 'say why in 1 to 500 characters'

/** Erasures. */
export const eraseGroup: Group = {
  name: 'erase',
  help,
  options: {
    member: { type: 'string' },
    reason: { type: 'string' },
    yes: { type: 'boolean' },
    pending: { type: 'boolean' },
  },
  subcommands: {
    '': {
      words: ['RECEIPT'],
      options: ['member', 'reason', 'yes', 'pending'],
      read: (given) => {
        const [receipt] = given.words
        const member = given.text('member')
        if (given.has('pending')) {
          const isAlone = receipt === undefined && !['member', 'reason', 'yes'].some((name) => given.has(name))
          if (!isAlone) throw new UsageFault('--pending lists what waits: give nothing else with it')
          return formOf({ name: 'list-erasures' })
        }
        const about = receipt === undefined ? member : receipt
        if (about === undefined || (receipt !== undefined && member !== undefined))
          throw new UsageFault(`what is to be erased: ${which}`)
        const reason = check(SubmissionErasure.shape.reason, '--reason', given.needed('reason', reasonHint), reasonHint)
        const confirmed = given.has('yes')
        return receipt === undefined
          ? formOf({
              name: 'erase-member',
              input: { member: check(MemberErasure.shape.member, '--member', about, which), reason, confirmed },
            })
          : formOf({
              name: 'erase-submission',
              input: { receipt: check(SubmissionErasure.shape.receipt, 'RECEIPT', about, which), reason, confirmed },
            })
      },
    },
  },
}
