import type { SheetField } from '../record/status-sheet.ts'
import type { Cue } from './cues.ts'
import type { Language } from './normal-text.ts'

/** What a conversation remembers of its last exchange: ids only, so that it can be stored. Projects and areas as `document/number`. */
export type Memory = {
  readonly language?: Language
  readonly projects: readonly string[]
  readonly areas: readonly string[]
  readonly set: string | null
  readonly cues: readonly Cue[]
  readonly signs: readonly string[]
  readonly fields?: readonly SheetField[]
  /** Keys of the passages that were quoted. */
  readonly passages: readonly string[]
}

/** Of a conversation in which nothing was asked yet. */
export const noMemory: Memory = { projects: [], areas: [], set: null, cues: [], signs: [], passages: [] }
