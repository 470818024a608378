import * as z from 'zod'
import type { Invoke } from './invoke.ts'
import { htmlText } from './said-text.ts'
import { accountOf, decodePlace } from './teams-place.ts'

/** The message that a command was taken on (action-commands, message payload). */
const Payload = z.object({
  createdDateTime: z.iso.datetime({ offset: true }).optional(),
  from: z.object({ user: z.object({ id: z.string().max(200) }).nullish() }).nullish(),
  body: z.object({ contentType: z.string().max(20), content: z.string().max(100_000).nullish() }),
})

/** One's own message is a draft; of another's it is only kept when it was written: neither its words nor who wrote them. */
export function readPayload({ message, person, alone }: Invoke): {
  readonly text?: string
  readonly reference?: number
} {
  const { data } = Payload.safeParse(message)
  if (data === undefined) return {}
  const { from, body, createdDateTime: time } = data
  const tenant = decodePlace(alone)?.tenant ?? ''
  const isOwn = from?.user != null && accountOf(tenant, from.user.id) === person
  if (isOwn) return { text: body.contentType === 'html' ? htmlText(body.content ?? '') : (body.content ?? '') }
  return time === undefined ? {} : { reference: Date.parse(time) }
}
