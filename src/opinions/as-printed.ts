import { liveItems, partsOf } from './annex.ts'
import type { Proof } from './proof.ts'
import type { QueueItem } from './queue-item.ts'
import type { Found, Records } from './records.ts'
import type { Submission, Version } from './submission.ts'

/** An item's words, as its member wrote them and as they will be printed. */
export type PrintedItem = Proof['parts'][number] & { readonly written: string }

/** A submission as it will be printed; `text` is all of it, with its headings. */
export type AsPrinted = {
  readonly submission: Found<Submission>
  readonly items: readonly Found<QueueItem>[]
  readonly parts: readonly PrintedItem[]
  readonly text: string
}

/** The words of a submission that a text check shows. */
export function shownParts({ parts }: AsPrinted): Proof['parts'] {
  return parts.map(({ item, text }) => ({ item, text }))
}

/** One submission as it will be printed; undefined where there is none, or its words are erased. */
export async function findAsPrinted(records: Records, receipt: string): Promise<AsPrinted | undefined> {
  const submission = await records.find('submissions', receipt)
  if (submission === undefined) return undefined
  const version = await records.find('versions', `${receipt}.${submission.value.version}`)
  return version && asPrinted(submission, version.value, await records.list('items', { receipt }))
}

/** All submissions of a call that pass, as they will be printed, in the order of receipts. */
export async function listAsPrinted(
  records: Records,
  call: string,
  passes: (submission: Submission) => boolean,
): Promise<readonly AsPrinted[]> {
  const submissions = (await records.list('submissions', { call })).filter(({ value }) => passes(value))
  const items = Map.groupBy(await records.list('items', { call }), ({ value }) => value.receipt)
  const printed = await Promise.all(
    submissions.map(async (submission) => {
      const { receipt, version } = submission.value
      const words = await records.find('versions', `${receipt}.${version}`)
      return words && asPrinted(submission, words.value, items.get(receipt) ?? [])
    }),
  )
  return printed.filter((one) => one !== undefined)
}

function asPrinted(submission: Found<Submission>, version: Version, items: readonly Found<QueueItem>[]): AsPrinted {
  const live = liveItems(items)
  const pieces = partsOf(version, live)
  const asWritten = partsOf(
    version,
    live.map((item) => ({ ...item, printed: null })),
  )
  const written = new Map(asWritten.flatMap((piece) => (piece.kind === 'item' ? [[piece.item, piece.text]] : [])))
  return {
    submission,
    items,
    parts: pieces.flatMap((piece) =>
      piece.kind === 'item' ? [{ item: piece.item, text: piece.text, written: written.get(piece.item) ?? '' }] : [],
    ),
    text: pieces.map(({ text }) => text).join('\n'),
  }
}
