import { describe, expect, it } from 'vitest'
import type { AuditChain, Change, Clock, Committed, Json, Key, Store } from '../../src/ports.ts'

/** Where a store keeps its records: opened again, it holds what was acknowledged. */
export type Place = AsyncDisposable & {
  readonly clock: Clock & { readonly pass: (ms: number) => void }
  /** Opens the store; if it is open, it is closed first. */
  readonly open: () => Promise<Store & AuditChain>
}

const key = (id: string, collection = 'opinions', committee = 'sapporo'): Key => ({ committee, collection, id })
const put = (id: string, value: Json): Change => ({ kind: 'put', key: key(id), value })
const receipts = { committee: 'sapporo', name: 'R8' }
const digest = { committee: 'sapporo', name: 'digest 2026-08-27' }
const receive = (text: string) => ({ counter: receipts, changes: (number: number) => [put(`R8-${number}`, { text })] })

function versionOf(committed: Committed): number {
  if (committed.outcome !== 'committed') throw new Error(`not committed: ${JSON.stringify(committed)}`)
  return committed.version
}

/** What every store promises. `make` gives a new, empty place. */
export function describeStore(name: string, make: () => Promise<Place>): void {
  async function opened() {
    const place = await make()
    return { place, store: await place.open(), [Symbol.asyncDispose]: () => place[Symbol.asyncDispose]() }
  }
  const idsOf = async (store: Store, query = {}) =>
    (await store.list({ committee: 'sapporo', collection: 'opinions', ...query })).map((record) => record.key.id)

  describe(`${name}: records`, () => {
    it('are found as they were put, also when the store is opened again', async () => {
      await using test = await opened()
      const value = { text: '「御意見」\n𠮷 \\u0000 ×', none: null, list: [1, 2.5, -1e21, true, []], nested: { a: {} } }

      const version = versionOf(await test.store.commit([put('R8-001', value)]))

      expect(await test.store.find(key('R8-001'))).toEqual({ key: key('R8-001'), version, value })
      const again = await test.place.open()
      expect(await again.find(key('R8-001'))).toEqual({ key: key('R8-001'), version, value })
    })

    it('are kept apart by committee, collection and id', async () => {
      await using test = await opened()
      const keys = [key('1'), key('2'), key('1', 'drafts'), key('1', 'opinions', 'midori')]

      await test.store.commit(keys.map((one, value) => ({ kind: 'put', key: one, value })))

      const found = await Promise.all(keys.map((one) => test.store.find(one)))
      expect(found.map((record) => record?.value)).toEqual([0, 1, 2, 3])
      expect(await test.store.find(key('3'))).toBeUndefined()
    })

    it('cannot be altered from outside', async () => {
      await using test = await opened()
      const value = { list: ['a'] }
      const committed = test.store.commit([put('1', value)])
      value.list.push('b')
      await committed

      const found = (await test.store.find(key('1')))?.value as { list: string[] }

      expect(found).toEqual({ list: ['a'] })
      try {
        found.list.push('c')
      } catch {
        // A store may refuse, or give everybody a copy.
      }
      expect((await test.store.find(key('1')))?.value).toEqual({ list: ['a'] })
    })

    it.each(['delete', 'erase'] as const)('are out of sight after %s, also when opened again', async (kind) => {
      await using test = await opened()
      await test.store.commit([put('1', 'a'), put('2', 'b')])

      await test.store.commit([{ kind, key: key('1') }])

      expect(await idsOf(test.store)).toEqual(['2'])
      const again = await test.place.open()
      expect(await again.find(key('1'))).toBeUndefined()
      expect(await idsOf(again)).toEqual(['2'])
    })

    it.each<[string, Change]>([
      ['NUL', put('1', { text: 'a\0b' })],
      ['a lone surrogate', put('1', ['\ud83d'])],
      ['a lone surrogate in a field name', put('1', { '\udfff': 1 })],
      ['NUL in the key', put('a\0', 1)],
      ['an empty id', put('', 1)],
      ['no value', { kind: 'put', key: key('1'), value: undefined as unknown as Json }],
    ])('are refused with %s, and nothing of the commit is stored', async (_, change) => {
      await using test = await opened()

      await expect(test.store.commit([put('2', 1), change])).rejects.toMatchObject({ code: 'not-storable' })
      await expect(
        test.store.commit({ counter: receipts, changes: () => [put('2', 1), change] }),
      ).rejects.toMatchObject({ code: 'not-storable' })

      expect(await idsOf(test.store)).toEqual([])
      expect((await test.store.commit(receive('a'))) satisfies Committed).toMatchObject({ number: 1 })
    })
  })

  describe(`${name}: lists`, () => {
    const ids = ['b', 'a', '～', '𠮷', 'A', 'aa', '10', '9']

    it('are in the order of code points', async () => {
      await using test = await opened()
      for (const id of ids) await test.store.commit([put(id, id)])

      const listed = await idsOf(test.store)

      expect(listed).toEqual(['10', '9', 'A', 'a', 'aa', 'b', '～', '𠮷'])
      expect(await idsOf(test.store, { order: 'id' })).toEqual(listed)
    })

    it('are in the order of the first put: a new version keeps its place, a record put anew comes last', async () => {
      await using test = await opened()
      await test.store.commit(ids.map((id) => put(id, id)))

      await test.store.commit([put('a', 'again'), { kind: 'delete', key: key('b') }])
      await test.store.commit([put('b', 'anew')])

      const expected = ['a', '～', '𠮷', 'A', 'aa', '10', '9', 'b']
      expect(await idsOf(test.store, { order: 'inserted' })).toEqual(expected)
      expect(await idsOf(await test.place.open(), { order: 'inserted' })).toEqual(expected)
    })

    it('hold what all conditions are true of, and nothing where the value has no fields', async () => {
      await using test = await opened()
      const values = [
        { call: '2026-1', open: true },
        { call: '2026-1', open: false },
        { call: null },
        {},
        'text',
        null,
        [1],
      ]
      await test.store.commit(values.map((value, index) => put(String(index), value)))

      const found = (where: object) => idsOf(test.store, { where })

      expect(await found({ call: '2026-1' })).toEqual(['0', '1'])
      expect(await found({ call: '2026-1', open: true })).toEqual(['0'])
      expect(await found({ call: null })).toEqual(['2'])
      expect(await found({ length: 4 })).toEqual([])
      expect(await found({ constructor: 'Object' })).toEqual([])
      expect(await found({})).toHaveLength(values.length)
    })
  })

  describe(`${name}: commits`, () => {
    it('make all changes in their order, and return the version of what they put', async () => {
      await using test = await opened()
      await test.store.commit([put('1', 'old')])

      const version = versionOf(
        await test.store.commit([put('2', 'a'), put('2', 'b'), { kind: 'delete', key: key('1') }, put('1', 'new')]),
      )

      expect(await test.store.list({ committee: 'sapporo', collection: 'opinions' })).toEqual([
        { key: key('1'), version, value: 'new' },
        { key: key('2'), version, value: 'b' },
      ])
    })

    it('say which record is not as expected, and change nothing', async () => {
      await using test = await opened()
      const first = versionOf(await test.store.commit([put('1', 'a')]))
      const second = versionOf(await test.store.commit([put('1', 'b')]))

      const stale = await test.store.commit([put('1', 'c'), put('2', 'c')], {
        expected: [
          { key: key('2'), version: 0 },
          { key: key('1'), version: first },
        ],
      })
      const taken = await test.store.commit([put('1', 'c')], { expected: [{ key: key('1'), version: 0 }] })
      const absent = await test.store.commit(receive('c'), { expected: [{ key: key('9'), version: second }] })

      expect(stale).toEqual({ outcome: 'conflict', key: key('1'), version: second })
      expect(taken).toEqual({ outcome: 'conflict', key: key('1'), version: second })
      expect(absent).toEqual({ outcome: 'conflict', key: key('9'), version: 0 })
      expect(await idsOf(test.store)).toEqual(['1'])
      expect((await test.store.find(key('1')))?.value).toBe('b')
    })

    it('go through when every record is as expected', async () => {
      await using test = await opened()
      const version = versionOf(await test.store.commit([put('1', 'a')]))

      const committed = await test.store.commit([put('1', 'b'), put('2', 'b')], {
        expected: [
          { key: key('1'), version },
          { key: key('2'), version: 0 },
        ],
      })

      expect(versionOf(committed)).toBeGreaterThan(version)
    })

    it('never take a record for the one that had its name before', async () => {
      await using test = await opened()
      const version = versionOf(await test.store.commit([put('1', 'a')]))
      await test.store.commit([{ kind: 'delete', key: key('1') }])
      await (await test.place.open()).commit([put('1', 'b')])

      const late = await (await test.place.open()).commit([put('1', 'c')], { expected: [{ key: key('1'), version }] })

      expect(late.outcome).toBe('conflict')
    })

    it('let one of many through that expect the same', async () => {
      await using test = await opened()
      const expected = [{ key: key('1'), version: 0 }]

      const committed = await Promise.all(
        Array.from({ length: 20 }, (_, value) => test.store.commit([put('1', value)], { expected })),
      )

      const winners = committed.flatMap((one, value) => (one.outcome === 'committed' ? [{ ...one, value }] : []))
      expect(winners).toHaveLength(1)
      expect(await test.store.find(key('1'))).toMatchObject({ version: winners[0]?.version, value: winners[0]?.value })
    })
  })

  describe(`${name}: counters`, () => {
    it('count without holes, also where commits fail, throw, run at once, or the store is opened again', async () => {
      await using test = await opened()
      const numbers = (committed: readonly Committed[]) =>
        committed.flatMap((one) => (one.outcome === 'committed' ? [one.number] : []))

      const burst = await Promise.all(Array.from({ length: 20 }, () => test.store.commit(receive('a'))))
      const refused = await test.store.commit(receive('b'), { expected: [{ key: key('R8-1'), version: 0 }] })
      const thrown = test.store.commit({
        counter: receipts,
        changes: () => {
          throw new Error('no')
        },
      })
      await expect(thrown).rejects.toThrow('no')
      const after = await (await test.place.open()).commit(receive('c'))

      expect(refused.outcome).toBe('conflict')
      expect(numbers([...burst, after]).toSorted((a, b) => Number(a) - Number(b))).toEqual(
        Array.from({ length: 21 }, (_, index) => index + 1),
      )
      expect(await idsOf(await test.place.open())).toHaveLength(21)
    })

    it('are records, apart by committee and name', async () => {
      await using test = await opened()
      const other = { counter: { committee: 'midori', name: 'R8' }, changes: () => [] }
      await test.store.commit(receive('a'))

      expect(await test.store.commit(receive('b'))).toMatchObject({ outcome: 'committed', number: 2 })
      expect(await test.store.commit(other)).toMatchObject({ outcome: 'committed', number: 1 })
      expect(await test.store.find(key('R8', 'counters'))).toMatchObject({ value: 2 })
    })
  })

  describe(`${name}: leases`, () => {
    it('belong to one holder until they are over', async () => {
      await using test = await opened()
      const { store, place } = test
      const until = place.clock.now() + 1000

      const held = await store.lease(digest, 'a', 1000)
      const refused = await store.lease(digest, 'b', 1000)
      const other = await store.lease({ ...digest, committee: 'midori' }, 'b', 1000)
      place.clock.pass(1000)
      const later = await store.lease(digest, 'b', 1000)

      expect(held).toMatchObject({ outcome: 'held', lease: { ...digest, holder: 'a', until } })
      expect(refused).toEqual({ outcome: 'taken', holder: 'a', until })
      expect(other.outcome).toBe('held')
      expect(later).toMatchObject({ outcome: 'held', lease: { holder: 'b', until: until + 1000 } })
    })

    it('are renewed by their holder, and free when given back', async () => {
      await using test = await opened()
      const first = await test.store.lease(digest, 'a', 1000)
      test.place.clock.pass(500)

      const renewed = await test.store.lease(digest, 'a', 1000)

      if (first.outcome !== 'held' || renewed.outcome !== 'held') throw new Error('not held')
      expect(renewed.lease).toEqual({ ...first.lease, until: first.lease.until + 500 })
      await test.store.release(renewed.lease)
      const next = await test.store.lease(digest, 'b', 1000)
      if (next.outcome !== 'held') throw new Error('not held')
      await test.store.release(renewed.lease)
      expect((await test.store.lease(digest, 'a', 1000)).outcome).toBe('taken')
    })

    it('fence off a holder who is late, and let one who is alone go on', async () => {
      await using test = await opened()
      const { store, place } = test
      const old = await store.lease(digest, 'a', 1000)
      if (old.outcome !== 'held') throw new Error('not held')
      place.clock.pass(5000)
      expect(await store.commit([put('1', 'a')], { lease: old.lease })).toMatchObject({ outcome: 'committed' })
      const next = await store.lease(digest, 'b', 1000)
      if (next.outcome !== 'held') throw new Error('not held')

      const late = await store.commit([put('1', 'late')], { lease: old.lease })

      expect(late).toEqual({ outcome: 'fenced', lease: digest })
      expect(next.lease.fence).toBeGreaterThan(old.lease.fence)
      expect(await store.commit([put('1', 'b')], { lease: next.lease })).toMatchObject({ outcome: 'committed' })
      await store.release(next.lease)
      expect(await store.commit([put('1', 'c')], { lease: next.lease })).toMatchObject({ outcome: 'fenced' })
      expect((await store.find(key('1')))?.value).toBe('b')
    })
  })

  describe(`${name}: the audit chain`, () => {
    it('grows with every commit, and its heads are found in it ever after', async () => {
      await using test = await opened()
      const heads = [await test.store.head()]
      for (const value of [1, 2, 3]) {
        await test.store.commit([put('1', value)])
        heads.push(await test.store.head())
      }
      await test.store.commit([{ kind: 'erase', key: key('1') }])

      const store = await test.place.open()

      expect(new Set(heads.map(({ hash }) => hash)).size).toBe(4)
      expect(await store.verify(heads)).toEqual({ outcome: 'verified', head: await store.head() })
      expect(await store.verify(heads.map(({ hash }) => ({ hash: hash.slice(0, 6) })))).toMatchObject({
        outcome: 'verified',
      })
    })

    it.each([{ hash: 'abcdef' }, { hash: '' }, { hash: '00000' }, { entries: 1, hash: '0'.repeat(64) }])(
      'says that %j was never its head',
      async (published) => {
        await using test = await opened()
        await test.store.commit([put('1', 1)])

        expect(await test.store.verify([published])).toEqual({ outcome: 'not-in-chain', published })
      },
    )
  })
}
