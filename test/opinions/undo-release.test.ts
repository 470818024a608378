import { describe, expect, it } from 'vitest'
import { type Minute, momentOf } from '../../src/opinions/day.ts'
import {
  openReadyOffice,
  publishDay,
  publishing,
  shareStandingTwice,
  sharing,
  undoing,
} from '../support/release-office.ts'
import { describeInTimeZones } from '../support/time-zones.ts'

describe('taking a sharing back', () => {
  it('leaves the items as they were and no release, and the call closed', async () => {
    await using office = await openReadyOffice()
    const { records } = office
    const before = await records.list('items')
    await office.act(sharing)

    const { told, text } = await office.act(undoing, 'kimura')

    expect(told).toMatchObject([{ kind: 'share-undone', release: '2026-1', stopped: 3, recalled: 0 }])
    expect(text).toContain('意見照会は締め切ったままです。')
    expect((await records.list('items')).map(({ value }) => value)).toEqual(before.map(({ value }) => value))
    expect(await records.list('releases')).toEqual([])
    expect((await records.find('calls', '2026-1'))?.value.closed).not.toBeNull()
    expect(await office.stages()).toEqual({ 'R8-001': 'considering', 'R8-002': 'considering' })
    expect((await records.list('acts')).at(-1)?.value).toMatchObject({
      ...{ did: 'share-undone', about: '2026-1', detail: { reason: undoing.reason } },
      by: { kind: 'staff', id: 'kimura' },
    })
  })

  it('tells nobody of what had not gone out', async () => {
    await using office = await openReadyOffice()
    await office.act(sharing)
    await office.act(undoing)

    await office.outbox.deliver()

    expect(office.room.received).toEqual([])
    expect(await office.records.list('outbox')).toEqual([])
  })

  it('tells whoever had read it that it is looked at once more', async () => {
    await using office = await openReadyOffice()
    await office.put(
      office.records.put('accounts', 'slack:ito', {
        ...{ account: 'slack:ito', holder: { kind: 'member', id: 'ito' }, claimed: null, since: 9 },
        ...{ place: 'slack:dm-ito', language: 'en' },
      }),
    )
    await office.act(sharing)
    await office.outbox.deliver()
    office.room.received.length = 0

    const { told } = await office.act(undoing)
    await office.outbox.deliver()

    expect(told).toMatchObject([{ kind: 'share-undone', stopped: 0, recalled: 3 }])
    expect(new Map(office.room.received.map(({ place, text }) => [place, text]))).toEqual(
      new Map([
        ['slack:dm-sato', expect.stringContaining('先にお知らせしたR8-001の考え方は、改めて確認しております。')],
        ['slack:dm-suzuki', expect.stringContaining('先にお知らせしたR8-002の考え方は、改めて確認しております。')],
        ['slack:dm-ito', expect.stringContaining('is being looked at once more')],
      ]),
    )
  })

  it('tells who was being written to meanwhile that it is looked at once more', async () => {
    await using office = await openReadyOffice()
    await office.act(sharing)
    let undone = false
    office.room.onPosted = async () => {
      if (undone) return
      undone = true
      await office.act(undoing)
    }

    await office.outbox.deliver()
    await office.outbox.deliver()

    const told = Map.groupBy(office.room.received, ({ place }) => place)
    expect(
      [...told.values()].map((both) => both.map(({ text }) => /取りまとめました|改めて確認/u.exec(text)?.[0])),
    ).toEqual([
      ['取りまとめました', '改めて確認'],
      ['取りまとめました', '改めて確認'],
    ])
    expect(await office.records.list('outbox')).toEqual([])
  })

  it('counts a notice that may have got there as read', async () => {
    await using office = await openReadyOffice()
    await office.act(sharing)
    office.room.weather = (place) => (place === 'slack:dm-sato' ? 'posted-unsaid' : 'away')
    await office.outbox.deliver()

    const { told } = await office.act(undoing)

    expect(told).toMatchObject([{ stopped: 2, recalled: 1 }])
    expect(await office.waiting()).toEqual(['response-recalled'])
  })

  it('tells who has withdrawn since nothing more', async () => {
    await using office = await openReadyOffice()
    await office.act(sharing)
    await office.outbox.deliver()
    await office.press('sato', 'withdraw-now', 'R8-001')

    await office.act(undoing)

    const news = (await office.records.list('outbox')).map(({ value }) => value.news)
    expect(news).toContainEqual({ kind: 'response-recalled', receipt: 'R8-002' })
    expect(news).not.toContainEqual({ kind: 'response-recalled', receipt: 'R8-001' })
  })

  it('lets it be shared again, with notices of its own; a recall that waits is told no more', async () => {
    await using office = await openReadyOffice()
    await office.act(sharing)
    await office.outbox.deliver()
    office.at('2026-09-24T21:00')
    await office.act(undoing)
    office.at('2026-09-24T21:30')
    await office.act(sharing)
    office.room.received.length = 0
    office.at('2026-09-25T08:00')

    await office.outbox.deliver()

    expect(office.room.texts.filter((text) => text.includes('改めて確認'))).toEqual([])
    expect(office.room.received.map(({ place }) => place).toSorted()).toEqual(['slack:dm-sato', 'slack:dm-suzuki'])
  })

  it('is refused before anything is shared, and changes nothing', async () => {
    await using office = await openReadyOffice()
    const before = await office.stored()

    const { told } = await office.act(undoing)

    expect(told).toEqual([{ kind: 'refused', why: 'nothing-to-undo', call: '2026-1' }])
    expect(await office.stored()).toEqual(before)
  })

  it('takes the last one of the standing call', async () => {
    await using office = await openReadyOffice()
    await shareStandingTwice(office)

    const { told, text } = await office.act({ ...undoing, call: 'standing' })

    expect(told).toMatchObject([{ kind: 'share-undone', release: 'standing-2' }])
    expect(text).not.toContain('締め切ったまま')
    expect((await office.records.list('releases')).map(({ key }) => key.id)).toEqual(['standing-1'])
  })
})

describe('taking a publication back', () => {
  it('leaves it shared; on the same day the sharing can be taken back too', async () => {
    await using office = await openReadyOffice()
    await office.act(sharing)
    await office.act({ ...publishing, day: '2026-09-24' })

    const first = await office.act(undoing)
    const stages = await office.stages()
    const second = await office.act(undoing)

    expect(first.told).toEqual([{ kind: 'publish-undone', release: '2026-1' }])
    expect(stages).toEqual({ 'R8-001': 'answered', 'R8-002': 'answered' })
    expect(second.told).toMatchObject([{ kind: 'share-undone' }])
  })

  it('leaves a sharing of another day as it is', async () => {
    await using office = await openReadyOffice()
    await office.act(sharing)
    office.at(publishDay)
    await office.act(publishing)
    await office.act(undoing)
    const before = await office.stored()

    const { told, text } = await office.act(undoing)

    expect(told).toEqual([{ kind: 'refused', why: 'undo-over', release: '2026-1', what: 'share', day: '2026-09-24' }])
    expect(text).toContain('その日のうちに限られます。')
    expect(await office.stored()).toEqual(before)
    expect((await office.records.find('releases', '2026-1'))?.value.published).toBeNull()
  })
})

describeInTimeZones(
  'the day on which something can be taken back',
  () => import('../support/release-office.ts'),
  (loaded) => {
    it.each<[Minute, Minute, boolean]>([
      ['2026-09-24T00:00', '2026-09-24T23:59', true],
      ['2026-09-24T23:59', '2026-09-25T00:00', false],
      ['2026-09-24T08:59', '2026-09-24T09:01', true],
      ['2026-09-24T15:59', '2026-09-24T16:01', true],
    ])('shared at %s, taken back at %s: %s', async (shared, undone, isDone) => {
      await using office = await loaded().openReadyOffice()
      office.folder.clock.pass(momentOf(shared) - office.folder.clock.now())
      await office.act(sharing)
      office.at(undone)

      const { one } = await office.act(undoing)

      expect(one.why ?? one.kind).toBe(isDone ? 'share-undone' : 'undo-over')
    })
  },
)
