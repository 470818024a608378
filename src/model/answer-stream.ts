import type { ChatCompletionChunk } from 'openai/resources/chat/completions'
import type { ResponseStreamEvent } from 'openai/resources/responses/responses'
import { ModelFailure } from './model-failure.ts'

/** UTF-16 units of an answer that are read at most. */
const mostText = 100_000

/** A model's whole answer, and what it was charged with. */
export type Said = {
  readonly text: string
  readonly tokens: { readonly input: number; readonly output: number } | null
}

/** Collects a stream of the Responses API. @throws ModelFailure where it ends without its completed event */
export async function collectResponse(events: AsyncIterable<ResponseStreamEvent>): Promise<Said> {
  let text = ''
  for await (const event of events) {
    if (event.type === 'response.output_text.delta') text = added(text, event.delta)
    else if (event.type === 'response.refusal.done') throw new ModelFailure('refused', 'by-the-model')
    else if (event.type === 'response.incomplete') throw new ModelFailure('malformed', 'incomplete')
    else if (event.type === 'response.failed' || event.type === 'error')
      throw new ModelFailure('unreachable', 'stream-error', { again: true, health: 'doubtful' })
    else if (event.type === 'response.completed') {
      const { usage } = event.response
      return { text, tokens: tokensOf(usage?.input_tokens, usage?.output_tokens) }
    }
  }
  throw brokenOff()
}

/** Collects a stream of Chat Completions. @throws ModelFailure where it ends without saying why it stops */
export async function collectChat(chunks: AsyncIterable<ChatCompletionChunk>): Promise<Said> {
  let text = ''
  let stopped = false
  let tokens: Said['tokens'] = null
  for await (const { choices, usage } of chunks) {
    tokens = tokensOf(usage?.prompt_tokens, usage?.completion_tokens) ?? tokens
    const [choice] = choices ?? []
    if (choice === undefined) continue
    if (choice.delta?.refusal) throw new ModelFailure('refused', 'by-the-model')
    text = added(text, choice.delta?.content ?? '')
    if (choice.finish_reason === 'stop') stopped = true
    else if (choice.finish_reason === 'content_filter') throw new ModelFailure('refused', 'content_filter')
    else if (choice.finish_reason) throw new ModelFailure('malformed', 'incomplete')
  }
  if (!stopped) throw brokenOff()
  return { text, tokens }
}

/** Whether an event brings words of the answer: those before it only tell that the model is at work. */
export function saysInResponse({ type }: ResponseStreamEvent): boolean {
  return type === 'response.output_text.delta'
}

/** The same of Chat Completions. */
export function saysInChat({ choices }: ChatCompletionChunk): boolean {
  return Boolean(choices?.[0]?.delta?.content)
}

function added(text: string, more: unknown): string {
  if (typeof more !== 'string') throw new ModelFailure('malformed', 'no-text')
  if (text.length + more.length > mostText) throw new ModelFailure('malformed', 'too-long')
  return text + more
}

function tokensOf(input: unknown, output: unknown): Said['tokens'] {
  return isCount(input) && isCount(output) ? { input, output } : null
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0
}

function brokenOff(): ModelFailure {
  return new ModelFailure('unreachable', 'broken-off', { again: true, health: 'doubtful' })
}
