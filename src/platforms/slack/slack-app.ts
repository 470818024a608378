import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { App } from '@slack/bolt'
import type { Turn } from '../../conversation/turn.ts'
import type { TakenFile } from '../../opinions/taken-file.ts'
import type { Clock } from '../../ports.ts'
import type { ReadLine } from '../office-line.ts'
import { deskMenu } from './desk-menu.ts'
import { deskDialogs } from './desk-part.ts'
import { fetchFiles, readDropped } from './download.ts'
import { droppedFiles, dropTurns } from './dropped-files.ts'
import { openHomes } from './home.ts'
import { type Ack, httpReceiver } from './http-receiver.ts'
import { lineTurn } from './line-turn.ts'
import { openLocales } from './locales.ts'

import { opinionDialog } from './opinion-dialog.ts'
import { opinionSent } from './opinion-sent.ts'
import { type MessageShortcut, type Payload, type Pressed, readPayload, type Shortcut } from './payload.ts'
import { localeIn, payloadTurn } from './payload-turn.ts'
import { prompts } from './prompts.ts'
import { Seen } from './seen.ts'
import type { Kit, Part, SlackBot } from './slack-bot.ts'

import { type Call, silent } from './slack-web.ts'
import { socketReceiver } from './socket-receiver.ts'
import { sourceDialog } from './source-dialog.ts'
import { showStatus } from './status.ts'
import { subjectOptions } from './subject-options.ts'
import { textDialog } from './text-dialog.ts'
import { codeOf } from './view-exchange.ts'
import { viewPress } from './view-press.ts'

/** The settings of one Slack app. `signingSecret` is for HTTP, `appToken` for Socket Mode; `channel` is the secretariat's. */
type SlackConfig = {
  readonly botToken: string
  readonly signingSecret: string | null
  readonly appToken: string | null
  readonly channel: string | null
  readonly apiUrl: string
}

type Parts = {
  readonly bot: SlackBot
  readonly config: SlackConfig
  readonly call: Call
  readonly readLine: ReadLine
  /** Reads a division's file. */
  readonly readFile: (bytes: Uint8Array) => Promise<TakenFile>
  readonly committee: string
  readonly clock: Clock
  readonly report: (message: string) => void
}

/** Milliseconds after which a delivery that nobody has acknowledged is acknowledged; Slack waits three seconds. */
const latest = 2500

/** Milliseconds until Slack is asked again who the bot is. */
const meetingPause = 30_000

/** Milliseconds that the end of the app waits for what it has begun. */
const longestEnd = 10_000

/** The Slack app. `handle` takes HTTP requests where they are signed; `start` connects the socket where there is one. */
export function openSlack({ bot, config, call, readLine, readFile, committee, clock, report }: Parts) {
  const { appToken, signingSecret, apiUrl } = config
  let botUser: string | undefined
  const localeOf = openLocales(call, clock.now)
  const known = {
    committee,
    localeOf,
    get bot() {
      return botUser
    },
  }
  const kit: Kit = {
    ...{ bot, call, known, channel: config.channel, clock, report },
    readDropped: readDropped(fetchFiles(call, config), readFile, report),
    changed: (who) => homes.refresh(who),
  }
  const homes = openHomes(kit)
  const parts: readonly Part[] = [
    ...[sourceDialog(kit), prompts(kit), deskDialogs(kit), deskMenu(kit)],
    ...[opinionDialog(kit), opinionSent(kit), subjectOptions(kit), textDialog(kit), viewPress(kit), homes.part],
  ]
  const app = openBolt(config, report)
  const triggers = new Seen()

  // The one middleware: what is answered in the exchange is taken by the part it belongs to.
  app.use(async ({ context }) => {
    const { payload, acknowledge } = context as unknown as Taken
    for (const part of parts) if (await part(payload, acknowledge)) return
    await acknowledge()
  })

  async function serve(turn: Turn): Promise<void> {
    const stop = showStatus(kit, turn)
    try {
      const outcome = await bot.settle(turn)
      await bot.follow(outcome)
      // What is only answered changes nothing that stands on somebody's own page.
      if (outcome.told.some(({ kind }) => kind !== 'answer')) kit.changed(turn.person)
    } finally {
      stop()
    }
  }

  /** What was dropped is in the inbox before it is acknowledged, as far as it can be fetched by then. */
  async function takeFiles(dropped: NonNullable<ReturnType<typeof droppedFiles>>, ack: Ack): Promise<void> {
    const timer = setTimeout(() => void ack().catch(() => {}), latest)
    try {
      const fresh: Turn[] = []
      for (const turn of await dropTurns(kit, dropped)) if (await bot.desk.receive(turn)) fresh.push(turn)
      await ack()
      for (const turn of fresh) await serve(turn)
    } finally {
      clearTimeout(timer)
    }
  }

  /** What is being worked on: it is finished before the app ends. */
  const running = new Set<Promise<void>>()

  async function take(body: unknown, ack: Ack): Promise<void> {
    const work = takeOne(body, ack)
    running.add(work)
    try {
      await work
    } finally {
      running.delete(work)
    }
  }

  async function takeOne(body: unknown, ack: Ack): Promise<void> {
    const payload = readPayload(body)
    const dropped = payload && droppedFiles(payload, config.channel)
    if (dropped !== undefined) return await takeFiles(dropped, ackOnce(ack))
    const said = payload && payloadTurn(payload, known)
    const heard = said && (await lineTurn(said, readLine, config.channel))
    if (payload === undefined || (heard?.unasked && !(await bot.desk.remembers(heard.conversation)))) return await ack()
    const turn = heard?.unasked ? { ...heard, ...localeIn(known, heard.person) } : heard
    const once = ackOnce(ack)
    // What is answered by a post is stored before it is acknowledged, as Bolt cannot; it is settled after.
    if (turn !== undefined) {
      const isNew = await bot.desk.receive(turn)
      await once()
      return isNew ? await serve(turn) : undefined
    }
    if (opens(payload) && !triggers.take(payload.trigger_id, clock.now())) return await ack()
    const timer = setTimeout(() => void once().catch(() => {}), latest)
    try {
      const taken: Taken = { payload, acknowledge: once }
      await app.processEvent({ body: body as object, ack: async () => {}, customProperties: taken })
    } finally {
      clearTimeout(timer)
      await once()
    }
  }

  const ended = new AbortController()

  async function meet(): Promise<void> {
    for (let attempt = 1; !ended.signal.aborted; attempt++) {
      try {
        botUser = (await call('auth.test', {})).user_id
        return report(`Slack: the bot is ${botUser}`)
      } catch (error) {
        if (attempt === 1) report(`Slack: cannot be reached (${codeOf(error)}); what is asked is answered once it can`)
        await sleep(meetingPause, undefined, { signal: ended.signal, ref: false }).catch(() => {})
      }
    }
  }

  const http = signingSecret === null ? null : httpReceiver(signingSecret, take, clock.now)
  const socket = appToken === null ? null : socketReceiver({ appToken, apiUrl, take, report })
  return {
    take,
    async handle(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
      if (http === null || request.url?.split('?', 1)[0] !== '/slack/events') return false
      await http(request, response)
      return true
    },
    /** Learns who the bot is, and connects; where Slack cannot be reached it says so, and tries again. */
    async start(): Promise<void> {
      await Promise.all([meet(), socket?.start()])
    },
    /** Takes nothing more, and finishes what it has begun, if that does not take too long. */
    async stop(): Promise<void> {
      ended.abort()
      await socket?.stop()
      await Promise.race([Promise.allSettled(running), sleep(longestEnd, undefined, { ref: false })])
    },
  }
}

/** What is handed through Bolt to the middleware. */
type Taken = { readonly payload: Payload; readonly acknowledge: Ack }

function openBolt({ botToken, apiUrl }: SlackConfig, report: (message: string) => void): App {
  const receiver = { init() {}, start: async () => {}, stop: async () => {} }
  const app = new App({
    receiver,
    // Not a token: Bolt would ask Slack about it at once, and end the process where Slack cannot be reached.
    authorize: async () => ({ botToken }),
    clientOptions: { slackApiUrl: apiUrl },
    logger: silent,
    ignoreSelf: false,
    convoStore: false,
  })
  app.error(async (error) => report(`Slack: a delivery was not finished (${codeOf(error)})`))
  return app
}

/** Whether it is something by which a dialog is opened: that takes its trigger, which comes once. */
function opens(payload: Payload): payload is Pressed | Shortcut | MessageShortcut {
  return !('command' in payload) && ['block_actions', 'shortcut', 'message_action'].includes(payload.type)
}

function ackOnce(ack: Ack): Ack {
  let done = false
  return async (response) => {
    if (done) return
    done = true
    await ack(response)
  }
}
