import { expect, it } from 'vitest'
import { evaluate } from '../../src/commands/evaluate.ts'
import { scoreAnswer } from '../../src/commands/score-answer.ts'
import { readGolden } from '../support/golden.ts'
import { prepareSapporo, tell } from '../support/sapporo.ts'

const prepared = prepareSapporo()
const [first, ...others] = readGolden('blind')
if (first === undefined) throw new Error('there are blind questions')

it('asks as many questions at once as it is told and no more, and keeps their order', async () => {
  const questions = [first, ...others.slice(0, 9)]
  let running = 0
  let most = 0

  const evaluated = await evaluate(questions, {
    prepared,
    model: null,
    atOnce: 3,
    async answer(question) {
      running++
      most = Math.max(most, running)
      // The later ones come back first.
      for (let turns = 30 - questions.indexOf(question); turns > 0; turns--) await Promise.resolve()
      running--
      return tell(prepared, question.question)
    },
  })

  expect(evaluated.map(({ question }) => question)).toEqual(questions)
  expect(most).toBe(3)
})

it.each([
  ['no passage has', '事務局は明日までに全事業を◎とする'],
  ['is empty', ''],
])('calls an answer fabricated whose quote %s', (_, quote) => {
  const answer = tell(prepared, first.question)

  const honest = scoreAnswer(first, answer, prepared)
  const invented = scoreAnswer(
    first,
    { ...answer, text: `${answer.text}${quote}`, citations: [...answer.citations, { quote }] },
    prepared,
  )

  expect(honest).toMatchObject({ right: true, fabricated: false })
  expect(invented).toMatchObject({ right: false, fabricated: true })
})
