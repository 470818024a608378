import { readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { JournalFolder, put } from '../../support/journal-folder.ts'

const opinions = { committee: 'sapporo', collection: 'opinions' }

/** A journal of three entries, closed; `last` is where its last line begins. */
async function written() {
  const folder = new JournalFolder()
  await using store = await folder.open()
  for (const id of ['1', '2', '3']) await store.commit([put(id, `御意見 ${id}`)])
  const path = folder.file('journal')
  const bytes = readFileSync(path)
  return {
    folder,
    path,
    bytes,
    last: bytes.lastIndexOf('\n', -2) + 1,
    [Symbol.dispose]: () => folder[Symbol.dispose](),
  }
}

describe('a last line that is cut short', () => {
  it('at any byte is refused, named, and set aside when that is accepted; nothing before it is lost', async () => {
    using journal = await written()
    const { folder, path, bytes, last } = journal

    for (let end = last + 1; end < bytes.length; end++) {
      writeFileSync(path, bytes.subarray(0, end))
      const refusal = await folder.open().catch((fault) => fault)
      const kept = readFileSync(path)
      const store = await folder.open({ acceptTornTail: true })
      const ids = (await store.list(opinions)).map(({ key }) => key.id)
      await store.commit([put('4', 'new')])
      await store.close()

      expect(refusal).toMatchObject({ code: 'journal-torn' })
      expect(refusal.message).toContain(
        `its last line (3, ${end - last} bytes) is cut short or changed; 2 entries before it were read`,
      )
      expect(refusal.message).toContain('--accept-torn-tail')
      expect(kept.equals(bytes.subarray(0, end))).toBe(true)
      expect(ids).toEqual(['1', '2'])
      expect(readFileSync(folder.file('torn')).equals(bytes.subarray(last, end))).toBe(true)
      expect(folder.reports.at(-1)).toContain(`it was set aside in ${folder.file('torn')}`)
      await using again = await folder.open()
      expect(await again.list(opinions)).toHaveLength(3)
    }
  })

  it('is found when it is whole in length but not in bytes', async () => {
    using journal = await written()
    const { folder, path, bytes, last } = journal
    bytes.fill(0, last + 20, bytes.length - 1)
    writeFileSync(path, bytes)

    await expect(folder.open()).rejects.toMatchObject({ code: 'journal-torn' })
  })

  it('cut away at its very beginning is no damage that a file can show: the chain shows it', async () => {
    using journal = await written()
    const { folder, path, last } = journal
    const head = await readHead(folder)
    truncateSync(path, last)

    await using store = await folder.open()

    expect(await store.verify([head])).toEqual({ outcome: 'not-in-chain', published: head })
  })
})

describe('a journal that is damaged before its last line', () => {
  it('at any byte is refused and left as it is, whatever is accepted', async () => {
    using journal = await written()
    const { folder, path, bytes, last } = journal

    for (let at = 0; at < last; at++) {
      const damaged = Buffer.from(bytes)
      damaged[at] = damaged[at]! ^ 0x01
      writeFileSync(path, damaged)

      await expect(folder.open({ acceptTornTail: true })).rejects.toMatchObject({ code: 'journal-damaged' })
      expect(readFileSync(path).equals(damaged)).toBe(true)
    }
    expect(folder.reports).toEqual([])
  })

  it('says where, what was read, and what to do', async () => {
    using journal = await written()
    const { folder, path, bytes } = journal
    const second = bytes.indexOf('\n') + 1
    bytes[second + 30] = 0
    writeFileSync(path, bytes)

    await expect(folder.open({ acceptTornTail: true })).rejects.toThrow(
      `${path}: line 2 (byte ${second}) is not as it was written; 1 entries before it were read. Nothing was changed; restore the folder from a backup`,
    )
  })

  it('is refused when a sound line stands there twice, or one is left out', async () => {
    using journal = await written()
    const { folder, path, bytes, last } = journal
    const second = bytes.indexOf('\n') + 1

    writeFileSync(path, Buffer.concat([bytes, bytes.subarray(last)]))
    await expect(folder.open()).rejects.toThrow(`${path}: entry 3 stands where entry 4 should`)
    writeFileSync(path, Buffer.concat([bytes.subarray(0, second), bytes.subarray(last)]))
    await expect(folder.open()).rejects.toThrow(`${path}: entry 3 stands where entry 2 should`)
  })

  it.each(['snapshot', 'journal'])('or lacks its %s is refused', async (kind) => {
    using journal = await written()
    const { folder } = journal
    const store = await folder.open()
    await store.compact()
    await store.commit([put('5', 'a')])
    await store.close()
    const file = folder.file(kind)
    const bytes = readFileSync(file)

    writeFileSync(file, bytes.subarray(0, bytes.length / 2))
    const half = await folder.open().catch((fault) => fault)
    writeFileSync(join(folder.path, 'journal-000000000099'), '')
    writeFileSync(file, bytes)
    const gap = await folder.open().catch((fault) => fault)

    expect(half.code).toBe(kind === 'snapshot' ? 'journal-damaged' : 'journal-torn')
    expect(gap).toMatchObject({ code: 'journal-damaged' })
    expect(gap.message).toContain('a file is missing')
  })
})

async function readHead(folder: JournalFolder) {
  await using store = await folder.open()
  return await store.head()
}
