import { expect, it } from 'vitest'
import { listStuck } from '../../src/conversation/list-stuck.ts'
import { momentOf } from '../../src/opinions/day.ts'
import type { Notice } from '../../src/opinions/notice.ts'
import { now, openOffice } from '../support/office.ts'

const at = momentOf(now)
const hour = 60 * 60 * 1000
const overdue = { from: at - hour - 1, next: at - hour - 1 }

it.each<[string, Partial<Notice>, object | null]>([
  ['what was refused, at once', { refused: '宛先不明' }, { state: 'refused', reason: '宛先不明' }],
  ['nothing that has been due for an hour only', { from: at - hour, failures: 1 }, null],
  ['nothing whose time is to come', { from: at + hour }, null],
  ['what failed', { ...overdue, failures: 3, next: at + 5 }, { state: 'failing', failures: 3, next: at + 5 }],
  ['what waits for somebody at the terminal', { ...overdue, place: 'terminal:sato' }, { state: 'away' }],
  ['what nobody has tried to send', overdue, { state: 'queued' }],
])('a list of what did not get there holds %s', async (_, change, expected) => {
  await using office = await openOffice()
  const { records, put } = office
  const news = { kind: 'receipt', receipt: 'R8-001' } as const
  const notice = {
    place: 'mail:a@example.jp',
    language: 'ja',
    news,
    from: at,
    failures: 0,
    next: at,
    refused: null,
  } as const
  await put(records.put('outbox', 'n', { ...notice, ...change }))

  const stuck = await listStuck(records, at)

  const place = change.place ?? notice.place
  expect(stuck).toEqual(expected === null ? [] : [{ id: 'n', place, news, ...expected }])
})
