import type { About, DeskDialog, Fault, Field, Values } from '../../conversation/desk-dialog.ts'
import { openDialog } from '../../conversation/open-dialog.ts'
import { sayIn, type View } from '../../conversation/view.ts'
import type { CardElement } from './activity.ts'
import { deskData } from './choice-data.ts'
import { buttonParts, buttonTitle } from './choice-parts.ts'
import { office } from './desk-scene.ts'
import { datasetOf, optionsOf } from './desk-search.ts'
import { type Dialog, dialogCard } from './dialog-card.ts'
import { fieldElements, type Search } from './field-elements.ts'
import type { Invoke } from './invoke.ts'
import { goOn, type InvokeAnswer, sayOnly } from './invoke-answer.ts'
import { goToChat } from './invoke-exchange.ts'
import { chatTurn } from './invoke-turn.ts'
import type { Kit } from './teams-bot.ts'

/** What was filled in before, and what is wrong with it. */
type Filled = { readonly entered?: Values; readonly faults?: readonly Fault[] }

/** Options of a field that searches which stand in its list from the first: fewer where the card would hold no more. */
const rooms = [100, 40, 15, 5]
/** Items that can be chosen among in a list. */
const mostItems = 100

/** The form of an act as things are now; of several items it is asked first which one is meant. */
export async function openForm(kit: Kit, invoke: Invoke, about: About): Promise<InvokeAnswer> {
  const { actor, view } = await office(kit, invoke)
  const dialog = await openDialog(about, actor, view)
  if (dialog.items.length > 1 && !dialog.items.some(({ value }) => value === about.item))
    return goOn(chooseItem(dialog, view))
  return await showForm(kit, invoke, dialog, view)
}

/** A form of the secretariat's as a dialog. Of a long text to be read all comes in the chat where it does not fit. */
export async function showForm(
  kit: Kit,
  invoke: Invoke,
  { about, title, submit, blocks, fields, items }: DeskDialog,
  view: View,
  { entered, faults = [] }: Filled = {},
): Promise<InvokeAnswer> {
  const { language } = view
  const { dialogs, faces } = sayIn(view)
  const data = submit === null ? undefined : deskData(about)
  const other = items.length > 1 ? otherItem(about, dialogs.otherItem) : []
  for (const room of rooms) {
    const found = await foundIn(fields, about, { entered, view, room })
    const query = (field: Search) => datasetOf(field, about)
    const inputs = [...other, ...fieldElements(fields, language, { faults, found, query, ...(entered && { entered }) })]
    const frame = {
      title,
      language,
      inputs,
      always: true as const,
      ...(data && submit !== null && { submit: { title: submit, data } }),
    }
    const { dialog, whole, fits } = dialogCard({ blocks, language }, frame)
    if (!fits) continue
    if (!whole && about.receipt !== undefined) await showAll(kit, invoke, about.receipt)
    return goOn(dialog)
  }
  return sayOnly(invoke, faces.workByCommand(about.item ?? about.receipt ?? ''))
}

/** All that is known of a submission, in the chat. */
async function showAll(kit: Kit, invoke: Invoke, receipt: string): Promise<void> {
  const did = { kind: 'form', form: { name: 'queue', act: { do: 'show', about: receipt } } } as const
  await goToChat(kit, chatTurn(kit, invoke, `all/${invoke.id}`, did))
}

async function foundIn(
  fields: readonly Field[],
  about: About,
  { entered, view, room }: { readonly entered: Values | undefined; readonly view: View; readonly room: number },
) {
  const found = await Promise.all(
    fields.map(async (field) => {
      if (field.kind !== 'search' && field.kind !== 'searches') return []
      const chosen = entered?.[field.name] ?? (field.initial ?? []).map(({ value }) => value)
      return [[field.name, await optionsOf(field, chosen, about, { view, room })] as const]
    }),
  )
  return Object.fromEntries(found.flat())
}

/** Which of several items it is about; what is filled in for one is not carried over to another. */
function chooseItem({ about, title, items }: DeskDialog, view: View): Dialog {
  const { dialogs: say } = sayIn(view)
  const { act, receipt, item: initial = '' } = about
  const field: Field = { kind: 'choice', name: 'item', label: say.item, options: items.slice(0, mostItems), initial }
  const data = deskData({ act, ...(receipt !== undefined && { receipt }) }) ?? {}
  const inputs = fieldElements([field], view.language)
  return dialogCard({ blocks: [] }, { title, language: view.language, inputs, submit: { title: say.toItem, data } })
    .dialog
}

/** The way back to that; it sends nothing of what is filled in. */
function otherItem({ act, receipt }: About, label: string): readonly CardElement[] {
  const data = deskData({ act, ...(receipt !== undefined && { receipt }) })
  if (data === undefined) return []
  const action = { type: 'Action.Submit', title: buttonTitle(label), associatedInputs: 'none', data } as const
  return buttonParts([action]).map(({ element }) => element)
}
