import { parentPort, workerData } from 'node:worker_threads'
import { FileFault } from './file-fault.ts'
import { readSheets } from './read-sheets.ts'
import type { WorkerSays } from './read-workbook.ts'

/** The thread of `readWorkbook`: parts of an xlsx in, its sheets out. Whatever it throws is the file's fault. */
async function work(): Promise<WorkerSays> {
  try {
    return { workbook: { sheets: await readSheets(workerData.parts, workerData.cells) } }
  } catch (cause) {
    return { problem: cause instanceof FileFault ? cause.problem : 'broken' }
  }
}

parentPort?.postMessage(await work())
