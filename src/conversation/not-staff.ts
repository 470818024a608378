import type { Actor } from '../opinions/decision.ts'
import { sayIn } from './view.ts'

/** Why what the secretariat does is not done for somebody, and what can be done about it. */
export function notStaff(actor: Pick<Actor, 'barred' | 'language'>): string {
  const { barred, refused } = sayIn(actor).office
  return actor.barred === undefined ? refused['not-staff'] : barred[actor.barred]
}
