import type { ActionSet, CardElement, Claim, TextElement } from './activity.ts'

/** A source that is cited, before it has its number in a message. */
export type Cited = Pick<Claim['appearance'], 'name' | 'abstract'>

/**
 * One element of a card and the same as plain text; '' where it only repeats in another way what a word does. `frame`: it stands
 * in the frame of a quote, and begins one or goes on with it. `cites`: the source of what is quoted.
 */
export type Part = {
  readonly text: string
  readonly element: TextElement | ActionSet
  readonly frame?: 'begins' | 'goes on'
  readonly cites?: Cited
}

/** Parts that are read together: they stay in one message where one can hold them. */
export type Group = readonly Part[]

/** The elements of a card: parts of a quote in one frame. */
export function elementsOf(parts: readonly Part[]): readonly CardElement[] {
  const elements: CardElement[] = []
  let frame: (TextElement | ActionSet)[] | undefined
  for (const { element, frame: framed } of parts) {
    if (framed === undefined) {
      frame = undefined
      elements.push(element)
    } else if (frame === undefined || framed === 'begins') {
      frame = [element]
      elements.push({ type: 'Container', style: 'emphasis', items: frame })
    } else frame.push(element)
  }
  return elements
}
