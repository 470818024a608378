import type { Json, Key, Query, Stored } from '../../ports.ts'
import type { Entry, Held } from './entry.ts'

/** What the entries come to: the live records, each collection in the order in which its records were first put. */
export class State {
  readonly #collections = new Map<string, Map<string, Held>>()

  constructor(records: readonly Held[], entries: readonly Entry[]) {
    for (const held of records) this.#collection(held.key).set(held.key.id, held)
    for (const entry of entries) this.apply(entry)
  }

  apply({ n, changes }: Entry): void {
    for (const [index, change] of changes.entries()) {
      const collection = this.#collection(change.key)
      if (change.kind === 'put') {
        const { key, value, salt } = change
        collection.set(key.id, { key, version: n, index, salt, value })
      } else collection.delete(change.key.id)
    }
  }

  find(key: Key): Held | undefined {
    return this.#collections.get(nameOf(key))?.get(key.id)
  }

  list({ where = {}, order = 'id', ...query }: Query): readonly Stored[] {
    const conditions = Object.entries(where)
    const found = [...(this.#collections.get(nameOf(query))?.values() ?? [])].filter(({ value }) =>
      conditions.every(([field, wanted]) => fieldOf(value, field) === wanted),
    )
    if (order === 'id') found.sort((a, b) => byCodePoints(a.key.id, b.key.id))
    return found.map(storedOf)
  }

  /** Every live record, in an order that a snapshot brings back. */
  records(): readonly Held[] {
    return [...this.#collections.values()].flatMap((collection) => [...collection.values()])
  }

  #collection(key: Key): Map<string, Held> {
    const name = nameOf(key)
    const found = this.#collections.get(name)
    if (found !== undefined) return found
    const made = new Map<string, Held>()
    this.#collections.set(name, made)
    return made
  }
}

/** A record as readers get it; its value is frozen, for it is the store's own. */
export function storedOf({ key, version, value }: Held): Stored {
  return { key: freeze(key), version, value: freeze(value) }
}

/** No key holds NUL, so that two names never run into one. */
function nameOf({ committee, collection }: Omit<Key, 'id'>): string {
  return `${committee}\0${collection}`
}

function fieldOf(value: Json, field: string): Json | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  return Object.hasOwn(value, field) ? (value as { readonly [field: string]: Json })[field] : undefined
}

/** As PostgreSQL sorts with COLLATE "C"; `<` alone would put U+FF5E after an emoji's first half. */
function byCodePoints(a: string, b: string): number {
  let at = 0
  while (at < a.length && a.charCodeAt(at) === b.charCodeAt(at)) at++
  const rank = (unit: number) => (Number.isNaN(unit) ? -1 : unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit)
  return rank(a.charCodeAt(at)) - rank(b.charCodeAt(at))
}

function freeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  for (const part of Object.values(value)) freeze(part)
  return Object.freeze(value)
}
