import type { Bot } from '../app.ts'
import type { Config } from '../config.ts'
import type { Message } from '../conversation/reply.ts'
import type { Clock, Messenger } from '../ports.ts'

/** A call that would have been made. */
export type Recorded = { readonly method: string; readonly args: unknown }

/** A platform whose calls go nowhere: `calls` grows by what it would have called. */
type Played = {
  readonly calls: Recorded[]
  readonly messenger: Messenger<Message>
  readonly boards: readonly string[]
  /** `take` returns what a payload is acknowledged with, null for nothing, once all that follows from it is done. */
  readonly serve: (bot: Bot) => { readonly take: (body: object) => Promise<unknown> }
}

/** How the saved payloads of one platform are played. */
export type Player = {
  /** What is expected of a file. */
  readonly expected: string
  readonly isKnown: (body: object) => boolean
  /** Stands for what is not configured, or names who is meant in the payload; it is sent nowhere. */
  readonly environment: (body: object) => Readonly<Record<string, string>>
  readonly open: (
    config: Config,
    given: { readonly report: (message: string) => void; readonly clock: Clock },
  ) => Played
}

/** Posts go nowhere, and so wait for nothing. */
export const atOnce = { interval: 0, burst: 1 } as const
