import type { Actor } from '../opinions/decision.ts'
import { type ItemAct, itemActs, openItemDialog } from './card-dialog.ts'
import type { About, DeskDialog, Field } from './desk-dialog.ts'
import { notStaff } from './not-staff.ts'
import { type CallAct, callActs, openCallDialog } from './panel-dialog.ts'
import { type Block, texts } from './reply.ts'
import type { Outcome } from './settle-turn.ts'
import type { Form } from './turn.ts'
import { sayIn, type View } from './view.ts'

/** A look that an act is, without anything to fill in; undefined where it is a form. */
export function lookOf({ act, receipt = '' }: About): Form | undefined {
  switch (act) {
    case 'see':
      return { name: 'queue', act: { do: 'show', about: receipt } }
    case 'list': {
      const any = { call: null, state: null, division: null, project: null, disposition: null, until: null }
      return { name: 'queue', act: { do: 'list', ...any, overdue: false } }
    }
    case 'digest':
      return { name: 'digest', act: { do: 'show', day: null } }
    default:
      return undefined
  }
}

/** The form by which a dropped file is taken in: what it would do, and which responses of the secretariat's it may replace. */
export function takeDialog(
  about: About,
  { told, actor }: Pick<Outcome, 'told' | 'actor'>,
  blocks: readonly Block[],
): DeskDialog {
  const { dialogs: say } = sayIn(actor)
  const [preview] = told.flatMap((one) =>
    one.kind === 'inquiry' && one.told.kind === 'inquiry-take-preview' ? [one.told] : [],
  )
  const answers = preview?.answers ?? []
  const kept = answers.flatMap(({ item, fate }) => (fate.kind === 'kept' ? [{ value: item, label: item }] : []))
  const taken = answers.some(({ fate }) => ['new', 'changed', 'unchanged', 'beside', 'kept'].includes(fate.kind))
  const ready = preview !== undefined && preview.faults.length === 0 && taken
  const replace: Field = {
    ...({ kind: 'choices', name: 'replace', label: say.replace, hint: say.replaceHint, optional: true } as const),
    options: kept.slice(0, mostReplaced),
  }
  return {
    ...{ about, title: say.title.take, submit: ready ? say.submit.take : null, items: [] },
    blocks: blocks.filter(({ kind }) => kind !== 'note'),
    fields: ready && kept.length > 0 ? [replace] : [],
  }
}

/** Items that a list offers. */
const mostReplaced = 100

/** The form of an act, as things are now; whoever is no staff is told so in its place. */
export async function openDialog(about: About, actor: Actor, view: View): Promise<DeskDialog> {
  const { dialogs: say } = sayIn(view)
  const { act } = about
  const frame = { about: { act }, title: say.title[act], submit: null, fields: [], items: [] }
  if (actor.role.kind !== 'staff') return { ...frame, blocks: texts(notStaff(actor)) }
  if (isItemAct(act)) return await openItemDialog(act, about, view)
  if (isCallAct(act)) return await openCallDialog(act, view)
  if (act !== 'claim') return { ...frame, blocks: [] }
  const account = (await view.records.find('accounts', about.account ?? ''))?.value
  if (account === undefined || account.holder !== null)
    return { ...frame, blocks: texts(sayIn(view).opinions.alreadyConfirmed) }
  const claimed = account.claimed ?? ''
  return {
    ...{ ...frame, about: { act, account: account.account }, submit: say.submit.claim },
    blocks: [...texts(account.account), { kind: 'words', text: claimed }],
    fields: [{ kind: 'search', of: 'people', name: 'person', label: say.person, hint: say.personHint }],
  }
}

function isItemAct(act: About['act']): act is ItemAct {
  return (itemActs as readonly string[]).includes(act)
}

function isCallAct(act: About['act']): act is CallAct {
  return (callActs as readonly string[]).includes(act)
}
