import * as z from 'zod'
import type { Change } from '../ports.ts'
import { changeItem } from './change-item.ts'
import { type Act, type Actor, type Decision, decide, type Refused, tell } from './decision.ts'
import { fiscalYearOfCall } from './find-division.ts'
import { DivisionNames, nameDivisions, type UnknownDivision } from './name-divisions.ts'
import { areOpen, findTargets, type NoTarget, resting, Targets } from './queue-target.ts'
import type { Records } from './records.ts'

export const ItemAssignment = z.strictObject({ targets: Targets, divisions: DivisionNames })
export type ItemAssignment = z.infer<typeof ItemAssignment>

export type AssignTold =
  /** The divisions by name. */
  | {
      readonly kind: 'items-assigned'
      readonly items: readonly string[]
      readonly lead: string
      readonly others: readonly string[]
    }
  | Refused<'not-staff'>
  | NoTarget
  | UnknownDivision

/** Puts items into the hands of divisions (主担当, 関係課) of the fiscal year of their call. For staff. */
export async function assignItems(
  records: Records,
  actor: Actor,
  { targets, divisions }: ItemAssignment,
): Promise<Decision<AssignTold>> {
  if (actor.role.kind !== 'staff') return tell({ kind: 'refused', why: 'not-staff' })
  const open = await findTargets(records, targets)
  if (!areOpen(open)) return tell(open)
  const changes: Change[] = []
  const acts: Act[] = []
  let told: AssignTold = { kind: 'items-assigned', items: [], lead: '', others: [] }
  for (const one of open) {
    const { item, call } = one.item.value
    const named = await nameDivisions(records, fiscalYearOfCall(call, actor.today), divisions)
    if ('why' in named) return tell(named)
    const { id: lead, name } = named.lead
    const others = named.others.map(({ id }) => id)
    changes.push(...changeItem(records, one, { lead, others }).changes)
    acts.push({ did: 'item-assigned', about: item, detail: { lead, others } })
    told = { ...told, items: [...told.items, item], lead: name, others: named.others.map((other) => other.name) }
  }
  return decide(resting(open), { changes, acts, told: [told] })
}
