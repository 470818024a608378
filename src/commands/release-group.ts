import type { ReleaseAct } from '../conversation/release-form.ts'
import type { Did } from '../conversation/turn.ts'
import { Publishing } from '../opinions/publish.ts'
import { ReleasedCall } from '../opinions/releases.ts'
import { ProofRound } from '../opinions/send-proofs.ts'
import { PrintText } from '../opinions/set-print.ts'
import { Sharing } from '../opinions/share.ts'
import { ReleaseUndo } from '../opinions/undo-release.ts'
import { formOf } from './office-did.ts'
import { readTextFile } from './read-text.ts'
import { actingHelp } from './session.ts'
import { check, type Given, type Group, jsonHelp } from './subcommands.ts'
import { UsageFault } from './usage-fault.ts'

const help = `Sets words for print, has members look at them, shares annexes with the members and notes that they are public (文面の確認、委員共有、公表). For staff.

Usage: npm run -s bot -- release print ITEM --text TEXT|--text-file FILE|--as-written
       npm run -s bot -- release check --call ID --until DAY [RECEIPT ...]
       npm run -s bot -- release share --call ID --decided DAY --number TEXT --post TEXT [--names NAMES]
       npm run -s bot -- release publish --call ID --day DAY --address URL
       npm run -s bot -- release undo --call ID --reason TEXT
       npm run -s bot -- release show [--call ID]

Options:
  --text TEXT       an item's words as they are to be printed
  --text-file FILE  a file with them, in UTF-8
  --as-written      print the item as its member wrote it
  --call ID         the call, as 2026-1, or standing (随時); for publish and undo also one sharing of it, as standing-2
  --until DAY       the day by which members answer, as 2026-09-18; without an answer it is printed so
  --decided DAY     the day of the decision (決裁日), as 2026-09-24
  --number TEXT     its number (決裁番号)
  --post TEXT       the post that decided (決裁者の職)
  --names NAMES     names printed: none (else), chosen (of members who chose so), letters (委員A, B)
  --day DAY         the day of publication, as 2026-10-01
  --address URL     where it is published, with https:// or http://
  --reason TEXT     why it is taken back; it is kept
${actingHelp}
${jsonHelp}
  --help            this text

check without receipts asks all who have not agreed and are not waited for. share refuses what is not ready and lists it.
undo takes back what was done last, publish or else share, on the same day in Japan only.
Exit codes: 0 done; 1 refused (the text says why), or the data is faulty; 2 wrong options.
`

const callHint = 'give a call as 2026-1, or standing'
const dayHint = 'give a day as 2026-09-18'
const receiptHint = 'give receipt numbers, as R8-012, 1000 at most'
const lineHint = 'give 1 to 100 characters'
const textHint = 'give --text TEXT, --text-file FILE or --as-written'

/** Text check, sharing and publication. */
export const releaseGroup: Group = {
  name: 'release',
  help,
  options: {
    text: { type: 'string' },
    'text-file': { type: 'string' },
    'as-written': { type: 'boolean' },
    call: { type: 'string' },
    until: { type: 'string' },
    decided: { type: 'string' },
    number: { type: 'string' },
    post: { type: 'string' },
    names: { type: 'string' },
    day: { type: 'string' },
    address: { type: 'string' },
    reason: { type: 'string' },
  },
  subcommands: {
    print: {
      words: ['ITEM'],
      options: ['text', 'text-file', 'as-written'],
      read: (given) => {
        const item = check(PrintText.shape.item, 'ITEM', given.words[0], 'give an item, as R8-012-1')
        return act({ do: 'print', item, text: readWords(given) })
      },
    },
    check: {
      words: [],
      more: true,
      options: ['call', 'until'],
      read: (given) => {
        const { shape } = ProofRound
        return act({
          do: 'check',
          call: readCallId(given),
          until: check(shape.until, '--until', given.needed('until', dayHint), dayHint),
          receipts: check(shape.receipts, 'RECEIPT', given.words, receiptHint),
        })
      },
    },
    share: {
      words: [],
      options: ['call', 'decided', 'number', 'post', 'names'],
      read: (given) => {
        const { shape } = Sharing
        const namesHint = `known are ${shape.names.options.join(', ')}`
        return act({
          do: 'share',
          call: readCallId(given),
          decided: check(shape.decided, '--decided', given.needed('decided', dayHint), dayHint),
          number: check(shape.number, '--number', given.needed('number', lineHint), lineHint),
          post: check(shape.post, '--post', given.needed('post', lineHint), lineHint),
          names: check(shape.names, '--names', given.text('names') ?? 'none', namesHint),
        })
      },
    },
    publish: {
      words: [],
      options: ['call', 'day', 'address'],
      read: (given) => {
        const { shape } = Publishing
        const addressHint = 'give an address of at most 500 characters that begins with https:// or http://'
        return act({
          do: 'publish',
          call: readRelease(given),
          day: check(shape.day, '--day', given.needed('day', dayHint), dayHint),
          address: check(shape.address, '--address', given.needed('address', addressHint), addressHint),
        })
      },
    },
    undo: {
      words: [],
      options: ['call', 'reason'],
      read: (given) => {
        const reasonHint = 'say why in 1 to 500 characters'
        const reason = check(ReleaseUndo.shape.reason, '--reason', given.needed('reason', reasonHint), reasonHint)
        return act({ do: 'undo', call: readRelease(given), reason })
      },
    },
    show: {
      words: [],
      options: ['call'],
      read: (given) => act({ do: 'show', call: given.text('call') === undefined ? null : readCallId(given) }),
    },
  },
}

function act(one: ReleaseAct): Did {
  return formOf({ name: 'release', act: one })
}

function readCallId(given: Given): string {
  return check(ReleasedCall, '--call', given.needed('call', callHint), callHint)
}

function readRelease(given: Given): string {
  const hint = `${callHint}, or one sharing of it, as standing-2`
  return check(Publishing.shape.call, '--call', given.needed('call', hint), hint)
}

/** Null where the words are to be printed as they were written. */
function readWords(given: Given): string | null {
  const ways = ['text', 'text-file', 'as-written'].filter((name) => given.has(name))
  if (ways.length !== 1)
    throw new UsageFault(
      ways.length === 0 ? `no text given: ${textHint}` : `--${ways.join(' and --')} were given: give one of them`,
    )
  const file = given.text('text-file')
  const text = file === undefined ? given.text('text') : readTextFile(file)
  if (text === undefined) return null
  return check(PrintText.shape.text, '--text', text, 'give a text of 1 to 10,000 characters')
}
