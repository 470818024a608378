import type { PolicyArea, Project, ProjectSet } from '../record/public-record.ts'
import type { SheetField } from '../record/status-sheet.ts'
import type { ContentWord } from './content-words.ts'
import type { Cue } from './cues.ts'
import type { Memory } from './memory.ts'
import type { Language } from './normal-text.ts'
import type { YearNamed } from './numbers.ts'
import type { Quantity } from './quantities.ts'
import type { Wanted } from './wanted.ts'

/** A content word; `known` where the record has it. */
export type KnownWord = ContentWord & { readonly known: boolean; readonly passagesHaving: number }

/** A question as understood without any model: what it names and what it asks for. */
export type Question = {
  readonly language: Language
  readonly text: string
  /** The same without blanks. */
  readonly bareText: string
  /** Stems of its English words of four letters or more. */
  readonly stems: readonly string[]
  readonly cues: ReadonlySet<Cue>
  /** Projects that the question names by number or name, or that it means by what was asked before. */
  readonly projects: readonly Project[]
  /** What the numbers named stand for in older lists, where that is something else. */
  readonly others: readonly Project[]
  readonly byNumber: readonly Project[]
  readonly byName: readonly Project[]
  readonly unknownNumbers: readonly number[]
  readonly areas: readonly PolicyArea[]
  readonly unknownAreas: readonly number[]
  readonly sets: readonly ProjectSet[]
  readonly signs: readonly string[]
  /** Words of the record for a state, as 未実施 or 達成済み, that the question uses. */
  readonly states: readonly string[]
  readonly years: readonly YearNamed[]
  readonly quantities: readonly Quantity[]
  /** What a status sheet has in columns of its own, and the question asks for. */
  readonly fields: readonly SheetField[]
  readonly wanted: Wanted | null
  /** The question's content words; `known` where the record has them. */
  readonly content: readonly KnownWord[]
  /** Quoted words of the question that stand in the record. */
  readonly phrases: readonly string[]
  /** Whether subject or matter come from what was asked before. */
  readonly continues: boolean
  readonly memory: Memory
}

/**
 * Nothing is asked about but what the cues say. Where the question names its subject, words that the record does not know are talk;
 * where it names none, any of them may be the subject.
 */
export function isBrief(question: Pick<Question, 'wanted' | 'content' | 'projects' | 'areas' | 'sets'>): boolean {
  const { projects, areas, sets } = question
  if (projects.length + areas.length + sets.length > 0) return isOnlyTalk(question)
  return question.wanted === null && question.content.reduce((sum, word) => sum + word.weight, 0) < 0.7
}

/** The record knows no other matter in the question, and nothing else is wanted. */
export function isOnlyTalk({ wanted, content }: Pick<Question, 'wanted' | 'content'>): boolean {
  return wanted === null && content.reduce((sum, word) => sum + (word.known ? word.weight : 0), 0) < 1
}
