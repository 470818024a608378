import * as z from 'zod'
import { changeItem } from './change-item.ts'
import { countCharacters } from './clean-text.ts'
import { type Actor, type Decision, decide, type Refused, tell } from './decision.ts'
import { longestText } from './draft.ts'
import { prose } from './form-text.ts'
import { type ClosedItem, findOpenItem } from './open-item.ts'
import type { Records } from './records.ts'

/** An item's words as they are to be printed; null: as they were written. */
export const PrintText = z.strictObject({
  item: z.string().min(1).max(50),
  text: prose(2 * longestText)
    .refine((text) => countCharacters(text) <= longestText)
    .nullable(),
})
export type PrintText = z.infer<typeof PrintText>

export type SetPrintTold =
  /** Neither its member's words nor those for print are told: what is told is kept for a while, also over an erasure. */
  { readonly kind: 'print-set'; readonly item: string } | Refused<'not-staff'> | ClosedItem

/** Says how an item's words are to be printed. A text check of other words counts no more. For staff. */
export async function setPrint(
  records: Records,
  actor: Actor,
  { item, text }: PrintText,
): Promise<Decision<SetPrintTold>> {
  if (actor.role.kind !== 'staff') return tell({ kind: 'refused', why: 'not-staff' })
  const open = await findOpenItem(records, item)
  if ('kind' in open) return tell(open)
  const { receipt, version } = open.submission.value
  const words = await records.find('versions', `${receipt}.${version}`)
  if (words === undefined) return tell({ kind: 'refused', why: 'unknown-item', item })
  const written = words.value.text.slice(...open.item.value.span).trim()
  const printed = text === written ? null : text
  const told: SetPrintTold = { kind: 'print-set', item }
  if (open.item.value.printed === printed) return tell(told)
  const { changes, expected } = changeItem(records, open, { printed })
  return decide([...expected, words], {
    changes,
    acts: [{ did: printed === null ? 'print-as-written' : 'print-set', about: item }],
    told: [told],
  })
}
