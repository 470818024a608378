import { textDid } from '../../conversation/text-start.ts'
import type { Did, Turn } from '../../conversation/turn.ts'
import { sayIn } from '../../conversation/view.ts'
import { comesAgain } from '../dialog-acts.ts'
import { readChoiceData } from './choice-data.ts'
import { readForm } from './form-data.ts'
import { type Inbound, tenantOf } from './inbound.ts'
import { readSent } from './opinion-fields.ts'
import { readValues } from './read-values.ts'
import { saidText } from './said-text.ts'
import { accountOf, encodePlace } from './teams-place.ts'

/** Who did something, and the places to answer at: alone, and where it was done. */
export function whereabouts(activity: Inbound) {
  const tenant = tenantOf(activity) ?? ''
  const { serviceUrl: service, from, conversation } = activity
  const person = accountOf(tenant, from.aadObjectId ?? from.id)
  const alone = encodePlace({ service, tenant, conversation: null, user: from.id })
  const { id, conversationType } = conversation
  // Where nothing says which it is, only what cannot be a channel or a group is somebody's own.
  const isPersonal = conversationType === undefined ? !id.startsWith('19:') : conversationType === 'personal'
  const here = encodePlace({ service, tenant, conversation: conversation.id, user: isPersonal ? from.id : null })
  return { person, alone, here, isPersonal }
}

/** The language of a person's Teams, where it says so. */
export function localeIn({ locale }: Pick<Inbound, 'locale'>): Turn['locale'] {
  return locale == null ? undefined : locale.startsWith('ja') ? 'ja' : 'en'
}

/**
 * The turn that an activity is, as far as it is answered by a post: what was said, or pressed on a card. Its id is the same
 * however often Teams sends it. Who calls the bot among others without a word has called it; alone it is told that a picture,
 * a sticker or a file is not read. What is edited, deleted or reacted to is no turn.
 */
export function activityTurn(activity: Inbound, committee: string): Turn | undefined {
  if (activity.type !== 'message' || activity.id === undefined) return undefined
  const { person, alone, here, isPersonal } = whereabouts(activity)
  const chosen = didIn(activity.value)
  if (chosen === undefined && activity.value != null) return undefined
  const text = saidText(activity)
  const locale = localeIn(activity)
  // A card is pressed once, whatever the activity that says so is called, but for what may be done again.
  const card = chosen?.kind === 'action' && comesAgain(chosen) ? activity.id : (activity.replyToId ?? activity.id)
  const once = chosen === undefined ? activity.id : `${card}/${JSON.stringify(chosen)}/${person}`
  const did: Did =
    chosen !== undefined
      ? chosen
      : text === '' && isPersonal
        ? { kind: 'form', form: { name: 'usage', text: sayIn({ language: locale ?? 'ja' }).faces.wordsOnly } }
        : { kind: 'say', text }
  return {
    ...{ id: `teams/${activity.conversation.id}/${once}`, committee, person, place: alone, answerAt: here },
    ...(locale === undefined ? {} : { locale }),
    ...(isPersonal ? { conversation: alone } : { conversation: `${here}/${person}`, overheard: true }),
    did,
  }
}

/** What a button of a card in a chat does: a choice, or a form that stands there. */
function didIn(value: unknown): Did | undefined {
  const action = readChoiceData(value)
  if (action !== undefined) return { kind: 'action', ...action }
  const form = readForm(value)
  switch (form?.name) {
    case 'opinion':
      return { kind: 'form', form: readSent(form, value) }
    case 'text':
      return textDid(form.asks, form.about, readValues(value).text?.[0] ?? '')
    default:
      return undefined
  }
}
