import * as z from 'zod'
import type { ModelUse } from '../ports.ts'
import { type Actor, type Decision, decide, type Refused, tell } from './decision.ts'
import type { Records } from './records.ts'

/** Whether the secretariat lets a language model take part, by whom of the staff, since when (milliseconds since 1970). */
export const ModelSwitch = z.strictObject({ on: z.boolean(), by: z.string(), at: z.number() })
export type ModelSwitch = z.infer<typeof ModelSwitch>

export type SwitchTold =
  | { readonly kind: 'model-switched'; readonly on: boolean; readonly configured: boolean }
  | Refused<'not-staff'>
  | (Refused<'switched-already'> & ModelSwitch)

/** The switch as it was put last; undefined where nobody has touched it: then a model that is configured takes part. */
export async function findModelSwitch(records: Records): Promise<ModelSwitch | undefined> {
  return (await records.find('switches', 'model'))?.value
}

/** The model that takes part, of one that is configured; null where there is none, or it is switched off. */
export async function modelOf(records: Records, configured: ModelUse | null): Promise<ModelUse | null> {
  if (configured === null) return null
  return (await findModelSwitch(records))?.on === false ? null : configured
}

/** Switches the language model off or on, until somebody of the staff switches it again. For staff. */
export async function switchModel(
  records: Records,
  actor: Actor,
  on: boolean,
  configured: boolean,
): Promise<Decision<SwitchTold>> {
  if (actor.role.kind !== 'staff') return tell({ kind: 'refused', why: 'not-staff' })
  const found = await records.find('switches', 'model')
  if (found?.value.on === on) return tell({ kind: 'refused', why: 'switched-already', ...found.value })
  const key = records.key('switches', 'model')
  return decide([found ?? { key, version: 0 }], {
    changes: [records.put('switches', 'model', { on, by: actor.role.staff.id, at: actor.at })],
    acts: [{ did: on ? 'model-switched-on' : 'model-switched-off', about: 'model' }],
    told: [{ kind: 'model-switched', on, configured }],
  })
}
