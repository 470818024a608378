import { writeSync } from 'node:fs'
import { Fault } from '../../src/fault.ts'
import { openJournal } from '../../src/storage/journal/open-journal.ts'

/**
 * A process to be killed or to lose its power: opens a journal and holds it (`hold`), or files opinions, eight at a
 * time, and prints each receipt once it is acknowledged (`file`), one a line: number, then who filed it.
 * With every hundredth it replaces the journal by a snapshot.
 */
const [folder = '', task, name = ''] = process.argv.slice(2)
const say = (line: string) => void writeSync(1, `${line}\n`)

try {
  const store = await openJournal(folder, { clock: Date, acceptTornTail: true })
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
      if (committed.outcome === 'committed') say(`${committed.number} ${turn}`)
      if (next % 100 === 0) void store.compact().catch(() => {})
    }
  }
  await Promise.all(Array.from({ length: 8 }, fileOpinions))
} catch (fault) {
  if (!(fault instanceof Fault)) throw fault
  say(fault.code)
}
