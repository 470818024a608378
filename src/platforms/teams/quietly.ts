import { AsyncLocalStorage } from 'node:async_hooks'

const quiet = new AsyncLocalStorage<true>()

// The SDK writes every token that it refuses to the console, a kilobyte each: whoever sends them would fill the log.
const { error } = console
console.error = (...words: readonly unknown[]) => {
  if (quiet.getStore() === undefined) error.apply(console, [...words])
}

/** Does something of which nothing is written to the console. */
export async function quietly<T>(work: () => Promise<T>): Promise<T> {
  return await quiet.run(true, work)
}
