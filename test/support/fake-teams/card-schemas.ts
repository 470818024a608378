import { z } from 'zod'
import { Action, OpenUrl, Refresh } from './card-actions.ts'
import { common, inputs, Words } from './card-inputs.ts'

const aligned = { horizontalAlignment: z.enum(['left', 'center', 'right']).exactOptional() }
const looks = {
  color: z.enum(['default', 'dark', 'light', 'accent', 'good', 'warning', 'attention']).exactOptional(),
  fontType: z.enum(['default', 'monospace']).exactOptional(),
  isSubtle: z.boolean().exactOptional(),
  size: z.enum(['default', 'small', 'medium', 'large', 'extraLarge']).exactOptional(),
  weight: z.enum(['default', 'lighter', 'bolder']).exactOptional(),
}
const area = {
  style: z.enum(['default', 'emphasis', 'good', 'attention', 'warning', 'accent']).exactOptional(),
  verticalContentAlignment: z.enum(['top', 'center', 'bottom']).exactOptional(),
  bleed: z.boolean().exactOptional(),
  minHeight: z
    .string()
    .regex(/^\d+px$/)
    .exactOptional(),
  rtl: z.boolean().exactOptional(),
  selectAction: Action.exactOptional(),
}

const TextBlock = z.strictObject({
  type: z.literal('TextBlock'),
  ...common,
  ...aligned,
  ...looks,
  text: Words,
  maxLines: z.int().min(1).exactOptional(),
  wrap: z.boolean().exactOptional(),
  style: z.enum(['default', 'heading']).exactOptional(),
})
const TextRun = z.strictObject({
  type: z.literal('TextRun'),
  ...looks,
  text: z.string().min(1),
  highlight: z.boolean().exactOptional(),
  italic: z.boolean().exactOptional(),
  strikethrough: z.boolean().exactOptional(),
  underline: z.boolean().exactOptional(),
  selectAction: OpenUrl.exactOptional(),
})
const RichTextBlock = z.strictObject({
  type: z.literal('RichTextBlock'),
  ...common,
  ...aligned,
  inlines: z.array(z.union([z.string().min(1), TextRun])).min(1),
})
const FactSet = z.strictObject({
  type: z.literal('FactSet'),
  ...common,
  facts: z.array(z.strictObject({ title: Words, value: Words })).min(1),
})
const ActionSet = z.strictObject({
  type: z.literal('ActionSet'),
  ...common,
  ...aligned,
  actions: z.array(Action).min(1),
})

const leaves = [TextBlock, RichTextBlock, FactSet, ActionSet, ...inputs] as const
type Parts = { readonly items: Element[] }
type Area = z.infer<z.ZodObject<typeof common & typeof area>>
/** What a card shows, whatever stands within it. */
export type Element =
  | z.infer<(typeof leaves)[number]>
  | ({ readonly type: 'Container' } & Area & Parts)
  | ({ readonly type: 'ColumnSet'; readonly columns: ({ readonly type?: 'Column' } & Area & Parts)[] } & Area)

const Inner: z.ZodType<Element> = z.lazy(() => Element)
const Container = z.strictObject({ type: z.literal('Container'), ...common, ...area, items: z.array(Inner).min(1) })
const Column = z.strictObject({
  type: z.literal('Column').exactOptional(),
  ...common,
  ...area,
  width: z.union([z.enum(['auto', 'stretch']), z.int().min(1), z.string().regex(/^\d+(px)?$/)]).exactOptional(),
  items: z.array(Inner),
})
const { verticalContentAlignment: _, rtl: __, ...row } = area
const ColumnSet = z.strictObject({
  type: z.literal('ColumnSet'),
  ...common,
  ...aligned,
  ...row,
  columns: z.array(Column).min(1),
})
const Element = z.discriminatedUnion('type', [...leaves, Container, ColumnSet])

/** An action that unfolds a card of its own; it stands only in the actions of a card, not within another. */
const ShowCard = z.strictObject({
  type: z.literal('Action.ShowCard'),
  id: z.string().min(1).exactOptional(),
  title: Words,
  tooltip: Words.exactOptional(),
  style: z.enum(['default', 'positive', 'destructive']).exactOptional(),
  card: z.strictObject({
    type: z.literal('AdaptiveCard'),
    $schema: z.url().exactOptional(),
    version: z.string().exactOptional(),
    body: z.array(Element).min(1),
    actions: z.array(Action).min(1).exactOptional(),
  }),
})

/** A person whom a card names as `<at>name</at>`. */
export const Mention = z.strictObject({
  type: z.literal('mention'),
  text: z.string().regex(/^<at>[^<>]+<\/at>$/),
  mentioned: z.strictObject({ id: z.string().min(1), name: z.string().min(1), role: z.string().exactOptional() }),
})

/**
 * An Adaptive Card of the elements that the app uses, no other element and no other property (adaptivecards.io, 1.5;
 * Microsoft Learn, "Cards reference": Teams shows 1.5).
 */
export const Card = z.strictObject({
  type: z.literal('AdaptiveCard'),
  $schema: z.url().exactOptional(),
  version: z.enum(['1.2', '1.3', '1.4', '1.5']),
  lang: z.string().exactOptional(),
  rtl: z.boolean().exactOptional(),
  speak: Words.exactOptional(),
  fallbackText: Words.exactOptional(),
  minHeight: area.minHeight,
  body: z.array(Element).exactOptional(),
  actions: z
    .array(z.union([Action, ShowCard]))
    .min(1)
    .exactOptional(),
  refresh: Refresh.exactOptional(),
  msteams: z
    .strictObject({ width: z.literal('Full').exactOptional(), entities: z.array(Mention).exactOptional() })
    .exactOptional(),
})
export type Card = z.infer<typeof Card>
export type AnyAction = z.infer<typeof Action> | z.infer<typeof ShowCard>
