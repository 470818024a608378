import type { ModelTrace, ModelUse } from '../ports.ts'
import type { PublicRecord } from '../record/public-record.ts'
import type { Evaluated } from './evaluate.ts'
import type { QuestionSet } from './golden-question.ts'
import { scoreTable } from './score-table.ts'
import { countCalls, tallyByKind } from './tally.ts'

/** What was measured: the answers by rules alone and, where a model was asked, those with it; both in the order of the questions. */
export type Measured = {
  readonly record: PublicRecord
  readonly sets: readonly QuestionSet[]
  readonly rules: readonly Evaluated[]
  readonly asked: AskedModel | null
}

/** The answers with a model, and how many calls they might have taken. */
export type AskedModel = {
  readonly model: ModelUse
  readonly callsAtMost: number
  readonly evaluated: readonly Evaluated[]
}

/** All of it as one object. */
export function evalJson({ record, sets, rules, asked }: Measured) {
  const byRules = tallyByKind(rules)
  const byModel = asked && tallyByKind(asked.evaluated)
  return {
    committee: record.committee.id,
    record: record.version,
    questions: sets.map(({ name, questions }) => ({ set: name, questions: questions.length })),
    model: asked && { ...asked.model.facts, patience: asked.model.patience, ...madeWith(asked.evaluated) },
    kinds: Object.fromEntries(
      [...byRules].map(([kind, tally]) => [kind, { rules: tally, ...(byModel ? { model: byModel.get(kind) } : {}) }]),
    ),
    calls: asked && { atMost: asked.callsAtMost, ...countCalls(asked.evaluated) },
    wrong: (asked?.evaluated ?? rules).filter(({ right }) => !right).map(describe),
    differ: asked && pairsThatDiffer(rules, asked.evaluated).map(describePair),
  }
}

/** The table, what is better and worse with a model, and with `verbose` which questions that are. */
export function evalLines({ record, sets, rules, asked }: Measured, verbose: boolean): readonly string[] {
  const { committee, version } = record
  const head = `${committee.name.ja}: ${sets.map(({ name, questions }) => `${name} ${questions.length}`).join(', ')}; record ${version}`
  const side = { name: 'rules', tallies: tallyByKind(rules) }
  if (asked === null)
    return [head, ...scoreTable([side]), ...(verbose ? rules.filter(({ right }) => !right).flatMap(wrongLines) : [])]
  const { model, evaluated, callsAtMost } = asked
  const name = model.facts?.name ?? 'model'
  const pairs = pairsThatDiffer(rules, evaluated)
  const count = (is: Difference) => pairs.filter((pair) => pair.is === is).length
  const calls = Object.entries(countCalls(evaluated)).map(([outcome, number]) => `${outcome} ${number}`)
  return [
    head,
    ...scoreTable([side, { name, tallies: tallyByKind(evaluated) }]),
    `calls: ${calls.length === 0 ? 'none' : calls.join(', ')}; at most ${callsAtMost}`,
    `with ${name}: better ${count('better')}, worse ${count('worse')}, otherwise ${count('otherwise')}`,
    ...(verbose ? pairs.flatMap(pairLines) : []),
  ]
}

/** How an answer differs from the one without a model: it is right and was not, was right and is not, or says something else. */
type Difference = 'better' | 'worse' | 'otherwise'
type Pair = { readonly is: Difference; readonly rules: Evaluated; readonly model: Evaluated }

function pairsThatDiffer(rules: readonly Evaluated[], evaluated: readonly Evaluated[]): readonly Pair[] {
  return rules.flatMap((before, at): readonly Pair[] => {
    const after = evaluated[at]
    if (
      after === undefined ||
      (after.answer.outcome === before.answer.outcome && after.answer.text === before.answer.text)
    )
      return []
    const is = after.right === before.right ? 'otherwise' : after.right ? 'better' : 'worse'
    return [{ is, rules: before, model: after }]
  })
}

/** The prompts and settings of the calls that were answered, each once. */
function madeWith(evaluated: readonly Evaluated[]) {
  const traces = evaluated.flatMap(({ calls }) =>
    calls.flatMap((call): readonly ModelTrace[] => (call.outcome === 'answered' ? [call.trace] : [])),
  )
  const once = <T>(values: readonly T[]): readonly T[] =>
    [...new Set(values.map((value) => JSON.stringify(value)))].sort().map((text): T => JSON.parse(text))
  return { prompts: once(traces.map(({ prompt }) => prompt)), settings: once(traces.map(({ settings }) => settings)) }
}

function describe({ question: { id, kind, lang, question }, answer: { outcome }, faults }: Evaluated) {
  return { id, kind, lang, question, outcome, faults }
}

function describePair({ is, rules, model }: Pair) {
  const { outcome, faults, ...question } = describe(rules)
  return { ...question, is, rules: { outcome, faults }, model: { outcome: model.answer.outcome, faults: model.faults } }
}

function wrongLines({ question, ...answer }: Evaluated): readonly string[] {
  return [`${question.id} ${question.question}`, `    ${says(answer)}`]
}

function pairLines({ is, rules, model }: Pair): readonly string[] {
  const { id, question } = rules.question
  return [`${is}: ${id} ${question}`, `    rules: ${says(rules)}`, `    model: ${says(model)}`]
}

function says({ answer, faults }: Pick<Evaluated, 'answer' | 'faults'>): string {
  return `${answer.outcome}: ${faults.length === 0 ? 'right' : faults.join('; ')}`
}
