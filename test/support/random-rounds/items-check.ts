import { expect } from 'vitest'
import type { Records } from '../../../src/opinions/records.ts'
import { itemsOf, type Truth } from './truth.ts'

/**
 * The records of submissions are what people sent, each under a receipt of its own; the items of each that stands lie in
 * its text in order, apart from each other, and what is between them is a heading.
 * @throws where they are not.
 */
export async function checkItems(truth: Truth, records: Records): Promise<void> {
  const submissions = (await records.list('submissions')).map(({ value }) => value)
  expect(submissions.map(({ receipt }) => receipt)).toEqual(truth.sent.map(({ receipt }) => receipt))
  expect(new Set(truth.sent.map(({ receipt }) => receipt)).size).toBe(truth.sent.length)
  const words = new Map<string, string>()
  for (const one of truth.sent) {
    const { receipt, kind, state, versions } = one
    const stored = (await records.list('versions', { receipt })).map(({ value }) => value)
    expect(stored.map(({ text, printName }) => ({ text, print: printName }))).toEqual(
      state === 'erased' ? [] : versions,
    )
    const { text } = truth.newest(one)
    const items = await itemsOf(records, receipt)
    if (state !== 'live') continue
    if (kind === 'opinion') expect(items.length).toBeGreaterThan(0)
    let end = 0
    const between: string[] = []
    for (const { item, span } of items) {
      expect([item, span[0] >= end, span[1] > span[0]]).toEqual([item, true, true])
      between.push(text.slice(end, span[0]))
      end = span[1]
      words.set(item, text.slice(...span).trim())
    }
    between.push(text.slice(end))
    expect(end).toBeLessThanOrEqual(text.length)
    const headings = items.flatMap(({ heading }) => (heading === null ? [] : [text.slice(...heading)])).join('\n')
    for (const rest of between) expect(headings).toContain(rest.trim())
  }
  truth.letGo(words)
  for (const one of truth.sent)
    for (const { item, printed } of one.state === 'live' ? await itemsOf(records, one.receipt) : [])
      expect([item, printed]).toEqual([item, truth.printedFor(item)])
}
