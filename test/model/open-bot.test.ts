import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { openBot, openModelUse } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { openHostileModel } from '../support/hostile-model.ts'
import { JournalFolder } from '../support/journal-folder.ts'
import { pointCall, testKey } from '../support/language-model.ts'

const sapporo = join(import.meta.dirname, '../../data/sapporo-vision')
const turn = {
  ...{ id: 't', committee: 'sapporo-vision', person: 'slack:a', conversation: 'c', place: 'slack:c' },
  did: { kind: 'say', text: 'No.34はなぜ×ですか' },
} as const

describe('a language model without a store', () => {
  it('is there for whoever asks once, and counts as long as the process lives', async () => {
    await using server = await openHostileModel({ behaviour: { says: { ids: ['p1'], answers: 'wholly' } } })
    const own = { MODEL: 'on', OPENAI_MODEL: 'qwen3', OPENAI_BASE_URL: server.url, MODEL_CALLS_PER_DAY: '1' }
    const quiet = { report: () => {}, log: () => {}, clock: { now: Date.now }, state: null }

    const use = await openModelUse(readConfig(own).model, quiet)
    const answers = [await use?.model.ask(pointCall()), await use?.model.ask(pointCall())]

    expect(answers).toMatchObject([{ outcome: 'answered' }, { outcome: 'none', why: 'over-budget' }])
    expect(await openModelUse(readConfig({}).model, quiet)).toBeNull()
  })
})

describe('a program', () => {
  it.each([
    [{}, false],
    [{ MODEL: 'off', OPENAI_MODEL: 'm', OPENAI_API_KEY: testKey }, false],
    [{ MODEL: 'on', OPENAI_MODEL: 'm', OPENAI_API_KEY: testKey }, true],
  ])('with %j loads the SDK: %j', async (env, loads) => {
    const state = mkdtempSync(join(tmpdir(), 'state-'))
    const hook = `import { registerHooks } from 'node:module'
      registerHooks({ resolve(name, context, next) { if (name === 'openai') process.stderr.write('OPENAI'); return next(name, context) } })`
    const program = `const { openBot } = await import('./src/app.ts')
      const { readConfig } = await import('./src/config.ts')
      await using bot = await openBot(readConfig(process.env), { messengers: [], report: () => {} })`

    const ran = await promisify(execFile)(
      process.execPath,
      ['--import', `data:text/javascript,${encodeURIComponent(hook)}`, '--input-type=module', '-e', program],
      {
        cwd: join(import.meta.dirname, '../..'),
        env: { PATH: process.env.PATH, STATE_DIR: join(state, 'state'), ...env },
      },
    )
    rmSync(state, { recursive: true })

    expect(ran.stderr.includes('OPENAI')).toBe(loads)
  })
})

describe('the bot', () => {
  it('has the language model that is configured, and logs what is sent to it by hash alone', async () => {
    using folder = new JournalFolder()
    await using server = await openHostileModel({ behaviour: { says: { ids: ['p1'], answers: 'wholly' } } })
    const own = { MODEL: 'on', OPENAI_MODEL: 'qwen3', OPENAI_BASE_URL: server.url, OPENAI_API_KEY: testKey }
    const config = readConfig({ COMMITTEE_DIR: sapporo, STATE_DIR: folder.path, DIGEST_TIME: 'off', ...own })
    const lines: string[] = []
    const say = (line: string) => void lines.push(line)
    await using bot = await openBot(config, { messengers: [], report: say, log: say })

    const { model } = await bot.desk.sceneOf(turn)
    const answered = await model?.model.ask(pointCall())

    expect(answered?.outcome).toBe('answered')
    expect(server.asked).toHaveLength(1)
    expect(lines[0]).toMatch(/^model: point\.ja version \d+: sent [\da-f]{64}$/u)
    expect(lines.join('\n')).not.toContain(testKey)
  })

  it.each([{}, { MODEL: 'off', OPENAI_MODEL: 'qwen3', OPENAI_BASE_URL: 'http://127.0.0.1:9/v1' }])(
    'has none by %j',
    async (env) => {
      using folder = new JournalFolder()
      const config = readConfig({ COMMITTEE_DIR: sapporo, STATE_DIR: folder.path, DIGEST_TIME: 'off', ...env })
      await using bot = await openBot(config, { messengers: [], report: () => {} })

      const scene = await bot.desk.sceneOf(turn)

      expect(scene.model).toBeNull()
    },
  )
})
