import { describe, expect, it } from 'vitest'
import { Slots } from '../../src/model/slots.ts'

describe('slots', () => {
  it('are given in the order in which calls came, and never to one that no longer waits', async () => {
    const slots = new Slots(1)
    const first = Promise.withResolvers<void>()
    const gone = new AbortController()
    const never = new AbortController().signal
    const ran: string[] = []
    const run = async (name: string, signal = never) => await slots.run(signal, async () => void ran.push(name))

    const running = slots.run(never, async () => await first.promise)
    const waiting = [run('second'), run('gone', gone.signal), run('third')]
    gone.abort()
    first.resolve()
    await Promise.all([running, ...waiting])
    await run('fourth')

    expect(ran).toEqual(['second', 'third', 'fourth'])
  })

  it('are free again after a fault', async () => {
    const slots = new Slots(1)
    const { signal } = new AbortController()

    await expect(slots.run(signal, async () => await Promise.reject(new Error('no')))).rejects.toThrow('no')

    expect(await slots.run(signal, async () => 'free')).toBe('free')
  })
})
