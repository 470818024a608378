import { describe, expect, it } from 'vitest'
import { newQueueItem, type QueueItem } from '../../src/opinions/queue-item.ts'
import { renumberItems } from '../../src/opinions/renumber-items.ts'
import { splitItems } from '../../src/opinions/split-items.ts'

function filed(text: string): readonly QueueItem[] {
  return splitItems(text).map((item, index) => newQueueItem('R8-012', '2026-1', index + 1, item))
}

function edited(before: readonly QueueItem[], old: string, text: string) {
  return renumberItems(before, { text: old }, { text, items: [...splitItems(text)] })
}

const old = '・一つ目。\n・二つ目。\n・三つ目。'

describe('renumberItems', () => {
  it('keeps the number of words that are unchanged, wherever they stand now', () => {
    const after = edited(filed(old), old, '・三つ目。\n・新しい。\n・一つ目。\n・二つ目。')

    expect(after.map(({ number, gone }) => [number, gone])).toEqual([
      [3, null],
      [4, null],
      [1, null],
      [2, null],
    ])
  })

  it('lets a new wording take over the number, marking the draft and dropping the check and the printed words', () => {
    const before = filed(old).map((item) => ({
      ...item,
      response: 2,
      checked: { by: 'kimura', at: 1 },
      printed: '直した文',
    }))

    const [first, second] = edited(before, old, '・一つ目。\n・二つ目を直した。\n・三つ目。')

    expect(first).toMatchObject({ number: 1, response: 2, outdated: false, printed: '直した文' })
    expect(second).toMatchObject({ number: 2, response: 2, outdated: true, checked: null, printed: null })
  })

  it('keeps what an edit left out as history, and never gives its number again', () => {
    const shortened = edited(filed(old), old, '・一つ目。\n・三つ目。')
    const after = edited(shortened, '・一つ目。\n・三つ目。', '・一つ目。\n・三つ目。\n・四つ目。')

    expect(shortened.map(({ number, gone }) => [number, gone?.kind])).toEqual([
      [1, undefined],
      [3, undefined],
      [2, 'edited'],
    ])
    expect(after.filter(({ gone }) => gone === null).map(({ number }) => number)).toEqual([1, 3, 4])
  })
})
