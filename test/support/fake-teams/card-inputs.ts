import { z } from 'zod'

/** Text that is not only white space: an empty block is a hole in the card. */
export const Words = z.string().regex(/\S/, 'no words')
const spacing = z.enum(['none', 'small', 'default', 'medium', 'large', 'extraLarge', 'padding'])
/** What every element may say. */
export const common = {
  id: z.string().min(1).exactOptional(),
  isVisible: z.boolean().exactOptional(),
  separator: z.boolean().exactOptional(),
  spacing: spacing.exactOptional(),
  height: z.enum(['auto', 'stretch']).exactOptional(),
}

const input = {
  ...common,
  id: z.string().min(1),
  label: Words.exactOptional(),
  isRequired: z.boolean().exactOptional(),
  errorMessage: Words.exactOptional(),
}
const InputText = z.strictObject({
  type: z.literal('Input.Text'),
  ...input,
  placeholder: Words.exactOptional(),
  value: z.string().exactOptional(),
  isMultiline: z.boolean().exactOptional(),
  maxLength: z.int().min(1).exactOptional(),
  regex: z.string().exactOptional(),
  style: z.enum(['text', 'tel', 'url', 'email']).exactOptional(),
})
const InputChoiceSet = z.strictObject({
  type: z.literal('Input.ChoiceSet'),
  ...input,
  placeholder: Words.exactOptional(),
  choices: z.array(z.strictObject({ title: Words, value: z.string().min(1) })).min(1),
  'choices.data': z.strictObject({ type: z.literal('Data.Query'), dataset: z.string().min(1) }).exactOptional(),
  value: z.string().exactOptional(),
  isMultiSelect: z.boolean().exactOptional(),
  style: z.enum(['compact', 'expanded', 'filtered']).exactOptional(),
  wrap: z.boolean().exactOptional(),
})
const InputToggle = z.strictObject({
  type: z.literal('Input.Toggle'),
  ...input,
  title: Words,
  value: z.string().exactOptional(),
  valueOn: z.string().min(1).exactOptional(),
  valueOff: z.string().min(1).exactOptional(),
  wrap: z.boolean().exactOptional(),
})
const InputDate = z.strictObject({
  type: z.literal('Input.Date'),
  ...input,
  placeholder: Words.exactOptional(),
  value: z.iso.date().exactOptional(),
  min: z.iso.date().exactOptional(),
  max: z.iso.date().exactOptional(),
})

/** The elements that a person fills in. */
export const inputs = [InputText, InputChoiceSet, InputToggle, InputDate] as const
export type Input = z.infer<(typeof inputs)[number]>
