import { minuteOf } from '../opinions/day.ts'
import type { OpinionStart, OpinionWish } from './opinion-start.ts'
import type { Scene } from './scene.ts'
import type { Did } from './turn.ts'
import { sayIn } from './view.ts'

/** What stands above the form of an opinion. `reference` is when a message was written that is only referred to (milliseconds since 1970). */
export function opinionNotes(
  start: OpinionStart,
  { actor }: Pick<Scene, 'actor'>,
  { text = '' }: OpinionWish,
  reference: number | undefined,
): readonly string[] {
  const { forms, opinions, dates } = sayIn(actor)
  const { role } = actor
  const why = role.kind === 'guest' ? 'not-on-roster' : role.kind === 'member' && !role.inTerm ? 'term-ended' : null
  const isAdded = start.waits && text !== '' && start.draft.text !== text
  return [
    forms.opinion.lead,
    ...(why === null ? [] : [opinions.refused[why]]),
    ...(start.waits ? [isAdded ? forms.opinion.added : forms.opinion.waits] : []),
    ...(reference === undefined ? [] : [forms.opinion.reference(dates.minute(minuteOf(reference)))]),
  ]
}

/** A text as the draft, as far as it is there. */
export function keepingText(draft: string, text: string | null): Did {
  return {
    kind: 'form',
    form: {
      ...{ name: 'opinion', edits: null, call: null, subject: null, text, vote: null, printName: null, split: null },
      ...{ onBehalf: null, confirmed: false, draft, keep: true },
    },
  }
}
