import { stemmer } from 'stemmer'
import type { PolicyArea, Project, ProjectSet } from '../record/public-record.ts'
import { matchShare } from './comparable-text.ts'
import { type ContentWord, findContentWords } from './content-words.ts'
import { type Cue, findCues } from './cues.ts'
import type { Memory } from './memory.ts'
import { findLanguage, type Language, normalText } from './normal-text.ts'
import { findNumbers, findYears, type YearNamed } from './numbers.ts'
import type { PreparedRecord } from './prepared-record.ts'
import { findQuantities, findWanted, type Quantity, type Wanted, withoutCounters } from './quantities.ts'
import { findSigns } from './signs.ts'
import { findSubjects, type Subject } from './subjects.ts'

export type KnownWord = ContentWord & { readonly known: boolean }

/** A question as understood without any model: what it names and what it asks for. */
export type Question = {
  readonly language: Language
  readonly text: string
  /** The same without blanks. */
  readonly bareText: string
  /** Stems of its English words of four letters or more. */
  readonly stems: readonly string[]
  readonly cues: ReadonlySet<Cue>
  /** Projects that the question names by number or name, or that it means by what was asked before. */
  readonly projects: readonly Project[]
  /** What the numbers named stand for in older lists, where that is something else. */
  readonly others: readonly Project[]
  readonly byNumber: readonly Project[]
  readonly byName: readonly Project[]
  readonly unknownNumbers: readonly number[]
  readonly areas: readonly PolicyArea[]
  readonly unknownAreas: readonly number[]
  readonly sets: readonly ProjectSet[]
  readonly signs: readonly string[]
  /** Words of the record for a state, as 未実施 or 達成済み, that the question uses. */
  readonly states: readonly string[]
  readonly years: readonly YearNamed[]
  readonly quantities: readonly Quantity[]
  readonly wanted: Wanted | null
  /** The question's content words; `known` where the record has them. */
  readonly content: readonly KnownWord[]
  /** Quoted words of the question that stand in the record. */
  readonly phrases: readonly string[]
  /** Whether subject or matter come from what was asked before. */
  readonly continues: boolean
  readonly memory: Memory
}

/** Cues that say what is asked; the others say how. */
const asking: readonly Cue[] = [
  'reason', 'rating', 'status', 'meaning', 'indicator', 'title', 'number', 'area', 'list', 'count', 'who-said', 'response', 'opinions', 'source', 'agenda', 'meeting',
] // biome-ignore format: a list

const functionWords = new Set(
  'what about with from that this which when where does have should would could there their they been were will into than then them more some such other'.split(
    ' ',
  ),
)

/** The weight of content below which a question about another subject asks the same of it as the one before. */
const echo = 0.3
/** The weight below which a question that names no subject goes on from the one before. */
const dependent = 1.6

/**
 * Nothing is asked about but what the cues say. Where the question names its subject, words that the record does not know are talk;
 * where it names none, any of them may be the subject.
 */
export function isBrief(question: Pick<Question, 'wanted' | 'content' | 'projects' | 'areas' | 'sets'>): boolean {
  const { projects, areas, sets } = question
  if (projects.length + areas.length + sets.length > 0) return isOnlyTalk(question)
  return question.wanted === null && question.content.reduce((sum, word) => sum + word.weight, 0) < 0.7
}

/** The record knows no other matter in the question, and nothing else is wanted. */
export function isOnlyTalk({ wanted, content }: Pick<Question, 'wanted' | 'content'>): boolean {
  return wanted === null && content.reduce((sum, word) => sum + (word.known ? word.weight : 0), 0) < 1
}

/** Understands a question, also as a continuation of what was asked before in the same conversation. */
export function understand(raw: string, prepared: PreparedRecord, memory: Memory, language?: Language): Question {
  const { record } = prepared
  const text = normalText(raw)
  const { subjects, rest: withStates } = findSubjects(text, prepared.subjects)
  const { states, rest } = findStates(withStates, prepared)
  const areasByName = subjects.flatMap((subject) => (subject.kind === 'area' ? [subject.entry] : []))
  const numbers = findNumbers(withoutNumbersOf(text, areasByName))
  const years = findYears(text)
  const cues = new Set(findCues(rest))
  const signs = findSigns(rest, raw, prepared.scale)
  const known = (number: number) => record.projects.some((project) => project.number === number)
  const held = ofYears(record.projects, years, prepared)
  const byNumber = newest(held, [...numbers.marked, ...numbers.bare.filter(known)])
  const everywhere = subjects.flatMap((subject) => (subject.kind === 'project' ? [subject.entry] : []))
  const named = everywhere.some((project) => held.includes(project))
    ? everywhere.filter((project) => held.includes(project))
    : everywhere
  const byName = named.filter(
    (project) =>
      !named.some((other) => other !== project && other.title === project.title && isNewer(other, project, prepared)),
  )
  const byNumbers = record.policyAreas.filter(
    (area) =>
      numbers.areas.includes(area.number) ||
      (numbers.bare.includes(area.number) && !known(area.number) && sharesTitle(text, area)),
  )
  const own = {
    projects: [...new Set([...byNumber, ...byName])],
    areas: [...new Set([...areasByName, ...byNumbers])],
    sets: newestSets(subjects, years, prepared),
  }
  const unknownNumbers = numbers.marked.filter(
    (number) => !held.some((project) => project.number === number) && !byNumbers.some((area) => area.number === number),
  )
  const content = findContentWords(
    prepared.names.own.reduce((left, name) => left.replaceAll(name, '＿'), withoutCounters(rest)),
    prepared.words,
  ).map((word) => recognise(word, prepared))
  const wanted = findWanted(rest)
  const stated = [...numbers.bare, ...numbers.loose]
    .filter((value) => !known(value) && !byNumbers.some((area) => area.number === value))
    .map((value): Quantity => ({ value, units: [] }))

  const hasSubject = own.projects.length + own.areas.length + own.sets.length + unknownNumbers.length > 0
  const weight = content.reduce((sum, word) => sum + word.weight, 0)
  const continues =
    memory.passages.length + memory.projects.length > 0 &&
    ((!hasSubject && (cues.has('refers-back') || weight < dependent)) || cues.has('remaining'))
  if (hasSubject && weight < echo && wanted === null && !asking.some((cue) => cues.has(cue)) && signs.length === 0) {
    for (const cue of memory.cues) cues.add(cue)
  }
  return {
    language: language ?? findLanguage(raw) ?? memory.language ?? 'ja',
    text,
    bareText: text.replace(/\s/gu, ''),
    stems: (text.match(/[a-z]{4,}/gu) ?? []).filter((word) => !functionWords.has(word)).map(stemmer),
    cues,
    ...(continues && !hasSubject ? recall(text, memory, years, prepared) : own),
    byNumber,
    byName,
    others: record.projects.filter((other) =>
      byNumber.some(
        (project) =>
          project.number === other.number && project.title !== other.title && isNewer(project, other, prepared),
      ),
    ),
    unknownNumbers,
    unknownAreas: [
      ...numbers.areas,
      ...(cues.has('area') && cues.has('title') ? numbers.bare.filter((number) => !known(number)) : []),
    ].filter((number) => !record.policyAreas.some((area) => area.number === number)),
    signs,
    states,
    years,
    quantities: [...findQuantities(rest), ...stated],
    wanted,
    content,
    phrases: findPhrases(text, prepared),
    continues,
    memory,
  }
}

/** Whether the record knows a word; 求識者 is taken for the 求職者 that it knows. */
function recognise(word: ContentWord, { passages, words }: PreparedRecord): KnownWord {
  const isIn = ({ text }: PreparedRecord['passages'][number]) => matchShare(word, text) > 0.5
  if (passages.some(isIn)) return { ...word, known: true }
  const meant =
    word.noun && word.word.length >= 3 ? words.find(({ folded }) => differsByOne(folded, word.word)) : undefined
  return meant === undefined
    ? { ...word, known: false }
    : { ...word, word: meant.word, forms: [meant.word], weight: meant.weight, known: true }
}

function differsByOne(one: string, other: string): boolean {
  if (one.length !== other.length || !/\p{Script=Han}/u.test(one)) return false
  return [...one].filter((letter, at) => letter !== other[at]).length === 1
}

/** Words of the record for a state, and the text with them blanked. */
function findStates(text: string, prepared: PreparedRecord) {
  const states = new Set<string>()
  let rest = text
  for (const { state, form } of prepared.states) {
    if (!rest.includes(form)) continue
    states.add(state)
    rest = rest.replaceAll(form, '＿')
  }
  return { states: [...states], rest }
}

/** 「３　圏域全体の…」 is the number of a policy area, not of a project. */
function withoutNumbersOf(text: string, areas: readonly PolicyArea[]): string {
  return areas.reduce(
    (left, area) =>
      left.replace(
        new RegExp(
          `(?<!\\d)${area.number}(?=[\\s.)）:の「]*${RegExp.escape(normalText(area.title).slice(0, 2))})`,
          'gu',
        ),
        '＿',
      ),
    text,
  )
}

/** The entries of the lists of the years named; of all lists where no year is named, or none of them is held. */
function ofYears<T extends { readonly document: string }>(
  entries: readonly T[],
  years: readonly YearNamed[],
  { record, fiscalYear }: PreparedRecord,
): readonly T[] {
  const asked = years.filter((year) => record.documents.some((held) => held.meeting.fiscalYear === year.fiscalYear))
  return asked.length === 0
    ? entries
    : entries.filter((entry) => asked.some((year) => year.fiscalYear === fiscalYear(entry.document)))
}

/** A number may stand in several lists: the newest counts, and the lists are ordered by that. */
function newest(projects: readonly Project[], numbers: readonly number[]): readonly Project[] {
  return numbers.flatMap((number) => projects.find((project) => project.number === number) ?? [])
}

function newestSets(
  subjects: readonly Subject[],
  years: readonly YearNamed[],
  prepared: PreparedRecord,
): readonly ProjectSet[] {
  const sets = ofYears(
    subjects.flatMap((subject) => (subject.kind === 'set' ? [subject.entry] : [])),
    years,
    prepared,
  )
  return sets.filter((set) => !sets.some((other) => other !== set && isNewer(other, set, prepared)))
}

function isNewer(
  one: { readonly document: string },
  other: { readonly document: string },
  { record }: PreparedRecord,
): boolean {
  const order = record.documents.map((document) => document.id)
  return order.indexOf(one.document) < order.indexOf(other.document)
}

function sharesTitle(text: string, area: PolicyArea): boolean {
  const words = normalText(area.en).match(/[a-z]{5,}/gu) ?? []
  return words.filter((word) => text.includes(word.slice(0, 6))).length >= 2
}

/** What 「それ」 and its like mean: 「the first one」 is one of several, 「令和４年度は？」 the same in that year's list. */
function recall(text: string, memory: Memory, years: readonly YearNamed[], prepared: PreparedRecord) {
  const { record } = prepared
  const remembered = record.projects.filter((project) =>
    memory.projects.includes(`${project.document}/${project.number}`),
  )
  const which = ordinals.findIndex((ordinal) => ordinal.test(text))
  const one = remembered.length > 1 ? remembered.at(which === 0 ? -1 : which - 1) : undefined
  const projects = which >= 0 && one !== undefined ? [one] : remembered
  const held = ofYears(record.projects, years, prepared)
  return {
    projects: projects.flatMap(
      (project) =>
        held.find((other) => other === project) ??
        held.find((other) => other.title === project.title) ??
        held.find((other) => other.number === project.number) ??
        [],
    ),
    areas: record.policyAreas.filter((area) => memory.areas.includes(`${area.document}/${area.number}`)),
    sets: [] as ProjectSet[],
  }
}

/** The last, the first, the second, the third. */
const ordinals = [
  /最後の|\bthe last\b|last one/u,
  /\bthe first\b|1(?:つ|番)(?:目|め)|最初の(?:もの|事業|やつ|1つ)/u,
  /\bthe second\b|2(?:つ|番)(?:目|め)/u,
  /\bthe third\b|3(?:つ|番)(?:目|め)/u,
]

function findPhrases(text: string, prepared: PreparedRecord): readonly string[] {
  const found: string[] = []
  for (const [, phrase = ''] of text.matchAll(/[「『"]([^「」『』"]{2,80})[」』"]/gu)) {
    const bare = phrase.replace(/\s/gu, '')
    if (prepared.passages.some(({ text }) => text.bare.includes(bare))) found.push(bare)
  }
  return found
}
