import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import type { FileProblem } from '../conversation/messages/files-ja.ts'
import { FileFault } from './file-fault.ts'
import { unpackWorkbook } from './unpack-workbook.ts'
import { type Workbook, type WorkbookLimits, workbookLimits } from './workbook.ts'

/** What the process is given, and what it sends back. */
export type WorkerGets = Pick<WorkbookLimits, 'cells' | 'milliseconds'> & {
  readonly parts: Readonly<Record<string, Uint8Array>>
}
export type WorkerSays = { readonly workbook: Workbook } | { readonly problem: FileProblem }

/**
 * Reads an xlsx that anybody may have made. Its zip is checked before anything is unpacked, and it is read in a process
 * with memory and time of its own, so that no file stops the bot: a thread that runs out of memory can take all down.
 * @throws FileFault (`file-unreadable`), which says what the file is instead and what to do
 */
export async function readWorkbook(bytes: Uint8Array, limits: Partial<WorkbookLimits> = {}): Promise<Workbook> {
  const all = { ...workbookLimits, ...limits }
  const says = await inProcess(unpackWorkbook(bytes, all), all)
  if ('problem' in says) throw new FileFault(says.problem)
  return says.workbook
}

async function inProcess(
  parts: WorkerGets['parts'],
  { cells, milliseconds, memory }: WorkbookLimits,
): Promise<WorkerSays> {
  const { promise, resolve, reject } = Promise.withResolvers<WorkerSays>()
  const child = fork(new URL('./workbook-process.ts', import.meta.url), {
    execArgv: [`--max-old-space-size=${memory}`],
    serialization: 'advanced',
    // It needs none of the bot's settings, and what a parser has to say about somebody's file is not for our log.
    env: {},
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  const deadline = setTimeout(() => reject(new FileFault('too-slow')), milliseconds)
  child.once('message', (says) => resolve(says as WorkerSays))
  child.once('error', (cause) => reject(new FileFault('broken', cause)))
  child.once('exit', (code, signal) => reject(new FileFault(isAborted(code, signal) ? 'too-large' : 'broken')))
  const given: WorkerGets = { parts, cells, milliseconds }
  // Where it has ended already, that says more.
  child.send(given, () => {})
  try {
    return await promise
  } finally {
    clearTimeout(deadline)
    await end(child)
  }
}

/** Node aborts where its memory is not enough. */
function isAborted(code: number | null, signal: NodeJS.Signals | null): boolean {
  return signal === 'SIGABRT' || signal === 'SIGTRAP' || code === 134
}

async function end(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}
