import * as z from 'zod'

/** Who says what a passage says: a member (御意見), the secretariat (考え方等), or the document itself (its head). */
export type Speaker = 'member' | 'secretariat' | 'document'

const id = z.string().regex(/^[a-z0-9][a-z0-9-]*$/)
const text = z.string().min(1)
const name = text.nullable()
const count = z.int().positive()
const names = z.array(text)

/** A project by the list in which its number stands. */
const ListedProject = z.strictObject({ document: id, number: count })
export type ListedProject = z.infer<typeof ListedProject>

/** A cell of a column, counted from the top of its page, on which the column has `cells`. */
const Place = z.strictObject({ page: count, cell: count, cells: count })
export type Place = z.infer<typeof Place>

/**
 * A span of a source and its sentences: `lines` are counted from 1, `ja` are the source's own words, `en` is an unofficial gloss,
 * '' where nobody has made one. `place` is where it begins, if that is not its row: cells of one column may stand beside
 * one merged cell of the other, and go on over pages. `about` are projects of other documents' lists that it names or was
 * written about.
 */
export const Passage = z.strictObject({
  id,
  lines: z.tuple([count, count]),
  sentences: z.array(z.strictObject({ ja: text, en: z.string() })).min(1),
  place: Place.optional(),
  about: z.array(ListedProject).optional(),
})
export type Passage = z.infer<typeof Passage>

/** What members said together with what the secretariat answered to it: many to many, possibly without an answer. */
const Group = z.strictObject({
  heading: Passage.optional(),
  opinions: z.array(Passage).min(1),
  responses: z.array(Passage),
})

const Row = z.strictObject({ page: count, row: count, groups: z.array(Group).min(1) })

/** Something stated: words of one passage. */
const statement = { passage: id, quote: text }
const Evidence = z.strictObject(statement)

const PolicyArea = z.strictObject({ ...statement, number: count, title: text, en: text, alsoCalled: names })

/** A project is a number in one document's list. `title` is null where the document does not give it. */
const Project = z.strictObject({
  ...statement,
  number: count,
  title: name,
  en: name,
  reading: name,
  alsoCalled: names,
})

const Indicator = z.strictObject({ ...statement, id, project: count, text, en: text })

/** Where the document explains a rating sign. A scale belongs to one document: another may use the same sign otherwise. */
const Legend = z.strictObject({ ...statement, sign: text, meaning: text })

/** A rating as printed; `reason` only where somebody gives one. */
const Rating = z.strictObject({
  ...statement,
  id,
  project: count,
  sign: text,
  indicator: id.nullable(),
  reason: Evidence.nullable(),
})

const Status = z.strictObject({ ...statement, id, area: count, status: text })

/** A word of the document for the state of something, as 未実施: the meaning of a sign, or a status. */
const State = z.strictObject({ state: text, en: text, alsoCalled: names })

/** Projects that the document names together, such as the new ones of a year; `count` as the document states it. */
const ProjectSet = z.strictObject({
  ...statement,
  id,
  name: text,
  en: text,
  alsoCalled: names,
  count: count.nullable(),
  projects: z.array(count).min(1),
})

const CitedDocument = z.strictObject({ ...statement, id, names, title: text, en: text })

/** Where and when a round's annex was published; null while it is only shared with the members (委員限り). */
const ReleaseState = z.strictObject({ published: z.strictObject({ day: z.iso.date(), address: text }).nullable() })

/** One document, structured: a file of `record/`, reviewed, or the annex of a round (`release`). */
export const ReviewedDocument = z.strictObject({
  document: z.strictObject({
    id,
    title: text,
    en: text,
    pages: count,
    source: z.string().regex(/^source\/[\w.-]+$/),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    release: ReleaseState.optional(),
  }),
  meeting: z.strictObject({
    id: z.string().regex(/^\d{4}-\d+$/),
    name: text,
    fiscalYear: z.int().min(1900).max(2999),
    /** 0: of no meeting, but of the standing call. */
    number: z.int().min(0),
    heading: Passage,
    agenda: z.array(Passage),
  }),
  citedDocuments: z.array(CitedDocument),
  rows: z.array(Row).min(1),
  policyAreas: z.array(PolicyArea),
  projects: z.array(Project),
  indicators: z.array(Indicator),
  ratings: z.array(Rating),
  legend: z.array(Legend),
  statuses: z.array(Status),
  states: z.array(State),
  sets: z.array(ProjectSet),
})
export type ReviewedDocument = z.infer<typeof ReviewedDocument>

/** A word of the record and how else people write or say it, in Japanese or English; `general` where it may be said of any matter; `names` where it is somebody's name. */
export const Word = z.strictObject({
  word: text,
  alsoCalled: names,
  general: z.boolean().default(false),
  names: z.literal('company').optional(),
})

export type Word = z.infer<typeof Word>

export const Words = z.strictObject({ words: z.array(Word) })

/** `committee.json`: `alsoCalled` are the names under which people mean this committee, its region or its city. */
export const Committee = z.strictObject({
  id,
  name: z.strictObject({ ja: text, en: text }),
  /** What the office calls it among its own, where the whole name is too long. */
  shortName: z.strictObject({ ja: text, en: text }).optional(),
  alsoCalled: names,
  documents: z.array(id).min(1),
  /** What receipt numbers begin with, before `R8-012`. */
  receiptPrefix: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9]{0,9}-$/u)
    .optional(),
  phone: z.strictObject({ number: text, hours: z.strictObject({ ja: text, en: text }) }).optional(),
})
export type Committee = z.infer<typeof Committee>
