import type { Input } from './card-inputs.ts'
import type { AnyAction, Card, Element } from './card-schemas.ts'

/** Every element of a card, outer before inner, with the cards that its actions unfold. */
export function elementsOf(card: {
  readonly body?: readonly Element[]
  readonly actions?: readonly AnyAction[]
}): Element[] {
  return [...(card.body ?? []).flatMap(within), ...(card.actions ?? []).flatMap(unfolded)]
}

function within(element: Element): Element[] {
  switch (element.type) {
    case 'Container':
      return [element, ...element.items.flatMap(within)]
    case 'ColumnSet':
      return [element, ...element.columns.flatMap(({ items }) => items.flatMap(within))]
    case 'ActionSet':
    case 'FactSet':
    case 'RichTextBlock':
    case 'TextBlock':
    case 'Input.ChoiceSet':
    case 'Input.Date':
    case 'Input.Text':
    case 'Input.Toggle':
      return [element]
  }
}

const unfolded = (action: AnyAction): Element[] => (action.type === 'Action.ShowCard' ? elementsOf(action.card) : [])

/** The lists of actions of a card: its own, those of its ActionSets, and of the cards that unfold. */
export function actionLists(card: Pick<Card, 'body' | 'actions'>): readonly (readonly AnyAction[])[] {
  const own = card.actions ?? []
  const shown = own.flatMap((action) => (action.type === 'Action.ShowCard' ? [action.card.actions ?? []] : []))
  const sets = elementsOf(card).flatMap((element) => (element.type === 'ActionSet' ? [element.actions] : []))
  return [own, ...shown, ...sets].filter((list) => list.length > 0)
}

/** Everything in a card that can be pressed. */
export function actionsOf(card: Pick<Card, 'body' | 'actions'>): readonly AnyAction[] {
  const selected = elementsOf(card).flatMap((element) => {
    if (element.type === 'Container') return element.selectAction ?? []
    if (element.type !== 'ColumnSet') return []
    return [element.selectAction, ...element.columns.map(({ selectAction }) => selectAction)].filter(
      (action) => action !== undefined,
    )
  })
  return [...actionLists(card).flat(), ...selected]
}

/** Everything in a card that a person fills in. */
export function inputsOf(card: Pick<Card, 'body' | 'actions'>): readonly Input[] {
  return elementsOf(card).filter((element): element is Input => element.type.startsWith('Input.'))
}
