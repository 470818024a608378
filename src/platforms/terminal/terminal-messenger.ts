import type { Message } from '../../conversation/reply.ts'
import type { Messenger } from '../../ports.ts'

/** Where notices are shown while a person is here: `places` are those he may read, `write` shows a message. */
export type Screen = { readonly places: readonly string[]; readonly write: (message: Message) => void }

/** Shows notices at places `terminal:…`, while their person chats here; until then they wait. */
export class TerminalMessenger implements Messenger<Message> {
  readonly kind = 'terminal'
  #screen: Screen | null = null

  /** From now on this person is here; null: nobody is. */
  show(screen: Screen | null): void {
    this.#screen = screen
  }

  async post(place: string, key: string, message: Message) {
    if (this.#screen?.places.includes(place) !== true) return { outcome: 'away' } as const
    this.#screen.write(message)
    return { outcome: 'posted', ref: key } as const
  }

  /** What was written to a screen cannot be looked up. */
  async find() {
    return 'cannot' as const
  }
}
