import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { openRecord } from '../src/app.ts'
import { readSet } from '../src/commands/golden-question.ts'
import { percentiles } from '../src/commands/percentiles.ts'
import { readConfig } from '../src/config.ts'
import { answerQuestion } from '../src/questions/answer-question.ts'
import { hostileStrings } from './hostile-strings.ts'

const help = `Measures one answer in process: the golden questions over and over, then random strings.

Usage: npm run -s bench:ask -- [OPTIONS]

Options:
  --rounds N    how often each golden question is asked (default 20)
  --strings N   how many random strings are asked (default 10000)
  --json        print one object
  --help        this text
`

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '20' },
    strings: { type: 'string', default: '10000' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})

if (values.help) {
  process.stdout.write(help)
} else {
  const prepared = openRecord(readConfig(process.env))
  const file = new URL('../data/sapporo-vision/questions/blind.jsonl', import.meta.url)
  const questions = readSet(fileURLToPath(file)).questions.map(({ question }) => question)
  const time = (text: string) => {
    const start = performance.now()
    answerQuestion(prepared, text)
    return performance.now() - start
  }
  const firstMs = time(questions[0] ?? '')
  for (const question of questions) time(question)
  const golden = Array.from({ length: Number(values.rounds) }, () => questions.map(time)).flat()
  let slowest = { ms: 0, length: 0 }
  const random: number[] = []
  for (const text of hostileStrings(Number(values.strings), 20261123)) {
    const ms = time(text)
    random.push(ms)
    if (ms > slowest.ms) slowest = { ms, length: text.length }
  }
  const result = { firstMs, golden: percentiles(golden), random: percentiles(random), slowest }
  process.stdout.write(
    values.json
      ? `${JSON.stringify(result)}\n`
      : `first answer       ${firstMs.toFixed(2)} ms
golden questions   p50 ${result.golden.p50.toFixed(3)} ms, p99 ${result.golden.p99.toFixed(3)} ms (${golden.length} answers)
random strings     p50 ${result.random.p50.toFixed(3)} ms, p99 ${result.random.p99.toFixed(3)} ms (${random.length} answers)
slowest string     ${slowest.ms.toFixed(2)} ms (${slowest.length} characters)
`,
  )
}
