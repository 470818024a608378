import * as z from 'zod'
import { type Calendar, type ClosedDay, refuseClosedDay } from './calendar.ts'
import { changeItem } from './change-item.ts'
import { Day } from './day.ts'
import { type Actor, type Decision, decide, type Refused, tell } from './decision.ts'
import { areOpen, findTargets, type NoTarget, resting, Targets } from './queue-target.ts'
import type { Records } from './records.ts'

/** The day by which items are to be answered; null takes it away. */
export const ItemDue = z.strictObject({ targets: Targets, day: Day.nullable() })
export type ItemDue = z.infer<typeof ItemDue>

/** A day that has passed, with the next working day offered in its place. */
export type PastDay = Refused<'day-past'> & { readonly day: Day; readonly offered: Day }

export type DueTold =
  | { readonly kind: 'due-set'; readonly items: readonly string[]; readonly day: Day | null }
  | Refused<'not-staff'>
  | NoTarget
  | ClosedDay
  | PastDay

/** Sets the day (a working day to come) by which items are to be answered. For staff. */
export async function setDue(
  records: Records,
  actor: Actor,
  { targets, day }: ItemDue,
  calendar: Calendar,
): Promise<Decision<DueTold>> {
  if (actor.role.kind !== 'staff') return tell({ kind: 'refused', why: 'not-staff' })
  const open = await findTargets(records, targets)
  if (!areOpen(open)) return tell(open)
  if (day !== null && day < actor.today) {
    return tell({ kind: 'refused', why: 'day-past', day, offered: calendar.workingDayFrom(actor.today) })
  }
  const closed = day === null ? null : refuseClosedDay(day, calendar)
  if (closed !== null) return tell(closed)
  const items = open.map(({ item }) => item.value.item)
  return decide(resting(open), {
    changes: open.flatMap((one) => changeItem(records, one, { due: day }).changes),
    acts: items.map((about) => ({ did: 'item-due', about, detail: { day } })),
    told: [{ kind: 'due-set', items, day }],
  })
}
