import { matchShare } from './comparable-text.ts'
import { generalWeight } from './named-words.ts'
import type { PreparedPassage, PreparedRecord } from './prepared-record.ts'
import { sameAmount } from './quantities.ts'
import type { KnownWord, Question } from './question.ts'

/** Words of no name that a passage must share with a question, where it shares no name: one alone may be chance. */
const enoughWords = 2

/**
 * Whether a passage is about what a question names: one of its projects, words that it quotes or a state, one of the names that
 * the record gives its matters, or two other words of the matter. What any matter has (役割, 参加) is no subject.
 */
export function sharesSubject(question: Question, of: PreparedPassage, prepared: PreparedRecord): boolean {
  const { projects, phrases, states, quantities, content } = question
  const about = of.projects.length > 0 ? of.projects : (of.group?.projects ?? [])
  const isAbout = about.some(({ document, number }) =>
    projects.some((project) => project.document === document && project.number === number),
  )
  if (isAbout || [...phrases, ...states].some((phrase) => of.text.bare.includes(phrase))) return true
  const shared = content.filter((word) => word.noun && !word.abstract && matchShare(word, of.text) === 1)
  const amounts = quantities.filter((asked) => of.text.amounts.some((one) => sameAmount(asked, one)))
  return (
    shared.some((word) => isName(word, prepared)) ||
    shared.filter((word) => word.weight > generalWeight).length + amounts.length >= enoughWords
  )
}

/** Whether a word is one by which the record knows a matter. */
function isName({ word }: KnownWord, { words }: PreparedRecord): boolean {
  return words.some((one) => one.word === word && one.weight > generalWeight)
}
