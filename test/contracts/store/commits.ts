import { describe, expect, it } from 'vitest'
import type { Committed } from '../../../src/ports.ts'
import { idsOf, key, type MakePlace, openedIn, put, receipts, receive, versionOf } from './place.ts'

export function describeCommits(name: string, make: MakePlace): void {
  describe(`${name}: commits`, () => {
    it('make all changes in their order, and return the version of what they put', async () => {
      await using test = await openedIn(make)
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
      await using test = await openedIn(make)
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
      await using test = await openedIn(make)
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
      await using test = await openedIn(make)
      const version = versionOf(await test.store.commit([put('1', 'a')]))
      await test.store.commit([{ kind: 'delete', key: key('1') }])
      await (await test.place.open()).commit([put('1', 'b')])

      const late = await (await test.place.open()).commit([put('1', 'c')], { expected: [{ key: key('1'), version }] })

      expect(late.outcome).toBe('conflict')
    })

    it('let one of many through that expect the same', async () => {
      await using test = await openedIn(make)
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
      await using test = await openedIn(make)
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
      await using test = await openedIn(make)
      const other = { counter: { committee: 'midori', name: 'R8' }, changes: () => [] }
      await test.store.commit(receive('a'))

      expect(await test.store.commit(receive('b'))).toMatchObject({ outcome: 'committed', number: 2 })
      expect(await test.store.commit(other)).toMatchObject({ outcome: 'committed', number: 1 })
      expect(await test.store.find(key('R8', 'counters'))).toMatchObject({ value: 2 })
    })
  })
}
