import type { Day } from '../opinions/day.ts'
import type { Actor } from '../opinions/decision.ts'
import type { News } from '../opinions/notice.ts'
import { modelOf } from '../opinions/switch-model.ts'
import type { ModelUse } from '../ports.ts'
import { isMatter } from './answer-turn.ts'
import { audienceOf } from './audience.ts'
import { receiptOfItem } from './board.ts'
import { cardItems } from './card-blocks.ts'
import { labelChoices } from './choice-label.ts'
import { newsBlocks } from './news-blocks.ts'
import { newsMail } from './news-mail.ts'
import { newsOffers } from './news-offers.ts'
import { notStaff } from './not-staff.ts'
import { ownOf, ownSubmission } from './own-submissions.ts'
import type { RecordShelf } from './record-shelf.ts'
import { type Block, type Message, texts } from './reply.ts'
import type { Outcome } from './settle-turn.ts'
import { areaOf, type Told } from './told.ts'
import { toldBlocks } from './told-blocks.ts'
import { filesOf } from './told-files.ts'
import { sayIn, type View } from './view.ts'

/** What all messages are made of; `model` is the one that is configured, if any. */
export type Base = Pick<View, 'records' | 'calendar'> & {
  readonly shelf: RecordShelf
  readonly model?: ModelUse | null
}

/** What a turn came to as one message, with the choices that are offered. */
export async function outcomeMessage(
  { actor, told, offered }: Pick<Outcome, 'actor' | 'told' | 'offered'>,
  { shelf, model = null, ...base }: Base,
): Promise<Message> {
  const { language, role, overheard, at } = actor
  const { opinions } = sayIn({ language })
  const address = role.kind === 'member' ? opinions.address(role.member.name, role.member.title) : ''
  const prepared = await shelf.recordFor(audienceOf(actor))
  const view: View = {
    ...base,
    prepared,
    language,
    address,
    here: true,
    staff: role.kind === 'staff' && !overheard,
    machine: (await modelOf(base.records, model)) !== null,
    at,
  }
  const draft = (await view.records.find('drafts', actor.account))?.value ?? null
  const blocks: Block[] = []
  for (const one of told) blocks.push(...(barredBlocks(actor, one) ?? (await toldBlocks(one, draft, view))))
  const choices = await labelChoices(offered, view, draft?.call ?? null)
  const files = told.flatMap((one) => filesOf(one, at))
  const own = overheard ? undefined : await ownOf(told, view)
  const said = {
    blocks: choices.length === 0 ? blocks : [...blocks, { kind: 'choices', choices } as const],
    language,
    ...(files.length === 0 ? {} : { files }),
    ...(told.some(({ kind }) => kind === 'menu') ? { menu: true as const } : {}),
    ...(hasModelWords(told, blocks) ? { advised: true as const } : {}),
    ...(await aboutAdvised(told, view)),
    ...takeOf(told),
    ...(own === undefined ? {} : { own }),
    ...(told.some(({ kind }) => kind === 'part' || kind === 'edit-what') ? { drafting: true as const } : {}),
  }
  const isOffered = offered.some(({ name }) => name === 'ask-secretariat')
  if (isOffered || !told.some((one) => one.kind === 'answer' && isMatter(one.answer))) return said
  const [doubt] = await labelChoices([{ name: 'ask-secretariat' }], view, null)
  return doubt === undefined ? said : { ...said, doubt }
}

/** What keeps one of the staff from what is refused to him, where it is not the roster. */
function barredBlocks(actor: Actor, told: Told): readonly Block[] | undefined {
  const said = areaOf(told)?.told ?? told
  const isRefused = said.kind === 'refused' && (said.why === 'not-staff' || said.why === 'not-on-roster')
  return isRefused && actor.barred !== undefined ? texts(notStaff(actor)) : undefined
}

/** Whether it has a language model's own words: a translation that nobody has read, or a draft of a response. */
function hasModelWords(told: Outcome['told'], blocks: readonly Block[]): boolean {
  const isDraft = (one: Told) =>
    one.kind === 'queue' && one.told.kind === 'draft-suggested' && one.told.suggestion !== null
  return told.some(isDraft) || blocks.some((block) => block.kind === 'quote' && block.byMachine)
}

/** An answer in which a language model took part says so, and how it was made is a press away. */
async function aboutAdvised(told: Outcome['told'], view: View): Promise<Pick<Message, 'advised' | 'offers'>> {
  const [advised] = told.flatMap((one) => (one.kind === 'answer' && one.answer.advised ? [one.id] : []))
  if (advised === undefined) return {}
  return { advised: true, offers: await labelChoices([{ name: 'about-answer', about: advised }], view, null) }
}

/** The cards at a place of what a digest names, by our own posts. */
async function cardsOf(day: Day, place: string, { records }: View): Promise<Pick<Message, 'cards'>> {
  const digest = (await records.find('digests', day))?.value
  const named = [...(digest?.overdue.first ?? []), ...(digest?.soon.first ?? [])].map(({ id }) => id)
  if (named.length === 0) return {}
  const posts = await records.list('posts', { place })
  const refs = new Map(
    posts.flatMap(({ value: { news, ref } }) =>
      news.kind === 'submission-card' ? [[news.receipt, ref] as const] : [],
    ),
  )
  const cards = [...new Set(named)].flatMap((about) => {
    const ref = refs.get(receiptOfItem(about))
    return ref === undefined ? [] : [{ about, ref }]
  })
  return cards.length === 0 ? {} : { cards }
}

/** An account that still waits to be confirmed. */
async function claimOf(account: string, { records }: View): Promise<Pick<Message, 'claim'>> {
  const waits = (await records.find('accounts', account))?.value.holder === null
  return waits ? { claim: { account } } : {}
}

/** A dropped file that can be taken in. */
function takeOf(told: Outcome['told']): Pick<Message, 'take'> {
  const previews = told.flatMap((one) =>
    one.kind === 'inquiry' && one.told.kind === 'inquiry-take-preview' ? [one.told] : [],
  )
  const [source] = previews.flatMap(({ source: from, faults }) =>
    from === undefined || faults.length > 0 ? [] : [from],
  )
  return source === undefined ? {} : { take: { source } }
}

/** News as a message; null where it need not be told any more. */
export async function newsMessage(news: News, view: View, place = ''): Promise<Message | null> {
  const blocks = await newsBlocks(news, view)
  if (blocks.length === 0) return null
  if (!view.here) return await newsMail(news, blocks, view)
  const { language } = view
  switch (news.kind) {
    case 'submission-card':
      return { blocks, language, card: { receipt: news.receipt, items: await cardItems(news.receipt, view) } }
    case 'account-claim':
      return { blocks, language, ...(await claimOf(news.account, view)) }
    case 'digest':
      return { blocks, language, ...(await cardsOf(news.day, place, view)) }
    case 'receipt':
    case 'edited': {
      const own = await ownSubmission(news.receipt, view, false)
      return { blocks, language, ...(own === undefined ? {} : { own }) }
    }
    default: {
      const offers = newsOffers(news, view)
      return { blocks, language, ...(offers.length === 0 ? {} : { offers }) }
    }
  }
}
