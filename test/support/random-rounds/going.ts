import { leadOf } from '../../../src/opinions/annex.ts'
import type { Scene } from './scene.ts'
import { type Response, receiptOfItem, type Sent } from './truth.ts'

/** Items of others that were given to the members with a submission's response, and that response. */
export async function sharersOf(scene: Scene, { receipt }: Sent) {
  const items = (await scene.office.records.list('items', { gone: null })).map(({ value }) => value)
  return items.flatMap(({ item, receipt: own, disposition }) => {
    if (disposition?.kind !== 'with' || receiptOfItem(disposition.item) !== receipt || own === receipt) return []
    const response = scene.truth.responses.get(disposition.item)
    return response === undefined || scene.truth.releaseOf(own) === undefined ? [] : [{ item, response }]
  })
}

/** What was answered stays answered, by the words that the members have read. */
export async function keepAnswers(
  scene: Scene,
  sharers: readonly { readonly item: string; readonly response: Response }[],
): Promise<void> {
  for (const { item: id, response } of sharers) {
    const item = (await scene.office.records.find('items', id))?.value
    const lead = item && (await scene.office.records.find('items', leadOf(item)))?.value
    if (lead === undefined) throw new Error(`${id} goes with nothing`)
    scene.truth.responses.set(lead.item, response)
    scene.truth.checks.set(lead.item, { text: response.text, by: 'a colleague', words: scene.wordsOf(lead) })
  }
}
