import * as z from 'zod'
import { Fault } from '../fault.ts'
import { AccountConfirmation } from '../opinions/accounts.ts'
import { HandOver } from '../opinions/hand-over.ts'
import { RosterFile } from '../opinions/import-roster.ts'
import { formOf } from './office-did.ts'
import { readTextFile } from './read-text.ts'
import { actingHelp } from './session.ts'
import { check, type Given, type Group, jsonHelp } from './subcommands.ts'

const help = `Shows and keeps the roster (名簿): members, staff, divisions and their accounts. For staff.

Usage: npm run -s bot -- roster list
       npm run -s bot -- roster import FILE [--accept]
       npm run -s bot -- roster confirm ACCOUNT --person NAME
       npm run -s bot -- roster handover --from NAME --to NAME --day DAY [--id ID] [--post POST]

Options:
  --accept          import what the file says; else it is only shown what would change
  --person NAME     who is behind the account (name or id)
  --from NAME       of the staff, who hands a post over (name or id)
  --to NAME         who takes it (name or id)
  --id ID           for somebody new on the roster: small letters, digits and hyphens, as yamada
  --post POST       which post, where several are held
  --day DAY         the first day of the successor, as 2027-04-01
${actingHelp}
${jsonHelp}
  --help            this text

FILE is JSON; docs/roster.example.json is one. Nobody is taken off the roster by leaving them out of it.
While no staff holds a post, anybody at this machine may list and import it, without --as.
Exit codes: 0 done; 1 refused (the text says why), or the file or the data is faulty; 2 wrong options.
`

const nameHint = 'give a name or an id of the roster'
const dayHint = 'give a day as 2027-04-01'

/** The roster. */
export const rosterGroup: Group = {
  name: 'roster',
  help,
  options: {
    accept: { type: 'boolean' },
    person: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    id: { type: 'string' },
    post: { type: 'string' },
    day: { type: 'string' },
  },
  subcommands: {
    list: { words: [], options: [], read: () => formOf({ name: 'list-roster' }) },
    import: {
      words: ['FILE'],
      here: true,
      options: ['accept'],
      read: (given) =>
        formOf({ name: 'import-roster', file: readRoster(given.words[0] ?? ''), accept: given.has('accept') }),
    },
    confirm: {
      words: ['ACCOUNT'],
      options: ['person'],
      read: (given) => {
        const { shape } = AccountConfirmation
        const account = check(shape.account, 'ACCOUNT', given.words[0], 'give an account of "roster list"')
        const person = check(shape.person, '--person', given.needed('person', nameHint), nameHint)
        return formOf({ name: 'confirm-account', input: { account, person } })
      },
    },
    handover: {
      words: [],
      options: ['from', 'to', 'id', 'post', 'day'],
      read: (given) => formOf({ name: 'hand-over', input: readHandOver(given) }),
    },
  },
}

function readHandOver(given: Given): HandOver {
  const { from, to, post, day } = HandOver.shape
  const id = given.text('id')
  const named = given.text('post')
  return {
    from: check(from, '--from', given.needed('from', nameHint), nameHint),
    to: {
      name: check(to.shape.name, '--to', given.needed('to', nameHint), nameHint),
      ...(id === undefined
        ? {}
        : { id: check(to.shape.id, '--id', id, 'give small letters, digits and hyphens, as yamada') }),
    },
    ...(named === undefined ? {} : { post: check(post, '--post', named, 'give a post as the roster has it') }),
    day: check(day, '--day', given.needed('day', dayHint), dayHint),
  }
}

/** @throws Fault `file-unreadable`, `roster-invalid`, each with what to do. */
function readRoster(path: string): RosterFile {
  const text = readTextFile(path)
  const example = 'docs/roster.example.json shows how it is written'
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw new Fault('roster-invalid', `${path} is not JSON (${(cause as Error).message}); ${example}`, cause)
  }
  const read = RosterFile.safeParse(value)
  if (read.success) return read.data
  throw new Fault('roster-invalid', `${path} is no roster; ${example}:\n${z.prettifyError(read.error)}`, read.error)
}
