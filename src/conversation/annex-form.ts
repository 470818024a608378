import * as z from 'zod'
import { Names } from '../opinions/release.ts'

/** What an annex can be written as: Word, Markdown, a table. */
export const annexFormats = ['docx', 'md', 'csv'] as const
export type AnnexFormat = (typeof annexFormats)[number]

/**
 * What the secretariat takes out of the records: an annex (別紙), or the ledger (受付簿) of a call or of all. `format` is the
 * file that is wanted of it, where one is.
 */
export const AnnexAct = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('show'),
    call: z.string().max(40),
    names: Names,
    format: z.enum(annexFormats).optional(),
  }),
  z.strictObject({ do: z.literal('ledger'), call: z.string().max(40).nullable() }),
])
export type AnnexAct = z.infer<typeof AnnexAct>
