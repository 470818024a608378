import * as z from 'zod'
import { SheetContent } from '../record/status-sheet.ts'

const count = z.int().min(0)
/** Why a row of a table is not a project's. */
const SkipReason = z.enum(['total', 'again', 'listed-elsewhere', 'note', 'no-title', 'no-number', 'number-unreadable'])
export type SkipReason = z.infer<typeof SkipReason>

const short = z.string().max(500)
const sheets = z.array(short).max(200)

/** Why a file's table was not understood. */
export const SheetProblem = z.discriminatedUnion('why', [
  z.strictObject({ why: z.literal('no-table'), sheets }),
  z.strictObject({ why: z.literal('which-sheet'), sheets }),
  z.strictObject({ why: z.literal('no-such-sheet'), name: short, sheets }),
  z.strictObject({ why: z.literal('no-projects'), sheets }),
  /** More projects, cells or text than a list of projects has. */
  z.strictObject({ why: z.literal('too-much'), sheets }),
])
export type SheetProblem = z.infer<typeof SheetProblem>

/** What was understood of a table, and all that was not taken. */
export const SheetReport = z.strictObject({
  encoding: z.enum(['xlsx', 'utf-8', 'shift_jis']),
  headingRow: z.int().min(1),
  ignored: z.array(z.strictObject({ column: z.string(), heading: short })).max(300),
  skipped: z.array(z.strictObject({ row: z.int(), why: SkipReason, text: short })).max(5000),
  sections: z.array(z.strictObject({ row: z.int(), text: short })).max(1000),
  /** Projects that were given the policy area of the project above them, because their own cell is blank. */
  carried: z.array(z.int()).max(1000),
  duplicates: z.array(z.int()).max(1000),
  /** Cells that were taken as the result of a formula; `blank` are addresses of formulas without one. */
  formulas: count,
  blank: z.array(z.string()).max(5000),
  /** Cells with text that were left out because they are hidden. */
  hidden: count,
  /** Signs that the sheet explains in two ways. */
  conflicts: z.array(z.string()).max(50),
  otherSheets: sheets,
})
export type SheetReport = z.infer<typeof SheetReport>

/** A file as it was read, for a person to look at: nothing of it is kept yet. */
export const SheetReading = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('problem'), problem: SheetProblem }),
  z.strictObject({
    kind: z.literal('read'),
    content: SheetContent,
    /** What stands above the table. */
    titles: z.array(short).max(100),
    /** The fiscal year of the list, as titles or headings name it. */
    year: z.int().nullable(),
    report: SheetReport,
  }),
])
export type SheetReading = z.infer<typeof SheetReading>
