import * as z from 'zod'
import type { Refused } from './decision.ts'
import { type Division, divisionsOf, findDivision } from './find-division.ts'
import { line } from './form-text.ts'
import type { Records } from './records.ts'

/** The division in charge and those asked besides, each by id or name. */
export const DivisionNames = z.strictObject({ lead: line(200), others: z.array(line(200)).max(20) })
export type DivisionNames = z.infer<typeof DivisionNames>

/** There is no such division in that fiscal year; `known` are the names of those that there are. */
export type UnknownDivision = Refused<'unknown-division'> & {
  readonly name: string
  readonly fiscalYear: number
  readonly known: readonly string[]
}

/** The divisions of a fiscal year that are meant, each once; the one in charge is not among the others. */
export type NamedDivisions = { readonly lead: Division; readonly others: readonly Division[] }

/** The divisions that these names or ids mean in a fiscal year. */
export async function nameDivisions(
  records: Records,
  fiscalYear: number,
  { lead, others }: DivisionNames,
): Promise<NamedDivisions | UnknownDivision> {
  const found: Division[] = []
  for (const name of [lead, ...others]) {
    const division = await findDivision(records, fiscalYear, name)
    if (division === undefined) {
      const known = (await divisionsOf(records, fiscalYear)).map((one) => one.name)
      return { kind: 'refused', why: 'unknown-division', name, fiscalYear, known }
    }
    if (!found.some(({ id }) => id === division.id)) found.push(division)
  }
  const [first, ...rest] = found
  // There is a name, so there is a division or a refusal by now.
  return { lead: first as Division, others: rest }
}
