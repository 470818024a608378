import { z } from 'zod'
import { blocks } from './block-schemas.ts'
import { addBotMessage, checkContents, editMessage } from './message-methods.ts'
import { Metadata } from './method-schemas.ts'
import { withIds } from './view-state.ts'
import { directRoom, type Ephemeral, findRoom, type ResponseUrl, type World } from './world.ts'

/** What may be sent to a response_url, and what a command may be acknowledged with. */
const ResponseMessage = z.strictObject({
  text: z.string().max(40_000).exactOptional(),
  blocks: blocks('message').exactOptional(),
  response_type: z.enum(['ephemeral', 'in_channel']).exactOptional(),
  replace_original: z.boolean().exactOptional(),
  delete_original: z.boolean().exactOptional(),
  thread_ts: z.string().exactOptional(),
  metadata: Metadata.exactOptional(),
  mrkdwn: z.boolean().exactOptional(),
  unfurl_links: z.boolean().exactOptional(),
  unfurl_media: z.boolean().exactOptional(),
})

const minutes = 60_000

/** An address that takes five messages within 30 minutes. */
export function newResponseUrl(world: World, user: string, channel: string, ts?: string) {
  const id = world.newId('R')
  const response: ResponseUrl = {
    user,
    channel,
    madeAt: performance.now(),
    used: 0,
    replies: [],
    ...(ts === undefined ? {} : { ts }),
  }
  world.responseUrls.set(id, response)
  return { url: `${world.base}/response/${id}`, response }
}

type HttpAnswer = { readonly status: number; readonly body: { readonly ok: boolean; readonly error?: string } }
const refused = (status: number, error: string): HttpAnswer => ({ status, body: { ok: false, error } })

export function respond(world: World, id: string, body: unknown): HttpAnswer {
  const response = world.responseUrls.get(id)
  if (response === undefined) return refused(404, 'no_such_url')
  if (performance.now() - response.madeAt > 30 * minutes) return refused(404, 'expired_url')
  if (response.used === 5) return refused(404, 'used_url')
  response.used += 1
  return takeResponse(world, response, body)
}

/** Does what a response message says; the same for the acknowledgement of a command. */
export function takeResponse(world: World, response: ResponseUrl, body: unknown): HttpAnswer {
  const parsed = ResponseMessage.safeParse(body)
  if (!parsed.success) {
    const issues = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
    world.faults.push(`response_url: ${issues.join('; ')}`)
    return refused(400, 'invalid_payload')
  }
  const { data } = parsed
  const room = findRoom(world, response.channel) ?? directRoom(world, response.user)
  const message = room.messages.find(({ ts }) => ts === response.ts)
  const hidden = world.ephemerals.find(({ ts }) => ts === response.ts)
  if (data.delete_original === true) {
    if (message !== undefined) message.deleted = true
    if (hidden !== undefined) hidden.deleted = true
    return { status: 200, body: { ok: true } }
  }
  const wrong = checkContents(world, 'response_url', data)
  if (wrong !== undefined) {
    world.faults.push(`response_url: ${wrong}`)
    return refused(400, wrong)
  }
  if (data.replace_original === true && message !== undefined) editMessage(world, message, data)
  else if (data.replace_original === true && hidden !== undefined) {
    hidden.text = data.text ?? ''
    if (data.blocks === undefined) delete hidden.blocks
    else hidden.blocks = withIds(world, data.blocks)
    response.replies.push(hidden)
  } else if (data.response_type === 'in_channel') {
    const posted = addBotMessage(world, room, data)
    response.replies.push({ ...posted, channel: room.id, deleted: false })
  } else response.replies.push(addEphemeral(world, response, data))
  return { status: 200, body: { ok: true } }
}

function addEphemeral(world: World, { channel, user }: ResponseUrl, said: z.infer<typeof ResponseMessage>): Ephemeral {
  const one: Ephemeral = {
    ts: world.newTs(),
    channel,
    user,
    text: said.text ?? '',
    deleted: false,
    ...(said.blocks === undefined ? {} : { blocks: withIds(world, said.blocks) }),
  }
  world.ephemerals.push(one)
  return one
}
