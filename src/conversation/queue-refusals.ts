import { personNamed } from './office-names.ts'
import { refusalText } from './office-refusals.ts'
import type { QueueTold } from './queue-acts.ts'
import { divisionNames, eventLine } from './queue-names.ts'
import { sayIn, type View } from './view.ts'

type Refused = Extract<QueueTold, { readonly kind: 'refused' }>

/** Why an act on the queue was not done: first what is so, then what can be done. */
export async function queueRefusalLines(told: Refused, view: View): Promise<readonly string[]> {
  const { refused } = sayIn(view).queue
  switch (told.why) {
    case 'not-staff':
    case 'closed-day':
    case 'unknown-call':
    case 'unknown-receipt':
    case 'withdrawn':
    case 'erased':
    case 'until-past':
      return [await refusalText(told, view)]
    case 'changed-meanwhile':
      return await meanwhileLines(told, view)
    case 'unknown-item':
    case 'item-withdrawn':
    case 'item-shared':
    case 'nothing-to-split':
    case 'with-itself':
    case 'response-unchanged':
    case 'no-response':
    case 'own-response':
    case 'response-outdated':
      return [refused[told.why](told.item)]
    case 'no-items':
      return [refused[told.why](told.receipt)]
    case 'which-item':
      return [refused[told.why](told.receipt, told.items)]
    case 'item-gone':
      return [refused[told.why](told.item, told.into)]
    case 'place-not-found':
    case 'place-at-start':
      return [refused[told.why](told.place)]
    case 'place-several':
      return [refused[told.why](told.place, told.times)]
    case 'too-many-items':
      return [refused[told.why](told.item, told.most)]
    case 'one-item':
      return [refused[told.why]]
    case 'not-adjacent':
      return [refused[told.why](told.items)]
    case 'has-followers':
      return [refused[told.why](told.item, told.followers)]
    case 'other-call':
      return [refused[told.why](told.item, told.lead)]
    case 'lead-not-answered':
      return [refused[told.why](told.lead, told.with)]
    case 'unknown-division':
      return [refused[told.why](told.name, told.fiscalYear, told.known)]
    case 'unknown-project':
      return [refused[told.why](told.project)]
    case 'several-projects':
      return [refused[told.why](told.project, told.numbers)]
    case 'day-past':
      return [refused[told.why](told.day, told.offered)]
    case 'not-answered':
      return [refused[told.why](told.item, told.with)]
    case 'other-response':
      return [refused[told.why](told.item, told.number)]
    case 'no-model':
    case 'may-not-see':
    case 'no-suggestion':
    case 'over-budget':
      return [sayIn(view).model.suggestion.refused[told.why](told.item)]
    case 'already-checked':
      return [refused[told.why](told.item, await personNamed(view, told.by))]
  }
}

/** What happened since: who of the staff did what and when. */
async function meanwhileLines(
  { item, since }: Extract<Refused, { readonly why: 'changed-meanwhile' }>,
  view: View,
): Promise<readonly string[]> {
  const { refused } = sayIn(view).queue
  const call = (await view.records.find('items', item))?.value.call
  const division = call === undefined ? String : await divisionNames(view, call)
  const events = await Promise.all(since.map(async (act) => await eventLine(act, division, view)))
  return [refused['changed-meanwhile'](item), ...(events.length === 0 ? [] : [refused.meanwhile, ...events])]
}
