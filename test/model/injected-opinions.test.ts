import { describe, expect, it, vi } from 'vitest'
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

vi.setConfig({ testTimeout: 240_000 })

/** What is stored of a submission that is filed, and nothing else; the counter gives it its number. */
const filed = (receipt: string) => new RegExp(`${receipt}(?:\\D|$)|^(?:counters|acts|outbox)/`, 'u')

type Office = Awaited<ReturnType<typeof openInjectedOffice>>
type Kept = Awaited<ReturnType<Office['kept']>>

/** What is wrong with what came of something, and what is kept after it. */
type Came = { readonly faults: readonly string[]; readonly after: Kept }

/** Files an opinion by its form, or line by line. */
async function file(office: Office, { name, text }: Injection, number: number, before: Kept): Promise<Came> {
  const receipt = `R8-${String(number).padStart(3, '0')}`
  const said = number % 8 === 0 ? ['意見', '1', '全般', text, '以上', '1', '分けずに提出する'] : []
  const messages = []
  for (const words of said) messages.push(await office.act('sato', { kind: 'say', text: words }))
  if (said.length === 0) messages.push(await office.act('sato', { kind: 'form', form: opinionForm(text) }))
  const after = await office.kept()

  const changed = changedBetween(before, after)
  const acts = changed.filter((key) => key.startsWith('acts/')).map((key) => after.get(key)?.value)
  const kept = (await office.records.find('versions', `${receipt}.1`))?.value.text
  const wrong = [
    ...changed.filter((key) => !filed(receipt).test(key)).map((key) => `${name}: changes ${key}`),
    ...acts
      .filter((act) => !JSON.stringify(act).includes(`"${receipt}"`))
      .map((act) => `${name}: ${JSON.stringify(act)}`),
    ...(kept === cleanText(text).text ? [] : [`${name}: is kept as ${kept}`]),
    ...messages.flatMap((message) => disclosedIn(textOf(message)).map((what) => `${name}: discloses ${what}`)),
  ]
  return { faults: wrong, after }
}

/** Shows an item to staff and asks for a draft of a response to it. */
async function suggest(office: Office, { name }: Injection, number: number, before: Kept): Promise<Came> {
  const item = `R8-${String(number).padStart(3, '0')}-1`
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
  return { faults: [...faults, ...changed.map((key) => `${name}: changes ${key}`)], after }
}

describe('instructions in opinions', () => {
  it('are kept as they were written, reach a model as data, and do nothing where it obeys them', async () => {
    const obedient = await openObedientModel(obey)
    await using _ = obedient.server
    await using office = await openInjectedOffice(obedient)

    const faults: string[] = []
    let kept = await office.kept()
    for (const does of [file, suggest])
      for (const [at, injection] of someInjections.entries()) {
        const came = await does(office, injection, at + 1, kept)
        faults.push(...came.faults)
        kept = came.after
      }

    expect(faults).toEqual([])
    expect(disclosedIn(office.logged())).toEqual([])
    // It is told the same as ever, nothing ends the element that an opinion stands in, and nobody is named.
    const { asked } = obedient.server
    expect(asked.length).toBeGreaterThanOrEqual(someInjections.length)
    expect(new Set(asked.map(({ instructions }) => instructions)).size).toBe(1)
    for (const { data } of asked) expect(data.match(/[<>]/gu)?.join('')).toBe('<><><><><><>')
    expect(asked.map(({ text }) => text).join('')).not.toMatch(/佐藤|sato|slack:/u)
  })
})
