import { readFileSync, writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { endingDisk, JournalFolder, opinion, put } from '../../support/journal-folder.ts'

const secret = '山田花子 090-0000-0000'
const person = '3f2b-person'
const opinions = { committee: 'sapporo', collection: 'opinions' }

it('takes the text, all its versions, its salt and its name off the disk, and leaves the chain valid', async () => {
  using folder = new JournalFolder()
  await using store = await folder.open()
  await store.commit([put(person, { text: `${secret} 初版` }), put('2', { text: 'stays' })])
  await store.compact()
  await store.commit([put(person, { text: `${secret} 改版` })])
  const [line = ''] = readFileSync(folder.file('journal'), 'utf8').trimEnd().split('\n').slice(-1)
  const [{ changes }] = JSON.parse(line.slice(18))
  const salt: string = changes[0].salt
  const before = [folder.grep(secret).length, folder.grep(person).length, folder.grep(salt).length]
  const heads = [await store.head()]

  await store.commit([{ kind: 'erase', key: opinion(person) }, put('act', { by: ['a', 'b'], reason: '本人の申出' })])
  heads.push(await store.head())

  expect(before).toEqual([2, 2, 1])
  expect([...folder.grep(secret), ...folder.grep(person), ...folder.grep(salt)]).toEqual([])
  expect((await store.list(opinions)).map(({ key }) => key.id)).toEqual(['2', 'act'])
  expect(await store.verify(heads)).toEqual({ outcome: 'verified', head: await store.head() })
})

it('also takes what was deleted or replaced before', async () => {
  using folder = new JournalFolder()
  await using store = await folder.open()
  await store.commit([put('1', secret)])
  await store.commit([{ kind: 'delete', key: opinion('1') }])
  expect(folder.grep(secret)).not.toEqual([])

  await store.commit([{ kind: 'erase', key: opinion('1') }])

  expect(folder.grep(secret)).toEqual([])
})

it('also takes what a torn write left beside the journal', async () => {
  using folder = new JournalFolder()
  const first = await folder.open()
  await first.commit([put('1', 'a')])
  await first.commit([put('2', secret)])
  await first.close()
  const journal = folder.file('journal')
  writeFileSync(journal, readFileSync(journal).subarray(0, -3))
  await using store = await folder.open({ acceptTornTail: true })
  expect(folder.grep(secret)).toEqual(folder.names('torn'))

  await store.commit([{ kind: 'erase', key: opinion('1') }])

  expect(folder.grep(secret)).toEqual([])
})

it('goes through beside a snapshot that was begun before it, and beside other writers', async () => {
  using folder = new JournalFolder()
  await using store = await folder.open()
  await Promise.all(Array.from({ length: 50 }, (_, n) => store.commit([put(`${n}`, `${secret} ${n}`)])))

  await Promise.all([
    store.compact(),
    ...Array.from({ length: 50 }, (_, n) => store.commit([{ kind: 'erase', key: opinion(`${n}`) }])),
    ...Array.from({ length: 50 }, (_, n) => store.commit([put(`new ${n}`, 'stays')])),
  ])

  expect(folder.grep(secret)).toEqual([])
  expect(await store.list(opinions)).toHaveLength(50)
  expect(await store.verify([await store.head()])).toMatchObject({ outcome: 'verified' })
})

it('is finished at the next start when the process ends, or the disk fails, in the middle of it', async () => {
  let operations = Number.POSITIVE_INFINITY
  for (let stop = 1; stop < operations; stop++) {
    using folder = new JournalFolder()
    const { disk, begin, end } = endingDisk(stop)
    const store = await folder.open({ disk })
    await store.commit([put('1', secret), put('2', 'stays')])
    begin()

    const fault = await store.commit([{ kind: 'erase', key: opinion('1') }]).catch((error) => error)
    if (fault.outcome === 'committed') operations = stop
    end()
    await store.close()
    await using again = await folder.open({ acceptTornTail: true })

    // What was not even decided stays as it was; what was, is gone for good.
    const gone = (await again.find(opinion('1'))) === undefined
    expect(folder.grep(secret).length === 0, `after ${stop} operations`).toBe(gone)
    if (fault.code === 'not-erased') expect(gone).toBe(true)
    expect(await again.find(opinion('2'))).toBeDefined()
    expect(await again.verify()).toMatchObject({ outcome: 'verified' })
  }
  expect(operations).toBeGreaterThan(10)
})
