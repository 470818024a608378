import { spawnSync } from 'node:child_process'
import { lookup } from 'node:dns/promises'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { fetch as fetchByPackage } from 'undici'
import { describe, expect, it } from 'vitest'
import { takeWanted } from './support/loopback-only/in-tests.ts'

describe('what tests run', () => {
  it.each([
    ['fetch', '192.0.2.1', async () => await fetch('http://192.0.2.1/')],
    ["undici's fetch", 'example.com', async () => await fetchByPackage('https://example.com/')],
    ['a socket', '2001:db8::1', async () => await once(connect({ host: '2001:db8::1', port: 443 }), 'connect')],
    ['a socket by port and host', 'example.com', async () => await once(connect(443, 'example.com'), 'connect')],
    ['a look-up', 'example.com', async () => await lookup('example.com')],
  ])('finds no way out of this machine by %s', async (_, host, reach) => {
    await expect(reach()).rejects.toThrow()

    expect(takeWanted()).toEqual([host])
  })

  it.each(['127.0.0.1', 'localhost', '[::ffff:127.0.0.1]'])('reaches loopback as %s', async (host) => {
    const server = createServer((_, response) => response.end('here')).listen(0, host === 'localhost' ? host : '::')
    await once(server, 'listening')

    const { port } = server.address() as AddressInfo
    const answer = await fetch(`http://${host}:${port}/`)

    expect(await answer.text()).toBe('here')
    server.close()
  })

  it('finds none in a process of its own either, and ends', () => {
    const program = "fetch('http://192.0.2.1/').catch(() => {})"

    const { status, stderr } = spawnSync(process.execPath, ['-e', program], { encoding: 'utf8' })

    expect({ status, stderr }).toEqual({ status: 97, stderr: 'it wants to reach 192.0.2.1\n' })
  })
})
