import type { News } from '../opinions/notice.ts'
import { audienceOf } from './audience.ts'
import { labelChoices } from './choice-label.ts'
import { newsBlocks } from './news-blocks.ts'
import { newsMail } from './news-mail.ts'
import type { RecordShelf } from './record-shelf.ts'
import type { Block, Message } from './reply.ts'
import type { Outcome } from './settle-turn.ts'
import { toldBlocks } from './told-blocks.ts'
import { sayIn, type View } from './view.ts'

/** What a turn came to as one message, with the choices that are offered. */
export async function outcomeMessage(
  { actor, told, offered }: Outcome,
  { shelf, ...base }: Pick<View, 'records' | 'calendar'> & { readonly shelf: RecordShelf },
): Promise<Message> {
  const { language, role, at } = actor
  const { opinions } = sayIn({ language })
  const address = role.kind === 'member' ? opinions.address(role.member.name, role.member.title) : ''
  const prepared = await shelf.recordFor(audienceOf({ role }))
  const view: View = { ...base, prepared, language, address, here: true, staff: role.kind === 'staff', at }
  const draft = (await view.records.find('drafts', actor.account))?.value ?? null
  const blocks: Block[] = []
  for (const one of told) blocks.push(...(await toldBlocks(one, draft, view)))
  const choices = await labelChoices(offered, view, draft?.call ?? null)
  return { blocks: choices.length === 0 ? blocks : [...blocks, { kind: 'choices', choices }] }
}

/** News as a message; null where it need not be told any more. */
export async function newsMessage(news: News, view: View): Promise<Message | null> {
  const blocks = await newsBlocks(news, view)
  if (blocks.length === 0) return null
  return view.here ? { blocks } : await newsMail(news, blocks, view)
}
