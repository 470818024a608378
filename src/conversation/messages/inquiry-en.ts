import type { LeftOut } from '../../opinions/plan-inquiries.ts'
import { datesEn } from './dates.ts'
import { filesEn } from './files-en.ts'
import type { inquiryJa } from './inquiry-ja.ts'
import { officeEn } from './office-en.ts'

const { and } = officeEn
const of = (number: number, one: string, more = `${one}s`) => `${number} ${number === 1 ? one : more}`

/** Inquiries to divisions (庁内照会), in English. */
export const inquiryEn: typeof inquiryJa = {
  preview: (call, divisions, due) =>
    `Opinions of ${call}: ${of(divisions, 'division')} would be asked, to answer by ${datesEn.fullMinute(due)}. Nothing has been written yet.`,
  planLine: (division, items, besides, mail) =>
    `- ${division}: ${of(items.length, 'item')}${besides === 0 ? '' : ` (${besides} besides its lead)`}: ${and(items)}${mail ? '' : '. The roster has no mail address: only the text of the mail (.txt) is written.'}`,
  acceptWrite: 'To write the files, run it again with --accept and --out.',
  nothingToAsk: (call) => `${call} has no new items to ask a division about.`,
  written: (call, inquiries) =>
    `Opinions of ${call}: ${of(inquiries, 'inquiry', 'inquiries')} noted. No mail has been sent: look at the files and mails, then send them.`,
  writtenLine: (id, division, items, due) =>
    `- inquiry ${id}, ${division}, ${of(items, 'item')}, due ${datesEn.fullMinute(due)}`,
  left: (items, why, division) => `- ${and(items)}: ${leftOut(why, division ?? '')}`,
  leftLead: 'These items are not in the files:',
  named: (items) =>
    `The words of ${and(items)}, or of a draft to them, have letters of a member's name. Look at the files before you send them.`,

  list: (number) => `${number === 1 ? 'There is' : 'There are'} ${of(number, 'inquiry', 'inquiries')}:`,
  listNone: 'There is no inquiry yet.',
  listLine: (id, call, division, at, due, overdue) =>
    `- inquiry ${id}, ${call}, ${division}, asked on ${datesEn.day(at.slice(0, 10))}, due ${datesEn.minute(due)}${overdue ? ' (overdue)' : ''}`,
  listCounts: (answered, items, awaited, reminded) =>
    `  answered ${answered} of ${of(items, 'item')}${awaited.length === 0 ? '' : `, waiting for ${awaited.length}: ${and(awaited)}`}${reminded === null ? '' : `, reminded on ${datesEn.day(reminded.slice(0, 10))}`}`,

  reminded: (number) =>
    `Reminders are written for ${of(number, 'inquiry', 'inquiries')} without all answers. No mail has been sent: look at them, then send them.`,
  remindedLine: (id, division, items) => `- inquiry ${id}, ${division}, waiting for ${items.length}: ${and(items)}`,
  nobodyToRemind: 'No division has an answer to give.',
  shown: (id, division) => `The file and the mail of inquiry ${id} (${division}).`,
  progress: (done, all) => `Writing the files (${done} of ${all}).`,
  file: (path) => `written: ${path}`,
  renamed: (path, wanted) => `written: ${path} (${wanted} is there already, so it has another name)`,

  takePreview: (id, division) => `The answers to inquiry ${id} (${division}) were read. Nothing has been taken yet.`,
  taken: (id, division, answered) =>
    answered === 0
      ? `The file of inquiry ${id} (${division}) was received. No answer was taken from it.`
      : `The answers to inquiry ${id} (${division}) were taken: ${of(answered, 'item')}.`,
  takenBefore: (id, division, at, by) =>
    `This file was taken as the answers to inquiry ${id} (${division}) on ${datesEn.fullMinute(at)} by ${by}. Nothing was changed.`,
  takeHere: 'Nothing is taken in yet. If it is right, press “Take in”.',
  replaceHere: (items) => `To replace ${items.join(', ')}, choose them under “Take in”.`,
  acceptTake: 'To take them, run it again with --accept.',
  nothingToTake: 'There is no answer to take.',
  fates: {
    new: 'New answers',
    changed: 'Answers that take the place of a draft',
    unchanged: 'Answers that are the draft already',
    beside: 'Answers kept as versions (the draft of the lead division or the secretariat counts)',
    empty: 'Items without an answer',
    'no-row': 'Items without a row in the file',
  },
  kept: {
    written: 'Answers not taken: a draft was written in the secretariat since',
    checked: 'Answers not taken: the draft was checked by a colleague',
    'no-answer': 'Answers not taken: the item needs none',
    together: 'Answers not taken: the item is answered together with another',
  },
  replaceHint: (items) =>
    `To take them all the same, run it again with ${items.map((item) => `--replace ${item}`).join(' ')}.`,
  unresolved: {
    unknown: 'The same as another row, which is not there',
    ambiguous: 'The same as another row, but rows were sorted or changed and it may be either of two',
    circular: 'The same as another row, and that one the same as this',
    empty: 'The same as another row, which has no answer',
    'not-taken': 'The same as another row, whose answer is not taken',
  },
  unresolvedHint:
    'Have the receipt number ("R8-003-1と同じ") or the answer itself written there, and read the file again.',
  closed: {
    'unknown-item': 'Items that were erased',
    'item-gone': 'Items that are gone because the text was split otherwise',
    'item-withdrawn': 'Items that were withdrawn',
    'item-shared': 'Items that members have already been given',
  },
  section: (title, number) => `${title}: ${number}`,
  answerLine: (item, cell, same, taken, outdated) =>
    `- ${item}${cell === null ? '' : ` (${cell})`}${same === null ? '' : `: the same as ${same}; ${taken ? '' : 'once taken '}it is answered together with it.`}${outdated ? ' The opinion was changed since it was sent (旧版に対する回答案).' : ''}`,
  before: '  The draft now:',
  after: "  The division's answer:",
  remark: '  Remark:',
  altered: (items) =>
    `${and(items)}: the file has other words of the opinion than those sent. The member's words stay as they are; see whether the answer is to them.`,
  loose: (cells) => `${and(cells)}: something is written there, but its row has no receipt number, so it was not read.`,
  faultsLead: 'Until this is put right, nothing is taken from the file. Then read it again.',
  faults: {
    'unknown-receipt': (cell, receipt) =>
      `- ${cell}: the receipt number "${receipt}" is not one of this inquiry. Put the number back.`,
    twice: (item, cells) => `- ${item} has several rows with different answers (${and(cells)}). Leave one of them.`,
    formula: (cell, item) =>
      `- ${cell} (${item}) holds a formula, or what a broken one left (such as #REF). Put its value there as text.`,
    'too-long': (cell, item) => `- ${cell} (${item}) has more than 10,000 characters. Make it shorter.`,
  },

  refused: {
    'not-staff': officeEn.refused['not-staff'],
    'unknown-call': officeEn.refused['unknown-call'],
    'deadline-past': officeEn.refused['deadline-past'],
    'closed-day': (day, offered) => officeEn.refused['closed-day'](day, offered),
    'no-divisions': (year) => `The roster has no divisions for fiscal year ${year}. Import them with "roster import".`,
    'unknown-division': (names, year, known) =>
      `"${names.join('", "')}" is not a division of fiscal year ${year}. The roster has ${and(known)}. Name one of them, or add it with "roster import".`,
    'no-such-inquiry': (id) => `There is no inquiry ${id}. See "inquiry list" for the numbers.`,
    'not-ours':
      'The file has no inquiry number. See whether it is the file that the secretariat sent; where it was copied into another table, copy the line with the number too.',
    'several-inquiries':
      'The file has several inquiry numbers. Part it into one file for each, and read them one by one.',
    'other-committee': (committee) =>
      `The file is an inquiry of another committee (${committee}). Give it to the secretariat of that one.`,
    'unknown-inquiry': (id) => `There is no inquiry ${id} in these records. See "inquiry list" for the numbers.`,
    'inquiry-over': (id) =>
      `Inquiry ${id} is of an earlier round, and none of its items waits for an answer. See whether it is the file of this round.`,
    'replace-unknown': (items) => `${and(items)}: not in this inquiry. See the receipt numbers again.`,
    unread: 'Nothing was read out of this file.',
    unreadable: {
      ...filesEn,
      'not-a-workbook': 'It is not an Excel workbook (.xlsx). Use the file of the inquiry, saved as a workbook.',
      'no-columns':
        'It has an inquiry number, but not the headings 受付番号 and 考え方（案）. Put the row of headings back.',
      'columns-twice':
        'The headings 受付番号 or 考え方（案） stand several times in one table. Leave them only over the columns to take.',
      'too-many-rows': 'It has too many rows. Save it again without those that are not of the inquiry.',
    },
  },
}

function leftOut(why: LeftOut['why'], division: string): string {
  switch (why) {
    case 'no-answer':
      return 'needs no answer.'
    case 'together':
      return 'is answered together with another item.'
    case 'checked':
      return 'has a draft that a colleague has checked.'
    case 'no-division':
      return 'has no division in charge. Choose one with "queue assign".'
    case 'not-on-roster':
      return `its division "${division}" is not on this fiscal year's roster. Add it with "roster import", or choose another with "queue assign".`
    case 'outstanding':
      return `${division} was asked and has not answered yet.`
    case 'answered':
      return `${division} has answered.`
  }
}
