import { request } from 'undici'
import * as z from 'zod'
import { within } from '../within.ts'
import type { Activity } from './activity.ts'
import type { FileActivity } from './file-activities.ts'
import { isServiceAllowed } from './service-url.ts'

/** What the bot asks of Teams' service: each call goes out once, and ends within ten seconds. */
export type Connector = {
  /**
   * Sends into a conversation; returns the id of what is there then. Null where Teams has made several messages of it, as of a
   * text with a card: then it names none (202). @throws TeamsRefusal, TeamsBusy, and what the network throws
   */
  readonly send: (service: string, conversation: string, activity: Activity | FileActivity) => Promise<string | null>
  /** Shows in a conversation that the bot is at work. */
  readonly type: (service: string, conversation: string) => Promise<void>
  readonly update: (service: string, conversation: string, id: string, activity: Activity) => Promise<void>
  /** Opens the conversation with one person alone; returns its id. */
  readonly openAlone: (service: string, tenant: string, user: string) => Promise<string>
  /** Who is in a team, by the directory's ids, else by Teams' own; given up after three seconds, as somebody waits for it. */
  readonly members: (service: string, channel: string) => Promise<readonly string[]>
}

/** Teams' words for a place where the app is not, or is blocked (source: the pages on proactive messages, and on rate limiting). */
const gone = ['MessageWritesBlocked', 'BotNotInConversationRoster', 'ConversationNotFound', 'ConversationBlockedByUser']

/** Teams has said no; `code` is its word for why. */
export class TeamsRefusal extends Error {
  readonly code: string
  /** Whether the app was taken away there, or is blocked. */
  get isGone(): boolean {
    return gone.includes(this.code)
  }
  constructor(code: string) {
    super(`Teams refused: ${code}`)
    this.code = code
  }
}

/** Teams takes nothing more for so many seconds. */
export class TeamsBusy extends Error {
  readonly code = 'teams-busy'
  readonly seconds: number
  constructor(seconds: number) {
    super(`Teams is busy for ${seconds} s`)
    this.seconds = seconds
  }
}

/** Milliseconds that a call may take. */
const longest = 10_000
/** Milliseconds that all pages of a team's members may take. */
const membersPatience = 3000
/** Members on one page, as many as Teams gives, and pages at most. */
const pageSize = 500
const mostPages = 20
/** Seconds after which it is tried again where Teams does not say, and at most. */
const pause = 5
const longestPause = 3600
/** Answers by which Teams asks to come again; nothing was done (source: the page on rate limiting of bots). */
const busy: ReadonlySet<number> = new Set([412, 429, 502, 504])
const Made = z.object({ id: z.string() })
const Page = z.object({
  members: z.array(z.object({ id: z.string(), aadObjectId: z.string().optional(), objectId: z.string().optional() })),
  continuationToken: z.string().nullish(),
})
const Refused = z.object({ error: z.object({ code: z.string().max(100) }) })

/** Calls the service; returns its answer as JSON. `path` is that below the conversations. */
export type Call = (
  method: 'GET' | 'POST' | 'PUT',
  service: string,
  path: string,
  given: { readonly body?: object; readonly signal?: AbortSignal },
) => Promise<unknown>

type Given = {
  /** The bot's token; null where none is checked. */
  readonly token: (() => Promise<string>) | null
  readonly services: readonly string[]
  readonly patience?: number
}

/** Teams' service, by its REST interface (source: the Bot Connector API, v3). */
export function openService({ token, services, patience = longest }: Given): Call {
  return async (method, service, path, { body, signal }) => {
    if (!isServiceAllowed(service, services)) throw new TeamsRefusal('service-not-allowed')
    const authorization = token === null ? {} : { authorization: `Bearer ${await token()}` }
    const answer = await request(`${service.replace(/\/$/u, '')}/v3/conversations${path}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' }),
        ...authorization,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
      headersTimeout: patience,
      bodyTimeout: patience,
    })
    const text = await answer.body.text()
    const { statusCode: status } = answer
    if (status < 300) return text === '' ? {} : JSON.parse(text)
    if (busy.has(status)) throw new TeamsBusy(secondsIn(answer.headers['retry-after']))
    // A secret that has run out says nothing about the message or the place.
    if (status >= 500 || status === 401) throw Object.assign(new Error('no answer'), { code: `http-${status}` })
    throw new TeamsRefusal(codeIn(text) ?? `http-${status}`)
  }
}

/** What the bot, by its id, asks of a service. */
export function openConnector(bot: string, call: Call): Connector {
  const from = { id: bot }
  return {
    async send(service, conversation, activity) {
      const path = `/${encodeURIComponent(conversation)}/activities`
      const answer = await call('POST', service, path, {
        body: { ...activity, from, conversation: { id: conversation } },
      })
      return Made.safeParse(answer).data?.id ?? null
    },
    async type(service, conversation) {
      const path = `/${encodeURIComponent(conversation)}/activities`
      await call('POST', service, path, {
        body: { type: 'typing', from, conversation: { id: conversation } },
      })
    },
    async update(service, conversation, id, activity) {
      const path = `/${encodeURIComponent(conversation)}/activities/${encodeURIComponent(id)}`
      await call('PUT', service, path, { body: { ...activity, id, from, conversation: { id: conversation } } })
    },
    async openAlone(service, tenant, user) {
      const body = {
        isGroup: false,
        bot: from,
        members: [{ id: user }],
        tenantId: tenant,
        channelData: { tenant: { id: tenant } },
      }
      return Made.parse(await call('POST', service, '', { body })).id
    },
    async members(service, channel) {
      const signal = AbortSignal.timeout(membersPatience)
      const found: string[] = []
      const readPages = async () => {
        let token: string | null | undefined
        for (let page = 0; page === 0 || (token && page < mostPages); page++) {
          const query = new URLSearchParams({ pageSize: `${pageSize}`, ...(token && { continuationToken: token }) })
          const path = `/${encodeURIComponent(channel)}/pagedmembers?${query}`
          const { members, continuationToken } = Page.parse(await call('GET', service, path, { signal }))
          found.push(...members.map(({ id, aadObjectId, objectId }) => aadObjectId ?? objectId ?? id))
          token = continuationToken
        }
        return found
      }
      // The bot's own token may take long as well.
      const all = await within(readPages(), membersPatience)
      if (all === undefined) throw Object.assign(new Error('no answer in time'), { code: 'timeout' })
      return all
    },
  }
}

function secondsIn(header: string | readonly string[] | undefined): number {
  const seconds = Number(header ?? pause)
  return seconds >= 0 ? Math.min(seconds, longestPause) : pause
}

/** Teams' word for why; the one that says most stands somewhere inside of what it answers. */
function codeIn(text: string): string | undefined {
  const within = gone.find((code) => text.includes(code))
  if (within !== undefined) return within
  try {
    return Refused.safeParse(JSON.parse(text)).data?.error.code
  } catch {
    return undefined
  }
}
