const variants: readonly (readonly [RegExp, string])[] = [
  [/[✕☓✖╳⨯❌⨉]/gu, '×'],
  [/[〇◯⭕]/gu, '○'],
  [/[⦾⊚]/gu, '◎'],
  [/[▲▵]/gu, '△'],
]

/** Whether two rating signs are one: a letter in either width, a circle or a cross by whichever character it was typed. */
export function sameSign(one: string, other: string): boolean {
  return one === other || usualSign(one) === usualSign(other)
}

/** The sign as it is usually typed. */
export function usualSign(sign: string): string {
  return variants.reduce((text, [pattern, usual]) => text.replace(pattern, usual), sign.normalize('NFKC'))
}
