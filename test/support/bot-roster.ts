import { join } from 'node:path'
import { Records } from '../../src/opinions/records.ts'
import { openJournal } from '../../src/storage/journal/open-journal.ts'

const committee = 'sapporo-vision'
const people = Array.from({ length: 8 }, (_, at) => at)

/** Puts the people whom `bot-child.ts` acts for on the roster of a bot in a folder. */
export async function putBotRoster(folder: string): Promise<void> {
  await using store = await openJournal(join(folder, 'state'), { clock: Date })
  const records = new Records(store, committee)
  const term = { from: '2020-04-01', to: '2099-03-31' }
  const members = [...people.map((at) => `member${at}`), 'writer0', 'writer1', 'writer2']
  const staff = people.map((at) => `staff${at}`)
  await store.commit([
    ...members.map((id) => records.put('members', id, { id, name: id, title: '委員', terms: [term], mail: null })),
    ...staff.map((id) => records.put('staff', id, { id, name: id, posts: [{ post: '主任', ...term }] })),
    ...[...members, ...staff].map((id) => {
      const account = `mail:${id}@example.jp`
      const holder = { kind: id.startsWith('staff') ? 'staff' : 'member', id } as const
      return records.put('accounts', account, {
        account,
        holder,
        claimed: null,
        place: account,
        language: 'ja',
        since: 0,
      })
    }),
  ])
}
