import { dayOf } from '../../../src/opinions/day.ts'
import type { Records } from '../../../src/opinions/records.ts'
import { namesOf, type Person } from './people.ts'
import { type Tokens, tokensIn } from './tokens.ts'
import type { Given, Truth } from './truth.ts'

/** Who reads: staff see everything, others what is theirs and what was given to them or to everybody. */
type Reader = 'staff' | { readonly person: Person | null; readonly inside: boolean }

export function readerOf(person: Person, at: number): Reader {
  const day = dayOf(at)
  const { member, staff } = person
  if (staff?.posts.some(({ from, to }) => from <= day && (to === null || day <= to))) return 'staff'
  return { person, inside: member?.terms.some(({ from, to }) => from <= day && day <= to) ?? false }
}

export const everybody: Reader = { person: null, inside: false }
export const members: Reader = { person: null, inside: true }

/** Says of every text that leaves the bot whether its reader may see it. */
export class Readers {
  readonly #truth: Truth
  readonly #records: Records
  readonly #people: readonly Person[]
  readonly #tokens: Tokens

  constructor(truth: Truth, records: Records, people: readonly Person[], tokens: Tokens) {
    this.#truth = truth
    this.#records = records
    this.#people = people
    this.#tokens = tokens
  }

  /** The words that are public, or shared with the members. */
  async shared(inside: boolean): Promise<ReadonlySet<string>> {
    const words = new Set<string>()
    for (const release of this.#visible(inside)) for (const word of await this.#wordsOf(release)) words.add(word)
    return words
  }

  /** @throws where a text has a word, or a name, that its reader may not see; `asked` is what he has said himself. */
  async check(text: string, reader: Reader, { asked = '', annex = false } = {}): Promise<void> {
    if (reader === 'staff') return
    const said = new Set(tokensIn(asked))
    const found = tokensIn(text).filter((token) => !said.has(token))
    const may = found.length === 0 ? new Set<string>() : await this.#mayRead(reader)
    const leaked = found.filter((token) => !may.has(token))
    if (leaked.length > 0) throw new Error(`may not be read here: ${leaked.map((one) => this.#tokens.tell(one))}`)
    const named = annex ? this.#visible(reader.inside).flatMap((release) => this.namedIn(release)) : []
    this.checkNames(text, [...(reader.person === null ? [] : [reader.person]), ...named], asked)
  }

  /** @throws where a text names anybody but these. */
  checkNames(text: string, allowed: readonly Person[] = [], asked = ''): void {
    const names = this.#people.filter((one) => !allowed.includes(one)).flatMap(namesOf)
    const found = names.filter((name) => text.includes(name) && !asked.includes(name))
    if (found.length > 0) throw new Error(`is named here: ${found.join(', ')}`)
  }

  /** @throws where a text has anybody's words, or names anybody but these. */
  checkBare(text: string, allowed: readonly Person[] = []): void {
    const found = tokensIn(text)
    if (found.length > 0) throw new Error(`has words of others: ${found.map((one) => this.#tokens.tell(one))}`)
    this.checkNames(text, allowed)
  }

  /** Whose names an annex prints: theirs who chose so, where it prints names at all. */
  namedIn({ names, receipts }: Pick<Given, 'names' | 'receipts'>): readonly Person[] {
    if (names !== 'chosen') return []
    return receipts
      .map((receipt) => this.#truth.find(receipt))
      .filter((one) => one.state === 'live' && this.#truth.newest(one).print)
      .map(({ sender }) => sender)
  }

  #visible(inside: boolean): readonly Given[] {
    return [...this.#truth.given.values()].filter(({ published }) => inside || published)
  }

  async #wordsOf({ id }: Given): Promise<readonly string[]> {
    const sent = this.#truth.expectedIn(id)
    const receipts = sent.map(({ receipt }) => receipt)
    const answers = await this.#truth.answersTo(this.#records, receipts)
    return tokensIn([...sent.map((one) => this.#truth.words(one)), ...answers.values()].join('\n'))
  }

  async #mayRead({ person, inside }: Exclude<Reader, 'staff'>): Promise<ReadonlySet<string>> {
    const may = new Set(await this.shared(inside))
    if (person === null) return may
    const truth = this.#truth
    const own = truth.sent.filter(({ sender, state }) => sender === person && state !== 'erased')
    for (const one of own) {
      const isGiven = truth.releaseOf(one.receipt) !== undefined && one.state === 'live'
      const answers = isGiven ? await truth.answersTo(this.#records, [one.receipt]) : new Map<string, string>()
      const texts = [
        ...one.versions.map(({ text }) => text),
        ...one.besides,
        ...(one.proof !== null || isGiven ? [truth.words(one)] : []),
        ...answers.values(),
      ]
      for (const word of tokensIn(texts.join('\n'))) may.add(word)
    }
    for (const word of tokensIn(truth.drafts.get(person.account) ?? '')) may.add(word)
    return may
  }
}
