import type { Answer } from '../answer.ts'
import { answerWith } from '../build-answer.ts'
import { sentencesOf } from '../citation.ts'
import { normalText } from '../normal-text.ts'
import type { PreparedRecord } from '../prepared-record.ts'
import { isOnlyTalk, type Question } from '../question.ts'

/** Every sentence that has words which the question quotes: 「検討してまいりたい」で終わる回答はどれとどれ. */
export function lookUpPhrases(question: Question, prepared: PreparedRecord): Answer | undefined {
  const { cues, phrases } = question
  if (phrases.length === 0 || !cues.has('list') || question.projects.length + question.areas.length > 0)
    return undefined
  const besides = question.content.filter(({ word }) => !phrases.some((phrase) => phrase.includes(word)))
  if (!isOnlyTalk({ ...question, content: besides })) return undefined
  const speaker = cues.has('response') ? 'secretariat' : cues.has('opinions') ? 'member' : undefined
  const evidence = prepared.passages
    .filter(
      ({ passage, group }) =>
        passage !== group?.heading &&
        passage.speaker !== 'document' &&
        (speaker === undefined || passage.speaker === speaker),
    )
    .flatMap(({ passage }) =>
      passage.sentences.flatMap(({ ja }, at) =>
        phrases.every((phrase) => normalText(ja).replace(/\s/gu, '').includes(phrase))
          ? [sentencesOf(passage, at, at)]
          : [],
      ),
    )
  return evidence.length < 2
    ? undefined
    : answerWith(question, prepared, 'answered', { kind: 'passages', about: [] }, evidence)
}
