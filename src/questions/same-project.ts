import type { Fact, Project, PublicRecord, PublishedDocument, Rating } from '../record/public-record.ts'
import { sameSign } from '../record/same-sign.ts'
import { foldedText } from './normal-text.ts'
import type { PreparedRecord } from './prepared-record.ts'
import type { Question } from './question.ts'

/** Whether two lists mean one project by a number: they give it one title, or one of them none, or were given to one meeting. */
export function isSameProject(one: Project, other: Project, { documents }: PublicRecord): boolean {
  if (one.number !== other.number) return false
  if (isSameTitle(one.title, other.title)) return true
  const meetingOf = ({ document }: Project) => documents.find(({ id }) => id === document)?.meeting.id
  return meetingOf(one) === meetingOf(other)
}

/** Whether two titles may be one: the same but for how they are written, or one of them is not given. */
export function isSameTitle(one: string | null, other: string | null): boolean {
  return one === null || other === null || foldedText(one) === foldedText(other)
}

/**
 * Whether two documents mean one project, where one of them is a status sheet: such a list numbers and names every project,
 * so what is said of it elsewhere is said of the same.
 */
export function isListedAs(one: Project, other: Project, record: PublicRecord): boolean {
  const isList = ({ document }: Project) => record.documents.some(({ id, list }) => id === document && list !== null)
  return one !== other && (isList(one) || isList(other)) && isSameProject(one, other, record)
}

/** The entries of all lists that mean one project, its own among them. */
export function entriesOf(project: Project, record: PublicRecord): readonly Project[] {
  return record.projects.filter((one) => isSameProject(one, project, record))
}

/** The entry of the newest list that counts for a project: of those `held`, the newest first. */
export function newestEntry(project: Project, held: readonly Project[], record: PublicRecord): Project {
  return held.find((one) => one === project || isListedAs(one, project, record)) ?? project
}

/** The entry under which people spoke of a project: not that of a status sheet, where another document names it. */
export function spokenEntry(project: Project, record: PublicRecord): Project {
  const isList = ({ document }: Project) => record.documents.some(({ id, list }) => id === document && list !== null)
  if (!isList(project)) return project
  return record.projects.find((one) => !isList(one) && isListedAs(one, project, record)) ?? project
}

export function factsOf({ facts }: PublicRecord, { document, number }: Project): readonly Fact[] {
  return facts.filter((fact) => fact.document === document && fact.project === number)
}

/** The status sheets of the years that a question names, those whose own year it is first, else all; the newest first. */
export function listsOf({ years }: Question, { record }: PreparedRecord): readonly PublishedDocument[] {
  const lists = record.documents.filter(({ list }) => list !== null)
  if (years.length === 0) return lists
  const asked = years.map(({ fiscalYear }) => fiscalYear)
  const own = lists.filter(({ years: [year] }) => year !== undefined && asked.includes(year))
  return [...own, ...lists.filter((one) => !own.includes(one) && one.years.some((year) => asked.includes(year)))]
}

/** The ratings that other documents give the same projects otherwise, where one of the two is a status sheet. */
export function otherRatings(ratings: readonly Rating[], record: PublicRecord): readonly Rating[] {
  const projectOf = ({ document, project }: Rating) =>
    record.projects.find((one) => one.document === document && one.number === project)
  const isList = (document: string) => record.documents.some(({ id, list }) => id === document && list !== null)
  return record.ratings.filter((other) => {
    const same = ratings.filter((one) => {
      if (one.document === other.document || one.project !== other.project) return false
      const [mine, theirs] = [projectOf(one), projectOf(other)]
      return mine !== undefined && theirs !== undefined && isSameProject(mine, theirs, record)
    })
    const differs = same.length > 0 && !same.some((one) => sameSign(one.sign, other.sign))
    return differs && same.some((one) => isList(one.document) || isList(other.document))
  })
}
