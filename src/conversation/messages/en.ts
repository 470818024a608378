import type { Citation } from '../../questions/citation.ts'
import { annexEn } from './annex-en.ts'
import { datesEn } from './dates.ts'
import { dialogsEn } from './dialogs-en.ts'
import { digestEn } from './digest-en.ts'
import { explainEn } from './explain-en.ts'
import { facesEn } from './faces-en.ts'
import { filesEn } from './files-en.ts'
import { formsEn } from './forms-en.ts'
import { inquiryEn } from './inquiry-en.ts'
import type { Messages } from './ja.ts'
import { modelEn } from './model-en.ts'
import { officeEn } from './office-en.ts'
import { opinionsEn } from './opinions-en.ts'
import { queueEn } from './queue-en.ts'
import { releaseEn } from './release-en.ts'
import { sheetEn } from './sheet-en.ts'

/** The same sentences in plain English. */
export const en: Messages = {
  opinions: opinionsEn,
  office: officeEn,
  queue: queueEn,
  inquiry: inquiryEn,
  annex: annexEn,
  release: releaseEn,
  sheet: sheetEn,
  files: filesEn,
  dialogs: dialogsEn,
  faces: facesEn,
  forms: formsEn,
  digest: digestEn,
  model: modelEn,
  explain: explainEn,
  dates: datesEn,
  rating: (sign, meaning, signName) =>
    meaning !== null ? `${sign} (${meaning})` : signName === undefined ? sign : `${sign} (${signName})`,
  project: (number, title) => (title === null ? `No.${number}` : `No.${number} (${title})`),
  area: (number, title) => `policy area ${number} (${title})`,
  meeting: ({ fiscalYear, number, name }) =>
    number === 0 ? `FY${fiscalYear} standing call (${name})` : `FY${fiscalYear} ${ordinal(number)} meeting`,
  and: (names) => names.join(', '),
  speakerName: {
    member: "A member's opinion",
    secretariat: "The secretariat's own words",
    document: 'The document says',
  },
  speakerLabel: (speaker) => `${en.speakerName[speaker]}: `,
  quote: (quote, whole) => (whole ? `「${quote}」` : `「${quote}」 (extract)`),
  extract: (quote) => `「${quote}」`,
  placeOf: ({ document, position }, column) =>
    `${en.meeting(document.meeting)}, ${document.en}${place(position, column)}`,
  source: (citation, column) => `Source: ${en.placeOf(citation, column)}`,
  sourceRows: ({ document, position }, rows, column) =>
    `Source: ${en.meeting(document.meeting)}, ${document.en}${cellPlace(position, rows, column)}`,
  sourceLines: (source, from, to) =>
    `${source} (${from === to ? `line ${from}` : `lines ${from}–${to}`} of the source)`,
  marked: (source, marks) => [source, ...marks].join(' · '),
  membersOnly: 'before publication, for members only',
  publishedAt: (day, address) => `published on ${datesEn.fullDay(day)} at ${address}`,
  gloss: (gloss, by) =>
    `${
      {
        record: 'Unofficial translation',
        machine: 'Unofficial translation by a machine, not yet read by anyone',
        accepted: 'Unofficial translation by a machine, accepted by the secretariat',
        corrected: 'Unofficial translation, corrected by the secretariat',
      }[by]
    }: ${gloss}`,

  reason: (project, rating) => `The secretariat gives this reason why ${project} was rated ${rating}:`,
  reasonByMember: (project, rating) => `On why ${project} was rated ${rating}, the record says:`,
  ratingIs: (project, rating, of) =>
    of === null
      ? `The record gives the rating of ${project} as ${rating}.`
      : `The record gives the rating of ${project} as ${rating}, for the indicator "${of}".`,
  ratingUnstated: (project) => `The rating of ${project} is not in the published record.`,
  ratingDiffers: (project, asked, rating) => `In the record ${project} is rated ${rating}, not ${asked}.`,
  signUnexplained: (rating) => `What ${rating} means is not explained in the published record.`,
  signMeans: (sign, meaning) => `In the record ${sign} means "${meaning}".`,
  signMeansNot: (sign, meaning, asked) => `In the record ${sign} means "${meaning}", not "${asked}".`,
  indicator: (project, indicator) => `The record names this indicator for ${project}: "${indicator}".`,
  projectIs: (project) => `In the record this project is ${project}.`,
  projectsAre: 'These are the projects that the record names by number:',
  otherList: (meeting, document, project) => `In ${meeting} ${document} the number stands for ${project}.`,
  titleDiffers: (project, asked) => `In the record this is ${project}; ${asked} is another project.`,
  set: (name, count) => `The record names ${count} projects as "${name}":`,
  setRest: (name, count) => `The other ${count} of "${name}" are:`,
  setDiffers: (name, count) => `The record names these ${count} projects as "${name}":`,
  status: (area) => `On the state of ${area} the record says:`,
  statusDiffers: (area, asked) => `The record does not say "${asked}" of ${area}. It says:`,
  areas: 'These are the policy areas that the record names:',
  agenda: () => 'The agenda was:',
  ofMeeting: (document) => `This ${document.toLowerCase()} belongs to the following meeting:`,
  citedDocument: (name, title) =>
    `The record names ${en.extract(name)} as "${title}". The text of ${en.extract(name)} itself is not held here.`,
  said: {
    member: 'A member wrote:',
    secretariat: 'The secretariat answered:',
    document: 'The document says:',
    both: 'A member wrote, and the secretariat answered:',
  },
  saidOf: (project) => `On ${project}: `,
  related: 'The record does not say just this, but it says the following on the matter:',
  reasonRelated: 'The record does not state this as a reason, but it says the following on the matter:',
  responseUnstated: 'The record has no answer of the secretariat to this opinion. The opinion is:',
  amountDiffers: 'The record states the number in your question otherwise. It says:',
  speakerDiffers: {
    member: "This is not the secretariat's statement; it stands in a member's opinion:",
    secretariat: "This is not a member's statement; it stands in the secretariat's answer:",
  },
  notDecided: 'The record does not say that this was decided. It says:',
  candidates: (aspect) =>
    `Which project do you mean${aspect === 'reason' ? ', and its reason' : ''}? Please send its number.`,

  numberUnknown: (numbers) =>
    `There is no project ${numbers.map((number) => `No.${number}`).join(' or ')} in the published record.`,
  lacks: (project, aspect) =>
    `The ${{ ...sheetEn.fields, reason: 'reason for the rating', other: 'point you ask for' }[aspect]} of ${project} is not in the published record.`,
  areaUnknown: (numbers) => `Policy area ${numbers.join(', ')} is not described in the published record.`,
  countUnstated: 'The number you ask for is not stated in the published record.',
  yearNotHeld: (year) => `The published record has nothing on this for ${year.toUpperCase()}.`,
  notFound: {
    matter: 'I could not find this in the published record.',
    amount: 'I could not find this number in the published record.',
    time: 'I could not find this date or time in the published record.',
    name: 'I could not find this name in the published record.',
    place: 'I could not find this place in the published record.',
    contact: 'I could not find these contact details in the published record.',
    money: 'I could not find this amount of money in the published record.',
  },
  outOfScope: (committee) => `I answer questions about the published record of the ${committee}.`,
  elsewhere: (committee) =>
    `This seems to be about a place or a meeting that the published record of the ${committee} does not cover.`,
  lookedIn: (documents) => `Looked in: ${documents.join(', ')}`,
  document: (meeting, title, pages) =>
    pages === null ? `${meeting}, ${title}` : `${meeting}, ${title} (${pages} ${pages === 1 ? 'page' : 'pages'})`,
  also: 'The record also says:',
  nearest: 'On the matter the record says:',
  secretariatCanBeAsked: 'For what the record does not say, please ask the secretariat directly.',
  secretariatPhone: (number, hours) => `Secretariat: phone ${number} (${hours})`,

  greeting: (committee, example) => [
    `This is the automatic reply service of the ${committee}, run by the secretariat.`,
    `It answers questions about the published record in the record's own words.${example === null ? '' : ` For example: "${example}"`}`,
    opinionsEn.opinions,
    `Translations are unofficial; the Japanese text of the document is authoritative. ${opinionsEn.privacy}`,
  ],
  introduction: (committee, example) => [
    `This is the automatic reply service of the ${committee}, run by the secretariat.`,
    `Mention it (@) here with a question, and it answers in the published record's own words.${example === null ? '' : ` For example: "${example}"`}`,
    'Opinions are taken, and what is not published yet is answered, in a direct message to each of you, and not here.',
  ],
  suggest: {
    rating: (number) => `What is the rating of No.${number}?`,
    opinions: (number) => `What opinions and responses are there on No.${number}?`,
    howTo: 'How can I give an opinion?',
  },
  example: (number, sign) => `Why was No.${number} rated ${sign}?`,
  help: [
    'Ask in your own words about projects (by number or name), ratings, opinions and responses.',
    'You can go on with a question such as "Why?".',
    'Send "source" to see the full text behind the last answer.',
    'What the record does not say is answered as not in the record.',
    'Send "opinion" to give an opinion, "status" to see what was received, "stop" to pause, "continue" to go on.',
  ],
  thanks: 'You are welcome. Send another question at any time.',
  giveOpinion: 'Opinions are received in the chat: send "opinion" there.',
  empty: 'Please send your question in your own words. For how to use this service, send "help".',
  tooLong: (longest) =>
    `The question is too long to tell what is asked. Please send at most ${longest.toLocaleString('en')} characters.`,
  noSource: 'There is no source to show yet. Please ask a question first.',
  fullPassage: 'The full text of the passage:',
}

function cellPlace(position: Citation['position'], rows: readonly number[], column: string): string {
  const sheet = position !== null && 'sheet' in position ? position.sheet : null
  const places = rows.length === 1 ? `row ${rows[0]}` : `rows ${rows.join(', ')}`
  return `${sheet === null ? '' : `, sheet 「${sheet}」`}, ${places}, column ${column}`
}

function place(position: Citation['position'], column: string | null): string {
  if (position === null) return ', head'
  if ('column' in position) return cellPlace(position, [position.row], position.column)
  const row = position.rowsOnPage === 1 ? '' : `, ${ordinalWord(position.row)} row`
  return ` p. ${position.page}${row}, ${column} column`
}

function ordinal(number: number): string {
  const suffix = { one: 'st', two: 'nd', few: 'rd', other: 'th', zero: 'th', many: 'th' }[
    new Intl.PluralRules('en', { type: 'ordinal' }).select(number)
  ]
  return `${number}${suffix}`
}

function ordinalWord(number: number): string {
  return ['first', 'second', 'third', 'fourth', 'fifth'][number - 1] ?? ordinal(number)
}
