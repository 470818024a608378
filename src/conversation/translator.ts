import { Fault } from '../fault.ts'
import { isLive } from '../opinions/answers.ts'
import type { Records } from '../opinions/records.ts'
import type { Translation } from '../opinions/translation.ts'
import type { Clock, Conditions, ModelUse, Store } from '../ports.ts'
import type { Answer } from '../questions/answer.ts'
import type { PreparedRecord } from '../questions/prepared-record.ts'
import { askTranslations, atOnce, type Made, translatable } from './ask-translations.ts'
import { receiptOfItem } from './board.ts'
import { modelForTurn } from './model-for-turn.ts'
import type { RecordShelf } from './record-shelf.ts'
import { type Untranslated, untranslatedOf } from './untranslated.ts'
import { waitFor } from './wait-for.ts'

/** Milliseconds that a translation may take in all: what comes after the answer has gone out is there the next time. */
const longest = 20_000

type Parts = {
  readonly store: Store
  readonly records: Records
  readonly shelf: RecordShelf
  readonly clock: Clock
  /** For the operator, without texts. */
  readonly report: (message: string) => void
}
type Asking = { readonly use: ModelUse; readonly prepared: PreparedRecord; readonly person: string }

/** The items whose words a quote is of, and the submissions as they are: what is erased meanwhile is not kept. */
type Behind = { readonly items: readonly string[]; readonly expected: NonNullable<Conditions['expected']> }

/** Has quotes translated that no translation is kept of, each once, and keeps what comes of it for staff to read. */
export class Translator {
  readonly #parts: Parts
  /** What is being translated, by the ids of the translations. */
  readonly #asked = new Map<string, Promise<void>>()

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** Has the quotes of an answer translated, and waits for it at most `patience` milliseconds. */
  async translate(answer: Answer, asking: Asking, patience: number): Promise<void> {
    if (patience <= 0) return
    const quotes = translatable(untranslatedOf(answer, asking.prepared.record), asking.use)
    const kept = await Promise.all(quotes.map(({ id }) => this.#parts.records.find('translations', id)))
    const wanted = quotes.filter((_, at) => kept[at] === undefined)
    const fresh = atOnce(wanted.filter(({ id }) => !this.#asked.has(id)))
    if (fresh.length > 0) {
      const work = this.#work(fresh, asking).finally(() => {
        for (const { id } of fresh) this.#asked.delete(id)
      })
      for (const { id } of fresh) this.#asked.set(id, work)
    }
    await waitFor(Promise.all(wanted.flatMap(({ id }) => this.#asked.get(id) ?? [])), patience)
  }

  /** Waits for what is being translated, so that it is kept too. */
  async idle(): Promise<void> {
    await Promise.all(this.#asked.values())
  }

  async #work(quotes: readonly Untranslated[], { use, prepared: { scale }, person }: Asking): Promise<void> {
    try {
      const behind = await Promise.all(quotes.map(async (quote) => await this.#behind(quote)))
      const open = quotes.filter((_, at) => behind[at] !== null)
      const all = await askTranslations(open, {
        use: modelForTurn({ ...use, patience: longest }),
        scale,
        person,
        patience: longest,
      })
      for (const made of all) {
        const { items, expected } = behind[quotes.findIndex(({ id }) => id === made.id)] ?? { items: [], expected: [] }
        await this.#keep(made, items, expected)
      }
    } catch (error) {
      this.#parts.report(`a translation was not kept: ${error instanceof Fault ? error.code : 'unexpected'}`)
    }
  }

  /** Null where the words are not there any more. */
  async #behind({ citation: { passage }, words }: Untranslated): Promise<Behind | null> {
    const { records, shelf } = this.#parts
    const { record } = await shelf.recordFor('staff')
    if (!record.passages.some(({ key, text }) => key === passage && text === words)) return null
    const items = record.receipts?.get(passage) ?? []
    const receipts = [...new Set(items.map(receiptOfItem))]
    const found = await Promise.all(receipts.map((receipt) => records.find('submissions', receipt)))
    const expected = found.filter((one) => one !== undefined).filter(({ value }) => isLive(value))
    return expected.length < receipts.length ? null : { items, expected }
  }

  async #keep({ id, citation, en, misfit, made }: Made, items: readonly string[], expected: Behind['expected']) {
    const { store, records, clock } = this.#parts
    const translation: Translation = {
      ...{ id, passage: citation.passage, items: [...items], ja: citation.quote, en, correction: null },
      ...{ state: misfit === null ? 'machine' : 'withheld', misfit, made, by: null, at: clock.now() },
    }
    const nothing = { key: records.key('translations', id), version: 0 }
    await store.commit([records.put('translations', id, translation)], { expected: [nothing, ...expected] })
  }
}
