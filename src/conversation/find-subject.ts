import { subjectName } from '../opinions/subject-name.ts'
import type { ProjectSubject, Subject } from '../opinions/submission.ts'
import { noMemory } from '../questions/memory.ts'
import { normalText } from '../questions/normal-text.ts'
import type { PreparedRecord } from '../questions/prepared-record.ts'
import { understand } from '../questions/understand.ts'
import type { Project } from '../record/public-record.ts'

/** Characters (UTF-16 units) of what may name a subject; what is longer names none. */
const longestName = 200

/**
 * What an opinion is about, as its writer says it: an agenda item or a project by number or words, or the whole. Several
 * are candidates, none means that nothing was found.
 */
export function findSubjects(text: string, agenda: readonly string[], prepared: PreparedRecord): readonly Subject[] {
  if (text.length > longestName) return []
  const said = normalText(text)
  if (/^(?:全体|全般|その他|なし|特になし|whole|general|none|all)$/u.test(said)) return [{ kind: 'whole' }]
  const item = /^(?:議題|agenda(?: item)?) ?(\d{1,2})$/u.exec(said)?.[1]
  if (item !== undefined)
    return agenda[Number(item) - 1] === undefined ? [] : [{ kind: 'agenda', number: Number(item) }]
  const { projects } = understand(text, prepared, noMemory)
  if (projects.length > 0) return projects.map(subjectOf)
  const inAgenda = agenda.flatMap((title, at): Subject[] =>
    said.length > 1 && normalText(title).includes(said) ? [{ kind: 'agenda', number: at + 1 }] : [],
  )
  if (inAgenda.length > 0) return inAgenda
  const { record } = prepared
  const titled = record.projects.filter(
    ({ title }) => said.length > 1 && title !== null && normalText(title).includes(said),
  )
  if (titled.length > 0) return titled.map(subjectOf)
  return searchProjects(said, prepared).map(subjectOf)
}

/** What a list of subjects offers for what is typed so far: agenda items first, then the whole, then projects of the record. */
export function searchSubjects(text: string, agenda: readonly string[], prepared: PreparedRecord): readonly Subject[] {
  const { projects } = prepared.record
  const items = agenda.map((title, at) => ({ title: normalText(title), subject: itemOf(at) }))
  const whole: Subject = { kind: 'whole' }
  const said = normalText(text.slice(0, longestName))
  if (said === '') return [...items.map(({ subject }) => subject), whole, ...projects.map(subjectOf)]
  const found = findSubjects(text, agenda, prepared)
  const within = projects.filter(
    ({ number, title }) => `${number}`.startsWith(said) || (title !== null && normalText(title).includes(said)),
  )
  const all = [
    ...found.filter(({ kind }) => kind === 'agenda'),
    ...items.filter(({ title }) => title.includes(said)).map(({ subject }) => subject),
    ...found,
    ...within.map(subjectOf),
    whole,
  ]
  return [...new Map(all.map((subject) => [subjectName(subject), subject])).values()]
}

function itemOf(at: number): Subject {
  return { kind: 'agenda', number: at + 1 }
}

/** The projects that the best passages name. */
function searchProjects(said: string, { passages, index }: PreparedRecord): readonly Project[] {
  const found = index()
    .search(said, 5)
    .filter(({ coverage }) => coverage > 0.6)
    .flatMap(({ id }) => passages.find(({ passage }) => passage.key === id)?.projects ?? [])
  return [...new Set(found)].slice(0, 5)
}

export function subjectOf({ document, number }: Project): ProjectSubject {
  return { kind: 'project', document, number }
}
