import { type ChatCompletionRequest, LLMock } from '@copilotkit/aimock'
import type { GoldenQuestion } from '../../src/commands/golden-question.ts'

/**
 * A fake of OpenAI's two interfaces behind which a model sits that knows the golden questions: it points at what has the words
 * that a right answer must show, at nothing where the record has no answer, and adds nothing to what a question says.
 */
export async function openWellBehavedModel(golden: readonly GoldenQuestion[]) {
  const mock = new LLMock({ port: 0, host: '127.0.0.1' })
  const usage = { input_tokens: 90, output_tokens: 20, prompt_tokens: 90, completion_tokens: 20, total_tokens: 110 }
  mock.onMessage(/[\s\S]/u, (request) => ({ content: JSON.stringify(answer(dataOf(request), golden)), usage }))
  await mock.start()
  return {
    /** For OPENAI_BASE_URL. */
    url: `${mock.url}/v1`,
    requests: () => mock.getRequests().length,
    async [Symbol.asyncDispose]() {
      await mock.stop()
    },
  }
}

function dataOf({ messages }: ChatCompletionRequest): string {
  const content = messages.at(-1)?.content
  return typeof content === 'string'
    ? content
    : (content ?? []).map((part) => ('text' in part ? part.text : '')).join('')
}

function answer(data: string, golden: readonly GoldenQuestion[]): object {
  if (data.includes('<before>')) return { words: [], cues: [], continues: false }
  const asked = elementOf(data, 'question')
  const { all = [], outcome } = golden.find(({ question }) => question === asked)?.expect ?? {}
  const answers = (text: string) => all.some((group) => group.some((phrase) => bare(text).includes(bare(phrase))))
  const given = elementOf(data, 'passages') as readonly { readonly id: string; readonly text: string }[]
  const passages = given.filter(({ text }) => outcome === undefined && answers(text)).map(({ id }) => id)
  return { passages, extent: passages.length > 0 ? 'wholly' : 'not' }
}

function elementOf(data: string, name: string): unknown {
  return JSON.parse(new RegExp(`<${name}>([\\s\\S]*)</${name}>`, 'u').exec(data)?.[1] ?? 'null')
}

function bare(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, '').toLowerCase()
}
