import type { Project, Rating } from '../../record/public-record.ts'
import type { Answer } from '../answer.ts'
import { answerWith, notFound } from '../build-answer.ts'
import type { PreparedRecord } from '../prepared-record.ts'
import { isBrief, type Question } from '../question.ts'

/** What a sign means: only what the document says of it. */
export function lookUpMeaning(question: Question, prepared: PreparedRecord): Answer | undefined {
  const signs = question.signs.length > 0 ? question.signs : question.continues ? question.memory.signs : []
  const sign =
    signs.find(
      (one) =>
        !question.states.some((state) =>
          prepared.record.ratings.some((rating) => rating.sign === one && rating.meaning === state),
        ),
    ) ?? signs[0]
  if (sign === undefined) return undefined
  const equated =
    question.states.length > 0 &&
    question.projects.length === 0 &&
    (question.cues.has('confirm') || question.cues.has('meaning'))
  if (!question.cues.has('meaning') && !equated) return undefined
  if (question.cues.has('reason') && question.projects.length > 0) return undefined
  const bearing = prepared.record.ratings.filter((rating) => rating.sign === sign)
  const explained = bearing.find((rating) => rating.meaning !== null)
  if (explained === undefined)
    return notFound(
      question,
      prepared,
      'not-in-record',
      { kind: 'sign-unexplained', sign },
      bearing.slice(0, 1).map((rating) => rating.evidence),
    )
  const other = question.states.find((state) => state !== explained.meaning)
  const finding = { kind: 'sign-meaning', rating: explained, asked: other ?? null } as const
  return answerWith(question, prepared, other === undefined ? 'answered' : 'corrected', finding, [explained.evidence])
}

/** A project's rating and its reason, or every project that bears a sign. */
export function lookUpRatings(question: Question, prepared: PreparedRecord): Answer | undefined {
  const { cues, signs } = question
  const { record } = prepared
  const ofSets = record.projects.filter((project) =>
    question.sets.some((set) => set.document === project.document && set.projects.includes(project.number)),
  )
  const projects = question.projects.length > 0 ? question.projects : ofSets
  const asks = cues.has('rating') || signs.length > 0
  if (
    !asks &&
    !(cues.has('reason') && question.continues && question.memory.cues.includes('rating') && isBrief(question))
  )
    return undefined
  if (question.wanted !== null) return undefined
  if (projects.length > 0) return ofProjects({ ...question, projects }, prepared)
  if (question.unknownNumbers.length > 0 || !isBrief(question)) return undefined
  if (cues.has('count')) {
    return notFound(
      question,
      prepared,
      'not-in-record',
      { kind: 'count-unstated' },
      bearing(question, prepared)
        .slice(0, 1)
        .map((rating) => rating.evidence),
    )
  }
  const found = bearing(question, prepared)
  const named = record.projects.filter((project) => found.some((rating) => isOf(rating, project)))
  if (cues.has('reason') || (signs.length === 0 && !cues.has('list') && !cues.has('title'))) {
    const only = named[0]
    if (cues.has('reason') && named.length === 1 && only !== undefined) return reasonOf(question, prepared, only)
    return named.length === 0
      ? undefined
      : answerWith(
          question,
          prepared,
          'ambiguous',
          { kind: 'candidates', projects: named, aspect: cues.has('reason') ? 'reason' : 'rating' },
          found.map((rating) => rating.evidence),
        )
  }
  if (found.length === 0) return notFound(question, prepared, 'not-in-record', { kind: 'not-found', what: 'matter' })
  return answerWith(
    question,
    prepared,
    'answered',
    { kind: 'ratings', ratings: found, projects: named },
    found.map((rating) => rating.evidence),
  )
}

function ofProjects(question: Question, prepared: PreparedRecord): Answer | undefined {
  const { cues, projects, signs } = question
  const { ratings } = prepared.record
  const found = ratings.filter((rating) => projects.some((project) => isOf(rating, project)))
  const lacking = projects.filter((project) => !found.some((rating) => isOf(rating, project)))
  const first = projects[0]
  if (first === undefined) return undefined
  if (found.length === 0) {
    return notFound(
      question,
      prepared,
      'not-in-record',
      { kind: 'project-lacks', projects, aspect: cues.has('reason') ? 'reason' : 'rating' },
      projects.map((project) => project.evidence),
    )
  }
  const [rating] = found
  const project = projects.find((one) => rating !== undefined && isOf(rating, one))
  if (projects.length === 1 && rating !== undefined && project !== undefined) {
    const claimed = signs.filter((sign) => prepared.scale.has(sign) || sign !== rating.sign)
    if (claimed.length > 0 && !claimed.includes(rating.sign)) {
      return answerWith(question, prepared, 'corrected', { kind: 'rating-differs', rating, project, asked: claimed }, [
        rating.evidence,
        ...(rating.reason === null ? [] : [rating.reason]),
      ])
    }
    if (claimed.length > 1 || (claimed.length === 1 && cues.has('decided'))) {
      return answerWith(question, prepared, 'answered', { kind: 'ratings', ratings: found, projects }, [
        rating.evidence,
      ])
    }
    if (cues.has('reason') || cues.has('confirm')) return reasonOf(question, prepared, project)
  }
  const finding = {
    kind: 'ratings',
    ratings: found,
    projects: [...projects.filter((one) => !lacking.includes(one)), ...lacking],
  } as const
  return answerWith(
    question,
    prepared,
    lacking.length > 0 ? 'partial' : 'answered',
    finding,
    found.map((one) => one.evidence),
  )
}

function reasonOf(question: Question, prepared: PreparedRecord, project: Project): Answer {
  const ratings = prepared.record.ratings.filter((rating) => isOf(rating, project))
  const rating = ratings.find((one) => one.reason !== null)
  if (rating?.reason)
    return answerWith(question, prepared, 'answered', { kind: 'rating-reason', rating, project }, [rating.reason])
  if (question.cues.has('reason')) {
    return notFound(
      question,
      prepared,
      'not-in-record',
      { kind: 'project-lacks', projects: [project], aspect: 'reason' },
      ratings.map((one) => one.evidence),
    )
  }
  return answerWith(
    question,
    prepared,
    'answered',
    { kind: 'ratings', ratings, projects: [project] },
    ratings.map((one) => one.evidence),
  )
}

function bearing({ signs }: Question, { record }: PreparedRecord): readonly Rating[] {
  return record.ratings.filter((rating) => signs.length === 0 || signs.includes(rating.sign))
}

function isOf(rating: Rating, project: Project): boolean {
  return rating.project === project.number && rating.document === project.document
}
