import { isLate } from '../opinions/calls.ts'
import { minuteOf } from '../opinions/day.ts'
import type { Draft } from '../opinions/draft.ts'
import { findCall, itemsOf } from '../opinions/filing.ts'
import type { Records } from '../opinions/records.ts'
import type { OnBehalf } from '../opinions/submission.ts'
import { mayEdit, mayWithdraw, stateOf } from '../opinions/submission-state.ts'
import { type Block, notes, texts } from './reply.ts'
import { responseBlocks } from './response-blocks.ts'
import { callName, sayIn, subjectText, type View } from './view.ts'
import { visibleText } from './visible-text.ts'

/** Characters of an item by which it is recognised. */
const startLength = 20

/** A draft as it will be filed, word for word. */
export async function draftBlocks(draft: Draft, view: View): Promise<readonly Block[]> {
  const say = sayIn(view)
  const { opinions } = say
  const { call: id, subject, text, vote, printName, whole, edits, onBehalf } = draft
  const call = id === null ? undefined : await findCall(view.records, id)
  const items = itemsOf(text, whole)
  const member = onBehalf?.member == null ? undefined : await view.records.find('members', onBehalf.member)
  return [
    ...texts(edits === null ? opinions.confirm : opinions.confirmEdit(edits.receipt)),
    ...(member !== undefined && onBehalf?.means != null && onBehalf.day !== null
      ? texts(opinions.onBehalfLine(member.value.name, onBehalf.means, onBehalf.day))
      : []),
    ...texts(
      opinions.join([
        opinions.callLine(await callName(view, id ?? ''), call?.value.deadline ?? null),
        ...(subject === null ? [] : [opinions.subjectLine(await subjectText(view, subject, id ?? ''))]),
        ...(vote === null ? [] : [opinions.voteLine(vote)]),
        ...(draft.none ? [] : [opinions.items(items.length)]),
      ]),
    ),
    ...(draft.none ? texts(opinions.noneLine) : [{ kind: 'words', text } as const]),
    ...(items.length > 1
      ? notes(opinions.split(items.map(({ span }) => startOf(text.slice(...span), say.opinions.extract))))
      : []),
    ...(draft.none ? [] : texts(printName ? opinions.namePrinted : opinions.nameKept)),
    ...(call !== undefined && edits === null && isLate(call.value, view.at) ? notes(opinions.late) : []),
  ]
}

/** The receipt: what was taken, when, and what can still be done with it. */
export async function receiptBlocks(receipt: string, view: View): Promise<readonly Block[]> {
  const read = await readSubmission(view.records, receipt)
  if (read === undefined) return []
  const { opinions } = sayIn(view)
  const { submission, version } = read
  const name = await callName(view, submission.call)
  const { onBehalf, kind } = submission
  const lead =
    kind === 'none'
      ? opinions.receivedNone(receipt, name)
      : onBehalf === null
        ? opinions.received(receipt, name, version?.items.length ?? null)
        : opinions.receivedOnBehalf(receipt, name, onBehalf.means, onBehalf.day)
  return [
    ...texts(
      lead,
      `${opinions.receivedAt(minuteOf(submission.filed))}${submission.late ? opinions.lateMark : ''}`,
      ...(version?.vote == null ? [] : [opinions.voteCast(version.vote)]),
      ...(onBehalf === null ? changeTexts(read, view) : []),
    ),
    ...(isHeard(onBehalf) && version !== undefined && version.text !== ''
      ? [...texts(opinions.heardWords), { kind: 'words', text: version.text } as const]
      : []),
    ...(onBehalf !== null
      ? texts(kind === 'none' ? opinions.nextNoneOnBehalf : opinions.nextOnBehalf)
      : kind === 'none'
        ? []
        : texts(opinions.next)),
  ]
}

/** What stands of a submission: its state, its newest words, and what was asked back. */
export async function submissionBlocks(receipt: string, view: View): Promise<readonly Block[]> {
  const read = await readSubmission(view.records, receipt)
  if (read === undefined) return []
  const { opinions } = sayIn(view)
  const { submission, version, questions } = read
  return [
    ...texts(
      await submissionLine(receipt, view),
      `${opinions.filedAt(minuteOf(submission.filed), submission.version)}${submission.late ? opinions.lateMark : ''}`,
    ),
    ...(view.staff ? await officeBlocks(read, view) : []),
    ...(version === undefined || version.text === '' ? [] : [{ kind: 'words', text: version.text } as const]),
    ...(version?.vote == null ? [] : texts(opinions.voteCast(version.vote))),
    ...questions.flatMap(({ text, reply }) => [
      ...texts(opinions.questionLine(visibleText(text))),
      ...(reply === null ? [] : texts(opinions.replyLine(visibleText(reply.text)))),
    ]),
    ...(await responseBlocks(receipt, view)),
    ...(view.staff && submission.onBehalf === null ? [] : texts(...changeTexts(read, view))),
  ]
}

/** What only staff see: who sent it, how it came, whether the name is printed, and the versions before the newest. */
async function officeBlocks({ submission, version }: Read, view: View): Promise<readonly Block[]> {
  const { records } = view
  const { opinions } = sayIn(view)
  const { receipt, onBehalf } = submission
  const sender = (await records.find('submitters', receipt))?.value.member
  const member = sender === undefined ? undefined : (await records.find('members', sender))?.value
  const versions = (await records.list('versions', { receipt })).map(({ value }) => value)
  const earlier = versions.filter((one) => one.version < submission.version && one.text !== '')
  return [
    ...(sender === undefined ? [] : texts(opinions.sender(member?.name ?? null, sender))),
    ...(onBehalf === null
      ? []
      : texts(opinions.cameBy(onBehalf.means, onBehalf.day, isHeard(onBehalf), onBehalf.original))),
    ...(version === undefined || submission.kind === 'none' ? [] : texts(opinions.printing(version.printName))),
    ...earlier.flatMap((one): readonly Block[] => [
      ...notes(opinions.earlierVersion(one.version, minuteOf(one.at))),
      { kind: 'words', text: one.text },
    ]),
    ...(earlier.length === 0 ? [] : notes(opinions.newestVersion(submission.version))),
  ]
}

/** A submission in one line. */
export async function submissionLine(receipt: string, view: View): Promise<string> {
  const read = await readSubmission(view.records, receipt)
  const { opinions } = sayIn(view)
  if (read === undefined) return receipt
  const { submission, version, questions } = read
  const subject =
    submission.kind === 'none'
      ? opinions.none
      : version === undefined
        ? ''
        : await subjectText(view, version.subject, submission.call)
  return opinions.submissionLine(
    receipt,
    opinions.state[stateOf(submission, questions)],
    await callName(view, submission.call),
    subject,
  )
}

/** What the secretariat took down is shown to whom it belongs; what came in writing he has himself. */
function isHeard(onBehalf: OnBehalf | null): boolean {
  return onBehalf?.means === 'telephone' || onBehalf?.means === 'meeting'
}

type Read = NonNullable<Awaited<ReturnType<typeof readSubmission>>>

/** A submission with its newest words (undefined once erased), its call and what was asked back. */
async function readSubmission(records: Records, receipt: string) {
  const found = await records.find('submissions', receipt)
  if (found === undefined) return undefined
  const submission = found.value
  const version = await records.find('versions', `${receipt}.${submission.version}`)
  const call = await findCall(records, submission.call)
  const questions = (await records.list('questions', { receipt })).map(({ value }) => value)
  return { submission, version: version?.value, call: call?.value, questions }
}

function changeTexts({ submission, call }: Read, view: View): readonly string[] {
  const { opinions } = sayIn(view)
  const { receipt } = submission
  if (mayEdit(submission, call, view.at))
    return [call?.deadline ? opinions.changeUntil(receipt, call.deadline) : opinions.changeOpen(receipt)]
  return mayWithdraw(submission) ? [opinions.withdrawOnly(receipt)] : []
}

function startOf(text: string, extract: (text: string, whole: boolean) => string): string {
  const line = visibleText(text.trim().split('\n')[0] ?? '')
  const start = [...line].slice(0, startLength).join('')
  return extract(start, start.length === line.length)
}
