import * as z from 'zod'

/** UTF-16 units of a cell that are read: more than Excel lets a cell have, and than an answer may have. */
export const longestCell = 40_000

const cell = z.string().max(longestCell)

/** A row of an inquiry's file as it came back. `cell` is where its answer stands (`照会票!E12`), for people to find it. */
export const TakenRow = z.strictObject({
  cell: z.string().max(100),
  receipt: cell,
  answer: cell,
  /** Null where the file has no such column any more. */
  opinion: cell.nullable(),
  remark: cell.nullable(),
  /** What a column of numbers of the division's own says. */
  number: cell.nullable(),
  formula: z.boolean(),
  /** The answer's cell is merged with the one above it. */
  merged: z.boolean(),
})
export type TakenRow = z.infer<typeof TakenRow>

/** Why nothing can be read out of a file. The last three: it has no columns of ours, one of them twice, or too many rows. */
const fileProblems = [
  ...(['too-large', 'bomb', 'locked', 'old-format', 'binary', 'not-a-workbook', 'broken', 'too-slow'] as const),
  ...(['encoding', 'no-columns', 'columns-twice', 'too-many-rows'] as const),
] as const
export const FileProblem = z.enum(fileProblems)
export type FileProblem = z.infer<typeof FileProblem>

/** Rows that a file may have at most. */
export const mostRows = 20_000

/** An inquiry's file as it came back: `tokens` are what in it says of which inquiry it is, each once. */
export const TakenFile = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('unreadable'), problem: FileProblem }),
  z.strictObject({
    kind: z.literal('rows'),
    sha256: z.string().regex(/^[0-9a-f]{64}$/u),
    tokens: z.array(z.strictObject({ committee: z.string().max(200), inquiry: z.string().max(50) })).max(20),
    rows: z.array(TakenRow).max(mostRows),
  }),
])
export type TakenFile = z.infer<typeof TakenFile>
