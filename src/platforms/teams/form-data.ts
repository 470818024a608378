import * as z from 'zod'
import type { ButtonData } from './activity.ts'
import { readData } from './choice-data.ts'

const draft = z.string().max(200)
const receipt = z.string().max(50)

/**
 * What a form of somebody's own fills in; nothing of it decides what he may do. `draft` and `edits` are what an opinion's form is
 * of, `behalf`: it asks for whom; `about` is what the one field of a text's form is about, and `asks` what it is for.
 */
const DialogForm = z.discriminatedUnion('name', [
  z.strictObject({
    ...{ name: z.literal('opinion'), draft, edits: receipt.optional(), behalf: z.literal(true).optional() },
  }),
  z.strictObject({ name: z.literal('confirm'), draft }),
  z.strictObject({ name: z.literal('text'), asks: z.enum(['reply', 'proof', 'claim', 'ask']), about: receipt }),
])
export type DialogForm = z.infer<typeof DialogForm>
export type OpinionFormData = Extract<DialogForm, { readonly name: 'opinion' }>

export function formData(form: DialogForm): ButtonData {
  return { form: JSON.stringify(form) }
}

/** The form that a button sends; undefined for what is not ours. */
export function readForm(data: unknown): DialogForm | undefined {
  const form = readData(data)?.form
  if (form === undefined) return undefined
  try {
    return DialogForm.safeParse(JSON.parse(form)).data
  } catch {
    return undefined
  }
}
