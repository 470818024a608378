import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerIdOf, findAnswerId } from '../../src/conversation/answer-id.ts'

describe("an answer's number", () => {
  it('is the same for the same turn, and short enough to be read out', () => {
    expect(answerIdOf('slack/T1/Ev1')).toBe(answerIdOf('slack/T1/Ev1'))
    expect(answerIdOf('slack/T1/Ev1')).toMatch(/^A-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/u)
  })

  it('is found again however it is written down', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('', '-', ' ', '－', 'ー'), (turn, dash) => {
        const id = answerIdOf(turn)
        const misread = id.replaceAll('0', 'o').replaceAll('1', 'l').toLowerCase().replaceAll('-', dash)

        expect(findAnswerId(misread)).toBe(id)
        expect(
          findAnswerId(
            id.replaceAll('-', '').replaceAll(/./gu, (sign) => String.fromCodePoint(sign.charCodeAt(0) + 0xfee0)),
          ),
        ).toBe(id)
      }),
    )
  })

  it.each(['', 'A-', 'R8-012', 'A-7K2M-9QX', 'A-7K2M-9QXTT', 'A-UUUU-UUUU', 'why', 'A'.repeat(10_000)])(
    'is not "%s"',
    (text) => {
      expect(findAnswerId(text)).toBeUndefined()
    },
  )
})
