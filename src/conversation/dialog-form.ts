import type { About, Fault, Values } from './desk-dialog.ts'
import { Form } from './turn.ts'
import { sayIn, type View } from './view.ts'

/** What is sent as it was filled in: the form that it is, or what is wrong with which field. */
export type Filled = { readonly form: Form } | { readonly faults: readonly [Fault, ...Fault[]] }

/** Reads what was filled in; `fields` are the names of those that there were. What may be done is decided where it is taken. */
export function readFilled(about: About, values: Values, view: Pick<View, 'language'>): Filled {
  const fault = missing(about, values, view)
  if (fault !== undefined) return { faults: [fault] }
  const read = Form.safeParse(formOf(about, values))
  if (read.success) return { form: read.data }
  const names = read.error.issues.flatMap(({ path }) => path.filter((one) => typeof one === 'string'))
  const known = Object.keys(values)
  const field = names.findLast((name) => known.includes(name)) ?? known[0] ?? ''
  return { faults: [{ field, says: sayIn(view).dialogs.wrong }] }
}

const one = (values: Values, name: string): string | undefined => values[name]?.[0]

/** What only two fields together say. */
function missing({ act }: About, values: Values, view: Pick<View, 'language'>): Fault | undefined {
  const { dialogs: say } = sayIn(view)
  if (act === 'dispose' && one(values, 'as') === 'with' && one(values, 'with') === undefined)
    return { field: 'with', says: say.withMissing }
  if (act !== 'respond') return undefined
  const text = responseText(values)
  const keeps = one(values, 'keep') !== undefined
  return text !== '' || keeps
    ? undefined
    : { field: 'text', says: values.keep === undefined ? say.textMissing : say.textOrKeep }
}

function formOf({ act, receipt, item = '', seen, all, response, account, order }: About, values: Values): unknown {
  const target = { item, seen: seen ?? null }
  const targets = one(values, 'all') === undefined ? [target] : (all ?? [target])
  const text = one(values, 'text') ?? ''
  const call = one(values, 'call')
  const queue = (input: object) => ({ name: 'queue', act: { ...input } })
  const release = (input: object) => ({ name: 'release', act: { ...input } })
  switch (act) {
    case 'assign': {
      const divisions = { lead: one(values, 'lead'), others: values.others ?? [] }
      return queue({ do: act, input: { targets, divisions } })
    }
    case 'dispose': {
      const as = one(values, 'as')
      if (as !== 'with') return queue({ do: act, input: { targets, as } })
      const lead = one(values, 'with')
      const others = targets.filter((other) => other.item !== lead || targets.length === 1)
      return queue({ do: 'group', input: { lead: { item: lead, seen: null }, targets: others } })
    }
    case 'respond': {
      const keeps = one(values, 'keep') !== undefined
      return queue({ do: act, input: { target, text: keeps ? null : responseText(values) } })
    }
    case 'check':
      return queue({ do: act, input: { target, response } })
    case 'note':
      return queue({ do: act, input: { target, text } })
    case 'ask':
      return queue({
        do: act,
        target: item === '' ? { item: receipt, seen: null } : target,
        text,
        until: one(values, 'until') ?? null,
      })
    case 'due':
      return queue({ do: act, input: { targets, day: one(values, 'day') ?? null } })
    case 'claim':
      return { name: 'confirm-account', input: { account, person: one(values, 'person') } }
    case 'unanswered':
      return { name: 'show-call', call }
    case 'inquiry': {
      const { due, contact } = { due: one(values, 'due'), contact: one(values, 'contact') }
      const input =
        order === undefined ? { call, due, divisions: [], contact, accept: false } : { ...order, accept: true }
      return { name: 'inquiry', act: { do: 'write', input } }
    }
    case 'annex':
      return { name: 'annex', act: { do: 'show', call, names: one(values, 'names'), format: one(values, 'format') } }
    case 'ledger':
      return { name: 'annex', act: { do: 'ledger', call: call ?? null } }
    case 'share': {
      const [decided, number, post, names] = ['decided', 'number', 'post', 'names'].map((name) => one(values, name))
      return release({ do: act, call, decided, number, post, names })
    }
    case 'publish':
      return release({ do: act, call, day: one(values, 'day'), address: one(values, 'address') })
    case 'undo':
      return release({ do: act, call, reason: one(values, 'reason') })
    case 'open-call': {
      const agenda = (one(values, 'agenda') ?? '').split('\n').filter((line) => line.trim() !== '')
      const [id, name, deadline] = ['id', 'name', 'deadline'].map((field) => one(values, field))
      const rest = { form: 'meeting', approval: false, agenda, documents: [], asked: 'all' }
      return { name: act, input: { id: id?.trim(), name, deadline, ...rest } }
    }
    case 'see':
    case 'list':
    case 'digest':
    case 'take':
      return undefined
  }
}

/** Two fields are one text, with a line's end between them. */
function responseText(values: Values): string {
  return [one(values, 'text'), one(values, 'more')]
    .filter((text) => text !== undefined && text.trim() !== '')
    .join('\n')
}

/** Fields that a refusal is about, by its code: the first that there is. */
const fieldsOfRefusal: Readonly<Record<string, readonly string[]>> = {
  'closed-day': ['day', 'until', 'due', 'deadline'],
  'day-past': ['day'],
  'until-past': ['until'],
  'deadline-past': ['due', 'deadline'],
  'day-later': ['day'],
  'before-share': ['day'],
  'decided-later': ['decided'],
  'unknown-division': ['lead'],
  'unknown-item': ['with'],
  'with-itself': ['with'],
  'other-call': ['with'],
  'lead-not-answered': ['with'],
  'response-unchanged': ['text'],
  'unknown-person': ['person'],
  'ambiguous-person': ['person'],
  'call-exists': ['id'],
  'unknown-call': ['call'],
  'unknown-annex': ['call'],
  'no-divisions': ['call'],
  'call-open': ['call'],
  'nothing-to-share': ['call'],
  'already-shared': ['call'],
  'not-shared': ['call'],
  'which-release': ['call'],
  'already-published': ['call'],
}

/** The field that a refusal is about, of those that there are. */
export function fieldOfRefusal(why: string, fields: readonly string[]): string | undefined {
  return fieldsOfRefusal[why]?.find((field) => fields.includes(field))
}
