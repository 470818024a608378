import { ModelFailure } from './model-failure.ts'

/** Signs in a row, blanks and punctuation left out, that an answer shares with what a model was told by no chance. */
const telling = { ja: 28, en: 40 }

type Told = {
  readonly instructions: string
  readonly language: keyof typeof telling
  /** What stands in the data may be said again. */
  readonly data: string
  readonly key: string | null
}

/** What is shorter is a word that a server of one's own takes for a key (none, ollama), and no secret. */
const shortestKey = 12

/**
 * Refuses an answer in which people would read what the model was told, or the key.
 * @throws ModelFailure `malformed`
 */
export function checkLeak(value: unknown, { instructions, language, data, key }: Told): void {
  const said = textsIn(value)
  if (key !== null && key.length >= shortestKey && said.some((text) => text.includes(key)))
    throw new ModelFailure('malformed', 'says-the-key')
  const length = telling[language]
  const given = bare(data)
  const told = new Set([...runsOf(bare(instructions), length)].filter((run) => !given.includes(run)))
  for (const text of said)
    for (const run of runsOf(bare(text), length))
      if (told.has(run)) throw new ModelFailure('malformed', 'repeats-its-prompt')
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

function* runsOf(text: string, length: number): Generator<string> {
  for (let at = 0; at + length <= text.length; at++) yield text.slice(at, at + length)
}

function bare(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase()
}
