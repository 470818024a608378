import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block } from '../../../src/conversation/reply.ts'
import { dialogCard } from '../../../src/platforms/teams/dialog-card.ts'
import { messages, texts } from '../slack/texts.ts'
import { cardFaults, rowsOf, textsOf } from './card-faults.ts'

const quote = (text: string): Block => ({
  kind: 'quote',
  speaker: '【事務局の考え方】',
  quotes: [text],
  gloss: null,
  source: '出典：別紙 1ページ',
  passages: ['a/1'],
})
const rest = '続きは、ダイレクトメッセージを御覧ください。'

describe('a message in a dialog of Teams', () => {
  it('keeps the limits, has nothing live in it, and says where the rest is', () => {
    fc.assert(
      fc.property(messages, texts, (message, title) => {
        fc.pre(message.blocks.length > 0)
        const { dialog, whole } = dialogCard(message, { title, language: 'ja' })

        if (dialog.card.content.body.length > 0) expect(cardFaults(dialog.card)).toEqual([])
        expect(Buffer.from(JSON.stringify(dialog), 'utf16le').length).toBeLessThanOrEqual(24 * 1024)
        expect(dialog.title.length).toBeGreaterThan(0)
        expect(dialog.title.length).toBeLessThanOrEqual(64)
        expect(textsOf(dialog).endsWith(rest)).toBe(!whole)
      }),
      { numRuns: process.env.LONG ? 10_000 : 100 },
    )
  })

  it('is whole where it fits, with its choices', () => {
    const choices = [{ label: 'はい', action: { name: 'file' } }] as const
    const { dialog, whole } = dialogCard(
      { blocks: [quote('「文」'), { kind: 'choices', choices }] },
      { title: '出典', language: 'ja' },
    )

    expect(whole).toBe(true)
    expect(dialog).toMatchObject({ title: '出典', width: 'large', height: 'large' })
    expect(rowsOf(dialog).map((row) => row.map(({ title }) => title))).toEqual([['出典を見る'], ['1 はい']])
  })

  it('shows no quote without its source and no choice without all that it is about', () => {
    const choices = [{ label: 'はい', action: { name: 'file' } }] as const
    const { dialog, whole } = dialogCard(
      {
        blocks: [...Array.from({ length: 5 }, () => quote(`「${'あ'.repeat(3000)}」`)), { kind: 'choices', choices }],
      },
      { title: '出典', language: 'ja' },
    )

    expect(whole).toBe(false)
    expect(textsOf(dialog).match(/【事務局の考え方】/gu)).toHaveLength(3)
    expect(textsOf(dialog).match(/出典：/gu)).toHaveLength(3)
    expect(
      rowsOf(dialog)
        .flat()
        .map(({ title }) => title),
    ).toEqual(['出典を見る', '出典を見る', '出典を見る'])
  })

  it('begins what is too long by itself', () => {
    const { dialog, whole } = dialogCard(
      { blocks: [{ kind: 'text', text: 'あ'.repeat(30_000) }] },
      { title: '', language: 'ja' },
    )

    expect(whole).toBe(false)
    expect(textsOf(dialog)).toMatch(/^あ{8000,}続きは/u)
    expect(dialog.title).toBe('…')
  })
})
