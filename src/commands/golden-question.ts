import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import * as z from 'zod'
import { Fault } from '../fault.ts'

/** A question with what a right answer must show, must not show, and which projects it must name. */
export const GoldenQuestion = z.strictObject({
  id: z.string().min(1),
  lang: z.enum(['ja', 'en']),
  kind: z.enum(['why', 'fact', 'list', 'followup', 'trap']),
  question: z.string(),
  /** What was said before. */
  context: z.array(z.strictObject({ role: z.enum(['user', 'bot']), text: z.string() })).optional(),
  expect: z.strictObject({
    /** Of each group one phrase at least is said. */
    all: z.array(z.array(z.string()).min(1)).optional(),
    none: z.array(z.string()).optional(),
    /** Outcomes that are right; without them only an answer is. */
    outcome: z
      .array(z.enum(['answered', 'partial', 'corrected', 'ambiguous', 'not-in-record', 'out-of-scope']))
      .min(1)
      .optional(),
    projects: z.array(z.number()).default([]),
  }),
})
export type GoldenQuestion = z.infer<typeof GoldenQuestion>

/** Questions of one file; `name` is the file's without its ending. */
export type QuestionSet = { readonly name: string; readonly questions: readonly GoldenQuestion[] }

/**
 * The golden questions in a committee's folder, a set a file.
 * @throws Fault `questions-missing`, `questions-invalid`
 */
export function readQuestionSets(committeeDir: string): readonly QuestionSet[] {
  const folder = join(committeeDir, 'questions')
  const files = listFiles(folder)
  if (files.length === 0)
    throw new Fault(
      'questions-missing',
      `${folder}: there are no golden questions; write some, one a line, into a file such as ${join(folder, 'own.jsonl')} (docs/operators.md says how), or name a file with --questions`,
    )
  return files.map((name) => readSet(join(folder, name)))
}

/**
 * The questions of one file, one a line.
 * @throws Fault `questions-missing`, `questions-invalid`, which names the line
 */
export function readSet(file: string): QuestionSet {
  return { name: basename(file, '.jsonl'), questions: readQuestions(file) }
}

function listFiles(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.jsonl'))
      .sort()
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw new Fault('questions-missing', `${folder}: cannot be read; make it a readable folder`, cause)
  }
}

function readQuestions(file: string): readonly GoldenQuestion[] {
  const lines = readText(file).split(/\r?\n/u)
  const questions = lines.flatMap((line, index) => (line.trim() === '' ? [] : [readLine(line, `${file}:${index + 1}`)]))
  const ids = new Set<string>()
  for (const { id } of questions) {
    if (ids.has(id))
      throw new Fault('questions-invalid', `${file}: two questions have the id "${id}"; give each its own`)
    ids.add(id)
  }
  return questions
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    throw new Fault(
      'questions-missing',
      `${file}: cannot be read (${code}); name a file of questions, one a line`,
      cause,
    )
  }
}

function readLine(line: string, place: string): GoldenQuestion {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch (cause) {
    throw new Fault('questions-invalid', `${place}: not JSON (${(cause as Error).message}); mend the line`, cause)
  }
  const result = GoldenQuestion.safeParse(value)
  if (result.success) return result.data
  const problem = z.prettifyError(result.error).replaceAll('\n', ' ')
  throw new Fault('questions-invalid', `${place}: not a golden question: ${problem}`, result.error)
}
