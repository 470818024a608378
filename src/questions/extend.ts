import type { Understood } from './advice.ts'
import { findContentWords } from './content-words.ts'
import { ofYears } from './lists.ts'
import { namedProjects, namedSets } from './named-subjects.ts'
import { normalText } from './normal-text.ts'
import type { PreparedRecord } from './prepared-record.ts'
import type { KnownWord, Question } from './question.ts'
import { recall } from './recall.ts'
import { findSubjects } from './subjects.ts'
import { isAsking, recognise } from './understand.ts'

/** Words that are looked at and taken at most, and characters of one. */
const mostGiven = 40
const mostWords = 8
const longestWord = 40

/** What somebody says of a question, without what the record does not have; null where nothing of it is left. */
export function takeUnderstood(said: Understood, prepared: PreparedRecord): Understood | null {
  const given = said.words.slice(0, mostGiven).filter((word) => word.length <= longestWord)
  const words = given.map(normalText).filter((word) => isOfTheRecord(word, prepared))
  const taken = { ...said, words: [...new Set(words)].slice(0, mostWords), cues: [...new Set(said.cues)] }
  return taken.words.length === 0 && !taken.continues ? null : taken
}

/** Whether the record has a word: as a name of one of its subjects, or in a passage. */
function isOfTheRecord(word: string, prepared: PreparedRecord): boolean {
  if (isName(word, prepared)) return true
  const known = contentOf(word, prepared)
  return known.length > 0 && known.every((one) => one.known && one.noun && !one.abstract)
}

/** Whether a word is a name, whole: a letter amiss makes it none. */
function isName(word: string, prepared: PreparedRecord): boolean {
  return findSubjects(word, prepared.subjects).rest === '＿'
}

function contentOf(text: string, prepared: PreparedRecord): readonly KnownWord[] {
  return findContentWords(text, prepared.words).map((word) => recognise(word, prepared))
}

/** A question with what it names by its own words and by somebody's; `as` is what it is read as being about: titles, and `matter` by its words. */
type Extended = { readonly question: Question; readonly as: readonly string[]; readonly matter: readonly KnownWord[] }

/**
 * Adds what somebody says of a question to what the parser has found, which stands: a subject only where it names none, what is
 * asked only where it does not say, that it goes on only where it brings no matter of its own. Words that the record does not have
 * make room for those that it has. Null where nothing is new.
 */
export function extendQuestion(question: Question, said: Understood, prepared: PreparedRecord): Extended | null {
  const { projects, areas, sets, unknownNumbers, unknownAreas, content, cues, memory, years, text } = question
  const hasSubject = [projects, areas, sets, unknownNumbers, unknownAreas].some((some) => some.length > 0)
  const names = said.words.filter((word) => isName(word, prepared))
  const subjects = hasSubject ? [] : names.flatMap((word) => findSubjects(word, prepared.subjects).subjects)
  const areasNamed = subjects.flatMap((subject) => (subject.kind === 'area' ? [subject.entry] : []))
  const named = {
    projects: namedProjects(subjects, years, prepared),
    areas: ofYears(areasNamed, years, prepared),
    sets: namedSets(subjects, years, prepared),
  }
  const words = said.words.filter((word) => !names.includes(word))
  const matter = contentOf(words.join('、'), prepared).filter(({ word }) => !content.some((own) => own.word === word))
  const isNew = subjects.length + matter.length > 0
  const goesOn =
    !isNew &&
    said.continues &&
    !hasSubject &&
    !question.continues &&
    memory.passages.length > 0 &&
    content.every((word) => word.known || word.abstract || !word.noun)
  if (!isNew && !goesOn) return null
  const meant = goesOn ? recall(text, memory, years, prepared) : named
  return {
    question: {
      ...question,
      ...(hasSubject ? {} : meant),
      continues: question.continues || goesOn,
      cues: isAsking(cues) ? cues : new Set([...cues, ...said.cues]),
      content: isNew ? [...content.filter(({ known }) => known), ...matter] : content,
    },
    as: [...(hasSubject ? [] : titlesOf(meant)), ...matter.map(({ word }) => word)],
    matter,
  }
}

function titlesOf({ projects, areas, sets }: Pick<Question, 'projects' | 'areas' | 'sets'>): readonly string[] {
  const numbered = projects.map(({ number, title }) => (title === null ? `No.${number}` : title))
  return [...numbered, ...areas.map(({ title }) => title), ...sets.map(({ name }) => name)]
}
