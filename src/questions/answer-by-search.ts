import type { Evidence, OpinionGroup } from '../record/public-record.ts'
import { answerWith, notFound } from './build-answer.ts'
import { chooseAnswer } from './choose-answer.ts'
import { asEvidence, chooseSentences } from './choose-sentences.ts'
import { findDoubt, type Searched } from './doubt.ts'
import { findMissing } from './find-missing.ts'
import { assertsMore, candidatesOf, related, withPremise } from './from-passages.ts'
import type { PreparedRecord } from './prepared-record.ts'
import type { Question } from './question.ts'
import { spokenEntry } from './same-project.ts'
import { findScope, type Scope } from './scope.ts'
import { bestCoverage, buildSought, findBestGroups, type Sought } from './sought.ts'

/** Below this share of a question's weight nothing in it points to the record. */
const nothing = 0.2
/** Words for what any such record consists of: a question that has one of them is meant of this record, whatever else it names. */
const ofTheRecord =
  /意見|考え方|評価|指標|事業|政策分野|懇談会|別紙|opinions?|ratings?|indicators?|projects?|committee|annex/iu
/** From this share on the nearest entry is worth showing. */
const near = 0.5

/** A share of a question's weight below which what was found may be something else, where no subject narrows it down. */
const thin = 0.48

/** Answers from the passages that speak of what the question is about, or says that there are none. */
export function answerBySearch(asked: Question, prepared: PreparedRecord): Searched {
  const question = { ...asked, projects: spokenProjects(asked, prepared) }
  const scope = findScope(question, prepared)
  if (scope.passages.length === 0) {
    const year = question.years[0]?.phrase ?? ''
    return { answer: notFound(question, prepared, { kind: 'year-not-held', year }), doubt: null }
  }
  const sought = buildSought(question, prepared)
  const [group = null, ...others] = findBestGroups(sought, scope.passages)
  const within = scope.passages.filter((candidate) => candidate.group === group)
  const coverage = bestCoverage(sought, within)
  const candidates = candidatesOf(sought, within)
  const missing = findMissing(sought, within, candidates, coverage, scope.limited)
  if (missing !== null) {
    const far = coverage < nothing && !scope.limited && !isBareWish(question) && !ofTheRecord.test(question.text)
    const nearest = far || (coverage < near && !scope.limited) ? [] : chooseSentences(candidates, sought.weights, 1, 0)
    const outcome = far ? 'out-of-scope' : 'not-in-record'
    const answer = notFound(question, prepared, missing, asEvidence(nearest, within), outcome)
    return { answer, doubt: findDoubt('unfound', sought, scope.passages) }
  }
  const choice = chooseAnswer(sought, candidates)
  const { finding, outcome } = choice.finding.kind === 'passages' && assertsMore(question, within) ? related : choice
  const stated = asEvidence(withPremise(question, choice.chosen, candidates), within)
  const also = finding.kind === 'passages' ? others.flatMap((other) => alsoSaid(sought, scope, other)) : []
  const answer = answerWith(question, prepared, outcome, finding, stated, also)
  const isThin = outcome !== 'corrected' && !scope.limited && coverage > 0 && coverage < thin
  return { answer, doubt: isThin ? findDoubt('thin', sought, within) : null }
}

function spokenProjects({ projects }: Question, { record }: PreparedRecord): Question['projects'] {
  return [...new Set(projects.map((project) => spokenEntry(project, record)))]
}

/** The sentence by which another document answers too; none where it does not. */
function alsoSaid(sought: Sought, { passages, limited }: Scope, group: OpinionGroup): readonly Evidence[] {
  const within = passages.filter((candidate) => candidate.group === group)
  const candidates = candidatesOf(sought, within)
  if (findMissing(sought, within, candidates, bestCoverage(sought, within), limited) !== null) return []
  const { finding, chosen } = chooseAnswer(sought, candidates)
  return finding.kind === 'passages' ? asEvidence(chosen.slice(0, 1), within) : []
}

/** 「予算はいくらですか」: nothing but what is wanted, so that it can only be meant of this record. */
function isBareWish({ wanted, content }: Question): boolean {
  return wanted !== null && content.every((word) => !word.noun || word.abstract)
}
