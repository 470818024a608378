import type { Answer } from '../answer.ts'
import { answerWith } from '../build-answer.ts'
import { sentencesOf, wholeOf } from '../citation.ts'
import { normalText } from '../normal-text.ts'
import type { PreparedRecord } from '../prepared-record.ts'
import type { Question } from '../question.ts'
import { findScope } from '../scope.ts'
import { isBrief } from './ratings.ts'

/** What the head of a document says: which meeting, which agenda. */
export function lookUpDocument(question: Question, prepared: PreparedRecord): Answer | undefined {
  const { cues } = question
  const documents = prepared.record.documents.filter(
    ({ meeting }) =>
      question.years.length === 0 || question.years.some((year) => year.fiscalYear === meeting.fiscalYear),
  )
  const held = documents[0]
  if (
    held === undefined ||
    (question.wanted !== null && !cues.has('meeting')) ||
    cues.has('reason') ||
    cues.has('response')
  )
    return undefined
  const cited = prepared.record.citedDocuments.filter(({ names }) =>
    names.some((name) => question.text.includes(normalText(name))),
  )
  if (cited.length > 0 && isBrief(question) && (cues.has('title') || cues.has('meaning'))) {
    return answerWith(
      question,
      prepared,
      'answered',
      { kind: 'cited-documents', documents: cited },
      cited.map((document) => document.evidence),
    )
  }
  if (cues.has('which-document')) {
    const naming = findScope(question, prepared).passages.flatMap(({ passage }) => {
      const at = passage.sentences.findIndex(({ ja }) =>
        prepared.record.citedDocuments.some(({ names }) => names.some((name) => ja.includes(name))),
      )
      return at < 0 ? [] : [sentencesOf(passage, at, at)]
    })
    if (naming.length > 0)
      return answerWith(question, prepared, 'answered', { kind: 'passages', about: question.projects }, naming)
  }
  if (cues.has('agenda') && !cues.has('opinions')) {
    return answerWith(question, prepared, 'answered', { kind: 'agenda' }, held.meeting.agenda.map(wholeOf))
  }
  if (cues.has('meeting') && isBrief({ ...question, wanted: null }) && question.projects.length === 0) {
    return answerWith(question, prepared, 'answered', { kind: 'meeting' }, [wholeOf(held.meeting.heading)])
  }
  return undefined
}
