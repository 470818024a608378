import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { changeActivity, openConversation, postActivity, refuse } from './connector.ts'
import { buildIssuer } from './issuer.ts'
import { buildPace, type Pace } from './pace.ts'
import { readMember, readMembers, readPage, readTeam } from './rosters.ts'
import { type Answer, type Call, placeId, type Weather, type World } from './world.ts'

export type ServerOptions = {
  /** How many posts it takes, see `teamsPace`; the rest get 429. Without it: any number. */
  readonly pace?: Pace
  /** A client for development, such as the Agents Playground: no tokens, neither in nor out. */
  readonly anonymous?: boolean
}

/** Microsoft’s side of the wire, on the loopback address: the connector, the issuer of tokens, and files. */
export async function openTeamsServer(world: World, options: ServerOptions, weather: () => (call: Call) => Weather) {
  const issuer = buildIssuer(world)
  const pace = buildPace(options.pace)
  const timers = new Set<NodeJS.Timeout>()
  const server = createServer((request, response) => void serve(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  world.base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  async function serve(request: IncomingMessage, response: ServerResponse) {
    const url = new URL(request.url ?? '/', world.base)
    const bytes = await readBody(request).catch(() => undefined)
    if (bytes === undefined) return
    const published = request.method === 'GET' ? issuer.answer(url.pathname) : undefined
    if (published !== undefined) send(response, published)
    else if (request.method === 'POST' && url.pathname.startsWith('/login/'))
      send(response, issuer.grant(url.pathname, new URLSearchParams(bytes.toString())))
    else if (url.pathname.startsWith('/files/')) send(response, transfer(request, url.pathname.slice(7), bytes))
    else if (world.regions.includes(url.pathname.split('/')[1] ?? '')) callConnector(request, response, url, bytes)
    else {
      world.faults.push(`${request.method} ${url.pathname}: nothing is there`)
      send(response, refuse(404, 'NotFound'))
    }
    world.changed()
  }

  /** Does what the weather says with one call; the effect happens where it is fine, late, or its answer is lost. */
  function callConnector(request: IncomingMessage, response: ServerResponse, url: URL, bytes: Buffer) {
    const parts = url.pathname.split('/').slice(2).map(decodeURIComponent)
    const conversation = parts[1] === 'conversations' ? parts[2] : undefined
    const call: Call = {
      method: request.method ?? '',
      region: url.pathname.split('/')[1] ?? '',
      path: `/${parts.join('/')}`,
      ...(conversation === undefined ? {} : { conversation }),
      ...(bytes.length === 0 ? {} : { body: jsonOf(bytes) }),
      at: Date.now(),
    }
    const sky = weather()(call)
    world.calls.push(call)
    const answerNow = () => {
      call.answer = checked(request, call) ?? route(call, parts, url.searchParams)
      if (sky === 'lost-answer') response.destroy()
      else send(response, call.answer)
    }
    if (sky === 'hang') return
    if (sky === 'fine' || sky === 'lost-answer') answerNow()
    else if ('delay' in sky) {
      const timer = setTimeout(() => {
        timers.delete(timer)
        answerNow()
        world.changed()
      }, sky.delay)
      timers.add(timer)
    } else {
      const retry =
        sky.status !== 403 && sky.retryAfter !== undefined ? { headers: { 'retry-after': `${sky.retryAfter}` } } : {}
      call.answer = { ...refuse(sky.status, sky.status === 403 ? sky.code : 'ServiceError'), ...retry }
      send(response, call.answer)
    }
  }

  /** The refusal of a call without the bot’s token, without JSON, or above the pace. */
  function checked(request: IncomingMessage, { method, conversation, body }: Call): Answer | undefined {
    const token = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1]
    const barred = options.anonymous === true ? token !== undefined : token === undefined || !issuer.isOutbound(token)
    if (barred) {
      world.faults.push(token === undefined ? 'a call without a token' : 'a token that was not given to the bot')
      return refuse(401, 'Unauthorized', 'Authorization has been denied for this request.')
    }
    const writes = method === 'POST' || method === 'PUT'
    if (writes && (!request.headers['content-type']?.startsWith('application/json') || body === undefined)) {
      world.faults.push(`${method}: no JSON`)
      return refuse(400, 'BadSyntax')
    }
    // A channel is one conversation, whichever its thread.
    const wait = writes ? pace(placeId(conversation ?? '')) : 0
    if (wait === 0) return undefined
    world.rateLimited += 1
    return { ...refuse(429, 'Throttled'), headers: { 'retry-after': String(wait) } }
  }

  function route({ method, body }: Call, parts: readonly string[], query: URLSearchParams): Answer {
    const [version, kind, id, part, item, rest] = parts
    if (version === 'v3' && kind === 'conversations' && rest === undefined) {
      if (id === undefined && method === 'POST') return openConversation(world, body)
      if (id !== undefined && part === 'activities') {
        if (method === 'POST' && item !== 'history') return postActivity(world, id, body, item)
        if (method === 'PUT' && item !== undefined) return changeActivity(world, id, item, body, false)
        if (method === 'DELETE' && item !== undefined) return changeActivity(world, id, item, undefined, true)
      }
      if (id !== undefined && method === 'GET') {
        if (part === 'members' && item !== undefined) return readMember(world, id, item)
        if (part === 'pagedmembers') return readPage(world, id, query)
        if (part === 'members') {
          const members = readMembers(world, id)
          return 'status' in members ? members : { status: 200, body: members }
        }
      }
    }
    if (version === 'v3' && kind === 'teams' && id !== undefined && method === 'GET' && item === undefined)
      if (part === undefined || part === 'conversations') return readTeam(world, id, part !== undefined)
    world.faults.push(`${method} /${parts.join('/')}: no such call`)
    return refuse(404, 'NotFound')
  }

  /** Files: downloads need no token, their address is the secret; uploads come once, to the address of a consent. */
  function transfer({ method }: IncomingMessage, id: string, bytes: Buffer): Answer {
    const file = world.files.get(id)
    if (file === undefined) return refuse(404, 'itemNotFound')
    if (method === 'GET' && file.bytes !== undefined) return { status: 200, body: file.bytes }
    if (method !== 'PUT' || file.bytes !== undefined) return refuse(409, 'nameAlreadyExists')
    file.bytes = bytes
    return { status: 201, body: { id, name: file.name } }
  }

  return {
    issuer,
    async close() {
      for (const timer of timers) clearTimeout(timer)
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function send(response: ServerResponse, { status, body, headers = {} }: Answer) {
  const raw = Buffer.isBuffer(body)
  response.writeHead(status, { 'content-type': raw ? 'application/octet-stream' : 'application/json', ...headers })
  response.end(body === undefined ? undefined : raw ? body : JSON.stringify(body))
}

function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString())
  } catch {
    return undefined
  }
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts)
}
