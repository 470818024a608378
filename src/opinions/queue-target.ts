import * as z from 'zod'
import type { Conditions } from '../ports.ts'
import { type ChangedMeanwhile, refuseStale } from './item-history.ts'
import { type ClosedItem, findOpenItem, type OpenItem } from './open-item.ts'
import type { Records } from './records.ts'

/**
 * An item that is worked on. `seen` is the version of its record that was shown to whoever works on it (null: none is
 * named): where it has changed since, nothing is done.
 */
export const Target = z.strictObject({ item: z.string().min(1).max(50), seen: z.int().min(0).nullable() })
export type Target = z.infer<typeof Target>

/** Several at once, each once. */
export const Targets = z.array(Target).min(1).max(100)

export type NoTarget = ClosedItem | ChangedMeanwhile

/** The item as it is open to work on, or why it is not. */
export async function findTarget(records: Records, { item, seen }: Target): Promise<OpenItem | NoTarget> {
  const found = await records.find('items', item)
  const stale = found === undefined ? null : await refuseStale(records, found, seen)
  return stale ?? (await findOpenItem(records, item))
}

/** All of them, each once and in the order given, or why the first that is not open is not. */
export async function findTargets(
  records: Records,
  targets: readonly Target[],
): Promise<readonly OpenItem[] | NoTarget> {
  const found: OpenItem[] = []
  for (const target of targets) {
    if (found.some(({ item }) => item.value.item === target.item)) continue
    const one = await findTarget(records, target)
    if ('why' in one) return one
    found.push(one)
  }
  return found
}

/** Whether targets were found. */
export function areOpen(found: readonly OpenItem[] | NoTarget): found is readonly OpenItem[] {
  return Array.isArray(found)
}

/** What a decision on these items rests on. */
export function resting(open: readonly OpenItem[]): NonNullable<Conditions['expected']> {
  return open.flatMap(({ item, submission }) => [item, submission])
}
