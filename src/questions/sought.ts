import type { OpinionGroup } from '../record/public-record.ts'
import { matchShare } from './comparable-text.ts'
import type { PreparedPassage, PreparedRecord, PreparedSentence } from './prepared-record.ts'
import { sameAmount, sameUnit } from './quantities.ts'
import type { KnownWord, Question } from './question.ts'
import { holdsWanted } from './wanted.ts'

/** What a search seeks: the question's content words, and how much each of them tells. */
export type Sought = {
  readonly question: Question
  readonly prepared: PreparedRecord
  readonly words: readonly KnownWord[]
  readonly weights: readonly number[]
}

/** Weighs each content word by how much its kind matters and by how few passages have it. */
export function buildSought(question: Question, prepared: PreparedRecord): Sought {
  const words = question.content
  return { question, prepared, words, weights: words.map((word) => word.weight * rarity(word, prepared)) }
}

/** Words that few passages have say more about the matter. */
function rarity({ passagesHaving }: KnownWord, { passages }: PreparedRecord): number {
  return Math.log(1 + passages.length / (passagesHaving + 0.5))
}

/** The share of the weights that some passages have together. Amounts and quoted words count where they are stated, never against. */
function coverageOf(
  { question, words }: Sought,
  passages: readonly PreparedPassage[],
  weights: readonly number[],
): number {
  const sure =
    question.quantities.filter((asked) =>
      passages.some(({ text }) => text.amounts.some((one) => sameAmount(asked, one))),
    ).length +
    [...question.phrases, ...question.states].filter((phrase) =>
      passages.some(({ text }) => text.bare.includes(phrase)),
    ).length
  const total = sum(weights) + sure
  if (total === 0) return 0
  const found = words.map(
    (word, at) => (weights[at] ?? 0) * Math.max(0, ...passages.map((one) => matchShare(word, one.text))),
  )
  return (sum(found) + sure) / total
}

/** The coverage of the question, or of that sentence of it which the passages have most of: people tell stories before they ask. */
export function bestCoverage(sought: Sought, passages: readonly PreparedPassage[]): number {
  const weightsOf = (sentence: number | null) =>
    sought.words.map((word) => (sentence === null || word.sentence === sentence ? word.weight : 0))
  const sentences = [...new Set(sought.words.map((word) => word.sentence))].filter(
    (sentence) => sum(weightsOf(sentence)) >= 1,
  )
  return Math.max(...[null, ...sentences].map((sentence) => coverageOf(sought, passages, weightsOf(sentence))))
}

/** What a sentence has besides the words: what is wanted, quoted words, amounts, and being what was quoted before. */
export function bonusOf(
  { question, prepared }: Sought,
  of: PreparedPassage,
  { text: { normal, bare, en, amounts, stems } }: PreparedSentence,
): number {
  const { wanted, cues, memory } = question
  return (
    (wanted !== null && holdsWanted(wanted, normal, en, question.quantities, prepared.names) ? 2.5 : 0) +
    2 * question.phrases.filter((phrase) => bare.includes(phrase)).length +
    2 * question.states.filter((state) => bare.includes(state)).length +
    1.5 * question.quantities.filter((asked) => amounts.some((one) => sameAmount(asked, one))).length +
    (question.continues && memory.passages.includes(of.passage.key) ? 1 : 0) +
    (cues.has('reason') && isCausal(normal) ? 0.8 : 0) +
    (cues.has('decided') && isUndecided(normal) ? 1.5 : 0) +
    ((cues.has('title') || cues.has('number') || cues.has('who-said')) && namesProject(question, of) ? 1.5 : 0) +
    0.15 * question.stems.filter((stem) => stems.has(stem)).length +
    0.08 * Math.max(0, longestCommonRun(bare, question.bareText) - 3)
  )
}

/** Whether a passage names the project asked about, or any where the question asks which. */
function namesProject({ projects, cues }: Question, of: PreparedPassage): boolean {
  return projects.length === 0
    ? !cues.has('who-said') && of.projects.length > 0
    : of.projects.some((project) => projects.includes(project))
}

/** Words that tie a reason to what it is the reason for. */
export function isCausal(normal: string): boolean {
  return /ため|から|ので|により|ことで|踏まえ|で(?:あふれ|溢れ)/u.test(normal)
}

/** Words that leave a matter open: a wish, or something to be considered. */
export function isUndecided(normal: string): boolean {
  return /検討|調整|もらいたい|望まし|どうか/u.test(normal)
}

/** From these shares of the best document's score on, a newer document leads, and another is named beside it. */
const leads = 0.7
const isNamed = 0.35

/**
 * The group that has most of what is sought, and that of each other document which speaks of it too: the newest document
 * first, unless the conversation goes on about what was quoted before.
 */
export function findBestGroups(sought: Sought, passages: readonly PreparedPassage[]): readonly OpinionGroup[] {
  const { question, prepared } = sought
  const byDocument = Map.groupBy(passages, ({ passage }) => passage.document)
  const best = [...byDocument.values()].map((own) => findBestGroup(sought, own))
  const most = Math.max(...best.map(({ score }) => score))
  const speaking = best.filter(({ score }) => score >= isNamed * most).sort((a, b) => b.score - a.score)
  const newestOf = speaking
    .filter(({ score }) => score >= leads * most)
    .reduce((one, other) => (orderOf(other.group, prepared) < orderOf(one.group, prepared) ? other : one))
  const first = question.continues ? speaking[0] : newestOf
  return [first, ...speaking.filter((one) => one !== first)].flatMap((one) => one?.group ?? [])
}

/** The place of a group's document in the record, the newest first. */
function orderOf(group: OpinionGroup | null, { record }: PreparedRecord): number {
  return record.documents.findIndex(({ id }) => id === group?.document)
}

/** The group that has most of what is sought, by the search index and by coverage; what was quoted before is preferred. */
function findBestGroup(sought: Sought, passages: readonly PreparedPassage[]) {
  const { question, prepared, words, weights } = sought
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
  for (const [group, members] of Map.groupBy(passages, ({ group }) => group)) {
    const found = members.map(({ passage }) => scores.get(passage.key) ?? 0).sort((a, b) => b - a)
    const amounts = question.quantities.filter((asked) =>
      members.some((member) => member.text.amounts.some((one) => sameAmount(asked, one))),
    )
    const boost =
      (members.some(({ passage }) => recalled.has(passage.key)) ? 1.7 : 1) *
      (holdsAsked(sought, members) ? (question.wanted?.kind === 'quantity' ? 2.5 : 1.5) : 1)
    const evidence = (found[0] ?? 0) + 0.3 * sum(found.slice(1)) + 2 * amounts.length + 1e-3
    const score = boost * evidence * (0.3 + coverageOf(sought, members, weights))
    if (score > most) {
      best = group
      most = score
    }
  }
  return { group: best, score: most }
}

/** Whether some passage has the kind of thing that is wanted, or an amount of what the question has an amount of. */
function holdsAsked(
  { question: { wanted, quantities }, prepared }: Sought,
  passages: readonly PreparedPassage[],
): boolean {
  return passages.some(
    ({ text }) =>
      (wanted !== null && holdsWanted(wanted, text.normal, text.en, quantities, prepared.names)) ||
      quantities.some((asked) => asked.units.length > 0 && text.amounts.some((one) => sameUnit(asked, one))),
  )
}

/** The length of the longest run of characters that two texts share. */
function longestCommonRun(text: string, other: string): number {
  let longest = 0
  for (let at = 0; at + longest < other.length; at++) {
    while (at + longest < other.length && text.includes(other.slice(at, at + longest + 1))) longest++
  }
  return longest
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
