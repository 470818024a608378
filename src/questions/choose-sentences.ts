import type { Evidence } from '../record/public-record.ts'
import { sentencesOf } from './citation.ts'
import type { ContentWord } from './content-words.ts'
import { type Matchable, matchable, matchShare } from './matching.ts'
import { normalText } from './normal-text.ts'
import type { PreparedPassage } from './prepared-record.ts'

/** A sentence of a passage with what it has of the words sought. */
export type Candidate = {
  readonly of: PreparedPassage
  readonly index: number
  readonly normal: string
  readonly en: string
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
  bonus: (of: PreparedPassage, normal: string, en: string) => number,
): readonly Candidate[] {
  return passages.flatMap((of) =>
    of.passage.sentences.map((sentence, index): Candidate => {
      const normal = normalText(sentence.ja)
      const en = normalText(sentence.en)
      const text: Matchable = matchable(normal, en)
      return {
        of,
        index,
        normal,
        en,
        length: sentence.ja.length + (glossed ? sentence.en.replace(/\s/gu, '').length : 0),
        shares: words.map((word) => matchShare(word, text)),
        bonus: bonus(of, normal, en),
      }
    }),
  )
}

/**
 * Chooses the sentences that together have most of the sought words: the best first, then whatever adds to it.
 * `weights` are those of the words, `most` and `room` (characters) bound the choice.
 */
export function chooseSentences(
  candidates: readonly Candidate[],
  weights: readonly number[],
  most: number,
  room: number,
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
    if (best === undefined || bestGain < first * 0.3) break
    if (chosen.length === 0) first = bestGain
    chosen.push(best)
    left -= best.length
    for (const [at, share] of best.shares.entries()) covered[at] = Math.max(covered[at] ?? 0, share)
  }
  return chosen
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
