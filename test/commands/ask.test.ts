import { describe, expect, it, vi } from 'vitest'
import { openHostileModel } from '../support/hostile-model.ts'
import { RecordFolder } from '../support/record-folder.ts'
import { runCli } from '../support/run-cli.ts'

// Every test starts processes of its own, several at once.
vi.setConfig({ testTimeout: 60_000 })

const reason =
  '首長会議と実務者会議において、GX 金融・資産運用特区についての情報共有を行ったが、脱炭素を主とした内容ではなかったため、未実施と評価したもの'

describe.concurrent('ask', () => {
  it("answers with the record's words and their source", async () => {
    const { code, stdout, stderr } = await runCli(['ask', 'No.34 はなぜ×ですか'])

    expect(stdout).toContain(`【事務局の考え方】「${reason}」\n`)
    expect(stdout).toContain('出典：令和６年度第２回 別紙 1ページ 上から3つ目の欄（右）\n')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  })

  it('prints one JSON object of exactly the promised keys with --json', async () => {
    const { code, stdout } = await runCli(['ask', '--json', 'No.34 はなぜ×ですか'])
    const answer = JSON.parse(stdout)

    expect(stdout.trimEnd().split('\n')).toHaveLength(1)
    expect(Object.keys(answer)).toEqual(['outcome', 'language', 'text', 'projects', 'citations', 'nearest', 'made'])
    expect(answer).toMatchObject({ outcome: 'answered', language: 'ja', projects: [34], nearest: [] })
    expect(answer.citations).toContainEqual({
      quote: reason,
      speaker: 'secretariat',
      document: '2024-2-annex',
      page: 1,
      row: 3,
      column: 'right',
      lines: [75, 79],
    })
    expect(answer.made).toEqual({
      ...{
        language: 'ja',
        outcome: 'answered',
        finding: 'rating-reason',
        record: expect.stringMatching(/^[0-9a-f]{12}$/u),
      },
      ...{ passages: ['2024-2-annex/r3-a1'], advice: null, calls: [] },
    })
    expect(Object.keys(answer.citations[0])).toEqual(['quote', 'speaker', 'document', 'page', 'row', 'column', 'lines'])
    expect(code).toBe(0)
  })

  it('says why a language model was of no use, without the question and the key', async () => {
    await using server = await openHostileModel({ behaviour: { status: 401 } })
    const question = '学校の給食に地場の野菜を使う話はありますか'
    const env = { MODEL: 'on', OPENAI_BASE_URL: server.url, OPENAI_MODEL: 'm', OPENAI_API_KEY: 'geheim' }

    const [one, lines] = await Promise.all([
      runCli(['ask', question], { env }),
      runCli(['ask', '--jsonl'], { env, input: JSON.stringify({ id: 1, question }) }),
    ])

    for (const { code, stdout, stderr } of [one, lines]) {
      expect(stderr).toMatch(
        /^kondankai-bot: model: understand\.ja version 1: sent [0-9a-f]{64}\nkondankai-bot: model: understand\.ja: refused: http-401 after \d+ ms\n$/u,
      )
      expect(stdout).toContain('お尋ねに、お答えしております')
      expect(code).toBe(0)
    }
    expect(`${one.stderr}${lines.stderr}`).not.toMatch(/給食|geheim/u)
  })

  it('gives the same text with and without --json', async () => {
    const [plain, json] = await Promise.all([
      runCli(['ask', '19番の評価は？']),
      runCli(['ask', '19番の評価は？', '--json']),
    ])

    expect(`${JSON.parse(json.stdout).text}\n`).toBe(plain.stdout)
  })

  it('names the nearest entries and the way to the secretariat where the record says nothing, and exits 0', async () => {
    const { code, stdout } = await runCli(['ask', '--json', 'No.21の評価は？'])
    const answer = JSON.parse(stdout)

    expect(answer).toMatchObject({ outcome: 'not-in-record', projects: [21], citations: [] })
    expect(answer.nearest.length).toBeGreaterThan(0)
    expect(Object.keys(answer.nearest[0])).toEqual(['quote', 'speaker', 'document', 'page', 'row', 'column', 'lines'])
    expect(answer.text).toContain('事務局へ直接お尋ねください')
    expect(code).toBe(0)
  })

  it('answers in the language of --lang, whatever the language of the question', async () => {
    const [english, japanese] = await Promise.all([
      runCli(['ask', '--json', '--lang', 'en', 'No.34 はなぜ×ですか']),
      runCli(['ask', '--json', '--lang=ja', 'Why was No.34 rated ×?']),
    ])

    expect(JSON.parse(english.stdout)).toMatchObject({
      language: 'en',
      text: expect.stringContaining('Unofficial translation: '),
    })
    expect(JSON.parse(japanese.stdout)).toMatchObject({ language: 'ja', text: expect.stringContaining('出典：') })
  })

  it("answers from another committee's folder with --committee, which goes before COMMITTEE_DIR", async () => {
    using folder = new RecordFolder()
    folder.edit('committee.json', (committee) => {
      committee.name.ja = '別の懇談会'
    })

    const [option, variable, both, empty] = await Promise.all([
      runCli(['ask', 'こんにちは', '--committee', folder.directory]),
      runCli(['ask', 'こんにちは'], { env: { COMMITTEE_DIR: folder.directory } }),
      runCli(['ask', 'こんにちは', '--committee', folder.directory], { env: { COMMITTEE_DIR: '/nowhere' } }),
      runCli(['ask', 'こんにちは'], { env: { COMMITTEE_DIR: '' } }),
    ])

    for (const { stdout } of [option, variable, both]) expect(stdout).toMatch(/^別の懇談会の自動応答です。/u)
    expect(empty.stdout).toMatch(/^さっぽろ連携中枢都市圏ビジョン懇談会の自動応答です。/u)
  })

  it.each(['', '   ', '\u3000\n\t'])('gives a friendly hint for the empty question %j', async (question) => {
    const { code, stdout } = await runCli(['ask', question])

    expect(stdout).toBe(
      'お尋ねになりたいことを、そのままの言葉でお送りください。使い方は「ヘルプ」とお送りください。\n',
    )
    expect(code).toBe(0)
  })

  it('gives the hint in English with --lang en', async () => {
    const { stdout } = await runCli(['ask', '--lang', 'en', ''])

    expect(stdout).toContain('Please send your question in your own words.')
  })

  it.each([
    ['ja', 'なぜ'.repeat(1000).concat('か'), '2,000字以内でお送りください。'],
    ['en', 'why '.repeat(501), 'Please send at most 2,000 characters.'],
  ])(
    "says in the asker's language (%s) that a question of over 2,000 characters is too long",
    async (language, question, hint) => {
      const { code, stdout } = await runCli(['ask', '--json', question])

      expect(JSON.parse(stdout)).toMatchObject({
        language,
        outcome: 'out-of-scope',
        text: expect.stringContaining(hint),
      })
      expect(code).toBe(0)
    },
  )

  it('answers a question of exactly 2,000 characters', async () => {
    const { stdout } = await runCli(['ask', `No.34はなぜ×ですか${'。'.repeat(1988)}`])

    expect(stdout).toContain(reason)
  })

  it.each(['source', '出典'])(
    'claims no answer for %j, when there is nothing to show the source of',
    async (question) => {
      const { stdout } = await runCli(['ask', '--json', question])
      const { outcome, citations } = JSON.parse(stdout)

      expect(citations.length > 0 || !['answered', 'partial', 'corrected'].includes(outcome)).toBe(true)
    },
  )

  it('takes a question that looks like an option after --', async () => {
    const { code, stdout } = await runCli(['ask', '--', '--34はなぜ×ですか'])

    expect({ code, empty: stdout === '' }).toEqual({ code: 0, empty: false })
  })
})
