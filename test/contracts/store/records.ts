import { describe, expect, it } from 'vitest'
import type { Change, Committed, Json } from '../../../src/ports.ts'
import { idsOf, key, type MakePlace, openedIn, put, receipts, receive, versionOf } from './place.ts'

export function describeRecords(name: string, make: MakePlace): void {
  describe(`${name}: records`, () => {
    it('are found as they were put, also when the store is opened again', async () => {
      await using test = await openedIn(make)
      const value = { text: '「御意見」\n𠮷 \\u0000 ×', none: null, list: [1, 2.5, -1e21, true, []], nested: { a: {} } }

      const version = versionOf(await test.store.commit([put('R8-001', value)]))

      expect(await test.store.find(key('R8-001'))).toEqual({ key: key('R8-001'), version, value })
      const again = await test.place.open()
      expect(await again.find(key('R8-001'))).toEqual({ key: key('R8-001'), version, value })
    })

    it('are kept apart by committee, collection and id', async () => {
      await using test = await openedIn(make)
      const keys = [key('1'), key('2'), key('1', 'drafts'), key('1', 'opinions', 'midori')]

      await test.store.commit(keys.map((one, value) => ({ kind: 'put', key: one, value })))

      const found = await Promise.all(keys.map((one) => test.store.find(one)))
      expect(found.map((record) => record?.value)).toEqual([0, 1, 2, 3])
      expect(await test.store.find(key('3'))).toBeUndefined()
    })

    it('cannot be altered from outside', async () => {
      await using test = await openedIn(make)
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
      await using test = await openedIn(make)
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
      await using test = await openedIn(make)

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
      await using test = await openedIn(make)
      for (const id of ids) await test.store.commit([put(id, id)])

      const listed = await idsOf(test.store)

      expect(listed).toEqual(['10', '9', 'A', 'a', 'aa', 'b', '～', '𠮷'])
      expect(await idsOf(test.store, { order: 'id' })).toEqual(listed)
    })

    it('are in the order of the first put: a new version keeps its place, a record put anew comes last', async () => {
      await using test = await openedIn(make)
      await test.store.commit(ids.map((id) => put(id, id)))

      await test.store.commit([put('a', 'again'), { kind: 'delete', key: key('b') }])
      await test.store.commit([put('b', 'anew')])

      const expected = ['a', '～', '𠮷', 'A', 'aa', '10', '9', 'b']
      expect(await idsOf(test.store, { order: 'inserted' })).toEqual(expected)
      expect(await idsOf(await test.place.open(), { order: 'inserted' })).toEqual(expected)
    })

    it('hold what all conditions are true of, and nothing where the value has no fields', async () => {
      await using test = await openedIn(make)
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
}
