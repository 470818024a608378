import type { CardAttachment, InputChoice } from './activity.ts'
import type { Dialog } from './dialog-card.ts'
import { type Invoke, isOfCard } from './invoke.ts'

/** What an invoke is answered with: a dialog's next card, a sentence with which it closes, nothing more, a card in place of the one that was pressed, or what a search has found. */
export type InvokeAnswer =
  | {
      readonly task:
        | { readonly type: 'continue'; readonly value: Dialog }
        | { readonly type: 'message'; readonly value: string }
    }
  | Readonly<Record<string, never>>
  | {
      readonly statusCode: 200
      readonly type: 'application/vnd.microsoft.card.adaptive'
      readonly value: CardAttachment['content']
    }
  | { readonly statusCode: 200; readonly type: 'application/vnd.microsoft.activity.message'; readonly value: string }
  | {
      readonly statusCode: 200
      readonly type: 'application/vnd.microsoft.search.searchResponse'
      readonly value: { readonly results: readonly InputChoice[] }
    }

/** Shows a card in the dialog; one of a message extension is answered in the same way. */
export function goOn(dialog: Dialog): InvokeAnswer {
  return { task: { type: 'continue', value: dialog } }
}

/** Closes the dialog. */
export const close: InvokeAnswer = {}

/** Shows a card in place of the one that was pressed. */
export function replace({ content }: CardAttachment): InvokeAnswer {
  return { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: content }
}

/** Says one sentence, inert: a dialog closes with it, a card stays as it is. */
export function sayOnly(invoke: Pick<Invoke, 'name'>, text: string): InvokeAnswer {
  return isOfCard(invoke)
    ? { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: text }
    : { task: { type: 'message', value: text } }
}
