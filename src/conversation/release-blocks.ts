import { findAsPrinted } from '../opinions/as-printed.ts'
import { standing } from '../opinions/call.ts'
import { minuteOf } from '../opinions/day.ts'
import { personNamed, releaseNamed } from './office-names.ts'
import { differenceLines } from './proof-blocks.ts'
import type { ReleaseTold } from './release-acts.ts'
import { releaseRefusal } from './release-refusals.ts'
import { releaseLines } from './release-view-lines.ts'
import { releasedAnnexBlocks } from './released-annex.ts'
import { type Block, notes, texts } from './reply.ts'
import { sayIn, type View } from './view.ts'

/** What came of an act on the text check, sharing and publishing (文面の確認、委員共有、公表), in words. */
export async function releaseBlocks(told: ReleaseTold, view: View): Promise<readonly Block[]> {
  const { release } = sayIn(view)
  const later = (from: number) => (from > view.at ? minuteOf(from) : null)
  switch (told.kind) {
    case 'print-set':
      return [...(await printBlocks(told.item, view)), ...notes(release.printHint)]
    case 'proofs-sent':
      return texts(
        release.proofsSent(await releaseNamed(view, told.call), told.receipts, told.until, later(told.from)),
        ...(told.settled.length === 0 ? [] : [release.settled(told.settled)]),
      )
    case 'annex-shared':
      return texts(
        release.shared(await releaseNamed(view, told.release), told.submissions, told.members, later(told.from)),
        ...(told.unreached.length === 0 ? [] : [release.unreached(await namesOf(told.unreached, view))]),
        ...(told.closed ? [release.closedToo] : []),
        release.undoUntil,
      )
    case 'annex-published':
      return texts(
        release.published(await releaseNamed(view, told.release), told.submissions, told.day, told.address),
        release.undoUntil,
      )
    case 'share-undone':
      return texts(
        release.shareUndone(await releaseNamed(view, told.release), told.stopped, told.recalled, later(told.from)),
        ...(told.call === standing ? [] : [release.staysClosed]),
      )
    case 'publish-undone':
      return texts(release.publishUndone(await releaseNamed(view, told.release)))
    case 'releases':
      return texts(...(await releaseLines(told, view)))
    case 'annex-page':
      return await releasedAnnexBlocks(told, view)
    case 'no-annex':
      return texts(release.annex.none)
    case 'refused':
      return texts(...(await releaseRefusal(told, view)))
  }
}

/** How an item is printed now, with what differs from the words written. */
async function printBlocks(item: string, view: View): Promise<readonly Block[]> {
  const { release } = sayIn(view)
  const found = await view.records.find('items', item)
  const printed = found && (await findAsPrinted(view.records, found.value.receipt))
  const part = printed?.parts.find((one) => one.item === item)
  if (part === undefined) return []
  if (part.text === part.written) return texts(release.printAsWritten(item))
  return [
    ...texts(release.printSet(item)),
    { kind: 'words', text: part.text },
    ...texts(...differenceLines(part, view)),
  ]
}

async function namesOf(members: readonly string[], view: View): Promise<readonly string[]> {
  return await Promise.all(members.map(async (member) => await personNamed(view, member)))
}
