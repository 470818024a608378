import { describe, expect, it } from 'vitest'
import type { ModelConfig } from '../../src/config-model.ts'
import { sweep } from '../../src/conversation/sweep.ts'
import { openConfiguredModel } from '../../src/model/open-configured.ts'
import { Records } from '../../src/opinions/records.ts'
import type { Change, LanguageModel, Store } from '../../src/ports.ts'
import { openHostileModel } from '../support/hostile-model.ts'
import { JournalFolder } from '../support/journal-folder.ts'
import { pointCall, testKey } from '../support/language-model.ts'

const committee = 'sapporo-vision'
const day = 24 * 60 * 60 * 1000
const says = { says: { ids: ['p1'], answers: 'wholly' } }

function configOf(url: string, others: Partial<ModelConfig> = {}): ModelConfig {
  return {
    endpoint: { kind: 'openai', url, key: testKey },
    ...{
      model: 'test-model',
      api: 'responses',
      patience: 2000,
      maySeeOpinions: false,
      callsPerPerson: 2,
      callsPerDay: 3,
    },
    ...others,
  }
}

async function ask(model: LanguageModel, person: string): Promise<string> {
  const said = await model.ask(pointCall({ person }))
  return said.outcome === 'none' ? said.why : said.outcome
}

function open(url: string, folder: JournalFolder, store: Store | null, log: (line: string) => void = () => {}) {
  const state = store && { store, committee }
  return openConfiguredModel(configOf(url), { report: log, log, clock: folder.clock, state })
}

describe('the budget of a language model', () => {
  it.each(['in a store', 'in memory'])(
    '%s is so many calls a day in Japan for one person, and for all',
    async (where) => {
      using folder = new JournalFolder()
      await using server = await openHostileModel({ behaviour: says })
      await using store = await folder.open()
      const { model } = open(server.url, folder, where === 'in a store' ? store : null)

      const today = [
        await ask(model, 'a'),
        await ask(model, 'a'),
        await ask(model, 'a'),
        await ask(model, 'b'),
        await ask(model, 'c'),
      ]
      folder.clock.pass(day)
      const tomorrow = await ask(model, 'a')

      expect(today).toEqual(['answered', 'answered', 'over-budget', 'answered', 'over-budget'])
      expect(tomorrow).toBe('answered')
      expect(server.asked).toHaveLength(4)
    },
  )

  it('outlives the process, and says of whom nowhere', async () => {
    using folder = new JournalFolder()
    await using server = await openHostileModel({ behaviour: says })
    {
      await using store = await folder.open()
      const { model } = open(server.url, folder, store)
      await ask(model, 'slack:T1:UGEHEIM')
      await ask(model, 'slack:T1:UGEHEIM')
    }

    await using store = await folder.open()
    const again = await ask(open(server.url, folder, store).model, 'slack:T1:UGEHEIM')

    expect(again).toBe('over-budget')
    expect(folder.grep('UGEHEIM')).toEqual([])
  })

  it('holds where all come at once', async () => {
    using folder = new JournalFolder()
    await using server = await openHostileModel({ behaviour: says })
    await using store = await folder.open()
    const { model } = open(server.url, folder, store)

    const all = await Promise.all(['a', 'b', 'c', 'd', 'e', 'f'].map(async (person) => await ask(model, person)))

    expect(all.toSorted()).toEqual(['answered', 'answered', 'answered', 'over-budget', 'over-budget', 'over-budget'])
  })

  it('is forgotten when its day is over', async () => {
    using folder = new JournalFolder()
    await using server = await openHostileModel({ behaviour: says })
    await using store = await folder.open()
    const records = new Records(store, committee)
    await ask(open(server.url, folder, store).model, 'a')

    await sweep(store, records, folder.clock.now())
    const kept = await records.list('modelDays')
    folder.clock.pass(day)
    await sweep(store, records, folder.clock.now())

    expect(kept.map(({ value }) => value.calls)).toEqual([1])
    expect(await records.list('modelDays')).toEqual([])
  })
})

describe('what is sent to a language model', () => {
  it('has no name of the roster, no address and no person, and the log has none of its words', async () => {
    using folder = new JournalFolder()
    await using server = await openHostileModel({ behaviour: says })
    await using store = await folder.open()
    const records = new Records(store, committee)
    const term = { from: '2026-04-01', to: '2028-03-31' }
    const changes: readonly Change[] = [
      records.put('members', 'sato', { id: 'sato', name: '佐藤　極一', title: '委員', terms: [term], mail: null }),
      records.put('staff', 'yamada', {
        id: 'yamada',
        name: '山田　極太',
        posts: [{ post: '係長', from: '2025-04-01', to: null }],
      }),
    ]
    await store.commit(changes)
    const lines: string[] = []
    const { model } = open(server.url, folder, store, (line) => void lines.push(line))

    const question = '佐藤極一です。山田さんに伺った合言葉の件、返事は sato@example.jp か 090-1234-5678 まで'
    await model.ask(pointCall({ question, person: 'slack:T1:UGEHEIM' }))

    const [asked] = server.asked
    const sent = JSON.stringify([asked?.text, asked?.headers])
    expect(asked?.data).toContain('⟦name-1⟧です。⟦name-2⟧さんに伺った合言葉の件、返事は ⟦mail-3⟧ か ⟦tel-4⟧ まで')
    expect(sent).not.toMatch(/佐藤|山田|sato@|090|UGEHEIM/u)
    expect(lines).toHaveLength(2)
    expect(lines.join('\n')).toMatch(
      /^model: point\.ja version \d+: sent [\da-f]{64}\nmodel: point\.ja: answered after \d+ ms$/u,
    )
  })

  it('says at which host it is asked for, and of the key nothing', () => {
    using folder = new JournalFolder()
    const use = open('https://model.example.jp/v1', folder, null)

    expect(use).toMatchObject({
      facts: { name: 'test-model', host: 'model.example.jp', callsPerDay: 3 },
      patience: 2000,
      maySeeOpinions: false,
    })
    expect(JSON.stringify(use)).not.toContain(testKey)
  })
})
