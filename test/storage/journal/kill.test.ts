import { randomInt } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { countLosses } from '../../support/acknowledged.ts'
import { type Receipt, startFiling } from '../../support/filing-process.ts'
import { JournalFolder } from '../../support/journal-folder.ts'

const rounds = process.env.LONG ? 200 : 10

it(`loses and doubles nothing acknowledged in ${rounds} rounds of kill -9`, { timeout: 1_200_000 }, async () => {
  using folder = new JournalFolder()
  const acknowledged: Receipt[] = []

  for (let round = 0; round < rounds; round++) {
    const filing = await startFiling(folder.path, `${round}`)
    await wait(randomInt(400))
    acknowledged.push(...(await filing.kill()))
  }

  await using store = await folder.open({ acceptTornTail: true })
  expect(await countLosses(store, acknowledged)).toEqual({ lost: 0, doubled: 0, holes: 0 })
  expect(acknowledged.length).toBeGreaterThan(rounds * 20)
  expect(await store.verify()).toMatchObject({ outcome: 'verified' })
})
