import { randomUUID } from 'node:crypto'
import type { Config } from './config.ts'
import type { ModelConfig } from './config-model.ts'
import { makeDigest } from './conversation/digest-round.ts'
import { FrontDesk } from './conversation/front-desk.ts'
import { mendNotices } from './conversation/mend-notices.ts'
import { type Delivered, Outbox } from './conversation/outbox.ts'
import { newsMessage, outcomeMessage } from './conversation/outcome-reply.ts'
import { carryOutOwn, signInAtMachine } from './conversation/own-acts.ts'
import { RecordShelf } from './conversation/record-shelf.ts'
import type { Message } from './conversation/reply.ts'
import type { Outcome } from './conversation/settle-turn.ts'
import { sweep } from './conversation/sweep.ts'
import type { Turn } from './conversation/turn.ts'
import { turnReplyMessage } from './conversation/turn-reply.ts'
import type { View } from './conversation/view.ts'
import type { openConfiguredModel } from './model/open-configured.ts'
import type { Calendar } from './opinions/calendar.ts'
import type { Notice } from './opinions/notice.ts'
import type { Person } from './opinions/read-roster.ts'
import { Records } from './opinions/records.ts'
import { remind } from './opinions/reminders.ts'
import { officeCalendar } from './opinions/working-days.ts'
import type { Clock, Messenger, ModelUse, Presence, Published, Verified } from './ports.ts'
import type { Language } from './questions/normal-text.ts'
import { type PreparedRecord, prepareRecord } from './questions/prepared-record.ts'
import { buildRecord } from './record/build-record.ts'
import { readClosedDays } from './record/read-closed-days.ts'
import { publishedFolder, readPublished } from './record/read-published.ts'
import { readReviewed } from './record/read-reviewed.ts'
import { readSheets, sheetsFolder } from './record/read-sheets.ts'
import type { JournalStore } from './storage/journal/journal-store.ts'
import type { Options } from './storage/journal/open-journal.ts'

/**
 * Reads the public record, the reviewed files, the published rounds and the accepted status sheets, and makes it ready for
 * questions: answering needs nothing else.
 */
export function openRecord({ committeeDir, stateDir }: Pick<Config, 'committeeDir' | 'stateDir'>): PreparedRecord {
  const reviewed = readReviewed(committeeDir)
  const { id } = reviewed.committee
  const published = readPublished(publishedFolder(stateDir, id))
  return prepareRecord(buildRecord(reviewed, published, readSheets(sheetsFolder(stateDir, id))))
}

/** The secretariat's place at the machine itself: what waits there is shown to whoever of the staff comes first. */
export const secretariatHere = 'terminal:secretariat'

/** Outcomes that are kept for their posts at most. */
const mostFresh = 1000

/** The bot, put together. */
export type Bot = AsyncDisposable & {
  /** The reviewed files alone: what is published besides, and what whom may be shown, is on the shelf. */
  readonly prepared: PreparedRecord
  readonly shelf: RecordShelf
  readonly desk: FrontDesk
  /** Puts an outcome into words. */
  readonly calendar: Calendar
  readonly messageOf: (outcome: Outcome) => Promise<Message>
  /** Takes a turn and puts what it came to into words. */
  readonly take: (turn: Turn) => Promise<{ readonly outcome: Outcome; readonly message: Message }>
  /** Lets somebody at the machine itself act as a person of the roster; returns the account to act with. */
  readonly signIn: (person: Person, user: string, language: Language) => Promise<string>
  /** Settles a turn. */
  readonly settle: (turn: Turn) => Promise<Outcome>
  /** Delivers at once what a turn came to and what follows from it, where it is read in the platform's own conversations. */
  readonly follow: (outcome: Outcome) => Promise<void>
  /** Delivers what is due in the outbox. */
  readonly deliver: () => Promise<Delivered>
  /** What is to be done as time goes by: reminders, notices that were overtaken, what is past its life span, the daily digest, and the outbox. Call it every minute. */
  readonly tick: () => Promise<Delivered>
}

/** What the bot is opened with besides its configuration: who delivers notices, and who is told of trouble. */
type Given = {
  readonly messengers: readonly Messenger<Message>[]
  readonly report: (message: string) => void
  /** Called for each delivery of notices; what it returns is told how far that is. */
  readonly progress?: () => (done: number, all: number) => void
  /** The places where the secretariat works together: each submission has one message there, and the digest comes there too. */
  readonly boards?: readonly string[]
  /** Who of the staff is where a platform's secretariat works together; without it the roster alone decides there. */
  readonly presence?: readonly Presence[]
  /** A language model in place of the one that is configured. */
  readonly model?: ModelUse | null
  /** Told of what goes on all the time, such as each request to a model, where somebody keeps a log. */
  readonly log?: (message: string) => void
  readonly clock?: Clock
}

/**
 * Opens the record and the run-time data, and finishes what a crash left unfinished. Without `digest` none is made.
 * @throws Fault of the record or of the store, each with what to do.
 */
export async function openBot(
  config: Pick<Config, 'committeeDir' | 'stateDir'> & Partial<Pick<Config, 'digest' | 'retentionYears' | 'model'>>,
  {
    messengers,
    report,
    progress,
    boards = [],
    presence = [],
    model: other,
    log = () => {},
    clock = { now: Date.now },
  }: Given,
): Promise<Bot> {
  const reviewed = readReviewed(config.committeeDir)
  const calendar = officeCalendar(readClosedDays(config.committeeDir))
  const store = await openState(config, { report, clock })
  const { id, receiptPrefix: prefix = '' } = reviewed.committee
  const shelf = new RecordShelf(reviewed, new Records(store, id))
  const holder = randomUUID()
  const keeping = { retentionYears: config.retentionYears ?? null, chain: store }
  const given = { report, log, clock, state: { store, committee: id } }
  const model =
    other === undefined
      ? await openModelUse(config.model, given).catch(async (fault: unknown) => {
          await store[Symbol.asyncDispose]()
          throw fault
        })
      : other
  const desk = new FrontDesk({
    store,
    clock,
    shelf,
    calendar,
    prefix,
    holder,
    report,
    keeping,
    boards,
    presence,
    model,
  })
  const base = { records: desk.records, presence, calendar, model }
  const { publishedFiles } = await import('./storage/published-files.ts')
  const folders = { annexes: publishedFolder(config.stateDir, id), sheets: sheetsFolder(config.stateDir, id) }
  const files = publishedFiles(folders, report)
  const publish = () => files(async () => ({ annexes: await shelf.published(), sheets: await shelf.sheets() }))
  /** What turns have just come to, until that is posted: an answer need not be found twice. */
  const fresh = new Map<string, Outcome>()
  const replyTo = async (turn: string, kept: Notice['reply']): Promise<Message | null> => {
    const outcome = fresh.get(turn)
    fresh.delete(turn)
    if (outcome === undefined)
      return kept === undefined ? null : await turnReplyMessage(kept, { ...base, shelf }, clock.now())
    const message = await messageOf(outcome)
    return message.blocks.length === 0 ? null : message
  }
  const outbox = new Outbox({
    store,
    records: desk.records,
    messengers,
    clock,
    report,
    ...(progress === undefined ? {} : { progress }),
    holder,
    render: async (news, { language, place, reply }) => {
      if (news.kind === 'turn-reply') return await replyTo(news.turn, reply)
      const view: View = {
        ...{ records: desk.records, calendar },
        // A notice names projects and the committee; of a round's words it tells only what it is about.
        prepared: await shelf.recordFor('everybody'),
        language,
        address: '',
        here: !place.startsWith('mail:'),
        staff: false,
        at: clock.now(),
      }
      return await newsMessage(news, view, place)
    },
  })
  const messageOf = async (outcome: Outcome) => await outcomeMessage(outcome, { ...base, shelf })
  const settle = async (turn: Turn): Promise<Outcome> => {
    const outcome = await desk.take(turn)
    if (fresh.size >= mostFresh) fresh.clear()
    if (turn.answerAt !== undefined) fresh.set(turn.id, outcome)
    await publish()
    return outcome
  }
  const follow = async ({ places, next }: Outcome): Promise<void> => {
    await Promise.all(places.map(async (place) => await outbox.deliverAt(place)))
    if (next !== null) await follow(await settle(next))
  }
  await desk.recover()
  await publish()
  return {
    prepared: shelf.reviewed,
    shelf,
    desk,
    calendar,
    messageOf,
    async take(turn) {
      const outcome = await settle(turn)
      return { outcome, message: await messageOf(outcome) }
    },
    async signIn(person, user, language) {
      const once = { id: randomUUID(), at: clock.now() }
      return await signInAtMachine(store, desk.records, { person, user, language }, once)
    },
    settle,
    follow,
    deliver: () => outbox.deliver(),
    async tick() {
      const at = clock.now()
      await desk.recover()
      await publish()
      await carryOutOwn(store, desk.records, await mendNotices(desk.records, at), at)
      await carryOutOwn(store, desk.records, await remind(desk.records, calendar, at), at)
      const { time = null, mail = null } = config.digest ?? {}
      const places = [secretariatHere, ...boards, ...(mail === null ? [] : [`mail:${mail}`])]
      if (time !== null) await makeDigest(store, desk.records, { time, places, calendar, keeping, holder }, at)
      await sweep(store, desk.records, at)
      return await outbox.deliver()
    },
    async [Symbol.asyncDispose]() {
      await desk.idle()
      await store.close()
    },
  }
}

/**
 * Opens the run-time data. Loaded only when asked for: answering needs none of it.
 * @throws Fault `store-locked`, `journal-torn`, `journal-damaged`, `store-unusable`, each with what to do.
 */
export async function openState(
  config: Pick<Config, 'stateDir'>,
  options: Omit<Options, 'clock'> & { readonly clock?: Clock },
): Promise<JournalStore> {
  const { openJournal } = await import('./storage/journal/open-journal.ts')
  return await openJournal(config.stateDir, { clock: { now: Date.now }, ...options })
}

/**
 * Opens a language model where one is configured. Loaded only then: answering needs none.
 * @throws Fault `prompt-invalid`, with what to do
 */
export async function openModelUse(
  config: ModelConfig | null | undefined,
  given: Parameters<typeof openConfiguredModel>[1],
): Promise<ModelUse | null> {
  if (config === null || config === undefined) return null
  return (await import('./model/open-configured.ts')).openConfiguredModel(config, given)
}

/**
 * Verifies the audit chain of the run-time data without opening it, so also while the bot runs.
 * @throws Fault `store-unusable` where there is none.
 */
export async function verifyState(
  config: Pick<Config, 'stateDir'>,
  published: readonly Published[],
): Promise<Verified> {
  const { verifyJournal } = await import('./storage/journal/verify.ts')
  return await verifyJournal(config.stateDir, published)
}
