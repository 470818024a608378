import { SubmissionErasure } from '../opinions/erase.ts'
import { MemberErasure } from '../opinions/erase-member.ts'
import { formOf } from './office-did.ts'
import { actingHelp } from './session.ts'
import { check, type Group, jsonHelp } from './subcommands.ts'
import { UsageFault } from './usage-fault.ts'

const help = `Erases a submission, or a member with all he sent, from the run-time data. By two of the staff.

Usage: npm run -s bot -- erase RECEIPT --reason TEXT
       npm run -s bot -- erase --member NAME --reason TEXT

Options:
  --member NAME     the member (name or id)
  --reason TEXT     why; it is kept, so let it repeat nothing of what is erased
${actingHelp}
${jsonHelp}
  --help            this text

The first call asks for it; the same by another of the staff does it. What is erased cannot be brought back.
Exit codes: 0 done; 1 refused (the text says why), or the data is faulty; 2 wrong options.
`

const which = 'give either a receipt number, as R8-012, or --member NAME'
const reasonHint = 'say why in 1 to 500 characters'

/** Erasures. */
export const eraseGroup: Group = {
  name: 'erase',
  help,
  options: { member: { type: 'string' }, reason: { type: 'string' } },
  subcommands: {
    '': {
      words: ['RECEIPT'],
      options: ['member', 'reason'],
      read: (given) => {
        const [receipt] = given.words
        const member = given.text('member')
        const about = receipt === undefined ? member : receipt
        if (about === undefined || (receipt !== undefined && member !== undefined))
          throw new UsageFault(`what is to be erased: ${which}`)
        const reason = check(SubmissionErasure.shape.reason, '--reason', given.needed('reason', reasonHint), reasonHint)
        return receipt === undefined
          ? formOf({
              name: 'erase-member',
              input: { member: check(MemberErasure.shape.member, '--member', about, which), reason },
            })
          : formOf({
              name: 'erase-submission',
              input: { receipt: check(SubmissionErasure.shape.receipt, 'RECEIPT', about, which), reason },
            })
      },
    },
  },
}
