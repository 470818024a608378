import * as z from 'zod'
import { About } from '../../conversation/desk-dialog.ts'
import { Action } from '../../conversation/turn.ts'
import type { ButtonData } from './activity.ts'
import { limits } from './limits.ts'

/**
 * An action as what a button gives back. Action.Submit in place of Action.Execute: every client knows it, in a chat it comes as
 * a message, which may be answered at any time and goes the way of all messages, and in a dialog as the dialog's own invoke.
 * `dialog` asks Teams to open a dialog for it (task/fetch). Undefined where it is longer than such data may be; then only a
 * word or a number does it.
 */
export function choiceData(action: Action, dialog = false): ButtonData | undefined {
  return withinRoom({ ...(dialog && { msteams: { type: 'task/fetch' } }), kondankai: bare(action) })
}

/** The same for an act of the secretariat's. */
export function deskData(about: About, dialog = false): ButtonData | undefined {
  const data = { ...(dialog && ({ msteams: { type: 'task/fetch' } } as const)), desk: JSON.stringify(about) }
  return withinRoom(data, limits.deskData)
}

/** What fields of the same card add to it is left to who reads them. */
const Pressed = z.looseObject({
  kondankai: z.unknown().optional(),
  desk: z.string().max(limits.deskData).optional(),
  form: z.string().max(limits.data).optional(),
})

/** They stand in the ids of what is stored. */
const mark = z.string().regex(/^[\w-]{1,100}$/u)
const Marked = z.looseObject({ key: mark.optional().catch(undefined), seen: mark.optional().catch(undefined) })

/** What tells one card of a dialog from all others; empty where it has no such. */
export function readKey(value: unknown): string {
  return Marked.safeParse(value).data?.key ?? ''
}

/** What the draft said that its card has shown. */
export function readSeen(value: unknown): string | undefined {
  return Marked.safeParse(value).data?.seen
}

/** The action of a button that was pressed (`value` of a message, `value.data` of an invoke); undefined for what is not ours. */
export function readChoiceData(value: unknown): Action | undefined {
  const data = readData(value)?.kondankai
  return data === undefined ? undefined : Action.safeParse(data).data
}

/** What an act of the secretariat's that was pressed is about; undefined for what is not ours. */
export function readDeskData(value: unknown): About | undefined {
  const data = readData(value)?.desk
  if (data === undefined) return undefined
  try {
    return About.safeParse(JSON.parse(data)).data
  } catch {
    return undefined
  }
}

/** What a button gave back; what is a button of several kinds is none of ours. */
export function readData(value: unknown): z.infer<typeof Pressed> | undefined {
  const { data } = Pressed.safeParse(value)
  const [kind, ...more] = [data?.kondankai, data?.desk, data?.form].filter((one) => one !== undefined)
  if (data === undefined || kind === undefined || more.length > 0) return undefined
  return kind === data.desk || lengthOf(kind) <= limits.data ? data : undefined
}

/** What is nested too deeply to be written is longer than everything. */
function lengthOf(data: unknown): number {
  try {
    return JSON.stringify(data).length
  } catch {
    return Number.POSITIVE_INFINITY
  }
}

function bare({ name, about }: Action): Action {
  return about === undefined ? { name } : { name, about }
}

function withinRoom(data: ButtonData, room: number = limits.data): ButtonData | undefined {
  return JSON.stringify(data).length <= room ? data : undefined
}
