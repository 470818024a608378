import { datesEn } from './dates.ts'
import type { digestJa } from './digest-ja.ts'
import { officeEn } from './office-en.ts'

/** The daily digest (日次まとめ) and retention, in English. */
export const digestEn: typeof digestJa = {
  narrow: '; ',
  wide: ' / ',
  day: (day) => datesEn.day(day),
  title: (at, committee) => `[Daily digest] ${datesEn.fullMinute(at)}, ${committee}`,
  step: {
    new: 'disposition',
    'to-answer': 'draft',
    inquired: 'inquiry',
    'to-check': 'check',
    'question-back': 'question back',
    unanswered: 'unanswered',
  },
  overdue: (number, entries) => (number === 0 ? 'Overdue: none' : `Overdue: ${number}: ${entries.join(', ')}`),
  overdueEntry: (id, step, due, days) =>
    `${id} ${step} (due ${datesEn.shortDay(due)}), over by ${days === 1 ? '1 day' : `${days} days`}`,
  moreOverdue: (number) => `${number} more (queue list --overdue)`,
  soon: (number, entries) =>
    number === 0
      ? 'within 7 days: none'
      : `within 7 days: ${number}${entries.length === 0 ? '' : `: ${entries.join(', ')}`}`,
  soonEntry: (id, due) => `${id} (${datesEn.shortDay(due)})`,
  moreSoon: (number, until) => `${number} more (queue list --until ${until})`,
  filed: (number, onBehalf) => `${counted('New', number)}${onBehalf === 0 ? '' : ` (${onBehalf} filed on behalf)`}`,
  toCheck: (number) => counted('to be checked', number),
  replies: (number) => counted('replies from members', number),
  edited: (number) => counted('edited', number),
  withdrawn: (number) => counted('withdrawn', number),
  corrections: (number) => counted('wordings to be corrected', number),
  call: (name, deadline, { opinion, none, unanswered, asked }) =>
    `Call${name === null ? '' : ` ${name}`} (${deadline === null ? 'no deadline' : `until ${datesEn.shortMinute(deadline)}`}): ${officeEn.counts(opinion, none, unanswered, asked)}`,
  misses: (topics) => `Questions that the record did not answer: ${topics.length === 0 ? 'none' : topics.join(', ')}`,
  miss: (topic, number) => `${topic} ${number}`,
  topic: {
    'rating-scale': 'rating scale',
    rating: 'a rating or its reason',
    indicator: 'indicators',
    project: 'projects',
    area: 'policy areas',
    division: 'divisions in charge',
    year: 'other fiscal years',
    budget: 'budget',
    amount: 'figures',
    date: 'dates',
    name: 'names',
    contact: 'contacts',
    place: 'places',
    other: 'other',
  },
  undelivered: (number) => `Notices not delivered: ${number === 0 ? 'none' : `${number} (opinion undelivered)`}`,
  checkValue: (digits) => `check value ${digits}`,
  unchanged: (standing) =>
    `nothing has changed since the last one${standing.length === 0 ? '' : ` (${standing.join(', ')})`}`,
  silent: (day) =>
    `No digest was sent on ${datesEn.day(day)}: nothing had changed since the one before. This is how things stood:`,
  notMade: "(As of now. Today's digest has not been sent yet.)",
  none: {
    closed: (day) => `There is no digest of ${datesEn.fullDay(day)}: the office was closed.`,
    'not-made': (day) => `There is no digest of ${datesEn.fullDay(day)}. The next one covers that day.`,
    ahead: (day) => `There is no digest of ${datesEn.fullDay(day)} yet. Give a day up to today.`,
  },

  expired: (number) => `Rounds past their retention: ${number} (retention list)`,
  keptForEver: 'No retention is set (RETENTION_YEARS). Everything is kept.',
  expiredNone: (years) => `No round is past its retention (fiscal years: ${years}).`,
  expiredLead: (number, years) =>
    `Rounds past their retention (fiscal years: ${years}), not disposed of yet: ${number}`,
  expiredLine: (name, call, published, over) =>
    `- ${name} (${call}), published ${datesEn.fullDay(published)}, past since ${datesEn.fullDay(over)}`,
  requestedLine: (by, until) => `  ${by} has asked for its disposal (until ${datesEn.fullMinute(until)}).`,
  disposeHint: 'To dispose of one, two of the staff each run "retention dispose ID --reason TEXT".',
  disposalRequested: (call, receipts, until) =>
    `The disposal of ${call} (submissions: ${receipts}) was asked for. Nothing is disposed of yet: another of the staff has to run the same, check it and do it by ${datesEn.fullMinute(until)}.`,
  disposalWaits: (call, receipts, by) =>
    `${by} has asked for the disposal of ${call} (submissions: ${receipts}). Nothing is disposed of yet.`,
  reason: (reason, since) => `Reason: ${reason} (${datesEn.fullMinute(since)})`,
  yesHint: 'To dispose of it, run the same again with --yes. What is disposed of cannot be brought back.',
  anotherNeeded: (by, since) =>
    `Disposing of a round takes two people. ${by} asked for it on ${datesEn.fullMinute(since)}; another of the staff has to check it and do it.`,
  disposed: (call, receipts) =>
    `${call} (submissions: ${receipts}) is disposed of. The receipt numbers stay in the log, with who did it, when and why.`,
  notExpired: (call) =>
    `${call} is not among the rounds past their retention: those that were published and closed long enough ago. See "retention list".`,
  notStaff: officeEn.refused['not-staff'],
}

function counted(what: string, number: number): string {
  return `${what}: ${number === 0 ? 'none' : number}`
}
