export type Quality = { p1: number; p5: number; mrr: number; ndcg10: number; r10: number }

/**
 * Measures one ranking of at most ten ids, as trec_eval does: every positive judgement is relevant, the gain of nDCG is
 * the judgement itself, and the reciprocal rank is 0 when the ten hold nothing relevant.
 */
export function measureRanking(ranking: readonly string[], relevant: ReadonlyMap<string, number>): Quality {
  const gains = ranking.slice(0, 10).map((id) => relevant.get(id) ?? 0)
  const ideal = [...relevant.values()].sort((a, b) => b - a).slice(0, 10)
  const found = (depth: number) => gains.slice(0, depth).filter((gain) => gain > 0).length
  return {
    p1: found(1),
    p5: found(5) / 5,
    mrr: found(10) === 0 ? 0 : 1 / (1 + gains.findIndex((gain) => gain > 0)),
    ndcg10: discountedGain(gains) / discountedGain(ideal),
    r10: found(10) / relevant.size,
  }
}

function discountedGain(gains: readonly number[]): number {
  return gains.reduce((sum, gain, rank) => sum + gain / Math.log2(rank + 2), 0)
}

/** The mean of every measure; `qualities` is not empty. */
export function averageQuality(qualities: readonly Quality[]): Quality {
  const mean = (key: keyof Quality) => qualities.reduce((sum, quality) => sum + quality[key], 0) / qualities.length
  return { p1: mean('p1'), p5: mean('p5'), mrr: mean('mrr'), ndcg10: mean('ndcg10'), r10: mean('r10') }
}

/** The value that the given share (0 to 1) of the values does not exceed; `values` is not empty. */
export function percentile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(share * values.length) - 1)]!
}
