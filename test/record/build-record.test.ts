import { describe, expect, it } from 'vitest'
import { buildRecord, type ReviewedSource } from '../../src/record/build-record.ts'
import { readReviewed } from '../../src/record/read-reviewed.ts'
import { annexFile, RecordFolder, sapporo } from '../support/record-folder.ts'

const versionOf = (directory: string) => buildRecord(readReviewed(directory)).version

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) frozen(part)
  return Object.freeze(value)
}

/** The same document as if another meeting, two years later, had published it. */
function laterRound(): ReviewedSource {
  const [annex] = structuredClone(readReviewed(sapporo).documents)
  if (annex === undefined) throw new Error('data/sapporo-vision has no document')
  Object.assign(annex.reviewed.document, { id: '2026-1-annex' })
  Object.assign(annex.reviewed.meeting, { id: '2026-1', name: '令和８年度第１回', fiscalYear: 2026, number: 1 })
  return { ...annex, file: 'published/2026-1' }
}

describe('the version of the record', () => {
  it('stays the same while nothing changes', () => {
    expect(versionOf(sapporo)).toBe(versionOf(sapporo))
    expect(versionOf(sapporo)).toMatch(/^[0-9a-f]{12}$/u)
  })

  it('is the same wherever the folder lies', () => {
    using folder = new RecordFolder()

    expect(versionOf(folder.directory)).toBe(versionOf(sapporo))
  })

  it.each<[string, (folder: RecordFolder) => void]>([
    ['committee.json', (folder) => folder.edit('committee.json', (committee) => committee.alsoCalled.push('懇談会'))],
    ['words.json', (folder) => folder.edit('record/words.json', ({ words }) => words[0]?.alsoCalled.push('農業公園'))],
    [
      'a gloss',
      (folder) =>
        folder.edit(annexFile, (annex) =>
          Object.assign(annex.meeting.agenda[0]?.sentences[0] ?? {}, { en: 'Projects' }),
        ),
    ],
  ])('changes when %s changes', (_, change) => {
    using folder = new RecordFolder()
    const before = versionOf(folder.directory)
    change(folder)

    expect(versionOf(folder.directory)).not.toBe(before)
  })

  it('changes when a source changes, also where no passage does', () => {
    const reviewed = readReviewed(sapporo)
    const changed = { ...reviewed, documents: reviewed.documents.map((one) => ({ ...one, source: `${one.source}\n` })) }

    expect(buildRecord(changed).version).not.toBe(buildRecord(reviewed).version)
  })

  it('changes when a round is published', () => {
    const reviewed = readReviewed(sapporo)

    expect(buildRecord(reviewed, [laterRound()]).version).not.toBe(buildRecord(reviewed).version)
  })
})

describe('a published round', () => {
  it('is a layer over what was reviewed, the newest first, and changes nothing of it', () => {
    const reviewed = frozen(readReviewed(sapporo))
    const published = frozen([laterRound()])

    const record = buildRecord(reviewed, published)

    expect(record.documents.map(({ id }) => id)).toEqual(['2026-1-annex', '2024-2-annex'])
    expect(record.projects.map(({ document, number }) => `${document}/${number}`).slice(6, 8)).toEqual([
      '2026-1-annex/55',
      '2024-2-annex/19',
    ])
    expect(record.groups).toHaveLength(16)
    expect(buildRecord(reviewed)).toMatchObject({ documents: [{ id: '2024-2-annex' }], groups: { length: 8 } })
  })

  it('keeps its passages, groups and projects apart from those of other documents', () => {
    const record = buildRecord(readReviewed(sapporo), [laterRound()])

    expect(new Set(record.passages.map(({ key }) => key)).size).toBe(record.passages.length)
    expect(new Set(record.groups.map(({ key }) => key)).size).toBe(record.groups.length)
    for (const { document, evidence } of record.projects) expect(evidence.passage.document).toBe(document)
  })

  it('is ordered by number within a year', () => {
    const second = structuredClone(laterRound())
    Object.assign(second.reviewed.document, { id: '2026-2-annex' })
    Object.assign(second.reviewed.meeting, { id: '2026-2', number: 2 })

    const record = buildRecord(readReviewed(sapporo), [laterRound(), second])

    expect(record.documents.map(({ id }) => id)).toEqual(['2026-2-annex', '2026-1-annex', '2024-2-annex'])
  })

  it('is refused under the id of a document that is there already', () => {
    const { documents } = readReviewed(sapporo)

    expect(() => buildRecord(readReviewed(sapporo), documents)).toThrow(/2024-2-annex: two documents have this id/u)
  })

  it('is compared with its source as strictly, and named in the fault', () => {
    const round = laterRound()
    const changed = { ...round, source: round.source.replace('50法人', '60法人') }

    expect(() => buildRecord(readReviewed(sapporo), [changed])).toThrow(
      /^published\/2026-1: r5-a1: .*copy them from there/u,
    )
  })
})
