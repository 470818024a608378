import { type AnnexBlock, leadOf } from './annex.ts'
import type { AnnexDocument } from './annex-document.ts'
import { findPromises, findUnsetDays, isPolite } from './doubtful-words.ts'
import { findPersonalData } from './personal-data.ts'
import type { QueueItem } from './queue-item.ts'
import { isUnfinished } from './queue-step.ts'
import type { Records } from './records.ts'

/**
 * What somebody should look at before an annex goes out; it keeps nobody from writing it. `about` is an item, for a text
 * check a receipt; `words` are those that gave rise to it, empty where there are none.
 */
export type AnnexWarning = {
  readonly kind: 'name' | 'personal-data' | 'unset-day' | 'promise' | 'open' | 'outdated' | 'polite' | 'not-checked'
  readonly about: string
  readonly words: string
}

/** All that an annex should be looked at for, in its order. Once it is shared, nobody is waited for any more. */
export async function checkAnnex(
  records: Records,
  { annex, release }: Pick<AnnexDocument, 'annex' | 'release'>,
): Promise<readonly AnnexWarning[]> {
  const names = await namesSought(records)
  const items = new Map((await records.list('items', { call: annex.call })).map(({ value }) => [value.item, value]))
  const proofs = new Map((await records.list('proofs')).map(({ value }) => [value.receipt, value]))
  const responses = annex.blocks.flatMap((block) => block.responses)
  const polite = responses.filter(({ text }) => isPolite(text)).length
  // A committee that is always answered in です・ます is not warned of it.
  const isPlain = polite * 2 <= responses.length
  return annex.blocks.flatMap((block) => [
    ...block.opinions.flatMap(({ receipt, parts }): readonly AnnexWarning[] => {
      const proof = proofs.get(receipt)
      return [
        ...parts.flatMap((part) => warnOfWords(part.kind === 'item' ? part.item : receipt, part.text, names)),
        ...parts.flatMap((part) => (part.kind === 'item' ? warnOfState(part.item, items) : [])),
        ...(release !== null || proof === undefined || proof.answer?.kind === 'agreed'
          ? []
          : [{ kind: 'not-checked', about: receipt, words: '' } as const]),
      ]
    }),
    ...block.responses.flatMap(({ item, answers, text }): readonly AnnexWarning[] => {
      const warn = (kind: AnnexWarning['kind'], found: readonly string[]) =>
        found.map((words) => ({ kind, about: item, words }))
      return [
        ...warnOfWords(item, text, names),
        ...warn('unset-day', findUnsetDays(text, wordsAnswered(block, answers))),
        ...warn('promise', findPromises(text)),
        ...(isPlain && isPolite(text) ? [{ kind: 'polite', about: item, words: '' } as const] : []),
      ]
    }),
  ])
}

/** Everybody's name of the roster, and family names of two characters and more; shorter ones are in too many words. */
async function namesSought(records: Records): Promise<RegExp | null> {
  const [members, staff] = await Promise.all([records.list('members'), records.list('staff')])
  const names = [...members, ...staff].flatMap(({ value: { name } }) => {
    const [family = ''] = name.trim().split(/\s+/u)
    return [name.replaceAll(/\s/gu, ''), family].filter((one) => [...one].length >= 2)
  })
  // Longer ones first: where a whole name stands, it is what is named. Blanks may stand anywhere in a name.
  const patterns = [...new Set(names)]
    .toSorted((a, b) => b.length - a.length)
    .map((name) => [...name].map((one) => RegExp.escape(one)).join(String.raw`\s*`))
  return patterns.length === 0 ? null : new RegExp(patterns.join('|'), 'gu')
}

function warnOfWords(about: string, text: string, names: RegExp | null): readonly AnnexWarning[] {
  const found = names === null ? [] : [...text.matchAll(names)].map(([name]) => name)
  return [
    ...[...new Set(found)].map((words) => ({ kind: 'name', about, words }) as const),
    ...findPersonalData(text).map(
      ({ span }) => ({ kind: 'personal-data', about, words: text.slice(...span) }) as const,
    ),
  ]
}

/** An item that goes with another waits for that one, which may have been withdrawn. */
function warnOfState(id: string, items: ReadonlyMap<string, QueueItem>): readonly AnnexWarning[] {
  const item = items.get(id)
  if (item === undefined) return []
  const lead = items.get(leadOf(item))
  const open = isUnfinished(item) || (lead !== item && (lead === undefined || isUnfinished(lead)))
  return [
    ...(open ? [{ kind: 'open', about: id, words: '' } as const] : []),
    ...(lead === item && item.outdated ? [{ kind: 'outdated', about: id, words: '' } as const] : []),
  ]
}

/** All that those wrote whom a response answers: what one of their submissions says, they have said. */
function wordsAnswered({ opinions }: AnnexBlock, answers: readonly string[]): readonly string[] {
  return opinions
    .filter(({ parts }) => parts.some((part) => part.kind === 'item' && answers.includes(part.item)))
    .map(({ parts }) => parts.map(({ text }) => text).join(''))
}
