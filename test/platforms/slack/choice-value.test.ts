import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { choiceValue, readChoiceValue } from '../../../src/platforms/slack/choice-value.ts'
import { choices } from './texts.ts'

describe('the value of a button', () => {
  it('is read back as the action it was made of, and holds nothing to escape', () => {
    fc.assert(
      fc.property(choices, ({ action }) => {
        const value = choiceValue(action)

        if (value === undefined) expect(JSON.stringify(action).length).toBeGreaterThan(300)
        else {
          expect(readChoiceValue(value)).toEqual(action)
          expect(value.length).toBeLessThanOrEqual(2000)
          expect(value).not.toMatch(/[&<>]/u)
          expect(value.isWellFormed()).toBe(true)
        }
      }),
      { numRuns: 10_000 },
    )
  })

  it('is not made where it would be too long', () => {
    const about = 'x'.repeat(2000 - '{"name":"file","about":""}'.length)

    expect(choiceValue({ name: 'file', about })).toHaveLength(2000)
    expect(choiceValue({ name: 'file', about: `${about}x` })).toBeUndefined()
  })

  it.each([
    ['nothing', ''],
    ['no JSON', '{name:file}'],
    ['null', 'null'],
    ['a list', '[]'],
    ['no name', '{}'],
    ['a name that is none', '{"name":"erase-all"}'],
    ['an inherited name', '{"name":"constructor"}'],
    ['another field', '{"name":"file","more":1}'],
    ['a number as what it is about', '{"name":"file","about":1}'],
    ['an inherited field', '{"name":"file","__proto__":{}}'],
    ['more than a button holds', `{"name":"file","about":"${'x'.repeat(2000)}"}`],
  ])('is not read from %s', (_, text) => {
    expect(readChoiceValue(text)).toBeUndefined()
  })

  it('is read from no random text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(readChoiceValue(text)).toBeUndefined()
      }),
      { numRuns: 10_000 },
    )
  })
})
