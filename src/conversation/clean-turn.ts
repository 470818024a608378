import { cleanText } from '../opinions/clean-text.ts'
import type { Did, Turn } from './turn.ts'

/** A turn whose texts every store can keep; `removed` counts what was taken out of them or replaced. */
export type CleanTurn = { readonly turn: Turn; readonly removed: number }

/** Cleans what a person wrote, before anything else is done with it. */
export function cleanTurn(turn: Turn): CleanTurn {
  let removed = 0
  const clean = (text: string): string => {
    const cleaned = cleanText(text)
    removed += cleaned.removed
    return cleaned.text
  }
  return { turn: { ...turn, did: cleanDid(turn.did, clean) }, removed }
}

function cleanDid(did: Did, clean: (text: string) => string): Did {
  switch (did.kind) {
    case 'say':
      return { ...did, text: clean(did.text) }
    case 'action':
      return did.about === undefined ? did : { ...did, about: clean(did.about) }
    case 'form':
      return { ...did, form: cleanFields(did.form, clean) }
  }
}

/** Every text of a form, however deep it stands. */
function cleanFields<T>(fields: T, clean: (text: string) => string): T {
  if (typeof fields === 'string') return clean(fields) as T
  if (Array.isArray(fields)) return fields.map((one) => cleanFields(one, clean)) as T
  if (typeof fields !== 'object' || fields === null) return fields
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, cleanFields(field, clean)])) as T
}
