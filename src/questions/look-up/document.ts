import type { CitedDocument, Evidence } from '../../record/public-record.ts'
import { sameSign } from '../../record/same-sign.ts'
import type { Answer } from '../answer.ts'
import { answerWith, notFound } from '../build-answer.ts'
import { sentencesOf, wholeOf } from '../citation.ts'
import { normalText } from '../normal-text.ts'
import type { PreparedPassage, PreparedRecord } from '../prepared-record.ts'
import { isBrief, isOnlyTalk, type Question } from '../question.ts'
import { findScope } from '../scope.ts'

/** What the head of a document says: which meeting, which agenda. */
export function lookUpDocument(question: Question, prepared: PreparedRecord): Answer | undefined {
  const { cues } = question
  if (cues.has('which-document')) {
    const naming = sentencesNaming(
      findScope(ofSigns(question, prepared), prepared).passages,
      prepared.record.citedDocuments,
    )
    if (naming.length > 0)
      return answerWith(question, prepared, 'answered', { kind: 'passages', about: question.projects }, naming)
  }
  const documents = documentsMeant(question, prepared)
  const cited = prepared.record.citedDocuments.filter(
    ({ names, document }) =>
      names.some((name) => question.text.includes(normalText(name))) && documents.some(({ id }) => id === document),
  )
  if (
    cited.length > 0 &&
    isBrief(question) &&
    question.projects.length === 0 &&
    (cues.has('list') || cues.has('opinions')) &&
    !cues.has('count') &&
    question.signs.length === 0
  ) {
    return answerWith(
      question,
      prepared,
      'answered',
      { kind: 'passages', about: [] },
      sentencesNaming(prepared.passages, cited),
    )
  }
  // A list says nothing of its meeting but the name.
  const held = documents.find(({ meeting }) => meeting.heading !== null)
  if (held === undefined && cues.has('agenda') && question.projects.length === 0 && isOnlyTalk(question))
    return notFound(question, prepared, { kind: 'not-found', what: 'matter' })
  if (
    held === undefined ||
    (question.wanted !== null && !cues.has('meeting')) ||
    cues.has('reason') ||
    cues.has('response')
  )
    return undefined
  if (cited.length > 0 && isBrief(question) && (cues.has('title') || cues.has('meaning'))) {
    return answerWith(question, prepared, 'answered', { kind: 'cited-documents', documents: cited }, cited)
  }
  if (cues.has('agenda') && !cues.has('opinions') && question.projects.length === 0 && isOnlyTalk(question)) {
    return answerWith(question, prepared, 'answered', { kind: 'agenda' }, held.meeting.agenda.map(wholeOf))
  }
  if (cues.has('meeting') && isOnlyTalk({ ...question, wanted: null }) && question.projects.length === 0) {
    return answerWith(
      question,
      prepared,
      'answered',
      { kind: 'meeting' },
      held.meeting.heading === null ? [] : [wholeOf(held.meeting.heading)],
    )
  }
  return undefined
}

/** The documents of the years and meetings that a question names; all where it names none. */
function documentsMeant({ text, years }: Question, { record }: PreparedRecord) {
  const meetings = [...text.matchAll(/第(\d+)回/gu)].map(([, number]) => Number(number))
  return record.documents.filter(
    ({ meeting, years: own }) =>
      (years.length === 0 || years.some((year) => own.includes(year.fiscalYear))) &&
      (meetings.length === 0 || meetings.includes(meeting.number)),
  )
}

/** The sentences that name one of the documents. */
function sentencesNaming(
  passages: readonly PreparedPassage[],
  documents: readonly CitedDocument[],
): readonly Evidence[] {
  const names = documents.flatMap((document) => document.names)
  return passages.flatMap(({ passage }) =>
    passage.sentences.flatMap(({ ja }, at) =>
      names.some((name) => ja.includes(name)) ? [sentencesOf(passage, at, at)] : [],
    ),
  )
}

/** A question about a sign is about the projects that bear it. */
function ofSigns(question: Question, { record }: PreparedRecord): Question {
  if (question.projects.length > 0 || question.signs.length === 0) return question
  const bearing = record.ratings.filter((rating) => question.signs.some((sign) => sameSign(sign, rating.sign)))
  return {
    ...question,
    projects: record.projects.filter((project) =>
      bearing.some((rating) => rating.project === project.number && rating.document === project.document),
    ),
  }
}
