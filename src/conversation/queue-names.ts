import type { LoggedAct } from '../opinions/act.ts'
import { Day, dayOf, minuteOf } from '../opinions/day.ts'
import { divisionsOf, fiscalYearOfCall } from '../opinions/find-division.ts'
import type { Json } from '../ports.ts'
import { personNamed } from './office-names.ts'
import { sayIn, type View } from './view.ts'

/** What a division is called in the fiscal year of a call; its id where that year does not know it. */
export async function divisionNames(view: View, call: string): Promise<(id: string) => string> {
  const divisions = await divisionsOf(view.records, fiscalYearOfCall(call, dayOf(view.at)))
  const names = new Map(divisions.map(({ id, name }) => [id, name]))
  return (id) => names.get(id) ?? id
}

/** What was done, in a line; an act that has no words of ours by its code. */
export async function eventLine(act: LoggedAct, division: (id: string) => string, view: View): Promise<string> {
  const { queue } = sayIn(view)
  const who = act.by.kind === 'staff' ? await personNamed(view, act.by.id) : queue.who[act.by.kind]
  const say = Object.hasOwn(queue.did, act.did) ? queue.did[act.did] : undefined
  const named = namesIn(act.detail ?? null).map((name) => nameOf(name, act, division, view))
  return queue.event(minuteOf(act.at), who, say === undefined ? act.did : say(named))
}

function nameOf(name: string, { did }: LoggedAct, division: (id: string) => string, view: View): string {
  if (did === 'item-assigned') return division(name)
  return Day.safeParse(name).success ? sayIn(view).dates.fullDay(name) : name
}

/** The ids and numbers of an act's detail, in order. A project's place in the table is left out. */
function namesIn(detail: Json): readonly string[] {
  if (typeof detail === 'string' || typeof detail === 'number') return [`${detail}`]
  if (typeof detail !== 'object' || detail === null) return []
  if (Array.isArray(detail)) return detail.flatMap(namesIn)
  return Object.entries(detail).flatMap(([field, value]) => (field === 'table' ? [] : namesIn(value ?? null)))
}
