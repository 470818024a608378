import { undelivered } from '../../conversation/messages/undelivered.ts'
import type { Message } from '../../conversation/reply.ts'
import type { Clock, Messenger, Posted } from '../../ports.ts'
import type { MakeFiles } from '../made-file.ts'
import { type Pace, PostPace } from '../post-pace.ts'
import { actButtons } from './act-buttons.ts'
import { inertOptions } from './inert-options.ts'
import { slackPace } from './limits.ts'
import { messagePosts, type SlackPost } from './message-posts.ts'
import { refOf } from './post-ref.ts'
import { respond } from './respond.ts'
import { decodePlace, type SlackPlace } from './slack-place.ts'
import { type Call, SlackBusy, SlackRefusal } from './slack-web.ts'
import { uploadFiles } from './upload.ts'

/** What a post is marked with, so that it can be found again: the notice's key, which part of it, of how many. */
const eventType = 'kondankai_notice'

/** Refusals that say nothing about the message or the place: it is tried again when the operator has put it right. */
const passing: ReadonlySet<string> = new Set([
  ...['invalid_auth', 'not_authed', 'token_revoked', 'token_expired', 'account_inactive', 'internal_error'],
  ...['fatal_error', 'service_unavailable', 'request_timeout', 'team_added_to_org', 'ratelimited', 'missing_scope'],
])

/** Messages that are looked through for one that may be there already. */
const lookBack = 200

/** Posts to channels, threads and direct messages at Slack's pace; what may be there already is looked for before it is posted again. */
export class SlackMessenger implements Messenger<Message> {
  readonly kind = 'slack'
  readonly #call: Call
  readonly #clock: Clock
  readonly #respond: typeof respond
  readonly #makeFiles: MakeFiles
  readonly #pace: PostPace
  /** Of a message of several posts, those that were found: it goes on behind them. */
  readonly #begun = new Map<string, readonly string[]>()
  /** The channel of each person's direct messages. */
  readonly #direct = new Map<string, string>()

  /** Notices whose files are there. */
  readonly #sentFiles = new Set<string>()

  constructor(call: Call, clock: Clock, makeFiles: MakeFiles, pace: Pace = slackPace, answer = respond) {
    this.#respond = answer
    this.#call = call
    this.#makeFiles = makeFiles
    this.#clock = clock
    this.#pace = new PostPace(pace)
  }

  async post(place: string, key: string, message: Message, under?: string): Promise<Posted> {
    const at = decodePlace(place)
    if (at === undefined) return { outcome: 'refused', reason: undelivered.noSlackPlace }
    return await this.#tell(at.channel, async () => {
      const posts = postsOf(message)
      const thread = under === undefined ? at.thread : refOf(under).posts[0]
      if (message.files !== undefined) await this.#sendFiles(at, { thread, key }, message)
      const left = at.response === undefined ? posts : await this.#respond(at.response, posts)
      if (at.response !== undefined && left.length === 0) return { outcome: 'posted', ref: '' }
      const posted = await this.#postAll(await this.#channelOf(at), thread, key, left)
      this.#sentFiles.delete(key)
      return posted
    })
  }

  async update(_place: string, ref: string, message: Message): Promise<Posted> {
    const { channel, posts: old } = refOf(ref)
    return await this.#tell(channel, async () => {
      const posts = postsOf(message)
      const kept: string[] = []
      for (const [at, ts] of old.entries()) {
        // What needs fewer posts than before leaves the others empty but for a line.
        const { text, blocks } = posts[at] ?? emptied
        await this.#pace.turn(channel)
        await this.#call('chat.update', { channel, ts, text, blocks, ...inertUpdate })
        kept.push(ts)
      }
      const more = posts.slice(old.length)
      for (const post of more) {
        await this.#pace.turn(channel)
        const { ts } = await this.#call('chat.postMessage', { channel, ...post, ...inertPost, ...thread(old[0]) })
        kept.push(ts ?? '')
      }
      return { outcome: 'posted', ref: [channel, ...kept].join(' ') }
    })
  }

  async find(place: string, key: string) {
    const at = decodePlace(place)
    if (at === undefined || at.response !== undefined) return 'cannot' as const
    try {
      const channel = await this.#channelOf(at)
      return await this.#look(channel, at.thread, key)
    } catch (error) {
      // A history that the bot may not read keeps nothing from being posted.
      if (error instanceof SlackRefusal && (error.code === 'missing_scope' || !passing.has(error.code)))
        return 'cannot' as const
      throw error
    }
  }

  /** Files come before what is said of them, which is looked for where its answer was lost: so none is missing under it. */
  async #sendFiles(at: SlackPlace, { thread, key }: { thread: string | undefined; key: string }, message: Message) {
    if (this.#sentFiles.has(key)) return
    const channel = await this.#channelOf(at)
    await uploadFiles(this.#call, { channel, thread }, await this.#makeFiles(message))
    this.#sentFiles.add(key)
  }

  async #postAll(
    channel: string,
    thread: string | undefined,
    key: string,
    posts: readonly SlackPost[],
  ): Promise<Posted> {
    const sent = [...(this.#begun.get(key) ?? [])]
    this.#begun.delete(key)
    for (const [part, post] of posts.entries()) {
      if (part < sent.length) continue
      await this.#pace.turn(channel)
      sent.push(await this.#postOne({ channel, thread, key, part, of: posts.length, post }))
    }
    return { outcome: 'posted', ref: [channel, ...sent].join(' ') }
  }

  /** Posts once; where the answer is lost it is looked for, and posted again only where it is not there. */
  async #postOne({ channel, thread: under, key, part, of, post }: One): Promise<string> {
    const metadata = { event_type: eventType, event_payload: { key, part, of } }
    const send = async () =>
      (await this.#call('chat.postMessage', { channel, ...post, ...inertPost, metadata, ...thread(under) })).ts ?? ''
    try {
      return await send()
    } catch (error) {
      if (error instanceof SlackRefusal || error instanceof SlackBusy) throw error
      const there = (await this.#sent(channel, under, key)).get(part)
      return there ?? (await send())
    }
  }

  async #look(channel: string, under: string | undefined, key: string) {
    const sent = await this.#sent(channel, under, key)
    const all = [...sent].toSorted(([one], [other]) => one - other).map(([, ts]) => ts)
    if (all.length > 0 && sent.size === sent.of) return { ref: [channel, ...all].join(' ') }
    if (all.length > 0) this.#begun.set(key, all)
    return 'none' as const
  }

  /** The posts of a notice that are there, by their part. */
  async #sent(channel: string, under: string | undefined, key: string) {
    const found = Object.assign(new Map<number, string>(), { of: 0 })
    const args = { channel, limit: lookBack, include_all_metadata: true }
    const { messages = [] } =
      under === undefined
        ? await this.#call('conversations.history', args)
        : await this.#call('conversations.replies', { ...args, ts: under })
    for (const { metadata, ts } of messages) {
      const payload = (metadata?.event_payload ?? {}) as Record<string, unknown>
      if (metadata?.event_type !== eventType || payload.key !== key || ts === undefined) continue
      found.set(Number(payload.part), ts)
      found.of = Number(payload.of)
    }
    return found
  }

  /** A person's direct messages have a channel of their own. */
  async #channelOf({ channel }: SlackPlace): Promise<string> {
    if (!/^[UW]/u.test(channel)) return channel
    const known = this.#direct.get(channel)
    if (known !== undefined) return known
    const opened = await this.#call('conversations.open', { users: channel })
    const id = opened.channel?.id ?? channel
    this.#direct.set(channel, id)
    return id
  }

  /** Says of what Slack refuses why, and of what it takes later when. */
  async #tell(channel: string, work: () => Promise<Posted>): Promise<Posted> {
    try {
      return await work()
    } catch (error) {
      if (error instanceof SlackBusy) {
        const ms = error.seconds * 1000
        this.#pace.hold(channel, ms)
        return { outcome: 'later', until: this.#clock.now() + ms }
      }
      if (!(error instanceof SlackRefusal) || passing.has(error.code)) throw error
      return { outcome: 'refused', reason: undelivered.slackRefused(error.code) }
    }
  }
}

type One = {
  readonly channel: string
  readonly thread: string | undefined
  readonly key: string
  readonly part: number
  readonly of: number
  readonly post: SlackPost
}

/** A message as posts, with what can be done under it. */
function postsOf(message: Message): readonly SlackPost[] {
  const posts = messagePosts(message, { language: message.language ?? 'ja' })
  return actButtons(message, posts)
}

const inertPost = inertOptions['chat.postMessage']
const inertUpdate = inertOptions['chat.update']

const emptied: SlackPost = {
  text: '―',
  blocks: [{ type: 'context', elements: [{ type: 'plain_text', text: '―', emoji: false }] }],
}

function thread(ts: string | undefined) {
  return ts === undefined ? {} : { thread_ts: ts }
}
