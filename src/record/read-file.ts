import { readdirSync, readFileSync } from 'node:fs'
import * as z from 'zod'
import { Fault } from '../fault.ts'

// Each schema is used once at a start: compiling it into a function would cost more than it saves.
z.config({ jitless: true })

/**
 * Reads a file of JSON.
 * @throws Fault `record-unreadable` (it is missing), `record-invalid` (not JSON, or not of this shape: names the place).
 */
export function readJson<T>(path: string, schema: z.ZodType<T>): T {
  const text = new TextDecoder().decode(readBytes(path))
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw new Fault('record-invalid', `${path}: not JSON (${(cause as Error).message}); mend the file`, cause)
  }
  const result = schema.safeParse(value)
  if (!result.success) {
    throw new Fault(
      'record-invalid',
      `${path}: not of the expected shape; mend these places:\n${z.prettifyError(result.error)}`,
      result.error,
    )
  }
  return result.data
}

/**
 * Reads a file of a committee's folder as it is.
 * @throws Fault `record-unreadable`.
 */
export function readBytes(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch (cause) {
    throw new Fault(
      'record-unreadable',
      `${path}: cannot be read (${(cause as NodeJS.ErrnoException).code}); put the file there, or name another folder with COMMITTEE_DIR or --committee`,
      cause,
    )
  }
}

/**
 * The names of a folder's JSON files in order; none where there is no such folder.
 * @throws Fault `record-unreadable`.
 */
export function listJson(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort()
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    if (code === 'ENOENT') return []
    throw new Fault('record-unreadable', `${folder}: cannot be read (${code}); make it a readable folder`, cause)
  }
}
