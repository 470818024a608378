import { describe, expect, it } from 'vitest'
import { key, type MakePlace, openedIn, put } from './place.ts'

export function describeChain(name: string, make: MakePlace): void {
  describe(`${name}: the audit chain`, () => {
    it('grows with every commit, and its heads are found in it ever after', async () => {
      await using test = await openedIn(make)
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
        await using test = await openedIn(make)
        await test.store.commit([put('1', 1)])

        expect(await test.store.verify([published])).toEqual({ outcome: 'not-in-chain', published })
      },
    )
  })
}
