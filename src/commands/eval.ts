import { openRecord } from '../app.ts'
import { readConfig } from '../config.ts'
import { answerGolden } from './ask.ts'
import { type Evaluated, evaluate } from './evaluate.ts'
import { readQuestionSets, readSet } from './golden-question.ts'
import { progressLine } from './progress-line.ts'
import type { Command } from './run-command.ts'
import { scoreTable } from './score-table.ts'
import { tallyByKind } from './tally.ts'
import { readOptions } from './usage-fault.ts'

const help = `Asks the committee's golden questions as a member would, and counts by kind how they are answered.

Usage: npm run -s bot -- eval [OPTIONS]

The questions are in the folder questions/ of the committee's folder, one a line of its .jsonl files.
right: it shows what it must and nothing that it must not, to the point; fabricated: with a quote that the record does not
have; refused: said not to be in the record, which has it; abstained: said not to be in the record, rightly or wrongly;
overreached: answered, although the record has no answer.

Options:
  --questions FILE  ask those of this file instead
  --verbose         name the questions that are not answered right, and what is wrong with each answer
  --json            print one object: {committee, record, questions, kinds, wrong}
  --committee DIR   another committee's folder (else COMMITTEE_DIR)
  --help            this text

Like ask it opens no store, and may be called while the bot runs.
Exit codes: 0 counted, however many are right; 1 a quote was fabricated, or the record or the questions are faulty; 2 wrong options.
`

const options = {
  questions: { type: 'string' },
  verbose: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  committee: { type: 'string' },
} as const

/** Measures the answers to the golden questions. */
export const evalCommand: Command = {
  help,
  async run(args, env) {
    const { values } = readOptions(args, options, 'no words')
    const config = readConfig(env, values)
    const prepared = openRecord(config)
    const sets = values.questions === undefined ? readQuestionSets(config.committeeDir) : [readSet(values.questions)]
    const questions = sets.flatMap((set) => set.questions)
    const plain = await evaluate(questions, {
      prepared,
      answer: async (question) => answerGolden(prepared, question),
      model: null,
      atOnce: 1,
      progress: progressOf(questions.length),
    })
    const { committee, version } = prepared.record
    const kinds = tallyByKind(plain)
    const wrong = plain.filter(({ right }) => !right)
    if (values.json) {
      const result = {
        ...{ committee: committee.id, record: version },
        questions: sets.map((set) => ({ set: set.name, questions: set.questions.length })),
        kinds: Object.fromEntries([...kinds].map(([kind, tally]) => [kind, tally])),
        wrong: wrong.map(describe),
      }
      process.stdout.write(`${JSON.stringify(result)}\n`)
    } else {
      const lines = [
        `${committee.name.ja}: ${sets.map((set) => `${set.name} ${set.questions.length}`).join(', ')}; record ${version}`,
        ...scoreTable([{ name: 'rules', tallies: kinds }]),
        ...(values.verbose ? wrong.flatMap(wrongLines) : []),
      ]
      process.stdout.write(`${lines.join('\n')}\n`)
    }
    return plain.some(({ fabricated }) => fabricated) ? 1 : 0
  },
}

function progressOf(all: number): () => void {
  if (!process.stderr.isTTY) return () => {}
  const show = progressLine((done, all) => `questions answered: ${done} of ${all}`)
  let done = 0
  return () => show(++done, all)
}

/** What is printed of one answer. */
function describe({ question, answer, faults }: Evaluated) {
  const { id, kind, lang, question: asked } = question
  return { id, kind, lang, question: asked, outcome: answer.outcome, faults }
}

function wrongLines({ question, answer, faults }: Evaluated): readonly string[] {
  return [`${question.id} ${question.question}`, `    ${answer.outcome}: ${faults.join('; ')}`]
}
