/** Lets one begin in each turn of the event loop, in order: what comes in meanwhile is acknowledged between them. */
export class OneByOne {
  #last: Promise<void> = Promise.resolve()

  pass(): Promise<void> {
    this.#last = this.#last.then(async () => await new Promise<void>((resolve) => setImmediate(resolve)))
    return this.#last
  }
}
