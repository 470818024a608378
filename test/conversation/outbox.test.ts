import { describe, expect, it } from 'vitest'
import { listStuck } from '../../src/conversation/list-stuck.ts'
import { Records } from '../../src/opinions/records.ts'
import type { Store } from '../../src/ports.ts'
import { interruptedStore } from '../support/interrupted-store.ts'
import { JournalFolder } from '../support/journal-folder.ts'
import { minute, openDesk, sayReceipt } from '../support/outbox-desk.ts'
import { PostRoom } from '../support/post-room.ts'

describe('the outbox', () => {
  it('posts what is due in the order in which it was put, and notes where each is', async () => {
    using folder = new JournalFolder()
    await using store = await folder.open()
    const { outbox, records, room, put, left } = openDesk(store, folder.clock)
    for (const id of ['3', '1', '2']) await put(id)

    const delivered = await outbox.deliver()

    expect(room.texts).toEqual(['3', '1', '2'])
    expect(delivered).toEqual({ delivered: 3, waiting: 0, refused: 0 })
    expect(await left()).toEqual([])
    expect((await records.find('posts', '1'))?.value).toEqual({
      place: 'room:a',
      news: { kind: 'receipt', receipt: '1' },
      ref: 'ref sapporo/1',
      at: folder.clock.now(),
    })
  })

  it('says how far a delivery is, of what is due', async () => {
    using folder = new JournalFolder()
    await using store = await folder.open()
    const told: string[] = []
    const progress = () => (done: number, all: number) => void told.push(`${done}/${all}`)
    const { outbox, put } = openDesk(store, folder.clock, { progress })
    for (const id of ['1', '2']) await put(id)
    await put('later', 'room:b', { from: folder.clock.now() + minute })

    await outbox.deliver()

    expect(told).toEqual(['1/2', '2/2'])
  })

  it('does not look for notices that were put after it had begun', async () => {
    using folder = new JournalFolder()
    await using store = await folder.open()
    const { outbox, room, put } = openDesk(store, folder.clock)
    await put('1')
    await outbox.deliver()
    await put('2')

    await outbox.deliver()

    expect(room.asked).toEqual(['find sapporo/1', 'post sapporo/1', 'post sapporo/2'])
  })

  it('leaves a notice alone before its time, and lets others of its place go first', async () => {
    using folder = new JournalFolder()
    await using store = await folder.open()
    const { outbox, room, put } = openDesk(store, folder.clock)
    await put('later', 'room:a', { from: folder.clock.now() + minute })
    await put('now')

    const first = await outbox.deliver()
    expect(room.texts).toEqual(['now'])
    expect(first).toEqual({ delivered: 1, waiting: 1, refused: 0 })
    folder.clock.pass(minute)
    await outbox.deliver()

    expect(room.texts).toEqual(['now', 'later'])
  })

  it('keeps what follows a failed notice at its place, and delivers at other places', async () => {
    using folder = new JournalFolder()
    await using store = await folder.open()
    const { outbox, room, put } = openDesk(store, folder.clock)
    await put('1')
    await put('2')
    await put('3', 'room:b')
    room.weather = (place) => (place === 'room:a' ? 'throws' : 'fine')

    await outbox.deliver()
    room.weather = () => 'fine'
    folder.clock.pass(minute - 1)
    expect(await outbox.deliver()).toEqual({ delivered: 0, waiting: 2, refused: 0 })
    folder.clock.pass(1)
    await outbox.deliver()

    expect(room.texts).toEqual(['3', '1', '2'])
  })

  it('waits twice as long after each failure, up to an hour, and gives up after the twelfth', async () => {
    using folder = new JournalFolder()
    await using store = await folder.open()
    const { outbox, records, room, put } = openDesk(store, folder.clock)
    await put('1')
    await put('2')
    room.weather = (_, key) => (key.endsWith('/1') ? 'throws' : 'fine')

    const waits: number[] = []
    for (let attempt = 1; attempt < 12; attempt++) {
      await outbox.deliver()
      const notice = await records.find('outbox', '1')
      expect(notice?.value.failures).toBe(attempt)
      const wait = (notice?.value.next ?? 0) - folder.clock.now()
      waits.push(wait / minute)
      folder.clock.pass(wait)
    }
    expect(room.texts).toEqual([])
    const last = await outbox.deliver()

    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60, 60, 60])
    expect(last).toEqual({ delivered: 1, waiting: 0, refused: 1 })
    expect(room.texts).toEqual(['2'])
    expect(await listStuck(records, folder.clock.now())).toEqual([
      {
        id: '1',
        state: 'refused',
        place: 'room:a',
        news: { kind: 'receipt', receipt: '1' },
        reason: '12回お送りしましたが、お届けを確認できませんでした（ECONNRESET）。',
      },
    ])
  })

  it('takes nobody being there for no failure, and keeps the order until somebody is', async () => {
    using folder = new JournalFolder()
    await using store = await folder.open()
    const { outbox, records, room, put } = openDesk(store, folder.clock)
    await put('1')
    await put('2')
    room.weather = () => 'away'

    for (let time = 0; time < 20; time++) await outbox.deliver()
    expect((await records.find('outbox', '1'))?.value).toMatchObject({ failures: 0, next: 0, refused: null })
    room.weather = (_, key) => (key.endsWith('/2') ? 'away' : 'fine')
    await outbox.deliver()
    room.weather = () => 'fine'
    await outbox.deliver()

    expect(room.texts).toEqual(['1', '2'])
  })

  it('keeps a refused notice for staff, in words that can be stored, and goes on with the next', async () => {
    using folder = new JournalFolder()
    await using store = await folder.open()
    const { outbox, records, room, put } = openDesk(store, folder.clock)
    await put('1')
    await put('2')
    room.weather = (_, key) => (key.endsWith('/1') ? 'refused' : 'fine')

    expect(await outbox.deliver()).toEqual({ delivered: 1, waiting: 0, refused: 1 })
    expect(await outbox.deliver()).toEqual({ delivered: 0, waiting: 0, refused: 1 })

    expect(await listStuck(records, folder.clock.now())).toMatchObject([{ id: '1', reason: 'gone away' }])
    expect(room.asked.filter((asked) => asked === 'post sapporo/1')).toHaveLength(1)
  })

  it.each([
    ['none:m1', 'お届けする先がありません。アカウントの確認、または名簿へのメールアドレスの登録をお願いいたします。'],
    ['slack:T1/D1', '「slack」へお届けする設定がありません。運用担当に御確認ください。'],
    ['rooms:a', '「rooms」へお届けする設定がありません。運用担当に御確認ください。'],
  ])('tells staff that nobody can write to %s', async (place, reason) => {
    using folder = new JournalFolder()
    await using store = await folder.open()
    const { outbox, records, put } = openDesk(store, folder.clock)
    await put('1', place)

    await outbox.deliver()

    expect(await listStuck(records, folder.clock.now())).toMatchObject([{ id: '1', place, reason }])
  })

  it('drops what is not to be told any more, unposted', async () => {
    using folder = new JournalFolder()
    await using store = await folder.open()
    const render = async () => null
    const { outbox, records, room, put, left } = openDesk(store, folder.clock, { render })
    await put('1')

    expect(await outbox.deliver()).toEqual({ delivered: 0, waiting: 0, refused: 0 })

    expect(room.received).toEqual([])
    expect(await left()).toEqual([])
    expect(await records.find('posts', '1')).toBeUndefined()
  })

  it('tries again what could not be put into words, and keeps other places out of it', async () => {
    using folder = new JournalFolder()
    await using store = await folder.open()
    const render: typeof sayReceipt = async (news, notice) => {
      if (notice.place === 'room:a') throw new Error('no such submission')
      return await sayReceipt(news, notice)
    }
    const { outbox, room, put } = openDesk(store, folder.clock, { render })
    await put('1')
    await put('2', 'room:b')

    expect(await outbox.deliver()).toEqual({ delivered: 1, waiting: 1, refused: 0 })

    expect(room.texts).toEqual(['2'])
  })

  it('looks before it posts again what may be there, and does not double it', async () => {
    using folder = new JournalFolder()
    await using store = await folder.open()
    const { outbox, records, room, put, left } = openDesk(store, folder.clock)
    await outbox.deliver()
    await put('1')
    room.weather = () => 'posted-unsaid'
    await outbox.deliver()
    room.weather = () => 'fine'
    folder.clock.pass(minute)

    await outbox.deliver()

    expect(room.asked).toEqual(['post sapporo/1', 'find sapporo/1'])
    expect(room.texts).toEqual(['1'])
    expect(await left()).toEqual([])
    expect((await records.find('posts', '1'))?.value.ref).toBe('ref sapporo/1')
  })

  it('posts again where the platform cannot tell', async () => {
    using folder = new JournalFolder()
    await using store = await folder.open()
    const room = new PostRoom('room', false)
    const { outbox, put } = openDesk(store, folder.clock, { messengers: [room] })
    await put('1')
    room.weather = () => 'posted-unsaid'
    await outbox.deliver()
    room.weather = () => 'fine'
    folder.clock.pass(minute)

    await outbox.deliver()

    expect(room.texts).toEqual(['1', '1'])
  })

  it('looks for a notice that staff let go again after it was refused', async () => {
    using folder = new JournalFolder()
    await using store = await folder.open()
    const { outbox, room, put, left } = openDesk(store, folder.clock)
    await outbox.deliver()
    await put('1', 'room:a', { failures: 11 })
    room.weather = () => 'posted-unsaid'
    expect(await outbox.deliver()).toMatchObject({ refused: 1 })
    await outbox.deliver()
    await put('1')

    await outbox.deliver()

    expect(room.texts).toEqual(['1'])
    expect(await left()).toEqual([])
  })

  it.each(['before', 'after'] as const)(
    'passes the fault of a store on, and neither loses nor doubles what it was doing (%s the write)',
    async (interruption) => {
      using folder = new JournalFolder()
      await using store = await folder.open()
      let sound = false
      const failing = interruptedStore(store, () => (sound ? null : interruption))
      const { outbox, room } = openDesk(failing, folder.clock)
      const { put, left } = openDesk(store, folder.clock)
      for (const id of ['1', '2', '3']) await put(id, id === '3' ? 'room:b' : 'room:a')

      await expect(outbox.deliver()).rejects.toThrow('the process ended')
      sound = true
      await outbox.deliver()

      expect(room.texts.toSorted()).toEqual(['1', '2', '3'])
      expect(room.texts.indexOf('1')).toBeLessThan(room.texts.indexOf('2'))
      expect(await left()).toEqual([])
    },
  )

  it.each(['before', 'after'] as const)(
    'neither loses nor doubles a notice when the process ends between post and commit (%s the write)',
    async (interruption) => {
      using folder = new JournalFolder()
      const room = new PostRoom()
      {
        await using store = await folder.open()
        const { put } = openDesk(store, folder.clock)
        await put('1')
        await put('2')
        const dying = interruptedStore(store, () => interruption)
        const { outbox } = openDesk(dying, folder.clock, { messengers: [room] })
        await expect(outbox.deliver()).rejects.toThrow('the process ended')
      }

      await using store = await folder.open()
      const { outbox, records, left } = openDesk(store, folder.clock, { messengers: [room], holder: 'second' })
      await outbox.deliver()

      expect(room.texts).toEqual(['1', '2'])
      expect(await left()).toEqual([])
      expect((await records.list('posts')).map(({ key }) => key.id)).toEqual(['1', '2'])
    },
  )

  it('stops posting everywhere once the store cannot note it', async () => {
    using folder = new JournalFolder()
    await using store = await folder.open()
    const { put } = openDesk(store, folder.clock)
    for (let at = 0; at < 30; at++) await put(String(at), `room:${at}`)
    let commits = 0
    const { outbox, room } = openDesk(
      interruptedStore(store, () => (commits++ === 0 ? 'before' : null)),
      folder.clock,
    )

    await expect(outbox.deliver()).rejects.toThrow('the process ended')

    expect(room.received.length).toBeLessThanOrEqual(8)
  })

  it('delivers at most eight places at a time, and those at once', async () => {
    using folder = new JournalFolder()
    await using store = await folder.open()
    const { outbox, room, put } = openDesk(store, folder.clock)
    for (let at = 0; at < 20; at++) await put(String(at), `room:${at}`)
    const full = Promise.withResolvers<void>()
    let open = 0
    let most = 0
    room.onPosted = async () => {
      open += 1
      most = Math.max(most, open)
      if (open === 8) full.resolve()
      await full.promise
      open -= 1
    }

    expect(await outbox.deliver()).toMatchObject({ delivered: 20 })

    expect(most).toBe(8)
  })

  it('does not post twice when it is called twice at the same time', async () => {
    using folder = new JournalFolder()
    await using store = await folder.open()
    const { outbox, room, put } = openDesk(store, folder.clock)
    for (const id of ['1', '2', '3']) await put(id)

    const all = await Promise.all([outbox.deliver(), outbox.deliver(), outbox.deliver()])

    expect(room.texts).toEqual(['1', '2', '3'])
    expect(all.map(({ delivered }) => delivered)).toEqual([3, 3, 3])
  })

  it('delivers what is put while it runs when it is called again meanwhile', async () => {
    using folder = new JournalFolder()
    await using store = await folder.open()
    const { outbox, room, put } = openDesk(store, folder.clock)
    await put('1')
    let second: Promise<unknown> | undefined
    room.onPosted = async () => {
      if (second !== undefined) return
      await put('2')
      second = outbox.deliver()
    }

    await outbox.deliver()
    await second

    expect(room.texts).toEqual(['1', '2'])
  })

  it('leaves the notices to the outbox that has the lease', async () => {
    using folder = new JournalFolder()
    await using store = await folder.open()
    const room = new PostRoom()
    const first = openDesk(store, folder.clock, { messengers: [room] })
    const second = openDesk(store, folder.clock, { messengers: [room], holder: 'second' })
    for (const id of ['1', '2', '3']) await first.put(id)

    const both = await Promise.all([first.outbox.deliver(), second.outbox.deliver()])

    expect(room.texts).toEqual(['1', '2', '3'])
    expect(both.map(({ delivered }) => delivered)).toEqual([3, 0])
  })

  it('keeps its lease through a long delivery', async () => {
    using folder = new JournalFolder()
    await using store = await folder.open()
    const room = new PostRoom()
    const first = openDesk(store, folder.clock, { messengers: [room] })
    const second = openDesk(store, folder.clock, { messengers: [room], holder: 'second' })
    for (let at = 0; at < 10; at++) await first.put(String(at))
    room.onPosted = async () => {
      folder.clock.pass(25_000)
      expect(await second.outbox.deliver()).toMatchObject({ delivered: 0 })
    }

    expect(await first.outbox.deliver()).toMatchObject({ delivered: 10 })

    expect(room.received).toHaveLength(10)
  })

  it('stops when another has taken the lease, and looks for everything when it is back', async () => {
    using folder = new JournalFolder()
    await using store = await folder.open()
    const room = new PostRoom()
    const first = openDesk(store, folder.clock, { messengers: [room] })
    const second = openDesk(store, folder.clock, { messengers: [room], holder: 'second' })
    await first.outbox.deliver()
    for (const id of ['1', '2']) await first.put(id)
    room.onPosted = async () => {
      room.onPosted = () => {}
      folder.clock.pass(2 * minute)
      await second.outbox.deliver()
    }

    const interrupted = await first.outbox.deliver()
    folder.clock.pass(2 * minute)
    await first.put('3')
    const back = await first.outbox.deliver()

    expect(interrupted).toMatchObject({ delivered: 0 })
    expect(room.texts).toEqual(['1', '2', '3'])
    expect(back).toEqual({ delivered: 1, waiting: 0, refused: 0 })
    expect(room.asked.at(-2)).toBe('find sapporo/3')
  })

  it('notes nothing once another has the lease', async () => {
    using folder = new JournalFolder()
    await using store = await folder.open()
    const { outbox, records, room, put } = openDesk(store, folder.clock)
    await put('1')
    room.onPosted = async () => {
      folder.clock.pass(2 * minute)
      await store.lease({ committee: 'sapporo', name: 'outbox' }, 'second', minute)
    }

    expect(await outbox.deliver()).toEqual({ delivered: 0, waiting: 1, refused: 0 })

    expect(await records.list('posts')).toEqual([])
  })

  it('posts nothing that it has read under an earlier lease', async () => {
    using folder = new JournalFolder()
    await using store = await folder.open()
    const room = new PostRoom('room', false)
    const second = openDesk(store, folder.clock, { messengers: [room], holder: 'second' })
    const slow: Store = {
      ...interruptedStore(store, () => null),
      async commit(changes, conditions) {
        const committed = await store.commit(changes, conditions)
        folder.clock.pass(2 * minute)
        await second.outbox.deliver()
        folder.clock.pass(2 * minute)
        return committed
      },
    }
    const first = openDesk(slow, folder.clock, { messengers: [room] })
    await second.put('1')
    await second.put('2')

    expect(await first.outbox.deliver()).toEqual({ delivered: 1, waiting: 0, refused: 0 })

    expect(room.texts).toEqual(['1', '2'])
  })

  it('looks for a notice that has failed, whoever tried it', async () => {
    using folder = new JournalFolder()
    await using store = await folder.open()
    const { outbox, room, put } = openDesk(store, folder.clock)
    await outbox.deliver()
    await put('1', 'room:a', { failures: 1 })

    await outbox.deliver()

    expect(room.asked).toEqual(['find sapporo/1', 'post sapporo/1'])
  })

  it('leaves a notice that was changed meanwhile as it is now', async () => {
    using folder = new JournalFolder()
    await using store = await folder.open()
    const { outbox, records, room, put } = openDesk(store, folder.clock)
    await put('1')
    await put('2')
    room.onPosted = async () => {
      room.onPosted = () => {}
      await put('1', 'room:a', { from: 7 })
    }

    await outbox.deliver()
    expect((await records.find('outbox', '1'))?.value.from).toBe(7)
    await outbox.deliver()

    expect(room.texts).toEqual(['1', '2'])
  })

  it('takes each committee for itself, also where they share a messenger and an id', async () => {
    using folder = new JournalFolder()
    await using store = await folder.open()
    const room = new PostRoom()
    const one = openDesk(store, folder.clock, { messengers: [room] })
    const records = new Records(store, 'midori')
    const other = openDesk(store, folder.clock, { messengers: [room], records, holder: 'second' })
    await one.put('1')
    await other.put('1')

    await one.outbox.deliver()
    await other.outbox.deliver()

    expect(room.received.map(({ key }) => key)).toEqual(['sapporo/1', 'midori/1'])
  })

  it('reports what is stuck and why, and nobody: neither by his id on the roster nor by his mail address', async () => {
    using folder = new JournalFolder()
    await using store = await folder.open()
    const room = new PostRoom('mail')
    const { outbox, reports, put } = openDesk(store, folder.clock, { messengers: [room] })
    await put('R8-012.1', 'mail:tanaka@example.jp')
    await put('R8-013.1', 'mail:"sato@home"@example.jp')
    const news = { kind: 'annex-shared', call: '2026-1', member: 'suzuki' } as const
    await put('shared/2026-1/5/suzuki', 'none:suzuki', { news })
    await put('reply/turn-1.0', 'terminal:ito')
    await put('account-confirmed/terminal:ito/5', 'terminal:ito', {
      news: { kind: 'account-confirmed', account: 'terminal:ito' },
    })
    room.weather = (place) => (place.includes('sato') ? 'refused' : 'throws')

    await outbox.deliver()

    expect(reports.toSorted()).toEqual([
      'outbox: notice R8-012.1 to mail:…@example.jp failed (ECONNRESET), attempt 1',
      'outbox: notice R8-013.1 to mail:…@example.jp was refused; the secretariat is shown why',
      'outbox: notice account-confirmed/…/5 to terminal:… was refused; the secretariat is shown why',
      'outbox: notice receipt/reply/turn-1.0 to terminal:… was refused; the secretariat is shown why',
      'outbox: notice shared/2026-1/5/… to none:… was refused; the secretariat is shown why',
    ])
  })
})
