import { dayOf } from '../opinions/day.ts'
import { readItemsOf } from '../opinions/read-queue-item.ts'
import { itemLine } from './queue-list-lines.ts'
import { divisionNames, eventLine } from './queue-names.ts'
import { type Block, texts } from './reply.ts'
import { submissionBlocks } from './submission-blocks.ts'
import { sayIn, type View } from './view.ts'

/** A submission as it stands, for the secretariat: what was sent and by whom, and each of its items with who answers it. */
export async function cardBlocks(receipt: string, view: View): Promise<readonly Block[]> {
  const submission = await submissionBlocks(receipt, { ...view, staff: true })
  // What stood there must go too.
  if (submission.length === 0) return texts(sayIn(view).office.cardGone(receipt))
  const { items } = await readItemsOf(view.records, receipt, dayOf(view.at), view.calendar)
  const lines = await Promise.all(
    items.map(async (item) => await itemLine(item, await divisionNames(view, item.call), view)),
  )
  return [...submission, ...texts(...lines)]
}

/** The items that stand on a card and can be worked on. */
export async function cardItems(receipt: string, view: View): Promise<readonly string[]> {
  const { items } = await readItemsOf(view.records, receipt, dayOf(view.at), view.calendar)
  return items.map(({ item }) => item)
}

/** What was done about a submission, in a line; empty where the audit log does not know the act. */
export async function actBlocks(receipt: string, act: string, view: View): Promise<readonly Block[]> {
  const logged = (await view.records.find('acts', act))?.value
  const call = (await view.records.find('submissions', receipt))?.value.call
  if (logged === undefined || call === undefined) return []
  const line = await eventLine(logged, await divisionNames(view, call), view)
  return texts(logged.about === receipt ? line : `${logged.about} ${line}`)
}
