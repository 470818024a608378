import * as z from 'zod'
import { type Actor, type Decision, decide, type Refused, tell } from './decision.ts'
import { fiscalYearOf } from './day.ts'
import { chargeKey } from './lead-division.ts'
import { DivisionNames, nameDivisions, type UnknownDivision } from './name-divisions.ts'
import type { Records } from './records.ts'

/** Which divisions answer for a project of a document's list. */
export const ProjectCharge = z.strictObject({
  document: z.string(),
  number: z.int().min(1),
  divisions: DivisionNames,
})
export type ProjectCharge = z.infer<typeof ProjectCharge>

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
  { document, number, divisions }: ProjectCharge,
): Promise<Decision<ChargeTold>> {
  if (actor.role.kind !== 'staff') return tell({ kind: 'refused', why: 'not-staff' })
  const named = await nameDivisions(records, fiscalYearOf(actor.today), divisions)
  if ('why' in named) return tell(named)
  const key = records.key('charges', chargeKey({ document, number }))
  const before = (await records.find('charges', key.id)) ?? { key, version: 0 }
  const lead = named.lead.id
  const others = named.others.map(({ id }) => id)
  const told = { kind: 'project-charged', document, number, lead: named.lead.name } as const
  return decide([before], {
    changes: [records.put('charges', key.id, { document, number, lead, others })],
    acts: [{ did: 'project-charged', about: key.id, detail: { lead, others } }],
    told: [{ ...told, others: named.others.map(({ name }) => name) }],
  })
}
