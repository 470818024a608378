import * as z from 'zod'

/**
 * What a card of somebody's own submissions shows next: the receipt as it stands, all of the submission, the question whether it
 * is to be withdrawn, or the list. It decides nothing about whose it is. `again`: nobody has asked for it, the card is brought up
 * to date because it is seen.
 */
const OwnSight = z.strictObject({
  see: z.enum(['receipt', 'whole', 'withdraw', 'mine']),
  receipt: z.string().max(50).optional(),
  again: z.literal(true).optional(),
})
export type OwnSight = z.infer<typeof OwnSight>

const Given = z.looseObject({ own: OwnSight })

/** What a press on such a card, or its refreshing, asks for; undefined for what is not ours. */
export function readOwn(data: unknown): OwnSight | undefined {
  return Given.safeParse(data).data?.own
}
