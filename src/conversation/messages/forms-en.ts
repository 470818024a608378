import { datesEn } from './dates.ts'
import type { formsJa } from './forms-ja.ts'

/** The same in English. */
export const formsEn: typeof formsJa = {
  opinion: {
    title: 'Your opinion',
    editTitle: (receipt) => `Change ${receipt}`,
    next: 'Review',
    lead: 'On the next page you see exactly what will be submitted. Nothing has been accepted yet.',
    waits: 'This is the opinion that you have begun.',
    added: 'What you have just written stands behind the opinion that you have begun.',
    reference: (time) =>
      `Reference: the message of ${time} (neither its words nor who wrote it are copied; please use your own words)`,
    call: 'Call for opinions',
    callPlaceholder: 'Please choose',
    subject: 'Subject (agenda item or project)',
    subjectPlaceholder: 'Search by number or words',
    subjectHint: 'Leave it empty where it is about no agenda item or project in particular (general).',
    vote: 'Approval',
    voteHint: (calls) => `Please choose for ${calls}.`,
    text: 'Text',
    textHint:
      'Up to 6,000 characters. A longer text can be given in several messages: send "opinion" in the chat with this service.',
    /** The button that opens the form for what is being written in messages. */
    inForm: 'Write in a form',
    more: 'Text (continued)',
    moreHint:
      'For what goes beyond 3,000 characters. A text of more than 6,000 characters is taken in the direct message: send "opinion" there.',
    print: 'Print your name in the published documents',
    printHint: 'The secretariat sees in any case whose opinion it is.',
    member: 'Member',
    means: 'How it came',
    day: 'Day on which it came or was said',
    original: 'Check value of the original (SHA-256)',
    tooLong: (characters) =>
      `The text has ${characters.toLocaleString('en')} characters, more than this form takes, and is kept as a draft. Nothing has been accepted yet. Send "continue" in the direct message to go on.`,
    inDirect: 'Send "continue" in the direct message to go on with what you have begun. Nothing has been accepted yet.',
    faults: {
      call: { missing: 'Please choose a call.', unknown: 'This call is closed. Please choose another.' },
      subject: {
        unknown: 'No such agenda item or project was found. Please choose again.',
        several: 'There are several such projects. Please choose one.',
      },
      text: { missing: 'Please write your opinion.', 'too-long': 'A text may have up to 10,000 characters.' },
      vote: { missing: 'Please choose whether you approve.', unknown: 'Please choose whether you approve.' },
      member: {
        unknown: 'The member is not on the roster. Please choose again.',
        several: 'There are several members of this name. Please write the id of the roster.',
      },
      means: { unknown: 'Please choose how it came.' },
      day: { unknown: 'Please choose a day up to today.' },
      original: { unknown: 'The check value is a SHA-256 of 64 hexadecimal digits.' },
    },
  },
  confirm: { title: 'Please check', file: 'Submit', editFile: 'Change it' },
  back: 'Back',
  done: 'Accepted',
  alsoDirect: 'The same is sent to you as a direct message. What follows is sent there too.',
  notice: 'Notice',
  reply: {
    title: 'Your reply',
    text: 'Reply',
    hint: 'Up to 3,000 characters. Please send a longer text as a direct message.',
    send: 'Send',
  },
  proof: {
    title: 'Text check',
    text: 'What should be corrected',
    hint: 'Up to 3,000 characters. For a longer text send "correct it" as a direct message.',
    send: 'Send',
  },
  claim: { title: 'Roster check', text: 'Your name', hint: 'Up to 100 characters.', send: 'Send' },
  ask: {
    title: 'Ask a question',
    text: 'Question',
    hint: 'The answer stays in the direct message too.',
    send: 'Ask',
    answer: 'Answer',
  },
  home: {
    lead: [
      'Questions about the published documents are answered in the words of the documents, with their source.',
      'Opinions are taken once you have seen exactly what will be submitted; you receive a receipt number.',
    ],
    calls: 'Calls for opinions',
    noCalls: 'No call is open to you now. Opinions are taken at any time.',
    call: (name, deadline, answered) =>
      [
        name,
        ...(deadline === null ? [] : [`deadline ${datesEn.minute(deadline)}`]),
        answered === null
          ? 'nothing has been accepted yet'
          : answered === 'none'
            ? '"no opinion" was accepted'
            : 'your opinion was accepted',
      ].join(' · '),
    staffCall: (name, deadline) => (deadline === null ? name : `${name} · deadline ${datesEn.minute(deadline)}`),
    draft: 'An opinion that you have begun',
    draftLine: (text) => `${text === null ? '' : `「${text}」 `}Nothing has been accepted yet. It is kept for 30 days.`,
    goOn: 'Continue',
    mine: 'What was accepted',
    more: (number) => `For ${number} more, send their receipt number as a direct message.`,
    state: (state) => `Status: ${state}`,
    see: 'Show',
    guest:
      'Opinions are taken from members of the roster. If you are a member, please give your name. The secretariat compares it with the roster and tells you in the direct message.',
    claimed: (name) => `The secretariat has been asked to confirm 「${name}」. You will be told in the direct message.`,
    claim: 'Ask to be confirmed',
    staff: 'For staff: opinions are filed on behalf by "Give an opinion", all else in the channel of the secretariat.',
    withdraw: 'Withdraw',
    keep: 'Do not withdraw',
    discardAsk: 'The draft is discarded for good.',
    discard: 'Discard',
    keepDraft: 'Keep it',
  },
}
