import { undelivered } from '../../conversation/messages/undelivered.ts'
import { type Message, notes } from '../../conversation/reply.ts'
import { sayIn } from '../../conversation/view.ts'
import type { Clock, Messenger, Posted } from '../../ports.ts'
import { opensDialog } from '../dialog-acts.ts'
import { type Pace, PostPace, type Timer } from '../post-pace.ts'
import { actActivities } from './act-activities.ts'
import { type Activity, buildCard } from './activity.ts'
import { noDialogs } from './choice-parts.ts'
import { type Connector, TeamsBusy, TeamsRefusal } from './connector.ts'
import type { FileActivity } from './file-activities.ts'
import { teamsPace } from './limits.ts'
import { messageActivities } from './message-activities.ts'
import { messageLink } from './message-link.ts'
import type { OfferedFiles } from './offered-files.ts'
import { elementsOf } from './part.ts'
import type { Services } from './services.ts'
import { decodePlace, type TeamsPlace } from './teams-place.ts'
import { noteParts } from './text-parts.ts'

/** What stands for the id of a post that Teams has not named; it is posted anew where it is brought up to date. */
const nameless = '-'

/** What is left of a post that is needed no more. */
const emptied: Activity = {
  ...({ type: 'message', textFormat: 'plain', summary: '―' } as const),
  attachments: [buildCard(elementsOf(noteParts('―')), 'ja')],
}

/** `pace`, `timer`: how fast is posted, where it is not Teams' own pace, and by which time. */
type Given = {
  readonly connector: Connector
  readonly services: Services
  readonly clock: Clock
  /** Offers files in chats; null where nobody can take them, nor open dialogs: on this machine itself. */
  readonly files: Pick<OfferedFiles, 'offer'> | null
  readonly pace?: Pace | undefined
  readonly timer?: Timer
}

/** Posts to chats and channels at Teams' pace. Teams has no way to look a post up, so what may be there already may come twice. */
export class TeamsMessenger implements Messenger<Message> {
  readonly kind = 'teams'
  readonly #connector: Connector
  readonly #services: Services
  readonly #clock: Clock
  readonly #files: Given['files']
  readonly #conversations: PostPace
  readonly #tenants: PostPace
  /** The conversation with each person alone. */
  readonly #alone = new Map<string, string>()
  /** Of a message of several posts, those that are there: it goes on behind them. */
  readonly #begun = new Map<string, readonly string[]>()

  constructor({ connector, services, clock, files, pace, timer }: Given) {
    this.#connector = connector
    this.#services = services
    this.#clock = clock
    this.#files = files
    this.#conversations = new PostPace(pace ?? teamsPace.conversation, timer)
    this.#tenants = new PostPace(pace ?? teamsPace.tenant, timer)
  }

  async post(place: string, key: string, message: Message, under?: string): Promise<Posted> {
    const at = this.#placeOf(place)
    if (at === undefined) return { outcome: 'refused', reason: undelivered.noTeamsPlace }
    return await this.#tell(at, async () => {
      const conversation = await this.#conversationOf(at)
      const [root] = under === undefined ? [] : postsOf(under)
      const into = root === undefined || root === nameless ? conversation : threadOf(conversation, root)
      const sent = [...(this.#begun.get(key) ?? [])]
      const offered = isPersonal(at) ? ((await this.#files?.offer(conversation, message)) ?? []) : []
      const activities = [...this.#activitiesOf(message, at), ...offered]
      for (const activity of activities.slice(sent.length)) {
        // All of a message stays together: in a channel what follows stands under its beginning.
        const [first = nameless] = sent
        const where = root === undefined && first !== nameless ? threadOf(into, first) : into
        sent.push(await this.#send(at, where, activity))
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
    const at = this.#placeOf(place)
    if (at === undefined) return { outcome: 'refused', reason: undelivered.noTeamsPlace }
    return await this.#tell(at, async () => {
      const conversation = await this.#conversationOf(at)
      const activities = this.#activitiesOf(message, at)
      const old = postsOf(ref)
      const [root = nameless] = old
      const into = root === nameless ? conversation : threadOf(conversation, root)
      const now = [...old]
      const turnInto = async (post: string, activity: Activity) => {
        await this.#turn(conversation, at)
        await this.#connector.update(at.service, conversation, post, activity)
      }
      for (const [index, activity] of activities.entries()) {
        const post = old[index] ?? nameless
        if (post === nameless) now[index] = await this.#send(at, into, activity)
        else await turnInto(post, activity)
      }
      // What needs fewer posts than before leaves the others empty but for a line.
      for (const post of old.slice(activities.length)) if (post !== nameless) await turnInto(post, emptied)
      return { outcome: 'posted', ref: now.join(' ') }
    })
  }

  async find() {
    return 'cannot' as const
  }

  /** A message as activities, with what can be done under it; what cannot be done there is said to be done elsewhere. */
  #activitiesOf(message: Message, at: TeamsPlace): readonly Activity[] {
    const language = message.language ?? 'ja'
    const opens = this.#files !== null
    const hints = hintsOf(message, { opens, personal: isPersonal(at) })
    // An opinion that is being written can be written in its form as well.
    const form = { label: sayIn({ language }).forms.opinion.inForm, action: { name: 'opinion' } } as const
    const offers = [...(message.drafting ? [form] : []), ...(message.offers ?? [])]
    const whole = { ...message, offers, blocks: [...message.blocks, ...notes(...hints)] }
    const activities = messageActivities(whole, {
      ...{ language, dialogs: opens ? opensDialog : noDialogs },
      ...(at.user === null ? {} : { reader: at.user }),
    })
    return opens ? actActivities(message, activities, (ref) => messageLink(at, postsOf(ref)[0] ?? '')) : activities
  }

  #placeOf(place: string): TeamsPlace | undefined {
    const at = decodePlace(place)
    return at && { ...at, service: this.#services.reach(at) }
  }

  async #send(at: TeamsPlace, conversation: string, activity: Activity | FileActivity): Promise<string> {
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

/** A chat with one person alone; those have ids of their own. */
function isPersonal({ conversation, user }: TeamsPlace): boolean {
  return user !== null || conversation?.startsWith('a:') === true
}

function hintsOf(
  { card, claim, files, menu, language = 'ja' }: Message,
  { opens, personal }: { readonly opens: boolean; readonly personal: boolean },
): readonly string[] {
  const { faces } = sayIn({ language })
  if (opens)
    return [...(menu ? [faces.menuFiles] : []), ...(files === undefined || personal ? [] : [faces.filesByChat])]
  return [
    ...(card === undefined ? [] : [faces.workByCommand(card.receipt)]),
    ...(claim === undefined ? [] : [faces.confirmByCommand]),
    ...(menu ? [faces.menuByCommand] : []),
    ...(files === undefined ? [] : [faces.filesElsewhere]),
  ]
}
