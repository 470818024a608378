import type { Render } from '../../src/conversation/attempt.ts'
import { Outbox, type Parts } from '../../src/conversation/outbox.ts'
import type { Notice } from '../../src/opinions/notice.ts'
import { Records } from '../../src/opinions/records.ts'
import type { Clock, Store } from '../../src/ports.ts'
import { PostRoom } from './post-room.ts'

export const minute = 60_000

/** Says a receipt's number. */
export const sayReceipt: Render = async (news) => ({
  blocks: [{ kind: 'text', text: 'receipt' in news ? news.receipt : news.kind }],
})

/** One committee's outbox over a store, with a platform of its own. */
export function openDesk(store: Store, clock: Clock, parts: Partial<Parts> = {}) {
  const records = parts.records ?? new Records(store, 'sapporo')
  const room = new PostRoom()
  const reports: string[] = []
  const report = (message: string) => void reports.push(message)
  const outbox = new Outbox({
    store,
    records,
    messengers: [room],
    clock,
    render: sayReceipt,
    report,
    holder: 'first',
    ...parts,
  })
  const put = async (id: string, place = 'room:a', of: Partial<Notice> = {}) => {
    const notice: Notice = {
      place,
      language: 'ja',
      news: { kind: 'receipt', receipt: id },
      from: 0,
      failures: 0,
      next: 0,
      refused: null,
      ...of,
    }
    await store.commit([records.put('outbox', id, notice)])
  }
  const left = async () => (await records.list('outbox')).map(({ key }) => key.id)
  return { outbox, records, room, reports, put, left }
}
