import { opinionFaults } from '../../conversation/opinion-faults.ts'
import type { Message } from '../../conversation/reply.ts'
import type { Outcome } from '../../conversation/settle-turn.ts'
import type { OpinionForm } from '../../conversation/turn.ts'
import { enteredIn } from './form-blocks.ts'
import type { ViewPayload } from './payload.ts'
import { joinOpinion } from './split-opinion.ts'
import { readMeta } from './view-meta.ts'

/** The form of an opinion as it was filled in; what the dialog did not bring is null. */
export function readOpinion(view: ViewPayload): OpinionForm {
  const { draft, edits, cut = false } = readMeta(view.private_metadata)
  const entered = (name: string) => enteredIn(view, name)
  const isThere = (name: string) => view.state?.values[name] !== undefined
  const name = entered('name')
  return {
    ...{ name: 'opinion', edits: edits ?? null, confirmed: false, split: null },
    ...(draft === undefined ? {} : { draft }),
    call: entered('call'),
    subject: entered('subject'),
    text: isThere('text') ? joinOpinion(entered('text') ?? '', entered('more') ?? '', cut) : null,
    vote: entered('vote'),
    printName: name === null ? null : name === 'print',
    onBehalf: isThere('member')
      ? {
          ...{ member: entered('member') ?? '', means: entered('means') ?? '', day: entered('day') ?? '' },
          original: entered('original'),
        }
      : null,
  }
}

/** What is wrong, said in the fields; undefined where the form was taken. Of two faults of a field the first is said. */
export function fieldErrors(
  view: ViewPayload,
  outcome: Outcome,
  message: Message,
): Readonly<Record<string, string>> | undefined {
  const faults = opinionFaults(outcome, message)
  const isThere = (field: string) => view.state?.values[field] !== undefined
  return (
    faults &&
    Object.fromEntries(faults.toReversed().map(({ field, says }) => [isThere(field) ? field : 'text', says] as const))
  )
}
