import { spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { countLosses } from '../../support/acknowledged.ts'
import { JournalFolder } from '../../support/journal-folder.ts'

const rounds = process.env.LONG ? 200 : 10
const child = join(import.meta.dirname, '../../support/journal-child.ts')

it(`loses and doubles nothing acknowledged in ${rounds} rounds of kill -9`, { timeout: 1_200_000 }, async () => {
  using folder = new JournalFolder()
  const acknowledged = new Map<number, string>()

  for (let round = 0; round < rounds; round++) {
    const process_ = spawn(process.execPath, [child, folder.path, 'file', `${round}`], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let said = ''
    process_.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
    await once(process_.stdout, 'data')
    setTimeout(() => process_.kill('SIGKILL'), randomInt(400))
    await once(process_, 'close')

    const lines = said.split('\n')
    expect(lines[0]).toBe('open')
    // The last line may be cut short by the kill.
    for (const line of lines.slice(1, -1)) {
      const [number = '', turn = ''] = line.split(' ')
      expect(acknowledged.has(Number(number))).toBe(false)
      acknowledged.set(Number(number), turn)
    }
  }

  await using store = await folder.open({ acceptTornTail: true })
  expect(await countLosses(store, acknowledged)).toEqual({
    acknowledged: acknowledged.size,
    lost: 0,
    doubled: 0,
    holes: 0,
  })
  expect(acknowledged.size).toBeGreaterThan(rounds * 20)
  expect(await store.verify()).toMatchObject({ outcome: 'verified' })
})
