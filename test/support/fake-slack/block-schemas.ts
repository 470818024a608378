import type { KnownBlock } from '@slack/types'
import { z } from 'zod'
import { blockFaults, type Surface } from './block-faults.ts'
import { ActionElement, InputElement } from './element-schemas.ts'
import type { Fitting } from './fitting.ts'
import { RichTextPart } from './rich-text-schemas.ts'
import { anyText, plainText } from './text-schemas.ts'

const id = { block_id: z.string().min(1).max(255).exactOptional() }

/** A block as this app may send it, with Slack's limits; a type that the app does not use is refused. */
export const Block = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('section'),
    ...id,
    text: anyText(3000).exactOptional(),
    fields: z.array(anyText(2000)).min(1).max(10).exactOptional(),
    accessory: ActionElement.exactOptional(),
    expand: z.boolean().exactOptional(),
  }),
  z.strictObject({ type: z.literal('header'), ...id, text: plainText(150) }),
  z.strictObject({ type: z.literal('context'), ...id, elements: z.array(anyText(3000)).min(1).max(10) }),
  z.strictObject({ type: z.literal('divider'), ...id }),
  z.strictObject({ type: z.literal('actions'), ...id, elements: z.array(ActionElement).min(1).max(25) }),
  z.strictObject({ type: z.literal('rich_text'), ...id, elements: z.array(RichTextPart).min(1) }),
  z.strictObject({
    type: z.literal('input'),
    ...id,
    label: plainText(2000),
    hint: plainText(2000).exactOptional(),
    optional: z.boolean().exactOptional(),
    dispatch_action: z.boolean().exactOptional(),
    element: InputElement,
  }),
])
export type Block = Fitting<z.infer<typeof Block>, KnownBlock>

/** The blocks of one surface: 50 in a message, 100 in a modal or a home. */
export function blocks(surface: Surface) {
  return z
    .array(Block)
    .max(surface === 'message' ? 50 : 100)
    .superRefine((list, context) => {
      for (const { path, message } of blockFaults(list, surface)) context.addIssue({ code: 'custom', path, message })
    })
}
