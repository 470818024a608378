import { expect, it } from 'vitest'
import { CheckedTokens } from '../../../src/platforms/teams/checked-tokens.ts'

const minute = 60_000

function openTokens() {
  let now = Date.parse('2026-08-20T09:00:00+09:00')
  const tokens = new CheckedTokens<string>(() => now)
  return {
    tokens,
    in: (ms: number) => now + ms,
    goOn: (ms: number) => void (now += ms),
  }
}

it('takes a token that was checked again, for five minutes', () => {
  const time = openTokens()
  time.tokens.keep('good', 'Teams', time.in(60 * minute))

  time.goOn(5 * minute - 1)
  expect(time.tokens.find('good')).toBe('Teams')

  time.goOn(1)
  expect(time.tokens.find('good')).toBeUndefined()
})

it('takes none that has ended, and none whose end is not known', () => {
  const time = openTokens()
  time.tokens.keep('ends', 'Teams', time.in(minute))
  time.tokens.keep('endless', 'Teams', Number.NaN)

  time.goOn(minute)

  expect(time.tokens.find('ends')).toBeUndefined()
  expect(time.tokens.find('endless')).toBeUndefined()
})

it('takes none that was checked with something else', () => {
  const time = openTokens()

  time.tokens.keep('good of one service', 'Teams', time.in(60 * minute))

  expect(time.tokens.find('good of another service')).toBeUndefined()
})

it('holds no more than a hundred, whoever sends how many', () => {
  const time = openTokens()
  for (let at = 0; at < 1000; at++) time.tokens.keep(`good ${at}`, 'Teams', time.in(60 * minute))

  const kept = Array.from({ length: 1000 }, (_, at) => time.tokens.find(`good ${at}`)).filter(
    (who) => who !== undefined,
  )

  expect(kept.length).toBeLessThanOrEqual(100)
  expect(time.tokens.find('good 999')).toBe('Teams')
})
