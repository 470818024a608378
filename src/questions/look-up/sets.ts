import type { Project, ProjectSet } from '../../record/public-record.ts'
import type { Answer } from '../answer.ts'
import { answerWith } from '../build-answer.ts'
import { wholeOf } from '../citation.ts'
import type { PreparedRecord } from '../prepared-record.ts'
import { isBrief, type Question } from '../question.ts'

const whether = /(?:です|でした|なの|入\S{0,4}|含ま\S{0,4})か[?。]?$|^(?:is|are|was|were)\b/u

/** Projects that the document names together: all of them, those not mentioned yet, or what is said of each. */
export function lookUpSet(question: Question, prepared: PreparedRecord): Answer | undefined {
  const { cues, wanted } = question
  const set = question.sets[0] ?? recalledSet(question, prepared)
  if (set === undefined || wanted !== null) return undefined
  const members = prepared.record.projects.filter(
    (project) => project.document === set.document && set.projects.includes(project.number),
  )
  if (cues.has('remaining')) {
    const mentioned = new Set([...question.projects.map((project) => project.number), ...recalledNumbers(question)])
    const rest = members.filter((project) => !mentioned.has(project.number))
    if (rest.length > 0 && rest.length < members.length)
      return listed({ ...question, projects: [] }, prepared, set, rest)
    if (rest.length === 0) return listed({ ...question, projects: [], sets: [set] }, prepared, set, members)
  }
  if (
    question.sets.length === 0 ||
    cues.has('response') ||
    (cues.has('rating') && !cues.has('reason') && !cues.has('each')) ||
    question.signs.length > 0
  )
    return undefined
  const strangers = question.projects.filter((project) => !members.includes(project))
  const counted = question.quantities.find(
    ({ value, units }) => value > 1 && units.some((unit) => ['つ', '件', '事業'].includes(unit)),
  )
  const miscounted = counted !== undefined && set.count !== null && counted.value !== set.count
  // 「No.9は重点事業ですか」: nothing is asked but whether it is one.
  const asksWhether = cues.size === 0 && isBrief(question) && whether.test(question.text)
  if (miscounted || (strangers.length > 0 && (cues.has('confirm') || cues.has('list') || asksWhether))) {
    return answerWith(
      { ...question, projects: strangers },
      prepared,
      'corrected',
      { kind: 'set-differs', set, projects: members },
      [set, ...formerly(set, strangers, prepared), ...members],
    )
  }
  if (
    cues.has('reason') ||
    (cues.has('opinions') && cues.has('list')) ||
    (cues.has('each') && !cues.has('title') && !cues.has('number'))
  ) {
    if (question.projects.length > 0) return undefined
    return answerWith(
      question,
      prepared,
      'answered',
      { kind: 'set', set, projects: members, rest: false },
      members.map((project) => wholeOf(project.evidence.passage)),
    )
  }
  if (question.projects.length > 0 && !cues.has('list') && !cues.has('confirm') && !asksWhether) return undefined
  if (!isBrief(question) && !cues.has('list') && !cues.has('count')) return undefined
  return listed(question, prepared, set, members)
}

function listed(question: Question, prepared: PreparedRecord, set: ProjectSet, projects: readonly Project[]): Answer {
  const rest = projects.length < set.projects.length
  const sets = rest ? [] : question.sets
  const stated = rest ? projects : [set, ...projects]
  const shown = { ...question, sets, projects: rest ? projects : question.projects }
  return answerWith(shown, prepared, 'answered', { kind: 'set', set, projects, rest }, stated)
}

/** Where another list has the strangers in the set of that name. */
function formerly(set: ProjectSet, strangers: readonly Project[], { record }: PreparedRecord): readonly ProjectSet[] {
  return record.sets.filter(
    (other) =>
      other !== set &&
      other.name === set.name &&
      strangers.some((project) => project.document === other.document && other.projects.includes(project.number)),
  )
}

function recalledSet({ memory, continues }: Question, { record }: PreparedRecord): ProjectSet | undefined {
  if (!continues) return undefined
  return record.sets.find((set) => `${set.document}/${set.id}` === memory.set)
}

function recalledNumbers({ memory }: Question): readonly number[] {
  return memory.projects.map((key) => Number(key.slice(key.lastIndexOf('/') + 1)))
}
