import type { Did } from '../conversation/turn.ts'
import { actingOptions } from './session.ts'
import { groups } from './slash.ts'
import { splitWords } from './split-words.ts'
import { type Group, readCall } from './subcommands.ts'
import { UsageFault } from './usage-fault.ts'

/** Options by which somebody at this machine names its files or who acts; elsewhere the account says who, and no file is read. */
const ofThisMachine = [...Object.keys(actingOptions), 'json', 'text-file', 'original']

/**
 * Reads a line of a conversation, such as `queue list --call 2026-1`, as a command: who gave it is known there, and what is
 * written at a terminal is sent (--out is passed over). Undefined where it is no command but something said. What is wrong with
 * it, and --help, is a turn of its own, which changes nothing.
 */
export async function readCommandLine(line: string): Promise<Did | undefined> {
  const text = line.trim().replace(/^[/／]/u, '')
  const group = groups.find(({ name }) => text.split(/\s/u, 1)[0] === name)
  if (group === undefined || !callsGroup(text, group)) return undefined
  try {
    const [, ...args] = splitWords(withHyphens(text))
    if (args.includes('--help') || args.includes('-h')) return usage(helpHere(group))
    const { subcommand, given } = readCall(group, args)
    const foreign = ofThisMachine.find((option) => given.has(option))
    if (foreign !== undefined) throw new UsageFault(`--${foreign} is for a terminal; leave it out here`)
    if (subcommand.here) throw new UsageFault(`${group.name} ${args[0]} reads a file: ${elsewhere[group.name] ?? ''}`)
    return await subcommand.read(given, async () => null)
  } catch (fault) {
    if (fault instanceof UsageFault) return usage(fault.message)
    throw fault
  }
}

/** What to do in place of a command that reads a file. */
const elsewhere: Readonly<Record<string, string>> = {
  inquiry: "drop the division's file into the secretariat's channel",
  roster: 'give the command in a terminal',
}

/** The second word is one of its subcommands or asks for help; or it has none, and what it takes or an option follows. */
function callsGroup(text: string, { name, subcommands, isMeant }: Group): boolean {
  const [, second = '', ...rest] = text.split(/\s+/u)
  const asked = withHyphens(second)
  if (asked === '--help' || asked === '-h') return true
  if (!Object.hasOwn(subcommands, '')) return second !== '' && Object.hasOwn(subcommands, second)
  if (isMeant?.(second)) return true
  return text === name ? false : [second, ...rest].some((word) => withHyphens(word).startsWith('--'))
}

/** Telephones write one dash for two hyphens. */
function withHyphens(text: string): string {
  return text.replaceAll(/(^|\s)[—–](?=[a-z])/gu, '$1--')
}

function helpHere({ help }: Group): string {
  return help.replaceAll('npm run -s bot -- ', '').trimEnd()
}

function usage(text: string): Did {
  return { kind: 'form', form: { name: 'usage', text } }
}
