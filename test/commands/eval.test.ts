import { describe, expect, it, vi } from 'vitest'
import type { GoldenQuestion } from '../../src/commands/golden-question.ts'
import type { Tally } from '../../src/commands/tally.ts'
import { readGolden } from '../support/golden.ts'
import { openHostileModel } from '../support/hostile-model.ts'
import { testKey } from '../support/language-model.ts'
import { RecordFolder } from '../support/record-folder.ts'
import { runCli } from '../support/run-cli.ts'
import { openWellBehavedModel } from '../support/well-behaved-model.ts'

// Every test starts processes of its own, several at once.
vi.setConfig({ testTimeout: 60_000 })

const reason = '脱炭素を主とした内容ではなかった'
const questions: readonly GoldenQuestion[] = [
  question('right', 'why', 'No.34 はなぜ×ですか', { all: [[reason]], projects: [34] }),
  question('lacking', 'why', 'No.34 はなぜ×ですか', { all: [['月の裏側']], projects: [34] }),
  question('abstained', 'trap', 'No.21の評価は？', { outcome: ['not-in-record'], projects: [] }),
  question('refused', 'fact', 'No.21の評価は？', { projects: [21] }),
  question('overreached', 'trap', 'No.34 はなぜ×ですか', { outcome: ['not-in-record'], projects: [34] }),
  {
    ...question('going-on', 'followup', 'なぜですか', { all: [[reason]], projects: [34] }),
    context: [{ role: 'user', text: '34番の評価は？' }],
  },
  { ...question('english', 'why', 'Why was No.34 rated ×?', { all: [[reason]], projects: [34] }), lang: 'en' },
]

function question(
  id: string,
  kind: GoldenQuestion['kind'],
  asked: string,
  expected: GoldenQuestion['expect'],
): GoldenQuestion {
  return { id, lang: 'ja', kind, question: asked, expect: expected }
}

/** A committee's folder with golden questions of its own. */
function folderWith(...lines: readonly (GoldenQuestion | string)[]): RecordFolder {
  const folder = new RecordFolder()
  folder.remove('questions')
  folder.write(
    'questions/own.jsonl',
    lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
  )
  return folder
}

describe.concurrent('eval', () => {
  it("counts by kind how a committee's golden questions are answered", async () => {
    using folder = folderWith(...questions)

    const { code, stdout, stderr } = await runCli(['eval', '--json', '--committee', folder.directory])
    const { kinds: byKind, wrong, ...rest } = JSON.parse(stdout)
    const kinds = Object.fromEntries(
      Object.entries(byKind).map(([kind, sides]) => [kind, (sides as { rules: Tally }).rules]),
    )

    expect(rest).toEqual({
      committee: 'sapporo-vision',
      record: expect.stringMatching(/^[0-9a-f]{12}$/u),
      questions: [{ set: 'own', questions: 7 }],
      ...{ model: null, calls: null, differ: null },
    })
    expect(Object.keys(kinds)).toEqual(['why', 'fact', 'follow-up', 'trap', 'Japanese', 'English', 'all'])
    expect(kinds.why).toMatchObject({ questions: 3, right: 2, refused: 0, abstainedRightly: 0, abstainedWrongly: 0 })
    expect(kinds.fact).toMatchObject({ questions: 1, right: 0, refused: 1, abstainedWrongly: 1, overreached: 0 })
    expect(kinds['follow-up']).toMatchObject({ questions: 1, right: 1 })
    expect(kinds.trap).toMatchObject({ questions: 2, right: 1, abstainedRightly: 1, refused: 0, overreached: 1 })
    expect(kinds.English).toMatchObject({ questions: 1, right: 1 })
    expect(kinds.all).toMatchObject({ questions: 7, right: 4, fabricated: 0, refused: 1, overreached: 1, calls: 0 })
    expect(kinds.all?.p50Ms).toBeGreaterThan(0)
    expect(kinds.all?.p99Ms).toBeGreaterThanOrEqual(kinds.all?.p50Ms ?? 0)
    expect(wrong.map((one: { id: string }) => one.id)).toEqual(['lacking', 'refused', 'overreached'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  })

  it('takes a question to which there is no answer, and which names no project', async () => {
    const written = { id: 'weather', lang: 'ja', kind: 'trap', question: '明日の札幌の天気は？' }
    using folder = folderWith(JSON.stringify({ ...written, expect: { outcome: ['out-of-scope'] } }))

    const { code, stdout } = await runCli(['eval', '--json', '--committee', folder.directory])

    expect(JSON.parse(stdout).wrong).toEqual([])
    expect(code).toBe(0)
  })

  it('prints a line a kind, and with --verbose what is not right about which answer', async () => {
    using folder = folderWith(...questions)

    const [brief, verbose] = await Promise.all([
      runCli(['eval', '--committee', folder.directory]),
      runCli(['eval', '--verbose', '--committee', folder.directory]),
    ])

    expect(brief.stdout).toMatch(/^kind +questions +right +fabricated +refused +abstained rightly +wrongly /mu)
    expect(brief.stdout).toMatch(/^trap +2 +1 +0 +0 +1 +0 +1 /mu)
    expect(brief.stdout).not.toContain('月の裏側')
    expect(verbose.stdout).toContain('lacking No.34 はなぜ×ですか\n    answered: lacks 月の裏側\n')
    expect(verbose.stdout).toContain('overreached No.34 はなぜ×ですか\n    answered: outcome answered\n')
  })

  it('asks the questions of one file with --questions', async () => {
    using folder = folderWith('not read')
    folder.write('few.jsonl', `${JSON.stringify(questions[0])}\n\n`)

    const { code, stdout } = await runCli(['eval', '--json', '--questions', folder.path('few.jsonl')])

    expect(JSON.parse(stdout)).toMatchObject({
      questions: [{ set: 'few', questions: 1 }],
      kinds: { all: { rules: { right: 1 } } },
    })
    expect(code).toBe(0)
  })

  it.each([
    ['{"id": 1}', /own\.jsonl:2: not a golden question: .*id/u],
    ['{"id', /own\.jsonl:2: not JSON .*mend the line/u],
    [JSON.stringify(questions[0]), /own\.jsonl: two questions have the id "right"; give each its own/u],
  ])('names the line that is no golden question: %s', async (line, problem) => {
    using folder = folderWith(questions[0] ?? '', line)

    const { code, stdout, stderr } = await runCli(['eval', '--committee', folder.directory])

    expect(stderr).toMatch(problem)
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  })

  it('says where golden questions go where a committee has none', async () => {
    using folder = new RecordFolder()
    folder.remove('questions')

    const [none, noFile] = await Promise.all([
      runCli(['eval', '--committee', folder.directory]),
      runCli(['eval', '--questions', folder.path('none.jsonl')]),
    ])

    expect(none.stderr).toMatch(/questions: there are no golden questions; write some, one a line/u)
    expect(noFile.stderr).toMatch(/none\.jsonl: cannot be read \(ENOENT\)/u)
    expect([none.code, noFile.code]).toEqual([1, 1])
  })
})

const withModel = (url: string) => ({
  ...{ MODEL: 'on', OPENAI_API_KEY: testKey, OPENAI_BASE_URL: url, OPENAI_MODEL: 'test-model', MODEL_API: 'responses' },
})
/** Two that rules alone cannot answer, and what they can. */
const doubtful = [...readGolden('open'), ...questions.slice(0, 1)]

describe.concurrent('eval --model', () => {
  it('sets the answers with a model beside those without one, with what they were made with and what they cost', async () => {
    await using endpoint = await openWellBehavedModel(doubtful)
    using folder = folderWith(...doubtful)
    const env = withModel(endpoint.url)

    const json = await runCli(['eval', '--model', '--json', '--committee', folder.directory], { env })
    const text = await runCli(['eval', '--model', '--verbose', '--at-once', '4', '--committee', folder.directory], {
      env,
    })

    const { model, kinds, calls, wrong, differ } = JSON.parse(json.stdout)
    expect(model).toMatchObject({ name: 'test-model', host: new URL(endpoint.url).host, patience: 10_000 })
    expect(model.prompts).toContainEqual({ id: 'point', version: expect.any(String), language: 'ja' })
    expect(model.settings).toMatchObject([{ api: 'responses' }])
    expect(kinds.all.model.right).toBeGreaterThan(kinds.all.rules.right)
    expect(kinds.all.model.calls).toBeGreaterThan(0)
    expect(kinds.all.model.tokens.input).toBeGreaterThan(kinds.all.model.tokens.output)
    expect(kinds.all.rules).toMatchObject({ calls: 0, tokens: { input: 0, output: 0 } })
    expect(calls).toEqual({ atMost: expect.any(Number), answered: kinds.all.model.calls })
    expect(calls.atMost).toBeGreaterThanOrEqual(kinds.all.model.calls)
    expect(differ.find(({ id }: { id: string }) => id === 'i014')).toMatchObject({
      is: 'better',
      model: { faults: [] },
    })
    expect(wrong).toHaveLength(kinds.all.model.questions - kinds.all.model.right)
    expect(json.stderr).toBe(`kondankai-bot: at most ${calls.atMost} calls to test-model at ${model.host}\n`)
    expect(text.stdout).toMatch(/^all +rules +23 +\d+ .*\n +test-model +23 +\d+ /mu)
    expect(text.stdout).toMatch(/^with test-model: better [1-9]\d*, worse 0, otherwise \d+$/mu)
    expect(text.stdout).toMatch(/^better: i014 .*\n {4}rules: not-in-record: .*\n {4}model: \w+: right$/mu)
    for (const { stdout, stderr } of [json, text]) expect(stdout + stderr).not.toContain(testKey)
    expect([json.code, text.code]).toEqual([0, 0])
  })

  it.each(['gives-orders', 'leaks-secrets', 'nothing'] as const)(
    'counts nothing fabricated by an endpoint with %s, and says what its calls came to',
    async (behaviour) => {
      await using endpoint = await openHostileModel({ behaviour })
      using folder = folderWith(...doubtful)

      const { code, stdout, stderr } = await runCli(['eval', '--model', '--json', '--committee', folder.directory], {
        env: withModel(endpoint.url),
      })

      const { kinds, calls } = JSON.parse(stdout)
      expect(kinds.all).toMatchObject({ rules: { fabricated: 0 }, model: { fabricated: 0 } })
      expect(kinds.why).toMatchObject({ rules: { right: 1 }, model: { right: 1 } })
      const { atMost, ...cameTo } = calls
      expect(Object.values(cameTo as Record<string, number>).reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(
        atMost,
      )
      expect(stdout + stderr).not.toContain(testKey)
      expect(code).toBe(0)
    },
  )

  it('asks nothing where that might take more calls than a day has', async () => {
    await using endpoint = await openWellBehavedModel(doubtful)
    using folder = folderWith(...doubtful)
    const env = { ...withModel(endpoint.url), MODEL_CALLS_PER_DAY: '2' }

    const { code, stdout, stderr } = await runCli(['eval', '--model', '--committee', folder.directory], { env })

    expect(stderr).toMatch(/these questions may take \d+ calls, and MODEL_CALLS_PER_DAY is 2: raise it, or ask fewer/u)
    expect({ code, stdout, requests: endpoint.requests() }).toEqual({ code: 2, stdout: '', requests: 0 })
  })

  it.each<[readonly string[], RegExp]>([
    [['--model'], /no language model is on; set MODEL=on and OPENAI_MODEL/u],
    [['--at-once', '2'], /--at-once is for --model/u],
    [['--at-once', '2.5', '--model'], /--at-once 2\.5: give a number from 1 to 4/u],
    [['--at-once', '5', '--model'], /--at-once 5: give a number from 1 to 4/u],
  ])('%j is refused with what to do', async (args, hint) => {
    const { code, stdout, stderr } = await runCli(['eval', ...args])

    expect(stderr).toMatch(hint)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  })
})
