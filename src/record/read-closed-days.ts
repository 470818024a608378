import { existsSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { readJson } from './read-file.ts'

const ClosedDays = z.array(z.strictObject({ day: z.iso.date(), name: z.string().trim().min(1) }))

/**
 * The days (`2026-10-01`) on which the office is closed besides holidays, from `closed-days.json` in a committee's folder;
 * none where there is no such file.
 * @throws Fault `record-invalid` (not JSON, or not a list of days with names).
 */
export function readClosedDays(directory: string): ReadonlySet<string> {
  const file = join(directory, 'closed-days.json')
  return new Set(existsSync(file) ? readJson(file, ClosedDays).map(({ day }) => day) : [])
}
