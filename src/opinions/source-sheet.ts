import type { Passage } from '../record/schema.ts'
import { citableLines, withoutBullet } from './citable-lines.ts'

/** Lines of a source, from and to, counted from 1. */
export type LineSpan = readonly [number, number]

/** A source that is being written, and the passages that are cited from it; `prefix` is that of their ids. */
export class SourceSheet {
  readonly #lines: string[] = []
  readonly #prefix: string
  #cited = 0

  constructor(prefix: string) {
    this.#prefix = prefix
  }

  /** Adds the lines of a text; null where there is nothing to be seen in it. */
  add(text: string): LineSpan | null {
    const lines = citableLines(text)?.lines
    if (lines === undefined) return null
    const from = this.#lines.length + 1
    this.#lines.push(...lines)
    return [from, this.#lines.length]
  }

  /** A passage of a text that stands on these lines, without its bullet; nobody has translated it. */
  cite(span: LineSpan | null, text: string): Passage | null {
    const citable = citableLines(text)
    if (span === null || citable === null) return null
    this.#cited += 1
    const sentences = withoutBullet(citable).sentences.map((ja) => ({ ja, en: '' }))
    return { id: `${this.#prefix}-${this.#cited}`, lines: [...span], sentences }
  }

  text(): string {
    return `${this.#lines.join('\n')}\n`
  }
}
