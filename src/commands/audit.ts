import { openState, verifyState } from '../app.ts'
import { readConfig } from '../config.ts'
import type { LoggedAct } from '../opinions/act.ts'
import { minuteOf } from '../opinions/day.ts'
import { Records } from '../opinions/records.ts'
import type { Verified } from '../ports.ts'
import { readReviewed } from '../record/read-reviewed.ts'
import type { Command, Environment } from './run-command.ts'
import { readOptions, UsageFault } from './usage-fault.ts'

const help = `Checks that nothing in the run-time data was changed, added or cut off unseen, or lists who did what.

Usage: npm run -s bot -- audit verify [--head HEX]...
       npm run -s bot -- audit log [--about WHAT]

Options:
  --head HEX        verify: a check value (照合値) that was published: at least its first 6 digits; may be given several times
  --about WHAT      log: only what was done to this (a receipt number, a call, or roster)
  --committee DIR   log: another committee's folder (else COMMITTEE_DIR)
  --json            print one object; log: one for each act
  --help            this text

The run-time data is in STATE_DIR. verify only reads, also while the bot runs; without --head the chain is only compared with
itself. log opens the data, so stop the bot first: time (Japan), act, what it was done to, who (staff by id and post; members
are not named), and the system user where it was done at the machine itself.
Exit codes: 0 the chain holds, or the log is listed; 1 it does not, or the data cannot be read; 2 wrong options.
`

const options = {
  head: { type: 'string', multiple: true, default: [] as string[] },
  about: { type: 'string' },
  committee: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const

/** Verifies the audit chain of the run-time data, and lists the audit log. */
export const audit: Command = {
  help,
  async run(args, env) {
    const { values, positionals } = readOptions(args, options, 'words')
    const subcommand = positionals.join(' ')
    if (subcommand === 'verify') return await verify(values, env)
    if (subcommand === 'log') return await log(values, env)
    throw new UsageFault(`"audit ${subcommand}": known are "audit verify" and "audit log"`)
  },
}

async function verify(
  { head: heads, json }: { readonly head: readonly string[]; readonly json: boolean },
  env: Environment,
): Promise<number> {
  const wrong = heads.find((head) => !/^[0-9a-f]{6,64}$/iu.test(head))
  if (wrong !== undefined) throw new UsageFault(`--head ${wrong}: a check value is 6 to 64 hexadecimal digits`)
  const config = readConfig(env)
  const verified = await verifyState(
    config,
    heads.map((hash) => ({ hash })),
  )
  process.stdout.write(json ? `${JSON.stringify(verified)}\n` : `${config.stateDir}: ${sentenceOf(verified)}\n`)
  return verified.outcome === 'verified' ? 0 : 1
}

async function log(
  { about, json, committee }: { readonly about?: string; readonly json: boolean; readonly committee?: string },
  env: Environment,
): Promise<number> {
  const config = readConfig(env, { committee })
  await using store = await openState(config, {})
  const records = new Records(store, readReviewed(config.committeeDir).committee.id)
  const acts = await records.list('acts', about === undefined ? {} : { about })
  for (const { value } of acts) process.stdout.write(`${json ? JSON.stringify(value) : lineOf(value)}\n`)
  return 0
}

/** `2026-08-20 21:14  filed  R8-012  member  at the machine, user`. */
function lineOf({ at, did, about, by, local }: LoggedAct): string {
  const who = by.kind === 'staff' ? `${by.id} (${by.post})` : by.kind
  const where = local === null ? [] : [`at the machine: ${local}`]
  return [minuteOf(at).replace('T', ' '), did, about, who, ...where].join('  ')
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
