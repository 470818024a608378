import type { Answer } from './answer.ts'
import { cite, projectsBehind, wholeOf } from './citation.ts'
import { type Memory, noMemory } from './memory.ts'
import type { Language } from './normal-text.ts'
import type { PreparedRecord } from './prepared-record.ts'
import type { Question } from './question.ts'
import { findSubjects } from './subjects.ts'
import { understand } from './understand.ts'

/** What the next question may refer to: subject and quotes of this one. An exchange that named nothing leaves the memory as it was. */
export function remember(question: Question, answer: Answer, prepared: PreparedRecord): Memory {
  if (answer.finding.kind === 'guide' || answer.outcome === 'out-of-scope') return question.memory
  const { record } = prepared
  const shown = answer.citations.length > 0 ? answer.citations : answer.nearest
  const found = 'projects' in answer.finding ? answer.finding.projects : []
  const named = found.length > 0 ? found : question.projects
  const projects =
    named.length > 0
      ? named
      : record.projects.filter(
          (project) =>
            answer.projects.includes(project.number) &&
            shown.some((citation) => citation.document.id === project.document),
        )
  const areas =
    question.areas.length > 0
      ? question.areas
      : record.policyAreas.filter((area) => shown.some((citation) => citation.quote.includes(area.title)))
  const set =
    question.sets[0] ??
    record.sets.find((one) => projects.length > 0 && projects.every((project) => one.projects.includes(project.number)))
  return {
    language: question.language,
    projects: projects.map((project) => `${project.document}/${project.number}`),
    areas: areas.map((area) => `${area.document}/${area.number}`),
    set: set === undefined ? null : `${set.document}/${set.id}`,
    cues: [...question.cues].filter((cue) => cue !== 'refers-back' && cue !== 'confirm'),
    signs: question.signs,
    ...(question.fields.length === 0 ? {} : { fields: question.fields }),
    passages: shown.map((citation) => citation.passage),
  }
}

/** The whole passages behind the last answer. */
export function recallSource(
  { record }: PreparedRecord,
  memory: Memory,
  language: Language = memory.language ?? 'ja',
): Answer {
  const passages = record.passages.filter((passage) => memory.passages.includes(passage.key))
  const answer = {
    language,
    citations: passages.map((passage) => cite(record, wholeOf(passage))),
    others: [],
    unknown: [],
    nearest: [],
  }
  if (passages.length === 0)
    return { ...answer, outcome: 'out-of-scope', finding: { kind: 'guide', topic: 'no-source' }, projects: [] }
  const projects = [...new Set(passages.flatMap((passage) => projectsBehind(record, passage.key)))]
  return { ...answer, outcome: 'answered', finding: { kind: 'source' }, projects }
}

/** Takes an earlier reply of whichever bot into the memory: what it names or quotes is what the next question may refer to. */
export function recallReply(prepared: PreparedRecord, text: string, memory: Memory): Memory {
  const said = understand(text, prepared, noMemory)
  // A title alone is a name, not a quote.
  const bare = findSubjects(said.text, prepared.subjects).rest.replace(/\s/gu, '')
  const quoted = prepared.passages.filter(({ text }) => sharesRun(text.bare, bare, 12))
  const projects = said.projects.map((project) => `${project.document}/${project.number}`)
  const areas = said.areas.map((area) => `${area.document}/${area.number}`)
  return {
    ...memory,
    projects: projects.length > 0 ? projects : memory.projects,
    areas: memory.areas.length > 0 ? memory.areas : areas,
    set: said.sets[0] === undefined ? memory.set : `${said.sets[0].document}/${said.sets[0].id}`,
    passages: quoted.length > 0 ? quoted.map(({ passage }) => passage.key) : memory.passages,
  }
}

/** Whether two texts share a run of at least `length` characters. */
function sharesRun(text: string, other: string, length: number): boolean {
  for (let at = 0; at + length <= other.length; at++) if (text.includes(other.slice(at, at + length))) return true
  return false
}
