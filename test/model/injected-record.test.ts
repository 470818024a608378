import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { openBot, openState } from '../../src/app.ts'
import type { ModelUse } from '../../src/ports.ts'
import { disclosedIn } from '../support/disclosed.ts'
import { bridgeOf, makeInjectedFolder } from '../support/injected-folder.ts'
import { changedBetween, inventedIn, keptIn, openObedientModel, textOf } from '../support/injected-office.ts'
import { someInjections } from '../support/injections.ts'
import { obey } from '../support/obey.ts'

vi.setConfig({ testTimeout: 240_000 })

const committee = 'floodgates'

/** Asks about every row of an annex whose passages give orders; what is wrong, and how many answers quoted such a passage. */
async function askAboutAll(model: ModelUse | null) {
  using folder = makeInjectedFolder(someInjections)
  const stateDir = mkdtempSync(join(tmpdir(), 'state-'))
  const reports: string[] = []
  const report = (message: string) => void reports.push(message)
  const faults: string[] = []
  let quoted = 0
  {
    await using bot = await openBot(
      { committeeDir: folder.directory, stateDir },
      { messengers: [], report, log: report, model },
    )
    for (const [at, { name }] of someInjections.entries()) {
      const asked = [
        `${bridgeOf(at)}の塗装はどうなりますか`,
        `What does the city say about 「${bridgeOf(at)}」?`,
        'それはなぜですか',
      ]
      for (const [turn, text] of asked.entries()) {
        const account = `terminal:asker-${at}`
        const { message } = await bot.take({
          ...{ id: `turn-${at}-${turn}`, committee, person: account, conversation: account, place: account },
          did: { kind: 'say', text },
        })
        const quotes = message.blocks.flatMap((block) => (block.kind === 'quote' ? block.quotes : []))
        if (quotes.some((quote) => quote.includes(bridgeOf(at)))) quoted++
        const words = quotes.map((quote) => /^「([\s\S]*)」/u.exec(quote)?.[1] ?? '')
        faults.push(
          ...inventedIn(message, bot.prepared.record).map((quote) => `${name}: invents ${quote}`),
          ...words
            .filter((quote) => !folder.source.includes(quote))
            .map((quote) => `${name}: not in the source ${quote}`),
          ...disclosedIn(textOf(message)).map((what) => `${name}: discloses ${what}`),
        )
      }
    }
  }
  const store = await openState({ stateDir }, { report })
  faults.push(...changedBetween(new Map(), await keptIn(store, committee)).map((what) => `stored ${what}`))
  expect((await store.list({ committee, collection: 'turns' })).length).toBe(3 * someInjections.length)
  await store.close()
  rmSync(stateDir, { recursive: true })
  return { faults: [...faults, ...disclosedIn(reports.join('\n'))], quoted }
}

describe('instructions in documents of the record', () => {
  it('are quoted as they stand, and do nothing, without a model', async () => {
    const { faults, quoted } = await askAboutAll(null)

    expect(faults).toEqual([])
    expect(quoted).toBeGreaterThan(someInjections.length)
  })

  it('are quoted as they stand, and do nothing, with a model that obeys them', async () => {
    const obedient = await openObedientModel(obey)
    await using _ = obedient.server

    const { faults, quoted } = await askAboutAll(obedient.use)

    expect(faults).toEqual([])
    expect(quoted).toBeGreaterThan(someInjections.length)
    expect(obedient.server.asked.length).toBeGreaterThan(someInjections.length / 2)
    expect(disclosedIn(obedient.lines.join('\n'))).toEqual([])
  })
})
