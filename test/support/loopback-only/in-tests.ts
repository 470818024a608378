import { afterEach, expect } from 'vitest'
import { barOutside } from './bar-outside.ts'

const wanted: string[] = []
barOutside((host) => void wanted.push(host))

/** The hosts that something has wanted to reach since this was last asked. */
export function takeWanted(): readonly string[] {
  return wanted.splice(0)
}

// What goes wrong quietly, as a report or a retry, is a fault of the test all the same.
afterEach(() => {
  expect(takeWanted(), 'tests reach loopback only').toEqual([])
})
