import { elementsOf, optionsOf } from './block-faults.ts'
import type { Block } from './block-schemas.ts'
import type { AnyElement } from './element-schemas.ts'
import { type Entered, enteredValue } from './entered-value.ts'
import { messageObject } from './message-methods.ts'
import { channelField, type Desk, roomOf, sender } from './payloads.ts'
import { newResponseUrl } from './response-urls.ts'
import type { Answered } from './start.ts'
import { OptionsAnswer } from './text-schemas.ts'
import { stackOf, viewObject } from './view-methods.ts'
import { stateOf } from './view-state.ts'
import { type Ephemeral, newTrigger, type Room, type StoredMessage, type StoredView } from './world.ts'

/** Where a person works: in a message, in the modal on top, or in the Home tab. */
export type Spot = { readonly channel: string; readonly ts: string } | 'view' | 'home'
/** An element by its action_id, its words or its value, or by what a function says of it. */
export type Which = string | ((element: AnyElement) => boolean)

type Found =
  | { readonly on: 'message'; readonly room: Room; readonly message: StoredMessage; readonly blocks: Block[] }
  | { readonly on: 'ephemeral'; readonly room: Room; readonly message: Ephemeral; readonly blocks: Block[] }
  | { readonly on: 'view'; readonly view: StoredView; readonly blocks: Block[] }

function lookAt({ world }: Desk, user: string, spot: Spot): Found {
  if (spot === 'view' || spot === 'home') {
    const view = spot === 'view' ? stackOf(world, user).at(-1) : world.homes.get(user)
    if (view === undefined) throw new Error(`${user} has no ${spot} open`)
    return { on: 'view', view, blocks: view.blocks }
  }
  const hidden = world.ephemerals.find((one) => one.ts === spot.ts && one.user === user && !one.deleted)
  const room = world.rooms.get(spot.channel)
  if (hidden !== undefined && room !== undefined)
    return { on: 'ephemeral', room, message: hidden, blocks: hidden.blocks ?? [] }
  const seen = roomOf(world, user, spot.channel)
  const message = seen.messages.find(({ ts, deleted }) => ts === spot.ts && !deleted)
  if (message === undefined) throw new Error(`${spot.ts} is no message of ${spot.channel}`)
  return { on: 'message', room: seen, message, blocks: message.blocks ?? [] }
}

function findElement(blocks: readonly Block[], which: Which): { block: Block; element: AnyElement } {
  for (const block of blocks)
    for (const element of elementsOf(block)) {
      const is =
        typeof which === 'function'
          ? which(element)
          : element.action_id === which ||
            (element.type === 'button' && (element.text.text === which || element.value === which))
      if (is) return { block, element }
    }
  const there = blocks.flatMap(elementsOf).map((one) => (one.type === 'button' ? one.text.text : one.action_id))
  throw new Error(`nothing like ${String(which)} is there, only: ${there.join(', ')}`)
}

/** A person presses a button, or chooses in a select outside of an input (`entered`). */
export async function press(
  desk: Desk,
  user: string,
  spot: Spot,
  which: Which,
  entered?: Entered,
  duplicate = 0,
): Promise<Answered> {
  const { world, delivery } = desk
  const found = lookAt(desk, user, spot)
  const { block, element } = findElement(found.blocks, which)
  const block_id = block.block_id ?? ''
  const action_id = element.action_id ?? ''
  const action = {
    ...(element as object),
    ...chosen(desk, element, entered),
    block_id,
    action_id,
    action_ts: world.newTs(),
  }
  if (found.on === 'view' && element.type !== 'button' && element.type !== 'overflow')
    (found.view.state[block_id] ??= {})[action_id] = enteredValue(world, user, element, entered ?? null)
  const response = found.on === 'view' ? undefined : newResponseUrl(world, user, found.room.id, found.message.ts)
  const payload = {
    type: 'block_actions',
    ...sender(world, user),
    ...placeOf(desk, found),
    trigger_id: newTrigger(world, user, found.on === 'view' && found.view.type === 'modal' ? found.view.id : undefined),
    ...(response === undefined ? {} : { response_url: response.url }),
    actions: [action],
  }
  const delivered = await delivery.send({ kind: 'interactive', payload }, duplicate)
  return { delivered, replies: response?.response.replies ?? [] }
}

/** What an action says was chosen. */
function chosen({ world }: Desk, element: AnyElement, entered: Entered | undefined): object {
  if (element.type === 'button') return {}
  if (element.type === 'overflow') {
    const option = optionsOf(element).find(({ text, value }) => text.text === entered || value === entered)
    if (option === undefined) throw new Error(`${String(entered)} is not offered`)
    return { selected_option: option }
  }
  return enteredValue(world, '', element, entered ?? null)
}

function placeOf({ world }: Desk, found: Found): object {
  switch (found.on) {
    case 'view':
      return { container: { type: 'view', view_id: found.view.id }, view: viewObject(world, found.view) }
    case 'message':
    case 'ephemeral': {
      const { room, message } = found
      const hidden = found.on === 'ephemeral'
      const thread = found.on === 'message' && found.message.thread_ts !== undefined
      return {
        container: {
          type: 'message',
          message_ts: message.ts,
          channel_id: room.id,
          is_ephemeral: hidden,
          ...(thread ? { thread_ts: found.message.thread_ts } : {}),
        },
        channel: channelField(room),
        ...(found.on === 'message' ? { message: messageObject(world, found.message, false) } : {}),
        state: { values: stateOf(found.blocks) },
      }
    }
  }
}

/** A person types in an external select; what the app offers is checked, and can be chosen from then on. */
export async function askOptions(desk: Desk, user: string, which: Which, query: string, spot: Spot = 'view') {
  const { world, delivery } = desk
  const found = lookAt(desk, user, spot)
  const { block, element } = findElement(found.blocks, which)
  if (element.type !== 'external_select' && element.type !== 'multi_external_select')
    throw new Error(`${String(which)} asks nobody for its options`)
  const payload = {
    type: 'block_suggestion',
    ...sender(world, user),
    ...placeOf(desk, found),
    block_id: block.block_id,
    action_id: element.action_id,
    value: query,
  }
  const delivered = await delivery.send({ kind: 'interactive', payload })
  const parsed = OptionsAnswer.safeParse(delivered.body)
  if (!parsed.success) {
    const issues = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
    world.faults.push(`options of ${element.action_id}: ${delivered.outcome}, ${issues.join('; ')}`)
    return { delivered, options: [] }
  }
  const options =
    'options' in parsed.data ? parsed.data.options : parsed.data.option_groups.flatMap((group) => group.options)
  world.offered.set(element.action_id ?? '', options)
  return { delivered, options }
}
