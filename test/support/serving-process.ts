import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

const program = join(import.meta.dirname, '../../src/cli.ts')

/** The program as it serves, in a process of its own, until it is killed. */
export async function startServing(env: Readonly<Record<string, string>>) {
  const { PATH, NODE_OPTIONS } = process.env
  const child = spawn(process.execPath, [program, 'serve'], {
    env: { PATH, NODE_OPTIONS, PORT: '0', DIGEST_TIME: 'off', ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const closed = once(child, 'close')
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  const url = () => /serving on (http:\S+)/u.exec(said)?.[1]
  while (url() === undefined && child.exitCode === null) await Promise.race([once(child.stderr, 'data'), closed])
  const address = url()
  if (address === undefined) throw new Error(`the program did not serve: ${said}`)
  return {
    url: address,
    /** What it has told the operator. */
    said: () => said,
    async kill(): Promise<void> {
      child.kill('SIGKILL')
      await closed
    },
  }
}
