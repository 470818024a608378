import type { Evidence } from '../record/public-record.ts'
import { sentencesOf } from './citation.ts'
import { matchShare } from './comparable-text.ts'
import type { ContentWord } from './content-words.ts'
import type { PreparedPassage, PreparedSentence } from './prepared-record.ts'

/** A sentence of a passage with what it has of the words sought. */
export type Candidate = {
  readonly of: PreparedPassage
  readonly index: number
  readonly sentence: PreparedSentence
  /** Characters that the sentence takes in a reply, with its gloss where one is shown. */
  readonly length: number
  readonly shares: readonly number[]
  readonly bonus: number
}

/** The sentences of some passages, each with its share of every sought word; `bonus` rewards what a sentence holds besides. */
export function findCandidates(
  passages: readonly PreparedPassage[],
  words: readonly ContentWord[],
  glossed: boolean,
  bonus: (of: PreparedPassage, sentence: PreparedSentence) => number,
): readonly Candidate[] {
  return passages.flatMap((of) =>
    of.sentences.map(
      (sentence, index): Candidate => ({
        of,
        index,
        sentence,
        length: sentence.length.ja + (glossed ? sentence.length.en : 0),
        shares: words.map((word) => matchShare(word, sentence.text)),
        bonus: bonus(of, sentence),
      }),
    ),
  )
}

/**
 * Chooses the sentences that together have most of the sought words: the best first, then whatever adds to it.
 * `weights` are those of the words, `most` and `room` (characters) bound the choice;
 * what adds less than the share `least` of the best is left out.
 */
export function chooseSentences(
  candidates: readonly Candidate[],
  weights: readonly number[],
  most: number,
  room: number,
  least = 0.3,
): readonly Candidate[] {
  const chosen: Candidate[] = []
  const covered = weights.map(() => 0)
  let first = 0
  let left = room
  while (chosen.length < most) {
    let best: Candidate | undefined
    let bestGain = 0
    for (const candidate of candidates) {
      if (chosen.includes(candidate) || (chosen.length > 0 && candidate.length > left)) continue
      const gain = gainOf(candidate, weights, covered) + (chosen.length === 0 ? candidate.bonus : candidate.bonus / 2)
      if (gain > bestGain + 1e-9) {
        best = candidate
        bestGain = gain
      }
    }
    if (best === undefined || bestGain < first * least) break
    if (chosen.length === 0) first = bestGain
    chosen.push(best)
    left -= best.length
    for (const [at, share] of best.shares.entries()) covered[at] = Math.max(covered[at] ?? 0, share)
  }
  return chosen
}

/** From the first on, while there is room. */
export function firstSentences(candidates: readonly Candidate[], room: number): readonly Candidate[] {
  const kept: Candidate[] = []
  let left = room
  for (const candidate of candidates) {
    if (candidate.length > left) break
    kept.push(candidate)
    left -= candidate.length
  }
  return kept
}

/** What a sentence has of all that is sought. */
export function strengthOf(candidate: Candidate, weights: readonly number[]): number {
  return (
    gainOf(
      candidate,
      weights,
      weights.map(() => 0),
    ) + candidate.bonus
  )
}

/** What a sentence adds to what is covered already; a word that is covered counts a little, so that ties go to the matter. */
function gainOf({ shares }: Candidate, weights: readonly number[], covered: readonly number[]): number {
  let gain = 0
  for (const [at, share] of shares.entries()) {
    const fresh = Math.max(0, share - (covered[at] ?? 0))
    gain += (weights[at] ?? 0) * (fresh + 0.1 * Math.min(share, covered[at] ?? 0))
  }
  return gain
}

/** As evidence in the order of the document, neighbours of one passage as one quote. */
export function asEvidence(chosen: readonly Candidate[], order: readonly PreparedPassage[]): readonly Evidence[] {
  const sorted = [...chosen].sort((a, b) => order.indexOf(a.of) - order.indexOf(b.of) || a.index - b.index)
  const runs: { of: PreparedPassage; from: number; to: number }[] = []
  for (const { of, index } of sorted) {
    const last = runs.at(-1)
    if (last !== undefined && last.of === of && last.to === index - 1) last.to = index
    else runs.push({ of, from: index, to: index })
  }
  return runs.map(({ of, from, to }) => sentencesOf(of.passage, from, to))
}
