import type { Store } from '../../src/ports.ts'

/** Where a commit is interrupted: nothing was written, or everything was and nobody heard of it. */
export type Interruption = 'before' | 'after'

/** The store given, whose commits throw where `interrupt` says so. */
export function interruptedStore(store: Store, interrupt: () => Interruption | null): Store {
  return {
    async commit(changes, conditions) {
      const interruption = interrupt()
      if (interruption === 'before') throw new Error('the process ended before the commit')
      const committed = await store.commit(changes, conditions)
      if (interruption === 'after') throw new Error('the process ended after the commit')
      return committed
    },
    find: (key) => store.find(key),
    list: (query) => store.list(query),
    lease: (name, holder, ms) => store.lease(name, holder, ms),
    release: (lease) => store.release(lease),
  }
}
