import { stripVTControlCharacters } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block, Message } from '../../../src/conversation/reply.ts'
import { messageLines, messageText } from '../../../src/platforms/terminal/message-lines.ts'

const quote: Block = {
  kind: 'quote',
  speaker: '【事務局の考え方】',
  quotes: ['「一つ目」', '「二つ目」（以下略）'],
  gloss: 'Unofficial translation: first, second',
  source: '出典：別紙',
  passages: ['a/1'],
}
const message: Message = { blocks: [{ kind: 'text', text: '導入。' }, quote, { kind: 'note', text: '注記' }] }
const harmful = /[\u{0}-\u{8}\u{b}-\u{1f}\u{7f}-\u{9f}]/u

describe('a message in the terminal', () => {
  it('has the speaker before the first quote, then gloss and source', () => {
    expect(messageLines(message)).toEqual([
      '導入。',
      '【事務局の考え方】「一つ目」',
      '「二つ目」（以下略）',
      'Unofficial translation: first, second',
      '出典：別紙',
      '注記',
    ])
  })

  it('has no line for a gloss that is not there', () => {
    expect(messageLines({ blocks: [{ ...quote, gloss: null }] })).toHaveLength(3)
  })

  it('has the same letters with colours as without', () => {
    const coloured = messageLines(message, true)

    expect(coloured.join('\n')).toMatch(/\x1b\[/u)
    expect(coloured.map(stripVTControlCharacters)).toEqual(messageLines(message))
  })

  it('numbers the choices, and shows own words whole with what is hidden in them', () => {
    expect(
      messageText({
        blocks: [
          { kind: 'words', text: '一行目\n二\u202e行目\x1b[31m' },
          {
            kind: 'choices',
            choices: [
              { label: '提出する', action: { name: 'file' } },
              { label: 'やめる\x07', action: { name: 'stop' } },
            ],
          },
        ],
      }),
    ).toBe('「一行目\n二［U+202E］行目」\n［1 提出する］［2 やめる］')
  })

  it.each([
    ['a bell', 'a\x07b'],
    ['an erased screen', 'a\x1b[2Jb'],
    ['a colour', 'a\x1b[31mb'],
    ['a title of the window', 'a\x1b]0;title\x07b'],
    ['a bell beside a colour', '\x1b[31ma\x07b'],
    ['an 8-bit control sequence', 'a\x9b2Jb'],
    ['a carriage return', 'a\rb'],
    ['a NUL', 'a\0b'],
  ])('never carries %s of a text to the terminal', (_, text) => {
    const plain = messageText({
      blocks: [
        { kind: 'text', text },
        { ...quote, quotes: [text] },
        { kind: 'note', text },
        { kind: 'words', text },
        { kind: 'choices', choices: [{ label: text, action: { name: 'file' } }] },
      ],
    })

    expect(plain).not.toMatch(harmful)
  })

  it('never carries a control character of any text to the terminal, nor with colours any but those of the colours', () => {
    const control = fc.constantFrom(
      '\x1b[31m',
      '\x1b[2J',
      '\x1b]8;;http://a\x07',
      '\x07',
      '\x9b',
      '\r',
      '\0',
      '\x7f',
      'a',
      '字',
      '\n',
    )
    const texts = fc.array(control).map((parts) => parts.join(''))

    fc.assert(
      fc.property(texts, (text) => {
        const blocks: Block[] = [
          { kind: 'text', text },
          { ...quote, speaker: text, quotes: [text], gloss: text, source: text },
        ]
        expect(messageLines({ blocks }).join('\n')).not.toMatch(harmful)
        // The styles of our own: bold, dim and italic, and their ends.
        const coloured = messageLines({ blocks }, true)
          .join('\n')
          .replaceAll(/\x1b\[(?:1|2|3|22|23)m/gu, '')
        expect(coloured).not.toMatch(harmful)
      }),
    )
  })
})
