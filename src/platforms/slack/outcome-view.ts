import { randomUUID } from 'node:crypto'
import type { ModalView } from '@slack/types'
import { startOpinion } from '../../conversation/opinion-start.ts'
import { type Message, notes } from '../../conversation/reply.ts'
import type { Outcome } from '../../conversation/settle-turn.ts'
import { sayIn } from '../../conversation/view.ts'
import { confirmedDraft, withoutNumbers } from '../confirmed-draft.ts'
import { seenOf } from '../shown-draft.ts'
import { modalBlocks } from './modal-blocks.ts'
import { callbacks } from './names.ts'
import { opinionView } from './opinion-view.ts'
import type { Kit } from './slack-bot.ts'
import { writeMeta } from './view-meta.ts'
import { goDirect, type Person, sceneOf } from './view-turn.ts'
import { messageView } from './views.ts'

/** What a turn came to, as a dialog: all of a draft to be confirmed, its form where a part of it is still asked for, else as it is said. */
export async function outcomeView(kit: Kit, who: Person, outcome: Outcome): Promise<ModalView> {
  const { told, offered, actor } = outcome
  const { forms } = sayIn(actor)
  const file = offered.find(({ name }) => name === 'file')
  if (told.some(({ kind }) => kind === 'part' || kind === 'edit-what')) {
    const form = await formAgain(kit, who)
    if (form !== undefined) return form
  }
  const message = withoutNumbers(await kit.bot.messageOf(outcome))
  if (file?.about !== undefined && told.some(({ kind }) => kind === 'confirm'))
    return await confirmView(kit, who, message, file.about)
  const isFiled = told.some(({ kind }) => kind === 'receipt')
  const frame = { title: isFiled ? forms.done : forms.notice, callback: callbacks.shown, metadata: writeMeta({}) }
  return messageView(frame, isFiled ? { ...message, blocks: [...message.blocks, ...notes(forms.alsoDirect)] } : message)
}

/** All of a draft, word for word. What would not fit is confirmed in the direct message. */
async function confirmView(kit: Kit, who: Person, message: Message, draft: string): Promise<ModalView> {
  const { forms } = sayIn({ language: message.language ?? 'ja' })
  const scene = await sceneOf(kit, who)
  const { kept, shown, submit } = await confirmedDraft(message, scene)
  if (!modalBlocks(shown, { language: scene.actor.language }).whole) {
    await goDirect(kit, who, `whole/${randomUUID()}`, { kind: 'action', name: 'continue' })
    return messageView({ title: forms.confirm.title, callback: callbacks.shown }, shown)
  }
  return messageView(
    {
      title: forms.confirm.title,
      callback: callbacks.confirm,
      submit,
      metadata: writeMeta({ draft, ...(kept === undefined ? {} : { seen: seenOf(kept) }) }),
      tellClose: true,
    },
    shown,
  )
}

/** The form of the draft that waits. */
export async function formAgain(kit: Kit, who: Person, notes: readonly string[] = []): Promise<ModalView | undefined> {
  const scene = await sceneOf(kit, who)
  if (scene.draft === undefined) return undefined
  const start = await startOpinion(scene, {}, scene.draft.value.id)
  return start && opinionView(start, scene.actor.language, notes)
}
