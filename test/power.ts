import { randomInt } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { openJournal } from '../src/storage/journal/open-journal.ts'
import { countLosses } from './support/acknowledged.ts'
import { type Receipt, startFiling } from './support/filing-process.ts'
import { JournalFolder, put, watchedDisk } from './support/journal-folder.ts'
import { type CuttableDisk, makeCuttableDisk } from './support/power-cut.ts'

const usage = `Cuts the power of a journal's disk (simulated) and counts what was acknowledged and is gone.

  node test/power.ts [--cuts 60]

  --cuts   power cuts, each 50 to 300 ms after a process began to file opinions
  --help   print this

Needs the right to mount a file system, and perl; without them it counts the fdatasync before each acknowledgement.
Exit codes: 0 nothing was lost; 1 something was, or the simulation would not have noticed; 2 a wrong option.
See docs/durability.md.
`

type Acknowledged = { readonly before: Receipt[]; readonly during: Receipt[] }

/**
 * Files until the power is cut, starts again, and counts. What is acknowledged while the file system is being shut down
 * does not count: a real power cut stops the processor too, but here ext4 confirms a sync that it did not do when it is
 * shut down in the middle of it.
 */
async function cutPower(disk: CuttableDisk, { before, during }: Acknowledged, round: number, task?: 'file-unsynced') {
  const folder = join(disk.path, task ?? 'state')
  const filing = await startFiling(folder, `${round}`, task)
  await wait(randomInt(50, 300))
  const moment = disk.cut()
  for (const receipt of await filing.kill()) (receipt.at < moment ? before : during).push(receipt)
  disk.restart()
  await using store = await openJournal(folder, { clock: Date, acceptTornTail: true })
  const { outcome: chain } = await store.verify()
  return { ...(await countLosses(store, before)), chain }
}

async function runCuts(disk: CuttableDisk, cuts: number): Promise<boolean> {
  const acknowledged: Acknowledged = { before: [], during: [] }
  let harmed = 0
  for (let round = 1; round <= cuts; round++) {
    const { lost, doubled, holes, chain } = await cutPower(disk, acknowledged, round)
    if (lost + doubled + holes > 0 || chain !== 'verified') harmed++
    if (harmed > 0 || round % 10 === 0 || round === cuts) {
      const { before, during } = acknowledged
      console.log(
        `${round} cuts, ${before.length} acknowledged (and ${during.length} in the moment of a cut): ` +
          `${lost} lost, ${doubled} doubled, ${holes} holes, chain ${chain}`,
      )
    }
  }
  const unsynced: Acknowledged = { before: [], during: [] }
  const control = await cutPower(disk, unsynced, 0, 'file-unsynced').catch(() => ({ lost: unsynced.before.length }))
  console.log(`without fdatasync, 1 cut, ${unsynced.before.length} acknowledged: ${control.lost} lost (must not be 0)`)
  return harmed === 0 && control.lost > 0
}

/** Where no power can be cut: no acknowledgement without an fdatasync after its own append. */
async function countSyncs(): Promise<boolean> {
  using folder = new JournalFolder()
  let appended = 0
  let synced = 0
  let syncs = 0
  const disk = watchedDisk(({ kind }) => {
    if (kind === 'append') appended++
    if (kind === 'sync') {
      synced = appended
      syncs++
    }
  })
  await using store = await folder.open({ disk })
  let early = 0
  for (let n = 0; n < 1000; n++) {
    const before = appended
    await store.commit([put(`${n}`, n)])
    if (appended === before || synced < appended) early++
  }
  console.log(`1000 acknowledgements, ${syncs} fdatasync, ${early} acknowledged before theirs`)
  return early === 0
}

async function main(): Promise<number> {
  const { cuts, help } = parseArgs({
    options: { cuts: { type: 'string', default: '60' }, help: { type: 'boolean', default: false } },
  }).values
  if (help) {
    process.stdout.write(usage)
    return 0
  }
  const count = Number(cuts)
  if (!Number.isInteger(count) || count < 1 || count > 1000) throw new TypeError('--cuts is a whole number, 1 to 1000')
  using disk = makeCuttableDisk()
  return (await (disk === null ? countSyncs() : runCuts(disk, count))) ? 0 : 1
}

try {
  process.exitCode = await main()
} catch (error) {
  if (!(error instanceof TypeError)) throw error
  process.stderr.write(`${error.message} (--help lists the options)\n`)
  process.exitCode = 2
}
