import { setImmediate } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { Outcome } from '../../src/conversation/settle-turn.ts'
import type { Turn } from '../../src/conversation/turn.ts'
import { fillIn, numberOf } from '../support/fill-in.ts'
import { failingDisk, watchedDisk } from '../support/journal-folder.ts'
import { emptyForm, FrontOffice } from '../support/round-desk.ts'

const term = { from: '2025-04-01', to: '2029-03-31' }
const wanted = { call: 'standing', text: '御意見の文面', vote: 'approve', print: false, behalf: '' } as const

/** An office with two members, of whom one has a draft to confirm. */
async function openWithDraft(disk: ReturnType<typeof watchedDisk>) {
  const office = new FrontOffice('2026-08-20T10:00', disk)
  await office.start()
  await office.putRoster({ members: { sato: term, ito: term }, staff: {}, confirmed: ['sato', 'ito'] })
  const shown = await fillIn(office, 'sato', await office.take('sato', '意見'), wanted)
  return {
    office,
    press: office.turn(
      'sato',
      numberOf(shown, ({ name }) => name === 'file'),
    ),
  }
}

async function filed({ records }: FrontOffice): Promise<readonly string[]> {
  return (await records.list('submissions')).map(({ value }) => value.receipt)
}

function numberIn({ told: [told] }: Outcome): string {
  return told?.kind === 'not-taken' || told?.kind === 'delayed' ? told.number : 'taken'
}

/** A disk that is full from the `nth` write on, counted from `begin`, until `end`. */
function fillingDisk(nth: number) {
  let writes = Number.NEGATIVE_INFINITY
  const disk = watchedDisk(({ kind }) => {
    if (kind !== 'append') return
    writes += 1
    if (writes >= nth) throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' })
  })
  return {
    disk,
    begin: () => {
      writes = 0
    },
    end: () => {
      writes = Number.NEGATIVE_INFINITY
    },
  }
}

const form = { ...emptyForm, call: 'standing', text: '別の文面', confirmed: true } as const

describe('a disk that is full while a turn is taken in', () => {
  it('takes nothing, says so with a number, and files the same press once with space again', async () => {
    const { disk, begin, end } = fillingDisk(1)
    const { office, press } = await openWithDraft(disk)
    await using _ = office

    begin()
    const refused = await office.desk.take(press)
    const before = await filed(office)
    const draft = await office.records.find('drafts', 'room:sato')
    end()
    const taken = await office.desk.take(press)
    const again = await office.desk.take(press)

    expect(refused.told).toMatchObject([{ kind: 'not-taken', kept: true }])
    expect(refused.fault?.code).toBe('disk-full')
    expect(office.folder.reports).toEqual([expect.stringContaining(numberIn(refused))])
    expect(before).toEqual([])
    expect(draft?.value.text).toBe(wanted.text)
    expect(taken.told).toEqual([{ kind: 'receipt', receipt: 'R8-001' }])
    expect(again.told).toEqual(taken.told)
    expect(await filed(office)).toEqual(['R8-001'])
  })

  it.each([false, true])('files nothing by itself afterwards (ends and starts again: %s)', async (restarts) => {
    const { disk, begin, end } = fillingDisk(1)
    const { office, press } = await openWithDraft(disk)
    await using _ = office
    begin()
    await office.desk.take(press)
    end()

    if (restarts) {
      await office.stop()
      await office.start()
    }
    await office.desk.recover()

    expect(await filed(office)).toEqual([])
    expect((await office.records.find('drafts', 'room:sato'))?.value.text).toBe(wanted.text)
  })

  it('still answers a question', async () => {
    const { disk, begin } = fillingDisk(1)
    const { office } = await openWithDraft(disk)
    await using _ = office

    begin()
    const { told, fault } = await office.take('ito', 'No.34はなぜ×ですか')

    expect(fault).toBeNull()
    expect(told).toMatchObject([{ kind: 'answer', answer: { outcome: 'answered' } }])
  })
})

describe('a disk that is full while a turn is settled', () => {
  it.each([false, true])(
    'keeps the turn and says so; with space again it is filed once, and its receipt reaches the member (restart: %s)',
    async (restarts) => {
      const { disk, begin, end } = fillingDisk(2)
      const { office, press } = await openWithDraft(disk)
      await using _ = office

      begin()
      const delayed = await office.desk.take(press)
      const before = await filed(office)
      end()
      if (restarts) {
        await office.stop()
        await office.start()
      }
      await office.desk.recover()
      const notices = (await office.records.list('outbox')).map(({ value }) => value.news)
      const again = await office.desk.take(press)

      expect(delayed.told).toMatchObject([{ kind: 'delayed' }])
      expect(office.folder.reports).toEqual([expect.stringContaining(numberIn(delayed))])
      expect(before).toEqual([])
      expect(notices).toEqual([{ kind: 'receipt', receipt: 'R8-001' }])
      expect(again.told).toEqual([{ kind: 'receipt', receipt: 'R8-001' }])
      expect(await filed(office)).toEqual(['R8-001'])
    },
  )

  it('settles it before what is said next in the same conversation', async () => {
    const { disk, begin, end } = fillingDisk(2)
    const { office, press } = await openWithDraft(disk)
    await using _ = office

    begin()
    await office.desk.take(press)
    end()
    const { told } = await office.take('sato', '状況')

    expect(told).toMatchObject([{ kind: 'mine', receipts: ['R8-001'] }])
  })
})

describe('a disk that is still full', () => {
  it('lets nothing in the same conversation overtake what waits', async () => {
    let full = false
    let writes = 0
    // Small writes still fit: each turn is taken in, none is settled.
    const disk = watchedDisk(({ kind }) => {
      if (kind === 'append' && full && writes++ % 2 === 1) throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' })
    })
    const { office, press } = await openWithDraft(disk)
    await using _ = office

    full = true
    await office.desk.take(press)
    writes = 0
    const next = await office.take('sato', 'やめる')
    full = false
    await office.desk.recover()

    expect(next.told).toMatchObject([{ kind: 'delayed' }])
    expect(await filed(office)).toEqual(['R8-001'])
    expect(await office.records.list('drafts')).toEqual([])
  })
})

describe('a disk that was full', () => {
  it.each([2, 3, 4, 5, 12])(
    'has filed in the end what was taken in, and nothing else, where %i come at the same time',
    async (number) => {
      const fault = { at: Number.POSITIVE_INFINITY, writes: 0 }
      let startNext = () => {}
      const disk = watchedDisk(async ({ kind }) => {
        if (kind !== 'append') return
        fault.writes += 1
        const isFull = fault.writes === fault.at
        // Whoever comes during a write waits for the next one.
        startNext()
        startNext()
        await setImmediate()
        if (isFull) throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' })
      })

      for (let at = 1; at <= 8; at++) {
        const { office } = await openWithDraft(disk)
        await using _ = office
        fault.writes = 0
        fault.at = at
        const turns: Turn[] = Array.from({ length: number }, (_, n) => ({
          ...office.turn(n % 2 === 0 ? 'sato' : 'ito', { kind: 'form', form }),
          conversation: `window ${n}`,
        }))
        const taking: Promise<{ readonly turn: Turn; readonly outcome: Outcome }>[] = []
        startNext = () => {
          const turn = turns.shift()
          if (turn !== undefined) taking.push(office.desk.take(turn).then((outcome) => ({ turn, outcome })))
        }
        startNext()
        const taken = []
        for (let n = 0; n < number; n++) {
          if (taking[n] === undefined) startNext()
          taken.push(await taking[n]!)
        }
        fault.at = Number.POSITIVE_INFINITY
        await office.stop()
        await office.start()

        const told = taken.filter(({ outcome }) => outcome.told[0]?.kind !== 'not-taken').map(({ turn }) => turn.id)
        const drafts = (await office.records.list('submissions')).map(({ value }) => value.draft)
        expect(drafts.toSorted(), `write ${at}`).toEqual(told.toSorted())
      }
    },
  )

  it('gives a receipt that was given again, and not a second one', async () => {
    const { fault, disk } = failingDisk(['append'])
    const { office } = await openWithDraft(disk)
    await using _ = office
    const turn = office.turn('sato', { kind: 'form', form })
    await office.desk.take(turn)

    fault.error = 'ENOSPC'
    const [again] = await Promise.all([office.desk.take(turn), office.take('ito', '状況')])
    fault.error = null
    await office.take('ito', '状況')
    const third = await office.desk.take(turn)

    expect(again.told).toEqual([{ kind: 'receipt', receipt: 'R8-001' }])
    expect(third.told).toEqual(again.told)
    expect(await filed(office)).toEqual(['R8-001'])
  })
})

describe('a disk that does not confirm a write', () => {
  it.each([1, 2])('acknowledges nothing more; after a start the press is filed once (sync %i)', async (nth) => {
    let syncs = Number.NEGATIVE_INFINITY
    const disk = watchedDisk(({ kind }) => {
      if (kind !== 'sync') return
      syncs += 1
      if (syncs === nth) throw Object.assign(new Error('EIO'), { code: 'EIO' })
    })
    const { office, press } = await openWithDraft(disk)
    await using _ = office

    syncs = 0
    const refused = await office.desk.take(press)
    const others = await Promise.all([office.desk.take(press), office.take('ito', { kind: 'form', form })])
    const before = await filed(office)
    await office.stop()
    await office.start()
    const recovered = await filed(office)
    const taken = await office.desk.take(press)

    for (const outcome of [refused, ...others]) {
      expect(['not-taken', 'delayed']).toContain(outcome.told[0]?.kind)
      expect(outcome.fault?.code).toBe('store-failed')
    }
    expect(before).toEqual([])
    // The bytes were there although nobody confirmed it: both are allowed, a hole or a second receipt is not.
    expect([[], ['R8-001']]).toContainEqual(recovered)
    expect(taken.told).toEqual([{ kind: 'receipt', receipt: 'R8-001' }])
    expect(await filed(office)).toEqual(['R8-001'])
  })
})
