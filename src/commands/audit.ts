import { verifyState } from '../app.ts'
import { readConfig } from '../config.ts'
import type { Verified } from '../ports.ts'
import type { Command } from './run-command.ts'
import { readOptions, UsageFault } from './usage-fault.ts'

const help = `Checks that nothing in the run-time data was changed, added or cut off unseen.

Usage: npm run -s bot -- audit verify [OPTIONS]

Options:
  --head HEX   a check value (照合値) that was published: at least its first 6 digits; may be given several times
  --json       print one object
  --help       this text

The run-time data is in STATE_DIR; it is only read, also while the bot runs.
Without --head the chain is only compared with itself.
Exit codes: 0 the chain holds; 1 it does not, or the data cannot be read; 2 wrong options.
`

const options = {
  head: { type: 'string', multiple: true, default: [] as string[] },
  json: { type: 'boolean', default: false },
} as const

/** Verifies the audit chain of the run-time data. */
export const audit: Command = {
  help,
  async run(args, env) {
    const { values, positionals } = readOptions(args, options, 'words')
    if (positionals.join(' ') !== 'verify')
      throw new UsageFault(`"audit ${positionals.join(' ')}": known is "audit verify"`)
    const wrong = values.head.find((head) => !/^[0-9a-f]{6,64}$/iu.test(head))
    if (wrong !== undefined) throw new UsageFault(`--head ${wrong}: a check value is 6 to 64 hexadecimal digits`)
    const config = readConfig(env)
    const verified = await verifyState(
      config,
      values.head.map((hash) => ({ hash })),
    )
    process.stdout.write(
      values.json ? `${JSON.stringify(verified)}\n` : `${config.stateDir}: ${sentenceOf(verified)}\n`,
    )
    return verified.outcome === 'verified' ? 0 : 1
  },
}

function sentenceOf(verified: Verified): string {
  switch (verified.outcome) {
    case 'verified':
      return `the chain holds, entries: ${verified.head.entries}, check value: ${verified.head.hash}`
    case 'broken':
      return `the chain is broken at entry ${verified.entry}: ${verified.reason}`
    case 'not-in-chain':
      return `check value ${verified.published.hash} is not one of this chain's: something before it was changed or cut off`
  }
}
