import { randomInt } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect } from 'vitest'
import { openState } from '../../src/app.ts'
import { Records } from '../../src/opinions/records.ts'
import { sapporo } from './record-folder.ts'
import { startServing } from './serving-process.ts'

/** Something that was asked and acknowledged: how often it was answered. `turn` is its id where nobody can look its answer up. */
export type Asked = { readonly answers: () => number; readonly turn?: string }

type Platform = {
  readonly env: Readonly<Record<string, string>>
  readonly connect: (url: string) => unknown
  /** One asks in each way; each promise ends with what was asked once that was acknowledged, with null where it was not. */
  readonly askAll: () => readonly Promise<Asked | null>[]
  /** Posts that the platform has taken so far. */
  readonly taken: () => number
  readonly until: (read: () => boolean) => Promise<unknown>
  readonly idle: () => Promise<void>
}

/**
 * Serves a platform, kills the process while it answers, and starts it again on the same data, so many times. Nothing is answered
 * twice in one life. Returns what was acknowledged, what of it was unanswered at its first kill, how many kills fell `between` the
 * platform's taking an answer and our note of that, and the longest time from a start until all was answered.
 */
export async function killOften(rounds: number, { env, connect, askAll, taken, until, idle }: Platform) {
  const folder = mkdtempSync(join(tmpdir(), 'killed-often-'))
  const stateDir = join(folder, 'state')
  const asked: Asked[] = []
  const unanswered = new Set<Asked>()
  const kills = new Map<Asked, { readonly answers: number; readonly between: number }>()
  const between = (one: Asked) => kills.get(one)?.between ?? 0

  /** What was taken in the life that has ended, and waits in the outbox still, was not noted. */
  async function noteBetween(): Promise<void> {
    // As an operator does after a crash: a write that it cut short was never acknowledged.
    await using store = await openState({ stateDir }, { acceptTornTail: true, report: () => {} })
    const waiting = new Set((await new Records(store, 'sapporo-vision').list('outbox')).map(({ key }) => key.id))
    for (const one of asked) {
      const answers = one.answers()
      const isBetween = waiting.has(`reply/${one.turn}`) && answers > (kills.get(one)?.answers ?? 0)
      kills.set(one, { answers, between: between(one) + (isBetween ? 1 : 0) })
    }
  }

  const took: number[] = []
  for (let round = 0; round <= rounds; round++) {
    const bot = await startServing({ COMMITTEE_DIR: sapporo, STATE_DIR: stateDir, ...env })
    const started = performance.now()
    await until(() => asked.every(({ answers }) => answers() > 0))
    took.push(performance.now() - started)
    if (round === rounds) {
      await until(() => asked.every((one) => one.answers() > between(one)))
      await idle()
      await bot.kill()
      break
    }
    await connect(bot.url)
    const before = taken()
    const asking = askAll()
    await Promise.race(asking)
    // Killed at any moment, or when the platform has just taken an answer that the bot does not know of yet.
    if (round % 2 === 0) await wait(randomInt(30))
    else {
      const enough = randomInt(1, 5)
      await until(() => taken() - before >= enough)
    }
    await bot.kill()
    const acknowledged = (await Promise.all(asking)).filter((one) => one !== null)
    expect(acknowledged.filter(({ answers }) => answers() > 1)).toEqual([])
    for (const one of acknowledged) if (one.answers() === 0) unanswered.add(one)
    asked.push(...acknowledged)
    await noteBetween()
  }
  rmSync(folder, { recursive: true })
  return { asked, unanswered, between, slowest: `${Math.max(...took).toFixed(0)} ms` }
}
