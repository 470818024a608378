import * as z from 'zod'
import { Fault } from '../../fault.ts'

/**
 * The files that a backup may hold, by their paths in the folder of the run-time data: those of the journal, and whatever lies
 * in `files` and `published`. No path leads out of the folder: no part is `..`, empty or begins with a dot, `/` alone parts.
 */
const path = z
  .string()
  .max(1000)
  .regex(
    /^(?:snapshot-\d{12}|journal-\d{12}|chain|(?:files|published)(?:\/[^./\\\u0000-\u001f][^/\\\u0000-\u001f]*)+)$/u,
  )

/** What is in a backup; `made` is when, in UTC. */
export const Contents = z.strictObject({
  made: z.iso.datetime(),
  files: z.array(z.strictObject({ path, size: z.int().min(0) })).min(1),
})
export type Contents = z.infer<typeof Contents>

/** Files of text become a tenth; what would become a hundredth is no backup but a bomb. A small one may hold much that is alike. */
const mostTimes = 100
const always = 16 * 1024 * 1024

/** Whether a backup may hold a file. */
export function mayHold(name: string): boolean {
  return path.safeParse(name).success
}

/** @throws Fault `backup-damaged`, `backup-too-large` */
export function checkContents(file: string, text: string, packed: number): Contents {
  const read = Contents.safeParse(parseJson(text))
  if (!read.success)
    throw new Fault(
      'backup-damaged',
      `${file} is damaged: its list of files is not as this program writes it. Nothing was changed; take another copy of it`,
      read.error,
    )
  const { files } = read.data
  const names = new Set(files.map((one) => one.path))
  if (names.size !== files.length)
    throw new Fault(
      'backup-damaged',
      `${file} is damaged: it holds a file twice. Nothing was changed; take another copy`,
    )
  const size = files.reduce((total, one) => total + one.size, 0)
  if (size > mostTimes * packed + always)
    throw new Fault(
      'backup-too-large',
      `${file} would become ${size} bytes, far more than a backup of its size does. Nothing was changed; take another copy`,
    )
  return read.data
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
