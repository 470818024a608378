import type { Action } from '../../conversation/turn.ts'
import type { limits } from './limits.ts'
import type { OwnSight } from './own-data.ts'

/** A run of text: clients show it as it is, without markdown (adaptivecards.io/explorer/TextRun.html). */
export type TextRun = {
  readonly type: 'TextRun'
  readonly text: string
  readonly weight?: 'bolder'
  readonly italic?: true
  readonly isSubtle?: true
  readonly size?: 'small'
  readonly color?: 'attention'
}
export type TextElement = {
  readonly type: 'RichTextBlock'
  readonly inlines: readonly TextRun[]
  readonly spacing?: 'small'
}

/** A choice of an input: clients read markdown in its title where all choices are seen at once. */
export type InputChoice = { readonly title: string; readonly value: string }
/** What is filled in. Clients hold it against their user where it is required and empty; what was entered comes with the button. */
type Asked = {
  readonly id: string
  readonly label: string
  readonly isRequired?: true
  readonly errorMessage?: string
  readonly value?: string
}
export type Input = Asked &
  (
    | { readonly type: 'Input.Text'; readonly isMultiline?: true; readonly maxLength: number }
    | { readonly type: 'Input.Date' }
    | {
        readonly type: 'Input.ChoiceSet'
        readonly style: 'compact' | 'expanded' | 'filtered'
        readonly isMultiSelect?: true
        readonly wrap: true
        readonly choices: readonly InputChoice[]
        /** Where more can be found as somebody types: Teams asks the bot by the data set's name (cards/dynamic-search). */
        readonly 'choices.data'?: { readonly type: 'Data.Query'; readonly dataset: string }
      }
  )

/**
 * What a button gives back, beside what was filled in: of a choice its action, of the secretariat's acts what it is about (as
 * JSON), of a form what it fills in (as JSON). `key` is another in every card of a dialog, so that a step that is sent twice is
 * one; `seen` is what the draft said that the card shows.
 */
export type ButtonData = {
  readonly msteams?: { readonly type: 'task/fetch' }
  readonly kondankai?: Action
  readonly desk?: string
  readonly form?: string
  readonly key?: string
  readonly seen?: string
}
export type SubmitAction = {
  readonly type: 'Action.Submit'
  readonly title: string
  readonly tooltip?: string
  readonly style?: 'positive' | 'destructive'
  /** `none`: what is filled in is neither sent nor held against anybody. */
  readonly associatedInputs?: 'none'
  readonly data: ButtonData
}
type LinkAction = { readonly type: 'Action.OpenUrl'; readonly title: string; readonly url: string }
/** Answered by another card in the place of its own (universal-actions-for-adaptive-cards). */
export type ExecuteAction = {
  readonly type: 'Action.Execute'
  readonly title: string
  readonly style?: 'positive' | 'destructive'
  readonly verb: 'own'
  readonly data: { readonly own: OwnSight } | Pick<ButtonData, 'kondankai'>
}
/** What is asked for whenever one of these people sees the card. */
export type Refresh = { readonly action: ExecuteAction; readonly userIds: readonly string[] }
export type CardAction = SubmitAction | ExecuteAction | LinkAction
export type ActionSet = { readonly type: 'ActionSet'; readonly actions: readonly CardAction[] }
type Container = {
  readonly type: 'Container'
  readonly style: 'emphasis'
  readonly items: readonly (TextElement | ActionSet)[]
}
export type CardElement = TextElement | ActionSet | Container | Input

/** An Adaptive Card of the elements that we use; `msteams.width` lets it have the width of the chat. */
type AdaptiveCard = {
  readonly type: 'AdaptiveCard'
  readonly $schema: 'http://adaptivecards.io/schemas/adaptive-card.json'
  readonly version: typeof limits.cardVersion
  readonly lang: 'ja' | 'en'
  readonly msteams: { readonly width: 'Full' }
  readonly body: readonly CardElement[]
  readonly refresh?: Refresh
}
export type CardAttachment = {
  readonly contentType: 'application/vnd.microsoft.card.adaptive'
  readonly content: AdaptiveCard
}

/** One source of a message, as Teams shows it where its number stands in the text. */
export type Claim = {
  readonly '@type': 'Claim'
  readonly position: number
  readonly appearance: { readonly '@type': 'DigitalDocument'; readonly name: string; readonly abstract: string }
}
/** What a message is made from. Without `additionalType` it bears no AI label. */
export type MessageEntity = {
  readonly type: 'https://schema.org/Message'
  readonly '@type': 'Message'
  readonly '@context': 'https://schema.org'
  readonly '@id': ''
  readonly citation: readonly Claim[]
}

/** A message to be sent: what the SDK adds (from, conversation, recipient, serviceUrl) is not in it. */
export type Activity = {
  readonly type: 'message'
  readonly textFormat: 'plain'
  readonly text?: string
  readonly summary: string
  readonly attachments: readonly CardAttachment[]
  readonly entities?: readonly MessageEntity[]
}

/** A card on its own, in a message or a dialog. */
export function buildCard(body: readonly CardElement[], language: 'ja' | 'en'): CardAttachment {
  return {
    contentType: 'application/vnd.microsoft.card.adaptive',
    content: {
      type: 'AdaptiveCard',
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      version: '1.5',
      lang: language,
      msteams: { width: 'Full' },
      body,
    },
  }
}
