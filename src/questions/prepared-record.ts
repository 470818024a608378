import type { CitablePassage, OpinionGroup, Project, PublicRecord } from '../record/public-record.ts'
import { ComparableText } from './comparable-text.ts'
import { type NamedWord, prepareWords } from './named-words.ts'
import { normalText } from './normal-text.ts'
import { findYears } from './numbers.ts'
import { buildSearchIndex, type SearchIndex } from './search/search-index.ts'
import { prepareSubjects, type SubjectNames } from './subjects.ts'
import type { KnownNames } from './wanted.ts'

/** A sentence in the forms in which it is compared. */
export type PreparedSentence = {
  readonly text: ComparableText
  /** Characters of the sentence, and of its gloss without blanks. */
  readonly length: { readonly ja: number; readonly en: number }
}

export type PreparedPassage = {
  readonly passage: CitablePassage
  readonly group: OpinionGroup | null
  readonly text: ComparableText
  readonly sentences: readonly PreparedSentence[]
  readonly fiscalYears: readonly number[]
  /** The projects that the passage names. */
  readonly projects: readonly Project[]
}

/** A record made ready for questions; made once for each version of the record. */
export type PreparedRecord = {
  readonly record: PublicRecord
  readonly subjects: SubjectNames
  /** Every sign that a rating of the record uses. */
  readonly scale: ReadonlySet<string>
  /** Every word of the record for the state of something: statuses, and the meanings of signs. */
  readonly states: readonly { readonly state: string; readonly form: string }[]
  /** All but the cells of status sheets. */
  readonly passages: readonly PreparedPassage[]
  readonly words: readonly NamedWord[]
  /** Names of the committee itself, the longest first, and of companies. */
  readonly names: KnownNames
  /** Whether a document is asked for under a fiscal year. */
  readonly isOfYear: (document: string, fiscalYear: number) => boolean
  /** Built at the first search, so that a look-up does not wait for it. */
  readonly index: () => SearchIndex
}

/** Makes a record ready for questions. Texts are put into their comparable forms when they are first needed. */
export function prepareRecord(record: PublicRecord): PreparedRecord {
  const groupOf = new Map<CitablePassage, OpinionGroup>()
  for (const group of record.groups) {
    for (const passage of [group.heading, ...group.opinions, ...group.responses])
      if (passage !== null) groupOf.set(passage, group)
  }
  // A list's cells are looked up, never searched: they are no sentences.
  const lists = new Set(record.documents.filter(({ list }) => list !== null).map(({ id }) => id))
  const spoken = record.passages.filter(({ document }) => !lists.has(document))
  const passages = spoken.map((passage): PreparedPassage => {
    const text = new ComparableText(passage.text, passage.sentences.map((sentence) => sentence.en).join(' '))
    return {
      passage,
      group: groupOf.get(passage) ?? null,
      text,
      sentences: passage.sentences.map(({ ja, en }) => ({
        text: new ComparableText(ja, en),
        length: { ja: ja.length, en: en.replace(/\s/gu, '').length },
      })),
      projects: record.projects.filter((project) => project.evidence.passage === passage),
      fiscalYears: findYears(text.normal).map((year) => year.fiscalYear),
    }
  })
  let index: SearchIndex | undefined
  return {
    record,
    subjects: prepareSubjects(record),
    scale: new Set(record.ratings.map((rating) => rating.sign)),
    states: prepareStates(record),
    passages,
    words: prepareWords(record.words),
    names: {
      own: [record.committee.name.ja, ...record.committee.alsoCalled]
        .map(normalText)
        .sort((a, b) => b.length - a.length),
      companies: record.words.filter(({ names }) => names === 'company').map(({ word }) => normalText(word)),
    },
    isOfYear: (document, fiscalYear) =>
      record.documents.find((held) => held.id === document)?.years.includes(fiscalYear) ?? false,
    index: () => (index ??= buildSearchIndex(searchDocuments(passages))),
  }
}

/** The longest form first: 「cannot be achieved」 is not 「achieved」. */
function prepareStates({ states }: PublicRecord) {
  return states
    .flatMap(({ state, en, alsoCalled }) =>
      [state, en, ...alsoCalled].map((form) => ({ state, form: normalText(form) })),
    )
    .sort((a, b) => b.form.length - a.form.length)
}

/** A passage is found by its own words and by its glosses. */
function searchDocuments(passages: readonly PreparedPassage[]) {
  return passages.map(({ passage, text }) => ({ id: passage.key, text: `${passage.text}\n${text.en}` }))
}
