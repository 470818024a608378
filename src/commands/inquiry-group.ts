import { readFile, stat } from 'node:fs/promises'
import * as z from 'zod'
import { Fault } from '../fault.ts'
import { Call, standing } from '../opinions/call.ts'
import { Deadline } from '../opinions/deadline.ts'
import { InquiryReturn } from '../opinions/take-inquiry.ts'
import type { TakenFile } from '../opinions/taken-file.ts'
import { InquiryOrder } from '../opinions/write-inquiries.ts'
import { whyUnreadable } from './file-problem.ts'
import { formOf } from './office-did.ts'
import type { Done, Session } from './session.ts'
import { actingHelp } from './session.ts'
import { check, type Given, type Group, jsonHelp, type Made } from './subcommands.ts'

const help = `Asks divisions about opinions by one Excel file each (庁内照会), takes their answers back, and reminds them. For staff.

Usage: npm run -s bot -- inquiry write --call ID --due WHEN --contact TEXT [--division NAME ...] [--out FOLDER --accept]
       npm run -s bot -- inquiry take FILE [--accept] [--replace ITEM ...]
       npm run -s bot -- inquiry remind --out FOLDER [--call ID]
       npm run -s bot -- inquiry list [--call ID]
       npm run -s bot -- inquiry show ID --out FOLDER

Options:
  --call ID         whose items, as 2026-1, or standing (随時)
  --due WHEN        2026-09-10 (17:00 of it) or 2026-09-10T12:00, in Japan: when answers are due
  --division NAME   a division (name or id); may be given several times; else all that have something to answer
  --contact TEXT    whom to ask, as it stands in the file and the mail: 企画課 山田（内線1234）
  --out FOLDER      where the files go; nothing in it is written over
  --accept          write it, or take it; else it is only shown what would be done
  --replace ITEM    take this item's answer also where somebody has written or checked another since; may be given several times
${actingHelp}
${jsonHelp}
  --help            this text

write makes an .xlsx and its covering mail (.txt, .eml) for each division; remind makes mails; people send them. show writes
the files of an inquiry (ID as 2026-1.3) again. Answers are found by receipt number, whatever else was changed in the file.
Exit codes: 0 done; 1 refused (the text says why), or the data is faulty; 2 wrong options.
`

const callHint = 'give the fiscal year and a number, as 2026-1, or standing'
const dueHint = 'give a day as 2026-09-10, which means 17:00 of it, or a time as 2026-09-10T12:00'
const contactHint = 'give whom to ask, of 1 to 500 characters'
const outHint = 'give the folder for the files'
const callId = z.union([z.literal(standing), Call.shape.id])

/** Inquiries to divisions. */
export const inquiryGroup: Group = {
  name: 'inquiry',
  help,
  options: {
    call: { type: 'string' },
    due: { type: 'string' },
    division: { type: 'string', multiple: true },
    contact: { type: 'string' },
    out: { type: 'string' },
    accept: { type: 'boolean' },
    replace: { type: 'string', multiple: true },
  },
  subcommands: {
    write: {
      words: [],
      options: ['call', 'due', 'division', 'contact', 'out', 'accept'],
      read: (given) => formOf({ name: 'inquiry', act: { do: 'write', input: readOrder(given) } }),
      files: {
        async check(given) {
          if (given.has('accept')) await checkFolder(given.needed('out', outHint))
        },
        make: writeFiles,
      },
    },
    take: {
      words: ['FILE'],
      here: true,
      options: ['accept', 'replace'],
      read: async (given) => {
        const replaceHint = 'give an item each time, as R8-003-1'
        const input = {
          file: await readTaken(given.words[0] ?? ''),
          accept: given.has('accept'),
          replace: check(InquiryReturn.shape.replace, '--replace', given.texts('replace'), replaceHint),
        }
        return formOf({ name: 'inquiry', act: { do: 'take', input } })
      },
    },
    remind: {
      words: [],
      options: ['call', 'out'],
      read: (given) => formOf({ name: 'inquiry', act: { do: 'remind', call: readCallId(given) } }),
      files: { check: checkOut, make: writeFiles },
    },
    list: {
      words: [],
      options: ['call'],
      read: (given) => formOf({ name: 'inquiry', act: { do: 'list', call: readCallId(given) } }),
    },
    show: {
      words: ['ID'],
      options: ['out'],
      read: (given) => {
        const inquiry = check(z.string().max(50), 'ID', given.words[0], 'give the number of an inquiry, as 2026-1.3')
        return formOf({ name: 'inquiry', act: { do: 'show', inquiry } })
      },
      files: { check: checkOut, make: writeFiles },
    },
  },
}

function readOrder(given: Given): InquiryOrder {
  const { shape } = InquiryOrder
  const divisionHint = 'give the name or id of a division each time'
  return {
    call: check(callId, '--call', given.needed('call', callHint), callHint),
    due: check(Deadline, '--due', given.needed('due', dueHint).trim().replace(/\s+/u, 'T'), dueHint),
    divisions: check(shape.divisions, '--division', given.texts('division'), divisionHint),
    contact: check(shape.contact, '--contact', given.needed('contact', contactHint), contactHint),
    accept: given.has('accept'),
  }
}

function readCallId(given: Given): string | null {
  const call = given.text('call')
  return call === undefined ? null : check(callId, '--call', call, callHint)
}

async function checkOut(given: Given): Promise<void> {
  await checkFolder(given.needed('out', outHint))
}

/** Before anything is recorded: a folder, or nothing yet. @throws Fault `file-unwritable` */
async function checkFolder(path: string): Promise<void> {
  const found = await stat(path).catch(() => undefined)
  if (found !== undefined && !found.isDirectory())
    throw new Fault('file-unwritable', `${path} is a file: give a folder for the files`)
}

/** Bytes of a file that is read at all; the reader itself takes less. */
const mostBytes = 50e6

/** The reader of workbooks is loaded only where there is one to read. @throws Fault `file-unreadable` */
async function readTaken(path: string): Promise<TakenFile> {
  const { readInquiryFile } = await import('../documents/inquiry-rows.ts')
  try {
    if ((await stat(path)).size > mostBytes) return { kind: 'unreadable', problem: 'too-large' }
    return await readInquiryFile(await readFile(path))
  } catch (cause) {
    if (cause instanceof Fault) throw cause
    throw new Fault('file-unreadable', `${path} cannot be read: ${whyUnreadable(cause)}`, cause)
  }
}

/** What was only shown has no files. */
async function writeFiles(done: Done, given: Given, session: Session): Promise<Made | null> {
  const folder = given.text('out')
  if (folder === undefined) return null
  const { writeInquiryFiles } = await import('./inquiry-files.ts')
  return await writeInquiryFiles(folder, done, session)
}
