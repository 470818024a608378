import type { Committee, ReviewedDocument, Speaker, Word } from './schema.ts'
import type { SheetField } from './status-sheet.ts'

/** A published document that is held in full. */
export type PublishedDocument = {
  readonly id: string
  readonly title: string
  readonly en: string
  /** Null where it has no pages, as a sheet. */
  readonly pages: number | null
  /** A status sheet (資料３): a list of projects, cell by cell; `sheet` is its name in the workbook, null for a CSV. */
  readonly list: { readonly sheet: string | null } | null
  /** The fiscal years under which it is asked for: that of its list, and that of its meeting. */
  readonly years: readonly number[]
  readonly meeting: {
    readonly id: string
    readonly name: string
    readonly fiscalYear: number
    readonly number: number
    readonly heading: CitablePassage | null
    readonly agenda: readonly CitablePassage[]
  }
}

/** Where a passage stands in its document; `rowsOnPage` tells whether the row needs counting. The head of a document has no row. */
export type Position = PagePosition | CellPosition | null
type PagePosition = { readonly page: number; readonly row: number; readonly rowsOnPage: number }
/** A cell of a sheet: its row from 1 and the letters of its column; of a merged area the first cell. */
type CellPosition = { readonly sheet: string | null; readonly row: number; readonly column: string }

/** A bullet, a heading or a line of the document's head: the smallest thing that has a speaker and a place. */
export type CitablePassage = {
  readonly key: string
  readonly document: string
  readonly speaker: Speaker
  readonly text: string
  readonly sentences: readonly { readonly ja: string; readonly en: string }[]
  readonly position: Position
  /** The line (from 1) of the source on which each character of `text` stands. */
  readonly lineAt: (offset: number) => number
}

/** Opinions and the responses to them. `projects` are the numbers that its texts name. */
export type OpinionGroup = {
  readonly key: string
  readonly document: string
  readonly heading: CitablePassage | null
  readonly opinions: readonly CitablePassage[]
  readonly responses: readonly CitablePassage[]
  readonly projects: readonly number[]
}

/** Words of one passage that carry a statement. */
export type Evidence = {
  readonly passage: CitablePassage
  readonly quote: string
  /** The unofficial translation of the quote, where it is not that of whole sentences. */
  readonly gloss?: string
}

type Stated<T> = Omit<T, 'passage' | 'quote' | 'reason'> & { readonly document: string; readonly evidence: Evidence }
type Entry<K extends keyof ReviewedDocument> = ReviewedDocument[K] extends readonly (infer T)[] ? T : never

export type Project = Stated<Entry<'projects'>>
export type PolicyArea = Stated<Entry<'policyAreas'>>
export type Indicator = Stated<Entry<'indicators'>>
export type Legend = Stated<Entry<'legend'>>
/** `legend` is the document's explanation of the sign, where it has one. */
export type Rating = Stated<Entry<'ratings'>> & { readonly reason: Evidence | null; readonly legend: Legend | null }
export type Status = Stated<Entry<'statuses'>>
export type State = Entry<'states'>
export type ProjectSet = Stated<Entry<'sets'>>
export type CitedDocument = Stated<Entry<'citedDocuments'>>

/**
 * What a cell of a status sheet says of a project. `heading` is its column's, `year` the fiscal year that the heading
 * names; `indicator` is the one beside which it stands. `text` is the cell's on one line.
 */
export type Fact = {
  readonly document: string
  readonly project: number
  readonly field: SheetField
  readonly heading: string
  readonly year: number | null
  readonly indicator: string | null
  readonly text: string
  readonly evidence: Evidence
}

/** All that a committee has published, as one immutable snapshot; lists are ordered by document, the newest first. */
export type PublicRecord = {
  /** Changes whenever anything in the record changes: the first 12 hex digits of a SHA-256. */
  readonly version: string
  readonly committee: Committee
  readonly documents: readonly PublishedDocument[]
  readonly groups: readonly OpinionGroup[]
  /** Every passage: bullets, headings, and the head of each document. */
  readonly passages: readonly CitablePassage[]
  readonly projects: readonly Project[]
  readonly policyAreas: readonly PolicyArea[]
  readonly indicators: readonly Indicator[]
  readonly ratings: readonly Rating[]
  readonly legend: readonly Legend[]
  readonly statuses: readonly Status[]
  readonly states: readonly State[]
  readonly sets: readonly ProjectSet[]
  readonly citedDocuments: readonly CitedDocument[]
  /** What status sheets say of projects, cell by cell. */
  readonly facts: readonly Fact[]
  readonly words: readonly Word[]
}
