import { hash } from 'node:crypto'
import type { Entry, Header, Held, Salted } from './entry.ts'

/** The head before the first entry. */
export const genesis = '0'.repeat(64)

/** Fixes a change without showing it: SHA-256 of its salt and itself. */
export function commitmentOf({ salt, ...change }: Salted): string {
  // The order of the fields is that of this line, whoever made the object.
  const { committee, collection, id } = change.key
  const value = change.kind === 'put' ? [change.value] : []
  return hash('sha256', salt + JSON.stringify([change.kind, committee, collection, id, ...value]), 'base64url')
}

/** The headers of the entries that were linked here: a snapshot needs them once more, all at once. */
const linked = new WeakMap<Omit<Entry, 'head'>, Header>()

export function headerOf(entry: Omit<Entry, 'head'>): Header {
  const { n, at, changes, seal } = entry
  return linked.get(entry) ?? { n, at, commitments: changes.map(commitmentOf), ...(seal === undefined ? {} : { seal }) }
}

/** The chain's head after one more entry: SHA-256 of the head before it and its header. */
export function nextHead(head: string, { n, at, commitments, seal }: Header): string {
  return hash('sha256', head + JSON.stringify([n, at, commitments, seal ?? null]), 'hex')
}

/** The entry that comes after `head`. */
export function link(head: string, entry: Omit<Entry, 'head'>): Entry {
  const header = headerOf(entry)
  const next = { ...entry, head: nextHead(head, header) }
  linked.set(next, header)
  return next
}

/** Fixes which records live, and their order, by where each was committed. */
export function sealOf(records: readonly Held[]): string {
  return hash('sha256', records.map(({ version, index }) => `${version}.${index}`).join(' '), 'base64url')
}
