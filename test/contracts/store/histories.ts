import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AuditChain, Change, Committed, Head, Key, Store } from '../../../src/ports.ts'
import type { Place } from './place.ts'

const committee = 'sapporo'
const ids = ['a', 'b', 'c', '～', '𠮷']
const collections = ['opinions', 'drafts']
const counter = { committee, name: 'R8' }

/** Which version a commit expects of a record: the one it has, one it had before, none. */
type Expects = { readonly key: Key; readonly which: 'current' | 'earlier' | 'none' }
type Burst = {
  readonly kind: 'burst'
  readonly commits: readonly {
    readonly changes: readonly Change[]
    readonly expects: readonly Expects[]
    readonly counts: boolean
  }[]
}
type Step = Burst | { readonly kind: 'reopen' | 'tidy' }

const key: fc.Arbitrary<Key> = fc.record({
  committee: fc.constant(committee),
  collection: fc.constantFrom(...collections),
  id: fc.constantFrom(...ids),
})
const change: fc.Arbitrary<Change> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('put' as const),
      key,
      value: fc.record({ n: fc.nat(3), text: fc.string({ unit: 'grapheme-ascii' }) }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('delete' as const), key }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('erase' as const), key }) },
)
const burst = fc.record({
  kind: fc.constant('burst' as const),
  commits: fc.array(
    fc.record({
      changes: fc.array(change, { minLength: 1, maxLength: 4 }),
      expects: fc.array(
        fc.record({ key, which: fc.constantFrom<Expects['which'][]>('current', 'current', 'earlier', 'none') }),
        {
          maxLength: 2,
        },
      ),
      counts: fc.boolean(),
    }),
    { minLength: 1, maxLength: 6 },
  ),
})
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: burst },
  { weight: 1, arbitrary: fc.constant({ kind: 'reopen' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'tidy' as const }) },
)

type Record = { readonly key: Key; readonly version: number; readonly value: unknown }
const nameOf = ({ collection, id }: Key) => `${collection}/${id}`

/** What must be true of a store, kept in the plainest way. */
class Model {
  readonly records = new Map<string, Record>()
  readonly versions = new Map<string, number[]>()
  readonly heads: Head[] = []
  count = 0
  last = 0

  version(of: Key): number {
    return this.records.get(nameOf(of))?.version ?? 0
  }

  expected({ key, which }: Expects) {
    const earlier = this.versions.get(nameOf(key))?.at(-2) ?? this.last + 1
    return { key, version: which === 'current' ? this.version(key) : which === 'none' ? 0 : earlier }
  }

  apply(changes: readonly Change[], version: number): void {
    for (const change of changes) {
      const name = nameOf(change.key)
      if (change.kind !== 'put') this.records.delete(name)
      else {
        this.records.set(name, { key: change.key, version, value: change.value })
        this.versions.set(name, [...(this.versions.get(name) ?? []), version])
      }
    }
    this.last = version
  }
}

async function run(store: Store, model: Model, { commits }: Burst): Promise<void> {
  const asked = commits.map(({ changes, expects, counts }) => ({
    changes,
    counts,
    expected: expects.map((one) => model.expected(one)),
  }))
  const results = await Promise.all(
    asked.map(({ changes, counts, expected }) =>
      store.commit(counts ? { counter, changes: () => changes } : changes, { expected }),
    ),
  )
  const pairs = asked.map((commit, index) => ({ ...commit, result: results[index] as Committed }))
  // Commits that run at once may be made in any order: their versions tell which.
  const made = pairs
    .flatMap(({ result, ...commit }) => (result.outcome === 'committed' ? [{ ...commit, ...result }] : []))
    .sort((a, b) => a.version - b.version)
  const seen = new Map(
    ids.flatMap((id) =>
      collections.map((collection) => {
        const one = { committee, collection, id }
        return [nameOf(one), new Set([model.version(one)])]
      }),
    ),
  )
  for (const { changes, counts, expected, version, number } of made) {
    expect(version).toBeGreaterThan(model.last)
    for (const one of expected) expect(model.version(one.key)).toBe(one.version)
    expect(number).toBe(counts ? ++model.count : null)
    model.apply(changes, version)
    for (const { key } of changes) seen.get(nameOf(key))?.add(model.version(key))
  }
  for (const { result, expected } of pairs) {
    if (result.outcome !== 'conflict') continue
    const { key, version } = result
    expect(expected.some((one) => nameOf(one.key) === nameOf(key) && one.version !== version)).toBe(true)
    expect([...(seen.get(nameOf(key)) ?? [])]).toContain(version)
  }
  expect(pairs.every(({ result }) => result.outcome !== 'fenced')).toBe(true)
}

async function compare(store: Store & AuditChain, model: Model): Promise<void> {
  for (const collection of collections) {
    const inserted = [...model.records.values()].filter((record) => record.key.collection === collection)
    const byId = ids.flatMap((id) => inserted.filter((record) => record.key.id === id))
    const where = { n: 1 }
    expect(await store.list({ committee, collection, order: 'inserted' })).toEqual(inserted)
    expect(await store.list({ committee, collection })).toEqual(byId)
    expect(await store.list({ committee, collection, where })).toEqual(
      byId.filter(({ value }) => (value as { n: number }).n === 1),
    )
    for (const id of ids) {
      const one = { committee, collection, id }
      expect(await store.find(one)).toEqual(model.records.get(nameOf(one)))
    }
  }
  expect((await store.find({ committee, collection: 'counters', id: counter.name }))?.value ?? 0).toBe(model.count)
}

/**
 * Runs random histories against a plain model: bursts of commits with right and wrong expectations, erasures, closing
 * and opening, and `tidy`, whatever the store does to itself in quiet hours. LONG=1 runs 20 times as many.
 */
export function describeHistories(
  name: string,
  make: () => Promise<Place & { readonly tidy: () => Promise<void> }>,
): void {
  const numRuns = process.env.LONG ? 2000 : 100

  describe(`${name}: through ${numRuns} random histories`, () => {
    it('holds what was committed, in order, and its chain stays whole', { timeout: 1_200_000 }, async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
          await using place = await make()
          const model = new Model()
          let store = await place.open()
          for (const step of steps) {
            if (step.kind === 'burst') await run(store, model, step)
            else if (step.kind === 'reopen') store = await place.open()
            else await place.tidy()
            await compare(store, model)
            model.heads.push(await store.head())
          }
          expect(await store.verify(model.heads)).toEqual({ outcome: 'verified', head: await store.head() })
        }),
        { numRuns },
      )
    })
  })
}
