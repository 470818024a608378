import { readFileSync, statSync, writeFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Head } from '../../../src/ports.ts'
import { genesis, headerOf, nextHead } from '../../../src/storage/journal/chain.ts'
import type { Entry, Salted } from '../../../src/storage/journal/entry.ts'
import { formatLine, parseLines } from '../../../src/storage/journal/line.ts'
import type { Base } from '../../../src/storage/journal/snapshot.ts'
import { verifyJournal } from '../../../src/storage/journal/verify.ts'
import { JournalFolder, opinion, put } from '../../support/journal-folder.ts'

/** A folder with a snapshot and a journal after it, closed, and its published head. */
async function published(): Promise<{ folder: JournalFolder; head: Head } & Disposable> {
  const folder = new JournalFolder()
  await using store = await folder.open()
  for (let n = 0; n < 6; n++) await store.commit([put(`${n}`, { text: `御意見 ${n}` }), put('same', n)])
  await store.commit([{ kind: 'delete', key: opinion('5') }])
  await store.compact()
  for (let n = 6; n < 12; n++) await store.commit([put(`${n}`, { text: `御意見 ${n}` })])
  return { folder, head: await store.head(), [Symbol.dispose]: () => folder[Symbol.dispose]() }
}

type Lines = Record<string, unknown>[]

/** Rewrites a file with all checksums right, as somebody with the source code could. */
function rewrite(path: string, change: (lines: Lines) => Lines): void {
  const lines = parseLines(readFileSync(path)).values as Lines
  writeFileSync(path, Buffer.concat(change(structuredClone(lines)).map(formatLine)))
}

const at = fc.nat(5)
const tampering = fc.oneof(
  fc.record({ kind: fc.constantFrom('text', 'time', 'salt', 'name', 'drop', 'cut', 'swap', 'double'), at }),
  fc.record({
    kind: fc.constantFrom('snapshot text', 'snapshot drop', 'snapshot order', 'header time', 'header drop'),
    at,
  }),
)

function tamper(folder: JournalFolder, { kind, at }: { kind: string; at: number }): void {
  if (kind.startsWith('snapshot')) rewrite(folder.file('snapshot'), (lines) => tamperSnapshot(lines, kind, at))
  else if (kind.startsWith('header')) rewrite(folder.file('chain'), (lines) => tamperHeaders(lines, kind, at))
  else {
    const [base] = parseLines(readFileSync(folder.file('snapshot'))).values as [Base]
    rewrite(folder.file('journal'), (lines) => tamperJournal(lines.flat() as unknown as Entry[], base, kind, at))
  }
}

function tamperSnapshot([base = {}, ...records]: Lines, kind: string, at: number): Lines {
  if (kind === 'snapshot text') Object.assign(records[at] ?? {}, { value: 'another' })
  else if (kind === 'snapshot drop') records.splice(at, 1)
  else records.reverse()
  return [{ ...base, records: records.length }, ...records]
}

function tamperHeaders(headers: Lines, kind: string, at: number): Lines {
  if (kind === 'header time') Object.assign(headers[at] ?? {}, { at: 1 })
  else headers.splice(at, 1)
  return headers
}

function tamperJournal(entries: Entry[], { n, head }: Base, kind: string, at: number): Lines {
  const entry = entries[at]!
  const [change, ...others] = entry.changes as [Salted & { kind: 'put' }]
  const changed = (part: object) => ({ ...entry, changes: [{ ...change, ...part }, ...others] })
  if (kind === 'text') entries[at] = changed({ value: { text: 'another' } })
  if (kind === 'time') entries[at] = { ...entry, at: entry.at + 1 }
  if (kind === 'salt') entries[at] = changed({ salt: 'another' })
  if (kind === 'name') entries[at] = changed({ key: opinion('another') })
  if (kind === 'drop') entries.splice(at, 1)
  if (kind === 'cut') entries.length = at
  if (kind === 'swap') entries.splice(at, 1, ...entries.splice((at + 1) % 6, 1, entry))
  // After the last it would be an addition, which no published head forbids.
  if (kind === 'double') entries.splice(at % 5, 0, entries[at % 5]!)
  return entries.map((one) => {
    n += 1
    const bare = { ...one, n }
    head = nextHead(head, headerOf(bare))
    return [{ ...bare, head }] as unknown as Lines[number]
  })
}

it('with a published head, finds every tampering, also by somebody who mends all checksums and hashes', async () => {
  using journal = await published()
  const { folder, head } = journal
  const files = new Map(
    ['snapshot', 'chain', 'journal'].map((kind) => [folder.file(kind), readFileSync(folder.file(kind))]),
  )
  const numRuns = process.env.LONG ? 10_000 : 500

  await fc.assert(
    fc.asyncProperty(tampering, async (how) => {
      for (const [path, bytes] of files) writeFileSync(path, bytes)
      tamper(folder, how)

      await using store = await folder.open({ acceptTornTail: true }).catch(() => null)
      const verified = await store?.verify([head])

      expect(verified?.outcome ?? 'refused').not.toBe('verified')
    }),
    { numRuns },
  )
}, 1_200_000)

it.each<[string, unknown]>([
  ['no number', { at: 1, commitments: [] }],
  ['a text for a time', { n: 3, at: 'noon', commitments: [] }],
  ['no object', 'header'],
  ['nothing', null],
])('is broken, not unreadable, where a header with a right checksum is %s', async (_, header) => {
  using journal = await published()
  const { folder } = journal
  rewrite(folder.file('chain'), (lines) => lines.with(2, header as Lines[number]))
  const size = statSync(folder.file('chain')).size
  rewrite(folder.file('snapshot'), ([base, ...records]) => [{ ...base, chainBytes: size }, ...records])

  const verified = await verifyJournal(folder.path, [])

  expect(verified).toMatchObject({ outcome: 'broken', entry: 3 })
})

it('shows no word of what it fixes, and none can be guessed from it', async () => {
  using journal = await published()
  const { folder } = journal
  const chain = readFileSync(folder.file('chain'), 'utf8')
  const [first] = parseLines(Buffer.from(chain)).values as [{ at: number; commitments: string[] }]

  const bare = { n: 1, at: first.at, changes: [{ ...put('0', { text: '御意見 0' }), salt: '' }] }

  expect(chain).not.toContain('御意見')
  expect(first.commitments).toHaveLength(2)
  expect(first.commitments).not.toContain(headerOf(bare).commitments[0])
})

it('begins before the first entry with a head of its own', async () => {
  using folder = new JournalFolder()
  await using store = await folder.open()

  expect(await store.head()).toEqual({ entries: 0, hash: genesis })
  expect(await store.verify([{ entries: 0, hash: genesis }])).toMatchObject({ outcome: 'verified' })
})

it('can be verified while the journal is written and replaced', async () => {
  using folder = new JournalFolder()
  await using store = await folder.open()
  let busy = true
  const writing = (async () => {
    for (let n = 0; n < 100; n++) {
      await store.commit([put(`${n % 7}`, n)])
      if (n % 10 === 0) await store.compact()
    }
    busy = false
  })()

  while (busy) expect(await store.verify()).toMatchObject({ outcome: 'verified' })
  await writing
})
