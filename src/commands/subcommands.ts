import type { ParseArgsConfig } from 'node:util'
import type * as z from 'zod'
import { secretariatHere } from '../app.ts'
import type { Did } from '../conversation/turn.ts'
import { Fault } from '../fault.ts'
import { messageText } from '../platforms/terminal/message-lines.ts'
import { outcomeJson, outcomeText, wasDone } from './outcome-lines.ts'
import type { Command } from './run-command.ts'
import { type Acting, actingOptions, type Done, openSession, type Session } from './session.ts'
import { readOptions, UsageFault } from './usage-fault.ts'

type Options = NonNullable<ParseArgsConfig['options']>
type Value = string | boolean | readonly (string | boolean)[] | undefined

/** Reads what was piped in; null where there is nothing of the kind, as in a chat. */
export type ReadInput = () => Promise<string | null>

/**
 * One thing that a command does: the words it takes (all needed), whether any number of words may follow them, the options
 * it takes besides those of all, and how it reads them.
 */
type Subcommand = {
  readonly words: readonly string[]
  readonly more?: true
  readonly options: readonly string[]
  readonly read: (given: Given, readInput: ReadInput) => Did | Promise<Did>
  readonly files?: Files
  /** It reads a file of this machine, which nobody elsewhere may name. */
  readonly here?: true
}

/**
 * The files that a subcommand writes at this machine; elsewhere they are sent with the answer. `check` looks before anything is
 * done whether they can be written; `make` writes them of what was told, once it was done; null where none is wanted.
 */
type Files = {
  readonly check: (given: Given) => void | Promise<void>
  readonly make: (done: Done, given: Given, session: Session) => Promise<Made | null>
}

/** A file that was made: `output` goes to standard output as it is (`--out -`), `note` says what is to be known of it. */
export type Made = { readonly output: string | null; readonly note: string }

/**
 * A command of several subcommands; one named '' is the command itself, and `isMeant` knows its first word where it is said in a
 * conversation. Its help explains all of them.
 */
export type Group = {
  readonly name: string
  readonly help: string
  readonly options: Options
  readonly isMeant?: (word: string) => boolean
  readonly subcommands: Readonly<Record<string, Subcommand>>
}

/** Options that every subcommand takes. */
const ofAll = { ...actingOptions, json: { type: 'boolean', default: false } } as const

/** The lines of a help for the options that every subcommand takes are `actingHelp` and this. */
export const jsonHelp = '  --json            print one object: {told: […]}, and the receipt where one was given'

/** What was given to a subcommand. */
export class Given {
  readonly #values: Readonly<Record<string, Value>>
  readonly words: readonly string[]

  constructor(words: readonly string[], values: Readonly<Record<string, Value>>) {
    this.words = words
    this.#values = values
  }

  has(name: string): boolean {
    return this.#values[name] !== undefined && this.#values[name] !== false
  }

  text(name: string): string | undefined {
    const value = this.#values[name]
    return typeof value === 'string' ? value : undefined
  }

  texts(name: string): readonly string[] {
    const value = this.#values[name]
    return Array.isArray(value) ? value : []
  }

  /** @throws UsageFault where it was not given. */
  needed(name: string, hint: string): string {
    const value = this.text(name)
    if (value === undefined) throw new UsageFault(`--${name} is missing: ${hint}`)
    return value
  }
}

/**
 * Reads one value by its schema.
 * @throws UsageFault, with `hint` as what to give
 */
export function check<T>(schema: z.ZodType<T>, name: string, value: unknown, hint: string): T {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  throw new UsageFault(`${[name, ...asGiven(value)].join(' ')}: ${hint}`)
}

/** Characters of a value that are said back at most: it may be a whole opinion. */
const mostSaid = 60

/** What was given, as far as it is words: not what it was read as. */
function asGiven(value: unknown): readonly string[] {
  const words = Array.isArray(value) ? value : [value]
  if (!words.every((one) => typeof one === 'string' || typeof one === 'number')) return []
  const signs = [...words.join(', ')]
  return signs.length === 0 ? [] : [signs.length > mostSaid ? `${signs.slice(0, mostSaid).join('')}…` : signs.join('')]
}

/** A call of one subcommand, read as far as its words and the names of its options. */
type Called = {
  readonly subcommand: Subcommand
  readonly given: Given
  readonly values: Acting & { readonly json: boolean }
}

/** @throws UsageFault, which names what is known */
export function readCall({ name, options, subcommands }: Group, args: readonly string[]): Called {
  const { values, positionals } = readOptions(args, { ...options, ...ofAll }, 'words')
  const [first, ...rest] = positionals
  const isWhole = Object.hasOwn(subcommands, '')
  const chosen = isWhole ? '' : (first ?? '')
  const subcommand = Object.hasOwn(subcommands, chosen) ? subcommands[chosen] : undefined
  if (subcommand === undefined) {
    const known = Object.keys(subcommands).map((one) => `"${name} ${one}"`)
    throw new UsageFault(`"${[name, ...positionals].join(' ')}": known are ${known.join(', ')}`)
  }
  const called = isWhole ? name : `${name} ${chosen}`
  const all: Readonly<Record<string, Value>> = values
  const taken = [...subcommand.options, ...Object.keys(ofAll)]
  const foreign = Object.keys(all).find((one) => !taken.includes(one))
  if (foreign !== undefined)
    throw new UsageFault(`${called} does not take --${foreign}; it takes ${taken.map((one) => `--${one}`).join(', ')}`)
  const words = isWhole ? positionals : rest
  const usage = [called, ...subcommand.words].join(' ')
  const missing = subcommand.words[words.length]
  if (missing !== undefined && !isWhole) throw new UsageFault(`${called}: ${missing} is missing: ${usage}`)
  const extra = subcommand.more ? undefined : words[subcommand.words.length]
  if (extra !== undefined)
    throw new UsageFault(`${usage}: "${extra}" is one word too many; put what belongs together in quotes`)
  return { subcommand, given: new Given(words, all), values }
}

/** The command of a group: one act in a session of its own. */
export function commandOf(group: Group, readInput: ReadInput): Command {
  return {
    help: group.help,
    async run(args, env) {
      const { subcommand, given, values } = readCall(group, args)
      await subcommand.files?.check(given)
      const did = await subcommand.read(given, readInput)
      // What somebody chose for one command is not what the next is answered in.
      await using session = await openSession(env, { ...values, lang: values.lang ?? 'ja' }).catch((fault: unknown) => {
        throw withChatHint(fault, group.name)
      })
      const done = await session.act(did)
      const made = wasDone(done) ? ((await subcommand.files?.make(done, given, session)) ?? null) : null
      const printed = values.json ? JSON.stringify(await outcomeJson(done, session)) : outcomeText(done)
      if (made === null) process.stdout.write(`${printed}\n`)
      else printMade(made, printed, values.json)
      await session.shown(done)
      // Today's digest would stand there twice.
      if (!values.json && group.name !== 'digest') showSecretariat(session, done)
      await deliver(session)
      return wasDone(done) ? 0 : 1
    },
  }
}

/** Where a chat has the data open, the same can be done in it. */
function withChatHint(fault: unknown, name: string): unknown {
  if (!(fault instanceof Fault) || fault.code !== 'store-locked') return fault
  return new Fault(fault.code, `${fault.message}. In a chat that is open, type the command as /${name} …`, fault)
}

/** What is said of a file goes to standard error where the file itself, or data, goes to standard output. */
function printMade({ output, note }: Made, printed: string, json: boolean): void {
  const alone = output === null && !json
  process.stderr.write(json ? `${note}\n` : alone ? `${printed}\n` : `${printed}\n${note}\n`)
  process.stdout.write(output ?? (json ? `${printed}\n` : `${note}\n`))
}

/** What waits for the secretariat is shown after what somebody of the staff has done, beside the output that a script reads. */
function showSecretariat({ terminal }: Session, { outcome }: Done): void {
  if (outcome.actor.role.kind !== 'staff') return
  terminal.show({
    places: [secretariatHere],
    write: (message) => void process.stderr.write(`\n${messageText(message)}\n`),
  })
}

/** What was done stays done where its notices have to wait. */
async function deliver({ bot }: Session): Promise<void> {
  try {
    await bot.tick()
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault
    process.stderr.write(`kondankai-bot: it is done, but notices have to wait: ${fault.message}\n`)
  }
}
