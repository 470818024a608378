import type { Charge } from './charge.ts'
import { type Actor, type Decision, type Refused, tell } from './decision.ts'
import type { Records } from './records.ts'

export type TableTold =
  | { readonly kind: 'table-shown'; readonly view: true; readonly charges: readonly Charge[] }
  | Refused<'not-staff'>

/** The table of charges (担当課の表), by document and number. For staff. */
export async function showTable(records: Records, actor: Actor): Promise<Decision<TableTold>> {
  if (actor.role.kind !== 'staff') return tell({ kind: 'refused', why: 'not-staff' })
  const charges = (await records.list('charges')).map(({ value }) => value)
  const ordered = charges.toSorted((a, b) =>
    a.document === b.document ? a.number - b.number : a.document < b.document ? -1 : 1,
  )
  return tell({ kind: 'table-shown', view: true, charges: ordered })
}
