import * as z from 'zod'
import type { Activity, CardAttachment } from '../../../src/platforms/teams/activity.ts'

// Written from the schema of Adaptive Cards 1.5 (adaptivecards.io/schemas/adaptive-card.json) and Teams' documents, not from
// our code: only elements in which a text is inert, and only keys that the schema has.

const shown = z
  .string()
  .min(1)
  .refine((text) => text.isWellFormed() && !/[\0-\x08\x0b-\x1f\x7f-\x9f]/u.test(text), 'cannot be shown')
/** What clients replace in a text (adaptivecards, text-formatters). */
const inert = shown.refine((text) => !/\{\{(?:DATE|TIME)\(/iu.test(text), 'live')
const label = shown.max(60).refine((text) => text.trim() !== '' && !text.includes('\n'), 'no label')

const TextRun = z.strictObject({
  type: z.literal('TextRun'),
  text: inert,
  weight: z.enum(['Lighter', 'Default', 'bolder']).optional(),
  size: z.enum(['small', 'Default', 'Medium', 'Large', 'ExtraLarge']).optional(),
  italic: z.boolean().optional(),
  isSubtle: z.boolean().optional(),
})
const RichTextBlock = z.strictObject({
  type: z.literal('RichTextBlock'),
  inlines: z.array(TextRun).min(1),
  spacing: z.enum(['None', 'small', 'Default', 'Medium', 'Large']).optional(),
})
const Submit = z.strictObject({
  type: z.literal('Action.Submit'),
  title: label,
  tooltip: shown.max(200).optional(),
  style: z.enum(['default', 'positive', 'destructive']).optional(),
  data: z
    .strictObject({
      msteams: z.strictObject({ type: z.literal('task/fetch') }).optional(),
      kondankai: z.strictObject({ name: z.string(), about: z.string().optional() }).optional(),
      desk: z.string().optional(),
    })
    .refine((data) => JSON.stringify(data).length <= 1500, 'too much data'),
})
const OpenUrl = z.strictObject({ type: z.literal('Action.OpenUrl'), title: label, url: z.url() })
const ActionSet = z.strictObject({
  type: z.literal('ActionSet'),
  actions: z
    .array(z.union([Submit, OpenUrl]))
    .min(1)
    .max(6),
})
const Container = z.strictObject({
  type: z.literal('Container'),
  style: z.enum(['default', 'emphasis']),
  items: z.array(z.union([RichTextBlock, ActionSet])).min(1),
})
const Attachment = z.strictObject({
  contentType: z.literal('application/vnd.microsoft.card.adaptive'),
  content: z.strictObject({
    type: z.literal('AdaptiveCard'),
    $schema: z.literal('http://adaptivecards.io/schemas/adaptive-card.json'),
    version: z.literal('1.5'),
    lang: z.enum(['ja', 'en']),
    msteams: z.strictObject({ width: z.literal('Full') }),
    body: z.array(z.union([RichTextBlock, ActionSet, Container])).min(1),
  }),
})

const Entity = z.strictObject({
  type: z.literal('https://schema.org/Message'),
  '@type': z.literal('Message'),
  '@context': z.literal('https://schema.org'),
  '@id': z.literal(''),
  additionalType: z.tuple([z.literal('AIGeneratedContent')]).exactOptional(),
  citation: z
    .array(
      z.strictObject({
        '@type': z.literal('Claim'),
        position: z.int().min(1),
        appearance: z.strictObject({
          '@type': z.literal('DigitalDocument'),
          name: shown.max(80),
          abstract: shown.max(160),
        }),
      }),
    )
    .min(1)
    .max(20),
})
const Message = z.strictObject({
  type: z.literal('message'),
  textFormat: z.literal('plain'),
  text: z
    .string()
    .regex(/^(?:出典|Source)(?: \[\d+\])+$/u)
    .optional(),
  summary: shown.max(200),
  attachments: z.array(Attachment).length(1),
  entities: z.array(Entity).length(1).optional(),
})

/** Where an activity is not what Teams takes, or something in it would be live. */
export function activityFaults(activity: Activity): readonly string[] {
  const faults = faultsOf(Message, activity)
  // 28 KB in UTF-16, and what the SDK adds when it sends it.
  const bytes = Buffer.from(JSON.stringify(activity), 'utf16le').length
  return bytes <= 24 * 1024 ? faults : [...faults, `${bytes} bytes`]
}

/** The same for a card alone. */
export function cardFaults(card: CardAttachment): readonly string[] {
  return faultsOf(Attachment, card)
}

function faultsOf(schema: z.ZodType, value: unknown): readonly string[] {
  const { error } = schema.safeParse(JSON.parse(JSON.stringify(value)))
  return error === undefined ? [] : [z.prettifyError(error)]
}

type Part = { readonly type: string; readonly [key: string]: unknown }

/** Everything in a card that has a type, wherever it lies, outermost first. */
export function partsOf(value: unknown): readonly Part[] {
  if (typeof value !== 'object' || value === null) return []
  const inner = Object.values(value).flatMap(partsOf)
  return 'type' in value && typeof value.type === 'string' ? [value as Part, ...inner] : inner
}

/** The texts of a card in their order, without those of buttons. */
export function textsOf(value: unknown): string {
  return partsOf(value)
    .filter(({ type }) => type === 'TextRun')
    .map(({ text }) => String(text))
    .join('')
}

/** The rows of buttons in a card. */
export function rowsOf(value: unknown): readonly (readonly Button[])[] {
  return partsOf(value)
    .filter(({ type }) => type === 'ActionSet')
    .map(({ actions }) => actions as readonly Button[])
}

export type Button = z.infer<typeof Submit> | z.infer<typeof OpenUrl>
