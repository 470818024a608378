import { areaOf, type Told } from '../conversation/told.ts'
import { sayIn } from '../conversation/view.ts'
import type { Records } from '../opinions/records.ts'
import { stateOf } from '../opinions/submission-state.ts'
import { messageText } from '../platforms/terminal/message-lines.ts'
import type { Done, Session } from './session.ts'

/** Whether what was asked for was done; else it was refused, or waits for something. */
export function wasDone({ outcome }: Pick<Done, 'outcome'>): boolean {
  return outcome.fault === null && outcome.told.every((told) => !isRefusal(told))
}

function isRefusal(told: Told): boolean {
  const area = areaOf(told)
  if (area !== undefined) return area.told.kind === 'refused'
  return [
    'refused',
    'fields',
    'draft-waits',
    'no-draft',
    'no-call',
    'which-call',
    'delayed',
    'not-taken',
    'form-not-kept',
    'no-proof',
    'not-explained',
    'which-proof',
    'proof-changed',
    'correction-too-long',
    'ask-correction-text',
  ].includes(told.kind)
}

/** A message as a command prints it: what cannot be pressed there is said as the option that does it. */
export function outcomeText({ outcome, message }: Done): string {
  const { yesHint } = sayIn({ language: outcome.actor.language }).office
  const hints = outcome.told.flatMap((told) => {
    if (told.kind === 'confirm') return [yesHint.file]
    if (told.kind === 'refused' && told.why === 'vote-missing') return [yesHint.vote]
    const area = areaOf(told)?.told
    if (area?.kind === 'refused' && area.why === 'not-staff') return [yesHint.staff]
    return told.kind === 'ask-withdraw' ? [yesHint.withdraw] : []
  })
  const blocks = message.blocks.filter(({ kind }) => kind !== 'choices')
  return [messageText({ blocks }), ...hints].join('\n')
}

/** What came of an act as data: what was told, the receipt where one was given, and the records that were shown. */
export async function outcomeJson({ outcome }: Pick<Done, 'outcome'>, { bot }: Pick<Session, 'bot'>) {
  const { records } = bot.desk
  const { told, actor } = outcome
  const given = told.find(
    (one) =>
      ['receipt', 'edited', 'withdrawn', 'replied', 'answered-already', 'proof-answered'].includes(one.kind) &&
      'receipt' in one,
  )
  const shown = told.flatMap((one) => {
    if (one.kind === 'submission' || one.kind === 'ask-withdraw' || one.kind === 'proof-shown') return [one.receipt]
    return one.kind === 'mine' ? one.receipts : []
  })
  const explained = told.find((one) => one.kind === 'explained')
  const answer = explained === undefined ? undefined : await records.find('answers', explained.id)
  const draft = told.some(({ kind }) => kind === 'confirm') ? await records.find('drafts', actor.account) : undefined
  return {
    ...(given !== undefined && 'receipt' in given ? { receipt: given.receipt } : {}),
    told: told.map((one) => areaOf(one)?.told ?? one),
    ...(draft === undefined ? {} : { draft: draft.value }),
    ...(answer === undefined ? {} : { answer: { id: answer.key.id, ...answer.value } }),
    ...(shown.length === 0
      ? {}
      : { submissions: await Promise.all(shown.map(async (one) => await submissionData(records, one))) }),
  }
}

async function submissionData(records: Records, receipt: string) {
  const found = await records.find('submissions', receipt)
  if (found === undefined) return { receipt }
  const submission = found.value
  const version = (await records.find('versions', `${receipt}.${submission.version}`))?.value
  const questions = (await records.list('questions', { receipt })).map(({ value }) => value)
  const { draft: _, ...known } = submission
  const { text, subject, vote, printName, items } = version ?? {}
  const asked = questions.map(({ number, text: question, until, reply }) => ({ number, text: question, until, reply }))
  return { ...known, state: stateOf(submission, questions), text, subject, vote, printName, items, questions: asked }
}
