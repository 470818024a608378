import { PassThrough } from 'node:stream'
import type { ReadStream } from 'node:tty'

/**
 * What is typed or pasted, a line at a time: `next` lets one line through, so that each answer stands below its question
 * although what is pasted behind it is there already.
 */
export class GatedInput extends PassThrough {
  readonly isTTY: boolean
  readonly #input: NodeJS.ReadStream | ReadStream
  #held = ''
  #open = false
  #ended = false

  constructor(input: NodeJS.ReadStream | ReadStream, live: boolean) {
    super()
    this.#input = input
    this.isTTY = live
    input.setEncoding('utf8')
    input.on('data', this.#take)
    input.on('end', this.#finish)
  }

  /** As a terminal's: keys one by one, or lines. */
  setRawMode(mode: boolean): this {
    if ('setRawMode' in this.#input) this.#input.setRawMode(mode)
    return this
  }

  /** Lets the next line through. */
  next(): void {
    this.#open = true
    this.#pass()
  }

  /** Reads no more. */
  stop(): void {
    this.#input.off('data', this.#take)
    this.#input.off('end', this.#finish)
    this.#input.pause()
  }

  readonly #take = (text: string) => {
    this.#held += text
    this.#pass()
  }

  readonly #finish = () => {
    this.#ended = true
    this.#pass()
  }

  #pass(): void {
    if (!this.#open) return
    const end = /\r\n|[\r\n]/u.exec(this.#held)
    if (end === null) {
      if (this.#held !== '') this.write(this.#held)
      this.#held = ''
      if (this.#ended) this.end()
      return
    }
    const line = this.#held.slice(0, end.index + end[0].length)
    this.#held = this.#held.slice(line.length)
    this.#open = false
    this.write(line)
  }

  /** The complete lines that wait, taken out; they end where `isEnd` says so of one, which stays. */
  takeLines(isEnd: (line: string) => boolean): readonly string[] {
    const lines: string[] = []
    for (;;) {
      const end = /\r\n|[\r\n]/u.exec(this.#held)
      if (end === null) return lines
      const line = this.#held.slice(0, end.index)
      if (isEnd(line)) return lines
      lines.push(line)
      this.#held = this.#held.slice(end.index + end[0].length)
    }
  }
}
