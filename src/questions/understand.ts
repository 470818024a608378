import { stemmer } from 'stemmer'
import type { PolicyArea } from '../record/public-record.ts'
import type { SheetField } from '../record/status-sheet.ts'
import { matchShare } from './comparable-text.ts'
import { type ContentWord, findContentWords } from './content-words.ts'
import { type Cue, findCues } from './cues.ts'
import { isNewer } from './lists.ts'
import type { Memory } from './memory.ts'
import { heldIn, namedProjects, namedSets } from './named-subjects.ts'
import { findLanguage, type Language, normalText } from './normal-text.ts'
import { findNumbers, findYears, type NumbersNamed } from './numbers.ts'
import type { PreparedRecord } from './prepared-record.ts'
import { findQuantities, type Quantity } from './quantities.ts'
import type { KnownWord, Question } from './question.ts'
import { recall } from './recall.ts'
import { findFields, withoutFields } from './sheet-fields.ts'
import { findSigns, withoutSigns } from './signs.ts'
import { findSubjects, type Subject } from './subjects.ts'
import { findWanted, withoutCounters } from './wanted.ts'

/** Cues that say what is asked; the others say how. */
const asking: readonly Cue[] = [
  'reason', 'rating', 'status', 'meaning', 'indicator', 'title', 'number', 'area', 'list', 'count', 'who-said', 'response', 'opinions', 'source', 'agenda', 'meeting',
] // biome-ignore format: a list

/** Whether some cue says what is asked. */
export function isAsking(cues: ReadonlySet<Cue>): boolean {
  return asking.some((cue) => cues.has(cue))
}

const functionWords = new Set(
  'what about with from that this which when where does have should would could there their they been were will into than then them more some such other'.split(
    ' ',
  ),
)

/** The weight of content below which a question about another subject asks the same of it as the one before. */
const echo = 0.3
/** The weight below which a question that names no subject goes on from the one before. */
const dependent = 1.6

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
  const fields = new Set(findFields(rest))
  const signs = findSigns(rest, raw, prepared.scale)
  const known = (number: number) => record.projects.some((project) => project.number === number)
  const held = heldIn(years, prepared)
  const bare = numbers.bare.filter(
    (number) => known(number) && isMeant(number, { text, cues, fields, subjects, numbers }, prepared),
  )
  const byNumber = [...numbers.marked, ...bare].flatMap(
    (number) => held.find((project) => project.number === number) ?? [],
  )
  const byName = namedProjects(subjects, years, prepared)
  const byNumbers = record.policyAreas.filter(
    (area) =>
      numbers.areas.includes(area.number) ||
      (numbers.bare.includes(area.number) && !known(area.number) && (states.length > 0 || sharesTitle(text, area))),
  )
  const own = {
    projects: [...new Set([...byNumber, ...byName])],
    areas: [...new Set([...areasByName, ...byNumbers])],
    sets: namedSets(subjects, years, prepared),
  }
  const unknownNumbers = numbers.marked.filter(
    (number) => !held.some((project) => project.number === number) && !byNumbers.some((area) => area.number === number),
  )
  // 目標 and its like are matters of their own where no sheet has a column of them.
  const matter = record.facts.length === 0 ? rest : withoutFields(rest)
  const content = findContentWords(
    prepared.names.own.reduce((left, name) => left.replaceAll(name, '＿'), withoutSigns(withoutCounters(matter))),
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
  if (hasSubject && weight < echo && wanted === null && !isAsking(cues) && signs.length === 0 && fields.size === 0) {
    for (const cue of memory.cues) cues.add(cue)
    for (const field of memory.fields ?? []) fields.add(field)
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
    quantities: [...findQuantities(text), ...stated],
    fields: [...fields],
    wanted,
    content,
    phrases: findPhrases(text, prepared),
    continues,
    memory,
  }
}

/** How many passages have a word; 求識者 is taken for the 求職者 that the record knows. */
export function recognise(word: ContentWord, { passages, words }: PreparedRecord): KnownWord {
  const having = (one: ContentWord) => passages.filter(({ text }) => matchShare(one, text) > 0.5).length
  const passagesHaving = having(word)
  if (passagesHaving > 0) return { ...word, known: true, passagesHaving }
  const named =
    word.noun && word.word.length >= 3 ? words.find(({ folded }) => differsByOne(folded, word.word)) : undefined
  if (named === undefined) return { ...word, known: false, passagesHaving }
  const meant = { ...word, word: named.word, forms: [named.word], weight: named.weight }
  return { ...meant, known: true, passagesHaving: having(meant) }
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

/** Characters of a question that is about little more than a number: 「45はどうですか」. */
const justThat = 16

/** What a bare number is judged by. */
type Around = {
  readonly text: string
  readonly cues: ReadonlySet<Cue>
  readonly fields: ReadonlySet<SheetField>
  readonly subjects: readonly Subject[]
  readonly numbers: NumbersNamed
}

/**
 * Whether a bare number means a project. A status sheet numbers all of them from 1 on, so that most numbers of a text would:
 * one that only sheets have must stand as a subject does, beside no other subject, and not be an area's that is spoken of.
 */
function isMeant(
  number: number,
  { text, cues, fields, subjects, numbers }: Around,
  { record }: PreparedRecord,
): boolean {
  const lists = new Set(record.documents.filter(({ list }) => list !== null).map(({ id }) => id))
  if (record.projects.some((project) => project.number === number && !lists.has(project.document))) return true
  if (subjects.length + numbers.marked.length > 0) return false
  const asksOfProject = cues.has('rating') || cues.has('indicator') || fields.size > 0
  if (!asksOfProject && (text.length > justThat || record.policyAreas.some((area) => area.number === number)))
    return false
  return new RegExp(`(?<![\\d.,])${number}\\s*(?:の|は|って|と|や|に|を|も|$|[?？、,「])`, 'u').test(text)
}

function sharesTitle(text: string, area: PolicyArea): boolean {
  const words = normalText(area.en).match(/[a-z]{5,}/gu) ?? []
  return words.filter((word) => text.includes(word.slice(0, 6))).length >= 2
}

function findPhrases(text: string, prepared: PreparedRecord): readonly string[] {
  const found: string[] = []
  for (const [, phrase = ''] of text.matchAll(/[「『"]([^「」『』"]{2,80})[」』"]/gu)) {
    const bare = phrase.replace(/\s/gu, '')
    if (prepared.passages.some(({ text }) => text.bare.includes(bare))) found.push(bare)
  }
  return found
}
