import { Low } from 'lowdb'
import type { Clock } from '../../ports.ts'
import { erases, removeLeftovers } from './compact.ts'
import { type Disk, realDisk } from './disk.ts'
import type { Entry } from './entry.ts'
import { listFiles } from './files.ts'
import { JournalFile } from './journal-file.ts'
import { JournalStore } from './journal-store.ts'
import { takeLock } from './lock.ts'
import { readSnapshot } from './snapshot.ts'
import { State } from './state.ts'

export type Options = {
  readonly clock: Clock
  /** Sets a last write that a crash cut short aside, where it would refuse to start. */
  readonly acceptTornTail?: boolean
  /** Told in a sentence, for the operator, what was set aside and what went wrong without being anybody's fault. */
  readonly report?: (message: string) => void
  readonly disk?: Disk
}

/**
 * Opens the embedded store in a folder, which is made when it is not there.
 * @throws Fault `store-locked` (another process writes there), `journal-torn`, `journal-damaged`.
 */
export async function openJournal(folder: string, options: Options): Promise<JournalStore> {
  const { clock, acceptTornTail = false, report = () => {}, disk = realDisk } = options
  await disk.makeFolder(folder)
  const lock = await takeLock(folder, new Date(clock.now()))
  const file = new JournalFile(disk, folder, { acceptTornTail, report })
  try {
    const snapshot = await readSnapshot(folder, (await listFiles(folder)).snapshot)
    await removeLeftovers(disk, folder)
    // Not JSONFilePreset: under NODE_ENV=test it writes nothing.
    const db = new Low<Entry[]>(file, [])
    await db.read()
    const state = new State(snapshot.records, db.data)
    const store = new JournalStore({ disk, folder, clock, lock, file, db, snapshot, state, report })
    // An erasure that a crash interrupted is finished first.
    if (db.data.some(erases)) await store.compact()
    return store
  } catch (fault) {
    await file.close()
    await lock.release()
    throw fault
  }
}
