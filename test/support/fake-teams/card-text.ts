import type { AnyAction, Card, Element } from './card-schemas.ts'

/** A card as the lines that a person reads; buttons and inputs stand in brackets. */
export function cardText(card: Pick<Card, 'body' | 'actions'>): string {
  const lines = (card.body ?? []).flatMap(linesOf)
  return [...lines, ...buttons(card.actions ?? [])].join('\n')
}

function linesOf(element: Element): string[] {
  if (element.isVisible === false) return []
  switch (element.type) {
    case 'TextBlock':
      return [element.text]
    case 'RichTextBlock':
      return [element.inlines.map((run) => (typeof run === 'string' ? run : run.text)).join('')]
    case 'Container':
      return element.items.flatMap(linesOf)
    case 'ColumnSet':
      return element.columns.flatMap(({ items }) => items.flatMap(linesOf))
    case 'FactSet':
      return element.facts.map(({ title, value }) => `${title}：${value}`)
    case 'ActionSet':
      return buttons(element.actions)
    case 'Input.Text':
    case 'Input.Date':
      return [`${element.label ?? ''} [${element.value ?? ''}]`]
    case 'Input.ChoiceSet':
      return [`${element.label ?? ''} [${element.choices.map(({ title }) => title).join(' | ')}]`]
    case 'Input.Toggle':
      return [`[ ] ${element.title}`]
  }
}

function buttons(actions: readonly AnyAction[]): string[] {
  return actions.flatMap((action) => [
    `[${action.title ?? ''}]`,
    ...(action.type === 'Action.ShowCard' ? [cardText(action.card)] : []),
  ])
}
