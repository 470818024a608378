import * as z from 'zod'
import { standing } from './call.ts'
import { changeItem } from './change-item.ts'
import { type Actor, type Decision, decide, type Refused, tell } from './decision.ts'
import { divisionsOf, fiscalYearOfCall } from './find-division.ts'
import { chargeKey, findCharge } from './lead-division.ts'
import { findOpenItem, type OpenItem } from './open-item.ts'
import type { Charge } from './charge.ts'
import { resting } from './queue-target.ts'
import type { Found, Records } from './records.ts'

/** The call whose items are to be put into the hands that the table proposes. */
export const TableAssignment = z.strictObject({ call: z.string().min(1).max(50) })
export type TableAssignment = z.infer<typeof TableAssignment>

export type TableAssignTold =
  /** `missing`: the table names a division for these that there is not this fiscal year; they are left as they are. */
  | {
      readonly kind: 'table-applied'
      readonly call: string
      readonly items: readonly string[]
      readonly missing: readonly string[]
    }
  | Refused<'not-staff'>
  | (Refused<'unknown-call'> & { readonly call: string })

/** Makes what the table of charges proposes a person's choice, for all items of a call that nobody has chosen for. For staff. */
export async function assignFromTable(
  records: Records,
  actor: Actor,
  { call }: TableAssignment,
): Promise<Decision<TableAssignTold>> {
  if (actor.role.kind !== 'staff') return tell({ kind: 'refused', why: 'not-staff' })
  if (call !== standing && (await records.find('calls', call)) === undefined) {
    return tell({ kind: 'refused', why: 'unknown-call', call })
  }
  const known = new Set((await divisionsOf(records, fiscalYearOfCall(call, actor.today))).map(({ id }) => id))
  const proposed: { readonly open: OpenItem; readonly charge: Found<Charge> }[] = []
  const missing: string[] = []
  for (const { value } of await records.list('items', { call, lead: null, gone: null })) {
    const open = await findOpenItem(records, value.item)
    const charge = 'why' in open ? undefined : await chargeOf(records, open)
    if ('why' in open || charge === undefined) continue
    if ([charge.value.lead, ...charge.value.others].every((id) => known.has(id))) proposed.push({ open, charge })
    else missing.push(value.item)
  }
  const items = proposed.map(({ open }) => open.item.value.item)
  return decide([...resting(proposed.map(({ open }) => open)), ...new Set(proposed.map(({ charge }) => charge))], {
    changes: proposed.flatMap(({ open, charge: { value } }) =>
      [...changeItem(records, open, { lead: value.lead, others: value.others }).changes],
    ),
    acts: proposed.map(({ open, charge: { value } }) => ({
      did: 'item-assigned',
      about: open.item.value.item,
      detail: { lead: value.lead, others: value.others, table: chargeKey(value) },
    })),
    told: [{ kind: 'table-applied', call, items, missing }],
  })
}

async function chargeOf(records: Records, { submission }: OpenItem): Promise<Found<Charge> | undefined> {
  const { receipt, version } = submission.value
  const subject = (await records.find('versions', `${receipt}.${version}`))?.value.subject
  return subject?.kind === 'project' ? await findCharge(records, subject) : undefined
}
