import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import type { Turn } from '../../conversation/turn.ts'
import { localeIn, whereabouts } from './activity-turn.ts'
import type { Inbound } from './inbound.ts'

/** The `value` of an invoke, as far as the bot acts on it (task-modules-bots, action-commands, universal-actions on Microsoft Learn). */
const Value = z.object({
  data: z.unknown().optional(),
  action: z.object({ type: z.literal('Action.Execute'), data: z.unknown().optional() }).optional(),
  commandId: z.string().max(100).optional(),
  messagePayload: z.unknown().optional(),
})

/**
 * What somebody did that is answered in the same exchange. `data` is what a button gives back with what was filled in on its
 * card, `card` the message in which that stands; `command` is that of the manifest, `message` the one that it was taken on.
 */
export type Invoke = ReturnType<typeof whereabouts> & {
  /** The same however often it is sent. */
  readonly id: string
  /** When it came in, by `performance.now()`. */
  readonly came: number
  readonly name: string
  readonly locale: Turn['locale']
  readonly data: unknown
  readonly card: string | undefined
  readonly command: string | undefined
  readonly message: unknown
  /** All of it, for what has a form of its own: a search, a file that was asked for. */
  readonly value: unknown
}

/** Reads an invoke; what is not as Teams sends it is as if it were not there. */
export function readInvoke(activity: Inbound): Invoke {
  const value = Value.safeParse(activity.value).data
  return {
    ...whereabouts(activity),
    id: activity.id ?? randomUUID(),
    came: performance.now(),
    name: activity.name ?? '',
    locale: localeIn(activity),
    data: value?.action === undefined ? value?.data : value.action.data,
    card: activity.replyToId ?? undefined,
    command: value?.commandId,
    message: value?.messagePayload,
    value: activity.value,
  }
}

/** Whether it opens a dialog, or comes from one: of a button, or of a command of the message extension. */
export function isOfDialog({ name }: Pick<Invoke, 'name'>, step: 'opens' | 'sends'): boolean {
  return step === 'opens'
    ? name === 'task/fetch' || name === 'composeExtension/fetchTask'
    : name === 'task/submit' || name === 'composeExtension/submitAction'
}

/** Whether a button of a card was pressed that is answered by another card in its place. */
export function isOfCard({ name }: Pick<Invoke, 'name'>): boolean {
  return name === 'adaptiveCard/action'
}
