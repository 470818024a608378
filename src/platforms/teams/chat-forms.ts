import { opensDialog } from '../dialog-acts.ts'
import type { Activity } from './activity.ts'
import { readChoiceData } from './choice-data.ts'
import type { Connector } from './connector.ts'
import type { Inbound } from './inbound.ts'
import { type Invoke, readInvoke } from './invoke.ts'
import type { InvokeAnswer } from './invoke-answer.ts'
import type { Part } from './teams-bot.ts'

/**
 * The forms of a client that opens no dialogs: what would open one puts its card into the person's chat, where it is filled in
 * and sent as a message. What is only shown is answered there anyway.
 */
export function chatForms(parts: readonly Part[], send: Connector['send']) {
  /** The work of it; undefined where nothing of the kind was asked for. */
  return (activity: Inbound): Promise<void> | undefined => {
    const action = readChoiceData(activity.value)
    const isForm = action !== undefined && opensDialog(action) && action.name !== 'source' && action.name !== 'ask'
    const invoke: Invoke = { ...readInvoke(activity), name: 'task/fetch', data: activity.value }
    if (activity.type !== 'message' || !isForm || !invoke.isPersonal) return undefined
    return show(invoke, activity)
  }

  async function show(invoke: Invoke, { serviceUrl, conversation }: Inbound): Promise<void> {
    for (const part of parts) {
      const card = cardOf(await part(invoke))
      if (card !== undefined) await send(serviceUrl, conversation.id, card)
    }
  }
}

function cardOf(answer: InvokeAnswer | undefined): Activity | undefined {
  if (answer === undefined || !('task' in answer) || answer.task.type !== 'continue') return undefined
  const { title, card } = answer.task.value
  return { type: 'message', textFormat: 'plain', summary: title, attachments: [card] }
}
