import { matchShare } from './comparable-text.ts'
import { normalText } from './normal-text.ts'
import type { PreparedPassage, PreparedRecord } from './prepared-record.ts'
import type { Question } from './question.ts'

/** The passages that may answer a question; `limited` where its subject, year or context narrows them down. */
export type Scope = { readonly passages: readonly PreparedPassage[]; readonly limited: boolean }

/** Finds the passages about what a question names, in the year that it names. None where the record has nothing of that year. */
export function findScope(question: Question, prepared: PreparedRecord): Scope {
  const spoken = ofHeldYears(
    question,
    prepared,
    prepared.passages.filter(({ group }) => group !== null),
  )
  const bySubject = ofSubjects(question, spoken)
  const byHeading = ofHeading(question, spoken)
  const limited = bySubject.length > 0 ? bySubject : byHeading.length > 0 ? byHeading : ofMemory(question, spoken)
  const passages = limited.length > 0 ? limited : spoken
  const unheld = question.years.filter(
    (year) => year.fiscal && !prepared.record.documents.some((held) => held.years.includes(year.fiscalYear)),
  )
  if (unheld.length === 0) return { passages, limited: limited.length > 0 }
  const naming = new Set(passages.filter((one) => namesYear(one, unheld)).map(({ group }) => group))
  const within = passages.filter(({ group }) => naming.has(group))
  const asksNothingElse = question.cues.size + question.content.length === 0
  return {
    passages: asksNothingElse ? within.filter((one) => namesYear(one, unheld)) : within,
    limited: true,
  }
}

/** A year of which a document is held is answered from that document; a year without 年度 also where it is spoken of. */
function ofHeldYears(
  { years }: Question,
  { record, isOfYear }: PreparedRecord,
  spoken: readonly PreparedPassage[],
): readonly PreparedPassage[] {
  const held = years.filter((year) => record.documents.some((held) => held.years.includes(year.fiscalYear)))
  if (held.length === 0) return spoken
  const loose = held.filter((year) => !year.fiscal)
  return spoken.filter(
    (one) => held.some((year) => isOfYear(one.passage.document, year.fiscalYear)) || namesYear(one, loose),
  )
}

function namesYear({ fiscalYears }: PreparedPassage, years: Question['years']): boolean {
  return years.some((year) => fiscalYears.includes(year.fiscalYear))
}

/**
 * A project's passages are those that name it, and those of their group that name no other project;
 * a project of the same title in another list is the same.
 */
function ofSubjects(
  { projects: asked, areas, sets }: Question,
  spoken: readonly PreparedPassage[],
): readonly PreparedPassage[] {
  const projects = spoken
    .flatMap((one) => one.projects)
    .filter((one) =>
      asked.some((project) => project === one || (project.title !== null && project.title === one.title)),
    )
  const groups = new Set(
    spoken
      .filter(({ passage }) => projects.some((project) => project.evidence.passage === passage))
      .map(({ group }) => group),
  )
  const setGroups = new Set(
    spoken.filter(({ passage }) => sets.some((set) => set.evidence.passage === passage)).map(({ group }) => group),
  )
  const titles = areas.map((area) => normalText(area.title))
  return spoken.filter(
    ({ group, text, projects: named }) =>
      (groups.has(group) && (named.length === 0 || named.some((one) => projects.includes(one)))) ||
      (setGroups.has(group) && projects.length === 0) ||
      titles.some((title) => text.normal.includes(title)),
  )
}

/** 「（１）のところ」 means what stands under that heading. */
function ofHeading({ text }: Question, spoken: readonly PreparedPassage[]): readonly PreparedPassage[] {
  const marks = text.match(/\(\d{1,2}\)/gu) ?? []
  return spoken.filter(({ group }) =>
    spoken.some(
      ({ passage, text: own }) => passage === group?.heading && marks.some((mark) => own.normal.includes(mark)),
    ),
  )
}

/** A question that says nothing of its own, or nothing that the record knows, goes on about what was quoted before. */
function ofMemory(
  { continues, content, memory }: Question,
  spoken: readonly PreparedPassage[],
): readonly PreparedPassage[] {
  if (!continues) return []
  const known = content.filter((word) => spoken.some((one) => matchShare(word, one.text) > 0.5))
  if (known.reduce((sum, word) => sum + word.weight, 0) >= 0.75) return []
  const groups = new Set(
    spoken.filter(({ passage }) => memory.passages.includes(passage.key)).map(({ group }) => group),
  )
  return spoken.filter(({ group }) => groups.has(group))
}
