import { zodTextFormat } from 'openai/helpers/zod'
import type { ZodType } from 'zod'

export type JsonSchema = { readonly [keyword: string]: unknown }

/** What OpenAI's strict mode takes (source: its guide "Structured outputs"); lengths and patterns are checked by zod alone. */
const keywords: ReadonlySet<string> = new Set([
  'type',
  'properties',
  'required',
  'additionalProperties',
  'items',
  'enum',
  'const',
  'anyOf',
  '$ref',
  '$defs',
  'definitions',
  'description',
])
/** Keywords whose values are schemas by name. */
const named: ReadonlySet<string> = new Set(['properties', '$defs', 'definitions'])

/** The schema as an endpoint is given it. @throws where a field is `optional`: write `nullable` */
export function answerSchema(schema: ZodType): JsonSchema {
  return plain(zodTextFormat(schema, 'answer').schema) as JsonSchema
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([keyword]) => keywords.has(keyword))
      .map(([keyword, inner]) => [keyword, named.has(keyword) ? byName(inner) : plain(inner)]),
  )
}

function byName(schemas: unknown): unknown {
  return Object.fromEntries(Object.entries(schemas as object).map(([name, schema]) => [name, plain(schema)]))
}
