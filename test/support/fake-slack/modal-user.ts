import type { ViewStateValue } from '@slack/bolt'
import { z } from 'zod'
import { elementsOf } from './block-faults.ts'
import type { Block } from './block-schemas.ts'
import type { Delivered } from './delivery.ts'
import { type Entered, enteredValue } from './entered-value.ts'
import { type Desk, sender } from './payloads.ts'
import { pushOnStack, replaceView, stackOf, viewObject } from './view-methods.ts'
import { Modal } from './view-schemas.ts'
import { newTrigger, type StoredView, type World } from './world.ts'

/** What a person enters, by block_id, by action_id or by the words of the label. */
export type Values = Readonly<Record<string, Entered>>
/**
 * What became of a modal that was submitted. `blocked`: Slack's client does not send it, the fields say why; `failed`:
 * the app did not acknowledge it, and it stays.
 */
export type Submitted = {
  readonly outcome: 'closed' | 'errors' | 'updated' | 'pushed' | 'cleared' | 'blocked' | 'failed'
  readonly errors?: Readonly<Record<string, string>>
  readonly delivered?: Delivered
}

function topOf(world: World, user: string): StoredView {
  const view = stackOf(world, user).at(-1)
  if (view === undefined) throw new Error(`${user} has no modal open`)
  return view
}

/** A person fills in fields of the modal on top; nothing is sent. */
export function fill({ world }: Desk, user: string, values: Values): void {
  const view = topOf(world, user)
  for (const [name, entered] of Object.entries(values)) {
    const block = view.blocks.find((one) => isField(one, name))
    const element = block && elementsOf(block)[0]
    if (block === undefined || element === undefined || element.type === 'button' || element.type === 'overflow')
      throw new Error(`the modal has no field ${name}`)
    const value = enteredValue(world, user, element, entered)
    ;(view.state[block.block_id ?? ''] ??= {})[element.action_id ?? ''] = value
  }
}

const isField = (block: Block, name: string) =>
  block.type === 'input' && (block.block_id === name || block.element.action_id === name || block.label.text === name)

/** What Slack's client says before it sends anything: required fields, lengths, counts. */
function clientErrors(view: StoredView): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const block of view.blocks) {
    if (block.type !== 'input') continue
    const { element, block_id = '' } = block
    const value = view.state[block_id]?.[element.action_id ?? '']
    if (isEmpty(value)) {
      if (block.optional !== true) errors[block_id] = 'required'
      continue
    }
    if (element.type === 'plain_text_input') {
      const { length } = value?.value ?? ''
      if (length < (element.min_length ?? 0)) errors[block_id] = 'too short'
      if (length > (element.max_length ?? 3000)) errors[block_id] = 'too long'
    }
    if ('max_selected_items' in element && element.max_selected_items !== undefined) {
      const count = (value?.selected_options ?? value?.selected_users ?? []).length
      if (count > element.max_selected_items) errors[block_id] = 'too many'
    }
    if (element.type === 'file_input' && (value?.files?.length ?? 0) > (element.max_files ?? 10))
      errors[block_id] = 'too many'
  }
  return errors
}

function isEmpty(state: ViewStateValue | undefined): boolean {
  if (state === undefined) return true
  const { type: _, ...said } = state
  return Object.values(said).every((one) => one === null || one === '' || (Array.isArray(one) && one.length === 0))
}

const ResponseAction = z.discriminatedUnion('response_action', [
  z.strictObject({ response_action: z.literal('errors'), errors: z.record(z.string(), z.string().min(1)) }),
  z.strictObject({ response_action: z.literal('update'), view: Modal }),
  z.strictObject({ response_action: z.literal('push'), view: Modal }),
  z.strictObject({ response_action: z.literal('clear') }),
])

/** A person fills in fields and submits the modal on top; Slack does what the acknowledgement says. */
export async function submit(desk: Desk, user: string, values: Values = {}, duplicate = 0): Promise<Submitted> {
  const { world, delivery } = desk
  fill(desk, user, values)
  const view = topOf(world, user)
  if (!view.submit) throw new Error('the modal has no button that submits it')
  const errors = clientErrors(view)
  if (Object.keys(errors).length > 0) return { outcome: 'blocked', errors }
  const payload = {
    type: 'view_submission',
    ...sender(world, user),
    trigger_id: newTrigger(world, user, view.id),
    view: viewObject(world, view),
    response_urls: [],
  }
  const delivered = await delivery.send({ kind: 'interactive', payload }, duplicate)
  const done =
    delivered.outcome === 'acknowledged' ? takeAnswer(world, view, delivered.body) : { outcome: 'failed' as const }
  world.changed()
  return { ...done, delivered }
}

function takeAnswer(world: World, view: StoredView, body: unknown): Submitted {
  const { user } = view
  if (body === undefined) {
    world.stacks.set(
      user,
      stackOf(world, user).filter(({ id }) => id !== view.id),
    )
    return { outcome: 'closed' }
  }
  const parsed = ResponseAction.safeParse(body)
  if (!parsed.success) {
    const issues = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
    world.faults.push(`view_submission: ${issues.join('; ')}`)
    return { outcome: 'failed' }
  }
  const { data } = parsed
  switch (data.response_action) {
    case 'errors':
      for (const id of Object.keys(data.errors))
        if (!view.blocks.some(({ type, block_id }) => type === 'input' && block_id === id))
          world.faults.push(`view_submission: an error for ${id}, which is no input of the modal`)
      return { outcome: 'errors', errors: data.errors }
    case 'update':
      replaceView(world, view, data.view)
      return { outcome: 'updated' }
    case 'push':
      return { outcome: pushOnStack(world, user, data.view).ok ? 'pushed' : 'failed' }
    case 'clear':
      world.stacks.delete(user)
      return { outcome: 'cleared' }
  }
}

/** A person closes the modal on top, or all of them (`everything`); the app hears of it if it asked to. */
export async function close(
  desk: Desk,
  user: string,
  everything: boolean,
  withState: boolean,
): Promise<Delivered | undefined> {
  const { world, delivery } = desk
  const view = topOf(world, user)
  const cleared = everything || view.clear_on_close
  world.stacks.set(user, cleared ? [] : stackOf(world, user).slice(0, -1))
  world.changed()
  if (!view.notify_on_close) return undefined
  const payload = {
    type: 'view_closed',
    ...sender(world, user),
    view: viewObject(world, view, withState),
    is_cleared: cleared,
  }
  return delivery.send({ kind: 'interactive', payload })
}
