import type { Change, Committed, Conditions, Key, Lease, Numbered } from '../../ports.ts'
import { link } from './chain.ts'
import { type Entry, type Held, type Salted, saltChange } from './entry.ts'
import type { State } from './state.ts'
import { checkKey, storable } from './storable.ts'

/** What a caller asked for. */
export type Request = { readonly changes: readonly Change[] | Numbered; readonly conditions: Conditions }

/** What a request comes to: the answer to give once its entry (if it has one) is on disk, or a fault of its own. */
export type Decision = { readonly committed: Committed; readonly entry: Entry | null } | { readonly fault: unknown }

/** Where a batch starts: the state and chain on disk, the time, and who may commit under a lease. */
export type Start = {
  readonly state: State
  readonly n: number
  readonly head: string
  readonly at: number
  readonly isHeld: (lease: Lease) => boolean
}

/** Decides requests one after another, each on what those before it in the batch leave behind; changes nothing. */
export function decideBatch(requests: readonly Request[], { state, at, isHeld, ...start }: Start): Decision[] {
  const written = new Map<string, Pick<Held, 'version' | 'value'> | undefined>()
  let { n, head } = start

  const current = (key: Key) => {
    const name = nameOf(key)
    return written.has(name) ? written.get(name) : state.find(key)
  }

  function decide({ changes, conditions: { expected = [], lease } }: Request): Decision {
    if (lease !== undefined && !isHeld(lease)) {
      const { committee, name } = lease
      return { committed: { outcome: 'fenced', lease: { committee, name } }, entry: null }
    }
    for (const { key, version } of expected) {
      const now = current(key)?.version ?? 0
      if (now !== version) return { committed: { outcome: 'conflict', key, version: now }, entry: null }
    }
    const { number, salted } = prepare(changes, current)
    if (salted.length === 0) return { committed: { outcome: 'committed', version: n, number }, entry: null }

    n += 1
    const entry = link(head, { n, at, changes: salted })
    head = entry.head
    for (const change of salted) {
      written.set(nameOf(change.key), change.kind === 'put' ? { version: n, value: change.value } : undefined)
    }
    return { committed: { outcome: 'committed', version: n, number }, entry }
  }

  return requests.map((request) => {
    try {
      return decide(request)
    } catch (fault) {
      return { fault }
    }
  })
}

function prepare(
  changes: Request['changes'],
  current: (key: Key) => Pick<Held, 'value'> | undefined,
): { readonly number: number | null; readonly salted: readonly Salted[] } {
  if (!('counter' in changes)) return { number: null, salted: changes.map((change) => saltChange(change)) }
  const { committee, name } = changes.counter
  const key = checkKey({ committee, collection: 'counters', id: name })
  const number = Number(current(key)?.value ?? 0) + 1
  const counted: Change = { kind: 'put', key, value: number }
  return { number, salted: [counted, ...changes.changes(number).map(storable)].map(saltChange) }
}

function nameOf({ committee, collection, id }: Key): string {
  return `${committee}\0${collection}\0${id}`
}
