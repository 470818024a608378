import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { eachAtOnce } from '../../src/conversation/each-at-once.ts'
import type { Delivery } from './fake-slack/delivery.ts'
import { written } from './fake-slack/http-app.ts'
import type { openSlackOffice } from './slack-office.ts'

export type SlackOffice = Awaited<ReturnType<typeof openSlackOffice>>
/** A request as Slack sends it over HTTP, whatever it is about. */
export type Request = {
  readonly kind: string
  readonly body: string
  readonly contentType: string
  readonly delivery: Pick<Delivery, 'kind' | 'payload'>
}

/** Does something with each, several at once. */
export async function eachOf<T, R>(list: readonly T[], act: (one: T) => Promise<R>): Promise<readonly R[]> {
  const results: R[] = []
  await eachAtOnce([...list.entries()], 16, async ([at, one]) => {
    results[at] = await act(one)
  })
  return results
}

/** One of each kind that Slack sends, by a person in a channel and in direct messages, as it was sent. */
export async function sampleRequests({ slack }: SlackOffice): Promise<readonly Request[]> {
  const person = slack.addUser({ name: '佐藤' })
  const channel = slack.addChannel({ name: 'samples', members: [person] })
  const direct = slack.direct(person)
  const from = slack.delivered.length
  const { ts } = await slack.say(person, channel, 'No.34はなぜ×ですか', { mention: true })
  await slack.say(person, direct, 'No.34はなぜ×ですか')
  await slack.command(person, channel, '/kondankai', 'No.34はなぜ×ですか')
  const [post] = await slack.until(() => slack.posts(direct).length > 0 && slack.posts(direct))
  const spot = { channel: direct, ts: post?.ts ?? '' }
  await slack.press(person, spot, '出典を見る')
  await slack.press(person, spot, (element) => 'value' in element && `${element.value}`.includes('ask-secretariat'))
  await slack.openHome(person, 'messages')
  await slack.openHome(person, 'home')
  await slack.shortcut(person, 'opinion')
  await slack.messageShortcut(person, 'opinion', channel, ts)
  const view = await slack.until(() => slack.view(person))
  await slack.until(() => slack.posts(channel).length > 0 && slack.callsOf('response_url').length > 0)
  // The answer, what the button says, and the greeting.
  await slack.until(() => slack.posts(direct).length === 3)
  await slack.idle()
  const sent = slack.delivered.slice(from)
  const pressed = sent.find(({ payload }) => payload.type === 'block_actions')
  const inView = {
    ...pressed?.payload,
    view: { ...view, state: { values: { text: { text: { type: 'plain_text_input', value: '御意見' } } } } },
  }
  const inViews = ['view_submission', 'view_closed', 'block_suggestion'].map((type) => ({
    kind: 'interactive' as const,
    payload: { ...inView, type, action_id: 'subject', block_id: 'subject', value: '34' },
  }))
  return [...sent, ...inViews].map((delivery) => ({ kind: kindOf(delivery.payload), ...written(delivery), delivery }))
}

function kindOf(payload: Readonly<Record<string, unknown>>): string {
  const { type, command, event } = payload
  if (typeof event === 'object' && event !== null && 'type' in event) return `event ${event.type}`
  return typeof command === 'string' ? 'command' : String(type)
}

/** The bytes of everything that the bot has stored. */
export function storedBytes(folder: string): number {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
  return files.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0)
}
