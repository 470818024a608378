import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import { openModelUse, openRecord } from '../app.ts'
import { readConfig } from '../config.ts'
import { adviseTurn } from '../conversation/advise.ts'
import { answerMessage, findColumn } from '../conversation/answer-message.ts'
import { answerTurn } from '../conversation/answer-turn.ts'
import { describeAnswer } from '../conversation/describe-answer.ts'
import type { Gloss } from '../conversation/fill-translations.ts'
import { modelForTurn } from '../conversation/model-for-turn.ts'
import { translateOnce } from '../conversation/translate-once.ts'
import { sayIn } from '../conversation/view.ts'
import { messageText } from '../platforms/terminal/message-lines.ts'
import { spin } from '../platforms/terminal/spinner.ts'
import type { ModelUse } from '../ports.ts'
import type { Citation } from '../questions/citation.ts'
import { type Memory, noMemory } from '../questions/memory.ts'
import { findLanguage, type Language } from '../questions/normal-text.ts'
import type { PreparedRecord } from '../questions/prepared-record.ts'
import { recallReply } from '../questions/remember.ts'
import type { GoldenQuestion } from './golden-question.ts'
import { readLanguage } from './read-language.ts'
import { readLines } from './read-lines.ts'
import type { Command } from './run-command.ts'
import type { PrintedAnswer } from './score-answer.ts'
import { readOptions, UsageFault } from './usage-fault.ts'

const help = `Answers one question from the published record.

Usage: npm run -s ask -- "QUESTION" [OPTIONS]
       npm run -s ask -- --jsonl < QUESTIONS.jsonl

Options:
  --json            print one object: {outcome, language, text, projects, citations, nearest, made}
  --jsonl           read {"id", "question", "context"?} lines from standard input and print one object with the same id a line;
                    context is what was said before: [{"role": "user" | "bot", "text"}]
  --lang ja|en      answer in this language, whatever the question's
  --committee DIR   another committee's folder (else COMMITTEE_DIR)
  --help            this text

It reads the committee's folder and the published rounds that the bot keeps as files in STATE_DIR, never the store: it
may be asked while the bot runs.
With a language model, each request to it and what came of it is said on standard error, without texts.
made says how the answer was made: the version of the record, its passages, and what a language model was asked with.
outcome is one of answered, partial, corrected, ambiguous, not-in-record, out-of-scope.
Exit codes: 0 answered, whatever the outcome; 1 a line of --jsonl or the record is faulty; 2 wrong options.
`

const options = {
  json: { type: 'boolean', default: false },
  jsonl: { type: 'boolean', default: false },
  lang: { type: 'string' },
  committee: { type: 'string' },
} as const

const Line = z.object({
  id: z.union([z.string(), z.number()]),
  question: z.string(),
  context: z.array(z.object({ role: z.enum(['user', 'bot']), text: z.string() })).optional(),
})

/** Answers one question, or one a line. */
export const ask: Command = {
  help,
  async run(args, env) {
    const { values, positionals } = readOptions(args, options, 'words')
    const language = readLanguage(values.lang)
    if (values.jsonl && positionals.length > 0)
      throw new UsageFault('--jsonl reads questions from standard input; leave the question out')
    if (!values.jsonl && positionals.length === 0)
      throw new UsageFault('no question given; put it in quotes: npm run -s ask -- "QUESTION"')
    const config = readConfig(env, values)
    const prepared = openRecord(config)
    const report = (message: string) => void process.stderr.write(`kondankai-bot: ${message}\n`)
    // What turns meanwhile stands on standard error too.
    const asked: string[] = []
    const log = values.jsonl ? report : (message: string) => void asked.push(message)
    const given = { report, log, clock: { now: Date.now }, state: null }
    const model = await openModelUse(config.model, given)
    if (values.jsonl) return await answerLines(prepared, language, model)
    const question = positionals.join(' ')
    const stop = spin(process.stderr, sayIn({ language: language ?? findLanguage(question) ?? 'ja' }).faces.working)
    const answered = await answer(prepared, question, noMemory, language, model).finally(stop)
    for (const message of asked) report(message)
    process.stdout.write(values.json ? `${JSON.stringify(answered)}\n` : `${answered.text}\n`)
    return 0
  },
}

async function answerLines(
  prepared: PreparedRecord,
  language: Language | undefined,
  model: ModelUse | null,
): Promise<number> {
  let code = 0
  for await (const line of readLines(process.stdin)) {
    if (line.trim() === '') continue
    const parsed = readLine(line)
    if ('error' in parsed) code = 1
    const result =
      'error' in parsed
        ? parsed
        : {
            id: parsed.id,
            ...(await answer(
              prepared,
              parsed.question,
              recallContext(prepared, parsed.context ?? []),
              language,
              model,
            )),
          }
    process.stdout.write(`${JSON.stringify(result)}\n`)
  }
  return code
}

function readLine(line: string): z.infer<typeof Line> | { readonly id: null; readonly error: string } {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch (cause) {
    return { id: null, error: `not JSON: ${(cause as Error).message}` }
  }
  const result = Line.safeParse(value)
  return result.success ? result.data : { id: null, error: z.prettifyError(result.error).replaceAll('\n', ' ') }
}

/** Rebuilds what the conversation remembers from the turns before. */
function recallContext(
  prepared: PreparedRecord,
  context: readonly { readonly role: 'user' | 'bot'; readonly text: string }[],
): Memory {
  let memory = noMemory
  for (const { role, text } of context) {
    memory =
      role === 'user' ? answerTurn(said(text, undefined), prepared, memory).memory : recallReply(prepared, text, memory)
  }
  return memory
}

/** Answers a golden question as `ask` does; a model gets its passages in the same order each time. */
export async function answerGolden(
  prepared: PreparedRecord,
  { id, question, context = [] }: GoldenQuestion,
  model: ModelUse | null,
): Promise<PrintedAnswer> {
  return await answer(prepared, question, recallContext(prepared, context), undefined, model, id)
}

function said(text: string, language: Language | undefined) {
  return { did: { kind: 'say', text }, language } as const
}

/** Translations that this process has asked for: no store is open to keep them. */
const translated = new Map<string, Gloss>()

async function answer(
  prepared: PreparedRecord,
  question: string,
  memory: Memory,
  language: Language | undefined,
  model: ModelUse | null,
  seed: string = randomUUID(),
) {
  const use = model && modelForTurn(model)
  const whom = { person: 'terminal:ask', seed }
  const { answer, advice, traces } = await adviseTurn(said(question, language), prepared, memory, use, whom)
  const shown = use === null ? answer : await translateOnce(answer, prepared, use, whom.person, translated)
  return {
    outcome: answer.outcome,
    language: answer.language,
    text: messageText(answerMessage(shown, prepared.record)),
    projects: answer.projects,
    citations: [...answer.citations, ...answer.also].map(asJson),
    nearest: answer.nearest.map(asJson),
    made: describeAnswer(answer, advice, traces, prepared.record),
  }
}

function asJson(citation: Citation) {
  const { quote, speaker, document, position, lines } = citation
  return {
    quote,
    speaker,
    document: document.id,
    page: position !== null && 'page' in position ? position.page : null,
    ...(position !== null && 'column' in position ? { sheet: position.sheet } : {}),
    row: position?.row ?? null,
    column: findColumn(citation),
    lines,
    ...(document.release?.published ? { published: document.release.published } : {}),
  }
}
