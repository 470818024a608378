import type { Project, Rating } from '../../record/public-record.ts'
import { sameSign } from '../../record/same-sign.ts'
import type { Answer } from '../answer.ts'
import { asksWhether } from '../asks-whether.ts'
import { answerWith, notFound } from '../build-answer.ts'
import { matchShare } from '../comparable-text.ts'
import { ofYears } from '../lists.ts'
import type { PreparedRecord } from '../prepared-record.ts'
import { isBrief, type Question } from '../question.ts'
import { isSameProject } from '../same-project.ts'

/** What signs mean: only what the document that uses them says of it. */
export function lookUpMeaning(question: Question, prepared: PreparedRecord): Answer | undefined {
  const { cues, states } = question
  const signs = question.signs.length > 0 ? question.signs : question.continues ? question.memory.signs : []
  const equated =
    states.length > 0 &&
    question.projects.length === 0 &&
    (cues.has('confirm') || cues.has('meaning') || asksWhether(question.text))
  if (signs.length === 0 || (!cues.has('meaning') && !equated) || (cues.has('reason') && question.projects.length > 0))
    return undefined
  const documents = new Set(ofYears(prepared.record.ratings, question.years, prepared).map((rating) => rating.document))
  const legend = prepared.record.legend.filter(
    (entry) => documents.has(entry.document) && signs.some((sign) => sameSign(sign, entry.sign)),
  )
  const unexplained = signs.filter((sign) => !legend.some((entry) => sameSign(sign, entry.sign)))
  const [first] = unexplained
  if (first !== undefined && legend.length === 0) {
    const bearing = ofYears(prepared.record.ratings, question.years, prepared).filter((rating) =>
      sameSign(rating.sign, first),
    )
    return notFound(question, prepared, { kind: 'sign-unexplained', sign: first }, bearing)
  }
  const asked = states.find((state) => !legend.some((entry) => entry.meaning === state)) ?? null
  const outcome = asked !== null ? 'corrected' : first !== undefined ? 'partial' : 'answered'
  return answerWith(question, prepared, outcome, { kind: 'sign-meaning', legend, asked, unexplained }, legend)
}

/** A project's rating and its reason, or every project that bears a sign. */
export function lookUpRatings(question: Question, prepared: PreparedRecord): Answer | undefined {
  const { cues } = question
  const { record } = prepared
  if (question.wanted !== null) return undefined
  const claimed = claimedSigns(question, prepared)
  const members = record.projects.filter((project) =>
    question.sets.some((set) => set.document === project.document && set.projects.includes(project.number)),
  )
  const projects = question.projects.length > 0 ? question.projects : members
  const aboutState = projects.length > 0 && question.states.length > 0 && question.areas.length === 0
  const compared = cues.has('compare') && projects.length > 1 && isBrief(question)
  const goesOn =
    cues.has('reason') &&
    projects.length > 0 &&
    isBrief(question) &&
    (question.continues || question.content.length === 0)
  if (!cues.has('rating') && claimed.length === 0 && !aboutState && !compared && !goesOn) return undefined
  if (cues.has('response') && claimed.length === 0 && !cues.has('reason') && !aboutState) return undefined
  if (members.length > 0 && question.projects.length === 0 && claimed.length > 0) {
    return listed(
      question,
      prepared,
      bearing(question, prepared, claimed).filter((rating) => members.some((project) => isOf(rating, project))),
    )
  }
  if (projects.length > 0) {
    const hasRating = record.ratings.some((rating) => projects.some((project) => isOf(rating, project)))
    return !hasRating && !cues.has('rating') && claimed.length === 0 && !aboutState
      ? undefined
      : ofProjects({ ...question, projects }, prepared, claimed)
  }
  const found = bearing(question, prepared, claimed)
  if (question.unknownNumbers.length > 0) return undefined
  if (!isBrief(question))
    return claimed.length === 0 || !cues.has('reason') ? undefined : ofMatter(question, prepared, claimed, found)
  if (cues.has('count')) {
    return notFound(question, prepared, { kind: 'count-unstated' }, found.slice(0, 1))
  }
  if (!cues.has('reason') && (claimed.length > 0 || cues.has('list') || cues.has('title')))
    return listed(question, prepared, found)
  const named = record.projects.filter((project) => found.some((rating) => isOf(rating, project)))
  const [only] = named
  if (only === undefined) return undefined
  if (cues.has('reason') && named.length === 1) return reasonOf(question, prepared, only)
  const finding = { kind: 'candidates', projects: named, aspect: cues.has('reason') ? 'reason' : 'rating' } as const
  return answerWith(question, prepared, 'ambiguous', finding, found)
}

/** 「なぜ保育は◎なのか」: the project that bears the sign and whose words have what is asked about. */
function ofMatter(
  question: Question,
  prepared: PreparedRecord,
  claimed: readonly string[],
  found: readonly Rating[],
): Answer {
  const words = question.content.filter((word) => word.noun && !word.abstract)
  const about = prepared.record.projects.filter((project) =>
    prepared.passages.some(
      ({ passage, text }) => passage === project.evidence.passage && words.some((word) => matchShare(word, text) > 0.5),
    ),
  )
  const bearing = about.filter((project) => found.some((rating) => isOf(rating, project)))
  if (bearing.length === 0) return notFound(question, prepared, { kind: 'not-found', what: 'matter' })
  return ofProjects({ ...question, projects: bearing }, prepared, claimed)
}

function listed(question: Question, prepared: PreparedRecord, ratings: readonly Rating[]): Answer {
  if (ratings.length === 0) return notFound(question, prepared, { kind: 'not-found', what: 'matter' })
  const projects = prepared.record.projects.filter((project) => ratings.some((rating) => isOf(rating, project)))
  return answerWith(question, prepared, 'answered', { kind: 'ratings', ratings, projects }, ratings)
}

function ofProjects(question: Question, prepared: PreparedRecord, claimed: readonly string[]): Answer {
  const { cues, projects, states } = question
  const found = prepared.record.ratings.filter((rating) => projects.some((project) => isOf(rating, project)))
  const lacking = projects.filter((project) => !found.some((rating) => isOf(rating, project)))
  const rating = found.find((one) => claimed.some((sign) => sameSign(sign, one.sign))) ?? found[0]
  const project = projects.find((one) => rating !== undefined && isOf(rating, one))
  if (rating === undefined || project === undefined) {
    const finding = { kind: 'project-lacks', projects, aspect: 'rating' } as const
    return notFound(question, prepared, finding, projects)
  }
  if (projects.length === 1) {
    const otherSigns = claimed.length > 0 && !claimed.some((sign) => sameSign(sign, rating.sign))
    const otherState =
      claimed.length === 0 && states.length > 0 && rating.legend !== null && !states.includes(rating.legend.meaning)
    if (claimed.length === 0 && states.length > 0 && rating.legend === null) {
      return notFound(question, prepared, { kind: 'sign-unexplained', sign: rating.sign }, [rating])
    }
    if (otherSigns || otherState) {
      const finding = { kind: 'rating-differs', rating, project, asked: otherSigns ? claimed : states } as const
      return answerWith(question, prepared, 'corrected', finding, [
        rating.evidence,
        ...(rating.reason === null ? [] : [rating.reason]),
      ])
    }
    const open = claimed.length < 2 && !(claimed.length === 1 && cues.has('decided'))
    if (open && (cues.has('reason') || cues.has('confirm'))) return reasonOf(question, prepared, project)
  }
  const finding = {
    kind: 'ratings',
    ratings: found,
    projects: [...projects.filter((one) => !lacking.includes(one)), ...lacking],
  } as const
  const wrong =
    cues.has('confirm') && claimed.length > 0 && found.some((one) => !claimed.some((sign) => sameSign(sign, one.sign)))
  return answerWith(
    question,
    prepared,
    lacking.length > 0 ? 'partial' : wrong ? 'corrected' : 'answered',
    finding,
    found,
  )
}

function reasonOf(question: Question, prepared: PreparedRecord, project: Project): Answer {
  const ratings = prepared.record.ratings.filter((rating) => isOf(rating, project))
  const rating = [...ratings, ...sameRatings(project, prepared)].find((one) => one.reason !== null)
  if (rating?.reason)
    return answerWith(question, prepared, 'answered', { kind: 'rating-reason', rating, project }, [rating.reason])
  const evidence = ratings
  if (!question.cues.has('reason'))
    return answerWith(question, prepared, 'answered', { kind: 'ratings', ratings, projects: [project] }, evidence)
  return notFound(question, prepared, { kind: 'project-lacks', projects: [project], aspect: 'reason' }, evidence)
}

/** What other documents rate the same project, where one of the two is a status sheet: it gives no reasons. */
function sameRatings(project: Project, { record }: PreparedRecord): readonly Rating[] {
  const isList = ({ document }: { readonly document: string }) =>
    record.documents.some(({ id, list }) => id === document && list !== null)
  const same = record.projects.filter(
    (one) => one !== project && isSameProject(one, project, record) && (isList(one) || isList(project)),
  )
  return record.ratings.filter((rating) => same.some((one) => isOf(rating, one)))
}

/** The signs that a question names, itself or by what a document says they mean. */
function claimedSigns({ signs, states }: Question, { record }: PreparedRecord): readonly string[] {
  const meant = record.legend.filter((entry) => states.includes(entry.meaning)).map((entry) => entry.sign)
  return [...new Set([...signs, ...meant])]
}

/** Ratings that bear one of the signs; a sign named by its meaning only where the document gives it that meaning. */
function bearing(question: Question, prepared: PreparedRecord, claimed: readonly string[]): readonly Rating[] {
  return ofYears(prepared.record.ratings, question.years, prepared).filter(
    (rating) =>
      claimed.length === 0 ||
      question.signs.some((sign) => sameSign(sign, rating.sign)) ||
      question.states.includes(rating.legend?.meaning ?? ''),
  )
}

function isOf(rating: Rating, project: Project): boolean {
  return rating.project === project.number && rating.document === project.document
}
