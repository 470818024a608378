import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Difference, wordDifferences } from '../../src/conversation/word-differences.ts'

describe('differences between two texts', () => {
  it.each<[string, string, readonly Difference[]]>([
    ['橋の点検を進める。', '橋の点検を進める。', []],
    ['橋の点検を進める。', '橋の点検を計画的に進める。', [{ kind: 'added', after: '計画的に', behind: 'の点検を' }]],
    ['点検を進める。', '橋の点検を進める。', [{ kind: 'added', after: '橋の', behind: null }]],
    [
      '家屋批准評価について',
      '家屋比準評価について',
      [{ kind: 'changed', before: '家屋批准評価について', after: '家屋比準評価について' }],
    ],
  ])('%s and %s are %j', (written, printed, differences) => {
    expect(wordDifferences(written, printed)).toEqual(differences)
  })

  it('are shown with words around them where they are short', () => {
    const [difference] = wordDifferences('保育の質は重要です。', '保育の質が重要です。') ?? []

    expect(difference).toMatchObject({ kind: 'changed', before: expect.stringMatching(/.は重要/u) })
  })

  it('are not listed where there are too many to be read one by one', () => {
    const written = Array.from({ length: 60 }, (_, at) => `${at}番目の文です。`).join('\n')

    expect(wordDifferences(written, written.replaceAll('文', '御意見の本文'))).toBeNull()
    expect(wordDifferences('あ'.repeat(9000), '漢字。'.repeat(3000))).toBeNull()
  })

  const word = fc.constantFrom(
    '橋',
    'の',
    '点検',
    'を',
    '進めて',
    'ください',
    '。',
    '\n',
    '計画的に',
    '道路',
    '🗾',
    'No.34',
  )
  const text = fc.array(word, { maxLength: 40 }).map((words) => words.join(''))

  it('are none for the same words, and some for others', () => {
    fc.assert(
      fc.property(text, text, (written, printed) => {
        expect(wordDifferences(written, written)).toEqual([])
        expect(wordDifferences(written, printed)?.length === 0).toBe(written === printed)
      }),
    )
  })

  it('say only what stands in the texts', () => {
    fc.assert(
      fc.property(text, text, (written, printed) => {
        for (const one of wordDifferences(written, printed) ?? []) {
          if (one.kind !== 'added') expect(written).toContain(one.before)
          if (one.kind !== 'removed') expect(printed).toContain(one.after)
        }
      }),
    )
  })
})
