import type { KnownBlock } from '@slack/types'

/** Everything in blocks that has a type, wherever it lies. */
type Part = { readonly type: string; readonly [key: string]: unknown }

/** What may stand in our blocks: nothing else is inert. */
const inertTypes = [
  'section',
  'context',
  'rich_text',
  'rich_text_section',
  'rich_text_quote',
  'actions',
  'button',
  'plain_text',
  'text',
]

/** Length in characters after Slack's escaping. */
function lengthOf(text: string): number {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').length
}

/** All parts of blocks, outermost first. */
export function partsOf(value: unknown): readonly Part[] {
  if (typeof value !== 'object' || value === null) return []
  const inner = Object.values(value).flatMap(partsOf)
  return 'type' in value && typeof value.type === 'string' ? [value as Part, ...inner] : inner
}

/** The texts of blocks in their order, without those of buttons. */
export function textsOf(blocks: readonly KnownBlock[]): string {
  return partsOf(blocks.filter(({ type }) => type !== 'actions'))
    .filter(({ type }) => type === 'plain_text' || type === 'text')
    .map(({ text }) => String(text))
    .join('')
}

/** The buttons of blocks. */
export function buttonsOf(blocks: readonly KnownBlock[]): readonly Part[] {
  return partsOf(blocks).filter(({ type }) => type === 'button')
}

/** Where blocks are not what Slack takes, or something in them would be live; written from Slack's reference, not from our code. */
export function blockFaults(blocks: readonly KnownBlock[], most: number): readonly string[] {
  const parts = partsOf(blocks)
  const ids = blocks.map(({ block_id }) => block_id)
  const actions = buttonsOf(blocks).map(({ action_id }) => action_id)
  return [
    ...(blocks.length > most ? [`${blocks.length} blocks`] : []),
    ...(new Set(ids).size < ids.length || ids.includes(undefined) ? ['block_id not unique'] : []),
    ...(new Set(actions).size < actions.length || actions.includes(undefined) ? ['action_id not unique'] : []),
    ...parts.filter(({ type }) => !inertTypes.includes(type)).map(({ type }) => `live: ${type}`),
    ...parts.flatMap(partFaults),
    ...(JSON.stringify(JSON.parse(JSON.stringify(blocks))) === JSON.stringify(blocks) ? [] : ['not JSON']),
  ]
}

function partFaults(part: Part): readonly string[] {
  const found: string[] = []
  const fault = (holds: boolean, what: string) => void (holds || found.push(`${part.type}: ${what}`))
  const { text, elements } = part
  if (typeof text === 'string') {
    fault(text.isWellFormed(), 'lone surrogate')
    fault(!/[\0-\x08\x0b-\x1f\x7f-\x9f]/u.test(text), 'control character')
    fault(lengthOf(text) >= 1 && lengthOf(text) <= 3000, `text of ${lengthOf(text)}`)
  }
  if (part.type === 'plain_text') {
    fault(part.emoji === false, 'emoji')
    fault(String(text).trim() !== '', 'blank')
  }
  if (part.type === 'actions') fault(Array.isArray(elements) && elements.length <= 25, 'too many elements')
  if (Array.isArray(elements)) fault(elements.length > 0, 'no elements')
  if (part.type === 'button') {
    fault(
      partsOf(text).every((label) => lengthOf(String(label.text)) <= 75),
      'long label',
    )
    fault(String(part.value).length <= 2000 && !/[&<>]/u.test(String(part.value)), 'value')
    fault(
      part.accessibility_label === undefined || lengthOf(String(part.accessibility_label)) <= 75,
      'long spoken label',
    )
    fault([undefined, 'primary', 'danger'].includes(part.style as string | undefined), 'style')
  }
  return found
}
