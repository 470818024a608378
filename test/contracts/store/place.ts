import type { AuditChain, Change, Clock, Committed, Json, Key, Store } from '../../../src/ports.ts'

/** Where a store keeps its records: opened again, it holds what was acknowledged. */
export type Place = AsyncDisposable & {
  readonly clock: Clock & { readonly pass: (ms: number) => void }
  /** Opens the store; if it is open, it is closed first. */
  readonly open: () => Promise<Store & AuditChain>
}

/** Gives a new, empty place. */
export type MakePlace = () => Promise<Place>

export async function openedIn(make: MakePlace) {
  const place = await make()
  return { place, store: await place.open(), [Symbol.asyncDispose]: () => place[Symbol.asyncDispose]() }
}

export const receipts = { committee: 'sapporo', name: 'R8' }

export function key(id: string, collection = 'opinions', committee = 'sapporo'): Key {
  return { committee, collection, id }
}

export function put(id: string, value: Json): Change {
  return { kind: 'put', key: key(id), value }
}

/** An opinion that gets the next receipt number. */
export function receive(text: string) {
  return { counter: receipts, changes: (number: number) => [put(`R8-${number}`, { text })] }
}

export function versionOf(committed: Committed): number {
  if (committed.outcome !== 'committed') throw new Error(`not committed: ${JSON.stringify(committed)}`)
  return committed.version
}

/** The ids of the opinions that a query finds, in its order. */
export async function idsOf(store: Store, query = {}): Promise<readonly string[]> {
  return (await store.list({ committee: 'sapporo', collection: 'opinions', ...query })).map((record) => record.key.id)
}
