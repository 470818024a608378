import { labelChoices } from '../conversation/choice-label.ts'
import type { Message } from '../conversation/reply.ts'
import type { Scene } from '../conversation/scene.ts'
import { viewOf } from '../conversation/scene-view.ts'
import { relatedTo } from '../conversation/told-blocks.ts'
import { sayIn } from '../conversation/view.ts'
import type { Draft } from '../opinions/draft.ts'

/** A draft in the dialog in which it is confirmed: all of it, what else can be done with it, and what files it. */
export type Confirmed = { readonly kept: Draft | undefined; readonly shown: Message; readonly submit: string }

/** Filing is the dialog's own button, leaving it its closing; opinions on the same matter can be looked at. */
export async function confirmedDraft(message: Message, scene: Scene): Promise<Confirmed> {
  const { forms } = sayIn({ language: message.language ?? 'ja' })
  const kept = scene.draft?.value
  const isRelated = kept !== undefined && relatedTo(kept, scene).length > 0
  const others = (message.offers ?? []).filter(({ action }) => action.name !== 'file' && action.name !== 'stop')
  const see = isRelated ? await labelChoices([{ name: 'references' }], viewOf(scene), null) : []
  const submit = kept?.edits == null ? forms.confirm.file : forms.confirm.editFile
  return { kept, shown: { ...message, offers: [...others, ...see] }, submit }
}

/** A message in a dialog: what can be done has no numbers there. */
export function withoutNumbers(message: Message): Message {
  const choices = message.blocks.flatMap((block) => (block.kind === 'choices' ? block.choices : []))
  return {
    ...message,
    blocks: message.blocks.filter(({ kind }) => kind !== 'choices'),
    offers: [...choices, ...(message.offers ?? [])],
  }
}
