import type { Outcome } from '../../conversation/settle-turn.ts'
import type { FieldFault } from '../../conversation/told.ts'
import type { OpinionForm } from '../../conversation/turn.ts'
import { sayIn } from '../../conversation/view.ts'
import type { Language } from '../../questions/normal-text.ts'
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

/** What is wrong, said in the fields; undefined where the form was taken. What is not taken at all is said at the text, so that it stays. */
export function fieldErrors(
  view: ViewPayload,
  { told, actor }: Outcome,
  said: string,
): Readonly<Record<string, string>> | undefined {
  const fields = told.find((one) => one.kind === 'fields')
  if (fields !== undefined) return Object.fromEntries(errorsOf(view, fields.faults, actor.language))
  return told.some(({ kind }) => kind === 'form-not-kept' || kind === 'not-taken') ? { text: said } : undefined
}

function errorsOf(view: ViewPayload, faults: readonly FieldFault[], language: Language) {
  const { forms } = sayIn({ language })
  return faults.toReversed().map(({ field, why }) => {
    const at = view.state?.values[field] === undefined ? 'text' : field
    return [at, forms.opinion.faults[field][why] ?? why] as const
  })
}
