import { addDays, dayOf } from '../opinions/day.ts'
import { isOver } from '../opinions/draft.ts'
import { madeAnswerLife } from '../opinions/made-answer.ts'
import { missLife } from '../opinions/miss.ts'
import type { Records } from '../opinions/records.ts'
import type { Change, Store } from '../ports.ts'
import { Context, contextLife } from './context.ts'
import { Inbox } from './inbox.ts'

/**
 * Forgets what is past its life span: drafts, what conversations remember, settled turns, questions that no digest has counted, how
 * answers were made, and how often a model was asked.
 */
export async function sweep(store: Store, records: Records, at: number): Promise<void> {
  const { committee } = records
  const drafts = (await records.list('drafts')).filter(({ value }) => isOver(value, at))
  const conversations = (await store.list({ committee, collection: 'conversations' })).filter(
    ({ value }) => at - Context.parse(value).touched > contextLife,
  )
  const turns = await new Inbox(store, committee).over(at)
  const misses = (await records.list('misses')).filter(({ value }) => addDays(value.day, missLife) < dayOf(at))
  const answers = (await records.list('answers')).filter(({ value }) => addDays(value.day, madeAnswerLife) < dayOf(at))
  const modelDays = (await records.list('modelDays')).filter(({ value }) => value.day < dayOf(at))
  const over = [...drafts, ...conversations, ...turns, ...misses, ...answers, ...modelDays]
  if (over.length === 0) return
  // Who has just come back keeps what was to be forgotten: the next time decides.
  await store.commit(
    over.map(({ key }): Change => ({ kind: 'delete', key })),
    { expected: over },
  )
}
