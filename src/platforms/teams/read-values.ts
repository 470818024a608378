import * as z from 'zod'
import type { Values } from '../../conversation/desk-dialog.ts'
import { inputIds } from './field-elements.ts'

/** UTF-16 units of one field at most; a longer one is as if it were empty. */
const longest = 100_000

const Given = z.record(z.string(), z.unknown())

/** What was filled in, by field, in what a button gives back: a field that takes one thing has one or none. */
export function readValues(data: unknown): Values {
  const given = Given.safeParse(data).data ?? {}
  return Object.fromEntries(
    Object.entries(given).flatMap(([id, value]) => {
      if (typeof value !== 'string' || value.length > longest) return []
      if (id.startsWith(inputIds.one)) return [[id.slice(inputIds.one.length), value === '' ? [] : [value]] as const]
      if (!id.startsWith(inputIds.several)) return []
      return [[id.slice(inputIds.several.length), value.split(',').flatMap(decoded)] as const]
    }),
  )
}

/** A choice among several; what we cannot have written is none. */
function decoded(value: string): readonly string[] {
  try {
    return value === '' ? [] : [decodeURIComponent(value)]
  } catch {
    return []
  }
}
