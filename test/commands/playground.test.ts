import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it, vi } from 'vitest'

// Every test starts processes of its own.
vi.setConfig({ testTimeout: 60_000 })

const root = join(import.meta.dirname, '../..')
const standIn = `exec "${process.execPath}" "${join(root, 'test/support/playground-window.ts')}" "$@"`
const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** Two ports in a row that nobody listens at. */
async function freePorts(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 20_000)
    if ((await isFree(port)) && (await isFree(port + 1))) return port
  }
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer().listen(port)
  try {
    await once(server, 'listening')
    server.close()
    await once(server, 'close')
    return true
  } catch {
    return false
  }
}

/** The program with an `npx` of the test's own; null: there is none. */
async function start(npx: string | null, options: readonly string[] = [], env: Readonly<Record<string, string>> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'playground-test-'))
  folders.push(folder)
  if (npx !== null) {
    writeFileSync(join(folder, 'npx'), `#!/bin/sh\n${npx}\n`)
    chmodSync(join(folder, 'npx'), 0o755)
  }
  const port = await freePorts()
  const child = spawn(process.execPath, ['src/cli.ts', 'playground', '--port', `${port}`, ...options], {
    cwd: root,
    env: {
      PATH: npx === null ? folder : `${folder}:/bin:/usr/bin`,
      TMPDIR: folder,
      // What is compiled is no run-time data, and stays where all others have it.
      NODE_COMPILE_CACHE: join(tmpdir(), 'node-compile-cache'),
      DIGEST_TIME: 'off',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const closed = once(child, 'close')
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  return {
    ...{ port, folder, child },
    async ready(): Promise<void> {
      while (!said.includes('Ctrl-C ends') && child.exitCode === null)
        await Promise.race([once(child.stderr, 'data'), closed])
      expect(said).toContain(`http://127.0.0.1:${port + 1}`)
    },
    async ended() {
      const [code] = (await closed) as [number | null]
      return { code, said }
    },
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM')
      await closed
    },
  }
}

const window = async (port: number, path: string, body?: string) =>
  await fetch(`http://127.0.0.1:${port}${path}`, body === undefined ? {} : { method: 'POST', body })

/** What the bot has posted in a window, once `read` finds in it what it looks for. */
async function posted(port: number, wanted: string): Promise<string> {
  return await vi.waitFor(
    async () => {
      const text = await (await window(port, '/posts')).text()
      expect(text).toContain(wanted)
      return text
    },
    { timeout: 20_000, interval: 100 },
  )
}

it('shows the bot to a member and to the secretariat, and leaves nothing behind', async () => {
  await using played = await start(standIn, [], { SLACK_BOT_TOKEN: 'xoxb-1', STATE_DIR: 'real-state' })
  await played.ready()
  const { port } = played

  const steps = [
    ['意見', '第１回'],
    ['1', '何についての御意見ですか'],
    ['No.40', '御意見の本文をお送りください'],
    ['学校給食で使ってほしい。', '計12字'],
    ['以上', '公表資料にお名前'],
    ['1', '次の内容で提出します'],
    ['1', '受付番号：'],
  ] as const
  for (const [text, answer] of steps) {
    await window(port, '/say', text)
    await posted(port, answer)
  }
  const board = await posted(port + 1, '学校給食で使ってほしい。')
  await window(port + 1, '/say', 'queue list')
  await posted(port + 1, '未着手')
  const env = await (await window(port, '/env')).text()
  played.child.kill('SIGINT')

  expect(board).toContain('19:secretariat@thread.tacv2')
  expect(env).not.toMatch(/SLACK|TEAMS_APP|STATE_DIR/u)
  expect(await played.ended()).toMatchObject({ code: 0 })
  expect([await isFree(port), await isFree(port + 1)]).toEqual([true, true])
  expect(readdirSync(played.folder)).toEqual(['npx'])
  expect(existsSync(join(root, 'real-state'))).toBe(false)
})

it('keeps what was tried where a folder is named, and goes on with it', async () => {
  const state = mkdtempSync(join(tmpdir(), 'playground-state-'))
  folders.push(state)
  {
    await using first = await start(standIn, ['--state', state])
    await first.ready()
  }
  await using again = await start(standIn, ['--state', state])
  await again.ready()

  await window(again.port, '/say', '意見')

  await posted(again.port, '第１回')
})

it('ends the bot where the Playground ends', async () => {
  await using played = await start(standIn)
  await played.ready()

  await window(played.port + 1, '/end').catch(() => {})

  const { code, said } = await played.ended()
  expect(code).toBe(1)
  expect(said).toContain('the Playground has ended, so the bot ends too')
  expect(await isFree(played.port)).toBe(true)
})

it.each([
  ['cannot fetch it', 'echo "npm error code ENOTFOUND" >&2; exit 1', 'npm error code ENOTFOUND'],
  ['is not there', null, 'ENOENT'],
])('says what to do where npx %s', async (_, npx, reason) => {
  await using played = await start(npx)

  const { code, said } = await played.ended()

  expect(code).toBe(1)
  expect(said).toContain(reason)
  expect(said).toContain('check that this machine reaches it')
})

it('says which port is taken', async () => {
  const taken = createServer().listen(0)
  await once(taken, 'listening')
  const { port } = taken.address() as { readonly port: number }
  await using played = await start(standIn, ['--port', `${port}`])

  const { code, said } = await played.ended()
  taken.close()

  expect(code).toBe(1)
  expect(said).toContain(`port ${port} is taken`)
})

it.each([['65535'], ['56150x']])('refuses the port %s', async (port) => {
  await using played = await start(standIn, ['--port', port])

  expect(await played.ended()).toMatchObject({ code: 2, said: expect.stringContaining('give a number') })
})

it('is not for production', async () => {
  await using played = await start(standIn, [], { NODE_ENV: 'production' })

  expect(await played.ended()).toMatchObject({ code: 2, said: expect.stringContaining('NODE_ENV is production') })
})
