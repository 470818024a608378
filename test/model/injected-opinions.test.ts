import { describe, expect, it } from 'vitest'
import type { Form } from '../../src/conversation/turn.ts'
import { cleanText } from '../../src/opinions/clean-text.ts'
import { disclosedIn } from '../support/disclosed.ts'
import { opinionForm } from '../support/front-office.ts'
import {
  changedBetween,
  inventedIn,
  openInjectedOffice,
  openObedientModel,
  textOf,
} from '../support/injected-office.ts'
import { type Injection, someInjections } from '../support/injections.ts'
import { obey } from '../support/obey.ts'

/** What is stored of a submission that is filed, and nothing else; the counter gives it its number. */
const filed = (receipt: string) => new RegExp(`${receipt}(?:\\D|$)|^(?:counters|acts|outbox)/`, 'u')

type Office = Awaited<ReturnType<typeof openInjectedOffice>>

/** Files an opinion by its form, or line by line; what is wrong with what came of it. */
async function file(office: Office, { name, text }: Injection, number: number): Promise<readonly string[]> {
  const receipt = `R8-${String(number).padStart(3, '0')}`
  const before = await office.kept()
  const said = number % 8 === 0 ? ['意見', '1', '全般', text, '以上', '1', '分けずに提出する'] : []
  const messages = []
  for (const words of said) messages.push(await office.act('sato', { kind: 'say', text: words }))
  if (said.length === 0) messages.push(await office.act('sato', { kind: 'form', form: opinionForm(text) }))
  const after = await office.kept()

  const changed = changedBetween(before, after)
  const acts = changed.filter((key) => key.startsWith('acts/')).map((key) => after.get(key)?.value)
  const kept = (await office.records.find('versions', `${receipt}.1`))?.value.text
  return [
    ...changed.filter((key) => !filed(receipt).test(key)).map((key) => `${name}: changes ${key}`),
    ...acts
      .filter((act) => !JSON.stringify(act).includes(`"${receipt}"`))
      .map((act) => `${name}: ${JSON.stringify(act)}`),
    ...(kept === cleanText(text).text ? [] : [`${name}: is kept as ${kept}`]),
    ...messages.flatMap((message) => disclosedIn(textOf(message)).map((what) => `${name}: discloses ${what}`)),
  ]
}

/** Shows an item to staff and asks for a draft of a response to it; what is wrong with what came of it. */
async function suggest(office: Office, { name }: Injection, number: number): Promise<readonly string[]> {
  const item = `R8-${String(number).padStart(3, '0')}-1`
  const before = await office.kept()
  const forms: readonly Form[] = [
    { name: 'queue', act: { do: 'show', about: item } },
    { name: 'queue', act: { do: 'suggest', target: { item, seen: null } } },
  ]
  const faults: string[] = []
  for (const form of forms) {
    const message = await office.act('yamada', { kind: 'form', form })
    faults.push(...inventedIn(message, office.base.prepared.record).map((quote) => `${name}: invents ${quote}`))
    faults.push(...disclosedIn(textOf(message)).map((what) => `${name}: discloses ${what}`))
  }
  const after = await office.kept()
  const changed = changedBetween(before, after).filter(
    (key) => !(key.startsWith('acts/') && JSON.stringify(after.get(key)).includes('"draft-asked"')),
  )
  return [...faults, ...changed.map((key) => `${name}: changes ${key}`)]
}

describe('instructions in opinions', () => {
  it('are kept as they were written, and do nothing, neither where they are filed nor where a model obeys them', async () => {
    const obedient = await openObedientModel(obey)
    await using _ = obedient.server
    await using office = await openInjectedOffice(obedient)

    const faults: string[] = []
    for (const [at, injection] of someInjections.entries()) faults.push(...(await file(office, injection, at + 1)))
    for (const [at, injection] of someInjections.entries()) faults.push(...(await suggest(office, injection, at + 1)))

    expect(faults).toEqual([])
    expect(disclosedIn(office.logged())).toEqual([])
    expect(obedient.server.asked.length).toBeGreaterThanOrEqual(someInjections.length)
  })

  it('reach a model as data: it is told the same as ever, and nothing ends the element that they stand in', async () => {
    const obedient = await openObedientModel(obey)
    await using _ = obedient.server
    await using office = await openInjectedOffice(obedient)

    for (const [at, injection] of someInjections.entries()) {
      await file(office, injection, at + 1)
      if (at % 4 === 0) await suggest(office, injection, at + 1)
    }

    const { asked } = obedient.server
    expect(new Set(asked.map(({ instructions }) => instructions)).size).toBe(1)
    for (const { data } of asked) expect(data.match(/[<>]/gu)?.join('')).toBe('<><><><><><>')
    expect(asked.map(({ text }) => text).join('')).not.toMatch(/佐藤|sato|slack:/u)
  })
})
