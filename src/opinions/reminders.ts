import type { Change, Conditions } from '../ports.ts'
import { answersTo } from './answers.ts'
import type { Calendar } from './calendar.ts'
import type { Call } from './call.ts'
import { isOpen } from './calls.ts'
import { momentOf } from './day.ts'
import { dayOfDeadline } from './deadline.ts'
import { type Act, type Decision, decide, tell } from './decision.ts'
import { noPlace } from './no-place.ts'
import { newNotice } from './notice.ts'
import { withinHours } from './notice-hours.ts'
import { findAddress } from './read-roster.ts'
import type { Found, Records } from './records.ts'

/** A reminder that is due now; it goes out `from` (milliseconds since 1970). */
type Due = { readonly which: 1 | 2; readonly from: number }

/**
 * Which reminder of a call is due at a moment: the first from 8:00 three working days before the deadline's day, the second
 * from 8:00 on that day. One whose moment came before the call was opened or extended is left out; one that was missed is
 * made up for, until the next one or the deadline.
 */
export function findDue(call: Call, calendar: Calendar, at: number): Due | null {
  const { deadline } = call
  if (deadline === null || !isOpen(call, at)) return null
  const day = dayOfDeadline(deadline)
  const first = momentOf(`${calendar.workingDaysBefore(day, 3)}T08:00`)
  const second = momentOf(`${day}T08:00`)
  const end = momentOf(deadline)
  const since = call.extended ?? call.opened
  const from = withinHours(at)
  if (at >= second) return since < second && from < end ? { which: 2, from } : null
  return at >= first && since < first && from < second ? { which: 1, from } : null
}

/** Puts the reminders that are due into the outbox, each member's once: what has been done is marked apart from the outbox. */
export async function remind(records: Records, calendar: Calendar, at: number): Promise<Decision<never>> {
  const calls = await records.list('calls', { closed: null })
  const parts = await Promise.all(
    calls.map(async (found) => {
      const due = findDue(found.value, calendar, at)
      return due === null ? null : await remindOf(records, found, due)
    }),
  )
  const needed = parts.filter((part) => part !== null)
  if (needed.length === 0) return tell()
  return decide(
    needed.flatMap(({ expected }) => expected),
    { changes: needed.flatMap(({ changes }) => changes), acts: needed.map(({ act }) => act), told: [] },
  )
}

type Part = {
  readonly expected: NonNullable<Conditions['expected']>
  readonly changes: readonly Change[]
  readonly act: Act
}

async function remindOf(records: Records, found: Found<Call>, { which, from }: Due): Promise<Part | null> {
  const call = found.value
  const id = `${call.id}/${call.deadline}/${which}`
  const mark = await records.find('reminders', id)
  const reminded = mark?.value.members ?? []
  const answers = await answersTo(records, call)
  const members = answers
    .filter(({ answered, member }) => answered === null && !reminded.includes(member))
    .map(({ member }) => member)
  if (members.length === 0) return null

  const addresses = await Promise.all(members.map((member) => findAddress(records, member)))
  const notices = members.map((member, index): Change => {
    const { place = noPlace(member), language = 'ja' } = addresses[index] ?? {}
    const news = { kind: 'reminder', call: call.id, member } as const
    return records.put('outbox', `reminder/${id}/${member}`, newNotice(place, language, news, from))
  })
  return {
    expected: [
      found,
      mark ?? { key: records.key('reminders', id), version: 0 },
      ...addresses.flatMap((address) => address.seen),
    ],
    changes: [...notices, records.put('reminders', id, { call: call.id, members: [...reminded, ...members] })],
    act: { did: 'members-reminded', about: call.id, detail: { which, members: members.length } },
  }
}
