import { openRecord, openState } from '../app.ts'
import { type Config, readConfig } from '../config.ts'
import { Fault } from '../fault.ts'
import { readClosedDays } from '../record/read-closed-days.ts'
import type { Command } from './run-command.ts'
import { readOptions } from './usage-fault.ts'

const help = `Checks what the bot needs to run: the runtime, the record, the mail settings, the language model's settings, the run-time data and its audit chain.

Usage: npm run -s bot -- doctor [OPTIONS]

Options:
  --accept-torn-tail   set a last write that a crash cut short aside, and go on
  --json               print one object: {checks: [{name, ok, says}]}
  --committee DIR      another committee's folder (else COMMITTEE_DIR)
  --help               this text

The run-time data is in STATE_DIR; it is opened for writing, so stop the bot first.
Exit codes: 0 all is well; 1 something is not (each line says what to do); 2 wrong options or configuration.
`

const options = {
  'accept-torn-tail': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  committee: { type: 'string' },
} as const

type Check = { readonly name: string; readonly ok: boolean; readonly says: string }

/** Checks one thing after another and goes on where one is not well. */
export const doctor: Command = {
  help,
  async run(args, env) {
    const { values } = readOptions(args, options, 'no words')
    const config = readConfig(env, values)
    const checks = [
      checkRuntime(process.versions.node),
      await check('record', async () => checkRecord(config)),
      await check('mail', async () => describeMail(config)),
      await check('model', async () => describeModel(config)),
      await check('run-time data', async () => checkState(config, values['accept-torn-tail'])),
    ]
    process.stdout.write(values.json ? `${JSON.stringify({ checks })}\n` : `${checks.map(lineOf).join('\n')}\n`)
    return checks.every(({ ok }) => ok) ? 0 : 1
  },
}

function checkRuntime(version: string): Check {
  const ok = Number(version.split('.')[0]) >= 24
  return {
    name: 'runtime',
    ok,
    says: ok ? `Node.js ${version}` : `Node.js ${version}; 24 or newer is needed: use npm run, or install it`,
  }
}

function checkRecord(config: Config): string {
  const { record } = openRecord(config)
  const closed = readClosedDays(config.committeeDir).size
  const phone = record.committee.phone === undefined ? '; no phone in committee.json, so no message names one' : ''
  return `${config.committeeDir}: version ${record.version}, documents: ${record.documents.length}, closed days of its own: ${closed}${phone}`
}

function describeMail({ mail: { from, folder, smtp } }: Config): string {
  if (smtp === null) return `written to ${folder} as .eml files, from ${from}; nothing is sent (SMTP_URL is empty)`
  return `sent by ${new URL(smtp).host}, from ${from}; the server was not asked`
}

/** @throws Fault of the prompts */
async function describeModel({ model }: Config): Promise<string> {
  if (model === null) return 'none: answers are found by rules alone (MODEL is off)'
  const { readShippedPrompts } = await import('../model/open-configured.ts')
  const prompts = Object.values(readShippedPrompts()).flatMap((languages) => Object.values(languages)).length
  const { host } = new URL(model.endpoint.url)
  return `${model.model} at ${host} by ${model.api}, prompts: ${prompts}; the endpoint was not asked`
}

async function checkState(config: Config, acceptTornTail: boolean): Promise<string> {
  await using state = await openState(config, { acceptTornTail, report })
  const verified = await state.verify()
  if (verified.outcome === 'verified')
    return `${config.stateDir}: the audit chain holds, entries: ${verified.head.entries}`
  throw new Fault('audit-broken', `${config.stateDir}: the audit chain does not hold; see "audit verify"`)
}

async function check(name: string, run: () => Promise<string>): Promise<Check> {
  try {
    return { name, ok: true, says: await run() }
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault
    return { name, ok: false, says: fault.message }
  }
}

function lineOf({ name, ok, says }: Check): string {
  return `${ok ? 'ok   ' : 'FAULT'} ${name.padEnd(14)}${says}`
}

function report(message: string): void {
  process.stderr.write(`kondankai-bot: ${message}\n`)
}
