import { minuteOf } from '../opinions/day.ts'
import type { OfficeTold } from './office-acts.ts'
import { callNamed, personNamed } from './office-names.ts'
import { sayIn, type View } from './view.ts'

type Refused = Extract<OfficeTold, { readonly kind: 'refused' }>

/** Why the secretariat's act was not done: first what is so, then what can be done. */
export async function refusalText(told: Refused, view: View): Promise<string> {
  const { refused } = sayIn(view).office
  const people = async (ids: readonly string[]) => await Promise.all(ids.map(async (id) => await personNamed(view, id)))
  switch (told.why) {
    case 'not-staff':
    case 'approval-not-written':
      return refused[told.why]
    case 'call-exists':
    case 'unknown-call':
      return refused[told.why](told.call)
    case 'no-deadline':
      return refused[told.why](await callNamed(view, told.call))
    case 'call-closed':
      return refused[told.why](await callNamed(view, told.call), minuteOf(told.closed))
    case 'deadline-past':
    case 'not-later':
      return refused[told.why](told.deadline)
    case 'closed-day':
      return refused[told.why](told.day, told.offered)
    case 'nobody-to-ask':
      return refused[told.why](told.day)
    case 'unknown-members':
      return refused[told.why](told.names)
    case 'ambiguous-member':
      return refused[told.why](told.name, told.candidates)
    case 'not-in-term':
      return refused[told.why](await people(told.members), told.day)
    case 'id-taken':
      return refused[told.why]('ids' in told ? told.ids : [told.id])
    case 'unknown-account':
      return refused[told.why](told.account)
    case 'unknown-person':
    case 'unknown-staff':
      return refused['unknown-person'](told.person)
    case 'id-needed':
      return refused[told.why](told.person)
    case 'ambiguous-person':
      return refused[told.why](
        told.person,
        told.candidates.map(({ id }) => id),
      )
    case 'somebody-elses':
      return refused[told.why](told.account, await personNamed(view, told.holder.id))
    case 'no-post':
      return refused[told.why](await personNamed(view, told.staff), told.day)
    case 'several-posts':
      return refused[told.why](await personNamed(view, told.staff), told.posts)
    case 'same-person':
      return refused[told.why](await personNamed(view, told.staff))
    case 'already-holds':
      return refused[told.why](await personNamed(view, told.staff), told.post)
    case 'unknown-receipt':
    case 'withdrawn':
    case 'erased':
      return refused[told.why](told.receipt)
    case 'until-past':
      return refused[told.why](told.until)
    case 'another-needed':
      return refused[told.why](await personNamed(view, told.by), minuteOf(told.since))
    case 'already-erased':
      return refused[told.why](told.receipt, minuteOf(told.erased))
    case 'unknown-member':
      return refused[told.why](told.member)
  }
}
