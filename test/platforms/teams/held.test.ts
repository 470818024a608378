import { expect, it } from 'vitest'
import { Held } from '../../../src/platforms/teams/held.ts'

const day = 24 * 60 * 60_000

it('holds a thing for its owner alone, a day at most', () => {
  let now = 0
  const held = new Held<string>({ now: () => now })
  const id = held.keep('sato', 'a file')

  expect(held.find(id, 'sato')).toBe('a file')
  expect(held.find(id, 'suzuki')).toBeUndefined()
  now = day
  expect(held.find(id, 'sato')).toBeUndefined()
})

it('lets the oldest go where there is too much', () => {
  const held = new Held<number>({ now: () => 0 })
  const ids = Array.from({ length: 101 }, (_, at) => held.keep('sato', at))

  expect(held.find(ids[0] ?? '', 'sato')).toBeUndefined()
  expect(held.find(ids[1] ?? '', 'sato')).toBe(1)
  held.drop(ids[1] ?? '')
  expect(held.find(ids[1] ?? '', 'sato')).toBeUndefined()
})
