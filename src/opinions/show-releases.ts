import { standing } from './call.ts'
import { isOpen } from './calls.ts'
import type { Minute } from './day.ts'
import { type Actor, type Decision, type Refused, tell } from './decision.ts'
import { type Readiness, readReadiness } from './readiness.ts'
import type { Records } from './records.ts'
import type { Release } from './release.ts'

/** Where a call stands between text check and publication. */
export type ReleaseView = Omit<Readiness, 'expected'> & {
  readonly call: string
  readonly isOpen: boolean
  readonly deadline: Minute | null
  readonly releases: readonly Release[]
}

export type ShowReleasesTold =
  /** `whole`: one call, with the text check of each submission. */
  | {
      readonly kind: 'releases'
      readonly view: true
      readonly whole: boolean
      readonly calls: readonly ReleaseView[]
    }
  | Refused<'not-staff'>
  | (Refused<'unknown-call'> & { readonly call: string })

/** Where every call stands, or one (by id), and what is missing for the next step. For staff. */
export async function showReleases(
  records: Records,
  actor: Actor,
  call: string | null,
): Promise<Decision<ShowReleasesTold>> {
  if (actor.role.kind !== 'staff') return tell({ kind: 'refused', why: 'not-staff' })
  const calls = (await records.list('calls')).map(({ value }) => value)
  const ids = [...calls.map(({ id }) => id), standing]
  if (call !== null && !ids.includes(call)) return tell({ kind: 'refused', why: 'unknown-call', call })
  const shown = await Promise.all(
    ids
      .filter((id) => call === null || id === call)
      .map(async (id): Promise<ReleaseView> => {
        const { expected: _, ...readiness } = await readReadiness(records, id, actor.today)
        const found = calls.find((one) => one.id === id)
        const releases = (await records.list('releases', { call: id })).map(({ value }) => value)
        const open = found === undefined || isOpen(found, actor.at)
        return { ...readiness, call: id, isOpen: open, deadline: found?.deadline ?? null, releases }
      }),
  )
  return tell({ kind: 'releases', view: true, whole: call !== null, calls: shown })
}
