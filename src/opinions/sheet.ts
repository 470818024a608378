import * as z from 'zod'
import { StatusSheet } from '../record/status-sheet.ts'
import type { Found, Records } from './records.ts'

/** A status sheet (資料３) as somebody of the staff accepted it, once for every version of it; record `2025-1-sheet.1`. */
export const Sheet = z.strictObject({
  sheet: z.string(),
  version: z.int().min(1),
  document: StatusSheet,
  by: z.string(),
  at: z.number(),
})
export type Sheet = z.infer<typeof Sheet>

/** The version of each sheet that counts, in the order in which the sheets were first accepted. */
export async function listSheets(records: Records): Promise<readonly Found<Sheet>[]> {
  const versions = Map.groupBy(await records.list('sheets'), ({ value }) => value.sheet)
  return [...versions.values()].flatMap((those) =>
    those.toSorted((a, b) => b.value.version - a.value.version).slice(0, 1),
  )
}
