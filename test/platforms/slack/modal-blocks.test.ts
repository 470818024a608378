import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block } from '../../../src/conversation/reply.ts'
import { messagePosts } from '../../../src/platforms/slack/message-posts.ts'
import { modalBlocks } from '../../../src/platforms/slack/modal-blocks.ts'
import { blockFaults, buttonsOf, textsOf } from './block-faults.ts'
import { messages } from './texts.ts'

const rest = '続きは、ダイレクトメッセージを御覧ください。'
const quotes = (count: number): readonly Block[] =>
  Array.from({ length: count }, (_, at) => ({
    kind: 'quote',
    speaker: '【資料の記載】',
    quotes: [`「${at}」`],
    gloss: null,
    source: `出典：${at}`,
    passages: [`a/${at}`],
  }))
const file: Block = { kind: 'choices', choices: [{ label: '提出する', action: { name: 'file' } }] }

/** A message has some ten texts. */
const numRuns = process.env.LONG ? 10_000 : 1_000

describe('a message in a modal', () => {
  it('is all of it, or says at its end that the rest is in the direct message', () => {
    fc.assert(
      fc.property(messages, fc.integer({ min: 1, max: 100 }), (message, most) => {
        const { blocks, whole } = modalBlocks(message, { language: 'ja', most })

        expect(blockFaults(blocks, most)).toEqual([])
        const all = messagePosts(message, { language: 'ja' }).flatMap((post) => post.blocks)
        if (whole) expect(blocks).toEqual(all)
        else {
          expect(all.length).toBeGreaterThan(most)
          expect(blocks.slice(0, -1)).toEqual(all.slice(0, blocks.length - 1))
          expect(textsOf(blocks.slice(-1))).toBe(rest)
        }
      }),
      { numRuns },
    )
  })

  it('holds 100 blocks', () => {
    expect(modalBlocks({ blocks: [...quotes(33), file] }, { language: 'ja' })).toMatchObject({
      whole: true,
      blocks: { length: 100 },
    })
    expect(
      modalBlocks({ blocks: [...quotes(33), { kind: 'text', text: '文' }, file] }, { language: 'ja' }),
    ).toMatchObject({
      whole: false,
      blocks: { length: 100 },
    })
  })

  it('leaves out the choices with what they are about, and no source of a quote that is shown', () => {
    const { blocks, whole } = modalBlocks({ blocks: [...quotes(3), file] }, { language: 'ja', most: 9 })

    expect(whole).toBe(false)
    expect(textsOf(blocks)).toBe(`【資料の記載】「0」出典：0【資料の記載】「1」出典：1${rest}`)
    expect(buttonsOf(blocks)).toHaveLength(2)
  })

  it('begins what alone is too long', () => {
    const { blocks } = modalBlocks(
      { blocks: [{ kind: 'words', text: 'あ'.repeat(9000) }] },
      { language: 'en', most: 3 },
    )

    expect(blocks.map(({ type }) => type)).toEqual(['rich_text', 'rich_text', 'section'])
    expect(textsOf(blocks.slice(-1))).toBe('Please see the direct message for the rest.')
  })
})
