import { Low } from 'lowdb'
import { Fault } from '../../fault.ts'
import type { Clock } from '../../ports.ts'
import { erases, removeLeftovers } from './compact.ts'
import { type Disk, realDisk } from './disk.ts'
import type { Entry } from './entry.ts'
import { listFiles } from './files.ts'
import { JournalFile } from './journal-file.ts'
import { JournalStore } from './journal-store.ts'
import { takeLock } from './lock.ts'
import { Log } from './log.ts'
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
 * @throws Fault `store-locked` (another process writes there), `journal-torn`, `journal-damaged`, `store-unusable`.
 */
export async function openJournal(folder: string, options: Options): Promise<JournalStore> {
  const { clock, acceptTornTail = false, report = () => {}, disk = realDisk } = options
  const opened = new AsyncDisposableStack()
  try {
    await disk.makeFolder(folder)
    const lock = opened.adopt(await takeLock(folder, new Date(clock.now())), ({ release }) => release())
    const file = opened.adopt(new JournalFile(disk, folder, { acceptTornTail, report }), (one) => one.close())
    const snapshot = await readSnapshot(folder, (await listFiles(folder)).snapshot)
    await removeLeftovers(disk, folder)
    // Not JSONFilePreset: under NODE_ENV=test it writes nothing.
    const db = new Low<Entry[]>(file, [])
    await db.read()
    const log = new Log(db, file, new State(snapshot.records, db.data), snapshot)
    const store = new JournalStore({ disk, folder, clock, lock, file, log, report })
    if (db.data.some(erases)) await finishErasure(store, folder, report)
    return store
  } catch (cause) {
    await opened.disposeAsync()
    if (cause instanceof Fault) throw cause
    throw new Fault(
      'store-unusable',
      `${folder} cannot be used: ${cause}. Check the path, its owner and the disk`,
      cause,
    )
  }
}

/** An erasure that a crash or a full disk interrupted. It must not keep the store from being used. */
async function finishErasure(store: JournalStore, folder: string, report: (message: string) => void): Promise<void> {
  await store.compact().catch((fault) => {
    report(`${folder}: texts that were erased are still on disk: ${fault}. Make room, then start again`)
  })
}
