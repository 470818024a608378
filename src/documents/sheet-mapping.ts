import * as z from 'zod'
import { SheetField } from '../record/status-sheet.ts'

const heading = z.string().trim().min(1).max(200)

/**
 * Where the headings of an office's sheet are others than the usual: for each field a heading as it is written, or the
 * letters of a column, one or several. `sheet` and `headerRow` say where the table is, where it cannot be found by itself.
 */
export const SheetMapping = z.strictObject({
  sheet: z.string().min(1).max(100).optional(),
  headerRow: z.int().min(1).max(1_000_000).optional(),
  columns: z.partialRecord(SheetField, z.union([heading, z.array(heading).min(1).max(10)])).default({}),
})
export type SheetMapping = z.infer<typeof SheetMapping>

/** What a mapping gives for a field. */
export function mapped({ columns }: SheetMapping, field: SheetField): readonly string[] {
  const given = columns[field] ?? []
  return typeof given === 'string' ? [given] : given
}
