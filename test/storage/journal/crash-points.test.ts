import { cpSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, it } from 'vitest'
import { endingDisk, JournalFolder, opinion, put, watchedDisk } from '../../support/journal-folder.ts'

const opinions = { committee: 'sapporo', collection: 'opinions', order: 'inserted' } as const

it('reads the same, wherever in the making of a snapshot the process ends', async () => {
  let operations = Number.POSITIVE_INFINITY
  for (let stop = 1; stop < operations; stop++) {
    using folder = new JournalFolder()
    const { disk, begin, end } = endingDisk(stop)
    const store = await folder.open({ disk })
    for (const id of ['b', 'a', 'c']) await store.commit([put(id, id)])
    await store.compact()
    await store.commit([put('b', 'again'), { kind: 'delete', key: opinion('a') }, put('d', 'd')])
    const before = await store.list(opinions)
    const head = await store.head()
    begin()

    const done = await store.compact().then(
      () => true,
      () => false,
    )
    if (done) operations = stop
    end()
    const copy = join(folder.path, '../copy')
    cpSync(folder.path, copy, { recursive: true, filter: (path) => !path.includes('lock-') })
    await store.close()
    using crashed = new JournalFolder(join(folder.path, '../copied'))
    cpSync(copy, crashed.path, { recursive: true })
    await using again = await crashed.open()
    const after = await again.list(opinions)
    await again.commit([put('e', 'e')])
    await again.compact()

    expect(after, `after ${stop} operations`).toEqual(before)
    expect(await again.verify([head])).toMatchObject({ outcome: 'verified' })
    expect(crashed.names('journal')).toHaveLength(1)
    expect(crashed.names('snapshot')).toHaveLength(1)
    expect(await again.list(opinions)).toHaveLength(before.length + 1)
  }
  expect(operations).toBeGreaterThan(10)
})

it('lets nothing go before what replaces it is safe on disk', async () => {
  using folder = new JournalFolder()
  const seen: string[] = []
  const disk = watchedDisk(({ kind, path }) => void seen.push(`${kind} ${basename(path).replace(/0{6}/u, '')}`))
  await using store = await folder.open({ disk })
  await store.commit([put('1', 'a')])
  await store.compact()
  await store.commit([put('2', 'b')])
  seen.length = 0

  await store.compact()

  expect(seen).toEqual([
    ...['append journal-000003', 'sync journal-000003'],
    ...['openAppend journal-000005', 'syncFolder state'],
    ...['openAppend chain', 'truncate chain', 'append chain', 'sync chain', 'syncFolder state'],
    ...['remove snapshot-000004.new', 'openAppend snapshot-000004.new'],
    ...['append snapshot-000004.new', 'sync snapshot-000004.new', 'rename snapshot-000004', 'syncFolder state'],
    ...['remove snapshot-000002', 'remove journal-000003', 'syncFolder state'],
  ])
})

it('makes a snapshot by itself when the journal has outgrown the last, so that the disk holds a few times what lives', async () => {
  using folder = new JournalFolder()
  await using store = await folder.open()
  const text = 'x'.repeat(200_000)

  for (let n = 0; n < 400; n++) await store.commit([put(`${n % 10}`, `${n} ${text}`)])
  await store.compact()

  const { entries } = await store.head()
  expect(entries).toBeGreaterThan(403)
  expect(entries).toBeLessThan(410)
  expect(await store.list(opinions)).toHaveLength(10)
})
