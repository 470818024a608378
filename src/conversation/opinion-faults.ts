import type { Fault } from './desk-dialog.ts'
import { linesOf, type Message } from './reply.ts'
import type { Outcome } from './settle-turn.ts'
import { sayIn } from './view.ts'

/**
 * What is wrong with an opinion's form, by field; undefined where the form was taken. What is not taken at all is said at the
 * text, so that it stays.
 */
export function opinionFaults({ told, actor }: Outcome, message: Message): readonly Fault[] | undefined {
  const fields = told.find((one) => one.kind === 'fields')
  const { faults } = sayIn(actor).forms.opinion
  if (fields !== undefined) return fields.faults.map(({ field, why }) => ({ field, says: faults[field][why] ?? why }))
  const isLost = told.some(({ kind }) => kind === 'form-not-kept' || kind === 'not-taken')
  return isLost ? [{ field: 'text', says: linesOf(message) }] : undefined
}
