import type { About, DeskDialog, Fault } from '../conversation/desk-dialog.ts'
import { fieldOfRefusal } from '../conversation/dialog-form.ts'
import { openDialog } from '../conversation/open-dialog.ts'
import type { Message } from '../conversation/reply.ts'
import type { Outcome } from '../conversation/settle-turn.ts'
import { areaOf } from '../conversation/told.ts'
import type { Turn } from '../conversation/turn.ts'
import type { View } from '../conversation/view.ts'
import type { DeskBot } from './desk-scene.ts'

/** A form of the secretariat's that was sent: what it is about, the fields that it has, and the turn that it is. */
export type SentForm = { readonly about: About; readonly fields: readonly string[]; readonly turn: Turn }

/** What is shown of it: in the form again, as a question whether to go on, or as what it came to. */
export type Shown =
  | { readonly kind: 'fault'; readonly fault: Fault }
  /** Somebody else was first: what happened meanwhile, and below it the form as things are now, in which his words stay. */
  | { readonly kind: 'overtaken'; readonly dialog: DeskDialog }
  /** Is carried out as it is shown, when that is sent. */
  | { readonly kind: 'order'; readonly about: About; readonly message: Message }
  | { readonly kind: 'said'; readonly message: Message }

/** Whether what is made comes as files: then it is posted where files can be. */
export function sendsFiles({ act, order }: About): boolean {
  return act === 'annex' || act === 'ledger' || (act === 'inquiry' && order !== undefined)
}

/**
 * What is shown without taking the turn in: what is only looked at, and what would be refused, which can be put right in the
 * form. Undefined where it is to be carried out.
 */
export async function showBefore(
  bot: DeskBot,
  sent: SentForm,
  view: View,
): Promise<(Shown & { readonly outcome: Outcome }) | undefined> {
  const outcome = await bot.desk.look(sent.turn)
  if (outcome === undefined || (refusalOf(outcome) === undefined && sendsFiles(sent.about))) return undefined
  return { ...(await showOutcome(bot, sent, outcome, view)), outcome }
}

/** What is shown of what a form came to. */
export async function showOutcome(
  { messageOf }: Pick<DeskBot, 'messageOf'>,
  { about, fields, turn }: SentForm,
  outcome: Outcome,
  view: View,
): Promise<Shown> {
  const message = await messageOf(outcome)
  const refused = refusalOf(outcome)
  const field = refused && fieldOfRefusal(refused, fields)
  if (field !== undefined) return { kind: 'fault', fault: { field, says: plainOf(message) } }
  if (refused === 'changed-meanwhile') {
    const now = await openDialog(about, outcome.actor, view)
    return { kind: 'overtaken', dialog: { ...now, blocks: [...message.blocks, ...now.blocks] } }
  }
  const order = orderOf(turn.did, outcome)
  if (order === undefined) return { kind: 'said', message }
  // The terminal's words for how to go on are the button here.
  const blocks = message.blocks.filter(({ kind }) => kind !== 'note')
  return { kind: 'order', about: { act: about.act, order }, message: { ...message, blocks } }
}

function refusalOf({ told }: Outcome): string | undefined {
  const refused = told.map(areaOf).find((one) => one?.told.kind === 'refused')?.told
  return refused?.kind === 'refused' ? refused.why : undefined
}

/** What was shown as a preview, to be carried out as it is. */
function orderOf(did: Turn['did'], { told }: Outcome): About['order'] {
  const previews = told.some(
    (one) => one.kind === 'inquiry' && one.told.kind === 'inquiry-preview' && one.told.plans.length > 0,
  )
  if (!previews || did.kind !== 'form' || did.form.name !== 'inquiry' || did.form.act.do !== 'write') return undefined
  return did.form.act.input
}

function plainOf({ blocks }: Message): string {
  return blocks.flatMap((block) => ('text' in block ? [block.text] : [])).join('\n')
}
