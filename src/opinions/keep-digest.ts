import { type Decision, decide } from './decision.ts'
import type { Digest } from './digest.ts'
import type { Miss } from './miss.ts'
import { newNotice } from './notice.ts'
import type { Found, Records } from './records.ts'

/** Keeps a digest, puts it into the outbox for each place (unless it is silent), and lets go of the questions it has counted. */
export function keepDigest(
  records: Records,
  digest: Digest,
  places: readonly string[],
  misses: readonly Found<Miss>[],
): Decision<never> {
  const { day, at, kind } = digest
  const notices = kind === 'silent' ? [] : places
  return decide([{ key: records.key('digests', day), version: 0 }, ...misses], {
    changes: [
      records.put('digests', day, digest),
      ...notices.map((place, index) =>
        records.put('outbox', `digest/${day}.${index}`, newNotice(place, 'ja', { kind: 'digest', day }, at)),
      ),
      ...misses.map(({ key }) => ({ kind: 'delete', key }) as const),
    ],
    acts: [{ did: 'digest-made', about: day, detail: { kind } }],
    told: [],
  })
}
