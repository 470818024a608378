import { standing } from '../opinions/call.ts'
import { annexFormats } from './annex-form.ts'
import { longestField } from './card-dialog.ts'
import type { DeskDialog, Field, Option } from './desk-dialog.ts'
import { texts } from './reply.ts'
import { sayIn, type View } from './view.ts'

/** What is done with a whole call. */
export const callActs = ['unanswered', 'inquiry', 'annex', 'ledger', 'share', 'publish', 'undo', 'open-call'] as const
export type CallAct = (typeof callActs)[number]

/** Calls that are offered, the newest first. */
const mostCalls = 99

/** The form for an act on a call. */
export async function openCallDialog(act: CallAct, view: View): Promise<DeskDialog> {
  const { dialogs: say } = sayIn(view)
  const frame = { about: { act }, title: say.title[act], submit: say.submit[act], items: [] }
  const calls = await callOptions(view)
  if (act === 'unanswered' && calls.length === 0)
    return { ...frame, submit: null, blocks: texts(say.noCalls), fields: [] }
  const sends = act === 'inquiry' || act === 'annex' || act === 'ledger'
  return { ...frame, blocks: sends ? texts(say.filesGo) : [], fields: fieldsOf(act, calls, view) }
}

function fieldsOf(act: CallAct, calls: readonly Option[], view: View): readonly Field[] {
  const { dialogs: say } = sayIn(view)
  const withStanding = [...calls, { value: standing, label: say.standing }]
  const [newest] = withStanding
  const call = (options: readonly Option[]): Field => ({
    ...({ kind: 'choice', name: 'call', label: say.call, options } as const),
    ...(newest && { initial: newest.value }),
  })
  const of = <T extends string>(options: Readonly<Record<T, string>>) =>
    Object.entries<string>(options).map(([value, label]) => ({ value, label }))
  const names = { kind: 'choice', name: 'names', label: say.names, options: of(say.namesOf), initial: 'none' } as const
  const line = (name: string, label: string, most: number, hint?: string): Field => ({
    ...{ kind: 'text', name, label, most },
    ...(hint === undefined ? {} : { hint }),
  })
  const lines = (name: string, label: string, most: number, hint?: string): Field => ({
    ...{ kind: 'text', name, label, most, lines: true },
    ...(hint === undefined ? {} : { hint }),
  })
  switch (act) {
    case 'unanswered':
      return [call(withStanding)]
    case 'inquiry':
      return [
        call(withStanding),
        { kind: 'day', name: 'due', label: say.dueDay },
        lines('contact', say.contact, 500, say.contactHint),
      ]
    case 'annex': {
      const formats = annexFormats.map((value) => ({ value, label: say.formats[value] }))
      return [
        call(withStanding),
        { kind: 'choice', name: 'format', label: say.format, options: formats, initial: 'docx' },
        names,
      ]
    }
    case 'ledger':
      return [{ ...call(withStanding), optional: true }]
    case 'share':
      return [
        call(withStanding),
        { kind: 'day', name: 'decided', label: say.decided },
        line('number', say.number, 100),
        line('post', say.post, 100),
        names,
      ]
    case 'publish':
      return [
        call(withStanding),
        { kind: 'day', name: 'day', label: say.publishDay },
        line('address', say.address, 500),
      ]
    case 'undo':
      return [call(withStanding), lines('reason', say.reason, 500)]
    case 'open-call':
      return [
        line('id', say.callId, 8, say.callIdHint),
        line('name', say.callName, 100, say.callNameHint),
        { kind: 'day', name: 'deadline', label: say.callDay },
        { ...lines('agenda', say.agenda, longestField, say.agendaHint), optional: true },
      ]
  }
}

async function callOptions({ records }: View): Promise<readonly Option[]> {
  const calls = (await records.list('calls')).map(({ value }) => value).toSorted((a, b) => b.opened - a.opened)
  return calls.slice(0, mostCalls).map(({ id, name }) => ({ value: id, label: `${name}（${id}）` }))
}
