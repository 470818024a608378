import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block, Message } from '../../../src/conversation/reply.ts'
import { visibleText } from '../../../src/conversation/visible-text.ts'
import { readChoiceData } from '../../../src/platforms/teams/choice-data.ts'
import { messageActivities } from '../../../src/platforms/teams/message-activities.ts'
import { messages, texts } from '../slack/texts.ts'
import { activityFaults, partsOf, rowsOf, textsOf } from './card-faults.ts'

const ja = { language: 'ja' } as const

/** The words of a block as anybody reads them. */
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

/** A text without space and what no face shows: line ends and blocks part the same words. */
function seen(text: string): string {
  return text.toWellFormed().replaceAll(/[\s\0-\x1f\x7f-\x9f]/gu, '')
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
const rows = (message: Message) => rowsOf(messageActivities(message, ja))
const buttons = (message: Message) => rows(message).flat()

const numRuns = process.env.LONG ? 10_000 : 300

describe('a message in Teams', () => {
  it('keeps the limits, has nothing live in it, and loses nothing', () => {
    fc.assert(
      fc.property(messages, fc.constantFrom('ja' as const, 'en' as const), (message, language) => {
        const activities = messageActivities(message, { language })

        expect(activities.flatMap(activityFaults)).toEqual([])
        const said = seen(message.blocks.map(wordsOf).join(''))
        expect(seen(textsOf(activities)).slice(0, said.length)).toBe(said)
      }),
      { numRuns },
    )
  })

  it.each(['text', 'note'] as const)('is the %s itself, to the letter', (kind) => {
    fc.assert(
      fc.property(texts, (raw) => {
        const text = raw.toWellFormed().replaceAll(/[\0-\x08\x0a-\x1f\x7f-\x9f]/gu, '')
        fc.pre(text.trim() !== '')

        expect(textsOf(messageActivities({ blocks: [{ kind, text }] }, ja))).toBe(text)
      }),
      { numRuns: 1_000 },
    )
  })

  it('keeps the lines of a text', () => {
    const lines = ['一', '', '二', '三']

    expect(textsOf(messageActivities({ blocks: [{ kind: 'text', text: lines.join('\r\n') }] }, ja))).toBe(
      '一\n\n二\n三',
    )
  })

  it('shows a date that somebody wrote as it was written', () => {
    const text = '{{DATE(2026-11-24T00:00:00Z)}}と{{{time(2026-11-24T00:00:00Z)}}'
    const [activity] = messageActivities({ blocks: [{ kind: 'text', text }] }, ja)

    expect(
      partsOf(activity)
        .filter(({ type }) => type === 'TextRun')
        .map((run) => run.text),
    ).toEqual(['{', '{DATE(2026-11-24T00:00:00Z)}}と{{', '{time(2026-11-24T00:00:00Z)}}'])
  })

  it('has a quote in a frame, with its speaker, its source and a button, and cites it', () => {
    const message: Message = {
      blocks: [{ kind: 'text', text: '次のとおりです。' }, quote('「文」', { gloss: 'A text.' })],
    }

    expect(messageActivities(message, ja)).toMatchSnapshot()
  })

  it('cites 20 sources in a message at most, the whole quotes beside them', () => {
    const long = 'い'.repeat(200)
    const blocks = Array.from({ length: 30 }, (_, at) => quote(`「${at}${long}」`, { source: `${at}${long}` }))
    const activities = messageActivities({ blocks }, ja)
    const cited = activities.map(({ entities }) => entities?.[0]?.citation ?? [])

    expect(cited.flat()).toHaveLength(30)
    for (const [at, claims] of cited.entries()) {
      expect(claims.length).toBeLessThanOrEqual(20)
      expect(claims.map(({ position }) => position)).toEqual(claims.map((_, index) => index + 1))
      expect(activities[at]?.text).toBe(['出典', ...claims.map(({ position }) => `[${position}]`)].join(' '))
    }
    expect(cited.flat()[0]?.appearance.abstract).toHaveLength(160)
    expect(textsOf(activities).match(/「\d+い{200}」/gu)).toHaveLength(30)
  })

  it('bears the label for what a model took part in where one did, and no label else', () => {
    const message: Message = {
      blocks: [quote('未実施と評価したもの'), { kind: 'note', text: '言語モデルを使いました。' }],
    }

    const [plain] = messageActivities(message, ja)
    const advised = messageActivities({ ...message, advised: true }, ja)

    expect(JSON.stringify(plain)).not.toMatch(/AIGenerated|additionalType/u)
    expect(advised.map(({ entities }) => entities?.[0]?.additionalType)).toEqual([['AIGeneratedContent']])
    expect(advised.flatMap(activityFaults)).toEqual([])
  })

  it('cites each part of a quote that is parted at its sentences no more than once', () => {
    const sentence = `${'あ'.repeat(999)}。`
    const activities = messageActivities({ blocks: [quote(`「${sentence.repeat(30)}」`)] }, ja)
    const runs = partsOf(activities).filter(({ type }) => type === 'TextRun')

    expect(activities.length).toBeGreaterThan(2)
    expect(runs.slice(1, -3).every(({ text }) => String(text).endsWith('。'))).toBe(true)
    expect(activities.map(({ entities }) => entities?.[0]?.citation.length ?? 0)).toEqual([
      1,
      ...activities.slice(1).map(() => 0),
    ])
    expect(rows({ blocks: [quote(`「${sentence.repeat(30)}」`)] })).toHaveLength(1)
  })

  it('keeps a quote, its source and its button in one message', () => {
    const activities = messageActivities({ blocks: Array.from({ length: 60 }, (_, at) => quote(`「${at}」`)) }, ja)

    expect(activities.length).toBeGreaterThan(1)
    for (const activity of activities) {
      expect(activity.text?.match(/\[\d+\]/gu)).toHaveLength(rowsOf(activity).length)
      expect(textsOf(activity).match(/出典：/gu)).toHaveLength(rowsOf(activity).length)
    }
  })

  it('has two frames where own words follow a quote', () => {
    const [activity] = messageActivities({ blocks: [quote('「文」'), { kind: 'words', text: '文' }] }, ja)

    expect(activity?.attachments[0]?.content.body.map(({ type }) => type)).toEqual(['Container', 'Container'])
  })

  it('has its choices last, in the message of what they are about', () => {
    const long = 'あ'.repeat(9000)
    const activities = messageActivities(
      {
        blocks: [choose('はい'), { kind: 'text', text: long }, quote(`「${long}」`), { kind: 'words', text: '文' }],
        doubt: { label: '事務局に質問する', action: { name: 'ask-secretariat' } },
      },
      ja,
    )

    const titles = activities.map((activity) =>
      rowsOf(activity)
        .flat()
        .map(({ title }) => title),
    )
    expect(titles.at(-1)?.slice(-2)).toEqual(['1 はい', '事務局に質問する'])
    expect(titles.slice(0, -1).flat()).not.toContain('1 はい')
    expect(textsOf(activities.at(-1)).endsWith('「文」内容が違うと思われる場合')).toBe(true)
  })

  it('numbers its choices, and puts six of them in a row at most', () => {
    const labels = Array.from({ length: 14 }, (_, at) => `会議${at}`)

    expect(rows({ blocks: [choose(...labels)] }).map((row) => row.length)).toEqual([6, 6, 2])
    expect(buttons({ blocks: [choose(...labels)] }).map(({ title }) => title)).toEqual(
      labels.map((label, at) => `${at + 1} ${label}`),
    )
  })

  it('gives back the action of a button that is pressed', () => {
    const [button] = buttons({ blocks: [choose('令和８年度第１回')] })

    expect(button).toMatchObject({
      type: 'Action.Submit',
      data: { kondankai: { name: 'call', about: '令和８年度第１回' } },
    })
    expect(button?.type === 'Action.Submit' && readChoiceData(button.data)).toEqual({
      name: 'call',
      about: '令和８年度第１回',
    })
  })

  it('opens dialogs only for the acts that it is told of', () => {
    const message: Message = { blocks: [quote('「文」'), choose('はい')] }
    const dialogs = new Set(['source'] as const)

    const data = rowsOf(messageActivities(message, { language: 'ja', dialogs }))
      .flat()
      .map((button) => button.type === 'Action.Submit' && button.data.msteams)
    expect(data).toEqual([{ type: 'task/fetch' }, undefined])
    expect(JSON.stringify(messageActivities(message, ja))).not.toContain('task/fetch')
  })

  it.each([
    [
      ['stop', 'file', 'file-whole'],
      [undefined, 'positive', undefined],
    ],
    [
      ['continue', 'discard'],
      [undefined, 'destructive'],
    ],
    [
      ['withdraw', 'edit-filed'],
      [undefined, undefined],
    ],
  ] as const)('marks of %j what sends and what loses: %j', (names, styles) => {
    const choices = names.map((name) => ({ label: name, action: { name } }))

    expect(
      buttons({ blocks: [{ kind: 'choices', choices }] }).map((button) =>
        'style' in button ? button.style : undefined,
      ),
    ).toEqual(styles)
  })

  it('says in full above its button what the button has no room for', () => {
    const long = '長い題'.repeat(40)
    const message: Message = { blocks: [choose('短い題', long)] }

    expect(textsOf(messageActivities(message, ja))).toBe(`2 ${long}`)
    expect(buttons(message).map(({ title }) => title)).toEqual(['1 短い題', `2 ${long.slice(0, 57)}…`])
  })

  it('says with its number what no button can carry', () => {
    const message: Message = {
      blocks: [{ kind: 'choices', choices: [{ label: '題', action: { name: 'call', about: 'x'.repeat(3000) } }] }],
    }

    expect(textsOf(messageActivities(message, ja))).toBe('1 題')
    expect(buttons(message)).toEqual([])
  })

  it('shows what is hidden in a label and in own words', () => {
    const message: Message = { blocks: [{ kind: 'words', text: 'a\u202eb' }, choose('c\u202ed')] }

    expect(textsOf(messageActivities(message, ja))).toBe('「a［U+202E］b」')
    expect(buttons(message)[0]?.title).toBe('1 c［U+202E］d')
  })

  it('is no message where there is nothing to say', () => {
    expect(messageActivities({ blocks: [] }, ja)).toEqual([])
    expect(messageActivities({ blocks: [{ kind: 'text', text: '' }, choose()] }, ja)).toEqual([])
  })
})
