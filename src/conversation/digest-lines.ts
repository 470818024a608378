import { addDays, type Day, minuteOf } from '../opinions/day.ts'
import { type Digest, daysAhead } from '../opinions/digest.ts'
import { sayIn, type View } from './view.ts'
import { visibleText } from './visible-text.ts'

/** A digest as it is told; one that nobody was told says so before its figures. */
export function digestLines(digest: Digest, view: View): readonly string[] {
  switch (digest.kind) {
    case 'full':
      return fullLines(digest, view)
    case 'line':
      return [weekLine(digest, view)]
    case 'silent':
      return [sayIn(view).digest.silent(digest.day), ...fullLines(digest, view)]
  }
}

/** All that a digest says, line by line as the secretariat knows it. */
export function fullLines(digest: Digest, view: View): readonly string[] {
  const { digest: say } = sayIn(view)
  const { overdue, soon, calls } = digest
  const state = [
    say.filed(digest.filed, digest.onBehalf),
    say.toCheck(digest.toCheck),
    say.replies(digest.replies),
    ...(digest.edited > 0 ? [say.edited(digest.edited)] : []),
    ...(digest.withdrawn > 0 ? [say.withdrawn(digest.withdrawn)] : []),
    ...(digest.corrections > 0 ? [say.corrections(digest.corrections)] : []),
  ]
  return [
    title(digest, view),
    [
      say.overdue(overdue.count, [
        ...overdue.first.map(({ id, step, due }) =>
          say.overdueEntry(id, say.step[step], due, daysOver(due, digest.day)),
        ),
        ...more(overdue, say.moreOverdue),
      ]),
      say.soon(soon.count, [
        ...soon.first.map(({ id, due }) => say.soonEntry(id, due)),
        ...more(soon, (number) => say.moreSoon(number, addDays(digest.day, daysAhead))),
      ]),
    ].join(say.wide),
    state.join(say.narrow),
    ...calls.map(({ name, deadline, ...counts }) =>
      say.call(calls.length > 1 ? visibleText(name) : null, deadline, counts),
    ),
    ...(digest.expired > 0 ? [say.expired(digest.expired)] : []),
    [
      say.misses(digest.misses.map(({ topic, count }) => say.miss(say.topic[topic], count))),
      say.undelivered(digest.undelivered),
      ...checkValue(digest, view),
    ].join(say.wide),
  ]
}

/** That nothing has changed, in one line. */
function weekLine(digest: Digest, view: View): string {
  const { digest: say } = sayIn(view)
  const standing = [
    ...(digest.soon.count > 0 ? [say.soon(digest.soon.count, [])] : []),
    ...(digest.toCheck > 0 ? [say.toCheck(digest.toCheck)] : []),
  ]
  return [title(digest, view), say.unchanged(standing), ...checkValue(digest, view)].join(say.wide)
}

function title({ at }: Digest, { language, prepared, ...view }: View): string {
  const { name, shortName = name } = prepared.record.committee
  return sayIn({ ...view, language }).digest.title(minuteOf(at), shortName[language])
}

/** The first six digits of the head, as `audit verify --head` takes them. */
function checkValue({ head }: Digest, view: View): readonly string[] {
  return head === null ? [] : [sayIn(view).digest.checkValue(head.hash.slice(0, 6))]
}

function more({ count, first }: Digest['overdue'], say: (number: number) => string): readonly string[] {
  return count > first.length ? [say(count - first.length)] : []
}

const dayLength = 24 * 60 * 60 * 1000

function daysOver(due: Day, today: Day): number {
  return (Date.parse(today) - Date.parse(due)) / dayLength
}
