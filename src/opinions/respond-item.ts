import * as z from 'zod'
import { addResponse } from './change-item.ts'
import { type Actor, type Decision, decide, type Refused, tell } from './decision.ts'
import { prose } from './form-text.ts'
import type { OpenItem } from './open-item.ts'
import type { Response } from './queue-item.ts'
import { findTarget, type NoTarget, Target } from './queue-target.ts'
import type { Records } from './records.ts'

/** A response to an item, in full; null: the newest draft's own words hold, for the present wording or without a division's answer. */
export const ItemResponse = z.strictObject({ target: Target, text: prose(10_000).nullable() })
export type ItemResponse = z.infer<typeof ItemResponse>

/** An item that has no response of its own: it is answered by none (`with` is null), or shares that of another. */
export type NotAnswered = Refused<'not-answered'> & { readonly item: string; readonly with: string | null }

export type RespondTold =
  /** `kept`: the words are those of the draft before. */
  | { readonly kind: 'item-responded'; readonly item: string; readonly number: number; readonly kept: boolean }
  | Refused<'not-staff'>
  | NoTarget
  | NotAnswered
  | (Refused<'response-unchanged' | 'no-response'> & { readonly item: string })

/**
 * Writes a response (考え方（案）) to an item, as its next version; earlier ones are kept, and a colleague checks it anew. The
 * same words again are a version of their own only where they were written for an earlier wording, or where a division is
 * waited for: then they say that it need not be. For staff.
 */
export async function respondItem(
  records: Records,
  actor: Actor,
  { target, text }: ItemResponse,
): Promise<Decision<RespondTold>> {
  if (actor.role.kind !== 'staff') return tell({ kind: 'refused', why: 'not-staff' })
  const open = await findTarget(records, target)
  if ('why' in open) return tell(open)
  const { item, outdated, inquired } = open.item.value
  const refusal = refuseNotAnswered(open)
  if (refusal !== null) return tell(refusal)
  const before = await findResponse(records, open)
  const words = text ?? before?.text
  if (words === undefined) return tell({ kind: 'refused', why: 'no-response', item })
  const kept = words === before?.text
  if (kept && !outdated && inquired === null) return tell({ kind: 'refused', why: 'response-unchanged', item })

  const author = { kind: 'staff', id: actor.role.staff.id } as const
  const { changes, expected, response } = await addResponse(records, open, { text: words, author, at: actor.at })
  const { number } = response
  return decide(expected, {
    changes,
    acts: [{ did: 'item-responded', about: item, detail: { number, kept } }],
    told: [{ kind: 'item-responded', item, number, kept }],
  })
}

/** Why an item takes no response of its own; null where it does. */
export function refuseNotAnswered({ item: { value } }: OpenItem): NotAnswered | null {
  const { item, disposition } = value
  if (disposition === null || disposition.kind === 'answer') return null
  return { kind: 'refused', why: 'not-answered', item, with: disposition.kind === 'with' ? disposition.item : null }
}

/** The response that counts; undefined where there is none yet. */
export async function findResponse(records: Records, { item: { value } }: OpenItem): Promise<Response | undefined> {
  const { item, response } = value
  return response === null ? undefined : (await records.find('responses', `${item}.${response}`))?.value
}
