import type { OpinionForm } from '../conversation/turn.ts'
import { MemberQuestion } from '../opinions/ask-member.ts'
import { OnBehalf, Vote } from '../opinions/submission.ts'
import { readGivenText, readText } from './given-text.ts'
import { actionOf, formOf } from './office-did.ts'
import { hashFile } from './read-text.ts'
import { actingHelp } from './session.ts'
import { check, type Given, type Group, jsonHelp } from './subcommands.ts'
import { UsageFault } from './usage-fault.ts'

const help = `Files, changes, withdraws and shows opinions (御意見), and asks members back about them.

Usage: npm run -s bot -- opinion submit --text TEXT [OPTIONS]
       npm run -s bot -- opinion none [--call ID] [--vote VOTE] [--on-behalf NAME ... --yes]
       npm run -s bot -- opinion edit RECEIPT [OPTIONS]
       npm run -s bot -- opinion withdraw RECEIPT [--yes]
       npm run -s bot -- opinion reply RECEIPT --text TEXT
       npm run -s bot -- opinion proof RECEIPT [--agree | --text TEXT]
       npm run -s bot -- opinion status RECEIPT
       npm run -s bot -- opinion mine
       npm run -s bot -- opinion discard
       npm run -s bot -- opinion ask RECEIPT --text TEXT [--until DAY]
       npm run -s bot -- opinion undelivered

Options:
  --text TEXT       the text; else what is piped in
  --text-file FILE  a file with the text, in UTF-8
  --call ID         which call it answers, as 2026-1, or standing (随時); needed where several are open
  --subject TEXT    what it is about: a project's number or words of it, 議題1, or 全般 (else)
  --vote VOTE       approve or disapprove, where the call asks for it
  --print-name      let the member's name be printed in published documents
  --no-print-name   for edit: let it not be printed any more
  --no-split        keep the text in one item, whatever headings it has
  --split           for edit: offer its headings as items again
  --on-behalf NAME  for staff: file what this member (name or id) sent or said otherwise
  --means MEANS     with --on-behalf, how it came: mail, post, fax, telephone, meeting
  --day DAY         with --on-behalf, the day on which it came, as 2026-08-20 or 8/20
  --original FILE   with --on-behalf, the file as it came: its SHA-256 is kept
  --yes             file or withdraw it; else it is only shown, and nothing is received
  --agree           for proof: the words may be printed as they are shown; with a text: what is to be corrected
  --until DAY       for ask: the day by which a reply is hoped for, as 2026-09-02
${actingHelp}
${jsonHelp}
  --help            this text

submit without --yes keeps a draft; discard throws it away. ask and undelivered (notices that did not get there) are for staff.
Exit codes: 0 done; 1 refused (the text says why), or the data is faulty; 2 wrong options.
`

const fields = ['text', 'text-file', 'subject', 'vote', 'print-name', 'no-split', 'yes']
const behalf = ['on-behalf', 'means', 'day', 'original']

/** Opinions and what is asked back about them. */
export const opinionGroup: Group = {
  name: 'opinion',
  help,
  options: {
    text: { type: 'string' },
    'text-file': { type: 'string' },
    call: { type: 'string' },
    subject: { type: 'string' },
    vote: { type: 'string' },
    'print-name': { type: 'boolean' },
    'no-print-name': { type: 'boolean' },
    'no-split': { type: 'boolean' },
    split: { type: 'boolean' },
    'on-behalf': { type: 'string' },
    means: { type: 'string' },
    day: { type: 'string' },
    original: { type: 'string' },
    yes: { type: 'boolean' },
    until: { type: 'string' },
    agree: { type: 'boolean' },
  },
  subcommands: {
    submit: {
      words: [],
      options: [...fields, 'call', ...behalf],
      read: async (given, readInput) =>
        formOf({ ...readFields(given), text: await readText(given, readInput), onBehalf: readOnBehalf(given) }),
    },
    edit: {
      words: ['RECEIPT'],
      options: [...fields, 'no-print-name', 'split'],
      read: (given) => formOf({ ...readFields(given), edits: receiptOf(given), text: readGivenText(given) ?? null }),
    },
    none: {
      words: [],
      options: ['call', 'vote', 'yes', ...behalf],
      read: (given) => {
        const onBehalf = readOnBehalf(given)
        if (onBehalf !== null) return formOf({ ...readFields(given), none: true, onBehalf })
        return actionOf('none', [given.text('call') ?? '', readVote(given) ?? ''].join(' ').trimEnd())
      },
    },
    withdraw: {
      words: ['RECEIPT'],
      options: ['yes'],
      read: (given) => actionOf(given.has('yes') ? 'withdraw-now' : 'withdraw', receiptOf(given)),
    },
    reply: {
      words: ['RECEIPT'],
      options: ['text', 'text-file'],
      read: async (given, readInput) =>
        formOf({ name: 'reply', receipt: receiptOf(given), text: await readText(given, readInput) }),
    },
    proof: {
      words: ['RECEIPT'],
      options: ['agree', 'text', 'text-file'],
      read: (given) => {
        const text = readGivenText(given)
        if (given.has('agree') && text !== undefined)
          throw new UsageFault('--agree and a text were both given: give one of them')
        if (text !== undefined) return formOf({ name: 'proof', receipt: receiptOf(given), text })
        return actionOf(given.has('agree') ? 'proof-agree' : 'proof', receiptOf(given))
      },
    },
    status: { words: ['RECEIPT'], options: [], read: (given) => actionOf('submission', receiptOf(given)) },
    mine: { words: [], options: [], read: () => actionOf('mine') },
    discard: { words: [], options: [], read: () => actionOf('discard') },
    ask: {
      words: ['RECEIPT'],
      options: ['text', 'text-file', 'until'],
      read: async (given, readInput) => {
        const { shape } = MemberQuestion
        const text = await readText(given, readInput)
        return formOf({
          name: 'ask-member',
          input: {
            receipt: check(shape.receipt, 'RECEIPT', receiptOf(given), 'give a receipt number, as R8-012'),
            text: check(shape.text, '--text', text, 'give a question of 1 to 2000 characters'),
            until: check(shape.until, '--until', given.text('until') ?? null, 'give a day as 2026-09-02'),
          },
        })
      },
    },
    undelivered: { words: [], options: [], read: () => formOf({ name: 'list-undelivered' }) },
  },
}

function readFields(given: Given): OpinionForm {
  return {
    name: 'opinion',
    edits: null,
    call: given.text('call') ?? null,
    subject: given.text('subject') ?? null,
    text: null,
    vote: readVote(given) ?? null,
    printName: readSwitch(given, 'print-name', 'no-print-name'),
    split: readSwitch(given, 'split', 'no-split'),
    onBehalf: null,
    confirmed: given.has('yes'),
  }
}

function readSwitch(given: Given, on: string, off: string): boolean | null {
  if (given.has(on) && given.has(off)) throw new UsageFault(`--${on} and --${off} were both given: give one of them`)
  return given.has(on) ? true : given.has(off) ? false : null
}

function readVote(given: Given): Vote | undefined {
  const vote = given.text('vote')
  return vote === undefined ? undefined : check(Vote, '--vote', vote, 'known are approve, disapprove')
}

function readOnBehalf(given: Given): OpinionForm['onBehalf'] {
  const member = given.text('on-behalf')
  if (member === undefined) {
    const lonely = behalf.find((name) => given.has(name))
    if (lonely !== undefined) throw new UsageFault(`--${lonely} goes with --on-behalf NAME: give both, or neither`)
    return null
  }
  const meansHint = `known are ${OnBehalf.shape.means.options.join(', ')}`
  const means = check(OnBehalf.shape.means, '--means', given.needed('means', meansHint), meansHint)
  const day = given.needed('day', 'give the day on which it came, as 2026-08-20')
  const original = given.text('original')
  return { member, means, day, original: original === undefined ? null : hashFile(original) }
}

function receiptOf({ words: [receipt = ''] }: Given): string {
  return receipt
}
