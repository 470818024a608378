import { tokenize } from './tokenize.ts'

/** A text to be found; ids are unique. A match in the title counts twice. */
export type SearchDocument = { readonly id: string; readonly title?: string | undefined; readonly text: string }

/** A found document: `coverage` is the share (0 to 1) of the query's idf that its words hold. */
type Hit = { readonly id: string; readonly score: number; readonly coverage: number }

export type SearchIndex = {
  /** The best `limit` documents that share a token with the query, by score, then by id. */
  search(query: string, limit: number): readonly Hit[]
  /** How telling a token is: near 0 where every document has it, highest where none does. */
  idf(token: string): number
}

type Postings = { readonly documents: number[]; readonly weights: number[] }

// BM25's usual constants. Tuning them gained nothing on held-out questions.
const K1 = 1.2
const B = 0.75

/** Builds a BM25 index in memory. Scores are BM25 times the root of coverage, so that one rare word does not win alone. */
export function buildSearchIndex(documents: readonly SearchDocument[]): SearchIndex {
  const postings = buildPostings(documents)
  const idf = (token: string): number => {
    const frequency = postings.get(token)?.documents.length ?? 0
    return Math.log(1 + (documents.length - frequency + 0.5) / (frequency + 0.5))
  }

  const search = (query: string, limit: number): readonly Hit[] => {
    const scores = new Float64Array(documents.length)
    const found = new Float64Array(documents.length)
    let total = 0
    for (const token of new Set(tokenize(query))) {
      const weight = idf(token)
      total += weight
      const posting = postings.get(token)
      if (!posting) continue
      for (let i = 0; i < posting.documents.length; i++) {
        const document = posting.documents[i]!
        scores[document]! += weight * posting.weights[i]!
        found[document]! += weight
      }
    }
    for (let i = 0; i < scores.length; i++) if (scores[i]) scores[i]! *= Math.sqrt(found[i]! / total)

    // Sorting bare numbers finds the lowest score that counts; only documents that reach it become hits.
    const lowest = scores.toSorted().at(-limit) ?? 0
    const hits: Hit[] = []
    scores.forEach((score, i) => {
      if (score > 0 && score >= lowest) hits.push({ id: documents[i]!.id, score, coverage: found[i]! / total })
    })
    return hits.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1)).slice(0, limit)
  }

  return { search, idf }
}

function buildPostings(documents: readonly SearchDocument[]): ReadonlyMap<string, Postings> {
  const tokenLists = documents.map(({ title = '', text }) => {
    const titleTokens = tokenize(title)
    // One bag of words, so that the lengths of a short title and a long text are not weighed against each other;
    // the title goes in twice, or a long text would drown it.
    return titleTokens.concat(titleTokens, tokenize(text))
  })
  const averageLength = tokenLists.reduce((sum, tokens) => sum + tokens.length, 0) / documents.length

  const postings = new Map<string, Postings>()
  for (const [document, tokens] of tokenLists.entries()) {
    const counts = new Map<string, number>()
    for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1)
    const saturation = K1 * (1 - B + (B * tokens.length) / averageLength)
    for (const [token, count] of counts) {
      const posting = postings.get(token) ?? { documents: [], weights: [] }
      if (posting.documents.length === 0) postings.set(token, posting)
      posting.documents.push(document)
      posting.weights.push((count * (K1 + 1)) / (count + saturation))
    }
  }
  return postings
}
