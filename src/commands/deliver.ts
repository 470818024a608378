import type { Command } from './run-command.ts'
import { openSession } from './session.ts'
import { readOptions } from './usage-fault.ts'

const help = `Prepares the reminders that are due and the daily digest, and delivers what waits in the outbox, once. For a timer such as cron.

Usage: npm run -s bot -- deliver [OPTIONS]

Options:
  --committee DIR   another committee's folder (else COMMITTEE_DIR)
  --json            print one object: {delivered, waiting, refused}
  --help            this text

What is refused will not get there; "opinion undelivered" shows staff why.
Exit codes: 0 done; 1 the record or the run-time data is faulty, or in use by another process; 2 wrong options.
`

/** Does what is to be done as time goes by, once. */
export const deliver: Command = {
  help,
  async run(args, env) {
    const { values } = readOptions(
      args,
      { committee: { type: 'string' }, json: { type: 'boolean', default: false } },
      'no words',
    )
    await using session = await openSession(env, { committee: values.committee })
    const { delivered, waiting, refused } = await session.bot.tick()
    process.stdout.write(
      values.json
        ? `${JSON.stringify({ delivered, waiting, refused })}\n`
        : `delivered: ${delivered}, waiting: ${waiting}, refused: ${refused}\n`,
    )
    return 0
  },
}
