import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { JournalFolder } from '../../support/journal-folder.ts'

const holder = join(import.meta.dirname, '../../support/journal-child.ts')

/** Another process that opens the journal, and says `open` when it has it, or why not. */
function startHolder(folder: string) {
  const child = spawn(process.execPath, [holder, folder, 'hold'], { stdio: ['pipe', 'pipe', 'inherit'] })
  child.stdout.setEncoding('utf8')
  return child
}

async function firstWord(child: ReturnType<typeof startHolder>): Promise<string> {
  return String((await once(child.stdout, 'data'))[0]).trim()
}

it('refuses a second writer in the same process, and says who holds the folder', async () => {
  using folder = new JournalFolder()
  await using _store = await folder.open()

  const refusal = await folder.open().catch((fault) => fault)

  expect(refusal).toMatchObject({ code: 'store-locked' })
  expect(refusal.message).toMatch(
    new RegExp(`is in use by process ${process.pid} of user \\d+ on \\S+, since 2026-08-20T`, 'u'),
  )
})

it('refuses a second process, and lets it in as soon as the first one is killed', async () => {
  using folder = new JournalFolder()
  const child = startHolder(folder.path)
  expect(await firstWord(child)).toBe('open')

  const refusal = await folder.open().catch((fault) => fault)
  child.kill('SIGKILL')
  await once(child, 'exit')
  await using store = await folder.open()

  expect(refusal.message).toContain(`is in use by process ${child.pid} `)
  expect(await store.head()).toMatchObject({ entries: 0 })
  expect(readdirSync(folder.path).filter((name) => name.startsWith('lock-'))).toHaveLength(1)
})

it('refuses a folder whose holder does not answer', async () => {
  using folder = new JournalFolder()
  const child = startHolder(folder.path)
  expect(await firstWord(child)).toBe('open')
  child.kill('SIGSTOP')

  const refusal = await folder.open().catch((fault) => fault)
  child.kill('SIGKILL')

  expect(refusal.message).toContain('is in use by another process, which does not answer')
})

it('lets one at most in of many that start at once, over what a killed one left', { timeout: 60_000 }, async () => {
  using folder = new JournalFolder()
  const rounds = process.env.LONG ? 20 : 2

  for (let round = 0; round < rounds; round++) {
    const children = Array.from({ length: 5 }, () => startHolder(folder.path))
    const words = await Promise.all(children.map(firstWord))
    for (const child of children) child.kill('SIGKILL')
    await Promise.all(children.map(async (child) => child.exitCode ?? child.signalCode ?? (await once(child, 'exit'))))

    expect(words.filter((word) => word === 'open').length).toBeLessThanOrEqual(1)
    expect(words.filter((word) => word !== 'open' && word !== 'store-locked')).toEqual([])
  }
  await using store = await folder.open()
  expect(await store.head()).toMatchObject({ entries: 0 })
})

it('asks for a shorter path where a socket cannot have the long one', async () => {
  using folder = new JournalFolder(join('/tmp', `${'long'.repeat(30)}-${process.pid}`))

  await expect(folder.open()).rejects.toMatchObject({ code: 'config-invalid' })
})
