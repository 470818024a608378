import { readCard } from './card-faults.ts'
import { actionsOf, inputsOf } from './card-parts.ts'
import type { AnyAction, Card } from './card-schemas.ts'
import type { Delivered } from './delivery.ts'
import { type Found, fillIn, type Values } from './entered.ts'
import { buildInbound, channelDataOf } from './inbound.ts'
import { Executed } from './invoke-schemas.ts'
import type { Desk } from './talk.ts'
import { placeOf, type StoredMessage, type World } from './world.ts'

/** A button by its title, its id or its verb, or by what a function says of it. */
export type Which = string | ((action: AnyAction) => boolean)
export type PressOptions = {
  /** How many times more the client sends the same act. */
  readonly duplicate?: number
  /** Sends this data in place of the button’s own: what a client that was tampered with might send. */
  readonly data?: unknown
}
/** What came of a press: what the client held back, or the delivery with what the person was shown. */
export type Pressed =
  | { readonly outcome: 'blocked'; readonly errors: Readonly<Record<string, string>> }
  | { readonly outcome: 'delivered' | 'failed'; readonly delivered: Delivered }
  | { readonly outcome: 'card'; readonly card: Card; readonly delivered: Delivered }
  | { readonly outcome: 'message' | 'error'; readonly text: string; readonly delivered: Delivered }

/** The button, and the card that its inputs are read from. */
export function findAction(
  cards: readonly Card[],
  which: Which,
): { card: Pick<Card, 'body' | 'actions'>; action: AnyAction } {
  const is = (action: AnyAction) =>
    typeof which === 'function'
      ? which(action)
      : action.title === which || action.id === which || ('verb' in action && action.verb === which)
  for (const card of cards)
    for (const action of actionsOf(card))
      if (is(action)) {
        if ('isEnabled' in action && action.isEnabled === false) throw new Error(`${String(which)} is disabled`)
        return { card, action }
      }
  const there = cards.flatMap((card) => actionsOf(card).map(({ title, id }) => title ?? id))
  throw new Error(`nothing like ${String(which)} is there, only: ${there.join(', ')}`)
}

/** The data of a button with what was entered; the inputs win, as in the client. */
export function dataOf(
  card: Pick<Card, 'body' | 'actions'>,
  action: AnyAction,
  given: Values,
  found: Found = {},
): { readonly data: Record<string, unknown> } | { readonly errors: Readonly<Record<string, string>> } {
  const own = 'data' in action && action.data !== undefined ? action.data : {}
  const alone = 'associatedInputs' in action && action.associatedInputs === 'none'
  if (alone || inputsOf(card).length === 0) return { data: { ...own } }
  const filled = fillIn(card, given, found)
  return 'errors' in filled ? filled : { data: { ...own, ...filled.values } }
}

/** A person presses a button of a message. */
export async function press(
  desk: Desk,
  user: string,
  message: StoredMessage,
  which: Which,
  given: Values = {},
  options: PressOptions = {},
): Promise<Pressed> {
  const { world, delivery } = desk
  const place = placeOf(world, user, message.place)
  const { card, action } = findAction(message.cards, which)
  const filled = dataOf(card, action, given)
  if ('errors' in filled) return { outcome: 'blocked', errors: filled.errors }
  const data = (options.data ?? filled.data) as Record<string, unknown>
  const from = { user, place, thread: message.thread }
  switch (action.type) {
    case 'Action.OpenUrl':
    case 'Action.ShowCard':
      throw new Error(`${String(which)} sends nothing`)
    case 'Action.Submit': {
      const { msteams, ...value } = data as { msteams?: { type: string; value?: unknown; text?: string } }
      if (msteams?.type === 'task/fetch') throw new Error(`${String(which)} opens a dialog: openDialog`)
      const back = msteams?.type === 'messageBack' ? { text: msteams.text ?? '', value: msteams.value } : { value }
      const said = msteams?.type === 'imBack' ? { text: String(msteams.value) } : back
      const channelData = {
        ...channelDataOf(world, place),
        source: { name: 'message' },
        legacy: { replyToId: message.id },
      }
      const activity = buildInbound(world, from, { type: 'message', replyToId: message.id, channelData, ...said })
      const delivered = await delivery.send(activity, options.duplicate)
      return { outcome: delivered.status === 200 ? 'delivered' : 'failed', delivered }
    }
    case 'Action.Execute':
      return execute(desk, user, message, { ...action, data }, 'manual', options.duplicate)
  }
}

/** Teams asks for the newest card because the person sees it; up to 60 people can be named for that. */
export async function refresh(desk: Desk, user: string, message: StoredMessage): Promise<Pressed | undefined> {
  const asked = message.cards[0]?.refresh
  if (asked === undefined) return undefined
  const place = placeOf(desk.world, user, message.place)
  // Without a list Teams asks for everybody, where at most 60 are there.
  if (asked.userIds === undefined ? place.members.size > 60 : !asked.userIds.includes(user)) return undefined
  return execute(desk, user, message, asked.action, 'automatic')
}

type Executing = {
  readonly type: 'Action.Execute'
  readonly verb: string
  readonly id?: string
  readonly data?: unknown
}

async function execute(
  { world, delivery }: Desk,
  user: string,
  message: StoredMessage,
  { type, id, verb, data }: Executing,
  trigger: 'manual' | 'automatic',
  duplicate = 0,
): Promise<Pressed> {
  const place = placeOf(world, user, message.place)
  const action = { type, verb, ...(id === undefined ? {} : { id }), ...(data === undefined ? {} : { data }) }
  const activity = buildInbound(
    world,
    { user, place, thread: message.thread },
    {
      type: 'invoke',
      name: 'adaptiveCard/action',
      replyToId: message.id,
      value: { action, trigger },
      channelData: { ...channelDataOf(world, place), source: { name: 'message' }, legacy: { replyToId: message.id } },
    },
  )
  const delivered = await delivery.send(activity, duplicate)
  return { ...readExecuted(world, delivered), delivered }
}

type Seen =
  | { readonly outcome: 'failed' }
  | { readonly outcome: 'card'; readonly card: Card }
  | { readonly outcome: 'message' | 'error'; readonly text: string }

function readExecuted(world: World, delivered: Delivered): Seen {
  const fault = (words: string): Seen => {
    world.faults.push(`adaptiveCard/action: ${words}`)
    return { outcome: 'failed' }
  }
  if (delivered.outcome !== 'answered' || delivered.status !== 200)
    return fault(delivered.outcome === 'answered' ? `HTTP ${delivered.status}` : delivered.outcome)
  const parsed = Executed.safeParse(delivered.body)
  if (!parsed.success)
    return fault(parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '))
  const { data } = parsed
  switch (data.type) {
    case 'application/vnd.microsoft.activity.message':
      return { outcome: 'message', text: data.value }
    case 'application/vnd.microsoft.error':
      return { outcome: 'error', text: data.value.message }
    case 'application/vnd.microsoft.card.adaptive': {
      const card = readCard(world, data.value, 'message')
      return 'type' in card ? { outcome: 'card', card } : fault(card.join('; '))
    }
  }
}
