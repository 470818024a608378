import type { PreparedRecord } from '../questions/prepared-record.ts'
import { findRelated } from '../questions/second-look.ts'
import type { CitablePassage } from '../record/public-record.ts'

/** Rows of annexes that are looked into, their passages, and UTF-16 units of all of them, at most. */
const most = { rows: 5, passages: 24, units: 8000 }

/** Opinions and responses of the record that may be precedents for an opinion, those of the nearest row first. */
export function findPrecedents(
  prepared: PreparedRecord,
  words: string,
  project: { readonly document: string; readonly number: number } | null,
): readonly CitablePassage[] {
  const hits = prepared.index().search(words.slice(0, 2000), most.passages)
  const found = hits.flatMap(({ id }) => prepared.passages.find(({ passage }) => passage.key === id)?.group ?? [])
  const rows = [...new Set([...findRelated(prepared, words, project), ...found])].slice(0, most.rows)
  const passages = rows.flatMap(({ opinions, responses }) => [...opinions, ...responses]).slice(0, most.passages)
  let units = 0
  return passages.filter(({ text }) => (units += text.length) <= most.units)
}
