import type { Conditions, Store } from '../../src/ports.ts'

/** A store in which the first so many turns that are settled are overtaken; `settled` counts all that were to be. */
export function overtake(times: number) {
  let settled = 0
  const through = (store: Store): Store => ({
    ...passing(store),
    async commit(changes, conditions?: Conditions) {
      const settles = conditions?.lease !== undefined
      if (settles && settled++ < times) return { outcome: 'fenced', lease: conditions.lease }
      return await store.commit(changes, conditions)
    },
  })
  return { through, settled: () => settled }
}

function passing(store: Store): Store {
  return {
    commit: (changes, conditions) => store.commit(changes as never, conditions),
    find: (key) => store.find(key),
    list: (query) => store.list(query),
    lease: (name, holder, ms) => store.lease(name, holder, ms),
    release: (lease) => store.release(lease),
  }
}
