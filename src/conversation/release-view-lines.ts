import { standing } from '../opinions/call.ts'
import { minuteOf } from '../opinions/day.ts'
import { isReady } from '../opinions/readiness.ts'
import type { ReleaseView, ShowReleasesTold } from '../opinions/show-releases.ts'
import { releaseNamed } from './office-names.ts'
import { missingLines } from './release-refusals.ts'
import { markOf } from './response-blocks.ts'
import { sayIn, type View } from './view.ts'
import { visibleText } from './visible-text.ts'

/** Where the calls stand between text check and publication, and what is missing for the next step. */
export async function releaseLines(
  { whole, calls }: Extract<ShowReleasesTold, { readonly kind: 'releases' }>,
  view: View,
): Promise<readonly string[]> {
  const lines = await Promise.all(calls.map(async (one) => await callLines(one, whole, view)))
  return lines.flat()
}

async function callLines(shown: ReleaseView, whole: boolean, view: View): Promise<readonly string[]> {
  const { show } = sayIn(view).release
  const { call, receipts, missing, checks, releases } = shown
  const name = await releaseNamed(view, call)
  const released = releases.flatMap((release) => {
    const { id, shared, published } = release
    const { at, decided, number, post } = shared
    return [
      show.shared(id, release.receipts.length, minuteOf(at), decided, number, post),
      published === null ? show.toPublish(id) : show.below(markOf(release, view)),
    ]
  })
  const mayShare = call === standing || !shown.isOpen || isPast(shown, view)
  const next = isReady(missing) ? [mayShare ? show.ready : show.closeFirst] : missingLines(missing, view)
  return [
    call === standing ? name : show.call(name, shown.isOpen, shown.deadline),
    ...released,
    ...(releases.length > 0 && receipts.length === 0 ? [] : [show.unshared(receipts.length)]),
    ...(receipts.length === 0 ? [] : next),
    ...(whole
      ? checks.flatMap(({ receipt, state, until, answer }) => [
          show.check(receipt, show.state[state](until ?? '')),
          ...(answer?.kind === 'correction' ? [show.below(`「${visibleText(answer.text)}」`)] : []),
        ])
      : []),
  ]
}

function isPast({ deadline }: ReleaseView, { at }: View): boolean {
  return deadline !== null && minuteOf(at) > deadline
}
