import { writeSync } from 'node:fs'
import { chmod, open, rename, rm } from 'node:fs/promises'
import { makeFolder, syncFolder } from '../../write-whole.ts'

/** A file that grows at its end. */
export type AppendFile = {
  /** Writes all of the bytes, or throws the system's error with some of them written. */
  readonly append: (bytes: Uint8Array) => Promise<void>
  /** fdatasync: what was appended survives a power cut once this returns. */
  readonly sync: () => Promise<void>
  readonly truncate: (length: number) => Promise<void>
  readonly close: () => Promise<void>
}

/** Every operation by which the journal changes the disk: what tests count, and where they make it fail. */
export type Disk = {
  /** Makes a folder (0700) with those above it, each of them safe on disk. */
  readonly makeFolder: (path: string) => Promise<void>
  /** Opens a file for appending, made (0600) when it is not there. */
  readonly openAppend: (path: string) => Promise<AppendFile>
  readonly rename: (from: string, to: string) => Promise<void>
  readonly remove: (path: string) => Promise<void>
  /** fsync of a folder: its files' names survive a power cut once this returns. */
  readonly syncFolder: (path: string) => Promise<void>
}

export const realDisk: Disk = {
  async makeFolder(path) {
    await makeFolder(path)
    // A folder that was there may have been made by hand, for others to read.
    await chmod(path, 0o700)
  },
  async openAppend(path) {
    const file = await open(path, 'a', 0o600)
    return {
      async append(bytes) {
        // Synchronous: it only fills the system's memory, and a way through the thread pool would take longer.
        for (let done = 0; done < bytes.length; ) done += writeSync(file.fd, bytes, done)
      },
      sync: () => file.datasync(),
      truncate: (length) => file.truncate(length),
      close: () => file.close(),
    }
  },
  rename,
  remove: (path) => rm(path, { force: true }),
  syncFolder,
}
