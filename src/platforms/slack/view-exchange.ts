import type { ViewResponseAction } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import { within } from '../within.ts'
import type { Ack } from './http-receiver.ts'
import type { Kit } from './slack-bot.ts'
import { waitingView } from './views.ts'

/** Milliseconds after which it is said that something takes longer; Slack waits three seconds. */
const soon = 2000

/** `above`: a dialog is open already, and stays below. */
type Opening = {
  readonly trigger: string
  readonly title: string
  readonly language: 'ja' | 'en'
  readonly above?: boolean
}

/** Opens a dialog with what `work` makes; where that takes longer it says so first. Tells whether it could be opened. */
export async function openView(
  { call, report }: Kit,
  { trigger, title, language, above }: Opening,
  work: Promise<ModalView>,
) {
  try {
    const ready = await within(work, soon)
    const view = ready ?? waitingView(title, language)
    const args = { trigger_id: trigger, view }
    const { view: opened } = above ? await call('views.push', args) : await call('views.open', args)
    if (ready === undefined && opened?.id !== undefined)
      await call('views.update', { view_id: opened.id, view: await work })
    return true
  } catch (error) {
    report(`Slack: a dialog could not be opened (${codeOf(error)})`)
    return false
  }
}

type Replacing = { readonly view: string; readonly title: string; readonly language: 'ja' | 'en' }

/** Shows what `work` makes in a dialog that is open; where that takes longer it says so first. */
export async function replaceView(
  { call, report }: Kit,
  { view, title, language }: Replacing,
  work: Promise<ModalView>,
) {
  try {
    const ready = await within(work, soon)
    await call('views.update', { view_id: view, view: ready ?? waitingView(title, language) })
    if (ready === undefined) await call('views.update', { view_id: view, view: await work })
    return true
  } catch (error) {
    report(`Slack: a dialog could not be brought up to date (${codeOf(error)})`)
    return false
  }
}

type Submitting = {
  readonly ack: Ack
  readonly view: string
  readonly title: string
  readonly language: 'ja' | 'en'
  /** The dialog with what is wrong with its fields, where that can no longer be said in them. */
  readonly late?: (errors: Readonly<Record<string, string>>) => Promise<ModalView>
}

/**
 * Answers what was sent from a dialog: with what `work` makes of it, in the same exchange. Where that takes longer it says so,
 * and shows it then.
 */
export async function answerView(
  { call, report }: Kit,
  { ack, view, title, language, late }: Submitting,
  work: Promise<ViewResponseAction>,
) {
  const ready = await within(work, soon)
  if (ready !== undefined) return await ack(ready)
  await ack({ response_action: 'update', view: waitingView(title, language) })
  const answer = await work
  try {
    if (answer.response_action === 'update' || answer.response_action === 'push')
      await call('views.update', { view_id: view, view: answer.view as ModalView })
    if (answer.response_action === 'errors' && late !== undefined)
      await call('views.update', { view_id: view, view: await late(answer.errors) })
  } catch (error) {
    report(`Slack: a dialog could not be brought up to date (${codeOf(error)})`)
  }
}

/** An error as an operator may read it. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
}
