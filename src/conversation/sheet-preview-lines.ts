import { type SheetDifferences, textsOf, titleOf } from '../opinions/compare-sheets.ts'
import type { SheetPreview } from '../opinions/import-sheet.ts'
import { newCharges, type ProposedCharge } from '../opinions/sheet-charges.ts'
import type { SheetReport } from '../opinions/sheet-reading.ts'
import { sameSign } from '../record/same-sign.ts'
import { SheetField, type StatusSheet } from '../record/status-sheet.ts'
import type { sheetJa } from './messages/sheet-ja.ts'

type Say = typeof sheetJa

/** Entries of a list that are shown; --json has all. */
const most = 40

/** What an import would bring: what was understood, what was left out, and what is otherwise than before. */
export function previewLines(preview: SheetPreview, say: Say): readonly string[] {
  const { isSame, charges } = preview
  return [
    isSame ? say.sameLead : say.previewLead,
    ...listLines(preview, say),
    ...chargeLines(charges, say),
    ...(isSame && newCharges(charges).length === 0 ? [] : [say.acceptHint]),
  ]
}

/** The same of a list that was taken in just now, for whoever has not looked at it before; `charged` with its divisions. */
export function takenLines(preview: SheetPreview, charged: boolean, say: Say): readonly string[] {
  return [say.takenLead, ...listLines(preview, say), ...chargeLines(preview.charges, say, charged)]
}

function listLines({ document, report, before, isSame }: SheetPreview, say: Say): readonly string[] {
  return [
    ...documentLines(document, report, say),
    ...reportLines(report, say),
    ...(before === null
      ? [say.first]
      : isSame
        ? []
        : [say.comparedWith(before.name), ...differenceLines(document, before.differences, say)]),
  ]
}

function documentLines(document: StatusSheet, { encoding, headingRow, otherSheets }: SheetReport, say: Say) {
  const { columns, projects, sheet, year, meeting, title, id, file } = document
  const kind = say.encoding[encoding]
  const missing = SheetField.options.filter((field) => !columns.some((one) => one.field === field))
  const indicators = projects.flatMap((project) => textsOf(document, project, ['indicator']))
  return [
    say.document(`${meeting.name} ${title}`, id),
    year === null ? say.yearUnread : say.year(year),
    say.file(file.name, sheet === null ? kind : say.inSheet(kind, sheet)),
    ...(otherSheets.length === 0 ? [] : [say.otherSheets(shortList(otherSheets, say))]),
    say.columns(
      headingRow,
      columns.map(({ field, column, heading }) => say.column(say.fields[field], column, heading)).join(say.and),
    ),
    ...(missing.length === 0 ? [] : [say.missing(missing.map((field) => say.fields[field]).join(say.and))]),
    say.counts(projects.length, indicators.length),
    ...ratingLines(document, say),
  ]
}

function ratingLines(document: StatusSheet, say: Say): readonly string[] {
  const ratings = document.projects.flatMap((project) => textsOf(document, project, ['rating']))
  if (ratings.length === 0) return []
  const counted = [...Map.groupBy(ratings, (rating) => rating)].map(([sign, those]) => ({
    sign,
    count: those.length,
    meaning: document.legend.find((entry) => sameSign(entry.sign, sign))?.meaning ?? null,
  }))
  const unexplained = counted.filter(({ meaning }) => meaning === null)
  const counts = counted.map(({ sign, meaning, count }) => say.ratingCount(sign, meaning, count))
  return [
    say.ratings(shortList(counts, say)),
    ...(unexplained.length === 0
      ? []
      : [
          say.unexplained(
            shortList(
              unexplained.map(({ sign }) => sign),
              say,
            ),
          ),
        ]),
  ]
}

function reportLines(report: SheetReport, say: Say): readonly string[] {
  const { ignored, skipped, sections, carried, formulas, blank, hidden, conflicts } = report
  const when = <T>(list: readonly T[], line: (list: readonly T[]) => string) => (list.length === 0 ? [] : [line(list)])
  return [
    ...when(ignored, (list) =>
      say.ignored(
        shortList(
          list.map(({ column, heading }) => say.ignoredColumn(column, heading)),
          say,
        ),
      ),
    ),
    ...when(conflicts, (signs) => say.conflicts(signs.join(say.and))),
    ...when(sections, (rows) =>
      say.sections(
        shortList(
          rows.map(({ row, text }) => say.row(row, text)),
          say,
        ),
      ),
    ),
    ...when(carried, (numbers) => say.carried(numberList(numbers, say))),
    ...when(skipped, (rows) => say.skippedLead(rows.length)),
    ...skipped.slice(0, most).map(({ row, why, text }) => say.skippedRow(row, why, text)),
    ...(skipped.length > most ? [say.more(skipped.length - most)] : []),
    ...(formulas === 0 ? [] : [say.formulas(formulas)]),
    ...when(blank, (cells) => say.blank(shortList(cells, say))),
    ...(hidden === 0 ? [] : [say.hidden(hidden)]),
  ]
}

function differenceLines(
  document: StatusSheet,
  { added, gone, renamed, renumbered, rated, otherwise }: SheetDifferences,
  say: Say,
): readonly string[] {
  const titled = (number: number) => {
    const project = document.projects.find((one) => one.number === number)
    return say.project(number, project === undefined ? '' : titleOf(document, project))
  }
  const lines = [
    ...(added.length === 0 ? [] : [say.added(shortList(added.map(titled), say))]),
    ...(gone.length === 0
      ? []
      : [
          say.gone(
            shortList(
              gone.map(({ number, title }) => say.project(number, title)),
              say,
            ),
          ),
        ]),
    ...limited(
      renamed.map(({ number, before, after }) => say.renamed(number, before, after)),
      say,
    ),
    ...limited(
      renumbered.map(({ title, before, after }) => say.renumbered(title, before, after)),
      say,
    ),
    ...limited(
      rated.map(({ number, before, after }) => say.rated(number, before, after)),
      say,
    ),
    ...(otherwise.length === 0 ? [] : [say.otherwise(numberList(otherwise, say))]),
  ]
  return lines.length === 0 ? [say.noDifference] : lines
}

function chargeLines(charges: readonly ProposedCharge[], say: Say, charged = false): readonly string[] {
  const news = newCharges(charges)
  const unknown = charges.filter(({ charge }) => charge === null)
  return [
    ...(news.length === 0 ? [] : [charged ? say.chargedLead(news.length) : say.charges(news.length)]),
    ...limited(
      news.map(({ number, text, now }) => say.charge(number, text, now?.value.lead ?? null)),
      say,
    ),
    ...(unknown.length === 0
      ? []
      : [
          say.chargesUnknown(
            shortList(
              unknown.map(({ number, text }) => `No.${number} ${text}`),
              say,
            ),
          ),
        ]),
  ]
}

function numberList(numbers: readonly number[], say: Say): string {
  return shortList(
    numbers.map((number) => `No.${number}`),
    say,
  )
}

function shortList(list: readonly string[], say: Say): string {
  const rest = list.length > most ? say.more(list.length - most) : ''
  return `${list.slice(0, most).join(say.and)}${rest}`
}

function limited(lines: readonly string[], say: Say): readonly string[] {
  return lines.length > most ? [...lines.slice(0, most), say.more(lines.length - most)] : lines
}
