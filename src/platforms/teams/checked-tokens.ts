/** Milliseconds for which a token is taken again once it was checked. */
const life = 5 * 60_000
/** Tokens that are remembered at most; Teams sends the same one for an hour. */
const most = 100

/** What came of checking tokens that were good, each until it ends or for five minutes: a signature takes long to check. */
export class CheckedTokens<Who> {
  readonly #now: () => number
  readonly #known = new Map<string, { readonly who: Who; readonly until: number }>()

  constructor(now: () => number) {
    this.#now = now
  }

  /** Undefined where it is to be checked. `token` names all that it was checked with. */
  find(token: string): Who | undefined {
    const known = this.#known.get(token)
    return known !== undefined && this.#now() < known.until ? known.who : undefined
  }

  /** `end` is when the token ends, in milliseconds since 1970. */
  keep(token: string, who: Who, end: number): void {
    if (this.#known.size >= most) this.#known.clear()
    this.#known.set(token, { who, until: Math.min(end, this.#now() + life) })
  }
}
