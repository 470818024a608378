import { dayOf, fiscalYearOf } from '../opinions/day.ts'
import { divisionsOf } from '../opinions/find-division.ts'
import type { LetGo } from '../opinions/split-item.ts'
import { officeBlocks } from './office-blocks.ts'
import { callNamed } from './office-names.ts'
import type { QueueTold } from './queue-acts.ts'
import { itemsShownBlocks } from './queue-item-blocks.ts'
import { queueListLines } from './queue-list-lines.ts'
import { queueRefusalLines } from './queue-refusals.ts'
import { type Block, texts } from './reply.ts'
import { suggestionBlocks } from './suggestion-blocks.ts'
import { sayIn, subjectText, type View } from './view.ts'

/** What came of an act on the queue of items (項目): who answers what by when, and what is drafted, in words. */
export async function queueBlocks(told: QueueTold, view: View): Promise<readonly Block[]> {
  if (told.kind === 'items-shown') return await itemsShownBlocks(told, view)
  if (told.kind === 'draft-suggested' && told.suggestion !== null)
    return await suggestionBlocks(told.item, told.suggestion, view)
  if (told.kind === 'question-asked') return await officeBlocks(told, view)
  return texts(...(await queueLines(told, view)))
}

type InLines = Exclude<QueueTold, { readonly kind: 'items-shown' | 'question-asked' }>

async function queueLines(told: InLines, view: View): Promise<readonly string[]> {
  const { queue, opinions } = sayIn(view)
  switch (told.kind) {
    case 'queue-listed':
      return await queueListLines(told, view)
    case 'item-split':
      return [queue.split(told.item, told.parts), ...letGoLines(told.letGo, view)]
    case 'items-joined':
      return [
        queue.joined(told.into, told.joined),
        ...letGoLines(told.letGo, view),
        ...(told.left.length === 0 ? [] : [queue.left(told.left)]),
      ]
    case 'items-disposed':
      return [queue.disposed[told.as](told.items)]
    case 'items-grouped':
      return [queue.grouped(told.lead, told.items), ...(told.recheck ? [queue.recheck(told.lead)] : [])]
    case 'items-assigned':
      return [
        queue.assigned(told.items, told.lead, told.others),
        ...(told.moved.length === 0 ? [] : [queue.moved(told.moved)]),
      ]
    case 'table-applied': {
      const call = told.call === 'standing' ? opinions.standingCall : await callNamed(view, told.call)
      return [
        queue.tableApplied(call, told.items),
        ...(told.missing.length === 0 ? [] : [queue.tableMissing(told.missing)]),
      ]
    }
    case 'table-shown':
      return await tableLines(told, view)
    case 'project-charged': {
      const project = await subjectText(view, { ...told, kind: 'project' }, '')
      return [queue.charged(project, told.lead, told.others)]
    }
    case 'due-set':
      return [queue.dueSet(told.items, told.day)]
    case 'item-noted':
      return [queue.noted(told.item, told.number)]
    case 'item-responded':
      return [queue.responded(told.item, told.number, told.kept)]
    case 'response-checked':
      return [queue.checkDone(told.item, told.number)]
    case 'draft-suggested':
      return [sayIn(view).model.suggestion.gone(told.item)]
    case 'refused':
      return await queueRefusalLines(told, view)
  }
}

function letGoLines(letGo: LetGo, view: View): readonly string[] {
  const { queue } = sayIn(view)
  return (['response', 'printed', 'inquired'] as const).filter((one) => letGo[one]).map((one) => queue.letGo[one])
}

/** The table is read with the divisions of today's fiscal year. */
async function tableLines(
  { charges }: Extract<QueueTold, { readonly kind: 'table-shown' }>,
  view: View,
): Promise<readonly string[]> {
  const { queue } = sayIn(view)
  if (charges.length === 0) return [queue.tableNone]
  const divisions = await divisionsOf(view.records, fiscalYearOf(dayOf(view.at)))
  const name = (id: string) => divisions.find((one) => one.id === id)?.name ?? id
  const lines = await Promise.all(
    charges.map(async ({ document, number, lead, others }) => {
      const project = await subjectText(view, { kind: 'project', document, number }, '')
      return queue.tableLine(project, name(lead), others.map(name))
    }),
  )
  // A project stands in the table once for each list that has it.
  const projects = [...new Set(lines)]
  return [queue.table(projects.length), ...projects]
}
