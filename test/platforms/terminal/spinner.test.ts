import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { spin } from '../../../src/platforms/terminal/spinner.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function terminal(isTTY: boolean) {
  const written: string[] = []
  return {
    written,
    output: { isTTY, write: (text: string) => written.push(text) > 0 } as unknown as NodeJS.WriteStream,
  }
}

describe('the spinner', () => {
  it('stands where something lasts, turns, and is gone after it', () => {
    const { output, written } = terminal(true)

    const stop = spin(output, '処理しています')
    vi.advanceTimersByTime(1250)
    stop()
    const after = written.length
    vi.advanceTimersByTime(5000)

    expect(written.slice(0, 3)).toEqual([
      '\r\x1b[K⠋ 処理しています',
      '\r\x1b[K⠙ 処理しています',
      '\r\x1b[K⠹ 処理しています',
    ])
    expect(written.at(-1)).toBe('\r\x1b[K')
    expect(written.length).toBe(after)
  })

  it('is not seen where something is done at once, nor where nobody looks', () => {
    const quick = terminal(true)
    const piped = terminal(false)

    spin(quick.output, '処理しています')()
    spin(piped.output, '処理しています')
    vi.advanceTimersByTime(5000)

    expect(quick.written).toEqual([])
    expect(piped.written).toEqual([])
  })
})
