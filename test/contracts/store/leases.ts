import { describe, expect, it } from 'vitest'
import { key, type MakePlace, openedIn, put } from './place.ts'

const digest = { committee: 'sapporo', name: 'digest 2026-08-27' }

export function describeLeases(name: string, make: MakePlace): void {
  describe(`${name}: leases`, () => {
    it('belong to one holder until they are over', async () => {
      await using test = await openedIn(make)
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
      await using test = await openedIn(make)
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
      await using test = await openedIn(make)
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
}
