import { expect, it, vi } from 'vitest'
import { openCliOffice } from '../support/cli-office.ts'
import { openHostileModel } from '../support/hostile-model.ts'
import { runCli } from '../support/run-cli.ts'

// Tests that start processes of their own.
vi.setConfig({ testTimeout: 120_000 })

it('suggests a draft at the terminal, until the secretariat switches the model off', async () => {
  const says = {
    draft: '3か所の整備を検討してまいりたい。',
    precedents: [],
    similar: [],
    questions: ['費用はどうか。'],
  }
  await using server = await openHostileModel({ behaviour: { says } })
  using office = await openCliOffice()
  const env = {
    ...{ STATE_DIR: office.folder.path, MODEL: 'on', OPENAI_BASE_URL: server.url, OPENAI_API_KEY: 'sk-of-a-test' },
    ...{ OPENAI_MODEL: 'test-model', MODEL_MAY_SEE_OPINIONS: 'on' },
  }
  const run = async (...args: readonly string[]) => await runCli(args, { env })
  const text = '橋を直してほしい。'
  const filed = await office.json('opinion', 'submit', '--call', 'standing', '--text', text, '--yes', '--as', 'sato')
  const item = `${filed.receipt}-1`

  const suggested = await run('queue', 'suggest', item, '--as', 'yamada')
  const shown = await run('model', 'show', '--as', 'yamada', '--json')
  const bySato = await run('model', 'off', '--as', 'sato')
  const off = await run('model', 'off', '--as', 'kimura')
  const refused = await run('queue', 'suggest', item, '--as', 'yamada')
  const kept = await office.json('queue', 'show', item, '--as', 'yamada')

  expect(suggested).toMatchObject({ code: 0, stderr: '' })
  expect(suggested.stdout).toContain('3か所の整備を検討してまいりたい。')
  expect(suggested.stdout).toContain('次の数は、御意見にも、下に示した記載にもありません：3')
  expect(server.asked).toHaveLength(1)
  expect(server.asked[0]?.data).toContain(text)
  expect(JSON.parse(shown.stdout)).toMatchObject({
    told: [
      { kind: 'model', configured: { facts: { name: 'test-model' }, maySeeOpinions: true, calls: 1 }, switch: null },
    ],
  })
  expect(bySato).toMatchObject({ code: 1, stdout: expect.stringContaining('事務局の職にある方') })
  expect(off).toMatchObject({ code: 0, stdout: expect.stringContaining('言語モデルを止めました。') })
  expect(refused).toMatchObject({ code: 1, stdout: expect.stringContaining('言語モデルは使われておりません') })
  expect(kept).toMatchObject({ told: [{ items: [{ responses: [], history: [{}, { did: 'draft-asked' }] }] }] })
})

it('lists and reads translations at the terminal, and says where there is none', async () => {
  using office = await openCliOffice()

  const list = await office.json('translation', 'list', '--as', 'yamada')
  const none = await office.run(['translation', 'show', 'T-0123456789', '--as', 'yamada'])
  const wrong = await office.run(['translation', 'list', '--state', 'read', '--as', 'yamada'])
  const corrected = await office.run(['translation', 'correct', 'T-0123456789', '--as', 'sato'], {
    input: 'A bridge.\n',
  })

  expect(list).toMatchObject({ code: 0, told: [{ kind: 'translations', translations: [], all: 0 }] })
  expect(none).toMatchObject({ code: 1, stdout: expect.stringContaining('T-0123456789という英訳は見当たりません。') })
  expect(wrong).toMatchObject({ code: 2, stderr: expect.stringContaining('known are machine, withheld, accepted') })
  expect(corrected).toMatchObject({ code: 1, stdout: expect.stringContaining('事務局の職にある方') })
})
