import type { ReviewedSource } from '../record/build-record.ts'
import type { Project } from '../record/public-record.ts'
import type { ListedProject, Passage, Place, ReviewedDocument } from '../record/schema.ts'
import { sourceHash } from '../record/source-hash.ts'
import type { Annex, AnnexOpinion } from './annex.ts'
import { pagesOf } from './annex-document.ts'
import { bulleted } from './annex-pages.ts'
import { type BlockPlaces, placeBlocks } from './annex-places.ts'
import { annexWords, headLines } from './annex-words.ts'
import type { Call } from './call.ts'
import { citableLines } from './citable-lines.ts'
import { fiscalYearOf } from './day.ts'
import { findListedProjects } from './listed-projects.ts'
import type { Found } from './records.ts'
import type { Release } from './release.ts'
import { SourceSheet } from './source-sheet.ts'
import type { Subject } from './submission.ts'

/** The annex of a round as a document of the record, and the items behind its passages, which only staff may see. */
export type ReleaseDocument = {
  readonly source: ReviewedSource
  readonly receipts: ReadonlyMap<string, readonly string[]>
}

/** What an annex becomes a document from; `call` is undefined for the standing one, `lists` are the projects of lists, newest first. */
type Given = {
  readonly release: Found<Release>
  readonly annex: Annex
  readonly call: Pick<Call, 'id' | 'name' | 'agenda'> | undefined
  readonly committee: string
  readonly lists: readonly Project[]
}

/**
 * Makes a document of an annex that was shared or published: the words as they are printed, with pages and cells. Nobody's
 * name is in it. What a response answers is paired with it, a remark without one stands alone. Null where no words are left.
 * The ids of its passages are those of this version of the release, so that nothing remembered points at other words.
 */
export function buildReleaseDocument({ release, annex, call, committee, lists }: Given): ReleaseDocument | null {
  const { version, value } = release
  const id = `${value.id}-annex`
  const sheet = new SourceSheet(`v${version}`)
  const head = { committee, call: call?.name ?? null, agenda: call?.agenda ?? [] }
  const lines = headLines(head).map((line) => sheet.add(line))
  const [heading, ...agenda] = [annexWords.title(head), ...head.agenda].map((text, at) =>
    sheet.cite(lines[at + 1] ?? null, text),
  )
  const voices = new Voices(sheet, lists)
  const pages = pagesOf({ head, annex })
  const places = placeBlocks(pages)
  const rows = places.flatMap((place, at) => {
    if (place.page !== places[at - 1]?.page) sheet.add(`${annexWords.opinions}　${annexWords.responses}`)
    const groups = groupsOf(place, sheet, voices)
    return groups.length === 0 ? [] : [{ page: place.page, row: place.row, groups: [...groups] }]
  })
  if (rows.length === 0 || heading == null) return null
  const source = sheet.text()
  const sha256 = sourceHash(source)
  const { published } = value
  const reviewed: ReviewedDocument = {
    document: {
      ...{ id, title: annexWords.annex, en: 'Annex', pages: pages.length },
      // A file of another content is another file: a reader never has the words of one with the passages of another.
      ...{ source: `source/${id}-${sha256.slice(0, 12)}.txt`, sha256 },
      release: { published: published && { day: published.day, address: published.address } },
    },
    meeting: { ...meetingOf(value, call), heading, agenda: agenda.filter((item) => item !== null) },
    ...{ rows, projects: voices.unlisted(rows), citedDocuments: [], policyAreas: [], indicators: [], ratings: [] },
    ...{ legend: [], statuses: [], states: [], sets: [] },
  }
  const receipts = new Map([...voices.items].map(([passage, items]) => [`${id}/${passage}`, items]))
  return { source: { file: id, source, reviewed }, receipts }
}

/** The passages of members and of the secretariat, with the projects that they name and the items behind them. */
class Voices {
  readonly items = new Map<string, readonly string[]>()
  readonly #sheet: SourceSheet
  readonly #lists: readonly Project[]
  readonly #unlisted: { readonly passage: string; readonly number: number; readonly quote: string }[] = []

  constructor(sheet: SourceSheet, lists: readonly Project[]) {
    this.#sheet = sheet
    this.#lists = lists
  }

  /** Adds what somebody says, as it is printed; `subject` is what it was written about. */
  add(text: string, items: readonly string[], subject: Subject | null): Passage | null {
    const passage = citableLines(text) && this.#sheet.cite(this.#sheet.add(printed(text.trim())), text)
    if (passage === null) return null
    this.items.set(passage.id, items)
    const { listed, unlisted } = findListedProjects(passage.sentences.map(({ ja }) => ja).join(''), this.#lists)
    this.#unlisted.push(...unlisted.map((one) => ({ passage: passage.id, ...one })))
    const about = [...listed, ...chosen(subject)]
    return about.length === 0 ? passage : { ...passage, about }
  }

  /** Numbers that no list has: nothing is known of these projects but that they are spoken of. */
  unlisted(rows: ReviewedDocument['rows']): ReviewedDocument['projects'] {
    const groups = rows.flatMap((row) => row.groups)
    const held = new Set(groups.flatMap(({ opinions, responses }) => [...opinions, ...responses].map(({ id }) => id)))
    const named = Map.groupBy(
      this.#unlisted.filter(({ passage }) => held.has(passage)),
      ({ number }) => number,
    )
    return [...named.values()].flatMap(([first]) =>
      first === undefined ? [] : [{ ...first, title: null, en: null, reading: null, alsoCalled: [] }],
    )
  }
}

type Group = ReviewedDocument['rows'][number]['groups'][number]

/** A block's opinions by the response that answers them; the left cells stand before the right one in the source. */
function groupsOf({ block, ...places }: BlockPlaces, sheet: SourceSheet, voices: Voices): readonly Group[] {
  const said = places.opinions.flatMap(({ opinion, parts }) => {
    const spoken = opinionsIn(opinion, parts, sheet, voices)
    if (opinion.heard) sheet.add(annexWords.heard)
    return spoken
  })
  const answers = block.responses.map(({ answers: items, text }, at) => ({
    items,
    passage: placed(voices.add(text, items, null), places.responses[at]),
  }))
  const together = Map.groupBy(said, ({ item }) => answers.find(({ items }) => items.includes(item)) ?? item)
  return [...together].flatMap(([answer, [first, ...rest]]): readonly Group[] => {
    if (first === undefined) return []
    const response = typeof answer === 'string' ? null : answer.passage
    return [
      {
        ...(first.heading === null ? {} : { heading: first.heading }),
        opinions: withHeadings([first, ...rest]),
        responses: response === null ? [] : [response],
      },
    ]
  })
}

/** The opinions of a group; a heading that is not the group's own stands before what it heads. */
function withHeadings(together: readonly { readonly passage: Passage; readonly heading: Passage | null }[]) {
  const told = new Set([together[0]?.heading?.lines[0]])
  return together.flatMap(({ passage, heading }) => {
    if (heading === null || told.has(heading.lines[0])) return [passage]
    told.add(heading.lines[0])
    return [heading, passage]
  })
}

/** A submission's items, each with the headings above it; headings with nothing below stand by themselves, so that no word is lost. */
function opinionsIn(
  { receipt, subject, parts }: AnnexOpinion,
  places: readonly Place[],
  sheet: SourceSheet,
  voices: Voices,
) {
  const spoken: { readonly item: string; readonly passage: Passage; readonly heading: Passage | null }[] = []
  let waiting: { readonly text: string; readonly place: Place | undefined }[] = []
  let cite: () => Passage | null = () => null
  const speak = (text: string, place: Place | undefined, item: string, heading: Passage | null) => {
    const passage = placed(voices.add(text, [item], subject), place)
    if (passage !== null) spoken.push({ item, passage, heading })
  }
  const waitingText = () => waiting.map(({ text }) => text).join('\n')
  for (const [at, part] of parts.entries()) {
    if (part.kind === 'heading') waiting.push({ text: part.text, place: places[at] })
    else if (citableLines(part.text) !== null) {
      if (waiting.length > 0) {
        const text = waitingText()
        const span = sheet.add(text)
        const place = waiting[0]?.place
        cite = () => placed(sheet.cite(span, text), place)
      }
      waiting = []
      speak(part.text, places[at], part.item, cite())
    }
  }
  speak(waitingText(), waiting[0]?.place, receipt, null)
  return spoken
}

function placed(passage: Passage | null, place: Place | undefined): Passage | null {
  return passage === null || place === undefined ? passage : { ...passage, place }
}

/** A bullet of one's own is not printed twice. */
function printed(text: string): string {
  return /^[・･•]/u.test(text) ? text : bulleted(text)
}

function chosen(subject: Subject | null): readonly ListedProject[] {
  return subject?.kind === 'project' ? [{ document: subject.document, number: subject.number }] : []
}

/** The meeting of a call `2026-1`; the standing call has none, but the year in which its annex was decided on. */
function meetingOf({ id, shared }: Release, call: Given['call']) {
  const [year = 0, number = 0] = call?.id.split('-').map(Number) ?? []
  if (call !== undefined && year >= 1900 && year < 3000)
    return { id: `${year}-${number}`, name: call.name, fiscalYear: year, number }
  const decidedIn = fiscalYearOf(shared.decided)
  const nth = Number(id.split('-').at(-1))
  const name = call?.name ?? (nth > 1 ? `随時（その${nth}）` : '随時')
  return { id: `${decidedIn}-0`, name, fiscalYear: decidedIn, number: 0 }
}
