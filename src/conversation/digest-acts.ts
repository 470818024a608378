import { type Day, dayOf } from '../opinions/day.ts'
import { type Decision, type Refused, tell } from '../opinions/decision.ts'
import type { Digest } from '../opinions/digest.ts'
import { disposeRound, listRetention, type RetentionTold } from '../opinions/dispose-round.ts'
import type { DigestAct } from './digest-form.ts'
import { drawUpDigest } from './digest-round.ts'
import type { Scene } from './scene.ts'

/**
 * What came of an act on the daily digest (日次まとめ) and on rounds that need not be kept any longer. A look at the records
 * (`view`) is not kept, but read again.
 */
export type DigestTold =
  /** `made`: it was made at its time; else it is what one made now would say. */
  | { readonly kind: 'digest'; readonly view: true; readonly made: boolean; readonly digest: Digest }
  | {
      readonly kind: 'no-digest'
      readonly view: true
      readonly day: Day
      readonly why: 'closed' | 'not-made' | 'ahead'
    }
  | RetentionTold
  | Refused<'not-staff'>

/** Decides an act on the daily digest or on retention. Each says itself who may do it. */
export async function actOnDigest(scene: Scene, act: DigestAct): Promise<Decision<DigestTold>> {
  const { records, actor, keeping } = scene
  if (actor.role.kind !== 'staff') return tell({ kind: 'refused', why: 'not-staff' })
  switch (act.do) {
    case 'show':
      return tell(await showDigest(scene, act.day ?? actor.today))
    case 'list-expired':
      return await listRetention(records, actor, keeping.retentionYears)
    case 'dispose':
      return await disposeRound(records, actor, act.input, keeping.retentionYears)
  }
}

/** The digest of a day as it was made; of today also before that. */
async function showDigest({ records, calendar, keeping, actor }: Scene, day: Day): Promise<DigestTold> {
  const found = await records.find('digests', day)
  if (found !== undefined) return { kind: 'digest', view: true, made: true, digest: found.value }
  if (day === dayOf(actor.at)) {
    const { digest } = await drawUpDigest(records, keeping, actor.at)
    return { kind: 'digest', view: true, made: false, digest }
  }
  const why = day > actor.today ? 'ahead' : calendar.isClosed(day) ? 'closed' : 'not-made'
  return { kind: 'no-digest', view: true, day, why }
}
