import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { keepFile, readKeptFile } from '../../src/storage/kept-files.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kept-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const bytes = Uint8Array.from({ length: 5000 }, (_, at) => at % 251)

describe('a kept file', () => {
  it('comes back byte for byte by its hash, and lies there once', async () => {
    const sha256 = await keepFile(folder, bytes)
    await keepFile(folder, bytes)

    expect(await readKeptFile(folder, sha256)).toEqual(Buffer.from(bytes))
    expect(readdirSync(join(folder, 'files'))).toEqual([sha256])
    expect(statSync(join(folder, 'files', sha256)).mode & 0o777).toBe(0o600)
  })

  it('that was changed on disk is not given out, and is made whole by the same file', async () => {
    const sha256 = await keepFile(folder, bytes)
    writeFileSync(join(folder, 'files', sha256), 'other')

    await expect(readKeptFile(folder, sha256)).rejects.toMatchObject({ code: 'file-unreadable' })
    await keepFile(folder, bytes)
    expect(await readKeptFile(folder, sha256)).toEqual(Buffer.from(bytes))
  })

  it('that cannot be written is a fault that says what to do', async () => {
    writeFileSync(join(folder, 'files'), '')

    await expect(keepFile(folder, bytes)).rejects.toMatchObject({
      code: 'file-not-kept',
      message: expect.stringContaining('nothing was taken in'),
    })
  })
})
