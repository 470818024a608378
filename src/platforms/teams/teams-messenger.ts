import { undelivered } from '../../conversation/messages/undelivered.ts'
import { type Message, notes } from '../../conversation/reply.ts'
import { sayIn } from '../../conversation/view.ts'
import type { Clock, Messenger, Posted } from '../../ports.ts'
import { opensDialog } from '../dialog-acts.ts'
import { type Pace, PostPace, type Timer } from '../post-pace.ts'
import type { Activity } from './activity.ts'
import { type Dialogs, noDialogs } from './choice-parts.ts'
import { type Connector, TeamsBusy, TeamsRefusal } from './connector.ts'
import { teamsPace } from './limits.ts'
import { messageActivities } from './message-activities.ts'
import { decodePlace, type TeamsPlace } from './teams-place.ts'

/** What stands for the id of a post that Teams has not named; it is posted anew where it is brought up to date. */
const nameless = '-'

/** `dialogs`: false where clients open none; `pace`, `timer`: how fast is posted, where it is not Teams' own pace, and by which time. */
type Options = { readonly dialogs?: boolean; readonly pace?: Pace | undefined; readonly timer?: Timer }

/** Posts to chats and channels at Teams' pace. Teams has no way to look a post up, so what may be there already may come twice. */
export class TeamsMessenger implements Messenger<Message> {
  readonly kind = 'teams'
  readonly #connector: Connector
  readonly #clock: Clock
  readonly #dialogs: Dialogs
  readonly #conversations: PostPace
  readonly #tenants: PostPace
  /** The conversation with each person alone. */
  readonly #alone = new Map<string, string>()
  /** Of a message of several posts, those that are there: it goes on behind them. */
  readonly #begun = new Map<string, readonly string[]>()

  constructor(connector: Connector, clock: Clock, { dialogs = true, pace, timer }: Options = {}) {
    this.#connector = connector
    this.#clock = clock
    this.#dialogs = dialogs ? opensDialog : noDialogs
    this.#conversations = new PostPace(pace ?? teamsPace.conversation, timer)
    this.#tenants = new PostPace(pace ?? teamsPace.tenant, timer)
  }

  async post(place: string, key: string, message: Message, under?: string): Promise<Posted> {
    const at = decodePlace(place)
    if (at === undefined) return { outcome: 'refused', reason: undelivered.noTeamsPlace }
    return await this.#tell(at, async () => {
      const conversation = await this.#conversationOf(at)
      const [root] = under === undefined ? [] : postsOf(under)
      const into = root === undefined || root === nameless ? conversation : threadOf(conversation, root)
      const sent = [...(this.#begun.get(key) ?? [])]
      const activities = activitiesOf(message, this.#dialogs, at.user)
      for (const activity of activities.slice(sent.length)) {
        sent.push(await this.#send(at, into, activity))
        this.#begun.set(key, sent)
      }
      return { outcome: 'posted', ref: sent.join(' ') }
    }).then((posted) => {
      // What is there or never will be need not be gone on with.
      if (posted.outcome !== 'later') this.#begun.delete(key)
      return posted
    })
  }

  async update(place: string, ref: string, message: Message): Promise<Posted> {
    const at = decodePlace(place)
    if (at === undefined) return { outcome: 'refused', reason: undelivered.noTeamsPlace }
    return await this.#tell(at, async () => {
      const conversation = await this.#conversationOf(at)
      const activities = activitiesOf(message, this.#dialogs, at.user)
      const old = postsOf(ref)
      const [root = nameless] = old
      const into = root === nameless ? conversation : threadOf(conversation, root)
      const now = [...old]
      for (const [index, activity] of activities.entries()) {
        const post = old[index] ?? nameless
        if (post === nameless) now[index] = await this.#send(at, into, activity)
        else {
          await this.#turn(conversation, at)
          await this.#connector.update(at.service, conversation, post, activity)
        }
      }
      return { outcome: 'posted', ref: now.join(' ') }
    })
  }

  async find() {
    return 'cannot' as const
  }

  async #send(at: TeamsPlace, conversation: string, activity: Activity): Promise<string> {
    await this.#turn(conversation, at)
    return (await this.#connector.send(at.service, conversation, activity)) ?? nameless
  }

  /** Waits until Teams may be called for a conversation; its threads are of it. */
  async #turn(conversation: string, { tenant }: TeamsPlace): Promise<void> {
    await this.#conversations.turn(conversation.split(';', 1)[0] ?? '')
    await this.#tenants.turn(tenant)
  }

  async #conversationOf(at: TeamsPlace): Promise<string> {
    const { service, tenant, conversation, user } = at
    if (conversation !== null) return conversation
    const known = this.#alone.get(nameOf(at))
    if (known !== undefined) return known
    await this.#turn(`${tenant} alone`, at)
    const opened = await this.#connector.openAlone(service, tenant, user ?? '')
    this.#alone.set(nameOf(at), opened)
    return opened
  }

  async #tell(at: TeamsPlace, work: () => Promise<Posted>): Promise<Posted> {
    try {
      return await work()
    } catch (error) {
      if (error instanceof TeamsBusy) return { outcome: 'later', until: this.#clock.now() + error.seconds * 1000 }
      if (!(error instanceof TeamsRefusal)) throw error
      // Whoever takes the app up again may be found elsewhere.
      this.#alone.delete(nameOf(at))
      return { outcome: 'refused', reason: undelivered.teamsRefused(error.code, error.isGone) }
    }
  }
}

/** A person of a tenant. */
function nameOf({ tenant, user }: TeamsPlace): string {
  return `${tenant}/${user}`
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

/**
 * A message as activities: what needs a form of the secretariat's or a file elsewhere is said to be done by words. An opinion
 * that is being written can be written in its form as well.
 */
function activitiesOf(message: Message, dialogs: Dialogs, reader: string | null) {
  const language = message.language ?? 'ja'
  const { faces, forms } = sayIn({ language })
  const hints = [
    ...(message.card === undefined ? [] : [faces.workByCommand(message.card.receipt)]),
    ...(message.claim === undefined ? [] : [faces.confirmByCommand]),
    ...(message.files === undefined ? [] : [faces.filesElsewhere]),
  ]
  const form = { label: forms.opinion.inForm, action: { name: 'opinion' } } as const
  const offers = [...(message.drafting ? [form] : []), ...(message.offers ?? [])]
  return messageActivities(
    { ...message, offers, blocks: [...message.blocks, ...notes(...hints)] },
    {
      ...{ language, dialogs },
      ...(reader === null ? {} : { reader }),
    },
  )
}
