import { officeEn } from './office-en.ts'
import type { sheetJa } from './sheet-ja.ts'

const skipped = {
  total: 'a total',
  again: 'the headings again',
  'listed-elsewhere': 'listed elsewhere',
  note: 'a note',
  'no-title': 'no title',
  'no-number': 'no number',
  'number-unreadable': 'the number cannot be read',
}

/** Status sheets (資料３): lists of projects with their ratings, in English. */
export const sheetEn: typeof sheetJa = {
  fields: {
    number: 'number',
    title: 'title',
    area: 'policy area',
    indicator: 'indicator',
    target: 'target',
    result: 'result',
    rating: 'rating',
    division: 'division',
    remarks: 'remarks',
  },
  named: (meeting, document) => `${meeting}, ${document}`,
  fact: (project, field, indicator, text) =>
    indicator === null
      ? `The record gives the ${field} of ${project} as ${text}.`
      : `The record gives the ${field} of ${project} as ${text}, for the indicator 「${indicator}」.`,
  longFact: (project, field) => `Under ${field} the record says of ${project}:`,
  ratedAs: (ratings) => `projects rated ${ratings}`,
  inAreas: (areas) => `projects in ${areas}`,
  everyProject: 'projects',
  having: (word) => `projects with 「${word}」`,
  listedAre: (source, what, count) => `${source} lists these ${what}, ${count} in all:`,
  noneListed: (source, what) => `${source} lists no ${what}.`,
  otherRating: (source, project, rating) => `In ${source} the rating of ${project} is ${rating}.`,
  previewLead: 'This would be taken in. Nothing is taken in yet: please check it.',
  sameLead: 'It says the same as what was taken in before: taking it in changes nothing.',
  document: (name, id) => `Document: ${name} (id ${id})`,
  year: (year) => `Year of the list: FY${year}`,
  yearUnread:
    "Year of the list: not found. Give it with --year R7 or --year 2025; else it counts as of its meeting's year.",
  file: (name, how) => `File: ${name} (${how})`,
  encoding: { xlsx: 'Excel', 'utf-8': 'CSV, UTF-8', shift_jis: 'CSV, Shift_JIS' },
  inSheet: (kind, sheet) => `${kind}, sheet 「${sheet}」`,
  otherSheets: (names) => `Sheets left out: ${names}`,
  columns: (row, columns) => `Columns (headings in row ${row}): ${columns}`,
  column: (field, column, heading) => (heading === '' ? `${field} = ${column}` : `${field} = ${column} 「${heading}」`),
  missing: (names) => `Columns not found: ${names}. Where the headings are others, name them with --mapping.`,
  ignored: (columns) => `Columns left out: ${columns}`,
  ignoredColumn: (column, heading) => `${column} 「${heading}」`,
  counts: (projects, indicators) => `Projects: ${projects}; indicators: ${indicators}`,
  ratings: (list) => `Ratings: ${list}`,
  ratingCount: (sign, meaning, count) => `${sign}${meaning === null ? '' : ` (${meaning})`} ${count}`,
  unexplained: (signs) =>
    `Ratings that the sheet does not explain: ${signs}. No meaning is added; they are shown as printed.`,
  conflicts: (signs) => `Signs explained in two ways: ${signs}. They count as not explained.`,
  sections: (rows) => `Rows taken for headings of a policy area: ${rows}`,
  carried: (numbers) => `Projects whose policy area is blank, taken to be that of the project above: ${numbers}`,
  skippedLead: (count) => `Rows that are no project's: ${count}`,
  skippedRow: (row, why, text) => `- row ${row} (${skipped[why]}) 「${text}」`,
  formulas: (count) => `Formulas: ${count}. Their stored results were read.`,
  blank: (cells) =>
    `Formulas without a stored result: ${cells}. They count as blank; open and save the file in Excel to store them.`,
  hidden: (count) => `Cells in hidden rows or columns: ${count}. They are left out.`,
  more: (count) => ` (and ${count} more)`,
  row: (row, text) => `row ${row} 「${text}」`,
  comparedWith: (name) => `Changes since the last list (${name})`,
  first: 'No list was taken in before.',
  noDifference: '- none',
  added: (projects) => `- added: ${projects}`,
  gone: (projects) => `- gone: ${projects}`,
  renamed: (number, before, after) => `- renamed: No.${number} 「${before}」 -> 「${after}」`,
  renumbered: (title, before, after) => `- renumbered: 「${title}」 No.${before} -> No.${after}`,
  rated: (number, before, after) =>
    `- rating changed: No.${number} ${before === '' ? '(blank)' : before} -> ${after === '' ? '(blank)' : after}`,
  otherwise: (projects) => `- changed but for the rating: ${projects}`,
  project: (number, title) => `No.${number} 「${title}」`,
  charges: (count) =>
    `Table of divisions (proposed): ${count} would be new. With --charges they are taken into the table.`,
  chargedLead: (count) => `Put into the table of divisions: ${count}`,
  charge: (number, text, now) => `- No.${number} ${text}${now === null ? '' : ` (now: ${now})`}`,
  chargesUnknown: (list) => `Divisions that the roster does not have: ${list}. They do not come into the table.`,
  acceptHint:
    'If it is right, give the same command again with --accept --as NAME. What is taken in counts as published and is shown to everybody: wait with a document that is not published yet.',
  accepted: (name, id, version, projects) =>
    `${name} was taken in (id ${id}, version ${version}, ${projects} projects). Questions are answered from it now.`,
  takenLead: 'This was taken in:',
  unchanged: (id, version) =>
    `It says the same as what was taken in before (${id}, version ${version}): nothing was changed.`,
  sameList: (id, version) => `The list is what was taken in already (${id}, version ${version}), and stays as it was.`,
  chargesSet: (count) => `${count} entries were put into the table of divisions.`,
  chargesCarried: (count) =>
    `${count} entries of the table of divisions were taken over from other lists of the same projects.`,
  list: (count) => `Lists taken in: ${count}`,
  listNone: 'No list was taken in yet. "record import-projects" takes one in.',
  listed: (name, id, version, projects, sha256) =>
    `- ${name} (${id}, version ${version}, ${projects} projects, SHA-256 ${sha256.slice(0, 12)}…)`,
  problem: (problem) => {
    switch (problem.why) {
      case 'no-table':
        return `No table with headings for number and title was found (${sheetNames(problem.sheets)}). Name the headings in a file with --mapping, or use the form that "record template" writes.`
      case 'which-sheet':
        return `Several sheets have a table of projects (${sheetNames(problem.sheets)}). Name one with --sheet.`
      case 'no-such-sheet':
        return `There is no sheet called 「${problem.name}」 (${sheetNames(problem.sheets)}).`
      case 'no-projects':
        return 'No row with a number and a title was found below the headings. Please check the column of numbers.'
      case 'too-much':
        return 'It is more than a list can have (1,000 projects, 5,000 characters a cell). Take out rows and columns that are not needed.'
    }
  },
  refused: {
    'not-staff': officeEn.refused['not-staff'],
    'meeting-name-missing': 'The name of the meeting is not known. Give it as printed, as --name 令和７年度第１回.',
    'title-missing': 'The title of the document is not known. Give it, as --title 資料３.',
  },
  numberTwice: (numbers) =>
    `Several projects have the same number (${numbers}). Find out which is right, correct the numbers and try again. Nothing was taken in.`,
  idOfOther: (id) => `"${id}" is the id of another document already. Give another with --id.`,
  and: ', ',
}

function sheetNames(names: readonly string[]): string {
  return names.every((name) => name === '') ? 'CSV' : `sheets: ${names.join(', ')}`
}
