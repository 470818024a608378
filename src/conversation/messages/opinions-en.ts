import { datesEn } from './dates.ts'
import type { OpinionMessages } from './opinions-ja.ts'

const count = (number: number) => number.toLocaleString('en')
const of = (number: number, one: string) => `${count(number)} ${number === 1 ? one : `${one}s`}`

/** The same sentences in plain English. */
export const opinionsEn: OpinionMessages = {
  standingCall: 'at any time (随時)',
  agendaItem: (number, title) => (title === null ? `agenda item ${number}` : `agenda item ${number} 「${title}」`),
  wholeSubject: 'general',
  ask: {
    member: 'Whose opinion is it? Please send the member’s name.',
    means: 'How did it come? Please choose a number.',
    day: 'On which day did it come, or was it said? For example: 8/20',
    call: 'Which call for opinions is it for? Please choose a number.',
    vote: 'Do you approve? Please choose a number.',
    subject: 'What is your opinion about? Choose a number, or send a project’s number or some words.',
    text: 'Please send the text of your opinion; it may come in several messages. Nothing has been received yet.',
    name: 'May your name be printed in the published documents? The secretariat knows in any case whose opinion it is.',
  },
  askNewText: 'Please send the new text; it replaces the present one. To keep the present text, send "done".',
  askWhatToEdit: 'What would you like to change? Please choose a number.',
  part: {
    member: 'member',
    means: 'how it came',
    day: 'day',
    call: 'meeting',
    vote: 'approval',
    subject: 'subject',
    text: 'text',
    name: 'printing of the name',
  },
  textTaken: (characters) =>
    `Noted (${of(characters, 'character')} so far). Nothing has been received yet. Send more if there is more; when it is complete, send "done".`,
  textTooLong: (characters, longest) =>
    `The text now has ${of(characters, 'character')}. At most ${count(longest)} can be received at once. Nothing has been received yet. Send "done" to replace it by a shorter one.`,
  textToShorten: (characters, longest) =>
    `The text has ${of(characters, 'character')}; at most ${count(longest)} can be received at once. Nothing has been received yet. Please send a shorter text: it replaces the present one.`,
  textNotKept: (characters, longest) =>
    `That would make ${of(characters, 'character')}, more than a draft can hold. This message was not kept: please keep it yourself. Nothing has been received yet. Send at most ${count(longest)} characters at a time.`,
  cleaned: (removed) =>
    `${of(removed, 'sign')} that cannot be written as characters ${removed === 1 ? 'was' : 'were'} taken out or replaced by "\u{fffd}".`,
  subjectNotFound:
    'I could not find an agenda item or a project for these words. Choose a number, or try other words. If it is about nothing in particular, send "general".',
  subjectsFound: 'Which of these is your opinion about? Please choose a number.',
  partNotUnderstood:
    'I could not tell what is meant. Where there are numbers, please choose one. To pause, send "stop".',
  confirmNotUnderstood:
    'Your opinion waits to be confirmed; nothing has been received yet. Please choose a number. For a question about the record send "stop" first; your draft is kept.',

  confirm: 'This is what will be filed. Nothing has been received yet. Please check it.',
  confirmEdit: (receipt) => `${receipt} will be changed to this. Nothing has been changed yet. Please check it.`,
  callLine: (name, deadline) =>
    deadline === null ? `Meeting: ${name}` : `Meeting: ${name} (deadline ${datesEn.fullMinute(deadline)})`,
  subjectLine: (subject) => `Subject: ${subject}`,
  items: (number) => of(number, 'item'),
  voteLine: (vote) => `Vote: ${opinionsEn.vote[vote]}`,
  onBehalfLine: (member, means, day) =>
    `On behalf of ${member} (${opinionsEn.means[means]}, ${datesEn.fullDay(day)})${means === 'telephone' || means === 'meeting' ? ' (taken down by the secretariat)' : ''}`,
  split: (starts) => `Items: ${starts.map((start, at) => `${at + 1} "${start}"`).join(', ')}`,
  extract: (text, whole) => (whole ? text : `${text}…`),
  nameKept:
    'Name: known to the secretariat, not printed in published documents (it may be subject to a disclosure request under the information disclosure ordinance).',
  namePrinted: 'Name: known to the secretariat, and printed in published documents.',
  late: 'The deadline has passed; your opinion will be received and marked as late.',
  join: (parts) => parts.join(' / '),
  personalData: (found, more) =>
    `Please note: the text seems to hold personal data such as a telephone number or an address (${found.map((text) => `"${text}"`).join(', ')}${more ? ' and others' : ''}). You may file it as it is.`,
  premise: 'Please note what the record says. You may file your opinion as it is.',
  related: (meeting) =>
    `For reference: there are opinions and responses on this in ${meeting}. You may file yours all the same. [show]`,
  references: 'These are the published opinions and responses on the matter.',
  noReferences: 'I could not find opinions and responses on this in the published record.',

  received: (receipt, call, items) =>
    `Your opinion has been received. Thank you. Receipt number: ${receipt} (${call}${items === null ? '' : `, ${of(items, 'item')}`})`,
  receivedNone: (receipt, call) =>
    `Your answer "no opinion" has been received. Thank you. Receipt number: ${receipt} (${call})`,
  receivedOnBehalf: (receipt, call, means, day) =>
    `The secretariat has registered your opinion of ${datesEn.fullDay(day)} (${opinionsEn.means[means]}). Receipt number: ${receipt} (${call})`,
  answeredAlready: 'Your answer to this call has been received already:',
  receivedAt: (minute) => `Received: ${datesEn.fullMinute(minute)}`,
  lateMark: ' (after the deadline)',
  changeUntil: (receipt, deadline) => `To change or withdraw it: send "${receipt}" until ${datesEn.minute(deadline)}.`,
  changeOpen: (receipt) =>
    `To change it until you have been told the response, or withdraw it until it is published: send "${receipt}".`,
  withdrawOnly: (receipt) => `To withdraw it: send "${receipt}" until it is published.`,
  next: 'Next: the secretariat asks the division in charge, and you will be told the response here.',
  nextOnBehalf:
    'To change or withdraw it, please turn to the secretariat. It asks the division in charge, and you will be told the response.',
  nextNoneOnBehalf: 'To withdraw it, please turn to the secretariat.',
  edited: (receipt, version) =>
    `Your change has been received. Receipt number: ${receipt} (version ${version}). Earlier versions are kept.`,
  withdrawn: (receipt, here) =>
    `${receipt} is withdrawn. To give another opinion, ${here ? 'send "opinion"' : 'please send it to the secretariat'}.`,
  replied: (receipt) =>
    `Your reply has been received. It is kept as an addition to ${receipt}; the original text stays as it is.`,

  submissionLine: (receipt, state, call, subject) => `${receipt}  ${state}  ${call} / ${subject}`,
  sender: (name, id) => `Sent by: ${name === null ? id : `${name} (${id})`}`,
  cameBy: (means, day, heard, original) =>
    `On behalf: ${opinionsEn.means[means]}, ${datesEn.fullDay(day)}${heard ? ' (taken down by the secretariat)' : ''}${original === null ? '' : `, check value of the original ${original}`}`,
  printing: (print) => (print ? 'Name: to be printed' : 'Name: not to be printed'),
  earlierVersion: (version, minute) => `Version ${version} (${datesEn.fullMinute(minute)})`,
  newestVersion: (version) => `Version ${version} (newest)`,
  none: 'no opinion',
  state: {
    received: 'received',
    asked: 'waiting for a reply',
    considering: 'being considered',
    answered: 'answered',
    published: 'published',
    withdrawn: 'withdrawn',
    erased: 'erased',
  },
  filedAt: (minute, version) => `Received: ${datesEn.fullMinute(minute)}${version > 1 ? ` (version ${version})` : ''}`,
  questionLine: (text) => `Question from the secretariat: 「${text}」`,
  replyLine: (text) => `Your reply: 「${text}」`,
  mine: (submissions) => `Received from you so far: ${count(submissions)}.`,
  mineNone: 'Nothing has been received from you yet. To give an opinion, send "opinion".',
  unanswered: (call, deadline) =>
    `Your answer to ${call}${deadline === null ? '' : ` (deadline ${datesEn.minute(deadline)})`} has not been received yet. Send "opinion" or "no opinion".`,
  draftToo: 'A draft of yours is kept. Send "continue" to go on with it.',

  voteCast: (vote) => `Approval: ${opinionsEn.vote[vote]}`,
  noneLine: 'no opinion',
  askWithdraw: (receipt) => `${receipt} will be withdrawn. It has not been withdrawn yet.`,
  questionBack: (receipt, text, until, here) => [
    `The secretariat would like to ask you something about ${receipt}.`,
    `「${text}」`,
    `Please ${here ? 'reply here' : 'tell the secretariat'}${until === null ? '' : ` by ${datesEn.day(until)}`}. It is kept as an addition; the original text stays as it is.`,
  ],
  askReply: (receipt) =>
    `Shall this be your reply to the secretariat’s question about ${receipt}? It has not been received yet.`,
  draftWaits: 'A draft of yours is kept. Would you like to go on with it, or discard it and start anew?',
  draftKept:
    'What you have written is kept as a draft for 30 days. Nothing has been received yet. Send "continue" to go on.',
  draftDiscarded: 'The draft is discarded. Nothing was filed.',
  draftAside:
    'A draft of yours is kept (nothing has been received yet, and these words were not added to it). Send "continue" to go on with it.',
  draftStays: 'What you have written is kept as a draft. Send "continue" to go on with it.',
  formNotKept: 'The text that you have just sent was not kept. Nothing has been received yet.',
  notWithdrawn: 'It has not been withdrawn; it stands as it was.',
  notSent: 'Your words have not been sent.',
  noDraft: 'There is no draft. To give an opinion, send "opinion".',
  noCall:
    'There is no call that waits for your answer now, so nothing has been received. An opinion can be given at any time: send "opinion".',
  whichCall: 'Which call is your answer to? Please choose a number. Nothing has been received yet.',
  noQuestionAsked: 'To ask the secretariat, send "opinion" and write your question as the text.',
  goesDirect: 'This goes on in a direct message to you.',
  askName: 'The secretariat will compare it with the roster: please send your name.',
  accountClaimed:
    'Your name is passed to the secretariat. You will be told here when it has been confirmed. If you have a draft, it is kept as it is.',
  accountConfirmed: (_, here) =>
    `You have been confirmed by the roster. ${here ? 'If you have a draft, send "continue"; to give an opinion during your term, send "opinion".' : 'During your term you may give opinions where you gave your name.'}`,
  alreadyConfirmed: 'You have been confirmed by the roster already.',
  nameNeeded: 'Please send your name, in at most 100 characters.',
  notTaken: (kept) =>
    `We are sorry: this could not be completed just now. What you have just sent has not been received (there is no receipt number). ${kept ? 'Your draft is kept as it was before; please send "continue" in a while.' : 'What you sent could not be kept: please keep a copy, and send it again in a while.'}`,
  delayed:
    'We are sorry: what you sent is kept, but could not be completed yet (there is no receipt number). It is tried again by itself, and you will be told when it is done. If you hear nothing, please send "status" in a while.',
  hurry: (phone, number) =>
    `If it is urgent, please turn to the secretariat${phone === null ? '' : ` (phone ${phone})`}. (Reference ${number})`,
  reminder: (call, deadline, isToday, here) =>
    `The deadline for opinions to ${call} is ${isToday ? 'today, ' : ''}${datesEn.minute(deadline)}. If you have none, please ${here ? 'send "no opinion"' : 'tell the secretariat so'}. If you have answered by post or mail already, please disregard this.`,
  address: (name, title) => `${name} ${title}: `,

  notOnBehalf:
    'There is no opinion of this number, or its member has filed it. Changes, withdrawals and replies come from the member; staff do so for what they filed on behalf. "opinion status RECEIPT" shows it.',
  refused: {
    'not-on-roster':
      'Opinions and answers are received from members confirmed by the roster. Nothing has been received yet.',
    'term-ended':
      'You are not within a term of membership now, so nothing has been received. You may turn to the secretariat directly.',
    'staff-names-member': 'Nothing has been received yet. Please say whose opinion it is.',
    'own-only': 'Filing on behalf of others is for the secretariat. Nothing has been received yet.',
    'member-unknown': 'The member named is not on the roster. Nothing has been received yet.',
    'call-not-open':
      'This call is closed, or does not ask you. Send "edit" and choose "at any time" instead; nothing has been received yet.',
    incomplete: 'Something is missing still; nothing has been received yet. Send "continue".',
    'too-long':
      'The text has more than 10,000 characters; nothing has been received yet. Send "edit" to write a shorter one.',
    'subject-unknown':
      'The agenda item or project is not in the record. Nothing has been received yet. Send "edit" to choose another.',
    'vote-missing': 'Please say whether you approve. Nothing has been received yet.',
    'unknown-receipt':
      'This number is not among the receipt numbers given. Please check it. Send "status" to see what has been received from you.',
    'changed-meanwhile':
      'It has changed meanwhile, so nothing was filed. Send "continue" or "status" to see what it is now.',
    unchanged: 'It is the same as before, so nothing was changed.',
    'edit-over': 'The time for changes is over; nothing was changed. You can file it as another opinion.',
    'withdrawn-before': 'It was withdrawn before; nothing was changed. You can file it as another opinion.',
    'withdraw-over': 'It is published already. Please turn to the secretariat directly.',
    'no-question': 'There is no question that waits for your reply.',
  },
  fields: {
    call: {
      missing: 'name the call for opinions by its number, as 2026-1, or standing',
      unknown: 'this call for opinions is not known, or closed',
    },
    subject: {
      unknown: 'no agenda item or project is found for the subject: name it as No.40, 議題1 or 全般',
      several: 'several projects are found for the subject; name its number',
    },
    text: { missing: 'there is no text', 'too-long': 'the text is too long' },
    vote: {
      missing: 'say whether you approve: approve or disapprove',
      unknown: 'the vote is either approve or disapprove',
    },
    member: { unknown: 'the member is not on the roster', several: 'several members have this name; give the id' },
    means: { unknown: 'the means is one of mail, post, fax, telephone, meeting' },
    day: { unknown: 'give the day on which it came, not later than today' },
    original: { unknown: 'Please give the hash of the original as SHA-256, 64 hexadecimal digits' },
  },
  fieldLine: (text) => `- ${text}`,
  fieldsLead: 'Please check these points. Nothing has been received yet.',
  textLength: (characters, longest) => ` (${count(characters)} characters; at most ${count(longest)})`,

  vote: { approve: 'approved (承認)', disapprove: 'not approved (不承認)' },
  means: { mail: 'e-mail', post: 'post', fax: 'fax', telephone: 'telephone', meeting: 'said in the meeting' },
  choice: {
    source: 'show the source',
    'about-answer': 'About this answer',
    'ask-secretariat': 'ask the secretariat',
    opinion: 'give an opinion',
    'as-new': 'file as another opinion',
    greeting: 'hello',
    'text-done': 'done',
    references: 'show',
    edit: 'edit',
    file: 'submit',
    'file-whole': 'submit unsplit',
    stop: 'stop',
    continue: 'continue',
    discard: 'discard',
    none: 'no opinion',
    mine: 'status',
    'edit-filed': 'edit',
    withdraw: 'withdraw',
    'withdraw-now': 'withdraw',
    reply: 'yes (reply)',
    'not-reply': 'no (a question about the record)',
    claim: 'give my name for confirmation',
    ask: 'Ask a question',
    proof: 'look over the words',
    'proof-agree': 'print it so',
    'proof-correct': 'correct it',
    'send-correction': 'send it',
    annex: 'annex',
    keep: 'do not print',
    print: 'print',
  },
  mail: {
    to: (name, title) => `${name} (${title}),`,
    lead: (committee) => `This is from the secretariat of the ${committee}.`,
    subject: (what, committee) => `${what} - ${committee}`,
    about: (what, about) => `${what} (${about})`,
    news: {
      receipt: 'Receipt',
      edited: 'Receipt of a change',
      withdrawn: 'Receipt of a withdrawal',
      replied: 'Receipt of a reply',
      'question-back': 'A question about your opinion',
      proof: 'Your words as they will be printed',
      'proof-answered': 'Receipt of your answer on the words',
      response: 'Response to your opinion',
      'response-recalled': 'Your response is looked at once more',
      'annex-shared': 'The annex is there',
      'annex-recalled': 'The annex is looked at once more',
      reminder: 'Deadline for opinions',
      'account-confirmed': 'Your account is confirmed',
      digest: 'Daily digest',
      'turn-reply': 'Reply',
      'submission-card': 'Submission',
      'submission-act': 'What was done',
      'account-claim': 'Account to be confirmed',
    },
  },
  byMail: (committee) =>
    `This mail is sent automatically for the secretariat of the ${committee}. Replies to it are not read: please turn to the secretariat directly.`,
  heardWords: 'This is what the secretariat took down. If anything differs, please tell the secretariat.',
  offer: 'It can also be passed to the secretariat as a question.',
  opinions:
    'To give an opinion, send "opinion". You get a receipt number, and the secretariat collects and answers the opinions.',
  privacy: 'The wording of a question reaches the secretariat only when you choose "ask the secretariat".',
}
