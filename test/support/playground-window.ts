import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import * as z from 'zod'

/*
 * Stands in for the Agents Playground where npx is called in tests, as far as the bot sees it: it reads the same file and the same
 * options, and sends and takes activities in the same way. `/say` is somebody typing in the personal chat, `/posts` what the bot
 * has posted there and `/env` what it was started with; at `/end` it ends by itself.
 */

const World = z.object({
  tenantId: z.string(),
  bot: z.object({ id: z.string(), name: z.string() }),
  currentUser: z.object({ id: z.string(), name: z.string(), aadObjectId: z.string() }),
  users: z.array(z.object({ id: z.string() })).length(5),
  personalChat: z.object({ id: z.string() }),
  team: z.object({ id: z.string() }),
})

const { values } = parseArgs({
  allowPositionals: true,
  options: {
    'app-endpoint': { type: 'string', default: '' },
    'channel-id': { type: 'string', default: '' },
    port: { type: 'string', default: '' },
    'disable-telemetry': { type: 'boolean', default: false },
    yes: { type: 'boolean' },
    'prefer-offline': { type: 'boolean' },
  },
})
const world = World.parse(JSON.parse(readFileSync('.m365agentsplayground.yml', 'utf8')))
const posts: unknown[] = []
let last = 0

async function say(said: string): Promise<number> {
  const activity = {
    ...{ type: 'message', id: `${(last += 1)}`, channelId: values['channel-id'], text: said, locale: 'en-US' },
    serviceUrl: `http://localhost:${values.port}/_connector`,
    recipient: world.bot,
    from: world.currentUser,
    conversation: { id: world.personalChat.id, conversationType: 'personal', tenantId: world.tenantId },
  }
  const headers = { 'content-type': 'application/json' }
  return (await fetch(values['app-endpoint'], { method: 'POST', headers, body: JSON.stringify(activity) })).status
}

createServer((request, response) => {
  void (async () => {
    const { pathname } = new URL(request.url ?? '', 'http://localhost')
    const body = await text(request)
    if (pathname === '/end') process.exit(0)
    if (pathname === '/say') response.writeHead(await say(body)).end()
    else if (pathname === '/posts') response.end(JSON.stringify(posts))
    else if (pathname === '/env') response.end(Object.keys(process.env).join('\n'))
    else if (pathname === '/_connector/v3/conversations') response.end(JSON.stringify(world.personalChat))
    else if (pathname.startsWith('/_connector/')) {
      posts.push({ at: decodeURIComponent(pathname), activity: JSON.parse(body) })
      response.writeHead(201).end(JSON.stringify({ id: `${(last += 1)}` }))
    } else response.end('a window')
  })()
}).listen(Number(values.port))
