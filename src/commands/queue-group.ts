import type { QueueAct } from '../conversation/queue-form.ts'
import { readText } from './given-text.ts'
import { formOf } from './office-did.ts'
import {
  readAssign,
  readDay,
  readListing,
  readNumber,
  readTable,
  readTarget,
  readTargets,
  shape,
} from './queue-given.ts'
import { actingHelp } from './session.ts'
import { check, type Group, jsonHelp } from './subcommands.ts'
import { UsageFault } from './usage-fault.ts'

const help = `Handles the items (項目) of opinions: who answers which by when, drafts, checks and notes. For staff.

Usage: npm run -s bot -- queue list [--call ID] [--state STATE] [--division NAME] [--project TEXT]
                                    [--disposition KIND] [--until DAY] [--overdue]
       npm run -s bot -- queue show ITEM|RECEIPT
       npm run -s bot -- queue split ITEM [--at WORDS ...]
       npm run -s bot -- queue join ITEM ITEM...
       npm run -s bot -- queue dispose ITEM... --answer|--none
       npm run -s bot -- queue group LEAD ITEM...
       npm run -s bot -- queue assign ITEM... --division NAME [--with NAME ...]
       npm run -s bot -- queue assign --from-table --call ID
       npm run -s bot -- queue table [--project TEXT --division NAME [--with NAME ...]]
       npm run -s bot -- queue due ITEM... --until DAY|--none
       npm run -s bot -- queue note ITEM --text TEXT
       npm run -s bot -- queue ask ITEM --text TEXT [--until DAY]
       npm run -s bot -- queue respond ITEM --text TEXT|--keep
       npm run -s bot -- queue check ITEM --response NUMBER
       npm run -s bot -- queue suggest ITEM

Options:
  --call ID         of this call, as 2026-1, or standing (随時)
  --state STATE     new, to-answer, inquired, to-check, checked, no-answer, together (steps of items), received, asked,
                    considering, answered, published, withdrawn (states of opinions), or the Japanese word of the list
  --division NAME   a division (name or id): in charge or asked besides; nobody in a list: none is named yet
  --with NAME       a division that is asked besides; may be given several times
  --project TEXT    a project's number or words of it
  --disposition KIND  answer, none, with (answered together with another), undecided
  --until DAY       a day as 2026-09-10: due by then, or (ask) the day by which a reply is hoped for
  --overdue         only what is overdue
  --at WORDS        the words with which a further part begins; may be given several times; else its headings and bullets
  --answer          it is answered by a response of its own
  --none            dispose: no answer is needed; due: take the day away
  --from-table      for all items of a call that nobody has chosen for: as the table of divisions says
  --text TEXT       the text; else what is piped in
  --text-file FILE  a file with the text, in UTF-8
  --keep            respond: the present draft holds as it is, for the new wording or without the division's answer
  --response NUMBER the version of the response that was read
  --seen VERSION    the version that "queue show" gave: refused where the item has changed since
${actingHelp}
${jsonHelp}
  --help            this text

suggest asks the language model for a draft, with passages that it may rest on, like items, and what a division would have to
answer. It is shown and kept nowhere: a person writes the response. The opinion is sent to the model only where
MODEL_MAY_SEE_OPINIONS is on, without names.
ITEM is as R8-012-1; a receipt means its item where it has only one. LEAD is the item whose response answers the others too.
Exit codes: 0 done; 1 refused (the text says why), or the data is faulty; 2 wrong options.
`

const act = (one: QueueAct) => formOf({ name: 'queue', act: one })

/** The queue of items. */
export const queueGroup: Group = {
  name: 'queue',
  help,
  options: {
    call: { type: 'string' },
    state: { type: 'string' },
    division: { type: 'string' },
    with: { type: 'string', multiple: true },
    project: { type: 'string' },
    disposition: { type: 'string' },
    until: { type: 'string' },
    overdue: { type: 'boolean' },
    at: { type: 'string', multiple: true },
    answer: { type: 'boolean' },
    none: { type: 'boolean' },
    'from-table': { type: 'boolean' },
    text: { type: 'string' },
    'text-file': { type: 'string' },
    keep: { type: 'boolean' },
    response: { type: 'string' },
    seen: { type: 'string' },
  },
  subcommands: {
    list: {
      words: [],
      options: ['call', 'state', 'division', 'project', 'disposition', 'until', 'overdue'],
      read: (given) => act(readListing(given)),
    },
    show: {
      words: ['ITEM|RECEIPT'],
      options: [],
      read: ({ words: [about = ''] }) => act({ do: 'show', about: check(shape.about, 'ITEM', about, shape.itemHint) }),
    },
    split: {
      words: ['ITEM'],
      options: ['at', 'seen'],
      read: (given) => {
        const at = check(shape.at, '--at', given.texts('at'), 'give words of the item, of 1 to 500 characters each')
        return act({ do: 'split', input: { target: readTarget(given), at } })
      },
    },
    join: {
      words: ['ITEM', 'ITEM'],
      more: true,
      options: [],
      read: (given) => act({ do: 'join', input: { targets: readTargets(given) } }),
    },
    dispose: {
      words: ['ITEM'],
      more: true,
      options: ['answer', 'none', 'seen'],
      read: (given) => {
        if (given.has('answer') === given.has('none')) throw new UsageFault('give --answer or --none, one of them')
        const as = given.has('none') ? 'none' : 'answer'
        return act({ do: 'dispose', input: { targets: readTargets(given), as } })
      },
    },
    group: {
      words: ['LEAD', 'ITEM'],
      more: true,
      options: [],
      read: (given) => {
        const [lead = readTarget(given), ...targets] = readTargets(given)
        return act({ do: 'group', input: { lead, targets } })
      },
    },
    assign: {
      words: [],
      more: true,
      options: ['division', 'with', 'from-table', 'call', 'seen'],
      read: (given) => act(readAssign(given)),
    },
    table: { words: [], options: ['project', 'division', 'with'], read: (given) => act(readTable(given)) },
    due: {
      words: ['ITEM'],
      more: true,
      options: ['until', 'none', 'seen'],
      read: (given) => {
        if (given.has('until') === given.has('none')) throw new UsageFault('give --until DAY or --none, one of them')
        return act({ do: 'due', input: { targets: readTargets(given), day: readDay(given) } })
      },
    },
    note: {
      words: ['ITEM'],
      options: ['text', 'text-file', 'seen'],
      read: async (given, readInput) => {
        const text = await readText(given, readInput)
        const checked = check(shape.note, '--text', text, 'give a note of 1 to 4000 characters')
        return act({ do: 'note', input: { target: readTarget(given), text: checked } })
      },
    },
    ask: {
      words: ['ITEM'],
      options: ['text', 'text-file', 'until', 'seen'],
      read: async (given, readInput) => {
        const text = await readText(given, readInput)
        const checked = check(shape.question, '--text', text, 'give a question of 1 to 2000 characters')
        return act({ do: 'ask', target: readTarget(given), text: checked, until: readDay(given) })
      },
    },
    respond: {
      words: ['ITEM'],
      options: ['text', 'text-file', 'keep', 'seen'],
      read: async (given, readInput) => {
        if (given.has('keep') && (given.has('text') || given.has('text-file')))
          throw new UsageFault('--keep keeps the present draft: leave the text out, or leave --keep out')
        const text = given.has('keep') ? null : await readText(given, readInput)
        const checked = check(shape.response, '--text', text, 'give a response of 1 to 10000 characters')
        return act({ do: 'respond', input: { target: readTarget(given), text: checked } })
      },
    },
    suggest: {
      words: ['ITEM'],
      options: ['seen'],
      read: (given) => act({ do: 'suggest', target: readTarget(given) }),
    },
    check: {
      words: ['ITEM'],
      options: ['response', 'seen'],
      read: (given) => {
        const hint = 'give the version of the response that was read, as "queue show" numbers it'
        const response = check(shape.number, '--response', readNumber(given.needed('response', hint)), hint)
        return act({ do: 'check', input: { target: readTarget(given), response } })
      },
    },
  },
}
