import * as z from 'zod'
import type { Masks } from './masks.ts'
import type { Prompt } from './prompt.ts'

/**
 * The data that a model is shown. Each variable is JSON, whatever it says: a list stays a list, all else is a text. No `<` is
 * in it, so no text can end the element that it stands in.
 */
export function fillPrompt({ data }: Prompt, variables: Readonly<Record<string, string>>, masks: Masks): string {
  return data.replace(/\{\{([^{}]*)\}\}/gu, (_, name: string) => written(variables[name] ?? '', masks))
}

const Plain = z.union([z.string(), z.number(), z.boolean(), z.null()])
/** What a caller gives as a list: texts, or entries of one level. */
const List = z.array(z.union([Plain, z.record(z.string(), z.union([Plain, z.array(Plain)]))]))

function written(text: string, masks: Masks): string {
  const list = List.safeParse(parsed(text)).data
  const json = JSON.stringify(list ?? text.toWellFormed(), (_, value: unknown) =>
    typeof value === 'string' ? masks.mask(value) : value,
  )
  return json.replaceAll('<', '\\u003c').replaceAll('>', '\\u003e')
}

function parsed(text: string): unknown {
  if (!text.startsWith('[')) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
