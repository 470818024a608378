import fc from 'fast-check'
import type { Block, Choice, Message } from '../../../src/conversation/reply.ts'
import { Action } from '../../../src/conversation/turn.ts'

/** What Slack or Teams would make live, and what is easily broken. */
const hostile = [
  '<!channel>',
  '<!here|here>',
  '<@U123>',
  '<#C1>',
  '<http://x|y>',
  'https://example.com/a?b=1&c=2',
  '@channel',
  ':smile:',
  '*bold*',
  '_it_ ~no~',
  '`code`',
  '```\n',
  '> quote',
  '<at>everyone</at>',
  '[link](https://example.com)',
  '![image](https://example.com/a.png)',
  '<b>bold</b><script>alert(1)</script>',
  '# title\n- item\n1. item',
  '{{DATE(2026-11-24T00:00:00Z, LONG)}}',
  '{{TIME(2026-11-24T00:00:00Z)}}',
  '$\x7bname}',
  '{{{',
  '&lt;!channel&gt;',
  '&amp;',
  '&',
  '\u202eabc',
  '\u200f',
  '\u200b',
  '👨‍👩‍👧‍👦',
  '👍🏽',
  '🇯🇵',
  '葛\u{e0100}',
  'か\u3099',
  'ﾊ\uff9f',
  '𠮷',
  '\ud842',
  '\udfb7',
  '\0',
  '\x1b[31m',
  '\r\n',
  '\r',
  '\n',
  '\n\n',
  '\u3000',
  '。',
  '」',
  '. ',
  '御意見',
]

/** Random texts, some of them long. */
export const texts: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(
      fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom(...hostile) },
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'binary' }),
      ),
      {
        maxLength: 8,
      },
    ),
    fc.oneof({ weight: 9, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: fc.integer({ min: 2, max: 500 }) }),
  )
  .map(([parts, times]) => parts.join('').repeat(times))

const actions = fc.record(
  { name: fc.constantFrom(...Action.shape.name.options), about: texts },
  { requiredKeys: ['name'] },
) as fc.Arbitrary<Action>
export const choices: fc.Arbitrary<Choice> = fc.record({ label: texts, action: actions })

const blocks: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('text' as const), text: texts }),
  fc.record({ kind: fc.constant('note' as const), text: texts }),
  fc.record({ kind: fc.constant('words' as const), text: texts }),
  fc.record({
    kind: fc.constant('quote' as const),
    speaker: texts,
    quotes: fc.array(texts, { maxLength: 4 }),
    gloss: fc.option(texts),
    source: texts,
    passages: fc.array(fc.string({ minLength: 1 }), { maxLength: 3 }),
  }),
  fc.record({ kind: fc.constant('choices' as const), choices: fc.array(choices, { maxLength: 30 }) }),
)

/** Random messages, a few of them of very many blocks. */
export const messages: fc.Arbitrary<Message> = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.record({ blocks: fc.array(blocks, { maxLength: 5 }), doubt: choices }, { requiredKeys: ['blocks'] }),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.array(blocks, { maxLength: 3 }), fc.integer({ min: 2, max: 40 }))
      .map(([some, times]) => ({ blocks: Array.from({ length: times }, () => some).flat() })),
  },
)
