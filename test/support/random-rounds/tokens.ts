const kana = 'アカサタナハマヤラワ'

/**
 * Words of their own for whatever is written in a round: no other text holds them and none holds another, so that it can be
 * told of any text what it lets out.
 */
export class Tokens {
  readonly #of: string[] = []

  /** A new one; `what` says what it stands in. */
  next(what: string): string {
    this.#of.push(what)
    const digits = String(this.#of.length - 1).padStart(4, '0')
    return `ヴ${Array.from(digits, (digit) => kana[Number(digit)]).join('')}`
  }

  /** What a token stands in. */
  tell(token: string): string {
    const number = Number(Array.from(token.slice(1), (letter) => kana.indexOf(letter)).join(''))
    return `${token} (${this.#of[number] ?? 'nobody wrote it'})`
  }
}

/** The tokens in a text, in its order. */
export function tokensIn(text: string): readonly string[] {
  return text.match(/ヴ[アカサタナハマヤラワ]{4}/gu) ?? []
}
