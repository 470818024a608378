import { undelivered } from '../../conversation/messages/undelivered.ts'
import { type Message, notes } from '../../conversation/reply.ts'
import { sayIn } from '../../conversation/view.ts'
import type { Clock, Messenger, Posted } from '../../ports.ts'
import { type Connector, TeamsBusy, TeamsRefusal } from './connector.ts'
import { messageActivities } from './message-activities.ts'
import type { Services } from './services.ts'
import { decodePlace, type TeamsPlace } from './teams-place.ts'

/** Posts to chats and channels. Teams has no way to look a post up, so what may be there already may come twice. */
export class TeamsMessenger implements Messenger<Message> {
  readonly kind = 'teams'
  readonly #connector: Connector
  readonly #services: Services
  readonly #clock: Clock
  /** The conversation with each person alone. */
  readonly #alone = new Map<string, string>()
  /** Of a message of several posts, those that are there: it goes on behind them. */
  readonly #begun = new Map<string, readonly string[]>()

  constructor(connector: Connector, services: Services, clock: Clock) {
    this.#connector = connector
    this.#services = services
    this.#clock = clock
  }

  async post(place: string, key: string, message: Message, under?: string): Promise<Posted> {
    const at = this.#placeOf(place)
    if (at === undefined) return { outcome: 'refused', reason: undelivered.noTeamsPlace }
    return await this.#tell(async () => {
      const conversation = await this.#conversationOf(at)
      const [root] = under === undefined ? [] : postsOf(under)
      const into = root === undefined ? conversation : threadOf(conversation, root)
      const sent = [...(this.#begun.get(key) ?? [])]
      const activities = activitiesOf(message)
      for (const activity of activities.slice(sent.length)) {
        sent.push(await this.#connector.send(at.service, into, activity))
        this.#begun.set(key, sent)
      }
      this.#begun.delete(key)
      return { outcome: 'posted', ref: sent.join(' ') }
    })
  }

  async update(place: string, ref: string, message: Message): Promise<Posted> {
    const at = this.#placeOf(place)
    if (at === undefined) return { outcome: 'refused', reason: undelivered.noTeamsPlace }
    return await this.#tell(async () => {
      const conversation = await this.#conversationOf(at)
      const activities = activitiesOf(message)
      const old = postsOf(ref)
      for (const [index, activity] of activities.slice(0, old.length).entries())
        await this.#connector.update(at.service, conversation, old[index] ?? '', activity)
      const more: string[] = []
      for (const activity of activities.slice(old.length))
        more.push(await this.#connector.send(at.service, threadOf(conversation, old[0] ?? ''), activity))
      return { outcome: 'posted', ref: [...old, ...more].join(' ') }
    })
  }

  async find() {
    return 'cannot' as const
  }

  #placeOf(place: string): TeamsPlace | undefined {
    const at = decodePlace(place)
    return at && { ...at, service: this.#services.reach(at) }
  }

  async #conversationOf({ service, tenant, conversation, user }: TeamsPlace): Promise<string> {
    if (conversation !== null) return conversation
    const known = this.#alone.get(`${tenant}/${user}`)
    if (known !== undefined) return known
    const opened = await this.#connector.openAlone(service, tenant, user ?? '')
    this.#alone.set(`${tenant}/${user}`, opened)
    return opened
  }

  async #tell(work: () => Promise<Posted>): Promise<Posted> {
    try {
      return await work()
    } catch (error) {
      if (error instanceof TeamsBusy) return { outcome: 'later', until: this.#clock.now() + error.seconds * 1000 }
      if (!(error instanceof TeamsRefusal)) throw error
      return { outcome: 'refused', reason: undelivered.teamsRefused(error.code) }
    }
  }
}

/** A thread of a channel is a conversation of its own; a chat has none. */
function threadOf(conversation: string, root: string): string {
  return conversation.includes('@thread.tacv2') && !conversation.includes(';messageid=')
    ? `${conversation};messageid=${root}`
    : conversation
}

function postsOf(ref: string): readonly string[] {
  return ref.split(' ').filter((one) => one !== '')
}

/** A message as activities: what needs a form or a file elsewhere is said to be done by words. */
function activitiesOf(message: Message) {
  const language = message.language ?? 'ja'
  const { faces } = sayIn({ language })
  const hints = [
    ...(message.card === undefined ? [] : [faces.workByCommand(message.card.receipt)]),
    ...(message.claim === undefined ? [] : [faces.confirmByCommand]),
    ...(message.files === undefined ? [] : [faces.filesElsewhere]),
  ]
  // A reply is written as it stands in the chat; there is no form for it.
  const offers = message.offers?.filter(({ action }) => action.name !== 'reply') ?? []
  return messageActivities({ ...message, offers, blocks: [...message.blocks, ...notes(...hints)] }, { language })
}
