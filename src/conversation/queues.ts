/** One queue a name: tasks of the same name run one after another, others beside them. */
export class Queues {
  readonly #last = new Map<string, Promise<unknown>>()

  async run<T>(name: string, task: () => Promise<T>): Promise<T> {
    const before = this.#last.get(name) ?? Promise.resolve()
    const run = before.then(task, task)
    this.#last.set(name, run)
    try {
      return await run
    } finally {
      if (this.#last.get(name) === run) this.#last.delete(name)
    }
  }
}
