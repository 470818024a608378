import { describe, expect, it, vi } from 'vitest'
import type { GoldenQuestion } from '../../src/commands/golden-question.ts'
import { RecordFolder } from '../support/record-folder.ts'
import { runCli } from '../support/run-cli.ts'

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
    const { kinds, wrong, ...rest } = JSON.parse(stdout)

    expect(rest).toEqual({
      committee: 'sapporo-vision',
      record: expect.stringMatching(/^[0-9a-f]{12}$/u),
      questions: [{ set: 'own', questions: 7 }],
    })
    expect(Object.keys(kinds)).toEqual(['why', 'fact', 'follow-up', 'trap', 'Japanese', 'English', 'all'])
    expect(kinds.why).toMatchObject({ questions: 3, right: 2, refused: 0, abstainedRightly: 0, abstainedWrongly: 0 })
    expect(kinds.fact).toMatchObject({ questions: 1, right: 0, refused: 1, abstainedWrongly: 1, overreached: 0 })
    expect(kinds['follow-up']).toMatchObject({ questions: 1, right: 1 })
    expect(kinds.trap).toMatchObject({ questions: 2, right: 1, abstainedRightly: 1, refused: 0, overreached: 1 })
    expect(kinds.English).toMatchObject({ questions: 1, right: 1 })
    expect(kinds.all).toMatchObject({ questions: 7, right: 4, fabricated: 0, refused: 1, overreached: 1, calls: 0 })
    expect(kinds.all.p50Ms).toBeGreaterThan(0)
    expect(kinds.all.p99Ms).toBeGreaterThanOrEqual(kinds.all.p50Ms)
    expect(wrong.map((one: { id: string }) => one.id)).toEqual(['lacking', 'refused', 'overreached'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
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
      kinds: { all: { right: 1 } },
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
