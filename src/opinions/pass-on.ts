import type { Change } from '../ports.ts'
import { listNumbered } from './numbered.ts'
import type { QueueItem } from './queue-item.ts'
import type { Found, Records } from './records.ts'
import { isReleased } from './releases.ts'

/** What becomes of items whose lead is erased, and the records that it rests on. */
type PassedOn = {
  readonly changes: readonly Change[]
  readonly expected: readonly Pick<Found<unknown>, 'key' | 'version'>[]
}

/**
 * Items that shared a response of what is erased. Those that were given to the members keep it: it goes on to the first of
 * them, whose it is from then on. The others are to be answered anew.
 */
export async function passOnResponses(records: Records, left: readonly Found<QueueItem>[]): Promise<PassedOn> {
  const passed: PassedOn[] = []
  const byLead = Map.groupBy(left, ({ value }) => (value.disposition?.kind === 'with' ? value.disposition.item : ''))
  for (const [lead, followers] of byLead) passed.push(await passOn(records, lead, followers))
  return {
    changes: passed.flatMap(({ changes }) => changes),
    expected: passed.flatMap(({ expected }) => expected),
  }
}

async function passOn(records: Records, id: string, followers: readonly Found<QueueItem>[]): Promise<PassedOn> {
  const submissions = await Promise.all(followers.map(({ value }) => records.find('submissions', value.receipt)))
  const isGiven = (_: unknown, at: number) => submissions[at] !== undefined && isReleased(submissions[at].value)
  const [heir, ...others] = followers.filter(isGiven)
  const lead = (await records.find('items', id))?.value
  const response = lead?.response == null ? undefined : await records.find('responses', `${id}.${lead.response}`)
  const free = followers.filter((one, at) => !isGiven(one, at))
  const freed = free.map(({ value }) => records.put('items', value.item, { ...value, disposition: null }))
  const seen = [...followers, ...submissions.filter((one) => one !== undefined)]
  if (heir === undefined || lead === undefined || response === undefined) return { changes: freed, expected: seen }
  const { item, receipt } = heir.value
  const number = (await listNumbered(records, 'responses', item)).length + 1
  const key = records.key('responses', `${item}.${number}`)
  const version = submissions[followers.indexOf(heir)]?.value.version ?? 1
  return {
    changes: [
      ...freed,
      records.put('responses', key.id, { ...response.value, item, receipt, number, version }),
      records.put('items', item, {
        ...heir.value,
        ...{ disposition: { kind: 'answer' }, response: number, checked: lead.checked, outdated: false },
      }),
      ...others.map(({ value }) => records.put('items', value.item, { ...value, disposition: { kind: 'with', item } })),
    ],
    expected: [...seen, { key, version: 0 }],
  }
}
