import type { OpinionGroup } from '../record/public-record.ts'
import type { Answer } from './answer.ts'
import { answerQuestion } from './answer-question.ts'
import { noMemory } from './memory.ts'
import type { PreparedRecord } from './prepared-record.ts'
import { understand } from './understand.ts'

/** Sentences of a text that are compared with the record at most. */
const mostSentences = 50

/** From this share of a text's idf on, a passage counts as on the same matter. */
const sameMatter = 0.3

/** Published opinions on the same matter, with the responses to them: those on its project or the projects it names, else the nearest in words. */
export function findRelated(
  prepared: PreparedRecord,
  text: string,
  project: { readonly document: string; readonly number: number } | null,
): readonly OpinionGroup[] {
  const { record, passages, index } = prepared
  const named = project === null ? understand(text.slice(0, 500), prepared, noMemory).projects : [project]
  const naming = record.groups.filter(({ projects }) =>
    projects.some(({ document, number }) => named.some((one) => one.document === document && one.number === number)),
  )
  if (naming.length > 0) return naming.slice(0, 2)
  const found = index()
    .search(text.slice(0, 2000), 3)
    .filter(({ coverage }) => coverage >= sameMatter)
    .flatMap(({ id }) => passages.find(({ passage }) => passage.key === id)?.group ?? [])
  return [...new Set(found)].slice(0, 2)
}

/** What the record says otherwise than a text's sentences take for granted: at most three corrections, each with its quote. */
export function findPremises(prepared: PreparedRecord, text: string): readonly Answer[] {
  const sentences = text
    .split(/(?<=[。？！?!\n])/u)
    .filter((sentence) => sentence.trim().length > 4 && sentence.length < 300)
    .slice(0, mostSentences)
  const corrected = sentences
    .map((sentence) => answerQuestion(prepared, sentence).answer)
    .filter(({ outcome, finding }) => outcome === 'corrected' && certain.has(finding.kind))
  const seen = new Set<string>()
  return corrected
    .filter(({ citations }) => {
      const key = citations.map(({ quote }) => quote).join('\n')
      return !seen.has(key) && seen.add(key)
    })
    .slice(0, 3)
}

/** Corrections that rest on structure, not on wording: an opinion may well differ from what the record says. */
const certain: ReadonlySet<Answer['finding']['kind']> = new Set(['rating-differs', 'title-differs'])
