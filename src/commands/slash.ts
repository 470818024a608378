import { stripVTControlCharacters } from 'node:util'
import { Fault } from '../fault.ts'
import { annexGroup } from './annex-group.ts'
import { callGroup } from './call-group.ts'
import { digestGroup } from './digest-group.ts'
import { eraseGroup } from './erase-group.ts'
import { explainGroup } from './explain-group.ts'
import { inquiryGroup } from './inquiry-group.ts'
import { ledgerGroup } from './ledger-group.ts'
import { modelGroup } from './model-group.ts'
import { opinionGroup } from './opinion-group.ts'
import { outcomeJson, wasDone } from './outcome-lines.ts'
import { queueGroup } from './queue-group.ts'
import { releaseGroup } from './release-group.ts'
import { retentionGroup } from './retention-group.ts'
import { rosterGroup } from './roster-group.ts'
import { actingOptions, type Session } from './session.ts'
import { splitWords } from './split-words.ts'
import { type Group, readCall } from './subcommands.ts'
import { translationGroup } from './translation-group.ts'
import { UsageFault } from './usage-fault.ts'

/** The groups of commands that one line can call. */
export const groups: readonly Group[] = [
  opinionGroup,
  callGroup,
  queueGroup,
  inquiryGroup,
  releaseGroup,
  annexGroup,
  ledgerGroup,
  digestGroup,
  explainGroup,
  rosterGroup,
  eraseGroup,
  retentionGroup,
  translationGroup,
  modelGroup,
]

/**
 * Runs a line such as `/call show 2026-1` in a session that is open, as its person, and returns the text to show.
 * What is wrong with the line is such a text too.
 */
export async function runInSession(line: string, session: Session): Promise<string> {
  try {
    const [name = '', ...args] = splitWords(line.trim().replace(/^[/／]/u, ''))
    const group = groups.find((one) => one.name === name)
    if (group === undefined)
      throw new UsageFault(`"/${name}": known are ${groups.map((one) => `/${one.name}`).join(', ')}`)
    if (args.includes('--help') || args.includes('-h')) return group.help.trimEnd()
    const { subcommand, given, values } = readCall(group, args)
    const others = Object.keys(actingOptions).find((option) => given.has(option))
    if (others !== undefined)
      throw new UsageFault(`--${others} is set when the chat starts; leave it out here, or start the chat anew with it`)
    await subcommand.files?.check(given)
    const done = await session.act(await subcommand.read(given, async () => null))
    const made = wasDone(done) ? ((await subcommand.files?.make(done, given, session)) ?? null) : null
    const said = values.json ? JSON.stringify(await outcomeJson(done, session)) : done.text
    const text = made === null ? said : [said, ...(made.output === null ? [] : [made.output]), made.note].join('\n')
    await session.shown(done)
    return text
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault
    return stripVTControlCharacters(fault.message)
  }
}
