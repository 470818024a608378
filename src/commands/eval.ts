import { openModelUse, openRecord } from '../app.ts'
import { type Config, readConfig } from '../config.ts'
import { Fault } from '../fault.ts'
import type { ModelUse } from '../ports.ts'
import { answerGolden } from './ask.ts'
import { type AskedModel, evalJson, evalLines, type Measured } from './eval-report.ts'
import { type Evaluated, evaluate } from './evaluate.ts'
import { readQuestionSets, readSet } from './golden-question.ts'
import { progressLine } from './progress-line.ts'
import type { Command } from './run-command.ts'
import { readOptions, UsageFault } from './usage-fault.ts'

/** Questions at a time at most: the adapter makes no more calls at once, and what waits for its turn loses its time. */
const mostAtOnce = 4

const help = `Asks the committee's golden questions as a member would, and counts by kind how they are answered.

Usage: npm run -s bot -- eval [OPTIONS]

The questions are in the folder questions/ of the committee's folder, one a line of its .jsonl files.
right: it shows what it must and nothing that it must not, to the point; fabricated: with a quote that the record does not
have; refused: said not to be in the record, which has it; abstained: said not to be in the record, rightly or wrongly;
overreached: answered, although the record has no answer.

Options:
  --model           ask them with the language model that is configured too, and set that beside the answers without it;
                    how many calls that takes at most is said before, and must be within MODEL_CALLS_PER_DAY
  --at-once N       with --model, ask so many questions at a time: 1 to ${mostAtOnce} (else 1)
  --questions FILE  ask those of this file instead
  --verbose         name the questions that are not answered right, or with --model otherwise than without it
  --json            print one object: {committee, record, questions, model, kinds, calls, wrong, differ}
  --committee DIR   another committee's folder (else COMMITTEE_DIR)
  --help            this text

Like ask it opens no store, and may be called while the bot runs: its calls are not counted with those of the bot.
Exit codes: 0 counted, however many are right; 1 a quote was fabricated, or the record or the questions are faulty; 2 wrong
options or configuration.
`

const options = {
  model: { type: 'boolean', default: false },
  'at-once': { type: 'string' },
  questions: { type: 'string' },
  verbose: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  committee: { type: 'string' },
} as const

type Ask = (use: ModelUse | null, atOnce: number) => Promise<readonly Evaluated[]>

/** Measures the answers to the golden questions. */
export const evalCommand: Command = {
  help,
  async run(args, env) {
    const { values } = readOptions(args, options, 'no words')
    const config = readConfig(env, values)
    const atOnce = readAtOnce(values['at-once'], values.model)
    const model = values.model ? await openMeasured(config) : null
    const prepared = openRecord(config)
    const sets = values.questions === undefined ? readQuestionSets(config.committeeDir) : [readSet(values.questions)]
    const questions = sets.flatMap((set) => set.questions)
    const ask: Ask = async (use, atOnce) =>
      await evaluate(questions, {
        ...{ prepared, model: use, atOnce, progress: progressOf(questions.length) },
        answer: async (question, watched) => await answerGolden(prepared, question, watched),
      })
    const rules = await ask(null, 1)
    const asked = model && (await askModel(model, { most: config.model?.callsPerDay ?? 0, atOnce, ask }))
    const measured: Measured = { record: prepared.record, sets, rules, asked }
    process.stdout.write(
      values.json ? `${JSON.stringify(evalJson(measured))}\n` : `${evalLines(measured, values.verbose).join('\n')}\n`,
    )
    const all = [...rules, ...(asked?.evaluated ?? [])]
    return all.some(({ fabricated }) => fabricated) ? 1 : 0
  },
}

/**
 * Asks with the model, after it has said how many calls that may take.
 * @throws UsageFault where that is more than a day's
 */
async function askModel(
  model: ModelUse,
  { most, atOnce, ask }: { readonly most: number; readonly atOnce: number; readonly ask: Ask },
): Promise<AskedModel> {
  const callsAtMost = (await ask(mute(model), 1)).reduce((sum, one) => sum + mostCalls(one), 0)
  const { name, host } = model.facts ?? { name: 'the model', host: 'its endpoint' }
  if (callsAtMost > most)
    throw new UsageFault(
      `--model: these questions may take ${callsAtMost} calls, and MODEL_CALLS_PER_DAY is ${most}: raise it, or ask fewer questions with --questions`,
    )
  process.stderr.write(`kondankai-bot: at most ${callsAtMost} calls to ${name} at ${host}\n`)
  return { model, callsAtMost, evaluated: await ask(model, atOnce) }
}

/** Calls that a question may take, by those that it takes where none is answered: in English what an answer leads to is translated. */
function mostCalls({ question, calls }: Evaluated): number {
  const translates = calls.some(({ job }) => job === 'translate')
  return calls.length + (question.lang === 'en' && calls.length > 0 && !translates ? 1 : 0)
}

/** A model that answers nothing: whoever asks it makes all the calls that he may have to. */
function mute(model: ModelUse): ModelUse {
  return { ...model, model: { ask: async () => ({ outcome: 'none', why: 'resting' }) } }
}

/**
 * The model as it is configured; whoever measures is one person, for whom a day's calls are made.
 * @throws Fault `config-invalid` where none is
 */
async function openMeasured({ model: config }: Config): Promise<ModelUse> {
  const report = (message: string) => void process.stderr.write(`kondankai-bot: ${message}\n`)
  const given = { report, log: () => {}, clock: { now: Date.now }, state: null }
  const model = config && (await openModelUse({ ...config, callsPerPerson: config.callsPerDay }, given))
  if (model === null)
    throw new Fault(
      'config-invalid',
      '--model: no language model is on; set MODEL=on and OPENAI_MODEL, and what docs/operators.md names besides',
    )
  return model
}

function readAtOnce(given: string | undefined, withModel: boolean): number {
  if (given === undefined) return 1
  if (!withModel) throw new UsageFault('--at-once is for --model: without a model questions are answered one by one')
  const number = Number(given)
  if (!Number.isInteger(number) || number < 1 || number > mostAtOnce)
    throw new UsageFault(`--at-once ${given}: give a number from 1 to ${mostAtOnce}`)
  return number
}

function progressOf(all: number): () => void {
  if (!process.stderr.isTTY) return () => {}
  const show = progressLine((done, all) => `questions answered: ${done} of ${all}`)
  let done = 0
  return () => show(++done, all)
}
