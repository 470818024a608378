import { Call, standing } from '../opinions/call.ts'
import { Deadline } from '../opinions/deadline.ts'
import { NewCall } from '../opinions/open-call.ts'
import { formOf } from './office-did.ts'
import { actingHelp } from './session.ts'
import { check, type Given, type Group, jsonHelp } from './subcommands.ts'

const help = `Opens, extends, closes and shows calls for opinions (意見照会). For staff.

Usage: npm run -s bot -- call open --id ID --name NAME [OPTIONS]
       npm run -s bot -- call extend ID --deadline WHEN
       npm run -s bot -- call close ID
       npm run -s bot -- call list
       npm run -s bot -- call show ID|standing

Options:
  --id ID           of the new call: the fiscal year and a number, as 2026-1
  --name NAME       of the meeting as printed: 令和８年度第１回
  --form FORM       meeting (対面開催, else) or written (書面開催)
  --approval        ask for 承認／不承認 too; for --form written
  --agenda TEXT     an item of the agenda; may be given several times
  --document TEXT   a document of the meeting; may be given several times
  --deadline WHEN   2026-08-28 (17:00 of it), 2026-08-28T17:00 or "2026-08-28 17:00", in Japan
  --asked NAME      a member asked (name or id); may be given several times; else all in term on the deadline's day
${actingHelp}
${jsonHelp}
  --help            this text

Exit codes: 0 done; 1 refused (the text says why), or the data is faulty; 2 wrong options.
`

const idHint = 'give the fiscal year and a number, as 2026-1'
const deadlineHint = 'give a day as 2026-08-28, which means 17:00 of it, or a time as 2026-08-28T17:00'
const nameHint = 'give the name of the meeting as printed, of 1 to 100 characters'

/** Calls for opinions. */
export const callGroup: Group = {
  name: 'call',
  help,
  options: {
    id: { type: 'string' },
    name: { type: 'string' },
    form: { type: 'string' },
    approval: { type: 'boolean' },
    agenda: { type: 'string', multiple: true },
    document: { type: 'string', multiple: true },
    deadline: { type: 'string' },
    asked: { type: 'string', multiple: true },
  },
  subcommands: {
    open: {
      words: [],
      options: ['id', 'name', 'form', 'approval', 'agenda', 'document', 'deadline', 'asked'],
      read: (given) => formOf({ name: 'open-call', input: readNewCall(given) }),
    },
    extend: {
      words: ['ID'],
      options: ['deadline'],
      read: (given) => {
        const call = readId(given)
        return formOf({
          name: 'extend-call',
          input: { call, deadline: readDeadline(given.needed('deadline', deadlineHint)) },
        })
      },
    },
    close: {
      words: ['ID'],
      options: [],
      read: (given) => formOf({ name: 'close-call', input: { call: readId(given) } }),
    },
    list: { words: [], options: [], read: () => formOf({ name: 'list-calls' }) },
    show: {
      words: ['ID'],
      options: [],
      read: (given) => formOf({ name: 'show-call', call: given.words[0] === standing ? standing : readId(given) }),
    },
  },
}

function readNewCall(given: Given): NewCall {
  const { shape } = NewCall
  const deadline = given.text('deadline')
  const asked = given.texts('asked')
  const lines = (name: 'agenda' | 'document') =>
    check(
      shape[name === 'agenda' ? 'agenda' : 'documents'],
      `--${name}`,
      given.texts(name),
      `give ${name === 'agenda' ? 30 : 50} at most, each of 1 to 200 characters`,
    )
  return {
    id: check(shape.id, '--id', given.needed('id', idHint), idHint),
    name: check(shape.name, '--name', given.needed('name', nameHint), nameHint),
    form: check(shape.form, '--form', given.text('form') ?? 'meeting', 'known are meeting, written'),
    approval: given.has('approval'),
    agenda: lines('agenda'),
    documents: lines('document'),
    deadline: deadline === undefined ? null : readDeadline(deadline),
    asked:
      asked.length === 0 ? 'all' : check(shape.asked, '--asked', asked, 'give a name or an id of the roster each time'),
  }
}

function readId({ words: [id] }: Given): string {
  return check(Call.shape.id, 'ID', id, idHint)
}

function readDeadline(text: string): string {
  const minute = text.trim().replace(/^(\d{4}-\d{2}-\d{2})\s+(\d{2}:\d{2})$/u, '$1T$2')
  return check(Deadline, '--deadline', minute, deadlineHint)
}
