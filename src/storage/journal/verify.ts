import { readFile } from 'node:fs/promises'
import { Fault } from '../../fault.ts'
import type { Published, Verified } from '../../ports.ts'
import { commitmentOf, genesis, headerOf, nextHead, sealOf } from './chain.ts'
import { Header, type Held } from './entry.ts'
import { chainPath, journalPath, listFiles } from './files.ts'
import { parseLines } from './line.ts'
import { parseBatch } from './read-journals.ts'
import { readSnapshot } from './snapshot.ts'

/** Files may be replaced while they are read. */
const ATTEMPTS = 5

/**
 * Recomputes the audit chain from a journal's files, also while a program writes there: every text against its
 * commitment, every commitment into the chain, and the snapshot against the seal that says which records it must hold.
 * A last line that is not finished is not part of it.
 * @throws Fault `store-unusable` where the folder cannot be read.
 */
export async function verifyJournal(folder: string, published: readonly Published[]): Promise<Verified> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await verifyOnce(folder, published)
    } catch (error) {
      const replaced = isSystemError(error) && error.code === 'ENOENT'
      if (replaced && attempt < ATTEMPTS) continue
      if (!isSystemError(error)) throw error
      throw new Fault(
        'store-unusable',
        `${folder} cannot be read: ${error}. Check that STATE_DIR names the folder of the run-time data`,
        error,
      )
    }
  }
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && !(error instanceof Fault) && 'code' in error
}

async function verifyOnce(folder: string, published: readonly Published[]): Promise<Verified> {
  const { snapshot, journals } = await listFiles(folder)
  const walk = new Walk(published)
  try {
    await walkSnapshot(walk, folder, snapshot)
    for (const first of journals) {
      const path = journalPath(folder, first)
      const { values, unsound } = parseLines(await readFile(path))
      for (const entry of values.flatMap((value) => parseBatch(path, value))) {
        walk.step(headerOf(entry))
        walk.check(entry.head === walk.hash, 'its head is not that of its changes')
      }
      walk.check(unsound?.oneLine !== false, `${path} is damaged after it`)
    }
  } catch (fault) {
    if (fault instanceof Broken) return { outcome: 'broken', entry: fault.entry, reason: fault.message }
    if (fault instanceof Fault) return { outcome: 'broken', entry: walk.n + 1, reason: fault.message }
    throw fault
  }
  const [missing] = walk.missing
  if (missing !== undefined) return { outcome: 'not-in-chain', published: missing }
  return { outcome: 'verified', head: { entries: walk.n, hash: walk.hash } }
}

/** The headers up to the snapshot, and the snapshot's texts against them. */
async function walkSnapshot(walk: Walk, folder: string, snapshot: number): Promise<void> {
  if (snapshot === 0) return
  const { base, records } = await readSnapshot(folder, snapshot)
  const { values, unsound } = parseLines((await readFile(chainPath(folder))).subarray(0, base.chainBytes))
  walk.check(unsound === null && values.length === base.n, 'the file of headers is damaged')
  const texts = Map.groupBy(records, ({ version }) => version)
  for (const value of values) {
    const read = Header.safeParse(value)
    if (!read.success) throw new Broken(walk.n + 1, 'its header is not as it was written')
    const header = read.data
    walk.step(header)
    for (const held of texts.get(header.n) ?? []) {
      walk.check(header.commitments[held.index] === commitmentOfHeld(held), `${JSON.stringify(held.key)} is changed`)
    }
    if (header.n === base.n) walk.check(header.seal === sealOf(records), 'the snapshot lacks records, or has too many')
  }
  walk.check(walk.hash === base.head, 'the headers do not lead to the head of the snapshot')
}

function commitmentOfHeld({ key, value, salt }: Held): string {
  return commitmentOf({ kind: 'put', key, value, salt })
}

/** Goes along the chain, looking out for the published heads. */
class Walk {
  n = 0
  hash = genesis
  missing: readonly Published[]

  constructor(published: readonly Published[]) {
    this.missing = published
    this.#meet()
  }

  step(header: Header): void {
    const expected = this.n + 1
    this.check(header.n === expected, `entry ${header.n} stands in its place`)
    this.n = expected
    this.hash = nextHead(this.hash, header)
    this.#meet()
  }

  check(holds: boolean, reason: string): void {
    if (!holds) throw new Broken(this.n, reason)
  }

  #meet(): void {
    this.missing = this.missing.filter(
      ({ hash, entries = this.n }) =>
        entries !== this.n || hash.length < 6 || !this.hash.startsWith(hash.toLowerCase()),
    )
  }
}

class Broken extends Error {
  readonly entry: number

  constructor(entry: number, reason: string) {
    super(reason)
    this.entry = entry
  }
}
