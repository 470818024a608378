import { once } from 'node:events'
import { type Bot, openBot } from '../app.ts'
import type { Config } from '../config.ts'
import type { Message } from '../conversation/reply.ts'
import { errorFrames } from '../conversation/reportable.ts'
import type { Pace } from '../platforms/post-pace.ts'
import type { Clock, Messenger, Presence } from '../ports.ts'
import { type Handler, openServer } from '../server.ts'
import { localMessengers } from './local-messengers.ts'
import type { slackPlatform } from './slack-platform.ts'

/** Milliseconds between two looks at what is to be done as time goes by. */
const often = 60_000
/** Milliseconds between two looks at what waits to be delivered. */
const soon = 5000

/** A platform that is served: its messenger before the bot is opened, and what takes its requests after. */
type Platform = {
  readonly messenger: Messenger<Message>
  readonly boards: readonly string[]
  readonly presence?: readonly Presence[]
  readonly serve: (bot: Bot) => Served
}

type Served = {
  readonly handle: Handler
  readonly start: () => Promise<void>
  readonly stop: () => Promise<void>
}

/** `pace` is how fast posts go to one place, where it is not the platform's own. */
type Given = { readonly report: (message: string) => void; readonly clock?: Clock; readonly pace?: Pace }

/**
 * Opens the bot and serves the platforms that are configured, on one port, until it is closed.
 * @throws Fault of the record, the store or the port, each with what to do.
 */
export async function openPlatforms(config: Config, { report, clock = { now: Date.now }, pace }: Given) {
  const platforms = await configured(config, { report, clock, pace })
  const bot = await openBot(config, {
    messengers: [...localMessengers(config).all, ...platforms.map(({ messenger }) => messenger)],
    boards: platforms.flatMap(({ boards }) => boards),
    presence: platforms.flatMap(({ presence = [] }) => presence),
    report,
    log: report,
    clock,
  })
  const tried = async (work: () => Promise<unknown>) => {
    try {
      await work()
    } catch (error) {
      report(errorFrames(error))
    }
  }
  const served = platforms.map(({ serve }) => serve(bot))
  const server = await openServer({ ...config.server, handlers: served.map(({ handle }) => handle), report }).catch(
    async (fault: unknown) => {
      await bot[Symbol.asyncDispose]()
      throw fault
    },
  )
  const timers = [setInterval(() => void tried(bot.tick), often), setInterval(() => void tried(bot.deliver), soon)]
  for (const { start } of served) void tried(start)
  void tried(bot.tick)
  return {
    bot,
    port: server.port,
    async [Symbol.asyncDispose]() {
      for (const timer of timers) clearInterval(timer)
      await Promise.all([server.close(), ...served.map(async ({ stop }) => await stop())])
      await bot[Symbol.asyncDispose]()
    },
  }
}

/** Each platform is loaded only where it is configured. */
async function configured(
  { slack, teams }: Config,
  given: Parameters<typeof slackPlatform>[1],
): Promise<readonly Platform[]> {
  const platforms: Platform[] = []
  if (slack !== null) platforms.push((await import('./slack-platform.ts')).slackPlatform(slack, given))
  if (teams !== null) platforms.push((await import('./teams-platform.ts')).teamsPlatform(teams, given))
  return platforms
}

/** Serves until the process is told to end. Returns the exit code. */
export async function servePlatforms(config: Config): Promise<number> {
  const report = (message: string) => void process.stderr.write(`kondankai-bot: ${message}\n`)
  await using served = await openPlatforms(config, { report })
  report(`serving on http://${config.server.host}:${served.port} (/healthz says whether it runs)`)
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
  report('ending')
  return 0
}
