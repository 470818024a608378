import { dayOf } from '../opinions/day.ts'
import { divisionsOf, fiscalYearOfCall } from '../opinions/find-division.ts'
import { type ItemView, readItemsOf } from '../opinions/read-queue-item.ts'
import { type About, type DeskDialog, type Field, mostTogether, type Option } from './desk-dialog.ts'
import { type Block, texts } from './reply.ts'
import { sayIn, type View } from './view.ts'
import { visibleText } from './visible-text.ts'

/** What is done to one item of a submission. */
export const itemActs = ['assign', 'dispose', 'respond', 'check', 'note', 'ask', 'due'] as const
export type ItemAct = (typeof itemActs)[number]

/** Options that a list takes; of more one is looked for. */
const mostOptions = 100
/** Characters by which an item is recognised in a list. */
const startLength = 40
/** UTF-16 units that one field takes. */
export const longestField = 3000

/** The form for an act on an item of a submission: the one that is named, else the first. Its version is read now. */
export async function openItemDialog(act: ItemAct, about: About, view: View): Promise<DeskDialog> {
  const { dialogs, queue } = sayIn(view)
  const { items } = await readItemsOf(view.records, about.receipt ?? '', dayOf(view.at), view.calendar)
  const item = items.find((one) => one.item === about.item) ?? items[0]
  const frame = {
    title: dialogs.title[act],
    submit: dialogs.submit[act],
    items: items.map((one) => itemOption(one, view)),
  }
  if (item === undefined) {
    const said = texts(queue.refused['no-items'](about.receipt ?? ''))
    return { about: { act }, ...frame, submit: null, blocks: said, fields: [], items: [] }
  }
  const together = act === 'assign' || act === 'dispose' || act === 'due'
  const all =
    together && items.length > 1 && items.length <= mostTogether
      ? items.map(({ item: id, seen }) => ({ item: id, seen }))
      : []
  const now = { act, receipt: item.receipt, item: item.item, seen: item.seen, ...(all.length > 0 && { all }) }
  const response = act === 'check' ? newest(item)?.number : undefined
  const missing = act === 'check' && response === undefined
  const fields = missing ? [] : await fieldsOf(act, item, view)
  const none = act === 'assign' && fields.length === 0
  return {
    about: response === undefined ? now : { ...now, response },
    ...frame,
    submit: missing || none ? null : frame.submit,
    blocks: [
      ...wordsOf(item, view),
      ...(act === 'check' || act === 'respond' ? responseBlocks(act, item, view) : []),
      ...(missing ? texts(queue.refused['no-response'](item.item)) : []),
      ...(none ? texts(dialogs.noDivisions(yearOf(item, view))) : []),
    ],
    fields: none || all.length === 0 ? fields : [...fields, allField(all.length, view)],
  }
}

/** Whether it is done to every item of the submission. */
function allField(number: number, view: View): Field {
  const { dialogs: say } = sayIn(view)
  const options = [{ value: 'all', label: say.all(number) }]
  return { kind: 'boxes', name: 'all', label: say.allLabel, options, optional: true }
}

/** An item as it is recognised in a list. */
export function itemOption({ item, words }: Pick<ItemView, 'item' | 'words'>, view: Pick<View, 'language'>): Option {
  const start = [...visibleText(words.split('\n')[0] ?? '')].slice(0, startLength).join('')
  return { value: item, label: sayIn(view).dialogs.itemOption(item, start) }
}

function wordsOf({ item, words }: ItemView, view: View): readonly Block[] {
  return [...texts(`${sayIn(view).dialogs.wordsNow} ${item}`), { kind: 'words', text: words }]
}

function newest({ responses, response }: ItemView) {
  return responses.find(({ number }) => number === response)
}

/** The draft as it counts now: all of it where it is checked; where it is written, only what no field shows. */
function responseBlocks(act: ItemAct, item: ItemView, view: View): readonly Block[] {
  const { dialogs } = sayIn(view)
  const draft = newest(item)
  if (draft === undefined) return []
  if (act === 'respond') return inFields(draft.text) === undefined ? texts(dialogs.textLong) : []
  return [...texts(dialogs.responseNow(draft.number)), { kind: 'words', text: draft.text }]
}

async function fieldsOf(act: ItemAct, item: ItemView, view: View): Promise<readonly Field[]> {
  const { dialogs: say } = sayIn(view)
  switch (act) {
    case 'assign':
      return await divisionFields(item, view)
    case 'dispose': {
      const { disposition } = item
      const initial = disposition?.kind
      const withItem = disposition?.kind === 'with' ? { value: disposition.item, label: disposition.item } : undefined
      const options = (['answer', 'none', 'with'] as const).map((value) => ({ value, label: say.dispositions[value] }))
      return [
        { kind: 'radio', name: 'as', label: say.disposition, options, ...(initial && { initial }) },
        {
          kind: 'search',
          of: 'items',
          name: 'with',
          label: say.with,
          hint: say.withHint,
          optional: true,
          ...(withItem && { initial: [withItem] }),
        },
      ]
    }
    case 'respond':
      return responseFields(item, view)
    case 'check':
      return []
    case 'note':
      return [{ kind: 'text', name: 'text', label: say.note, most: longestField, lines: true }]
    case 'ask':
      return [
        { kind: 'text', name: 'text', label: say.question, hint: say.questionHint, most: 2000, lines: true },
        { kind: 'day', name: 'until', label: say.until, hint: say.untilHint, optional: true },
      ]
    case 'due': {
      const initial = item.due?.of === 'item' ? item.due.day : undefined
      return [
        { kind: 'day', name: 'day', label: say.day, ...(initial && { initial, hint: say.dayHint, optional: true }) },
      ]
    }
  }
}

async function divisionFields(item: ItemView, view: View): Promise<readonly Field[]> {
  const { dialogs: say } = sayIn(view)
  const divisions = await divisionsOf(view.records, yearOf(item, view))
  if (divisions.length === 0) return []
  const options = divisions.map(({ id, name }) => ({ value: id, label: name }))
  const { lead, others } = item.divisions
  const chosen = options.find(({ value }) => value === lead)
  const besides = others.filter((id) => options.some(({ value }) => value === id))
  if (options.length > mostOptions)
    return [
      { kind: 'search', of: 'divisions', name: 'lead', label: say.lead, ...(chosen && { initial: [chosen] }) },
      {
        ...({ kind: 'searches', of: 'divisions', name: 'others', label: say.others, optional: true } as const),
        initial: options.filter(({ value }) => besides.includes(value)),
      },
    ]
  return [
    { kind: 'choice', name: 'lead', label: say.lead, options, ...(chosen && { initial: chosen.value }) },
    {
      kind: 'choices',
      name: 'others',
      label: say.others,
      options,
      optional: true,
      ...(besides.length > 0 && { initial: besides }),
    },
  ]
}

function responseFields(item: ItemView, view: View): readonly Field[] {
  const { dialogs: say } = sayIn(view)
  const draft = newest(item)
  const [first = '', second = ''] = (draft && inFields(draft.text)) ?? []
  const keep = {
    kind: 'boxes',
    name: 'keep',
    label: say.keepLabel,
    options: [{ value: 'keep', label: say.keep }],
  } as const
  const text = { kind: 'text', most: longestField, lines: true, optional: true } as const
  return [
    { ...text, name: 'text', label: say.text, hint: say.textHint, ...(first !== '' && { initial: first }) },
    { ...text, name: 'more', label: say.textMore, ...(second !== '' && { initial: second }) },
    // Only where the same words may be a version of their own: for newer words, or where a division is waited for.
    ...(draft !== undefined && (item.outdated || item.inquired !== null) ? [{ ...keep, optional: true }] : []),
  ]
}

/** A text in two fields, parted at a line's end; undefined where they cannot hold it so. */
function inFields(text: string): readonly [string, string] | undefined {
  if (text.length <= longestField) return [text, '']
  const end = text.lastIndexOf('\n', longestField)
  const rest = text.slice(end + 1)
  return end <= 0 || rest.length > longestField ? undefined : [text.slice(0, end), rest]
}

function yearOf({ call }: ItemView, view: View): number {
  return fiscalYearOfCall(call, dayOf(view.at))
}
