import { datesEn } from './dates.ts'
import { officeEn } from './office-en.ts'
import type { ReleaseMessages } from './release-ja.ts'

const list = (ids: readonly string[]) => ids.join(', ')
const named = (item: string | null) => (item === null ? '' : `${item}: `)
const of = (number: number, one: string) => `${number.toLocaleString('en')} ${number === 1 ? one : `${one}s`}`

/** Looking over what will be printed, sharing and publishing (文面の確認、委員共有、公表), in English. */
export const releaseEn: ReleaseMessages = {
  unpublished:
    'Not public yet, for members only (公表前（委員限り）): please handle it with care until it is on the city’s web site.',
  publishedAt: (day, address) => `Published on ${datesEn.fullDay(day)}: ${address}`,

  proof: {
    lead: (receipt) => `Your opinion ${receipt} is to be printed in the annex in these words. Please look them over.`,
    anew: (receipt) =>
      `The words of ${receipt} have changed since, so your answer was not taken yet. Please look at the words as they are now.`,
    unchanged: (item) => `${named(item)}The words are as you wrote them.`,
    changed: (item) => `${named(item)}What changes from the words you wrote:`,
    rewritten: (item) => `${named(item)}Much changes from the words you wrote, so please read the whole. You wrote:`,
    difference: {
      changed: (before, after) => `- 「${before}」 becomes 「${after}」.`,
      removed: (before) => `- 「${before}」 is left out.`,
      added: (after, behind) =>
        behind === null ? `- 「${after}」 is added at the beginning.` : `- 「${after}」 is added after 「${behind}」.`,
    },
    lineBreak: '(new line)',
    whole: 'This is what will be printed:',
    answered: {
      agreed: 'You have said that it may be printed so.',
      correction: 'A correction has been received from you.',
    },
    answer: (until, over, here) => {
      const how = here
        ? 'If it may be printed so, send "print it so"; if something is to be corrected, send "correct it".'
        : 'Please tell the secretariat whether it may be printed so, or what is to be corrected.'
      return over
        ? `${how} No answer came by ${datesEn.day(until)}; if none comes before the members are told, it is printed so.`
        : `${how} Without an answer by the end of ${datesEn.day(until)} it is printed so.`
    },
    taken: {
      agreed: (receipt) => `Noted: ${receipt} is printed in these words. Thank you.`,
      correction: (receipt) =>
        `Your correction to ${receipt} has been received. The secretariat looks at it; the words you wrote stay as they are.`,
    },
    askText: (receipt) =>
      `What is to be corrected in ${receipt}, and how? Please send it. Nothing has been received yet.`,
    confirm: (receipt) =>
      `This will be sent as your correction to ${receipt}. Nothing has been received yet. Is it right?`,
    tooLong: (characters, longest) =>
      `That has ${of(characters, 'character')}; at most ${longest.toLocaleString('en')} can be received at once. Nothing has been received yet. Please send a shorter text.`,
    noneForStaff:
      'Nobody was asked to look at the words of this number, or its member answers himself. Staff answer for what they filed on behalf. "release show" shows what waits.',
    none: 'There are no words that wait for you to look them over. Send "status" to see what has been received from you.',
    waiting: (receipts) =>
      `Words that are to be printed wait for you to look at them (${list(receipts)}). Send "text check" to see them.`,
    which: 'Which opinion do you mean? Please choose a number. Nothing has been received yet.',
  },

  response: {
    lead: (receipt) => `Your opinion ${receipt} has been answered.`,
    opinion: (text) => `[Opinion] 「${text}」`,
    response: (text) => `[The secretariat’s response] 「${text}」`,
    none: '(No response needed) It is printed in the annex as an opinion received. There is no response of its own.',
    ask: (receipt, here) =>
      here
        ? `To ask about this response, send "${receipt}" and choose "ask the secretariat". Send "annex" to see the whole annex.`
        : 'To ask about this response, or to see the whole annex, please turn to the secretariat.',
    recalled: (receipt) =>
      `The response to ${receipt} that you were sent is being looked at once more. You are told when that is done; please do not use the earlier one.`,
  },

  annex: {
    shared: (call, here) =>
      `The opinions and responses of ${call} are collected in the annex (別紙). ${here ? 'Send "annex" to see it.' : 'It reads:'}`,
    recalled: (call) =>
      `The annex of ${call} that you were told of is being looked at once more. You are told when that is done; please do not use the earlier one.`,
    none: 'There is no new annex to show at present. About the record published so far, ask by a project’s number or in your own words.',
    title: (call, from, to, total) =>
      from === 1 && to === total
        ? `${call}, annex (別紙): ${of(total, 'row')}`
        : `${call}, annex (別紙): rows ${from} to ${to} of ${total}`,
    head: (row, subject, speaker) => `${row}  ${subject}${speaker === '' ? '' : `  ${speaker}`}`,
    letter: (letter) => `Member ${letter}`,
    heard: ' (taken down by the secretariat)',
    unanswered: '[The secretariat’s response] (none)',
    from: (row) => `from row ${row}`,
    of: (call) => `annex of ${call}`,
  },

  printSet: (item) => `${item} will be printed in these words.`,
  printAsWritten: (item) => `${item} will be printed as its member wrote it.`,
  printHint: 'To have the member look at it, run "release check". A check of earlier words does not count any more.',
  proofsSent: (call, receipts, until, from) =>
    `${of(receipts.length, 'text check')} of ${call} will go out${from === null ? '' : ` from ${datesEn.minute(from)} on`} (${list(receipts)}). Answers are hoped for by ${datesEn.fullDay(until)}.`,
  settled: (receipts) =>
    `Not sent again, for they are agreed to or wait for an answer: ${list(receipts)}. To send one again, name its receipt.`,
  shared: (call, submissions, members, from) =>
    `The annex of ${call} (${of(submissions, 'opinion')}) is shared. ${of(members, 'member')} will be told${from === null ? '' : ` from ${datesEn.minute(from)} on`}.`,
  unreached: (names) =>
    `There is no address yet for ${names.join(', ')}: please give them the annex by post or otherwise. They are told once they have one.`,
  closedToo: 'Its deadline had passed, so the call is closed too.',
  undoUntil: 'To take it back, run "release undo" before today ends.',
  published: (call, submissions, day, address) =>
    `The annex of ${call} (${of(submissions, 'opinion')}) is published (${datesEn.fullDay(day)}, ${address}).`,
  shareUndone: (call, stopped, recalled, from) =>
    `The sharing of ${call} is taken back. Notices taken out before they went out: ${stopped}. Told that it is looked at once more${from === null ? '' : `, from ${datesEn.minute(from)} on`}: ${recalled}.`,
  staysClosed: 'The call stays closed.',
  publishUndone: (call) => `The publication of ${call} is taken back. It is shared, as before.`,

  show: {
    call: (call, isOpen, deadline) => officeEn.callLine(call, isOpen, deadline),
    standing: 'At any time (standing)',
    shared: (id, submissions, at, decided, number, post) =>
      `  Shared (${id}): ${datesEn.fullMinute(at)}, ${of(submissions, 'opinion')}; decided ${datesEn.fullDay(decided)}, number ${number}, by ${post}`,
    unshared: (submissions) => `  Not shared yet: ${of(submissions, 'opinion')}`,
    ready: '  All is ready: "release share" shares it.',
    closeFirst: '  The items are ready: it can be shared once the deadline has passed, or after "call close".',
    toPublish: (id) => `  Once it is published, give day and address with "release publish --call ${id}".`,
    below: (text) => `  ${text}`,
    check: (receipt, state) => `- ${receipt}  ${state}`,
    state: {
      none: () => 'not asked to look at the words yet',
      outdated: () => 'the words have changed since they were shown',
      waiting: (until) => `no answer yet (until ${datesEn.day(until)})`,
      over: (until) => `no answer by ${datesEn.day(until)}: printed so`,
      agreed: () => 'agreed',
      correction: () => 'wants a correction',
    },
  },
  missing: {
    line: (text) => `- ${text}`,
    open: (items) =>
      `Items whose handling or response is not settled (${items.length}): ${list(items)}. See them with "queue list", and settle disposition, response and check.`,
    outdated: (items) =>
      `Responses written for an earlier wording (${items.length}): ${list(items)}. Write a response to the present words.`,
    unseen: (receipts) =>
      `Words that their members have not seen (${receipts.length}): ${list(receipts)}. Send them with "release check", or go back to the words written with "release print ITEM --as-written".`,
    waiting: (receipts, until) =>
      `Text checks without an answer yet (${receipts.length}): ${list(receipts)}. It can go on once they are answered, or when ${datesEn.day(until)} is over.`,
    corrections: (receipts) =>
      `Corrections wanted (${receipts.length}): ${list(receipts)}. Set the words with "release print", and have them looked at again with "release check".`,
  },

  refused: {
    'not-staff': officeEn.refused['not-staff'],
    'unknown-call': officeEn.refused['unknown-call'],
    'until-past': officeEn.refused['until-past'],
    'closed-day': officeEn.refused['closed-day'],
    'unknown-item': (item) => `There is no item ${item}. Please check the receipt and the item’s number, as R8-012-1.`,
    'item-gone': (item, into) =>
      into === null
        ? `${item} is no more since its member changed the text. See the receipt for the items there are.`
        : `${item} was joined into ${into}: name ${into}.`,
    'item-withdrawn': (item) => `The opinion of ${item} was withdrawn; nothing was changed.`,
    'item-shared': (item) =>
      `${item} is shared already, so nothing was changed. What was shared today can be taken back with "release undo" first.`,
    'already-shared': (call, at) => `${call} was shared on ${datesEn.fullMinute(at)}. "release show" shows it.`,
    'not-to-check': (receipts) =>
      `${list(receipts)}: not among the opinions of this call that can be looked over (they may be withdrawn, or shared already). Please check the receipts.`,
    'nothing-to-check': (call) =>
      `${call} has no opinion that is still to be looked over. To send one again, name its receipt.`,
    'call-open': (call, deadline) =>
      deadline === null
        ? `${call} is still open. Close it with "call close", then share.`
        : `${call} is open until ${datesEn.fullMinute(deadline)}. Share it after that, or close it with "call close" first.`,
    'nothing-to-share': (call) => `${call} has no opinion that is not shared yet. "release show" shows what there is.`,
    'not-ready': (call) => `${call} is not ready, so nothing was shared.`,
    'decided-later': (decided) =>
      `${datesEn.fullDay(decided)} has not come yet. Share it once it is decided, with the day of the decision.`,
    'not-shared': (call) => `${call} is not shared yet. Run "release share" first.`,
    'nothing-to-undo': (call) =>
      `Nothing of ${call} is shared, so there is nothing to take back. "release show" shows what there is.`,
    'which-release': (releases) => `Several annexes are not published yet (${list(releases)}): name one with --call.`,
    'already-published': (call, day) => `${call} was published on ${datesEn.fullDay(day)}. "release show" shows it.`,
    'before-share': (day, shared) =>
      `${datesEn.fullDay(day)} lies before the day on which it was shared (${datesEn.fullDay(shared)}). Please check the day.`,
    'day-later': (day) => `${datesEn.fullDay(day)} has not come yet. Run it once it is published, with that day.`,
    'undo-over': {
      share: (call, day) =>
        `${call} was shared on ${datesEn.fullDay(day)}, and can be taken back on that day only. Please tell the members of corrections directly.`,
      publish: (call, day) =>
        `${call} was noted as published on ${datesEn.fullDay(day)}, and that can be taken back on that day only. Please correct it where it is published.`,
    },
  },
}
