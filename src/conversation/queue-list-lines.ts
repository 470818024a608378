import type { QueueListed } from '../opinions/list-queue.ts'
import type { QueueLine } from '../opinions/queue-line.ts'
import { divisionNames } from './queue-names.ts'
import { sayIn, subjectText, type View } from './view.ts'
import { visibleText } from './visible-text.ts'

/** Items that are shown at once: what is more is counted. */
const longestList = 300
/** Characters of an item by which it is recognised. */
const startLength = 24

/** The queue in lines: an item a line, and the counts. */
export async function queueListLines(told: QueueListed, view: View): Promise<readonly string[]> {
  const { queue } = sayIn(view)
  const { items, all, steps, overdue, withdrawn } = told
  const named = Object.entries(queue.step).flatMap(([step, name]) => {
    const number = steps[step as keyof typeof steps]
    return number === undefined ? [] : [[name, number] as const]
  })
  const names = new Map<string, (id: string) => string>()
  for (const { call } of items) if (!names.has(call)) names.set(call, await divisionNames(view, call))
  const shown = items.slice(0, longestList)
  return [
    items.length === 0 ? queue.listedNone(all) : queue.listed(items.length, all),
    ...(items.length === 0 ? [] : [queue.counts(named, overdue)]),
    ...(await Promise.all(shown.map(async (line) => await itemLine(line, names.get(line.call) ?? String, view)))),
    ...(items.length > shown.length ? [queue.notShown(items.length - shown.length)] : []),
    ...(withdrawn === 0 ? [] : [queue.withdrawn(withdrawn)]),
  ]
}

/** An item in a line: where it stands, and who answers it by when. */
export async function itemLine(line: QueueLine, division: (id: string) => string, view: View): Promise<string> {
  const { queue } = sayIn(view)
  return queue.item([
    line.item,
    ...(await standing(line, view)),
    startOf(line.words, view),
    ...handling(line, division, view),
  ])
}

/** Where it stands, and what it is about. */
export async function standing({ step, state, subject, call }: QueueLine, view: View): Promise<readonly string[]> {
  const { queue, opinions } = sayIn(view)
  return [queue.both(queue.step[step], opinions.state[state]), await subjectText(view, subject, call)]
}

/** Who answers it by when, and what is to be seen besides. */
export function handling(line: QueueLine, division: (id: string) => string, view: View): readonly string[] {
  const { queue } = sayIn(view)
  const { divisions, disposition, due, overdue, asked, replied, outdated, version, late, onBehalf } = line
  return [
    ...(divisions.lead === null ? [queue.leadNone] : [queue.lead(division(divisions.lead), divisions.by === 'table')]),
    ...(divisions.others.length === 0 ? [] : [queue.others(divisions.others.map(division))]),
    ...(disposition?.kind === 'with' ? [queue.with(disposition.item)] : []),
    ...(due === null ? [] : [queue.due(due, overdue)]),
    ...(asked === null ? [] : [queue.asked(asked.until)]),
    ...(replied ? [queue.replied] : []),
    ...(outdated ? [queue.outdated] : []),
    ...(version > 1 ? [queue.edited(version)] : []),
    ...(late ? [queue.late] : []),
    ...(onBehalf ? [queue.onBehalf] : []),
  ]
}

function startOf(words: string, view: View): string {
  const line = [...visibleText(words.split('\n')[0] ?? '')]
  const whole = line.length <= startLength && !words.includes('\n')
  return sayIn(view).queue.start(line.slice(0, startLength).join(''), whole)
}
