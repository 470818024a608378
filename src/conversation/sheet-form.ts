import * as z from 'zod'
import { SheetImport } from '../opinions/import-sheet.ts'

/**
 * What the secretariat does with status sheets (資料３): lists of projects with their ratings. An import that is not
 * accepted says what it would bring; `charges` also takes the table project -> division from it.
 */
export const SheetAct = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('list') }),
  z.strictObject({ do: z.literal('import'), input: SheetImport, accept: z.boolean(), charges: z.boolean() }),
])
export type SheetAct = z.infer<typeof SheetAct>
