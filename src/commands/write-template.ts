import { writeFile } from 'node:fs/promises'
import { sheetTemplate } from '../documents/sheet-template.ts'
import { Fault } from '../fault.ts'
import { whyUnwritable } from './file-problem.ts'
import type { RecordOptions } from './record.ts'
import { UsageFault } from './usage-fault.ts'

/** Writes an empty status sheet to fill in; a file that is there stays as it is. */
export async function writeTemplate({ out, json }: RecordOptions): Promise<number> {
  if (out === undefined) throw new UsageFault('--out is missing: name the file to write, as shiryo3.xlsx')
  try {
    await writeFile(out, await sheetTemplate(), { flag: 'wx' })
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    const toDo =
      code === 'EEXIST' ? 'it is there already; name another file' : `it cannot be written: ${whyUnwritable(cause)}`
    throw new Fault('file-not-written', `${out}: ${toDo}`, cause)
  }
  process.stdout.write(json ? `${JSON.stringify({ written: out })}\n` : `${out}\n`)
  return 0
}
