import { minuteOf } from '../opinions/day.ts'
import type { DigestTold } from './digest-acts.ts'
import { digestLines, fullLines } from './digest-lines.ts'
import { callNamed, personNamed } from './office-names.ts'
import { type Block, texts } from './reply.ts'
import { sayIn, type View } from './view.ts'
import { visibleText } from './visible-text.ts'

/** What came of an act on the daily digest (日次まとめ) or on retention, in words. */
export async function digestBlocks(told: DigestTold, view: View): Promise<readonly Block[]> {
  return texts(...(await linesOf(told, view)))
}

async function linesOf(told: DigestTold, view: View): Promise<readonly string[]> {
  const { digest: say } = sayIn(view)
  switch (told.kind) {
    case 'digest':
      return told.made ? digestLines(told.digest, view) : [...fullLines(told.digest, view), say.notMade]
    case 'no-digest':
      return [say.none[told.why](told.day)]
    case 'expired': {
      if (told.years === null) return [say.keptForEver]
      if (told.rounds.length === 0) return [say.expiredNone(told.years)]
      const lines = await Promise.all(
        told.rounds.map(async ({ name, call, published, over, requested }) => [
          say.expiredLine(visibleText(name), call, published, over),
          ...(requested === null
            ? []
            : [say.requestedLine(await personNamed(view, requested.by), minuteOf(requested.until))]),
        ]),
      )
      return [say.expiredLead(told.rounds.length, told.years), ...lines.flat(), say.disposeHint]
    }
    case 'disposal-requested':
      return [say.disposalRequested(await callNamed(view, told.call), told.receipts, minuteOf(told.until))]
    case 'disposal-waits':
      return [
        say.disposalWaits(await callNamed(view, told.call), told.receipts, await personNamed(view, told.by)),
        say.reason(visibleText(told.reason), minuteOf(told.since)),
        say.yesHint,
      ]
    case 'disposed':
      return [say.disposed(told.call, told.receipts)]
    case 'refused':
      if (told.why === 'another-needed')
        return [say.anotherNeeded(await personNamed(view, told.by), minuteOf(told.since))]
      return [told.why === 'not-expired' ? say.notExpired(visibleText(told.call)) : say.notStaff]
  }
}
