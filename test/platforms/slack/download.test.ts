import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import { fetchFiles } from '../../../src/platforms/slack/download.ts'

async function openHost(answer: RequestListener) {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(`${request.url} ${request.headers.authorization}`)
    answer(request, response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { address, asked, [Symbol.dispose]: () => void server.close() }
}

/** Fetches a file that Slack says is there. */
function fetched(url: string, apiUrl: string, size = 10) {
  const call = async () => ({ ok: true, file: { url_private_download: url, size } })
  return fetchFiles(call as never, { botToken: 'xoxb-secret', apiUrl })('F1')
}

describe('fetching a file', () => {
  it('shows the token to where the Web API is', async () => {
    using host = await openHost((_, response) => void response.end('rows'))

    const bytes = await fetched(`${host.address}/f`, `${host.address}/api/`)

    expect(String(bytes)).toBe('rows')
    expect(host.asked).toEqual(['/f Bearer xoxb-secret'])
  })

  it.each([
    ['another host', (other: string) => `${other}/f`],
    ['Slack’s files without https', () => 'http://files.slack.com/f'],
    ['a host that only begins like it', () => 'https://files.slack.com.example.jp/f'],
    ['what is no address', () => 'f'],
  ])('asks nothing of %s', async (_, address) => {
    using host = await openHost((_request, response) => void response.end('rows'))
    using other = await openHost((_request, response) => void response.end('rows'))

    const bytes = await fetched(address(other.address), `${host.address}/api/`)

    expect(bytes).toBeUndefined()
    expect([...host.asked, ...other.asked]).toEqual([])
  })

  it('follows no answer that sends elsewhere', async () => {
    using other = await openHost((_, response) => void response.end('rows'))
    using host = await openHost((_, response) => void response.writeHead(302, { location: `${other.address}/f` }).end())

    const bytes = await fetched(`${host.address}/f`, `${host.address}/api/`)

    expect(bytes).toBeUndefined()
    expect(other.asked).toEqual([])
  })

  it('stops where there is more than was said', async () => {
    using host = await openHost((_, response) => void response.end(Buffer.alloc(5_000_001)))

    expect(await fetched(`${host.address}/f`, `${host.address}/api/`)).toBe('too-large')
    expect(await fetched(`${host.address}/f`, `${host.address}/api/`, 5_000_001)).toBe('too-large')
    expect(host.asked).toHaveLength(1)
  })
})
