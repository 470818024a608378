import { writeSync } from 'node:fs'
import { Fault } from '../../src/fault.ts'
import { type Disk, realDisk } from '../../src/storage/journal/disk.ts'
import { openJournal } from '../../src/storage/journal/open-journal.ts'

/**
 * A process to be killed or to lose its power: opens a journal and holds it (`hold`), or files opinions, eight at a
 * time, and prints each receipt once it is acknowledged (`file`), one a line: number, turn, moment. Every hundred turns it
 * replaces the journal by a snapshot. `file-unsynced` lies about what is on disk, to show that a test would notice.
 */
const [folder = '', task, name = ''] = process.argv.slice(2)
const say = (line: string) => void writeSync(1, `${line}\n`)

const lyingDisk: Disk = {
  ...realDisk,
  openAppend: async (path) => ({ ...(await realDisk.openAppend(path)), sync: async () => {} }),
  syncFolder: async () => {},
}

try {
  const disk = task === 'file-unsynced' ? lyingDisk : realDisk
  const store = await openJournal(folder, { clock: Date, acceptTornTail: true, disk })
  say('open')
  if (task === 'hold') for (;;) await new Promise((resolve) => setTimeout(resolve, 60_000))

  let next = 0
  const fileOpinions = async () => {
    for (;;) {
      const turn = `${name}-${next++}`
      const committed = await store.commit({
        counter: { committee: 'sapporo', name: 'R8' },
        changes: (number) => [
          {
            kind: 'put',
            key: { committee: 'sapporo', collection: 'opinions', id: `R8-${number}` },
            value: { turn, text: '御意見'.repeat(100) },
          },
        ],
      })
      if (committed.outcome === 'committed') say(`${committed.number} ${turn} ${process.hrtime.bigint()}`)
      if (next % 100 === 0) void store.compact().catch(() => {})
    }
  }
  await Promise.all(Array.from({ length: 8 }, fileOpinions))
} catch (fault) {
  if (!(fault instanceof Fault)) throw fault
  say(fault.code)
}
