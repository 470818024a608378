import { z } from 'zod'

const style = {
  style: z
    .strictObject({
      bold: z.boolean().exactOptional(),
      italic: z.boolean().exactOptional(),
      strike: z.boolean().exactOptional(),
      code: z.boolean().exactOptional(),
    })
    .exactOptional(),
}

const Text = z.strictObject({ type: z.literal('text'), text: z.string().min(1), ...style })
const Link = z.strictObject({
  type: z.literal('link'),
  url: z.string().min(1),
  text: z.string().exactOptional(),
  unsafe: z.boolean().exactOptional(),
  ...style,
})

const Inline = z.discriminatedUnion('type', [
  Text,
  Link,
  z.strictObject({ type: z.literal('user'), user_id: z.string().min(1), ...style }),
  z.strictObject({ type: z.literal('usergroup'), usergroup_id: z.string().min(1), ...style }),
  z.strictObject({ type: z.literal('broadcast'), range: z.enum(['here', 'channel', 'everyone']), ...style }),
  z.strictObject({ type: z.literal('emoji'), name: z.string().min(1), unicode: z.string().exactOptional(), ...style }),
  z.strictObject({ type: z.literal('channel'), channel_id: z.string().min(1), ...style }),
  z.strictObject({
    type: z.literal('date'),
    timestamp: z.int(),
    format: z.string().min(1),
    url: z.string().exactOptional(),
    fallback: z.string().exactOptional(),
    ...style,
  }),
])

const border = { border: z.union([z.literal(0), z.literal(1)]).exactOptional() }
const Section = z.strictObject({ type: z.literal('rich_text_section'), elements: z.array(Inline) })

/** The parts of a rich text block (docs.slack.dev, rich text block). */
export const RichTextPart = z.discriminatedUnion('type', [
  Section,
  z.strictObject({ type: z.literal('rich_text_quote'), elements: z.array(Inline), ...border }),
  z.strictObject({
    type: z.literal('rich_text_preformatted'),
    elements: z.array(z.discriminatedUnion('type', [Text, Link])),
    ...border,
  }),
  z.strictObject({
    type: z.literal('rich_text_list'),
    style: z.enum(['bullet', 'ordered']),
    elements: z.array(Section),
    indent: z.int().min(0).max(8).exactOptional(),
    ...border,
  }),
])
