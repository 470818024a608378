import { join } from 'node:path'
import { type GoldenQuestion, readSet } from '../../src/commands/golden-question.ts'
import { sapporo } from './record-folder.ts'

/** Golden questions of the first committee, by the names of their sets. */
export function readGolden(...sets: readonly string[]): readonly GoldenQuestion[] {
  return sets.flatMap((name) => readSet(join(sapporo, 'questions', `${name}.jsonl`)).questions)
}
