import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { failingDisk, JournalFolder, opinion, put } from '../../support/journal-folder.ts'

const text = '御意見'.repeat(100)

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

  it('that keeps an erasure from being finished at a start says so, and lets the store be used', async () => {
    using folder = new JournalFolder()
    const { fault, disk } = failingDisk(['append'], '.new')
    const first = await folder.open({ disk })
    await first.commit([put('1', text)])
    fault.error = 'ENOSPC'
    await first.commit([{ kind: 'erase', key: opinion('1') }]).catch(() => {})
    await first.close()

    await using store = await folder.open({ disk })
    await store.commit([put('2', 'b')])

    expect(folder.reports).toEqual([expect.stringContaining('texts that were erased are still on disk')])
    expect(folder.grep(text)).not.toEqual([])
    fault.error = null
    await store.compact()
    expect(folder.grep(text)).toEqual([])
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
