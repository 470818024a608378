import type { Message } from '../../src/conversation/reply.ts'
import { messageText } from '../../src/platforms/terminal/message-lines.ts'
import type { Messenger, Posted } from '../../src/ports.ts'

type Received = { readonly place: string; readonly key: string; readonly text: string }

/** What happens to a post: `posted-unsaid`: it is there, but the answer is lost. */
export type Weather = 'fine' | 'throws' | 'posted-unsaid' | 'away' | 'refused'

/** A platform of the tests' own: it keeps what was posted, and does with a post what `weather` says. */
export class PostRoom implements Messenger<Message> {
  readonly kind: string
  readonly received: Received[] = []
  /** What was asked, in order: `find 1`, `post 1`. */
  readonly asked: string[] = []
  readonly #finds: boolean
  weather: (place: string, key: string) => Weather = () => 'fine'
  /** Called when a post is there, before it is answered. */
  onPosted: () => void | Promise<void> = () => {}

  constructor(kind = 'room', finds = true) {
    this.kind = kind
    this.#finds = finds
  }

  get texts(): readonly string[] {
    return this.received.map(({ text }) => text)
  }

  async post(place: string, key: string, message: Message): Promise<Posted> {
    this.asked.push(`post ${key}`)
    const weather = this.weather(place, key)
    if (weather === 'away') return { outcome: 'away' }
    if (weather === 'refused') return { outcome: 'refused', reason: 'gone\u0000away' }
    if (weather === 'throws') throw Object.assign(new Error(`${place}: secret`), { code: 'ECONNRESET' })
    const text = messageText(message)
    this.received.push({ place, key, text })
    await this.onPosted()
    if (weather === 'posted-unsaid') throw new Error('the answer was lost')
    return { outcome: 'posted', ref: `ref ${key}` }
  }

  async find(place: string, key: string): Promise<{ readonly ref: string } | 'none' | 'cannot'> {
    this.asked.push(`find ${key}`)
    if (!this.#finds) return 'cannot'
    return this.received.some((one) => one.key === key && one.place === place) ? { ref: `ref ${key}` } : 'none'
  }
}
