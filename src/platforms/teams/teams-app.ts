import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Turn } from '../../conversation/turn.ts'
import { sayIn } from '../../conversation/view.ts'
import type { Clock } from '../../ports.ts'
import { type ReadLine, readOfficeLine } from '../office-line.ts'
import { readBody } from '../read-body.ts'
import { activityTurn } from './activity-turn.ts'
import { type SdkActivity, TeamsAdapter } from './adapter.ts'
import type { TeamsIdentity } from './authentication.ts'
import { chatForms } from './chat-forms.ts'
import type { Connector } from './connector.ts'
import { deskDialogs } from './desk-part.ts'
import { deskSearch } from './desk-search.ts'
import { dialogPress } from './dialog-press.ts'
import type { DroppedFiles } from './dropped-files.ts'
import { fileConsent } from './file-consent.ts'
import { endedGreeting, greetingTurn } from './greeting-turn.ts'
import { Addressed, type Inbound } from './inbound.ts'
import { type Invoke, isOfCard, isOfDialog, readInvoke } from './invoke.ts'
import { close, type InvokeAnswer, sayOnly } from './invoke-answer.ts'
import { nameOf } from './invoke-exchange.ts'
import type { OfferedFiles } from './offered-files.ts'
import { opinionDialog } from './opinion-dialog.ts'
import { opinionSent } from './opinion-sent.ts'
import { ownCards } from './own-cards.ts'
import { isLoopback } from './service-url.ts'
import type { Services } from './services.ts'
import { sourceDialog } from './source-dialog.ts'
import type { Channel, Kit, Part, TeamsBot } from './teams-bot.ts'
import { textDialog } from './text-dialog.ts'
import { showTyping } from './typing.ts'

/** The settings of one Teams app; without an identity it is served to this machine itself alone. */
type TeamsConfig = {
  readonly identity: TeamsIdentity | null
  /** Whether clients open dialogs: those of this machine, such as the Playground, do not. */
  readonly dialogs: boolean
  readonly channel: Channel | null
}

type Parts = {
  readonly bot: TeamsBot
  readonly config: TeamsConfig
  readonly connector: Pick<Connector, 'type' | 'send'>
  readonly readLine: ReadLine
  readonly files: { readonly offered: OfferedFiles; readonly dropped: DroppedFiles }
  readonly committee: string
  readonly services: Pick<Services, 'note'>
  /** Somebody has come into a team, or has left it. */
  readonly moved: () => void
  readonly clock: Clock
  readonly report: (message: string) => void
}

/** Bytes of a body at most. */
const longestBody = 256 * 1024
/** Milliseconds that a body may take to come in; Teams gives an invoke up after five seconds. */
const patience = 4000
/** Turns at work at most for which it is shown that they are. */
const mostShown = 20
/** Milliseconds that the end of the app waits for what it has begun. */
const longestEnd = 10_000

/** The Teams app: `handle` takes what Teams posts to `/api/messages`, `take` an activity that came another way, where no identity is checked. */
export function openTeams({
  bot,
  config,
  connector,
  readLine,
  files,
  committee,
  services,
  moved,
  clock,
  report,
}: Parts) {
  const adapter = new TeamsAdapter(config.identity)
  const running = new Set<Promise<void>>()

  function beside(work: Promise<unknown>): void {
    const kept = work.then(
      () => {},
      (error: unknown) => report(`Teams: a turn waits (${nameOf(error)})`),
    )
    running.add(kept)
    void kept.finally(() => running.delete(kept))
  }

  const { dialogs } = config
  const kit: Kit = { bot, committee, channel: config.channel, dialogs, clock, dropped: files.dropped, report, beside }
  const parts: readonly Part[] = [
    ...[sourceDialog(kit), opinionDialog(kit), opinionSent(kit), textDialog(kit), dialogPress(kit), ownCards(kit)],
    ...[deskDialogs(kit), deskSearch(kit), fileConsent(kit, files.offered)],
  ]

  const formInChat = chatForms(parts, connector.send)

  /** Asks each part whether an invoke is its own. Nothing that goes wrong there is a fault of who has sent it. */
  async function answer(invoke: Invoke): Promise<InvokeAnswer> {
    const { faces, opinions } = sayIn({ language: invoke.locale ?? 'ja' })
    try {
      for (const part of parts) {
        const answered = await part(invoke)
        if (answered !== undefined) return answered
      }
    } catch (error) {
      kit.report(`Teams: an invoke was not answered (${nameOf(error)})`)
      return sayOnly(invoke, opinions.delayed)
    }
    const isShown = isOfCard(invoke) || isOfDialog(invoke, 'opens') || isOfDialog(invoke, 'sends')
    return isShown ? sayOnly(invoke, faces.sayInstead) : close
  }

  /** Settles a turn beside the exchange. */
  function serve(turn: Turn): void {
    // Where many wait, nothing is sent but the answers.
    const stop = running.size < mostShown ? showTyping(connector, turn) : () => {}
    beside(bot.settle(turn).then(bot.follow).finally(stop))
  }

  /** What is a turn is stored before Teams is answered, and settled after. */
  async function take(inbound: Inbound): Promise<unknown> {
    hear(inbound)
    if (inbound.type === 'invoke') return await answer(readInvoke(inbound))
    const form = dialogs ? undefined : formInChat(inbound)
    if (form !== undefined) {
      beside(form)
      return {}
    }
    const dropped = await files.dropped.turns(kit, inbound)
    const said = activityTurn(inbound, committee) ?? greetingTurn(inbound, committee)
    const ended = endedGreeting(inbound)
    if (ended !== undefined) await bot.desk.forget(ended)
    const turns = dropped.length > 0 ? dropped : said === undefined ? [] : [await withLine(said)]
    for (const turn of turns) if (await bot.desk.receive(turn)) serve(turn)
    return {}
  }

  /** What comes in says besides how Teams is reached there, and who has come or gone. */
  function hear({ type, serviceUrl: service, conversation, from, channelData }: Inbound): void {
    services.note({ service, conversation: conversation.id, user: from.id })
    if (type === 'conversationUpdate' && channelData?.team != null) moved()
  }

  /** A command is that; the secretariat's own in its channel is answered there. */
  async function withLine(turn: Turn): Promise<Turn> {
    const own = config.channel === null ? null : `teams/${config.channel.conversation}`
    const isOwn = own !== null && [`${own}/`, `${own};`].some((start) => turn.id.startsWith(start))
    const line = turn.did.kind === 'say' ? await readOfficeLine(turn.did.text, readLine, isOwn) : undefined
    if (line === undefined) return turn
    if (!line.here) return { ...turn, did: line.did }
    const { overheard: _, ...rest } = turn
    return { ...rest, did: line.did }
  }

  return {
    take: async (activity: object) => await adapter.receive(activity as SdkActivity, '', take),
    async handle(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
      if (request.url?.split('?', 1)[0] !== '/api/messages') return false
      const { status, body } = await answerTo(request)
      if (response.destroyed) return true
      response.writeHead(status, {
        'content-type': 'application/json; charset=utf-8',
        // What has not come in by now is not waited for.
        ...(status === 408 ? { connection: 'close' } : {}),
      })
      response.end(body === undefined ? undefined : JSON.stringify(body))
      return true
    },
    async stop(): Promise<void> {
      const { promise, resolve } = Promise.withResolvers<void>()
      const timer = setTimeout(resolve, longestEnd)
      await Promise.race([Promise.allSettled(running), promise])
      clearTimeout(timer)
    },
  }

  async function answerTo(request: IncomingMessage): Promise<{ readonly status: number; readonly body?: unknown }> {
    if (request.method !== 'POST') return { status: 405 }
    if (config.identity === null && !isLocal(request)) return { status: 403 }
    const header = request.headers.authorization ?? ''
    if (config.identity !== null && !/^Bearer (?:[\w-]+\.){2}[\w-]+$/u.test(header)) return { status: 401 }
    const raw = await readBody(request, { longest: longestBody, patience })
    if (typeof raw === 'string') return { status: { slow: 408, long: 413, gone: 400 }[raw] }
    const given = parse(raw)
    if (given === undefined) return { status: 400 }
    const { data: addressed } = Addressed.safeParse(given)
    if (addressed === undefined) return { status: 403 }
    if (config.identity === null && !isLoopback(new URL(addressed.serviceUrl).hostname)) return { status: 403 }
    try {
      return await adapter.receive(given as SdkActivity, header, take)
    } catch (error) {
      report(`Teams: a delivery was not taken (${nameOf(error)})`)
      return { status: 503 }
    }
  }
}

/** Whether a request comes from this machine, and was meant for it; a page of another site in a browser here is not of it. */
function isLocal({ socket, headers }: IncomingMessage): boolean {
  const { host = '', origin } = headers
  const isFrom = origin === undefined || isLoopback(URL.parse(origin)?.hostname ?? '')
  return isFrom && isLoopback(socket.remoteAddress ?? '') && isLoopback(URL.parse(`http://${host}`)?.hostname ?? '')
}

/** A body as an activity, as far as it is an object; what is in it is checked by whom it is for. */
function parse(body: Buffer): object | undefined {
  try {
    const json: unknown = JSON.parse(body.toString('utf8'))
    return typeof json === 'object' && json !== null && !Array.isArray(json) ? json : undefined
  } catch {
    return undefined
  }
}
