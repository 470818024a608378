import { isLive } from '../opinions/answers.ts'
import type { Records } from '../opinions/records.ts'
import { buildSearchIndex } from '../questions/search/search-index.ts'

/** An item with its own words. */
export type ItemWords = { readonly item: string; readonly words: string }

/** The words of an item as they stand in its submission's newest version; undefined where it has none any more. */
export async function findItemWords(records: Records, item: string): Promise<ItemWords | undefined> {
  const found = (await records.find('items', item))?.value
  const submission = found && (await records.find('submissions', found.receipt))?.value
  if (found === undefined || found.gone !== null || submission === undefined || !isLive(submission)) return undefined
  const version = (await records.find('versions', `${found.receipt}.${submission.version}`))?.value
  return version && { item, words: version.text.slice(...found.span) }
}

/** Other items that share words with one, the nearest first: what is withdrawn, erased or gone is none of them. */
export async function findLikeItems(
  records: Records,
  { item, words }: ItemWords,
  most: number,
): Promise<readonly ItemWords[]> {
  const ids = (await records.list('items', { gone: null })).map(({ value }) => value.item).filter((id) => id !== item)
  const all = (await Promise.all(ids.map(async (id) => await findItemWords(records, id)))).filter(
    (one) => one !== undefined,
  )
  if (all.length === 0) return []
  const index = buildSearchIndex(all.map((one) => ({ id: one.item, text: one.words })))
  const hits = index.search(words.slice(0, 2000), most)
  return hits.flatMap(({ id }) => all.find((one) => one.item === id) ?? [])
}
