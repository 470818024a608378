import type { annexJa } from './annex-ja.ts'
import { datesEn } from './dates.ts'
import { officeEn } from './office-en.ts'
import { queueEn } from './queue-en.ts'

/** The annex (別紙) and the ledger (受付簿), in English. */
export const annexEn: typeof annexJa = {
  lead: (call, decided, { opinions, items, responses, pages }) =>
    `Annex of ${call}${decided === null ? ' (draft, 案)' : ` (decided ${datesEn.fullDay(decided)})`}: opinions ${opinions} (items ${items}), responses ${responses}, pages ${pages}`,
  empty: 'There is no opinion to be printed yet.',
  asShared: 'This is the annex that was given to the members: names and opinions are as they were then.',
  warnings: (number) => `Please look at these ${number}. The annex can be written as it is.`,
  more: (number) => `There are ${number} more; --json lists all of them.`,
  nothingToCheck: 'No names, telephone numbers, dates, promises or the like were found that you should look at.',
  warning: (kind, about, words) => `- ${about}: ${annexEn.warned[kind]}${words === '' ? '' : `: "${words}"`}`,
  warned: {
    name: 'what seems to be a name of the roster',
    'personal-data': 'what seems to be a telephone number, a mail or postal address',
    'unset-day': "a day or month that is not in the member's opinion",
    promise: 'words that may be read as a promise',
    open: 'not decided on, not answered or not checked yet',
    outdated: 'the response was written for an earlier version',
    polite: 'the response is in です・ます, the others are in だ・である',
    'not-checked': 'the member has not replied to the text check yet',
  },
  written: (path) => `Written to ${path}.`,
  lookNext: {
    docx: 'Open it in Word and look at the page breaks and at the points above.',
    md: 'Look at the order of texts and headings.',
    csv: 'It opens in a spreadsheet; a row is an item. Receipt numbers are not in it.',
  },
  fileName: (id, draft) => `annex_${id}${draft ? '_draft' : ''}`,
  ledgerName: (call) => `ledger${call === null ? '' : `_${call}`}`,
  draftMark: 'It is a draft and marked as one (案) until it is given to the members.',
  csvDraft: 'It is a draft. The CSV is not marked as one: please handle it with care.',
  progress: (done, all) => `Writing the annex (${done} of ${all}).`,

  ledgerLead: (call, submissions, items) =>
    `Ledger${call === null ? '' : ` of ${call}`}: submissions ${submissions}, items ${items}`,
  ledgerNext: "It holds members' names: please handle it with care. What they wrote is not in it.",
  ledgerColumns: [
    ...[
      'Receipt',
      'Item',
      'Received',
      'Late',
      'Meeting',
      'Member',
      'Member id',
      'Kind',
      'Came by',
      'Came on',
      'Subject',
      'Vote',
    ],
    ...[
      'Disposition',
      'Division in charge',
      'Other divisions',
      'Due',
      'State',
      'Response',
      'Of an earlier version',
      'Checked by',
      'Checked',
    ],
    ...['Name printed', 'Version', 'Withdrawn', 'Erased'],
  ],
  kind: { opinion: 'opinion', none: 'no opinion' },
  direct: 'the member',
  disposition: { answer: 'to be answered', none: 'no answer needed', with: (item) => `answered with ${item}` },
  step: queueEn.step,
  printName: (print) => (print ? 'yes' : 'no'),
  yes: 'yes',
  time: (minute) => minute.replace('T', ' '),

  refused: {
    'not-staff': officeEn.refused['not-staff'],
    'unknown-annex': (call) =>
      call.startsWith('standing-')
        ? `There is no annex ${call} that was shared. "release show" shows which there are.`
        : officeEn.refused['unknown-call'](call),
  },
}
