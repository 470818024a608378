import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { interruptedStore } from '../support/interrupted-store.ts'
import { JournalFolder } from '../support/journal-folder.ts'
import { minute, openDesk } from '../support/outbox-desk.ts'
import { PostRoom, type Weather } from '../support/post-room.ts'

/** `crash`: the process ends at the `at`th commit of a delivery, before or after it is written. */
type Step =
  | { readonly kind: 'put'; readonly room: number; readonly delay: number }
  | { readonly kind: 'deliver'; readonly weather: readonly Weather[] }
  | { readonly kind: 'crash'; readonly at: number; readonly when: 'before' | 'after'; readonly weather: Weather[] }
  | { readonly kind: 'pass'; readonly minutes: number }

const weather = fc.array(fc.constantFrom<Weather[]>('fine', 'fine', 'throws', 'posted-unsaid', 'away'), {
  minLength: 1,
  maxLength: 5,
})
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('put' as const), room: fc.nat(2), delay: fc.constantFrom(0, 0, 0, 5) }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('deliver' as const), weather }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('crash' as const),
      at: fc.nat(4),
      when: fc.constantFrom('before' as const, 'after' as const),
      weather,
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('pass' as const), minutes: fc.integer({ min: 1, max: 70 }) }) },
)

/** What is put where, in order; notices with a delay may be overtaken. */
type Put = { readonly id: string; readonly room: string; readonly delay: number }

async function live(steps: readonly Step[], finds: boolean): Promise<{ puts: readonly Put[]; room: PostRoom }> {
  using folder = new JournalFolder()
  const room = new PostRoom('room', finds)
  const puts: Put[] = []
  let process = 0
  let interrupt: { left: number; when: 'before' | 'after' } | null = null
  const begin = async () => {
    const store = await folder.open()
    process += 1
    const interrupted = interruptedStore(store, () => {
      if (interrupt === null) return null
      interrupt.left -= 1
      return interrupt.left < 0 ? interrupt.when : null
    })
    const { put } = openDesk(store, folder.clock)
    const desk = openDesk(interrupted, folder.clock, { messengers: [room], holder: `process ${process}` })
    return { ...desk, put, store }
  }
  const setWeather = (kinds: readonly Weather[]) => {
    let asked = 0
    room.weather = () => kinds[asked++ % kinds.length] ?? 'fine'
  }

  let running = await begin()
  for (const step of steps) {
    switch (step.kind) {
      case 'put': {
        const one = { id: String(puts.length), room: `room:${step.room}`, delay: step.delay }
        await running.put(one.id, one.room, { from: folder.clock.now() + step.delay * minute })
        puts.push(one)
        break
      }
      case 'deliver':
        setWeather(step.weather)
        await running.outbox.deliver()
        break
      case 'crash':
        setWeather(step.weather)
        interrupt = { left: step.at, when: step.when }
        await running.outbox.deliver().catch(() => {})
        await running.store.close()
        interrupt = null
        running = await begin()
        break
      case 'pass':
        folder.clock.pass(step.minutes * minute)
        break
    }
  }
  setWeather(['fine'])
  folder.clock.pass(70 * minute)
  const last = await running.outbox.deliver()
  expect(last).toMatchObject({ waiting: 0, refused: 0 })
  expect(await running.left()).toEqual([])
  expect((await running.records.list('posts')).map(({ key }) => key.id).toSorted()).toEqual(
    puts.map(({ id }) => id).toSorted(),
  )
  await running.store.close()
  return { puts, room }
}

describe('whatever fails and whenever the process ends', () => {
  it.each([true, false])('every notice gets there, in order at its place (found again: %s)', async (finds) => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
        const { puts, room } = await live(steps, finds)

        const first = [...new Set(room.texts)]
        expect(first.toSorted()).toEqual(puts.map(({ id }) => id).toSorted())
        if (finds) expect(room.texts).toEqual(first)
        for (const place of new Set(puts.map((put) => put.room))) {
          const prompt = puts.filter((put) => put.room === place && put.delay === 0).map(({ id }) => id)
          expect(first.filter((id) => prompt.includes(id))).toEqual(prompt)
        }
      }),
      { numRuns: process.env.LONG ? 2000 : 100 },
    )
  })
})
