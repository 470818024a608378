import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block, Message } from '../../../src/conversation/reply.ts'
import { visibleText } from '../../../src/conversation/visible-text.ts'
import { messagePosts, type SlackPost } from '../../../src/platforms/slack/message-posts.ts'
import { blockFaults, buttonsOf, partsOf, textsOf } from './block-faults.ts'
import { messages, texts } from './texts.ts'

const ja = { language: 'ja' } as const

/** The words of a block as anybody reads them, without what parts lines. */
function wordsOf(block: Block): string {
  switch (block.kind) {
    case 'text':
    case 'note':
      return block.text
    case 'words':
      return `「${visibleText(block.text)}」`
    case 'quote':
      return [block.speaker, ...block.quotes, block.gloss ?? '', block.source].map((one) => one.toWellFormed()).join('')
    case 'choices':
      return ''
  }
}

/** A text without line ends and what no face shows. */
function seen(text: string): string {
  return text.toWellFormed().replaceAll(/[\0-\x08\x0a-\x1f\x7f-\x9f]/gu, '')
}

function saidIn({ blocks }: Message): string {
  return blocks.map((block) => seen(wordsOf(block))).join('')
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}

function textOf(posts: readonly SlackPost[]): string {
  return unescaped(posts.map(({ text }) => text).join(''))
}

const quote = (text: string, change: Partial<Extract<Block, { kind: 'quote' }>> = {}): Block => ({
  kind: 'quote',
  speaker: '【事務局の考え方】',
  quotes: [text],
  gloss: null,
  source: '出典：別紙 1ページ',
  passages: ['a/1', 'a/2'],
  ...change,
})
const choose = (...labels: readonly string[]): Block => ({
  kind: 'choices',
  choices: labels.map((label) => ({ label, action: { name: 'call', about: label } })),
})
const buttons = (message: Message) => messagePosts(message, ja).flatMap(({ blocks }) => buttonsOf(blocks))

/** A message has some ten texts. */
const numRuns = process.env.LONG ? 10_000 : 1_000

describe('a message in Slack', () => {
  it('keeps the limits, has nothing live in it, and loses nothing', () => {
    fc.assert(
      fc.property(messages, fc.constantFrom('ja' as const, 'en' as const), (message, language) => {
        const posts = messagePosts(message, { language })

        for (const { blocks, text } of posts) {
          expect(blockFaults(blocks, 48)).toEqual([])
          expect(text.length).toBeLessThanOrEqual(4000)
          expect(text).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/u)
          expect(blocks).not.toEqual([])
        }
        const all = posts.flatMap(({ blocks }) => blocks)
        expect(new Set(all.map(({ block_id }) => block_id)).size).toBe(all.length)
        const said = saidIn(message)
        expect(seen(textOf(posts)).slice(0, said.length)).toBe(said)
        expect(seen(textsOf(all)).slice(0, said.length)).toBe(said)
      }),
      { numRuns },
    )
  })

  it.each(['text', 'note', 'words'] as const)('is the %s itself when its posts are joined', (kind) => {
    fc.assert(
      fc.property(texts, (raw) => {
        const text = raw
          .toWellFormed()
          .replaceAll(/\r\n?/gu, '\n')
          .replaceAll(/[\0-\x08\x0b-\x1f\x7f-\x9f]/gu, '')
        const message: Message = { blocks: [{ kind, text }] }

        const posts = messagePosts(message, ja)

        const whole = kind === 'words' ? `「${visibleText(text)}」` : text
        expect(textOf(posts)).toBe(whole)
        expect(textsOf(posts.flatMap(({ blocks }) => blocks))).toBe(whole)
      }),
      { numRuns: 3_000 },
    )
  })

  it('parts a long quote at its sentences and says its speaker and source once', () => {
    const sentence = `${'あ'.repeat(999)}。`
    const posts = messagePosts({ blocks: [quote(`「${sentence.repeat(9)}」`)] }, ja)

    expect(posts.map(({ text }) => text.length)).toEqual([2010, 3000, 3000, 1012])
    expect(posts.slice(0, -1).every(({ text }) => text.endsWith('。'))).toBe(true)
    expect(textOf(posts).match(/【事務局の考え方】|出典：/gu)).toHaveLength(2)
    expect(posts.map(({ blocks }) => buttonsOf(blocks).length)).toEqual([0, 0, 0, 1])
  })

  it('keeps a quote, its source and its button in one post', () => {
    const posts = messagePosts({ blocks: Array.from({ length: 40 }, (_, at) => quote(`「${at}」`)) }, ja)

    expect(posts.length).toBeGreaterThan(1)
    for (const { blocks, text } of posts) {
      expect(blocks.length).toBeLessThanOrEqual(45)
      expect(blocks.at(-1)?.type).toBe('actions')
      expect(text.match(/出典：/gu)).toHaveLength(buttonsOf(blocks).length)
    }
  })

  it('has lines in a row in one block', () => {
    const [post] = messagePosts(
      {
        blocks: [
          { kind: 'text', text: '一' },
          { kind: 'text', text: '二' },
          { kind: 'note', text: '三' },
        ],
      },
      ja,
    )

    expect(post?.blocks.map(({ type }) => type)).toEqual(['section', 'context'])
    expect(post?.text).toBe('一\n二\n三')
  })

  it('begins a line with a quote whose speaker is not named', () => {
    const [post] = messagePosts({ blocks: [{ kind: 'text', text: '導入。' }, quote('「文」', { speaker: '' })] }, ja)

    expect(post?.text).toBe('導入。\n「文」\n出典：別紙 1ページ')
  })

  it('has its choices last, in the post of what they are about', () => {
    const long = 'あ'.repeat(2000)
    const posts = messagePosts(
      {
        blocks: [choose('はい'), { kind: 'text', text: long }, quote(`「${long}」`), { kind: 'words', text: '文' }],
        doubt: { label: '事務局に質問する', action: { name: 'ask-secretariat' } },
      },
      ja,
    )

    expect(posts).toHaveLength(2)
    expect(posts[1]?.text.split('\n').slice(-4)).toEqual([
      '「文」',
      '［1 はい］',
      '内容が違うと思われる場合',
      '［事務局に質問する］',
    ])
    expect(posts[1]?.blocks.slice(-3).map(({ type }) => type)).toEqual(['actions', 'context', 'actions'])
  })

  it('begins no post with choices alone where what they are about has room beside them', () => {
    const posts = messagePosts(
      {
        blocks: [
          quote(`「${'あ'.repeat(2900)}」`),
          { kind: 'words', text: 'い'.repeat(1070) },
          choose('はい'.repeat(30)),
        ],
      },
      ja,
    )

    expect(posts.map(({ text }) => text.includes('い'))).toEqual([false, true])
    expect(posts[1]?.blocks.map(({ type }) => type)).toEqual(['rich_text', 'actions'])
  })

  it('has the doubt in English', () => {
    const doubt = { label: 'ask the secretariat', action: { name: 'ask-secretariat' } } as const
    const [post] = messagePosts({ blocks: [quote('「文」')], doubt }, { language: 'en' })

    expect(post?.text).toContain('If you think this is not right\n［ask the secretariat］')
    expect(buttonsOf(post?.blocks ?? [])[0]).toMatchObject({
      text: { text: 'See the source' },
      accessibility_label: 'See the source 出典：別紙 1ページ',
      value: '{"name":"source","about":"a/1 a/2"}',
    })
  })

  it.each([
    ['there are no passages', [], 0],
    ['their names do not fit', ['x'.repeat(2000)], 0],
    ['they fit', ['x'.repeat(1900)], 1],
  ])('has a button for the source or none where %s', (_, passages, count) => {
    expect(buttons({ blocks: [quote('「文」', { passages })] })).toHaveLength(count)
  })

  it.each([
    [
      ['stop', 'file', 'file-whole'],
      [undefined, 'primary', undefined],
    ],
    [
      ['reply', 'not-reply'],
      ['primary', undefined],
    ],
    [
      ['proof-agree', 'proof-correct'],
      ['primary', undefined],
    ],
    [['send-correction'], ['primary']],
    [
      ['withdraw-now', 'stop'],
      ['danger', undefined],
    ],
    [
      ['continue', 'discard'],
      [undefined, 'danger'],
    ],
    [
      ['withdraw', 'edit-filed', 'none'],
      [undefined, undefined, undefined],
    ],
  ] as const)('marks of %j what sends and what loses: %j', (names, styles) => {
    const choices = names.map((name) => ({ label: name, action: { name } }))

    expect(buttons({ blocks: [{ kind: 'choices', choices }] }).map(({ style }) => style)).toEqual(styles)
  })

  it('numbers its choices, and puts 25 of them in a row at most', () => {
    const labels = Array.from({ length: 60 }, (_, at) => `会議${at}`)
    const [post] = messagePosts({ blocks: [choose(...labels)] }, ja)

    expect(post?.blocks.map((block) => partsOf(block).filter(({ type }) => type === 'button').length)).toEqual([
      25, 25, 10,
    ])
    expect(buttonsOf(post?.blocks ?? []).map(({ text }) => partsOf(text)[0]?.text)).toEqual(
      labels.map((label, at) => `${at + 1} ${label}`),
    )
  })

  it('says in full above its button what the button has no room for', () => {
    const long = '長い題'.repeat(40)
    const [post] = messagePosts({ blocks: [choose('短い題', long)] }, ja)

    expect(textsOf(post?.blocks ?? [])).toBe(`2 ${long}`)
    expect(buttonsOf(post?.blocks ?? []).map(({ text }) => partsOf(text)[0]?.text)).toEqual([
      '1 短い題',
      `2 ${long.slice(0, 72)}…`,
    ])
  })

  it('says with its number what no button can carry', () => {
    const about = 'x'.repeat(3000)
    const [post] = messagePosts(
      { blocks: [{ kind: 'choices', choices: [{ label: '題', action: { name: 'call', about } }] }] },
      ja,
    )

    expect(post?.text).toBe('1 題')
    expect(buttonsOf(post?.blocks ?? [])).toEqual([])
  })

  it('shows what is hidden in a label and in own words', () => {
    const [post] = messagePosts({ blocks: [{ kind: 'words', text: 'a\u202eb' }, choose('c\u202ed')] }, ja)

    expect(post?.text).toBe('「a［U+202E］b」\n［1 c［U+202E］d］')
  })

  it('is no post where there is nothing to say', () => {
    expect(messagePosts({ blocks: [] }, ja)).toEqual([])
    expect(messagePosts({ blocks: [{ kind: 'text', text: '' }, choose()] }, ja)).toEqual([])
  })
})
