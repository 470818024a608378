import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { JournalFolder, opinion, put, systemError, watchedDisk } from '../../support/journal-folder.ts'

const text = '御意見'.repeat(100)

/** A disk whose operations fail while `error` is set: all of a kind, or all on files of a name. */
function failingDisk(kinds: readonly string[], name = '') {
  const fault: { error: string | null } = { error: null }
  const disk = watchedDisk(({ kind, path }) => {
    if (fault.error !== null && kinds.includes(kind) && path.includes(name)) throw systemError(fault.error)
  })
  return { fault, disk }
}

describe('an acknowledgement', () => {
  it('follows an fdatasync of its own when nobody else waits', async () => {
    using folder = new JournalFolder()
    const seen: string[] = []
    const disk = watchedDisk(({ kind }) => void seen.push(kind))
    await using store = await folder.open({ disk })
    seen.length = 0

    for (let n = 0; n < 5; n++) {
      await store.commit([put(`${n}`, text)])
      seen.push('acknowledged')
    }

    expect(seen).toEqual(Array.from({ length: 5 }, () => ['append', 'sync', 'acknowledged']).flat())
  })

  it('shares the fdatasync of all who wait together', async () => {
    using folder = new JournalFolder()
    let syncs = 0
    const disk = watchedDisk(({ kind }) => {
      if (kind === 'sync') syncs += 1
    })
    await using store = await folder.open({ disk })
    syncs = 0

    const first = store.commit([put('0', text)])
    await Promise.resolve()
    const others = Array.from({ length: 50 }, (_, n) => store.commit([put(`${n + 1}`, text)]))
    await Promise.all([first, ...others])

    expect(syncs).toBeLessThanOrEqual(2)
    expect(await store.list({ committee: 'sapporo', collection: 'opinions' })).toHaveLength(51)
  })

  it('and what readers see wait until the disk has confirmed', async () => {
    using folder = new JournalFolder()
    const confirmed = Promise.withResolvers<void>()
    const asked = Promise.withResolvers<void>()
    let held = false
    const disk = watchedDisk(async ({ kind }) => {
      if (!held || kind !== 'sync') return
      asked.resolve()
      await confirmed.promise
    })
    await using store = await folder.open({ disk })
    held = true

    const committed = store.commit([put('1', text)])
    await asked.promise
    const before = await store.find(opinion('1'))
    confirmed.resolve()
    await committed

    expect(before).toBeUndefined()
    expect(await store.find(opinion('1'))).toBeDefined()
  })

  it('never comes again after a sync that failed, and memory stays as the disk was', async () => {
    using folder = new JournalFolder()
    const { fault, disk } = failingDisk(['sync'], 'journal-')
    await using store = await folder.open({ disk })
    await store.commit([put('1', text)])
    const head = await store.head()

    fault.error = 'EIO'
    await expect(store.commit([put('2', text)])).rejects.toMatchObject({ code: 'store-failed' })
    fault.error = null

    await expect(store.commit([put('3', text)])).rejects.toMatchObject({ code: 'store-failed' })
    await expect(store.compact()).rejects.toMatchObject({ code: 'store-failed' })
    expect(await store.find(opinion('1'))).toBeDefined()
    expect(await store.find(opinion('2'))).toBeUndefined()
    expect(await store.head()).toEqual(head)
  })

  it('never comes again after a write that failed for another reason than room', async () => {
    using folder = new JournalFolder()
    const { fault, disk } = failingDisk(['append'])
    await using store = await folder.open({ disk })

    fault.error = 'EIO'
    await expect(store.commit([put('2', text)])).rejects.toThrow(/\(EIO\).*Check the disk, then start again/u)
    fault.error = null

    await expect(store.commit([put('3', text)])).rejects.toMatchObject({ code: 'store-failed' })
  })

  it('never comes again where a full disk does not even let go of the half-written line', async () => {
    using folder = new JournalFolder()
    const { fault, disk } = failingDisk(['append', 'truncate'])
    await using store = await folder.open({ disk })

    fault.error = 'ENOSPC'
    await expect(store.commit([put('2', text)])).rejects.toMatchObject({ code: 'store-failed' })
    fault.error = null

    await expect(store.commit([put('3', text)])).rejects.toMatchObject({ code: 'store-failed' })
  })
})

describe('a full disk', () => {
  it('refuses a snapshot without harm, and makes up for it with the next', async () => {
    using folder = new JournalFolder()
    const { fault, disk } = failingDisk(['append'], '.new')
    const store = await folder.open({ disk })
    await store.commit([put('1', text)])

    fault.error = 'ENOSPC'
    await expect(store.compact()).rejects.toMatchObject({ code: 'ENOSPC' })
    await store.commit([put('2', text)])
    await expect(store.commit([{ kind: 'erase', key: opinion('1') }])).rejects.toMatchObject({ code: 'not-erased' })
    expect(await store.find(opinion('1'))).toBeUndefined()
    fault.error = null
    await store.compact()

    expect(folder.names('journal')).toHaveLength(1)
    expect(await store.verify([await store.head()])).toMatchObject({ outcome: 'verified' })
    await store.close()
    await using again = await folder.open()
    expect(await again.list({ committee: 'sapporo', collection: 'opinions' })).toHaveLength(1)
  })

  it.each(['openAppend', 'syncFolder'])(
    'in the middle of starting a new journal (%s) leaves the old one in use',
    async (kind) => {
      using folder = new JournalFolder()
      const { fault, disk } = failingDisk([kind])
      const store = await folder.open({ disk })
      await store.commit([put('1', text)])

      fault.error = 'ENOSPC'
      await expect(store.compact()).rejects.toMatchObject({ code: 'ENOSPC' })
      fault.error = null
      await store.commit([put('2', text)])
      await store.close()

      await using again = await folder.open()
      expect(await again.list({ committee: 'sapporo', collection: 'opinions' })).toHaveLength(2)
    },
  )

  it('refuses clearly, leaves no half-written line, and works again with room', async (context) => {
    using disk = mountSmall()
    if (disk === null) return context.skip('this machine mounts no tmpfs')
    const folder = new JournalFolder(disk.path)
    const store = await folder.open()
    const filler = join(disk.path, 'filler')
    const acknowledged: string[] = []

    writeFileSync(filler, Buffer.alloc(200 * 1024))
    const commit = async (n: number) => {
      await store.commit([put(`${n}`, text)])
      acknowledged.push(`${n}`)
    }
    let fault: unknown
    for (let n = 0; fault === undefined; n++) {
      await commit(n).catch((error) => {
        fault = error
      })
    }
    const before = readFileSync(folder.file('journal'))
    const refusedAgain = await commit(10_000).catch((error) => error)
    const after = readFileSync(folder.file('journal'))
    rmSync(filler)
    await commit(20_000)

    expect(fault).toMatchObject({ code: 'disk-full' })
    expect(String(fault)).toMatch(/the disk is full: nothing was stored\. Make room in \/.*; it works again at once/u)
    expect(refusedAgain).toMatchObject({ code: 'disk-full' })
    expect(after.equals(before)).toBe(true)
    expect(before.at(-1)).toBe('\n'.charCodeAt(0))
    await store.close()
    const again = await folder.open()
    const ids = (await again.list({ committee: 'sapporo', collection: 'opinions', order: 'inserted' })).map(
      ({ key }) => key.id,
    )
    await again.close()
    expect(ids).toEqual(acknowledged)
    expect(ids.length).toBeGreaterThan(50)
  })
})

describe('permissions', () => {
  it('are for nobody else, also in a folder that others could read', async () => {
    using folder = new JournalFolder()
    mkdirSync(folder.path, { mode: 0o755 })
    const umask = process.umask(0)
    try {
      await using store = await folder.open()
      await store.commit([put('1', text)])
      await store.compact()

      const modes = folder.names().map((name) => statSync(join(folder.path, name)).mode & 0o777)

      expect(statSync(folder.path).mode & 0o777).toBe(0o700)
      expect(modes).toEqual(modes.map(() => 0o600))
      expect(modes).toHaveLength(4)
    } finally {
      process.umask(umask)
    }
  })
})

/** A disk of 512 KiB, where this machine lets us mount one. */
function mountSmall(): (Disposable & { readonly path: string }) | null {
  const path = mkdtempSync(join(tmpdir(), 'small-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=512k', 'tmpfs', path], { stdio: 'ignore' })
  } catch {
    rmSync(path, { recursive: true })
    return null
  }
  return {
    path,
    [Symbol.dispose]() {
      execFileSync('umount', ['-l', path])
      rmSync(path, { recursive: true })
    },
  }
}
