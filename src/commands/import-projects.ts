import { basename } from 'node:path'
import * as z from 'zod'
import { readConfig } from '../config.ts'
import { takenLines } from '../conversation/sheet-preview-lines.ts'
import { areaOf } from '../conversation/told.ts'
import { sayIn } from '../conversation/view.ts'
import { FileFault } from '../documents/file-fault.ts'
import { readStatusSheet } from '../documents/read-status-sheet.ts'
import { SheetMapping } from '../documents/sheet-mapping.ts'
import { yearsIn } from '../documents/sheet-year.ts'
import { Fault } from '../fault.ts'
import { cleanLine } from '../opinions/form-text.ts'
import { SheetImport } from '../opinions/import-sheet.ts'
import { hashOf, keepFile } from '../storage/kept-files.ts'
import { formOf } from './office-did.ts'
import { outcomeJson, outcomeText, wasDone } from './outcome-lines.ts'
import { readLanguage } from './read-language.ts'
import { readBytes, readTextFile } from './read-text.ts'
import type { RecordOptions } from './record.ts'
import type { Environment } from './run-command.ts'
import { type Done, openSession, type Session } from './session.ts'
import { check } from './subcommands.ts'
import { UsageFault } from './usage-fault.ts'

const meetingHint = 'give the fiscal year and the number of the meeting, as 2025-1'

/** Shows what a status sheet would bring, or takes it in: the file is kept before anything names it. */
export async function importProjects(path: string, values: RecordOptions, env: Environment): Promise<number> {
  if (values.charges && !values.accept) throw new UsageFault('--charges goes with --accept: give both, or neither')
  if (values.meeting === undefined) throw new UsageFault(`--meeting is missing: ${meetingHint}`)
  const bytes = readBytes(path)
  const input: SheetImport = {
    file: { name: cleanLine(basename(path)).slice(0, 255), sha256: hashOf(bytes) },
    reading: await readInWords(path, bytes, values),
    ...readHead(values),
  }
  const config = readConfig(env, values)
  await using session = await openSession(env, { ...values, lang: values.lang ?? 'ja' })
  const act = async (accept: boolean) =>
    await session.act(
      formOf({ name: 'sheet', act: { do: 'import', input, accept, charges: accept && values.charges } }),
    )
  const looked = await act(false)
  if (!values.accept || !wasDone(looked)) return await print(looked, session, values)
  if (looked.outcome.actor.role.kind === 'staff') await keepFile(config.stateDir, bytes)
  return await print(await act(true), session, values, takenIn(looked, values))
}

/** What a list that is taken in says, for whoever has not looked at it first; nothing where it was there already. */
function takenIn({ outcome }: Done, { charges }: RecordOptions): readonly string[] {
  const { sheet: say } = sayIn(outcome.actor)
  return outcome.told.flatMap((one) => {
    const told = areaOf(one)?.told
    return told?.kind === 'sheet-preview' && !told.isSame ? takenLines(told, charges, say) : []
  })
}

/** The status sheets that were taken in. */
export async function listSheets(values: RecordOptions, env: Environment): Promise<number> {
  await using session = await openSession(env, { ...values, lang: values.lang ?? 'ja' })
  return await print(await session.act(formOf({ name: 'sheet', act: { do: 'list' } })), session, values)
}

async function print(
  done: Done,
  session: Session,
  { json }: RecordOptions,
  more: readonly string[] = [],
): Promise<number> {
  const isDone = wasDone(done)
  const text = json
    ? JSON.stringify(await outcomeJson(done, session))
    : [outcomeText(done), ...(isDone ? more : [])].join('\n')
  process.stdout.write(`${text}\n`)
  await session.shown(done)
  return isDone ? 0 : 1
}

/** @throws Fault `file-unreadable`, in the language that was chosen */
async function readInWords(path: string, bytes: Uint8Array, { lang, mapping, sheet }: RecordOptions) {
  const given = mapping === undefined ? { columns: {} } : readMapping(mapping)
  try {
    return await readStatusSheet(bytes, sheet === undefined ? given : { ...given, sheet })
  } catch (fault) {
    if (!(fault instanceof FileFault)) throw fault
    const say = sayIn({ language: readLanguage(lang) ?? 'ja' })
    throw new Fault(fault.code, `${path}: ${say.files[fault.problem]}`, fault)
  }
}

function readMapping(path: string): SheetMapping {
  const example = '{"columns": {"title": "取組", "rating": "F"}}'
  let value: unknown
  try {
    value = JSON.parse(readTextFile(path))
  } catch (cause) {
    if (cause instanceof Fault) throw cause
    throw new Fault(
      'mapping-invalid',
      `${path} is not JSON (${(cause as Error).message}); write it as ${example}`,
      cause,
    )
  }
  const read = SheetMapping.safeParse(value)
  if (read.success) return read.data
  throw new Fault(
    'mapping-invalid',
    `${path} is no mapping; write it as ${example}:\n${z.prettifyError(read.error)}`,
    read.error,
  )
}

function readHead({ meeting, id, name, title, year }: RecordOptions): Omit<SheetImport, 'file' | 'reading'> {
  const { shape } = SheetImport
  return {
    meeting: check(shape.meeting, '--meeting', meeting, meetingHint),
    id: check(shape.id, '--id', id ?? null, 'give small letters, digits and hyphens, as 2025-1-sheet'),
    name: check(shape.name, '--name', name ?? null, 'give the name as printed, of 1 to 100 characters'),
    title: check(shape.title, '--title', title ?? null, 'give the title as printed, of 1 to 100 characters'),
    year: year === undefined ? null : readYear(year),
  }
}

function readYear(text: string): number {
  const [year, ...more] = /^\s*\d{4}\s*$/u.test(text.normalize('NFKC'))
    ? [Number(text.normalize('NFKC'))]
    : yearsIn(text)
  return check(
    SheetImport.shape.year.unwrap(),
    '--year',
    more.length > 0 ? text : (year ?? text),
    'give a fiscal year as R6, 令和６年度 or 2024',
  )
}
