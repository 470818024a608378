import type { ZodType } from 'zod'
import type { Masks } from './masks.ts'
import { ModelFailure } from './model-failure.ts'

/** Levels of an answer; none of ours has half as many. */
const deepest = 12

/**
 * Reads a model's answer by its schema, with the words that were masked in their places.
 * @throws ModelFailure `malformed` where it is no JSON, not by the schema, or has a mask that was never given
 */
export function readAnswer<T>(text: string, schema: ZodType<T>, masks: Masks): T {
  let value: unknown
  try {
    value = JSON.parse(bare(text))
  } catch {
    throw new ModelFailure('malformed', 'no-json')
  }
  const result = schema.safeParse(clean(value, masks, deepest))
  if (!result.success) throw new ModelFailure('malformed', 'not-by-schema')
  return result.data
}

/** Servers of one's own show what a model thinks before its answer, and put that in a fence. */
function bare(text: string): string {
  const answer = text.replace(/^\s*<think>[\s\S]*?<\/think>/u, '').trim()
  return /^```(?:json)?\n([\s\S]*)\n```$/u.exec(answer)?.[1] ?? answer
}

function clean(value: unknown, masks: Masks, levels: number): unknown {
  if (levels === 0) throw new ModelFailure('malformed', 'too-deep')
  if (typeof value === 'string') {
    // A store takes neither.
    const unmasked = masks.unmask(value.toWellFormed().replaceAll('\0', ''))
    if (unmasked === undefined) throw new ModelFailure('malformed', 'unknown-mask')
    return unmasked
  }
  if (Array.isArray(value)) return value.map((one) => clean(one, masks, levels - 1))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([field, inner]) => [field, clean(inner, masks, levels - 1)]))
}
