import * as z from 'zod'

const hand = z.strictObject({ by: z.string(), at: z.number(), reason: z.string() })

/**
 * What two people of the secretariat want erased, and why: the first asks, the second does it. The record's id is the
 * receipt, or `members/` and the member's id. It never holds what is erased.
 */
export const Erasure = z.strictObject({ requested: hand, done: hand.nullable() })
export type Erasure = z.infer<typeof Erasure>

const ofMembers = 'members/'

/** The id of the record of a member's erasure. */
export function memberErasureId(member: string): string {
  return `${ofMembers}${member}`
}

/** The member whose erasure a record's id names; null where it is a submission's. */
export function memberErased(id: string): string | null {
  return id.startsWith(ofMembers) ? id.slice(ofMembers.length) : null
}
