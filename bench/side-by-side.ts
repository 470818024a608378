import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Pool } from 'undici'
import { percentile } from './search-metrics.ts'

/** An app under measurement, in a process of its own, and the connections to it. */
export type App = { readonly pool: Pool; readonly end: () => Promise<void> }

/** Starts a program of bench/ whose first line is its port. */
export async function startApp(
  program: string,
  args: readonly string[],
  { env, connections }: { readonly env: NodeJS.ProcessEnv; readonly connections: number },
): Promise<App> {
  const path = join(import.meta.dirname, program)
  const child = spawn(process.execPath, [...process.execArgv, path, ...args], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = await once(child.stdout, 'data')
  const pool = new Pool(`http://127.0.0.1:${Number(line)}`, { connections, pipelining: 1 })
  return {
    pool,
    async end() {
      await pool.close()
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}

/** Plays so many rounds of each of two sides, in alternating order, so that what else the machine does hits both. */
export async function alternate<Side extends string, Round>(
  [one, other]: readonly [Side, Side],
  rounds: number,
  play: (side: Side) => Promise<Round>,
): Promise<{ readonly [S in Side]: readonly Round[] }> {
  const played: { [S in string]: Round[] } = { [one]: [], [other]: [] }
  for (let round = 0; round < rounds; round++)
    for (const side of round % 2 === 0 ? [one, other] : [other, one]) played[side]?.push(await play(side))
  return played as { [S in Side]: Round[] }
}

/** The middle value; `values` is not empty. */
export function median(values: readonly number[]): number {
  return percentile(values, 0.5)
}

/** The median, over rounds next to each other, of how much one side has of what the other has. */
export function medianRatio<Round>(
  ours: readonly Round[],
  theirs: readonly Round[],
  read: (round: Round) => number,
): number {
  return median(ours.map((round, at) => read(round) / read(theirs[at] as Round)))
}

/** Does something with a new folder in another, which is gone after. */
export async function inFolder<T>(parent: string, work: (folder: string) => Promise<T>): Promise<T> {
  mkdirSync(parent, { recursive: true })
  const folder = mkdtempSync(join(parent, 'bench-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A whole number from 1 on. @throws TypeError */
export function countOf(name: string, given: string): number {
  const count = Number(given)
  if (!Number.isInteger(count) || count < 1) throw new TypeError(`--${name} is a whole number from 1 on`)
  return count
}
