import { readAnnex } from '../opinions/annex.ts'
import { isLive } from '../opinions/answers.ts'
import type { Release } from '../opinions/release.ts'
import { listReleasesOf } from '../opinions/releases.ts'
import { type Block, texts } from './reply.ts'
import { sayIn, type View } from './view.ts'
import { visibleText } from './visible-text.ts'

/** The response to a submission as a message to who sent it; empty where it is not shared, or withdrawn. */
export async function responseNews(receipt: string, view: View): Promise<readonly Block[]> {
  const say = sayIn(view).release.response
  const blocks = await responseBlocks(receipt, view)
  return blocks.length === 0 ? [] : [...texts(say.lead(receipt)), ...blocks, ...texts(say.ask(receipt, view.here))]
}

/** A submission's items with what answers them, each response once, and what may be done with it. */
export async function responseBlocks(receipt: string, view: View): Promise<readonly Block[]> {
  const { records } = view
  const submission = (await records.find('submissions', receipt))?.value
  const [release] = await listReleasesOf(records, receipt)
  if (submission === undefined || release === undefined || !isLive(submission)) return []
  const annex = await readAnnex(records, submission.call, 'none', new Set([receipt]))
  const items = annex.blocks.flatMap(({ opinions }) =>
    opinions.flatMap(({ parts }) => parts.flatMap((part) => (part.kind === 'item' ? [part] : []))),
  )
  const responses = annex.blocks.flatMap((block) => block.responses)
  const say = sayIn(view).release.response
  const opinion = (text: string) => say.opinion(visibleText(text))
  const lines = items.flatMap(({ item, text }) => {
    const response = responses.find(({ answers }) => answers.includes(item))
    if (response === undefined) return [opinion(text), say.none]
    const answered = items.filter((one) => response.answers.includes(one.item))
    // What is answered together stands together, where the first of it does.
    if (answered[0]?.item !== item) return []
    return [...answered.map((one) => opinion(one.text)), say.response(visibleText(response.text))]
  })
  return texts(...lines, markOf(release.value, view))
}

/** That a passage is not public yet and how to handle it, or where it is published. */
export function markOf({ published }: Release, view: View): string {
  const say = sayIn(view).release
  return published === null ? say.unpublished : say.publishedAt(published.day, visibleText(published.address))
}
