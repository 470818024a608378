import { stemmer } from 'stemmer'
import type { PolicyArea, Project, ProjectSet } from '../record/public-record.ts'
import { matchShare } from './comparable-text.ts'
import { type ContentWord, findContentWords } from './content-words.ts'
import { type Cue, findCues } from './cues.ts'
import type { Memory } from './memory.ts'
import { findLanguage, type Language, normalText } from './normal-text.ts'
import { findNumbers, findYears, type YearNamed } from './numbers.ts'
import type { PreparedRecord } from './prepared-record.ts'
import { findQuantities, findWanted, type Quantity, type Wanted } from './quantities.ts'
import { findSigns } from './signs.ts'
import { findSubjects } from './subjects.ts'

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
  /** Entries that bear the same number in other lists. */
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

/** The weight of content below which a question about another subject asks the same of it as the one before. */
const echo = 0.3
/** The weight below which a question that names no subject goes on from the one before. */
const dependent = 1.6

/** Nothing is asked about but what the cues say: the record knows no other matter in the question, and nothing else is wanted. */
export function isBrief({ wanted, content }: Pick<Question, 'wanted' | 'content'>): boolean {
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
  const signs = new Set(findSigns(rest, prepared.scale))
  for (const rating of record.ratings)
    if (rating.meaning !== null && states.includes(rating.meaning)) signs.add(rating.sign)

  const known = (number: number) => record.projects.some((project) => project.number === number)
  const bare = numbers.bare.filter(known)
  const { chosen: byNumber, others } = findByNumber([...numbers.marked, ...bare], years, prepared)
  const byName = ofYears(
    subjects.flatMap((subject) => (subject.kind === 'project' ? [subject.entry] : [])),
    years,
    prepared,
  )
  const byNumbers = record.policyAreas.filter(
    (area) =>
      numbers.areas.includes(area.number) ||
      (numbers.bare.includes(area.number) && !known(area.number) && sharesTitle(text, area)),
  )
  const own = {
    projects: [...new Set([...byNumber, ...byName])],
    areas: [...new Set([...areasByName, ...byNumbers])],
    sets: subjects.flatMap((subject) => (subject.kind === 'set' ? [subject.entry] : [])),
  }
  const unknownNumbers = numbers.marked.filter(
    (number) => !known(number) && !byNumbers.some((area) => area.number === number),
  )
  const content = findContentWords(
    prepared.ownNames.reduce((left, name) => left.replaceAll(name, '＿'), rest),
    prepared.words,
  ).map((word): KnownWord => ({ ...word, known: prepared.passages.some((one) => matchShare(word, one.text) > 0.5) }))
  const wanted = findWanted(rest)
  const stated = [...numbers.bare, ...numbers.loose]
    .filter((value) => !known(value) && !byNumbers.some((area) => area.number === value))
    .map((value): Quantity => ({ value, units: [] }))

  const hasSubject = own.projects.length + own.areas.length + own.sets.length + unknownNumbers.length > 0
  const weight = content.reduce((sum, word) => sum + word.weight, 0)
  const continues =
    memory.passages.length + memory.projects.length > 0 &&
    ((!hasSubject && (cues.has('refers-back') || weight < dependent)) || cues.has('remaining'))
  if (hasSubject && weight < echo && wanted === null && !asking.some((cue) => cues.has(cue)) && signs.size === 0) {
    for (const cue of memory.cues) cues.add(cue)
  }
  return {
    language: language ?? findLanguage(raw) ?? memory.language ?? 'ja',
    text,
    bareText: text.replace(/\s/gu, ''),
    stems: (text.match(/[a-z]{4,}/gu) ?? []).map(stemmer),
    cues,
    ...(continues && !hasSubject ? recall(text, memory, prepared) : own),
    byNumber,
    byName,
    others,
    unknownNumbers,
    unknownAreas: [
      ...numbers.areas,
      ...(cues.has('area') && cues.has('title') ? numbers.bare.filter((number) => !known(number)) : []),
    ].filter((number) => !record.policyAreas.some((area) => area.number === number)),
    signs: [...signs],
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

/** A number may stand in several lists: the list of the year asked for counts, else the newest. */
function findByNumber(numbers: readonly number[], years: readonly YearNamed[], prepared: PreparedRecord) {
  const chosen: Project[] = []
  const others: Project[] = []
  for (const number of numbers) {
    const entries = prepared.record.projects.filter((project) => project.number === number)
    const [first] = ofYears(entries, years, prepared)
    if (first === undefined) continue
    chosen.push(first)
    others.push(...entries.filter((entry) => entry !== first))
  }
  return { chosen, others }
}

function ofYears(
  projects: readonly Project[],
  years: readonly YearNamed[],
  prepared: PreparedRecord,
): readonly Project[] {
  const matching = projects.filter((project) =>
    years.some((year) => year.fiscalYear === prepared.fiscalYear(project.document)),
  )
  return matching.length > 0 ? matching : projects
}

function sharesTitle(text: string, area: PolicyArea): boolean {
  const words = normalText(area.en).match(/[a-z]{5,}/gu) ?? []
  return words.filter((word) => text.includes(word.slice(0, 6))).length >= 2
}

/** What 「それ」 and its like mean; 「the first one」 means one of several. */
function recall(text: string, memory: Memory, { record }: PreparedRecord) {
  const projects = record.projects.filter((project) =>
    memory.projects.includes(`${project.document}/${project.number}`),
  )
  const which = ordinals.findIndex((ordinal) => ordinal.test(text))
  const one = which >= 0 && projects.length > 1 ? projects[which] : undefined
  return {
    projects: one === undefined ? projects : [one],
    areas: record.policyAreas.filter((area) => memory.areas.includes(`${area.document}/${area.number}`)),
    sets: [] as ProjectSet[],
  }
}

const ordinals = [
  /\bthe first\b|1(?:つ|番)(?:目|め)|最初の(?:もの|事業|やつ|1つ)/u,
  /\bthe second\b|2(?:つ|番)(?:目|め)/u,
  /\bthe third\b|3(?:つ|番)(?:目|め)|last one/u,
]

function findPhrases(text: string, prepared: PreparedRecord): readonly string[] {
  const found: string[] = []
  for (const [, phrase = ''] of text.matchAll(/[「『"]([^「」『』"]{2,80})[」』"]/gu)) {
    const bare = phrase.replace(/\s/gu, '')
    if (prepared.passages.some(({ text }) => text.bare.includes(bare))) found.push(bare)
  }
  return found
}
