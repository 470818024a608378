import { describe, expect, it, vi } from 'vitest'
import { type Ran, runCli } from '../support/run-cli.ts'

// Every test starts processes of its own, several at once.
vi.setConfig({ testTimeout: 60_000 })

const commands: readonly string[] = [
  ...[
    'start',
    'serve',
    'chat',
    'ask',
    'eval',
    'opinion',
    'call',
    'queue',
    'inquiry',
    'release',
    'annex',
    'ledger',
    'roster',
  ],
  ...[
    'erase',
    'digest',
    'explain',
    'retention',
    'translation',
    'model',
    'backup',
    'restore',
    'deliver',
    'doctor',
    'audit',
    'prompts',
    'record',
    'receive',
    'playground',
    'manifest',
  ],
]

/** Several tests look at one run of what writes nothing. */
const runs = new Map<string, Promise<Ran>>()
function runOnce(...args: readonly string[]): Promise<Ran> {
  const run = runs.get(args.join(' ')) ?? runCli(args)
  runs.set(args.join(' '), run)
  return run
}

/** The options that a command takes, as its own refusal of an unknown one names them. */
async function knownOptions(command: string): Promise<readonly string[]> {
  const { stderr } = await runOnce(command, '--no-such-option')
  return [...new Set(stderr.slice(stderr.indexOf('known options')).match(/--[a-z-]+/gu))].sort()
}

describe.concurrent('the program', () => {
  it('explains itself and exits 2 where no command is given', async () => {
    const { code, stdout } = await runCli([])

    expect(stdout).toContain('Usage: npm run -s bot -- COMMAND [OPTIONS]')
    expect(code).toBe(2)
  })

  it.each(['--help', '-h', 'help'])('lists every command with %s', async (word) => {
    const [{ code, stdout, stderr }, unknown] = await Promise.all([runOnce(word), runOnce('no-such-command')])
    const named = /known are ([^(]*)/u.exec(unknown.stderr)?.[1]?.trim().split(', ')

    expect(named).toEqual(commands)
    for (const command of commands) expect(stdout).toMatch(RegExp(`^  ${command} +\\S`, 'mu'))
    expect(stdout).toContain('Exit codes:')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  })

  it.each(['answer', 'toString', '__proto__', '--json', ''])(
    'refuses the unknown command %j with what is known',
    async (word) => {
      const { code, stdout, stderr } = await runCli([word])

      expect(stderr).toContain(`unknown command "${word}"`)
      for (const command of commands) expect(stderr).toContain(command)
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    },
  )
})

describe.concurrent.each(commands)('%s', (command) => {
  it('explains usage, options and exit codes with --help', async () => {
    const [{ code, stdout, stderr }, short] = await Promise.all([runOnce(command, '--help'), runOnce(command, '-h')])

    expect(stdout).toMatch(/^[A-Z].*\.\n\nUsage: npm [\s\S]*\n\nOptions:\n[\s\S]*\nExit codes: /u)
    expect(short.stdout).toBe(stdout)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  })

  it('names in its help the options that it takes, and no other', async () => {
    const [{ stdout }, known] = await Promise.all([runOnce(command, '--help'), knownOptions(command)])
    const listed = [...stdout.slice(stdout.indexOf('Options:')).matchAll(/^ {2}(--[a-z-]+)/gmu)].map(
      ([, option]) => option,
    )

    expect(known).toContain('--help')
    expect(listed.toSorted()).toEqual(known)
  })

  it('refuses an unknown option with what is known', async () => {
    const { code, stdout, stderr } = await runOnce(command, '--no-such-option')

    expect(stderr).toMatch(/^kondankai-bot: [^\n]*'--no-such-option'[^\n]*; known options are --[^\n]*\n$/u)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  })
})

describe.concurrent('a call that cannot be meant', () => {
  it.each<[readonly string[], RegExp]>([
    [['ask'], /no question given; put it in quotes/u],
    [['ask', '--json'], /no question given/u],
    [['ask', '--lang', 'fr', '34番は？'], /--lang fr: known languages are ja, en/u],
    [['ask', '--lang'], /'--lang <value>' argument missing/u],
    [['ask', '--committee'], /'--committee <value>' argument missing/u],
    [['ask', '--json=yes', '34番は？'], /'--json' does not take an argument/u],
    [['ask', '--jsonl', '34番は？'], /reads questions from standard input/u],
    [['prompts'], /known is "prompts check"/u],
    [['record'], /known are "record check", "record import-projects FILE"/u],
    [['record', 'chek'], /"record chek": known are "record check"/u],
    [['record', 'check', 'twice'], /known are "record check"/u],
    [['chat', 'word'], /word/u],
    [['start', 'word'], /word/u],
    [['serve', 'word'], /word/u],
  ])('%j is refused with what is known, exit 2', async (args, hint) => {
    const { code, stdout, stderr } = await runCli(args)

    expect(stderr).toMatch(/^kondankai-bot: [^\n]+\n$/u)
    expect(stderr).toMatch(hint)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  })
})
