import type { Project, ProjectSet } from '../record/public-record.ts'
import { newest, ofYears, projectsOf } from './lists.ts'
import type { PreparedRecord } from './prepared-record.ts'
import type { Question } from './question.ts'
import { newestEntry } from './same-project.ts'
import type { Subject } from './subjects.ts'

/** The projects named, of the lists that count for the years; a name that only another year's list has is still named. */
export function namedProjects(
  subjects: readonly Subject[],
  years: Question['years'],
  prepared: PreparedRecord,
): readonly Project[] {
  const held = heldIn(years, prepared)
  const everywhere = subjects.flatMap((subject) => (subject.kind === 'project' ? [subject.entry] : []))
  const counting = everywhere.filter((project) => held.includes(project))
  const named = newest(counting.length > 0 ? counting : everywhere, (one, other) => one.title === other.title, prepared)
  return [...new Set(named.map((project) => newestEntry(project, held, prepared.record)))]
}

/** The sets named, of the newest list that counts for the years. */
export function namedSets(
  subjects: readonly Subject[],
  years: Question['years'],
  prepared: PreparedRecord,
): readonly ProjectSet[] {
  const named = subjects.flatMap((subject) => (subject.kind === 'set' ? [subject.entry] : []))
  return newest(ofYears(named, years, prepared), () => true, prepared)
}

/** The projects of the lists that count for the years. */
export function heldIn(years: Question['years'], prepared: PreparedRecord): readonly Project[] {
  return [...new Set([...projectsOf(years, prepared), ...headedWith(years, prepared)])]
}

/** Projects of which a sheet has a column of one of the years, whichever year the sheet is of. */
function headedWith(years: Question['years'], { record }: PreparedRecord): readonly Project[] {
  if (years.length === 0) return []
  const headed = record.facts.filter(({ year }) => years.some(({ fiscalYear }) => fiscalYear === year))
  return record.projects.filter(({ document, number }) =>
    headed.some((fact) => fact.document === document && fact.project === number),
  )
}
