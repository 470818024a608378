import { readCard } from './card-faults.ts'
import { inputsOf } from './card-parts.ts'
import type { Card } from './card-schemas.ts'
import type { Delivered } from './delivery.ts'
import type { Found, Values } from './entered.ts'
import { buildInbound, channelDataOf } from './inbound.ts'
import { ActionSubmitted, Fetched, Searched, Submitted } from './invoke-schemas.ts'
import { dataOf, findAction, type PressOptions, type Which } from './press.ts'
import type { Desk } from './talk.ts'
import { type Place, personOf, placeOf, type StoredMessage, type World } from './world.ts'

/** A dialog in front of a person, and where it was opened. */
export type Dialog = {
  readonly title: string
  readonly card: Card
  /** What was searched for in it. */
  found: Found
  readonly place: Place
  readonly thread: string | undefined
  /** The command of the message extension that opened it, with what it was told of the message. */
  readonly command?: Command
}
/** A command taken on a message, or from where one is written. */
type Command =
  | { readonly commandId: string; readonly commandContext: 'message'; readonly messagePayload: unknown }
  | { readonly commandId: string; readonly commandContext: 'compose' }
/** What came of opening or submitting a dialog. */
export type Shown =
  | { readonly outcome: 'blocked'; readonly errors: Readonly<Record<string, string>> }
  | { readonly outcome: 'dialog'; readonly dialog: Dialog; readonly delivered: Delivered }
  | { readonly outcome: 'message'; readonly text: string; readonly delivered: Delivered }
  | { readonly outcome: 'closed' | 'result' | 'failed'; readonly delivered: Delivered }

type Where = Pick<Dialog, 'place' | 'thread' | 'command'>
const context = { theme: 'default' }

/** Sends an invoke of a dialog; what is shown afterwards stands in `dialogs`. */
async function invoke(
  { world, delivery }: Desk,
  dialogs: Map<string, Dialog>,
  user: string,
  name: keyof typeof schemas,
  where: Where,
  value: object,
  options: PressOptions,
): Promise<Shown> {
  const source = where.command === undefined ? {} : { source: { name: where.command.commandContext } }
  const activity = buildInbound(
    world,
    { user, ...where },
    {
      type: 'invoke',
      name,
      value: { ...value, context },
      channelData: { ...channelDataOf(world, where.place), ...source },
    },
  )
  const delivered = await delivery.send(activity, options.duplicate)
  const next = readTask(world, name, delivered)
  switch (next.outcome) {
    case 'dialog': {
      const dialog = { title: next.title, card: next.card, found: {}, ...where }
      dialogs.set(user, dialog)
      return { outcome: 'dialog', dialog, delivered }
    }
    case 'failed':
      // The client keeps the dialog open and says that something went wrong.
      return { ...next, delivered }
    case 'message':
    case 'closed':
    case 'result':
      dialogs.delete(user)
      return { ...next, delivered }
  }
}

const schemas = {
  'task/fetch': Fetched,
  'task/submit': Submitted,
  'composeExtension/fetchTask': Fetched,
  'composeExtension/submitAction': ActionSubmitted,
}

type Next =
  | { readonly outcome: 'dialog'; readonly title: string; readonly card: Card }
  | { readonly outcome: 'message'; readonly text: string }
  | { readonly outcome: 'closed' | 'result' | 'failed' }

function readTask(world: World, name: keyof typeof schemas, { outcome, status, body }: Delivered): Next {
  const fault = (words: string): Next => {
    world.faults.push(`${name}: ${words}`)
    return { outcome: 'failed' }
  }
  if (outcome !== 'answered' || status !== 200) return fault(outcome === 'answered' ? `HTTP ${status}` : outcome)
  const parsed = schemas[name].safeParse(body)
  if (!parsed.success)
    return fault(parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '))
  const { data } = parsed
  if (data === undefined || !('task' in data))
    return { outcome: data !== undefined && 'composeExtension' in data ? 'result' : 'closed' }
  const { task } = data
  if (task.type === 'message') return { outcome: 'message', text: task.value }
  const card = readCard(world, task.value.card.content, 'dialog')
  return 'type' in card ? { outcome: 'dialog', title: task.value.title, card } : fault(card.join('; '))
}

/** A person presses a button of a message that opens a dialog. */
export async function openDialog(
  desk: Desk,
  dialogs: Map<string, Dialog>,
  user: string,
  message: StoredMessage,
  which: Which,
  values: Values = {},
  options: PressOptions = {},
): Promise<Shown> {
  const place = placeOf(desk.world, user, message.place)
  const { card, action } = findAction(message.cards, which)
  const msteams = action.type === 'Action.Submit' ? action.data?.msteams : undefined
  if (msteams?.type !== 'task/fetch') throw new Error(`${String(which)} opens no dialog`)
  const filled = dataOf(card, action, values)
  if ('errors' in filled) return { outcome: 'blocked', errors: filled.errors }
  const value = { data: options.data ?? filled.data }
  return invoke(desk, dialogs, user, 'task/fetch', { place, thread: message.thread }, value, options)
}

/** A person fills in the dialog and presses one of its buttons; without a name, the only one. */
export async function submit(
  desk: Desk,
  dialogs: Map<string, Dialog>,
  user: string,
  values: Values = {},
  which: Which = () => true,
  options: PressOptions = {},
): Promise<Shown> {
  const dialog = dialogs.get(user)
  if (dialog === undefined) throw new Error(`${personOf(desk.world, user).name} has no dialog open`)
  const { card, action } = findAction([dialog.card], which)
  if (action.type !== 'Action.Submit') throw new Error(`${action.title} submits nothing`)
  const filled = dataOf(card, action, values, dialog.found)
  if ('errors' in filled) return { outcome: 'blocked', errors: filled.errors }
  const data = options.data ?? filled.data
  const { place, thread, command } = dialog
  if (command === undefined) return invoke(desk, dialogs, user, 'task/submit', { place, thread }, { data }, options)
  const value = { ...command, data }
  return invoke(desk, dialogs, user, 'composeExtension/submitAction', { place, thread, command }, value, options)
}

/** A person takes a message action of the app; it works on every message that the person sees. */
export async function messageAction(
  desk: Desk,
  dialogs: Map<string, Dialog>,
  user: string,
  commandId: string,
  message: StoredMessage,
  options: PressOptions = {},
): Promise<Shown> {
  const { world } = desk
  const place = placeOf(world, user, message.place)
  const author = world.people.get(message.from)
  const identity =
    author === undefined
      ? { application: { id: world.appId, displayName: world.bot.name, applicationIdentityType: 'bot' } }
      : { user: { id: author.aadObjectId, displayName: author.name, userIdentityType: 'aadUser' } }
  const escaped = message.text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  const messagePayload = {
    id: message.id,
    replyToId: message.thread === message.id ? null : (message.thread ?? null),
    createdDateTime: new Date(message.at).toISOString(),
    lastModifiedDateTime: null,
    deleted: false,
    messageType: 'message',
    importance: 'normal',
    locale: 'ja-jp',
    linkToMessage: `https://teams.microsoft.com/l/message/${message.place}/${message.id}`,
    from: identity,
    body: { contentType: 'html', content: `<div>${escaped}</div>` },
    attachments: [],
    mentions: [],
    reactions: [],
  }
  const command = { commandId, commandContext: 'message', messagePayload } as const
  const value = { ...command, requestId: crypto.randomUUID() }
  return invoke(
    desk,
    dialogs,
    user,
    'composeExtension/fetchTask',
    { place, thread: message.thread, command },
    value,
    options,
  )
}

/** A person types into an input of the dialog that searches; what is found can be chosen from then on. */
export async function search(
  { world, delivery }: Desk,
  dialogs: Map<string, Dialog>,
  user: string,
  input: string,
  queryText: string,
): Promise<Found[string]> {
  const dialog = dialogs.get(user)
  const asked = dialog && inputsOf(dialog.card).find(({ id, label }) => id === input || label === input)
  const query = asked?.type === 'Input.ChoiceSet' ? asked['choices.data'] : undefined
  if (dialog === undefined || asked === undefined || query === undefined) throw new Error(`${input} searches nothing`)
  const value = { queryText, queryOptions: { skip: 0, top: 15 }, dataset: query.dataset }
  const activity = buildInbound(world, { user, ...dialog }, { type: 'invoke', name: 'application/search', value })
  const { status, body } = await delivery.send(activity)
  const parsed = Searched.safeParse(body)
  if (status !== 200 || !parsed.success) {
    world.faults.push(`application/search: ${parsed.error?.message ?? status}`)
    return []
  }
  const { results } = parsed.data.value
  dialog.found = { ...dialog.found, [asked.id]: [...(dialog.found[asked.id] ?? []), ...results] }
  return results
}

/** A person takes a command of the app from where messages are written. */
export async function composeCommand(
  desk: Desk,
  dialogs: Map<string, Dialog>,
  user: string,
  conversation: string,
  commandId: string,
  options: PressOptions = {},
): Promise<Shown> {
  const place = placeOf(desk.world, user, conversation)
  const command = { commandId, commandContext: 'compose' } as const
  const value = { ...command, requestId: crypto.randomUUID() }
  const where = { place, thread: undefined, command }
  return invoke(desk, dialogs, user, 'composeExtension/fetchTask', where, value, options)
}
