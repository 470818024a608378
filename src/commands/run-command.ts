import { stripVTControlCharacters } from 'node:util'
import { loadEnvironmentFile } from '../config.ts'
import { Fault } from '../fault.ts'
import type { Group } from './subcommands.ts'
import { UsageFault } from './usage-fault.ts'

/** A sub-command: what it is for (one line), its whole help, and what it does; it returns the exit code. */
export type Command = {
  readonly help: string
  readonly run: (args: readonly string[], env: Environment) => Promise<number>
}
export type Environment = Readonly<Record<string, string | undefined>>

/** Loaded only when asked for, so that `ask` does not wait for what it does not use. */
const commands: Readonly<Record<string, { readonly summary: string; readonly load: () => Promise<Command> }>> = {
  start: {
    summary: 'serve what is configured; with nothing configured, chat in the terminal',
    load: async () => (await import('./start.ts')).start,
  },
  serve: { summary: 'serve what is configured; never chat', load: async () => (await import('./start.ts')).serve },
  chat: {
    summary: 'chat in the terminal, or answer piped questions line by line',
    load: async () => (await import('./chat.ts')).chat,
  },
  ask: { summary: 'answer one question, or many (--jsonl)', load: async () => (await import('./ask.ts')).ask },
  eval: {
    summary: 'ask the golden questions, and count how they are answered',
    load: async () => (await import('./eval.ts')).evalCommand,
  },
  opinion: {
    summary: 'file, change, withdraw and show opinions',
    load: async () => await loadGroup(async () => (await import('./opinion-group.ts')).opinionGroup),
  },
  call: {
    summary: 'open, extend, close and show calls for opinions (staff)',
    load: async () => await loadGroup(async () => (await import('./call-group.ts')).callGroup),
  },
  queue: {
    summary: 'say who answers which item by when, draft and check responses (staff)',
    load: async () => await loadGroup(async () => (await import('./queue-group.ts')).queueGroup),
  },
  inquiry: {
    summary: 'ask divisions and take their answers back (staff)',
    load: async () => await loadGroup(async () => (await import('./inquiry-group.ts')).inquiryGroup),
  },
  release: {
    summary: 'check, share and publish annexes (staff)',
    load: async () => await loadGroup(async () => (await import('./release-group.ts')).releaseGroup),
  },
  annex: {
    summary: 'write the annex (別紙) of a call, or check it (staff)',
    load: async () => await loadGroup(async () => (await import('./annex-group.ts')).annexGroup),
  },
  ledger: {
    summary: 'write the ledger (受付簿) as CSV (staff)',
    load: async () => await loadGroup(async () => (await import('./ledger-group.ts')).ledgerGroup),
  },
  roster: {
    summary: 'show and keep the roster (staff)',
    load: async () => await loadGroup(async () => (await import('./roster-group.ts')).rosterGroup),
  },
  erase: {
    summary: 'erase a submission or a member, by two of the staff',
    load: async () => await loadGroup(async () => (await import('./erase-group.ts')).eraseGroup),
  },
  digest: {
    summary: 'show the daily digest (staff)',
    load: async () => await loadGroup(async () => (await import('./digest-group.ts')).digestGroup),
  },
  explain: {
    summary: 'show how an answer was made, by its number (staff, and at this machine)',
    load: async () => await loadGroup(async () => (await import('./explain-group.ts')).explainGroup),
  },
  retention: {
    summary: 'list what need not be kept any longer, and dispose of it by two of the staff',
    load: async () => await loadGroup(async () => (await import('./retention-group.ts')).retentionGroup),
  },
  translation: {
    summary: "read the language model's translations beside the Japanese, accept, correct or reject them (staff)",
    load: async () => await loadGroup(async () => (await import('./translation-group.ts')).translationGroup),
  },
  model: {
    summary: 'show whether a language model takes part, switch it off or on (staff)',
    load: async () => await loadGroup(async () => (await import('./model-group.ts')).modelGroup),
  },
  backup: {
    summary: 'write the run-time data into one file, also while the bot runs',
    load: async () => (await import('./backup.ts')).backup,
  },
  restore: { summary: 'bring a backup back', load: async () => (await import('./restore.ts')).restore },
  deliver: {
    summary: 'prepare reminders and the daily digest and deliver notices, once',
    load: async () => (await import('./deliver.ts')).deliver,
  },
  doctor: { summary: 'check what the bot needs to run', load: async () => (await import('./doctor.ts')).doctor },
  audit: {
    summary: 'verify the audit chain of the run-time data, or list who did what',
    load: async () => (await import('./audit.ts')).audit,
  },
  prompts: {
    summary: 'check the prompts of the language model, and show their versions',
    load: async () => (await import('./prompts.ts')).prompts,
  },
  record: {
    summary: 'check the record, and take in status sheets (xlsx, csv)',
    load: async () => (await import('./record.ts')).record,
  },
  receive: {
    summary: 'feed a saved payload of Slack or Teams through the bot, and print what would be sent',
    load: async () => (await import('./receive.ts')).receive,
  },
  playground: {
    summary: 'try the bot as in Microsoft Teams, in the Agents Playground',
    load: async () => (await import('./playground.ts')).playground,
  },
  manifest: {
    summary: 'check the app manifests of Slack and Teams, and make them for your own app',
    load: async () => (await import('./manifest.ts')).manifest,
  },
}

async function loadGroup(load: () => Promise<Group>): Promise<Command> {
  const [{ commandOf }, { readPipedText }] = await Promise.all([import('./subcommands.ts'), import('./read-text.ts')])
  return commandOf(await load(), readPipedText)
}

const help = `kondankai-bot: answers the members of an advisory committee from its published record

Usage: npm run -s bot -- COMMAND [OPTIONS]

Commands:
${Object.entries(commands)
  .map(([name, { summary }]) => `  ${name.padEnd(11)} ${summary}`)
  .join('\n')}

Options:
  --help   this text; after a command, the help of that command

Exit codes: 0 done; 1 it was refused, or something is wrong with the data; 2 something is wrong with the call or the configuration.
`

/** Runs the program's sub-command; faults become one message on standard error. Returns the exit code. */
export async function runCommand(args: readonly string[], env: Environment): Promise<number> {
  const [name, ...rest] = args
  try {
    if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
      process.stdout.write(help)
      return name === undefined ? 2 : 0
    }
    const entry = Object.hasOwn(commands, name) ? commands[name] : undefined
    if (entry === undefined) {
      throw new UsageFault(
        `unknown command "${name}"; known are ${Object.keys(commands).join(', ')} (--help explains them)`,
      )
    }
    const command = await entry.load()
    if (rest.includes('--help') || rest.includes('-h')) {
      process.stdout.write(command.help)
      return 0
    }
    loadEnvironmentFile()
    return await command.run(rest, env)
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault
    process.stderr.write(`kondankai-bot: ${stripVTControlCharacters(fault.message)}\n`)
    return fault instanceof UsageFault || fault.code === 'config-invalid' ? 2 : 1
  }
}
