import { describe, expect, it } from 'vitest'
import { failingDisk, JournalFolder, opinion, put, watchedDisk } from '../../support/journal-folder.ts'

const text = '御意見'.repeat(100)

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
    const [refused, meanwhile] = await Promise.allSettled([
      store.commit([put('2', text)]),
      // Asked while the write is under way, as a digest may.
      Promise.resolve().then(() => Promise.resolve().then(() => store.head())),
    ])
    fault.error = null

    expect(refused).toMatchObject({ status: 'rejected', reason: { code: 'store-failed' } })
    expect(meanwhile).toEqual({ status: 'fulfilled', value: head })
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
