import { readTextFile } from './read-text.ts'
import type { Given, ReadInput } from './subcommands.ts'
import { UsageFault } from './usage-fault.ts'

/**
 * The text of --text or --text-file, else what is piped in.
 * @throws UsageFault where there is none, or two
 */
export async function readText(given: Given, readInput: ReadInput): Promise<string> {
  const text = readGivenText(given) ?? (await readInput())
  if (text === null) throw new UsageFault('no text given: give --text TEXT or --text-file FILE, or pipe the text in')
  return text
}

/** @throws UsageFault where both were given */
export function readGivenText(given: Given): string | undefined {
  const file = given.text('text-file')
  const text = given.text('text')
  if (file !== undefined && text !== undefined)
    throw new UsageFault('--text and --text-file were both given: give one of them')
  return file === undefined ? text : readTextFile(file)
}
