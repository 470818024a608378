import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { visibleFile } from './file-methods.ts'
import { refuse } from './message-methods.ts'
import { postPace } from './post-pace.ts'
import { respond } from './response-urls.ts'
import { buildWebApi, readArguments } from './web-api.ts'
import type { Answer, Call, Weather, World } from './world.ts'

export type ServerOptions = {
  /** Posts that a channel takes at once, and how many more each second; the rest get 429. Without it: any number. */
  readonly pace?: { readonly burst: number; readonly perSecond: number }
}

type HttpAnswer = { readonly status: number; readonly body: Answer; readonly headers?: Record<string, string> }

/** Slack's side of the wire, on the loopback address: the Web API, uploads, files and response_urls. */
export async function openSlackServer(world: World, options: ServerOptions, weather: () => (call: Call) => Weather) {
  const server = createServer((request, response) => void serve(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  world.base = base
  const timers = new Set<NodeJS.Timeout>()
  const answer = buildWebApi(world, () => `${base.replace('http', 'ws')}/link/?ticket=${world.newId('w')}`)
  const pace = postPace(options.pace)

  async function serve(request: IncomingMessage, response: ServerResponse) {
    const { pathname } = new URL(request.url ?? '/', base)
    const [, first = '', second = '', third = ''] = pathname.split('/')
    const body = await readBody(request).catch(() => undefined)
    if (body === undefined) return
    if (first === 'api') callMethod(request, response, second, body)
    else if (first === 'response') callResponse(response, second, body)
    else if (first === 'upload') await upload(request, response, third, body)
    else if (first === 'files-pri') download(request, response, second)
    else if (pathname === '/signin') send(response, 200, '<!doctype html><title>Sign in</title>', 'text/html')
    else {
      world.faults.push(`${request.method} ${pathname}: nothing is there`)
      send(response, 404, 'nothing is there', 'text/plain')
    }
    world.changed()
  }

  /** Does what the weather says with one call; the effect happens where it is fine, late, or its answer is lost. */
  function withWeather(call: Call, response: ServerResponse, act: () => HttpAnswer) {
    const sky = weather()(call)
    world.calls.push(call)
    const answerNow = () => {
      const { status, body, headers } = act()
      call.answer = body
      if (sky === 'lost-answer') response.destroy()
      else send(response, status, JSON.stringify(body), 'application/json', headers)
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
      call.answer = refuse(sky.status === 429 ? 'ratelimited' : 'internal_error')
      const retry = sky.status === 429 ? { 'retry-after': String(sky.retryAfter) } : {}
      send(response, sky.status, JSON.stringify(call.answer), 'application/json', retry)
    }
  }

  function callMethod(request: IncomingMessage, response: ServerResponse, method: string, body: Buffer) {
    const type = request.headers['content-type'] ?? ''
    const form = type.startsWith('application/x-www-form-urlencoded')
    if (request.method !== 'POST' || !form) world.faults.push(`${method}: not a POST of a form`)
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1]
    const args = readArguments(new URLSearchParams(body.toString()))
    const { token: _, ...shown } = args ?? {}
    withWeather({ method, args: shown, at: Date.now() }, response, () => {
      const wait = method === 'chat.postMessage' ? pace(String(shown.channel)) : 0
      if (wait === 0) return { status: 200, body: answer(method, token, args) }
      world.rateLimited += 1
      return { status: 429, body: refuse('ratelimited'), headers: { 'retry-after': String(wait) } }
    })
  }

  function callResponse(response: ServerResponse, id: string, body: Buffer) {
    const args = jsonOf(body)
    const call: Call = { method: 'response_url', args: args ?? {}, at: Date.now() }
    withWeather(call, response, () => respond(world, id, args))
  }

  async function upload(request: IncomingMessage, response: ServerResponse, id: string, body: Buffer) {
    const file = world.files.get(id)
    const bytes = await uploadedBytes(request.headers['content-type'] ?? '', body)
    if (file === undefined || file.bytes !== undefined || bytes.length !== file.length) {
      world.faults.push(`upload of ${id}: ${bytes.length} bytes came, ${file?.length ?? 'nothing'} was announced`)
      return send(response, 400, 'refused', 'text/plain')
    }
    file.bytes = bytes
    send(response, 200, `OK - ${bytes.length}`, 'text/plain')
  }

  /** Without the token Slack does not refuse: it sends the caller to a page where people sign in. */
  function download(request: IncomingMessage, response: ServerResponse, name: string) {
    const file = visibleFile(world, name.slice(name.indexOf('-') + 1))
    const known = request.headers.authorization === `Bearer ${world.botToken}` && world.scopes.has('files:read')
    if (!known || file?.bytes === undefined) return send(response, 302, '', 'text/html', { location: '/signin' })
    send(response, 200, file.bytes, 'application/octet-stream')
  }

  return {
    server,
    base,
    async close() {
      for (const timer of timers) clearTimeout(timer)
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function send(
  response: ServerResponse,
  status: number,
  body: string | Buffer,
  type: string,
  headers: Record<string, string> = {},
) {
  response.writeHead(status, { 'content-type': type, ...headers }).end(body)
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

function jsonOf(body: Buffer): Record<string, unknown> | undefined {
  try {
    return JSON.parse(body.toString()) as Record<string, unknown>
  } catch {
    return undefined
  }
}

/** An upload is the bytes themselves, or a form with one file. */
async function uploadedBytes(type: string, body: Buffer): Promise<Buffer> {
  if (!type.startsWith('multipart/form-data')) return body
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData()
  const file = [...form.values()].find((one) => typeof one !== 'string')
  return file === undefined || typeof file === 'string' ? Buffer.alloc(0) : Buffer.from(await file.arrayBuffer())
}
