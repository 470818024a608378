import { minuteOf } from '../opinions/day.ts'
import type { OfficeTold } from './office-acts.ts'
import { personNamed } from './office-names.ts'
import { sayIn, type View } from './view.ts'
import { visibleText } from './visible-text.ts'

type Erasure = Extract<OfficeTold, { readonly kind: 'erasures' }>['waiting'][number]

/** An erasure that waits: what goes, who asked for it and when, why, and until when that holds. */
export async function erasureLines(
  { member, receipts, by, since, reason, until }: Erasure,
  view: View,
): Promise<readonly string[]> {
  const { office } = sayIn(view)
  const what = office.erasureOf(member === null ? null : await personNamed(view, member), receipts)
  return [
    what,
    office.erasureAsked(await personNamed(view, by), minuteOf(since)),
    office.erasureReason(visibleText(reason)),
    office.erasureUntil(minuteOf(until)),
  ]
}
