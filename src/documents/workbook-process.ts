import { Worker } from 'node:worker_threads'
import { FileFault } from './file-fault.ts'
import { readSheets } from './read-sheets.ts'
import type { WorkerGets, WorkerSays } from './read-workbook.ts'

/** The process of `readWorkbook`: parts of an xlsx in, its sheets out. Whatever it throws is the file's fault. */
async function work({ parts, cells }: WorkerGets): Promise<WorkerSays> {
  try {
    return { workbook: { sheets: await readSheets(parts, cells) } }
  } catch (cause) {
    return { problem: cause instanceof FileFault ? cause.problem : 'broken' }
  }
}

process.once('message', (given: WorkerGets) => {
  // Where the bot has ended, nobody else ends a reading that goes on; nor can this thread, which is busy with it.
  const watch = `setTimeout(() => process.kill(process.pid, 'SIGKILL'), ${2 * given.milliseconds})`
  new Worker(watch, { eval: true }).unref()
  void work(given).then((says) => process.send?.(says, () => process.disconnect()))
})
