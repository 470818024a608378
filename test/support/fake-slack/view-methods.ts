import { refuse } from './message-methods.ts'
import type { MethodArgs } from './method-schemas.ts'
import type { View } from './view-schemas.ts'
import { stateOf, withIds } from './view-state.ts'
import { type Answer, type StoredView, takeTrigger, type World } from './world.ts'

/** The open modals of a person, the lowest first. */
export const stackOf = (world: World, user: string): readonly StoredView[] => world.stacks.get(user) ?? []

export function openView(world: World, args: MethodArgs<'views.open'>): Answer {
  const trigger = takeTrigger(world, args.trigger_id)
  if (typeof trigger === 'string') return refuse(trigger)
  if (trigger.viewId !== undefined)
    world.faults.push(
      'views.open: from within a modal it opens nothing on some clients; update the modal, or push on it',
    )
  const taken = externalIdTaken(world, args.view)
  if (taken) return taken
  const view = newView(world, trigger.user, args.view)
  world.stacks.set(trigger.user, [view])
  return { ok: true, view: viewObject(world, view) }
}

export function pushView(world: World, args: MethodArgs<'views.push'>): Answer {
  const trigger = takeTrigger(world, args.trigger_id)
  if (typeof trigger === 'string') return refuse(trigger)
  return pushOnStack(world, trigger.user, args.view)
}

/** A stack holds three modals, no more. */
export function pushOnStack(world: World, user: string, view: View): Answer {
  const stack = stackOf(world, user)
  const top = stack.at(-1)
  if (top === undefined) return refuse('not_found')
  if (stack.length === 3) {
    world.faults.push('views: a fourth modal on a stack')
    return refuse('push_limit_reached')
  }
  const taken = externalIdTaken(world, view)
  if (taken) return taken
  const pushed = newView(world, user, view, top)
  world.stacks.set(user, [...stack, pushed])
  return { ok: true, view: viewObject(world, pushed) }
}

export function updateView(world: World, args: MethodArgs<'views.update'>): Answer {
  const view = everyView(world).find(({ id, external_id }) =>
    args.view_id === undefined ? external_id === args.external_id : id === args.view_id,
  )
  if (view === undefined) return refuse('not_found')
  if (args.hash !== undefined && args.hash !== view.hash) return refuse('hash_conflict')
  if (args.view.type !== view.type) {
    world.faults.push(`views.update: a ${view.type} cannot become a ${args.view.type}`)
    return refuse('invalid_arguments')
  }
  replaceView(world, view, args.view)
  return { ok: true, view: viewObject(world, view) }
}

export function publishView(world: World, args: MethodArgs<'views.publish'>): Answer {
  if (!world.people.has(args.user_id)) return refuse('user_not_found')
  const known = world.homes.get(args.user_id)
  if (known !== undefined && args.hash !== undefined && args.hash !== known.hash) return refuse('hash_conflict')
  if (known === undefined) world.homes.set(args.user_id, newView(world, args.user_id, args.view))
  else replaceView(world, known, args.view)
  return { ok: true, view: viewObject(world, world.homes.get(args.user_id) as StoredView) }
}

const everyView = (world: World) => [...[...world.stacks.values()].flat(), ...world.homes.values()]

function externalIdTaken(world: World, { external_id: id }: View): Answer | undefined {
  if (id === undefined || everyView(world).every(({ external_id }) => external_id !== id)) return undefined
  world.faults.push(`views: external_id ${id} is taken`)
  return refuse('duplicate_external_id')
}

function fields(world: World, view: View) {
  return {
    blocks: withIds(world, view.blocks),
    callback_id: view.callback_id ?? '',
    private_metadata: view.private_metadata ?? '',
    external_id: view.external_id ?? '',
    clear_on_close: view.type === 'modal' && view.clear_on_close === true,
    notify_on_close: view.type === 'modal' && view.notify_on_close === true,
    ...(view.type === 'modal' ? { title: view.title, submit: view.submit ?? null, close: view.close ?? null } : {}),
    hash: `${Math.floor(Date.now() / 1000)}.${world.newId('h')}`,
  }
}

function newView(world: World, user: string, view: View, below?: StoredView): StoredView {
  const id = world.newId('V')
  const made = fields(world, view)
  return {
    id,
    type: view.type,
    user,
    root_view_id: below?.root_view_id ?? id,
    previous_view_id: below?.id ?? null,
    ...made,
    state: stateOf(made.blocks),
  }
}

export function replaceView(world: World, view: StoredView, next: View): void {
  const made = fields(world, next)
  Object.assign(view, made, { state: stateOf(made.blocks, view.state) })
}

/** A view as Slack sends it to the app. */
export function viewObject(world: World, view: StoredView, withState = true): Record<string, unknown> {
  const { user: _, state, ...said } = view
  return {
    ...structuredClone(said),
    team_id: world.teamId,
    app_installed_team_id: world.teamId,
    app_id: world.appId,
    bot_id: world.botId,
    state: { values: withState ? structuredClone(state) : {} },
  }
}
