import type { OpinionGroup } from '../record/public-record.ts'
import type { Answer, Finding, Outcome } from './answer.ts'
import { answerWith, notFound } from './build-answer.ts'
import { asEvidence, type Candidate, chooseSentences, findCandidates, strengthOf } from './choose-sentences.ts'
import type { ContentWord } from './content-words.ts'
import { matchable, matchShare } from './matching.ts'
import type { PreparedPassage, PreparedRecord } from './prepared-record.ts'
import { findQuantities, holdsWanted, type Quantity, sameAmount, sameUnit } from './quantities.ts'
import type { Question } from './question.ts'
import { findScope, type Scope } from './scope.ts'

/** The share of a question's weight that one matter of the record must have before it is taken to speak of it. */
const enough = { open: 0.55, limited: 0.34, asserted: 0.3, assertedOfSubject: 0.1 }
/** Content lighter than this is too little to judge by. */
const light = 0.75
/** Below this share nothing in the question points to the record. */
const nothing = 0.2
/** Characters quoted at most, so that an answer is read on a phone without much scrolling. */
const room = { single: { ja: 440, en: 760 }, list: { ja: 600, en: 1500 } }

/** What is sought: words and how much each of them tells. */
type Sought = {
  readonly question: Question
  readonly prepared: PreparedRecord
  readonly words: readonly ContentWord[]
  readonly weights: readonly number[]
}

/** Answers from the passages that speak of what the question is about, or says that there are none. */
export function answerBySearch(question: Question, prepared: PreparedRecord): Answer {
  const words = question.content
  const scope = findScope(question, prepared)
  if (scope.passages.length === 0) {
    return notFound(question, prepared, 'not-in-record', {
      kind: 'year-not-held',
      year: question.years[0]?.phrase ?? '',
    })
  }
  const sought: Sought = {
    question,
    prepared,
    words,
    weights: words.map((word) => word.weight * rarity(word, prepared)),
  }
  const group = bestGroup(sought, scope)
  const within = scope.passages.filter((candidate) => candidate.group === group)
  const coverage = coverageOf(sought, within)
  const candidates = findCandidates(
    within.filter(({ passage }) => passage !== group?.heading),
    words,
    question.language === 'en',
    (of, normal, en) => bonusOf(sought, of, normal, en),
  )
  const verdict = findMissing(sought, candidates, coverage, scope.limited)
  if (verdict !== null) {
    const far = coverage < nothing && !scope.limited
    const near =
      far || (coverage < 0.3 && !scope.limited)
        ? []
        : chooseSentences(candidates, sought.weights, 1, Number.POSITIVE_INFINITY)
    return notFound(question, prepared, far ? 'out-of-scope' : 'not-in-record', verdict, asEvidence(near, within))
  }
  const { chosen, finding, outcome } = choose(sought, candidates)
  if (chosen.length === 0) return notFound(question, prepared, 'not-in-record', { kind: 'not-found', what: 'matter' })
  return answerWith(question, prepared, outcome, finding, asEvidence(withPremise(question, chosen, candidates), within))
}

type Choice = { readonly chosen: readonly Candidate[]; readonly finding: Finding; readonly outcome: Outcome }

function choose({ question, weights }: Sought, candidates: readonly Candidate[]): Choice {
  const { cues } = question
  const fromMembers = candidates.filter(({ of }) => of.passage.speaker === 'member')
  const fromCity = candidates.filter(({ of }) => of.passage.speaker === 'secretariat')
  const list = cues.has('list')
  const space = room[list ? 'list' : 'single'][question.language]
  const claims = isClaim(question)
  const differs = findDifferingAmounts(question.quantities, candidates)
  const answered = (chosen: readonly Candidate[]): Choice =>
    differs.length > 0
      ? { chosen, finding: { kind: 'amount-differs', asked: differs }, outcome: 'corrected' }
      : { chosen, finding: { kind: 'passages', about: question.projects }, outcome: 'answered' }

  if (cues.has('opinions') && cues.has('response') && !claims) {
    return answered([
      ...relevant(fromMembers, weights, space / 2, list),
      ...relevant(fromCity, weights, space / 2, true),
    ])
  }
  const membersHaveIt = claims && strongest(fromMembers, weights) > 1.4 * strongest(fromCity, weights)
  if (cues.has('response') && !membersHaveIt) {
    if (fromCity.length > 0) return answered(relevant(fromCity, weights, space, list))
    return {
      chosen: chooseSentences(fromMembers, weights, 1, space),
      finding: { kind: 'response-unstated' },
      outcome: 'partial',
    }
  }
  if (list && cues.has('figures'))
    return answered(
      relevant(
        candidates.filter(({ normal }) => findQuantities(normal).length > 0),
        weights,
        space,
        true,
      ),
    )
  if (cues.has('opinions') && !claims && fromMembers.length > 0)
    return answered(relevant(fromMembers, weights, space, list))
  if (list) return answered(relevant(candidates, weights, space, false))

  const best = isOpen(question)
    ? leading(candidates, question, space)
    : ownFirst(question, candidates, chooseSentences(candidates, weights, 2, space))
  const rest = fromCity.filter((candidate) => !best.includes(candidate))
  const left = space - lengthOf(best)
  const asksBack = best.some(({ of, normal }) => of.passage.speaker === 'member' && /(?:か|たい)。?$/u.test(normal))
  if (cues.has('decided')) {
    const chosen = [
      ...best,
      ...relevant(
        rest,
        weights,
        left,
        best.every(({ of }) => of.passage.speaker === 'member'),
      ),
    ]
    if (chosen.some(({ normal }) => /検討|もらいたい|望まし|どうか/u.test(normal)))
      return { chosen, finding: { kind: 'not-decided' }, outcome: 'corrected' }
    return answered(chosen)
  }
  if (cues.has('reason')) {
    const whole = wholePassages(best, candidates, space)
    const causal = whole.some(({ normal }) => /ため|から|ので|により|ことで|踏まえ|抽選/u.test(normal))
    const chosen =
      asksBack || !causal
        ? [
            ...whole,
            ...relevant(
              rest.filter((one) => !whole.includes(one)),
              weights,
              space - lengthOf(whole),
              true,
            ),
          ]
        : whole
    return differs.length > 0 || causal
      ? answered(chosen)
      : { chosen, finding: { kind: 'related' }, outcome: 'partial' }
  }
  if (cues.has('response')) return { chosen: best, finding: { kind: 'speaker-differs' }, outcome: 'corrected' }
  return answered(
    asksBack && (cues.has('confirm') || differs.length > 0) ? [...best, ...relevant(rest, weights, left, false)] : best,
  )
}

/** A question that names its subject and nothing that could be looked for in it. */
function isOpen({ content, wanted, phrases, states, quantities }: Question): boolean {
  return content.length + phrases.length + states.length + quantities.length === 0 && wanted === null
}

/** What is said of several projects together does not carry a fact about one of them: its own passage comes first. */
function ownFirst(
  { projects }: Question,
  candidates: readonly Candidate[],
  chosen: readonly Candidate[],
): readonly Candidate[] {
  const [only] = projects
  if (
    projects.length !== 1 ||
    only === undefined ||
    chosen.some(({ of }) => of.projects.includes(only) || (of.group?.projects.length ?? 0) < 2)
  )
    return chosen
  return [...candidates.filter(({ of }) => of.passage === only.evidence.passage).slice(0, 1), ...chosen]
}

/** Reasons stand beside what they support: the passages of the chosen sentences as a whole, while there is room. */
function wholePassages(
  chosen: readonly Candidate[],
  candidates: readonly Candidate[],
  space: number,
): readonly Candidate[] {
  const whole = candidates.filter(({ of }) => chosen.some((one) => one.of === of))
  return lengthOf(whole) <= space ? whole : chosen
}

/** Whether the question says that something is so, rather than asking openly what is. */
function isClaim({ cues, text, quantities, phrases }: Question): boolean {
  if (cues.has('list')) return false
  if (cues.has('confirm') || cues.has('decided') || (cues.has('reason') && cues.has('response'))) return true
  const openly = /どう(?!して)|何と|なんと|何て|なんて|どんな|どのよう|いかが|\bwhat\b|\bhow\b/u.test(text)
  return !openly && quantities.length + phrases.length > 0
}

/** All of a side that bears on the question: whole passages while there is room, else their best sentences. */
function relevant(
  candidates: readonly Candidate[],
  weights: readonly number[],
  space: number,
  wide: boolean,
): readonly Candidate[] {
  const strengths = new Map(
    [...Map.groupBy(candidates, ({ of }) => of)].map(([of, own]) => [of, strongest(own, weights)]),
  )
  const best = Math.max(0, ...strengths.values())
  const kept = candidates.filter(({ of }) => wide || (strengths.get(of) ?? 0) >= 0.4 * best)
  return lengthOf(kept) <= space ? kept : chooseSentences(kept, weights, wide ? 12 : 3, space)
}

/** Where a question names its subject and nothing else: what the record says of it first. */
function leading(candidates: readonly Candidate[], question: Question, space: number): readonly Candidate[] {
  const naming = candidates.filter(({ of }) =>
    question.projects.some((project) => project.evidence.passage === of.passage),
  )
  const recalled = candidates.filter(
    ({ of }) => question.continues && question.memory.passages.includes(of.passage.key),
  )
  const kept: Candidate[] = []
  for (const candidate of recalled.length > 0 ? recalled : naming.length > 0 ? naming : candidates)
    if (lengthOf([...kept, candidate]) <= space) kept.push(candidate)
  return kept
}

/** A sentence that begins with 「このため」 is quoted with the one that it rests on. */
function withPremise(
  { cues }: Question,
  chosen: readonly Candidate[],
  candidates: readonly Candidate[],
): readonly Candidate[] {
  if (!cues.has('reason')) return chosen
  const before = chosen.flatMap(({ of, index, normal }) =>
    /^(?:このため|そのため|したがって|よって|従って)/u.test(normal)
      ? candidates.filter((one) => one.of === of && one.index === index - 1)
      : [],
  )
  return [...new Set([...chosen, ...before])]
}

function strongest(candidates: readonly Candidate[], weights: readonly number[]): number {
  return Math.max(0, ...candidates.map((candidate) => strengthOf(candidate, weights)))
}

/** Words that few passages have say more about the matter. */
function rarity(word: ContentWord, { passages }: PreparedRecord): number {
  let having = 0
  for (const { matchable } of passages) if (matchShare(word, matchable) > 0.5) having++
  return Math.log(1 + passages.length / (having + 0.5))
}

/** How much of the question's content some passages have together; amounts count where they are stated, never against. */
function coverageOf({ question, words }: Sought, passages: readonly PreparedPassage[]): number {
  const text = matchable(passages.map(({ normal }) => normal).join('\n'), passages.map(({ en }) => en).join('\n'))
  const stated = passages.flatMap(({ amounts }) => amounts)
  const amounts = question.quantities.filter((asked) => stated.some((one) => sameAmount(asked, one))).length
  const phrases = question.phrases.filter((phrase) => text.ja.includes(phrase)).length
  const states = question.states.filter((state) => text.ja.includes(state)).length
  const sure = amounts + phrases + states
  const total = sum(words.map((word) => word.weight)) + sure
  return total === 0 ? 0 : (sum(words.map((word) => word.weight * matchShare(word, text))) + sure) / total
}

function bonusOf({ question, prepared }: Sought, of: PreparedPassage, normal: string, en: string): number {
  const bare = normal.replace(/\s/gu, '')
  const amounts = findQuantities(normal)
  return (
    (question.wanted !== null && holdsWanted(question.wanted, normal, en, question.quantities, prepared.ownNames)
      ? 2.5
      : 0) +
    2 * question.phrases.filter((phrase) => bare.includes(phrase)).length +
    2 * question.states.filter((state) => bare.includes(state)).length +
    1.5 * question.quantities.filter((asked) => amounts.some((one) => sameAmount(asked, one))).length +
    (question.continues && question.memory.passages.includes(of.passage.key) ? 1 : 0) +
    0.08 * Math.max(0, longestCommonRun(bare, question.text.replace(/\s/gu, '')) - 3)
  )
}

/** The length of the longest run of characters that two texts share. */
function longestCommonRun(text: string, other: string): number {
  let row = new Array<number>(other.length + 1).fill(0)
  let longest = 0
  for (const letter of text) {
    const next = new Array<number>(other.length + 1).fill(0)
    for (let at = 1; at <= other.length; at++) {
      if (other[at - 1] !== letter) continue
      next[at] = (row[at - 1] ?? 0) + 1
      longest = Math.max(longest, next[at] ?? 0)
    }
    row = next
  }
  return longest
}

function bestGroup({ question, prepared, words }: Sought, scope: Scope): OpinionGroup | null {
  const query = [...words.map(({ word }) => word), ...question.phrases, ...question.states].join(' ')
  const scores = new Map(
    prepared
      .index()
      .search(query, prepared.passages.length)
      .map(({ id, score }) => [id, score]),
  )
  const recalled = new Set(question.continues ? question.memory.passages : [])
  let best: OpinionGroup | null = null
  let most = -1
  for (const [group, members] of Map.groupBy(scope.passages, ({ group }) => group)) {
    const found = members.map(({ passage }) => scores.get(passage.key) ?? 0).sort((a, b) => b - a)
    const amounts = question.quantities.filter((asked) =>
      members.some((member) => member.amounts.some((one) => sameAmount(asked, one))),
    ).length
    const boost = members.some(({ passage }) => recalled.has(passage.key)) ? 1.7 : 1
    const score =
      boost *
      ((found[0] ?? 0) + 0.3 * sum(found.slice(1)) + 2 * amounts + 1e-3) *
      (0.3 + coverageOf({ question, prepared, words, weights: [] }, members))
    if (score > most) {
      best = group
      most = score
    }
  }
  return best
}

function findMissing(
  { question, prepared, words }: Sought,
  candidates: readonly Candidate[],
  coverage: number,
  limited: boolean,
): Finding | null {
  const { wanted, quantities, cues } = question
  const asserted =
    cues.has('confirm') &&
    wanted?.kind === 'quantity' &&
    quantities.some((asked) => sameUnit(asked, { value: 0, units: wanted.units }))
  if (
    wanted !== null &&
    !asserted &&
    !candidates.some(({ normal, en }) => holdsWanted(wanted, normal, en, quantities, prepared.ownNames))
  ) {
    const what = { quantity: 'amount', money: 'money', day: 'time', time: 'time', name: 'name' } as const
    return { kind: 'not-found', what: what[wanted.kind] }
  }
  if (
    words.some(
      (word) =>
        word.noun &&
        isAskedFor(word.word, question.text) &&
        prepared.passages.every((one) => matchShare(word, one.matchable) < 0.5),
    )
  ) {
    return { kind: 'not-found', what: 'matter' }
  }
  if (limited && sum(words.map((word) => word.weight)) < light) return null
  if (limited && (['response', 'opinions', 'reason', 'source', 'who-said'] as const).some((cue) => cues.has(cue)))
    return null
  const asserts = cues.has('confirm') || cues.has('decided')
  const needed = asserts
    ? limited
      ? enough.assertedOfSubject
      : enough.asserted
    : limited
      ? enough.limited
      : enough.open
  return coverage < needed ? { kind: 'not-found', what: 'matter' } : null
}

const asksFor =
  /^(?:(?:された|した|される|する|できた|できる|があった)(?:の|人|者|方|もの|人数|数|件数|割合|率)?)?(?:は|って|を|が|の|も|と|とか)?(?:[、\s])?(?:実際に)?(?:何|なに|なん|いくら|どこ|どちら|誰|だれ|いつ|どう|どれ|どの|どんな|教え|おしえ|知|しり|見せ|について|ある|あり|あった|ください|[?？。]|$)/u

/** Whether a word is what the question asks for, not what it tells: 「Xは？」「Xを教えて」「Xされたのは何名」. */
function isAskedFor(word: string, text: string): boolean {
  const at = text.lastIndexOf(word)
  return at >= 0 && asksFor.test(text.slice(at + word.length))
}

/** Amounts that the question asserts and the matter states otherwise: the same unit, never that value. */
function findDifferingAmounts(asked: readonly Quantity[], candidates: readonly Candidate[]): readonly Quantity[] {
  const stated = candidates.flatMap(({ normal }) => findQuantities(normal))
  return asked.filter(
    (one) =>
      one.units.length > 0 &&
      stated.some((other) => sameUnit(one, other)) &&
      !stated.some((other) => sameAmount(one, other)),
  )
}

function lengthOf(candidates: readonly Candidate[]): number {
  return sum(candidates.map(({ length }) => length))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
