import type { Answer, Finding } from './answer.ts'
import { answerBySearch } from './answer-by-search.ts'
import { notFound } from './build-answer.ts'
import { cite, projectsBehind, wholeOf } from './citation.ts'
import { isElsewhere } from './elsewhere.ts'
import { lookUpAreas } from './look-up/areas.ts'
import { lookUpDocument } from './look-up/document.ts'
import { lookUpPhrases } from './look-up/phrases.ts'
import { lookUpProjects } from './look-up/projects.ts'
import { lookUpMeaning, lookUpRatings } from './look-up/ratings.ts'
import { lookUpSet } from './look-up/sets.ts'
import { lookUpVoices } from './look-up/voices.ts'
import { type Memory, noMemory } from './memory.ts'
import type { Language } from './normal-text.ts'
import type { PreparedRecord } from './prepared-record.ts'
import { isBrief, type Question } from './question.ts'
import { findSubjects } from './subjects.ts'
import { understand } from './understand.ts'

/** Characters (UTF-16 units) of a question that are read; a longer one is not answered in part but refused as a whole. */
export const longestQuestion = 2000

/** Structure decides first: each look-up answers, or leaves the question to the next; search comes last. */
const lookUps = [
  lookUpPhrases,
  lookUpMeaning,
  lookUpSet,
  lookUpAreas,
  lookUpDocument,
  lookUpProjects,
  lookUpRatings,
  lookUpVoices,
]

export type Asked = { readonly answer: Answer; readonly memory: Memory }

/** Answers one question from the record, without any model; `memory` is what the conversation remembers, and the answer's memory follows it. */
export function answerQuestion(
  prepared: PreparedRecord,
  text: string,
  memory: Memory = noMemory,
  language?: Language,
): Asked {
  if (text.length > longestQuestion) {
    return { answer: guide('too-long', understand(text.slice(0, 200), prepared, memory, language)), memory }
  }
  const question = understand(text, prepared, memory, language)
  const answer = answerUnderstood(question, prepared)
  return { answer, memory: remember(question, answer, prepared) }
}

function answerUnderstood(question: Question, prepared: PreparedRecord): Answer {
  const topic = findGuide(question)
  if (topic !== null) return guide(topic, question)
  if (isElsewhere(question.text, prepared))
    return notFound({ ...question, projects: [] }, prepared, { kind: 'elsewhere' }, [], 'out-of-scope')
  const year = question.years.find(({ fiscalYear }) => !isHeld(fiscalYear, prepared))
  const dated =
    year !== undefined && (year.fiscal || (isStructured(question) && question.projects.length > 0 && isBrief(question)))
  if (
    year !== undefined &&
    dated &&
    !prepared.passages.some(({ fiscalYears }) => fiscalYears.includes(year.fiscalYear))
  ) {
    return notFound(question, prepared, { kind: 'year-not-held', year: year.phrase })
  }
  if (year !== undefined && dated && (question.cues.has('rating') || question.signs.length > 0)) {
    return notFound(question, prepared, { kind: 'year-not-held', year: year.phrase })
  }
  const ofThatYear = question.projects.filter((project) =>
    question.years.some((one) => one.fiscalYear === prepared.fiscalYear(project.document)),
  )
  const heldYear = question.years.find(({ fiscalYear }) => isHeld(fiscalYear, prepared))
  if (heldYear !== undefined && question.projects.length > 0 && ofThatYear.length === 0 && !question.continues) {
    return notFound(question, prepared, { kind: 'year-not-held', year: heldYear.phrase })
  }
  if (question.unknownNumbers.length > 0 && question.projects.length === 0) {
    const finding: Finding = { kind: 'number-unknown', numbers: question.unknownNumbers }
    const answer = isBrief(question) ? null : answerBySearch(question, prepared)
    if (answer === null || answer.citations.length === 0) return notFound(question, prepared, finding)
    return { ...answer, outcome: 'corrected', finding }
  }
  for (const lookUp of lookUps) {
    const answer = lookUp(question, prepared)
    if (answer !== undefined) return answer
  }
  return answerBySearch(question, prepared)
}

/** A rating, a status or a title is asked for, not what happened in a year. */
function isStructured({ cues, signs, states }: Question): boolean {
  return cues.has('rating') || cues.has('status') || cues.has('title') || signs.length + states.length > 0
}

function isHeld(fiscalYear: number, { record }: PreparedRecord): boolean {
  return record.documents.some((held) => held.meeting.fiscalYear === fiscalYear)
}

type Topic = Extract<Finding, { kind: 'guide' }>['topic']

function findGuide({ text, cues, byNumber, byName }: Question): Topic | null {
  if (!/[\p{L}\p{N}×◎○△?]/u.test(text)) return 'empty'
  if (byNumber.length + byName.length > 0) return null
  for (const topic of ['greeting', 'thanks', 'help', 'give-opinion'] as const) if (cues.has(topic)) return topic
  return null
}

function guide(topic: Topic, { language }: Question): Answer {
  return {
    outcome: 'out-of-scope',
    language,
    finding: { kind: 'guide', topic },
    unknown: [],
    citations: [],
    others: [],
    projects: [],
    nearest: [],
  }
}

/** What the next question may refer to: subject and quotes of this one. An exchange that named nothing leaves the memory as it was. */
function remember(question: Question, answer: Answer, prepared: PreparedRecord): Memory {
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
