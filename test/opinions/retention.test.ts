import { describe, expect, it } from 'vitest'
import { momentOf } from '../../src/opinions/day.ts'
import { disposeRound, listRetention } from '../../src/opinions/dispose-round.ts'
import { newNotice } from '../../src/opinions/notice.ts'
import { newQueueItem } from '../../src/opinions/queue-item.ts'
import { callWith, committee, fileSubmission, notStaff, openOffice } from '../support/office.ts'

const shared = { decided: '2026-09-01', number: '1', post: '課長', by: 'yamada', at: 1 } as const
const reason = '保存期間の満了'

/** An office with a round that was published in the fiscal year 2026, another that was not, and what was filed to no meeting. */
async function open() {
  const office = await openOffice()
  const { records, put } = office
  const closed = momentOf('2026-09-30T10:00')
  await put(
    records.put('calls', '2026-1', callWith({ closed })),
    records.put('calls', '2026-2', callWith({ id: '2026-2', closed })),
  )
  for (const [id, published] of [
    ['2026-1', { day: '2026-10-01', address: 'https://example.jp', by: 'yamada', at: 1 }],
    ['2026-2', null],
  ] as const)
    await put(records.put('releases', id, { id, call: id, names: 'none', receipts: [], shared, published }))
  await fileSubmission(office, 'R8-001', 'sato', { text: '消える御意見', stage: 'published' })
  await fileSubmission(office, 'R8-002', 'sato', { call: '2026-2', text: '残る御意見' })
  await fileSubmission(office, 'R8-003', 'sato', { call: 'standing', text: '随時の御意見' })
  for (const receipt of ['R8-001', 'R8-002']) {
    const item = newQueueItem(receipt, receipt === 'R8-001' ? '2026-1' : '2026-2', 1, { span: [0, 1], heading: null })
    const news = { kind: 'receipt', receipt } as const
    await put(
      records.put('items', item.item, item),
      records.put('notes', `${item.item}.1`, {
        item: item.item,
        receipt,
        number: 1,
        text: `${receipt}のメモ`,
        by: 'a',
        at: 1,
      }),
      records.put('outbox', receipt, newNotice('slack:dm-sato', 'ja', news, 0)),
    )
  }
  const listed = async (minute: string, years: number | null = 5) =>
    (await office.commit(await listRetention(records, await office.actor('yamada', minute), years))).told
  const dispose = async (who: 'yamada' | 'kimura', call: string, confirmed = false, minute = '2032-04-01T10:00') =>
    (await office.commit(await disposeRound(records, await office.actor(who, minute), { call, reason, confirmed }, 5)))
      .told
  return { office, listed, dispose }
}

describe('retention', () => {
  it('lists a round from the day on which its years are over, and nothing that was not published', async () => {
    const { office, listed } = await open()
    await using _ = office

    expect(await listed('2032-03-31T23:59')).toEqual([{ kind: 'expired', view: true, years: 5, rounds: [] }])
    expect(await listed('2032-04-01T00:00')).toEqual([
      {
        kind: 'expired',
        view: true,
        years: 5,
        rounds: [
          {
            call: '2026-1',
            name: '令和８年度第１回',
            closed: '2026-09-30',
            published: '2026-10-01',
            over: '2032-04-01',
            requested: null,
          },
        ],
      },
    ])
    expect(await listed('2099-01-01T00:00', null)).toEqual([{ kind: 'expired', view: true, years: null, rounds: [] }])
  })

  it.each(notStaff)('is not shown to %s, who disposes of nothing', async (who) => {
    const { office } = await open()
    await using _ = office
    const actor = await office.actor(who, '2032-04-01T10:00')
    const input = { call: '2026-1', reason, confirmed: true }

    const decisions = [
      await listRetention(office.records, actor, 5),
      await disposeRound(office.records, actor, input, 5),
    ]

    for (const decision of decisions)
      expect((await office.commit<unknown>(decision)).told).toEqual([{ kind: 'refused', why: 'not-staff' }])
  })

  it('is the matter of two: the first asks, the other sees and does it', async () => {
    const { office, dispose, listed } = await open()
    await using _ = office
    const before = await office.records.list('versions')

    expect(await dispose('yamada', '2026-1')).toMatchObject([{ kind: 'disposal-requested', receipts: 1 }])
    expect(await dispose('yamada', '2026-1', true)).toMatchObject([{ kind: 'refused', why: 'another-needed' }])
    expect(await dispose('kimura', '2026-1')).toMatchObject([{ kind: 'disposal-waits', by: 'yamada', reason }])
    expect(await listed('2032-04-01T10:00')).toMatchObject([{ rounds: [{ requested: { by: 'yamada' } }] }])
    expect(await office.records.list('versions')).toEqual(before)
    expect(await dispose('kimura', '2026-1', true)).toEqual([{ kind: 'disposed', call: '2026-1', receipts: 1 }])
  })

  it('takes a round off the disk, and leaves the others whole', async () => {
    const { office, dispose } = await open()
    await using _ = office
    const others = async () =>
      (await office.stored()).filter(
        ({ key, value }) => key.collection !== 'erasures' && !/R8-001|2026-1"/u.test(JSON.stringify([key, value])),
      )
    const before = await others()

    await dispose('yamada', '2026-1')
    await dispose('kimura', '2026-1', true)

    expect(await others()).toEqual(before)
    expect(before.map(({ value }) => JSON.stringify(value)).join('')).toMatch(/残る御意見.*随時の御意見/u)
    const left = await Promise.all(
      ['calls', 'submissions', 'versions', 'submitters', 'items', 'notes', 'releases', 'outbox'].map(
        async (collection) => (await office.store.list({ committee, collection })).map(({ key }) => key.id),
      ),
    )
    expect(left.flat().filter((id) => /R8-001|2026-1$/u.test(id))).toEqual([])
    expect(office.folder.grep('消える御意見')).toEqual([])
    expect(office.folder.grep('R8-001のメモ')).toEqual([])
  })

  it.each(['2026-2', '2026-9', 'standing'])('disposes of nothing that has to be kept: %s', async (call) => {
    const { office, dispose } = await open()
    await using _ = office
    const before = await office.stored()

    expect(await dispose('yamada', call, true)).toEqual([{ kind: 'refused', why: 'not-expired', call }])
    expect(await dispose('yamada', '2026-1', true, '2032-03-31T10:00')).toMatchObject([{ why: 'not-expired' }])

    expect(await office.stored()).toEqual(before)
  })
})
