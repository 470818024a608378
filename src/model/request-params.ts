import type { ChatCompletionCreateParamsStreaming } from 'openai/resources/chat/completions'
import type { ResponseCreateParamsStreaming } from 'openai/resources/responses/responses'
import type { ModelConfig } from '../config-model.ts'
import type { JsonSchema } from './answer-schema.ts'
import type { Terms } from './terms.ts'

/** What a model is told (`instructions`), what it is shown as data, and what its answer must be. */
export type Asked = { readonly instructions: string; readonly data: string; readonly schema: JsonSchema }

/** One request, as it is sent. */
export type Params = ResponseCreateParamsStreaming | ChatCompletionCreateParamsStreaming

/** Tokens that an answer may cost at most, with what a model thinks before it. */
export const mostTokens = 4000

export function buildParams({ model, api }: Pick<ModelConfig, 'model' | 'api'>, asked: Asked, terms: Terms): Params {
  return api === 'responses' ? forResponses(model, asked, terms) : forChat(model, asked, terms)
}

function forResponses(model: string, asked: Asked, terms: Terms): ResponseCreateParamsStreaming {
  const schema = { type: 'json_schema', name: 'answer', strict: true, schema: asked.schema } as const
  return {
    model,
    instructions: instructionsOf(asked, terms),
    input: [{ role: 'user', content: asked.data }],
    ...(terms.format === 'told'
      ? {}
      : { text: { format: terms.format === 'schema' ? schema : { type: 'json_object' } } }),
    ...(terms.steady ? { temperature: 0 } : {}),
    max_output_tokens: mostTokens,
    // OpenAI keeps what it is sent for thirty days otherwise.
    store: false,
    stream: true,
  }
}

function forChat(model: string, asked: Asked, terms: Terms): ChatCompletionCreateParamsStreaming {
  const schema = { type: 'json_schema', json_schema: { name: 'answer', strict: true, schema: asked.schema } } as const
  return {
    model,
    messages: [
      { role: 'system', content: instructionsOf(asked, terms) },
      { role: 'user', content: asked.data },
    ],
    ...(terms.format === 'told'
      ? {}
      : { response_format: terms.format === 'schema' ? schema : { type: 'json_object' } }),
    ...(terms.steady ? { temperature: 0 } : {}),
    max_completion_tokens: mostTokens,
    ...(terms.usage ? { stream_options: { include_usage: true } } : {}),
    stream: true,
  }
}

/** What the endpoint does not keep to by itself is said to the model. */
function instructionsOf({ instructions, schema }: Asked, { format }: Terms): string {
  if (format === 'schema') return instructions
  return `${instructions}\n\nAnswer with one JSON object and nothing else, valid by this JSON Schema:\n${JSON.stringify(schema)}`
}
