import fc from 'fast-check'

/** Pieces that break text handling: controls, lone surrogates, bidi overrides, marks that pile up, look-alikes of numbers and ratings. */
const nasty = fc.constantFrom(
  '\0',
  '\u001b[31m',
  '\ud800',
  '\udfff',
  '\u202e',
  '\u2066',
  '\u200b',
  '\ufeff',
  'ﾞ',
  '\u0301',
  '葛\u{e0100}',
  '①②③',
  '㉞',
  'No.',
  '№３４',
  '三十四番',
  '令和六年度',
  '×',
  '✕',
  '◎',
  '「',
  '」',
  'なぜ',
  'why',
  '(((((',
  '\\',
  '$' + '{x}',
  '<!channel>',
  '\r\n',
  '　',
)

/** Any text that a person, or somebody's program, may send: any Unicode, lone surrogates among it, from nothing to 100,000 characters. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  {
    weight: 6,
    arbitrary: fc
      .array(fc.oneof(nasty, fc.string({ unit: 'grapheme', maxLength: 8 })), { maxLength: 30 })
      .map((parts) => parts.join('')),
  },
  { weight: 2, arbitrary: fc.array(nasty, { maxLength: 400 }).map((parts) => parts.join('')) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(nasty, fc.integer({ min: 1, max: 2000 }))
      .map(([piece, times]) => piece.repeat(times).slice(0, 2000)),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(nasty, fc.integer({ min: 2000, max: 100_000 }))
      .map(([piece, length]) => piece.repeat(length).slice(0, length)),
  },
)

/** The same strings for the same seed. */
export function hostileStrings(count: number, seed: number): readonly string[] {
  return fc.sample(anyText, { numRuns: count, seed })
}
