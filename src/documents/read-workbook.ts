import { Worker } from 'node:worker_threads'
import type { FileProblem } from '../conversation/messages/files-ja.ts'
import { FileFault } from './file-fault.ts'
import { unpackWorkbook } from './unpack-workbook.ts'
import { type Workbook, type WorkbookLimits, workbookLimits } from './workbook.ts'

/** What the worker sends back. */
export type WorkerSays = { readonly workbook: Workbook } | { readonly problem: FileProblem }

/**
 * Reads an xlsx that anybody may have made. Its zip is checked before anything is unpacked, and it is read in a thread
 * with memory and time of its own, so that no file stops the bot.
 * @throws FileFault (`file-unreadable`), which says what the file is instead and what to do
 */
export async function readWorkbook(bytes: Uint8Array, limits: Partial<WorkbookLimits> = {}): Promise<Workbook> {
  const all = { ...workbookLimits, ...limits }
  const says = await inThread(unpackWorkbook(bytes, all), all)
  if ('problem' in says) throw new FileFault(says.problem)
  return says.workbook
}

async function inThread(parts: Readonly<Record<string, Uint8Array>>, limits: WorkbookLimits): Promise<WorkerSays> {
  const worker = new Worker(new URL('./workbook-worker.ts', import.meta.url), {
    workerData: { parts, cells: limits.cells },
    resourceLimits: { maxOldGenerationSizeMb: limits.memory },
    // What a parser has to say about somebody's file is not for our log.
    stdout: true,
    stderr: true,
  })
  const { promise, resolve, reject } = Promise.withResolvers<WorkerSays>()
  const deadline = setTimeout(() => reject(new FileFault('too-slow')), limits.milliseconds)
  worker.once('message', resolve)
  worker.once('error', (cause) => {
    const outOfMemory = (cause as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY'
    reject(new FileFault(outOfMemory ? 'too-large' : 'broken', cause))
  })
  worker.once('exit', () => reject(new FileFault('broken')))
  try {
    return await promise
  } finally {
    clearTimeout(deadline)
    await worker.terminate()
  }
}
