import { mkdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { JournalFolder, put } from '../../support/journal-folder.ts'

const text = '御意見'.repeat(100)

describe('permissions', () => {
  it('are for nobody else, also in a folder that others could read', async () => {
    using folder = new JournalFolder()
    mkdirSync(folder.path, { mode: 0o755 })
    const umask = process.umask(0)
    try {
      await using store = await folder.open()
      await store.commit([put('1', text)])
      await store.compact()

      const modes = folder.names().map((name) => statSync(join(folder.path, name)).mode & 0o777)

      expect(statSync(folder.path).mode & 0o777).toBe(0o700)
      expect(modes).toEqual(modes.map(() => 0o600))
      expect(modes).toHaveLength(4)
    } finally {
      process.umask(umask)
    }
  })

  it('or a path that cannot be used are named, with what to do', async () => {
    using folder = new JournalFolder()
    writeFileSync(folder.path, 'a file')

    const refusal = await folder.open().catch((fault) => fault)

    expect(refusal).toMatchObject({ code: 'store-unusable' })
    expect(refusal.message).toMatch(/state cannot be used: .*(EEXIST|ENOTDIR).*Check the path, its owner and the disk/u)
  })
})
