import * as z from 'zod'
import type { Change } from '../ports.ts'
import { isLive } from './answers.ts'
import { Call, standing } from './call.ts'
import type { Found, Records } from './records.ts'
import type { Release } from './release.ts'
import type { Submission } from './submission.ts'

/** The releases that a submission is in. */
export async function listReleasesOf(records: Records, receipt: string): Promise<readonly Found<Release>[]> {
  return (await records.list('releases')).filter(({ value }) => value.receipts.includes(receipt))
}

/** A release as it is when submissions have been withdrawn or erased; what is left keeps its letters. */
export function withoutReceipts(release: Release, gone: ReadonlySet<string>): Release {
  const { letters } = release
  return {
    ...release,
    receipts: release.receipts.filter((one) => !gone.has(one)),
    ...(letters === undefined
      ? {}
      : { letters: Object.fromEntries(Object.entries(letters).filter(([one]) => !gone.has(one))) }),
  }
}

/** A call as acts on its annex name it. */
export const ReleasedCall = z.union([Call.shape.id, z.literal(standing)])

/** A release as acts name it: by its call, or by its id where the standing call has several. */
export const ReleaseName = z.union([ReleasedCall, z.string().regex(/^standing-[1-9]\d{0,3}$/u)])

/** Why a name means no release: there is no such call, or nothing of it was shared. */
export async function whyUnreleased(records: Records, name: string): Promise<'unknown-call' | 'unshared'> {
  const isCall = !name.startsWith(standing)
  return isCall && (await records.find('calls', name)) === undefined ? 'unknown-call' : 'unshared'
}

/** Whether a submission is an opinion that stands and has not been given to the members yet. */
export function isUnreleased(submission: Submission): boolean {
  return submission.kind === 'opinion' && isInHand(submission)
}

/** Whether a submission stands and the office has still to do with it: the members have not been given it. */
export function isInHand(submission: Submission): boolean {
  return isLive(submission) && !isReleased(submission)
}

/** Whether it has been given to the members, or published. */
export function isReleased({ stage }: Pick<Submission, 'stage'>): boolean {
  return stage === 'answered' || stage === 'published'
}

/** The releases that a name means: one at most, but of the standing call all, the oldest first. */
export async function findReleases(records: Records, name: string): Promise<readonly Found<Release>[]> {
  if (name === standing) return await records.list('releases', { call: standing })
  const found = await records.find('releases', name)
  return found === undefined ? [] : [found]
}

/** Puts the submissions of a release to a stage, and the records that this rests on. */
export async function stageOf(
  records: Records,
  { receipts }: Pick<Release, 'receipts'>,
  stage: Submission['stage'],
): Promise<{ readonly changes: readonly Change[]; readonly expected: readonly Found<Submission>[] }> {
  const found = await Promise.all(receipts.map((receipt) => records.find('submissions', receipt)))
  const expected = found.filter((one) => one !== undefined)
  return {
    expected,
    changes: expected.map(({ value }) => records.put('submissions', value.receipt, { ...value, stage })),
  }
}
