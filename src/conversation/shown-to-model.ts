import type { ModelUse } from '../ports.ts'
import type { Memory } from '../questions/memory.ts'
import type { PreparedPassage, PreparedRecord } from '../questions/prepared-record.ts'
import type { PolicyArea, Project, PublicRecord } from '../record/public-record.ts'
import { sourceHash } from '../record/source-hash.ts'

/** Characters of what was quoted before that a model is shown of one passage. */
const longestBefore = 300

/** What a model may be shown of a record: what is not published only where the operator says so. */
export function shownTo({ maySeeOpinions }: Pick<ModelUse, 'maySeeOpinions'>, { documents }: PublicRecord) {
  const shown = documents.filter(({ release }) => maySeeOpinions || release === null || release.published !== null)
  const ids = new Set(shown.map(({ id }) => id))
  return ({ document }: { readonly document: string }) => ids.has(document)
}

type Shown = ReturnType<typeof shownTo>

/**
 * Passages as a model is given them, as JSON: in an order that says nothing, under ids that stand for them this once. The same
 * seed makes the same.
 */
export function handOut(
  candidates: readonly PreparedPassage[],
  mayShow: Shown,
  seed: string,
): { readonly passages: string; readonly keyOf: ReadonlyMap<string, string> } {
  const given = candidates
    .filter(({ passage }) => mayShow(passage))
    .map((one) => ({ id: sourceHash(`${seed} ${one.passage.key}`).slice(0, 8), ...one }))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
  const passages = given.map(({ id, passage, projects }) => ({
    ...{ id, said_by: passage.speaker, projects: projects.filter(mayShow).map(nameOf), text: passage.text },
  }))
  return { passages: JSON.stringify(passages), keyOf: new Map(given.map(({ id, passage }) => [id, passage.key])) }
}

/** What a conversation was about, as a model is given it, as JSON; empty where nothing was asked before. */
export function describeMemory(memory: Memory, { record, passages }: PreparedRecord, mayShow: Shown): string {
  const isIn = (remembered: readonly string[]) => (entry: Project | PolicyArea) =>
    mayShow(entry) && remembered.includes(`${entry.document}/${entry.number}`)
  const projects = record.projects.filter(isIn(memory.projects)).map(nameOf)
  const areas = record.policyAreas.filter(isIn(memory.areas)).map(nameOf)
  const quoted = passages
    .filter(({ passage }) => memory.passages.includes(passage.key) && mayShow(passage))
    .map(({ passage }) => passage.text.slice(0, longestBefore))
  return projects.length + areas.length + quoted.length === 0 ? '' : JSON.stringify({ projects, areas, quoted })
}

function nameOf({ number, title }: Project | PolicyArea): string {
  return title === null ? `No.${number}` : `No.${number} ${title}`
}
