import type { Records } from './records.ts'
import type { Item, Version } from './submission.ts'

/** An item's words in one version of its submission, and those of its heading. */
export type AskedWords = { readonly version: Version; readonly words: string; readonly heading: string | null }

/** The words as a version has them; undefined where they were erased. */
export async function readAskedWords(
  records: Records,
  receipt: string,
  { version, span, heading }: Item & { readonly version: number },
): Promise<AskedWords | undefined> {
  const found = await records.find('versions', `${receipt}.${version}`)
  if (found === undefined) return undefined
  const { text } = found.value
  return {
    version: found.value,
    words: text.slice(...span).trim(),
    heading: heading === null ? null : text.slice(...heading).trim(),
  }
}
