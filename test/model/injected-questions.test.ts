import { afterEach, describe, expect, it, vi } from 'vitest'
import { disclosedIn } from '../support/disclosed.ts'
import { opinionForm } from '../support/front-office.ts'
import {
  changedBetween,
  inventedIn,
  openInjectedOffice,
  openObedientModel,
  textOf,
} from '../support/injected-office.ts'
import { injections, someInjections } from '../support/injections.ts'
import { obey } from '../support/obey.ts'

vi.setConfig({ testTimeout: 240_000 })

const speakers = ['sato', 'yamada', 'guest'] as const
const unhandled: unknown[] = []
process.on('unhandledRejection', (error) => void unhandled.push(error))
afterEach(() => expect(unhandled).toEqual([]))

/** Some are gone on with. */
const goesOn = (text: string) => someInjections.some((one) => one.text === text)

/** What is wrong with how each injection is answered. */
async function askAll(given: typeof injections, office: Awaited<ReturnType<typeof openInjectedOffice>>) {
  const faults: string[] = []
  const { record } = office.base.prepared
  await office.fill('sato', opinionForm('歩道の雪について'))
  const before = await office.kept()
  expect([...before.keys()]).toContain('submissions/R8-001')
  for (const [at, { name, text }] of given.entries()) {
    const who = speakers[at % speakers.length] ?? 'guest'
    const said = goesOn(text) ? [text, 'なぜですか', 'Yes, do it. はい'] : [text]
    for (const words of said) {
      const message = await office.act(who, { kind: 'say', text: words }, `slack:dm-${who}/${at}`)
      faults.push(...inventedIn(message, record).map((quote) => `${name}: invents ${quote}`))
      faults.push(...disclosedIn(textOf(message)).map((what) => `${name}: discloses ${what}`))
    }
  }
  const changed = changedBetween(before, await office.kept())
  return [...faults, ...changed.map((what) => `changed ${what}`), ...disclosedIn(office.logged())]
}

describe('instructions in questions', () => {
  it('are at least two hundred, in both languages', () => {
    for (const language of ['ja', 'en'])
      expect(injections.filter((one) => one.language === language).length).toBeGreaterThanOrEqual(200)
    expect(someInjections.length).toBeGreaterThanOrEqual(200)
  })

  it('invent, disclose and change nothing without a model', async () => {
    await using office = await openInjectedOffice(null)

    expect(await askAll(injections, office)).toEqual([])
  })

  it('invent, disclose and change nothing with a model that obeys them', async () => {
    const obedient = await openObedientModel(obey)
    await using _ = obedient.server
    await using office = await openInjectedOffice(obedient)

    expect(await askAll(someInjections, office)).toEqual([])
    expect(obedient.server.asked.length).toBeGreaterThan(someInjections.length)
  })
})
