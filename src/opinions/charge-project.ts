import { fiscalYearOf } from './day.ts'
import { type Actor, type Decision, decide, type Refused, tell } from './decision.ts'
import { chargeKey } from './lead-division.ts'
import { type DivisionNames, nameDivisions, type UnknownDivision } from './name-divisions.ts'
import type { Records } from './records.ts'
import type { ProjectSubject } from './submission.ts'

/** Which divisions answer for a project, by its entry in the newest list and in any other. */
type ProjectCharge = {
  readonly entries: readonly [ProjectSubject, ...ProjectSubject[]]
  readonly divisions: DivisionNames
}

export type ChargeTold =
  | {
      readonly kind: 'project-charged'
      readonly document: string
      readonly number: number
      readonly lead: string
      readonly others: readonly string[]
    }
  | Refused<'not-staff'>
  | UnknownDivision

/** Sets the table of charges (担当課の表) for one project, by the divisions of today's fiscal year. For staff. */
export async function chargeProject(
  records: Records,
  actor: Actor,
  { entries, divisions }: ProjectCharge,
): Promise<Decision<ChargeTold>> {
  if (actor.role.kind !== 'staff') return tell({ kind: 'refused', why: 'not-staff' })
  const named = await nameDivisions(records, fiscalYearOf(actor.today), divisions)
  if ('why' in named) return tell(named)
  const [{ document, number }] = entries
  const keys = entries.map((entry) => records.key('charges', chargeKey(entry)))
  const before = await Promise.all(
    keys.map(async (key) => (await records.find('charges', key.id)) ?? { key, version: 0 }),
  )
  const lead = named.lead.id
  const others = named.others.map(({ id }) => id)
  const told = { kind: 'project-charged', document, number, lead: named.lead.name } as const
  return decide(before, {
    changes: entries.map((entry) =>
      records.put('charges', chargeKey(entry), { document: entry.document, number: entry.number, lead, others }),
    ),
    acts: [{ did: 'project-charged', about: chargeKey({ document, number }), detail: { lead, others } }],
    told: [{ ...told, others: named.others.map(({ name }) => name) }],
  })
}
