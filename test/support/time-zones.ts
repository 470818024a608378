import { afterAll, beforeAll, describe, vi } from 'vitest'

/** UTC, Japan, and one west of both with summer time: a day taken from the server's time zone is another there. */
const offsets = { UTC: 0, 'Asia/Tokyo': -540, 'America/Los_Angeles': 480 }

/**
 * Runs tests as on servers of three time zones. The module under test is loaded anew on each, for formats keep the time
 * zone in which they were made; Node takes up a new `TZ` at once.
 */
export function describeInTimeZones<Module>(
  name: string,
  load: () => Promise<Module>,
  tests: (loaded: () => Module) => void,
): void {
  describe.each(Object.entries(offsets))(`${name}, on a server in %s`, (zone, offset) => {
    const before = process.env.TZ
    let loaded: Module

    beforeAll(async () => {
      process.env.TZ = zone
      if (new Date(2026, 0, 1).getTimezoneOffset() !== offset) throw new Error(`the time zone is not ${zone}`)
      vi.resetModules()
      loaded = await load()
    })

    afterAll(() => {
      if (before === undefined) delete process.env.TZ
      else process.env.TZ = before
    })

    tests(() => loaded)
  })
}
