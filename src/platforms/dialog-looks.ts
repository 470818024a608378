import { waiting } from '../conversation/draft-dialog.ts'
import type { FrontDesk } from '../conversation/front-desk.ts'
import { type Message, texts } from '../conversation/reply.ts'
import type { Outcome } from '../conversation/settle-turn.ts'
import type { Turn } from '../conversation/turn.ts'
import { sayIn } from '../conversation/view.ts'
import { withoutNumbers } from './confirmed-draft.ts'

type Bot = { readonly desk: FrontDesk; readonly messageOf: (outcome: Outcome) => Promise<Message> }

/** Why a submission cannot be edited now: what the turn that would edit it comes to. */
export async function lookWhyNotEdited({ desk, messageOf }: Bot, turn: Turn): Promise<Message> {
  const outcome = await desk.look(turn)
  if (outcome === undefined) throw new Error('a submission that can be edited after all')
  const isHeldUp = outcome.told.some(({ kind }) => kind === 'draft-waits')
  return withoutNumbers(await messageOf({ ...outcome, offered: isHeldUp ? waiting : [] }))
}

/** Published opinions on the matter of a draft, and the way back to it. */
export async function lookAtReferences({ desk, messageOf }: Bot, turn: Turn): Promise<Message> {
  const outcome = await desk.look(turn)
  const language = turn.locale ?? 'ja'
  const { forms, opinions } = sayIn(outcome?.actor ?? { language })
  const message = outcome === undefined ? { blocks: texts(opinions.noReferences), language } : await messageOf(outcome)
  return { ...message, offers: [{ label: forms.back, action: { name: 'continue' } }] }
}
