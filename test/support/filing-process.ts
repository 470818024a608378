import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

const program = join(import.meta.dirname, 'journal-child.ts')

/** A process that files opinions in a journal until it is killed. */
export type FilingProcess = {
  /** Kills it, and returns what it had acknowledged. */
  readonly kill: () => Promise<readonly Receipt[]>
}

/** What was acknowledged, and when (nanoseconds, as `process.hrtime.bigint` counts). */
export type Receipt = { readonly number: number; readonly turn: string; readonly at: bigint }

/** Starts it, and returns when it has opened the journal. `name` keeps the turns of several processes apart. */
export async function startFiling(
  folder: string,
  name: string,
  task: 'file' | 'file-unsynced' = 'file',
): Promise<FilingProcess> {
  const child = spawn(process.execPath, [program, folder, task, name], { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  const closed = once(child, 'close')
  await Promise.race([once(child.stdout, 'data'), closed])
  if (!said.startsWith('open')) throw new Error(`the process did not open the journal: ${said}`)
  return {
    async kill() {
      child.kill('SIGKILL')
      await closed
      // The first line is no receipt, the last may be cut short by the kill.
      const lines = said.split('\n').slice(1, -1)
      return lines.filter((line) => /^\d/u.test(line)).map(parseReceipt)
    },
  }
}

function parseReceipt(line: string): Receipt {
  const [number = '', turn = '', at = ''] = line.split(' ')
  return { number: Number(number), turn, at: BigInt(at) }
}
