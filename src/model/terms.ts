import type { NotTaken } from './model-failure.ts'

/**
 * What an endpoint takes. `format`: it keeps to a schema, or to JSON, or only to what it is told. `usage`: a stream may be asked
 * for what it cost. `steady`: it may be asked for the likeliest words (temperature 0), which models that think first refuse.
 */
export type Terms = {
  readonly format: 'schema' | 'json' | 'told'
  readonly usage: boolean
  readonly steady: boolean
}

export const bestTerms: Terms = { format: 'schema', usage: true, steady: true }

/** What to ask for instead after a refusal; undefined where nothing is left out that could be. */
export function lesserTerms(terms: Terms, { hint }: NotTaken): Terms | undefined {
  if (terms.steady && /temperature/iu.test(hint)) return { ...terms, steady: false }
  if (terms.usage && /stream_options/iu.test(hint)) return { ...terms, usage: false }
  if (terms.format === 'schema') return { ...terms, format: 'json' }
  if (terms.format === 'json') return { ...terms, format: 'told' }
  if (terms.steady) return { ...terms, steady: false }
  if (terms.usage) return { ...terms, usage: false }
  return undefined
}
