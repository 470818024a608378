import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { Fault } from '../fault.ts'
import { type ModelJob, modelJobs } from '../ports.ts'

type Language = 'ja' | 'en'

/**
 * What a model is told for a job: `instructions` is the part before the line `---`, `data` the part after it, where the
 * variables stand. `hash` is the SHA-256 of the file, in hexadecimal digits.
 */
export type Prompt = {
  readonly id: ModelJob
  readonly version: string
  readonly language: Language
  readonly variables: readonly string[]
  readonly instructions: string
  readonly data: string
  readonly hash: string
}

/** The prompts of every job, in both languages. */
export type Prompts = Readonly<Record<ModelJob, Readonly<Record<Language, Prompt>>>>

const languages = ['ja', 'en'] as const
/** Front matter is lines of `key: value`, no YAML. */
const layout = /^---\n([\s\S]*?)\n---\n([\s\S]+?)\n---\n([\s\S]+)$/u
const line = /^([a-z]+): (\S.*)$/u
const variable = /\{\{([^{}]*)\}\}/gu

const FrontMatter = z.strictObject({
  id: z.string(),
  version: z.string().regex(/^[1-9]\d{0,5}$/u, 'version is a number, such as 3: count it up with each change'),
  variables: z.string().transform((names) => names.split(',').map((name) => name.trim())),
})

/**
 * Reads all prompts of a folder.
 * @throws Fault `prompt-invalid`: which file, and what to do
 */
export function readPrompts(folder: string): Prompts {
  const jobs = Object.keys(modelJobs) as ModelJob[]
  const read = (job: ModelJob) =>
    Object.fromEntries(languages.map((language) => [language, readPrompt(folder, job, language)]))
  return Object.fromEntries(jobs.map((job) => [job, read(job)])) as unknown as Prompts
}

function readPrompt(folder: string, job: ModelJob, language: Language): Prompt {
  const path = join(folder, `${job}.${language}.md`)
  const wrong = (says: string, cause?: unknown) => new Fault('prompt-invalid', `${path}: ${says}`, cause)
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (cause) {
    throw wrong('cannot be read; each job of the model has a prompt in Japanese and one in English', cause)
  }
  const [, matter, instructions, data] = layout.exec(text.replaceAll('\r\n', '\n')) ?? []
  if (matter === undefined || instructions === undefined || data === undefined || /^---$/mu.test(data))
    throw wrong(
      'write "---", id, version and variables, "---", what the model is told, "---", and the data, each "---" on its own line',
    )
  const front = readFrontMatter(matter, wrong)
  if (front.id !== job) throw wrong(`its id is "${front.id}"; write "id: ${job}", as the file is named`)
  const known = modelJobs[job]
  checkSame(front.variables, known, (names) =>
    wrong(`its front matter must say "variables: ${known.join(', ')}"${names}`),
  )
  if (/\{\{|\}\}/u.test(instructions))
    throw wrong(
      'a variable stands before the data; what a model is told holds no text of anybody else: move it below the last "---"',
    )
  const used = [...data.matchAll(variable)].map(([, name = '']) => name)
  checkSame(used, known, (names) =>
    wrong(
      `below the last "---" each of ${known.map((name) => `{{${name}}}`).join(', ')} must stand once, and no other${names}`,
    ),
  )
  const hash = createHash('sha256').update(text).digest('hex')
  return {
    id: job,
    version: front.version,
    language,
    variables: known,
    instructions: instructions.trim(),
    data: data.trim(),
    hash,
  }
}

function readFrontMatter(matter: string, wrong: (says: string, cause?: unknown) => Fault): z.infer<typeof FrontMatter> {
  const lines = matter.split('\n').map((one) => line.exec(one))
  const keys = lines.map((match) => match?.[1])
  if (keys.includes(undefined)) throw wrong('its front matter is lines of "key: value" and nothing else')
  if (new Set(keys).size < keys.length) throw wrong('its front matter says something twice')
  const result = FrontMatter.safeParse(Object.fromEntries(lines.map((match) => [match?.[1], match?.[2]])))
  if (!result.success) throw wrong(`its front matter is not right:\n${z.prettifyError(result.error)}`, result.error)
  return result.data
}

/** @throws what `fault` makes of the names that are too many or too few */
function checkSame(found: readonly string[], known: readonly string[], fault: (names: string) => Fault): void {
  const unknown = found.find((name) => !known.includes(name))
  if (unknown !== undefined) throw fault(`; "${unknown}" is unknown`)
  const missing = known.find((name) => !found.includes(name))
  if (missing !== undefined) throw fault(`; "${missing}" is missing`)
  if (found.length > known.length) throw fault('; one stands there twice')
}
