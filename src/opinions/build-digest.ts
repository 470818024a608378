import type { Head } from '../ports.ts'
import { answersTo, isLive } from './answers.ts'
import type { Call } from './call.ts'
import { isLate, isOpen } from './calls.ts'
import { addDays, type Day, dayOf } from './day.ts'
import { dayOfDeadline } from './deadline.ts'
import { type Digest, type DueEntry, daysAhead, mostNamed } from './digest.ts'
import { byDay, listDue } from './list-due.ts'
import { countMisses, type Miss } from './miss.ts'
import type { QueueItem } from './queue-item.ts'
import { stepOf } from './queue-step.ts'
import type { Records } from './records.ts'
import { isInHand } from './releases.ts'
import type { Submission } from './submission.ts'

/** What a digest is built on besides the records. `undelivered` and `expired` are counts; `isFirstOfWeek` brings at least a line. */
export type DigestBase = {
  readonly at: number
  readonly last: Digest | null
  readonly misses: readonly Miss[]
  readonly undelivered: number
  readonly expired: readonly string[]
  readonly head: Head | null
  readonly isFirstOfWeek: boolean
}

/** The digest of a moment, by what has changed since the last one. What its parts count is said at `Digest`. */
export async function buildDigest(records: Records, base: DigestBase): Promise<Digest> {
  const { at, last, misses, undelivered, expired, head } = base
  const today = dayOf(at)
  const since = last?.at ?? null
  const isNew = (moment: number) => (since === null || moment > since) && moment <= at
  const submissions = new Map((await records.list('submissions')).map(({ value }) => [value.receipt, value]))
  const live = [...submissions.values()].filter(isLive)
  const calls = await listOpenCalls(records, at)
  const items = (await records.list('items')).map(({ value }) => value)
  const due = await listDue(records, items, submissions)
  const late = calls
    .filter(({ call, unanswered }) => unanswered > 0 && isLate(call, at))
    .flatMap(({ call }) => dueAnswers(call))
  const overdue = [...due.filter((one) => one.due < today), ...late].toSorted(byDay)
  const soon = due.filter((one) => isSoon(one.due, today) && one.step !== 'question-back')
  const replies = (await records.list('questions')).filter(({ value: { reply } }) => reply !== null && isNew(reply.at))
  const toCheck = listToCheck(items, submissions)
  const corrections = await listCorrections(records, submissions)
  const filed = live.filter((one) => isNew(one.filed))
  const opinions = filed.filter(({ kind }) => kind === 'opinion')
  const edited = await countEdited(records, live, isNew)
  const withdrawn = [...submissions.values()].filter((one) => one.withdrawn !== null && isNew(one.withdrawn)).length
  const marks = [
    ...soon.map(({ id, due: day }) => `due ${id} ${day}`),
    ...toCheck.map((id) => `check ${id}`),
    ...corrections.map((id) => `correction ${id}`),
    ...calls.flatMap(({ call }) => marksOf(call, today)),
    ...expired.map((id) => `expired ${id}`),
  ]
  const known = new Set(last?.marks)
  const hasChanged =
    overdue.length + filed.length + edited + withdrawn + replies.length + misses.length > 0 ||
    undelivered > (last?.undelivered ?? 0) ||
    marks.some((mark) => !known.has(mark))
  return {
    ...{ day: today, at, since, kind: hasChanged ? 'full' : base.isFirstOfWeek ? 'line' : 'silent' },
    overdue: { count: overdue.length, first: overdue.slice(0, mostNamed) },
    soon: { count: soon.length, first: soon.slice(0, mostNamed) },
    filed: opinions.length,
    onBehalf: opinions.filter(({ onBehalf }) => onBehalf !== null).length,
    ...{ edited, withdrawn, toCheck: toCheck.length, replies: replies.length, corrections: corrections.length },
    calls: calls.map(({ call: { id, name, deadline }, ...counts }) => ({ call: id, name, deadline, ...counts })),
    misses: [...countMisses(misses)],
    ...{ undelivered, expired: expired.length, head, marks },
  }
}

function isSoon(due: Day, today: Day): boolean {
  return today <= due && due <= addDays(today, daysAhead)
}

type OpenCall = Omit<Digest['calls'][number], 'call' | 'name' | 'deadline'> & { readonly call: Call }

async function listOpenCalls(records: Records, at: number): Promise<readonly OpenCall[]> {
  const calls = (await records.list('calls', { closed: null })).filter(({ value }) => isOpen(value, at))
  return await Promise.all(
    calls.map(async ({ value: call }) => {
      const answers = await answersTo(records, call)
      const count = (kind: 'opinion' | 'none' | null) => answers.filter(({ answered }) => answered === kind).length
      return { call, opinion: count('opinion'), none: count('none'), unanswered: count(null), asked: call.asked.length }
    }),
  )
}

/** A call whose deadline is over stays due until it is closed or everybody has answered. */
function dueAnswers({ id, deadline }: Call): readonly DueEntry[] {
  return deadline === null ? [] : [{ id, step: 'unanswered', due: dayOfDeadline(deadline) }]
}

/** That a call is open, by which deadline, and that this is near: each is told once. */
function marksOf({ id, deadline }: Call, today: Day): readonly string[] {
  const near = deadline !== null && isSoon(dayOfDeadline(deadline), today)
  return [`call ${id} ${deadline ?? ''}`, ...(near ? [`near ${id} ${deadline}`] : [])]
}

/** Drafts that wait for a colleague's check, each version by itself. */
function listToCheck(items: readonly QueueItem[], submissions: ReadonlyMap<string, Submission>): readonly string[] {
  return items.flatMap((item) => {
    const submission = submissions.get(item.receipt)
    const waits = item.gone === null && submission !== undefined && isLive(submission) && stepOf(item) === 'to-check'
    return waits ? [`${item.item}.${item.response}`] : []
  })
}

/** Text checks that came back with a correction, until the wording is shown anew or given to the members. */
async function listCorrections(
  records: Records,
  submissions: ReadonlyMap<string, Submission>,
): Promise<readonly string[]> {
  return (await records.list('proofs')).flatMap(({ value: { receipt, version, answer } }) => {
    const submission = submissions.get(receipt)
    const open = submission !== undefined && isInHand(submission)
    return open && answer?.kind === 'correction' ? [`${receipt}.${version} ${answer.at}`] : []
  })
}

async function countEdited(
  records: Records,
  live: readonly Submission[],
  isNew: (moment: number) => boolean,
): Promise<number> {
  const edited = live.filter(({ version }) => version > 1)
  const versions = await Promise.all(
    edited.map(({ receipt, version }) => records.find('versions', `${receipt}.${version}`)),
  )
  return versions.filter((found) => found !== undefined && isNew(found.value.at)).length
}
