import { describe, expect, it } from 'vitest'
import { faultsOf } from '../../src/commands/score-answer.ts'
import { readGolden } from '../support/golden.ts'
import { prepareSapporo, tell } from '../support/sapporo.ts'

const prepared = prepareSapporo()

/** sample: given from outside. blind: written before the engine was tuned, by somebody who saw only the source. later: written so too, used to tune. */
describe.each(['sample', 'blind', 'later'])('the golden questions of %s.jsonl', (name) => {
  it.each(readGolden(name).map((question) => [question.id, question.question, question] as const))(
    '%s is answered right: %s',
    (_id, _text, question) => {
      const answer = tell(prepared, question.question, question.context)

      expect(faultsOf(question, answer, prepared), answer.text).toEqual([])
    },
  )
})

describe('the questions of open.jsonl, which are not answered right yet', () => {
  it.each(readGolden('open').map((question) => [question.id, question.question, question] as const))(
    '%s gets no invented quote: %s',
    (_id, _text, question) => {
      const answer = tell(prepared, question.question, question.context)

      expect(faultsOf(question, answer, prepared).filter((fault) => fault.startsWith('fabricated'))).toEqual([])
    },
  )
})

describe('the golden questions', () => {
  it('are enough: blind ones, both languages, and what the record cannot answer or does not bear out', () => {
    const blind = readGolden('blind')
    const own = [...blind, ...readGolden('later')]

    expect(blind.length).toBeGreaterThanOrEqual(60)
    expect(own.length).toBeGreaterThanOrEqual(120)
    expect(own.filter((question) => question.kind === 'trap').length).toBeGreaterThanOrEqual(40)
    expect(own.filter((question) => question.lang === 'en').length).toBeGreaterThanOrEqual(40)
  })

  it('ask for every bullet of the annex', () => {
    const cited = new Set(
      readGolden('blind', 'later').flatMap((question) => tell(prepared, question.question, question.context).passages),
    )
    const bullets = prepared.record.groups
      .flatMap((group) => [...group.opinions, ...group.responses])
      .map((passage) => passage.key)

    expect(bullets.filter((key) => !cited.has(key))).toEqual([])
  })
})
