import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

export type Ran = { readonly code: number | null; readonly stdout: string; readonly stderr: string }

/** `input` is piped in; without it standard input is /dev/null. */
export type Given = { readonly input?: string; readonly env?: Readonly<Record<string, string>> }

/**
 * Runs the program as people do: a process of its own, nothing configured but what is given, run-time data of its own. No
 * daily digest unless `DIGEST_TIME` is given: on the real clock there would be one on some days only.
 */
export function runCli(args: readonly string[], { input, env }: Given = {}): Promise<Ran> {
  const folder = env?.STATE_DIR === undefined ? mkdtempSync(join(tmpdir(), 'state-')) : null
  const { PATH, NODE_OPTIONS } = process.env
  const child = spawn(process.execPath, ['src/cli.ts', ...args], {
    cwd: root,
    env: { PATH, NODE_OPTIONS, DIGEST_TIME: 'off', ...(folder === null ? {} : { STATE_DIR: folder }), ...env },
    stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
  })
  let stdout = ''
  let stderr = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
  })
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  // A program that ends before it has read everything is no fault of the test.
  child.stdin?.on('error', () => {})
  child.stdin?.end(input)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      if (folder !== null) rmSync(folder, { recursive: true })
      resolve({ code, stdout, stderr })
    })
  })
}

/** As `runCli`, but whoever reads the output goes away after the first piece of it, as `| head -1` does. */
export function runCliUnread(args: readonly string[], input: string): Promise<Omit<Ran, 'stdout'>> {
  const child = spawn(process.execPath, ['src/cli.ts', ...args], { cwd: root, stdio: ['pipe', 'pipe', 'pipe'] })
  let stderr = ''
  child.stdout.once('data', () => child.stdout.destroy())
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code) => resolve({ code, stderr }))
  })
}
