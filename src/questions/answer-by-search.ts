import type { Evidence, OpinionGroup } from '../record/public-record.ts'
import type { Answer, Finding, Outcome } from './answer.ts'
import { asksWhether } from './asks-whether.ts'
import { answerWith, notFound } from './build-answer.ts'
import { chooseAnswer } from './choose-answer.ts'
import { asEvidence, type Candidate, chooseSentences, findCandidates } from './choose-sentences.ts'
import { matchShare } from './comparable-text.ts'
import { findMissing } from './find-missing.ts'
import type { PreparedPassage, PreparedRecord } from './prepared-record.ts'
import type { Question } from './question.ts'
import { spokenEntry } from './same-project.ts'
import { findScope, type Scope } from './scope.ts'
import { bestCoverage, bonusOf, buildSought, findBestGroups, type Sought } from './sought.ts'

/** Below this share of a question's weight nothing in it points to the record. */
const nothing = 0.2
/** Words for what any such record consists of: a question that has one of them is meant of this record, whatever else it names. */
const ofTheRecord =
  /意見|考え方|評価|指標|事業|政策分野|懇談会|別紙|opinions?|ratings?|indicators?|projects?|committee|annex/iu
/** From this share on the nearest entry is worth showing. */
const near = 0.5

/** Answers from the passages that speak of what the question is about, or says that there are none. */
export function answerBySearch(asked: Question, prepared: PreparedRecord): Answer {
  const projects = asked.projects.map((project) => spokenEntry(project, prepared.record))
  const question = { ...asked, projects: [...new Set(projects)] }
  const scope = findScope(question, prepared)
  if (scope.passages.length === 0) {
    return notFound(question, prepared, {
      kind: 'year-not-held',
      year: question.years[0]?.phrase ?? '',
    })
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
    return notFound(question, prepared, missing, asEvidence(nearest, within), far ? 'out-of-scope' : 'not-in-record')
  }
  const choice = chooseAnswer(sought, candidates)
  const { finding, outcome } = choice.finding.kind === 'passages' && assertsMore(question, within) ? related : choice
  const stated = asEvidence(withPremise(question, choice.chosen, candidates), within)
  const also = finding.kind === 'passages' ? others.flatMap((other) => alsoSaid(sought, scope, other)) : []
  return answerWith(question, prepared, outcome, finding, stated, also)
}

function candidatesOf(sought: Sought, within: readonly PreparedPassage[]): readonly Candidate[] {
  const { question } = sought
  return findCandidates(
    within.filter(({ passage, group }) => passage !== group?.heading),
    question.content,
    question.language === 'en',
    (of, sentence) => bonusOf(sought, of, sentence),
  )
}

/** The sentence by which another document answers too; none where it does not. */
function alsoSaid(sought: Sought, { passages, limited }: Scope, group: OpinionGroup): readonly Evidence[] {
  const within = passages.filter((candidate) => candidate.group === group)
  const candidates = candidatesOf(sought, within)
  if (findMissing(sought, within, candidates, bestCoverage(sought, within), limited) !== null) return []
  const { finding, chosen } = chooseAnswer(sought, candidates)
  return finding.kind === 'passages' ? asEvidence(chosen.slice(0, 1), within) : []
}

const related: { readonly finding: Finding; readonly outcome: Outcome } = {
  finding: { kind: 'related' },
  outcome: 'partial',
}

/** 「94人が採用されたのですか」: the question says something of the matter that the record does not speak of. */
function assertsMore({ text, cues, content }: Question, within: readonly PreparedPassage[]): boolean {
  if (!cues.has('confirm') && !asksWhether(text)) return false
  return content.some((word) => word.noun && !word.abstract && within.every((one) => matchShare(word, one.text) < 0.5))
}

/** 「予算はいくらですか」: nothing but what is wanted, so that it can only be meant of this record. */
function isBareWish({ wanted, content }: Question): boolean {
  return wanted !== null && content.every((word) => !word.noun || word.abstract)
}

/** A sentence that begins with 「このため」 is quoted with the one that it rests on. */
function withPremise(
  { cues }: Question,
  chosen: readonly Candidate[],
  candidates: readonly Candidate[],
): readonly Candidate[] {
  if (!cues.has('reason')) return chosen
  const before = chosen.flatMap(
    ({
      of,
      index,
      sentence: {
        text: { normal },
      },
    }) =>
      /^(?:このため|そのため|したがって|よって|従って)/u.test(normal)
        ? candidates.filter((one) => one.of === of && one.index === index - 1)
        : [],
  )
  return [...new Set([...chosen, ...before])]
}
