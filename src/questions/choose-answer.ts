import type { Finding, Outcome } from './answer.ts'
import { asksWhether } from './asks-whether.ts'
import { type Candidate, chooseSentences, firstSentences, strengthOf } from './choose-sentences.ts'
import { type Quantity, sameAmount, sameUnit } from './quantities.ts'
import type { Question } from './question.ts'
import { isCausal, isUndecided, type Sought, sum } from './sought.ts'

/** Characters quoted at most (with glosses where they are shown), so that an answer is read on a phone without much scrolling. */
const room = { single: { ja: 440, en: 780 }, list: { ja: 600, en: 1500 } }

/** Sentences to quote, and what to say of them. */
export type Choice = { readonly chosen: readonly Candidate[]; readonly finding: Finding; readonly outcome: Outcome }

/** Chooses what to quote from one matter, by whose words the question asks for and what it takes for granted. */
export function chooseAnswer({ question, weights }: Sought, candidates: readonly Candidate[]): Choice {
  const { cues } = question
  const fromMembers = candidates.filter(({ of }) => of.passage.speaker === 'member')
  const fromCity = candidates.filter(({ of }) => of.passage.speaker === 'secretariat')
  const list = cues.has('list')
  const space = room[list ? 'list' : 'single'][question.language]
  const differs = findDifferingAmounts(question.quantities, candidates)
  const answered = (chosen: readonly Candidate[]): Choice => {
    if (differs.length === 0)
      return { chosen, finding: { kind: 'passages', about: question.projects }, outcome: 'answered' }
    const states = ({ sentence }: Candidate) =>
      sentence.text.amounts.some((one) => differs.some((asked) => sameUnit(asked, one)))
    const stated = chosen.some(states) ? [] : candidates.filter(states).slice(0, 1)
    return { chosen: [...stated, ...chosen], finding: { kind: 'amount-differs', asked: differs }, outcome: 'corrected' }
  }
  const attribution = checkAttribution(question, fromMembers, fromCity)
  if (attribution !== null) return attribution
  const openly = !isClaim(question) && !cues.has('who-said')
  if (openly && cues.has('opinions') && cues.has('response') && fromCity.length > 0) {
    return answered([
      ...relevant(fromMembers, weights, 0.6 * space, true),
      ...relevant(fromCity, weights, 0.7 * space, true),
    ])
  }
  const membersHaveIt = strongest(fromMembers, weights) > 1.4 * strongest(fromCity, weights)
  if (cues.has('response') && (openly || !membersHaveIt) && !cues.has('who-said')) {
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
        candidates.filter(({ sentence }) => sentence.text.amounts.length > 0),
        weights,
        space,
        true,
      ),
    )
  if (openly && cues.has('opinions') && fromMembers.length > 0)
    return answered(relevant(fromMembers, weights, space, list))
  if (list) return answered(relevant(candidates, weights, space, false))

  const best = isOpen(question)
    ? leading(candidates, question, space)
    : ownFirst(question, candidates, chooseSentences(candidates, weights, 2, space))
  const withResponses = (chosen: readonly Candidate[], wide: boolean) => [
    ...chosen,
    ...relevant(
      fromCity.filter((candidate) => !chosen.includes(candidate)),
      weights,
      space - lengthOf(chosen),
      wide,
    ),
  ]
  const asksBack = best.some(
    ({ of, sentence }) => of.passage.speaker === 'member' && /(?:か|たい)。?$/u.test(sentence.text.normal),
  )
  if (cues.has('decided') && question.wanted?.kind !== 'quantity') {
    const chosen = withResponses(
      best.slice(0, 1),
      best.every(({ of }) => of.passage.speaker === 'member'),
    )
    const undecided = chosen.some(({ sentence }) => isUndecided(sentence.text.normal))
    return undecided ? { chosen, finding: { kind: 'not-decided' }, outcome: 'corrected' } : answered(chosen)
  }
  if (cues.has('reason')) {
    const whole = asksBack ? best.slice(0, 1) : wholePassages(best, candidates, space)
    const causal = (some: readonly Candidate[]) => some.some(({ sentence }) => isCausal(sentence.text.normal))
    const chosen = asksBack || !causal(whole) ? withResponses(whole, true) : whole
    return differs.length > 0 || causal(chosen)
      ? answered(chosen)
      : { chosen, finding: { kind: 'reason-related' }, outcome: 'partial' }
  }
  if (cues.has('response') && !cues.has('who-said')) return answered(withResponses(best, false))
  return answered(asksBack && (cues.has('confirm') || differs.length > 0) ? withResponses(best, false) : best)
}

/** Whether the question says that something is so, rather than asking openly what is. */
function isClaim({ cues, text, phrases, quantities }: Question): boolean {
  if (cues.has('list')) return false
  if (cues.has('confirm') || cues.has('decided') || (cues.has('reason') && cues.has('response'))) return true
  return !cues.has('opinions') && phrases.length + quantities.length > 0 && asksWhether(text)
}

/** Wordings that ask what somebody says of a matter; they give nothing to anybody. */
const asksOpenly =
  /どう(?!して)|何と|なんと|何て|なんて|どんな|どのよう|いかが|に対(?:する|して)|への(?:回答|考え|返)|について|\bwhat\b|\bhow\b|\blist\b|\bto the\b/u

/** 「500ヵ所以上は事務局の数字ですか」: the words or amounts that the question gives to one side, where only the other has them. */
function checkAttribution(
  question: Question,
  members: readonly Candidate[],
  city: readonly Candidate[],
): Choice | null {
  const { cues, phrases, quantities } = question
  const asks =
    cues.has('confirm') || cues.has('who-said') || asksWhether(question.text) || !asksOpenly.test(question.text)
  if (!asks || cues.has('opinions') === cues.has('response')) return null
  const says = ({ sentence }: Candidate) =>
    phrases.some((phrase) => sentence.text.bare.includes(phrase)) ||
    quantities.some((asked) => sentence.text.amounts.some((one) => sameAmount(asked, one)))
  const [attributed, other, speaker] = cues.has('opinions')
    ? [members, city, 'secretariat' as const]
    : [city, members, 'member' as const]
  const chosen = other.filter(says).slice(0, 2)
  if (chosen.length === 0 || attributed.some(says)) return null
  return { chosen, finding: { kind: 'speaker-differs', speaker }, outcome: 'corrected' }
}

/** A question that names its subject and nothing that could be looked for in it. */
function isOpen({ content, wanted, phrases, states, quantities }: Question): boolean {
  return content.length + phrases.length + states.length + quantities.length === 0 && wanted === null
}

/** Where nothing else is asked: what was quoted before, else the passage that names the project, else the matter from its beginning. */
function leading(
  candidates: readonly Candidate[],
  { projects, continues, memory }: Question,
  space: number,
): readonly Candidate[] {
  const recalled = candidates.filter(({ of }) => continues && memory.passages.includes(of.passage.key))
  const naming = candidates.filter(({ of }) => projects.some((project) => of.projects.includes(project)))
  return firstSentences([recalled, naming, candidates].find((some) => some.length > 0) ?? [], space)
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
  return [...candidates.filter(({ of }) => of.projects.includes(only)).slice(0, 1), ...chosen]
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
  if (lengthOf(kept) <= space) return kept
  if (weights.length === 0) return firstSentences(kept, space)
  const fitting = kept.filter(({ length }) => length <= space)
  const chosen = chooseSentences(fitting, weights, wide ? 12 : 3, space, 0.1)
  return chosen.length > 0 ? chosen : firstSentences(kept, space)
}

function strongest(candidates: readonly Candidate[], weights: readonly number[]): number {
  return Math.max(0, ...candidates.map((candidate) => strengthOf(candidate, weights)))
}

/** Amounts that the question asserts and the matter states otherwise: the same unit, never that value. */
function findDifferingAmounts(asked: readonly Quantity[], candidates: readonly Candidate[]): readonly Quantity[] {
  const stated = candidates.flatMap(({ sentence }) => sentence.text.amounts)
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
