import { datesEn } from './dates.ts'
import type { OfficeMessages } from './office-ja.ts'
import { opinionsEn } from './opinions-en.ts'

const of = (number: number, one: string, more = `${one}s`) => `${number} ${number === 1 ? one : more}`

/** The same sentences in plain English. */
export const officeEn: OfficeMessages = {
  and: (names) => names.join(', '),
  person: (name, id) => (name === null ? id : `${name} (${id})`),
  callNamed: (name, id) => `${name} (${id})`,
  deadline: (deadline) => (deadline === null ? 'no deadline' : `deadline ${datesEn.fullMinute(deadline)}`),

  callOpened: (call, asked, deadline) =>
    `The call ${call} is open: ${of(asked, 'member')} asked, ${officeEn.deadline(deadline)}.`,
  callExtended: (call, before, deadline) =>
    `The deadline of ${call} was put off from ${datesEn.minute(before)} to ${datesEn.fullMinute(deadline)}.`,
  callClosed: (call) => `The call ${call} is closed. Opinions are still received "at any time" (随時).`,
  callsNone: 'There is no call yet.',
  calls: (number) => `${number === 1 ? 'There is' : 'There are'} ${of(number, 'call')}:`,
  callState: (isOpen) => (isOpen ? 'open' : 'closed'),
  callLine: (call, isOpen, deadline) => `${call}, ${officeEn.callState(isOpen)}, ${officeEn.deadline(deadline)}`,
  counts: (opinion, none, unanswered, asked) =>
    `${of(opinion, 'opinion')}, ${none} "no opinion", ${unanswered} unanswered, of ${of(asked, 'member')}`,
  replies: (number) => (number === 0 ? '' : `, replies from members: ${number}`),
  standingCount: (number) => `At any time (standing): filed ${number}`,
  receipt: (receipt, replied) => (replied ? `${receipt} (replied)` : receipt),
  filedLine: (receipt, person, live, replied) =>
    `- ${[officeEn.receipt(receipt, replied), ...(person === null ? [] : [person]), ...(live ? [] : ['withdrawn or erased'])].join('  ')}`,
  form: { meeting: 'held in person', written: 'held in writing' },
  approvalAsked: 'Members are also asked whether they approve.',
  agenda: (titles) => `Agenda: ${titles.map((title, at) => `${at + 1} ${title}`).join(', ')}`,
  documents: (titles) => `Documents: ${titles.join(', ')}`,
  answered: { opinion: 'opinion', none: 'no opinion' },
  unanswered: 'unanswered',
  answerLine: (person, answer, vote, receipts) =>
    `- ${[person, answer, ...(vote === null ? [] : [opinionsEn.vote[vote]]), ...receipts].join(', ')}`,
  unansweredLead: (people) => `Unanswered (${people.length}): ${people.join(', ')}`,

  undeliveredNone: 'Every notice has been delivered or is on its way.',
  undelivered: (number) => `${of(number, 'notice')} ${number === 1 ? 'has' : 'have'} not been delivered:`,
  noPlace: (id) => `${id} (no place)`,
  undeliveredLine: (news, place, reason) => `- ${news}, to ${place}: ${reason}`,
  stuck: {
    failing: (times, next) =>
      `not delivered yet; ${of(times, 'attempt')} failed, the next is due on ${datesEn.minute(next)}.`,
    away: 'not delivered yet; it is shown when the person opens the terminal.',
    queued: 'not delivered yet; the next delivery sends it.',
  },
  news: {
    receipt: 'receipt',
    edited: 'notice of a change',
    withdrawn: 'notice of a withdrawal',
    replied: 'receipt of a reply',
    'question-back': 'question back',
    proof: 'text check',
    'proof-answered': 'receipt of an answer to a text check',
    response: 'response',
    'response-recalled': 'recall of a response',
    'annex-shared': 'notice of an annex',
    'annex-recalled': 'recall of an annex',
    reminder: 'reminder',
    'account-confirmed': 'confirmation of an account',
    digest: 'daily digest',
    'turn-reply': 'Reply',
    'submission-card': 'Submission',
    'submission-act': 'What was done',
    'account-claim': 'Account to be confirmed',
  },
  cardGone: (receipt) => `${receipt} was erased or disposed of.`,
  newsAbout: (news, about) => `${news} (${about})`,

  part: { members: 'members', staff: 'staff', divisions: 'divisions' },
  entries: (part, ids) => `${part}: ${ids.join(', ')}`,
  rosterImported: 'The roster has been imported.',
  rosterPreview: 'Importing this roster changes the following. Nothing has been imported yet.',
  rosterSame: 'It says the same as the present roster.',
  acceptHint: 'To import it, run this again with --accept.',
  added: 'Added:',
  changed: 'Changed:',
  missing: 'Not in the file (kept on the roster):',
  rosterPart: (lead, parts) => `${lead} ${parts.join('; ')}`,
  rosterEmpty: 'Nobody is on the roster yet.',
  membersLead: (number) => `Members (${number})`,
  memberLine: (person, title, terms, inTerm) =>
    `- ${person}, ${title}, ${terms.map(([from, to]) => `${datesEn.fullDay(from)} to ${datesEn.fullDay(to)}`).join(', ')}${inTerm ? '' : ' (not in term)'}`,
  staffLead: (number) => `Staff (${number})`,
  staffLine: (person, posts, onDuty) =>
    `- ${person}, ${posts.map(([post, from, to]) => `${post} (from ${datesEn.fullDay(from)}${to === null ? '' : ` to ${datesEn.fullDay(to)}`})`).join(', ')}${onDuty ? '' : ' (no post today)'}`,
  accounts: (names) => `Accounts: ${names.join(', ')}`,
  divisionsLead: (year, names) => `Divisions of fiscal year ${year}: ${names.join(', ')}`,
  claimsLead: (number) => `Accounts that wait for confirmation (${number})`,
  claimGone: 'What was kept of this account is erased.',
  claimDone: (account, person) => `The account (${account}) is confirmed as that of ${person}.`,
  claimLine: (account, claimed, since) =>
    `- ${account}, ${claimed === null ? 'no name given' : `says to be "${claimed}"`} (since ${datesEn.minute(since)})`,
  accountConfirmed: (account, person) => `${account} is confirmed as the account of ${person}, who will be told so.`,
  accountConfirmedAlready: (account) => `${account} has been confirmed already.`,
  handedOver: (post, from, to, day) =>
    `${post} passes from ${from} to ${to} on ${datesEn.fullDay(day)}; until the day before, ${from} holds it.`,
  newOnRoster: (person) => `${person} has been put on the roster.`,

  questionAsked: (receipt, until, from) =>
    `Your question about ${receipt} goes to the member${from === null ? '' : ` from ${datesEn.minute(from)} on`}. ${until === null ? 'There is no day by which a reply is asked for.' : `A reply is asked for by ${datesEn.day(until)}.`}`,

  erasureRequested: (what, until) =>
    `The erasure of ${what} has been asked for; nothing is erased yet. Another of the staff checks the request and does it. It holds until ${datesEn.fullMinute(until)}. What is erased cannot be brought back.`,
  erasureWaits: 'This erasure has been asked for; nothing is erased yet. Please check who asked for it, and why.',
  erasureOf: (member, receipts) =>
    `- What: ${[...(member === null ? [] : [`${member}: entry on the roster, accounts, opinions, drafts`]), ...receipts].join(', ')}`,
  erasureAsked: (by, since) => `  Asked for by ${by} on ${datesEn.fullMinute(since)}`,
  erasureReason: (reason) => `  Reason: 「${reason}」`,
  erasureUntil: (until) => `  The request holds until ${datesEn.fullMinute(until)}`,
  eraseHint: 'To erase it, run the same again with --yes. What is erased cannot be brought back.',
  erasures: (number) => `${of(number, 'erasure')} asked for and not done yet:`,
  erasuresNone: 'No erasure waits to be done.',
  erased: (receipt) =>
    `The words of ${receipt}, who sent it and all questions about it are erased. Its receipt number stays, and that it was erased. An annex on a web site still has them.`,
  memberErased: (id) =>
    `The entry of ${id} on the roster, the accounts, opinions and drafts are erased. An annex on a web site still has the opinions.`,
  withReceipts: (receipts) => `Receipt numbers: ${receipts.join(', ')}`,
  noReceipts: 'No receipt number is concerned.',

  barred: {
    gone: 'This is for those who are in the secretariat’s team. Your account is not in that team at present. Please ask an owner of the team to add it.',
    unknown:
      'Whether you are in the secretariat’s team could not be found out just now. Nothing was done. Please try again in a while.',
  },

  refused: {
    'not-staff':
      'This is for staff who hold a post today. If your name has not been confirmed yet, please ask the secretariat.',
    'call-exists': (call) => `There is a call ${call} already. Give another id, or see it with "call show ${call}".`,
    'approval-not-written':
      'Approval is asked for where a meeting is held in writing. Give --form written, or leave --approval out.',
    'deadline-past': (deadline) => `${datesEn.fullMinute(deadline)} has passed. Please give a time to come.`,
    'closed-day': (day, offered) =>
      `The office is closed on ${datesEn.fullDay(day)}. The next working day is ${datesEn.fullDay(offered)} (${offered}); please give that.`,
    'nobody-to-ask': (day) => `No member on the roster is in term on ${datesEn.fullDay(day)}. Please check the roster.`,
    'unknown-members': (names) => `Not on the roster: ${names.join(', ')}. See "roster list" for the names.`,
    'ambiguous-member': (name, ids) => `Several members are called "${name}": ${ids.join(', ')}. Please give the id.`,
    'not-in-term': (members, day) =>
      `Not in term on ${datesEn.fullDay(day)}: ${members.join(', ')}. Check the roster, or leave them out.`,
    'unknown-call': (call) => `There is no call ${call}. See "call list" for the ids.`,
    'call-closed': (call, closed) =>
      `The call ${call} was closed on ${datesEn.fullMinute(closed)}. To ask again, open another.`,
    'no-deadline': (call) => `The call ${call} has no deadline to put off. To end it, use "call close".`,
    'not-later': (deadline) => `The deadline is ${datesEn.fullMinute(deadline)} now. Please give a later one.`,
    'id-taken': (ids) => `On the roster these ids are somebody else's: ${ids.join(', ')}. Please give others.`,
    'unknown-account': (account) =>
      `The account ${account} has not been in touch yet. See "roster list" for those that wait.`,
    'unknown-person': (person) => `"${person}" is not on the roster. See "roster list" for the names.`,
    'ambiguous-person': (person, ids) =>
      `Several people are called "${person}": ${ids.join(', ')}. Please give the id.`,
    'somebody-elses': (account, holder) =>
      `${account} is confirmed as the account of ${holder}. If that seems wrong, please ask the operator.`,
    'no-post': (person, day) =>
      `${person} holds no such post to pass on on ${datesEn.fullDay(day)}. See "roster list" for posts and their days.`,
    'several-posts': (person, posts) =>
      `${person} holds several posts: ${posts.join(', ')}. Please name one with --post.`,
    'id-needed': (person) =>
      `${person} is not on the roster. To put somebody new on it, give an id (small letters and digits) with --id.`,
    'same-person': (person) => `Both are ${person}. Please name somebody else.`,
    'already-holds': (person, post) => `${person} holds ${post} on that day already.`,
    'unknown-receipt': (receipt) => `There is no ${receipt} among the receipt numbers. Please check it.`,
    withdrawn: (receipt) => `${receipt} was withdrawn, so the question has not been sent.`,
    erased: (receipt) => `${receipt} was erased, so the question has not been sent.`,
    'until-past': (until) => `${datesEn.fullDay(until)} has passed. Please give today or a later day.`,
    'another-needed': (by, since) =>
      `Erasing takes two people. ${by} asked for it on ${datesEn.fullMinute(since)}; another of the staff has to check it and do it.`,
    'already-erased': (receipt, erased) => `${receipt} was erased on ${datesEn.fullMinute(erased)}.`,
    'unknown-member': (member) => `No member "${member}" is on the roster. See "roster list" for the names.`,
  },
  yesHint: {
    file: 'To file it, run the same again with --yes.',
    vote: 'Run this again with --vote approve or --vote disapprove.',
    staff: 'At this machine, give --as with a name of the roster.',
    withdraw: 'To withdraw it, run this again with --yes.',
  },
}
