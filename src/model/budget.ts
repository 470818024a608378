import { createHash, randomBytes } from 'node:crypto'
import type { ModelConfig } from '../config-model.ts'
import { dayOf } from '../opinions/day.ts'
import type { ModelDay } from '../opinions/model-day.ts'
import type { Records } from '../opinions/records.ts'
import type { Clock, Store } from '../ports.ts'

/** Calls that may be made on a day in Japan. */
export type Limits = Pick<ModelConfig, 'callsPerPerson' | 'callsPerDay'>

export type Budget = {
  /** Counts a call for a person. @returns whether it may be made */
  take(person: string): Promise<boolean>
}

/** Times that a count is made again where another came in between. */
const attempts = 20

/** Counts as long as the process lives. */
export function memoryBudget(limits: Limits, clock: Clock): Budget {
  let today: ModelDay | undefined
  return {
    async take(person) {
      const day = dayOf(clock.now())
      const spent = spend(today?.day === day ? today : newDay(day), person, limits)
      today = spent ?? today
      return spent !== undefined
    },
  }
}

/** Counts in one record a day, across restarts. @throws Fault of the store */
export function storedBudget(limits: Limits, clock: Clock, store: Store, records: Records): Budget {
  return {
    async take(person) {
      const day = dayOf(clock.now())
      for (let attempt = 0; attempt < attempts; attempt++) {
        const kept = await records.find('modelDays', day)
        const spent = spend(kept?.value ?? newDay(day), person, limits)
        if (spent === undefined) return false
        const expected = [{ key: records.key('modelDays', day), version: kept?.version ?? 0 }]
        const { outcome } = await store.commit([records.put('modelDays', day, spent)], { expected })
        if (outcome === 'committed') return true
      }
      return false
    },
  }
}

function newDay(day: string): ModelDay {
  return { day, salt: randomBytes(16).toString('hex'), calls: 0, people: {} }
}

/** The day with one call more; undefined where a limit is reached. */
function spend(day: ModelDay, person: string, { callsPerPerson, callsPerDay }: Limits): ModelDay | undefined {
  const hash = createHash('sha256').update(`${day.salt} ${person}`).digest('hex').slice(0, 32)
  const own = day.people[hash] ?? 0
  if (own >= callsPerPerson || day.calls >= callsPerDay) return undefined
  return { ...day, calls: day.calls + 1, people: { ...day.people, [hash]: own + 1 } }
}
