import * as z from 'zod'
import type { Masks } from './masks.ts'
import type { Prompt } from './prompt.ts'

/**
 * The data that a model is shown. Each variable is JSON, whatever it says: JSON of one level stays as it is, all else is a text. No `<` is
 * in it, so no text can end the element that it stands in.
 */
export function fillPrompt({ data }: Prompt, variables: Readonly<Record<string, string>>, masks: Masks): string {
  return data.replace(/\{\{([^{}]*)\}\}/gu, (_, name: string) => written(variables[name] ?? '', masks))
}

const Plain = z.union([z.string(), z.number(), z.boolean(), z.null()])
const Entry = z.record(z.string(), z.union([Plain, z.array(Plain)]))
/** What a caller gives as data: texts, or entries of one level. */
const Data = z.union([Entry, z.array(z.union([Plain, Entry]))])

function written(text: string, masks: Masks): string {
  const given = Data.safeParse(parsed(text)).data
  const json = JSON.stringify(given ?? text.toWellFormed(), (_, value: unknown) =>
    typeof value === 'string' ? masks.mask(value) : value,
  )
  return json.replaceAll('<', '\\u003c').replaceAll('>', '\\u003e')
}

function parsed(text: string): unknown {
  if (!/^[[{]/u.test(text)) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
