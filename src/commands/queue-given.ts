import * as z from 'zod'
import { ja } from '../conversation/messages/ja.ts'
import { listedStates, type QueueAct } from '../conversation/queue-form.ts'
import { MemberQuestion } from '../opinions/ask-member.ts'
import { Call, standing } from '../opinions/call.ts'
import { Day } from '../opinions/day.ts'
import { line } from '../opinions/form-text.ts'
import { DivisionNames } from '../opinions/name-divisions.ts'
import { ItemNote } from '../opinions/note-item.ts'
import { Target, Targets } from '../opinions/queue-target.ts'
import { ItemResponse } from '../opinions/respond-item.ts'
import { ItemSplit } from '../opinions/split-item.ts'
import { check, type Given } from './subcommands.ts'
import { UsageFault } from './usage-fault.ts'

/** What the options of `queue` take. */
export const shape = {
  about: Target.shape.item,
  itemHint: 'give an item as R8-012-1',
  at: ItemSplit.shape.at,
  note: ItemNote.shape.text,
  question: MemberQuestion.shape.text,
  response: ItemResponse.shape.text,
  number: z.int().min(1),
}

const dispositions = z.enum(['answer', 'none', 'with', 'undecided'])
const nameHint = 'give a name of 1 to 200 characters'

/** The one item that is named, with the version that was shown. */
export function readTarget(given: Given): Target {
  const [target] = targetsOf(given.words.slice(0, 1), given.text('seen'))
  if (target === undefined) throw new UsageFault(`ITEM is missing: ${shape.itemHint}`)
  return target
}

/** All items that are named; a shown version is that of one item. */
export function readTargets(given: Given): Target[] {
  return targetsOf(given.words, given.text('seen'))
}

function targetsOf(words: readonly string[], seen: string | undefined): Target[] {
  if (seen !== undefined && words.length > 1)
    throw new UsageFault('--seen goes with one ITEM: name one, or leave it out')
  const version = check(
    Target.shape.seen,
    '--seen',
    seen === undefined ? null : readNumber(seen),
    'give the version that "queue show" gave',
  )
  const targets = words.map((item) => ({ item, seen: version }))
  return check(Targets, 'ITEM', targets, 'give 1 to 100 items, each as R8-012-1')
}

/** A number, or the text as it was given, which no number's schema takes. */
export function readNumber(text: string): number | string {
  return /^\d+$/u.test(text.trim()) ? Number(text) : text
}

export function readDay(given: Given): Day | null {
  return check(Day.nullable(), '--until', given.text('until') ?? null, 'give a day as 2026-09-10')
}

export function readListing(given: Given): QueueAct {
  return {
    do: 'list',
    call: readCallId(given) ?? null,
    state: readState(given.text('state')),
    division: readName(given, 'division'),
    project: readName(given, 'project'),
    disposition: check(
      dispositions.nullable(),
      '--disposition',
      given.text('disposition') ?? null,
      `known are ${dispositions.options.join(', ')}`,
    ),
    until: readDay(given),
    overdue: given.has('overdue'),
  }
}

export function readAssign(given: Given): QueueAct {
  if (given.has('from-table')) {
    const call = readCallId(given)
    if (call === undefined) throw new UsageFault('--from-table goes with --call ID: give the call, as 2026-1')
    if (given.words.length > 0 || given.has('division') || given.has('with'))
      throw new UsageFault('--from-table is for all items of a call: leave ITEM, --division and --with out')
    return { do: 'assign-from-table', input: { call } }
  }
  if (given.words.length === 0) throw new UsageFault(`queue assign: ITEM is missing: ${shape.itemHint}`)
  if (given.has('call')) throw new UsageFault('--call goes with --from-table: leave it out, or give both')
  return { do: 'assign', input: { targets: readTargets(given), divisions: readDivisions(given) } }
}

/** Without options the table is shown. */
export function readTable(given: Given): QueueAct {
  if (!['project', 'division', 'with'].some((name) => given.has(name))) return { do: 'table' }
  const project = check(line(200), '--project', given.needed('project', 'give the number of a project'), nameHint)
  return { do: 'charge', project, divisions: readDivisions(given) }
}

function readDivisions(given: Given): DivisionNames {
  const lead = given.needed('division', 'give the division in charge, by name or id')
  return check(
    DivisionNames,
    '--division',
    { lead, others: given.texts('with') },
    'give names of 1 to 200 characters, 20 of --with at most',
  )
}

function readName(given: Given, name: 'division' | 'project'): string | null {
  return check(line(200).nullable(), `--${name}`, given.text(name) ?? null, nameHint)
}

function readCallId(given: Given): string | undefined {
  const call = given.text('call')
  if (call === undefined || call === standing) return call
  return check(Call.shape.id, '--call', call, 'give the fiscal year and a number, as 2026-1, or standing')
}

/** By its code, or by the Japanese word that the list shows. */
function readState(text: string | undefined) {
  if (text === undefined) return null
  const words: Readonly<Record<string, string>> = { ...ja.opinions.state, ...ja.queue.step }
  const found = listedStates.find((state) => state === text.trim() || words[state] === text.trim())
  if (found === undefined) {
    const known = listedStates.map((state) => (words[state] === undefined ? state : `${state} (${words[state]})`))
    throw new UsageFault(`--state ${text}: known are ${known.join(', ')}`)
  }
  return found
}
