import { minuteOf } from '../opinions/day.ts'
import type { Missing } from '../opinions/readiness.ts'
import { releaseNamed } from './office-names.ts'
import type { ReleaseTold } from './release-acts.ts'
import { sayIn, type View } from './view.ts'

type Refused = Extract<ReleaseTold, { readonly kind: 'refused' }>

/** Why the secretariat's act was not done: first what is so, then what can be done. */
export async function releaseRefusal(told: Refused, view: View): Promise<readonly string[]> {
  if (told.why !== 'not-ready') return [await refusalText(told, view)]
  const { refused } = sayIn(view).release
  return [refused['not-ready'](await releaseNamed(view, told.call)), ...missingLines(told, view)]
}

/** What is missing before an annex can be shared. */
export function missingLines({ open, outdated, unseen, waiting, corrections }: Missing, view: View): readonly string[] {
  const { missing } = sayIn(view).release
  const last = waiting
    .map(({ until }) => until)
    .toSorted()
    .at(-1)
  return [
    ...(open.length === 0 ? [] : [missing.open(open)]),
    ...(outdated.length === 0 ? [] : [missing.outdated(outdated)]),
    ...(unseen.length === 0 ? [] : [missing.unseen(unseen)]),
    ...(last === undefined
      ? []
      : [
          missing.waiting(
            waiting.map(({ receipt }) => receipt),
            last,
          ),
        ]),
    ...(corrections.length === 0 ? [] : [missing.corrections(corrections)]),
  ].map(missing.line)
}

async function refusalText(told: Exclude<Refused, { readonly why: 'not-ready' }>, view: View): Promise<string> {
  const { refused } = sayIn(view).release
  switch (told.why) {
    case 'not-staff':
      return refused[told.why]
    case 'unknown-call':
    case 'nothing-to-share':
    case 'nothing-to-check':
    case 'not-shared':
    case 'nothing-to-undo':
      return refused[told.why](await releaseNamed(view, told.call))
    case 'until-past':
      return refused[told.why](told.until)
    case 'closed-day':
      return refused[told.why](told.day, told.offered)
    case 'unknown-item':
    case 'item-withdrawn':
    case 'item-shared':
      return refused[told.why](told.item)
    case 'item-gone':
      return refused[told.why](told.item, told.into)
    case 'already-shared':
      return refused[told.why](await releaseNamed(view, told.call), minuteOf(told.at))
    case 'not-to-check':
      return refused[told.why](told.receipts)
    case 'call-open':
      return refused[told.why](await releaseNamed(view, told.call), told.deadline)
    case 'decided-later':
      return refused[told.why](told.decided)
    case 'which-release':
      return refused[told.why](told.releases)
    case 'already-published':
      return refused[told.why](await releaseNamed(view, told.release), told.day)
    case 'before-share':
      return refused[told.why](told.day, told.shared)
    case 'day-later':
      return refused[told.why](told.day)
    case 'undo-over':
      return refused[told.why][told.what](await releaseNamed(view, told.release), told.day)
  }
}
