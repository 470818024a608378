import { describe, expect, it, vi } from 'vitest'
import { disclosedIn } from '../support/disclosed.ts'
import { opinionForm } from '../support/front-office.ts'
import {
  changedBetween,
  inventedIn,
  openInjectedOffice,
  openObedientModel,
  textOf,
} from '../support/injected-office.ts'
import { someInjections } from '../support/injections.ts'
import { sayEverywhere } from '../support/obey.ts'
import { answerRound, published, releaseOf } from '../support/shared-round.ts'

vi.setConfig({ testTimeout: 240_000 })

/** What a reader's program could take for more than text, or follow. */
const active = /https?:|javascript:|<\/?[a-z!@]|\]\(|@here|@channel/iu

describe('instructions in what a model says', () => {
  it('invent, disclose and change nothing, in whatever it was asked for', async () => {
    let says = ''
    const obedient = await openObedientModel(({ data }) => sayEverywhere(says, data))
    await using _ = obedient.server
    await using office = await openInjectedOffice(obedient)
    const text = '外国語の看板を増やし、駅前の案内を分かりやすくしてほしい。'
    await answerRound(office, [
      {
        ...{ receipt: 'R8-012', text, subject: { kind: 'project', document: '2024-2-annex', number: 40 } },
        answers: { 1: '看板の多言語化と駅前の案内については、検討してまいりたい。' },
      },
    ])
    await office.put(office.records.put('releases', '2026-1', releaseOf(['R8-012'], { published })))
    await office.put(office.records.put('calls', '2026-2', { ...(await openCall(office)), id: '2026-2' }))
    await office.fill('sato', opinionForm('看板の色を統一してほしい。', { call: '2026-2' }))
    const receipt = (await office.records.list('submissions')).at(-1)?.value.receipt ?? ''
    const { record } = await office.shelf.recordFor('everybody')
    const before = await office.kept()
    const faults: string[] = []
    const glosses = new Set<string>()

    for (const [at, { name, text }] of someInjections.entries()) {
      says = text
      const conversation = `slack:dm-guest/${at}`
      const messages = [
        await office.act('guest', { kind: 'say', text: 'No.40: what did members say in FY2026?' }, conversation),
        await office.act('guest', { kind: 'say', text: '子どもの遊び場を増やす話はどうなりましたか' }, conversation),
        await office.act('guest', { kind: 'say', text: 'そのほかに市の考えはありますか' }, conversation),
      ]
      const suggested = await office.act('yamada', {
        kind: 'form',
        form: { name: 'queue', act: { do: 'suggest', target: { item: `${receipt}-1`, seen: null } } },
      })
      for (const message of [...messages, suggested]) {
        faults.push(...inventedIn(message, record).map((quote) => `${name}: invents ${quote}`))
        faults.push(...disclosedIn(textOf(message)).map((what) => `${name}: discloses ${what}`))
      }
      // A draft is a person's of the staff to check; what members read has nothing of the kind.
      for (const message of messages) if (active.test(textOf(message))) faults.push(`${name}: shows ${textOf(message)}`)
      for (const { blocks } of messages)
        for (const block of blocks) if (block.kind === 'quote' && block.gloss !== null) glosses.add(block.gloss)
      // What was translated once is not asked for again.
      for (const { key } of await office.records.list('translations')) await office.put({ kind: 'delete', key })
    }
    const after = await office.kept()
    const changed = changedBetween(before, after).filter(
      (key) => !(key.startsWith('acts/') && JSON.stringify(after.get(key)).includes('"draft-asked"')),
    )

    expect([...faults, ...changed, ...disclosedIn(office.logged())]).toEqual([])
    expect(glosses.size).toBeGreaterThan(0)
    const jobs = new Set(obedient.server.asked.map(({ data }) => /<(\w+)>/u.exec(data)?.[1]))
    expect([...jobs].sort()).toEqual(['before', 'opinion', 'question', 'quotes'])
  })
})

async function openCall({ records }: Awaited<ReturnType<typeof openInjectedOffice>>) {
  const call = (await records.find('calls', '2026-1'))?.value
  return call ?? expect.unreachable()
}
