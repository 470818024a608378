import { type AskMemberTold, askMember } from '../opinions/ask-member.ts'
import { assignFromTable, type TableAssignTold } from '../opinions/assign-from-table.ts'
import { type AssignTold, assignItems } from '../opinions/assign-items.ts'
import { type ChargeTold, chargeProject } from '../opinions/charge-project.ts'
import { type CheckTold, checkResponse } from '../opinions/check-response.ts'
import { type Decision, tell } from '../opinions/decision.ts'
import { type DisposeTold, disposeItems } from '../opinions/dispose-items.ts'
import { type GroupTold, groupItems } from '../opinions/group-items.ts'
import { type JoinTold, joinItems } from '../opinions/join-items.ts'
import { type ListTold, listQueue } from '../opinions/list-queue.ts'
import { type NoteTold, noteItem } from '../opinions/note-item.ts'
import { findTarget } from '../opinions/queue-target.ts'
import { type ShowTold, showItems } from '../opinions/read-queue-item.ts'
import { showTable, type TableTold } from '../opinions/read-table.ts'
import { findItem, findReceipt } from '../opinions/receipt.ts'
import { type RespondTold, respondItem } from '../opinions/respond-item.ts'
import { type DueTold, setDue } from '../opinions/set-due.ts'
import { type SplitTold, splitItem } from '../opinions/split-item.ts'
import type { QueueAct } from './queue-form.ts'
import {
  allEntries,
  meantFilter,
  meantProjects,
  meantTargets,
  type UnknownProject,
  type WhichItem,
} from './queue-meant.ts'
import type { Scene } from './scene.ts'
import { type SuggestTold, suggestResponse } from './suggest-response.ts'

/** What came of an act on the queue. A look at the records (`view`) is not kept, but read again. */
export type QueueTold =
  | ListTold
  | ShowTold
  | SplitTold
  | JoinTold
  | DisposeTold
  | GroupTold
  | AssignTold
  | TableAssignTold
  | TableTold
  | ChargeTold
  | DueTold
  | NoteTold
  | AskMemberTold
  | RespondTold
  | CheckTold
  | SuggestTold
  | WhichItem
  | UnknownProject

/** Decides an act on the queue of items (項目). Each decision says itself who may do it; what is named is read for staff alone. */
export async function actOnQueue(scene: Scene, act: QueueAct): Promise<Decision<QueueTold>> {
  const { records, actor, calendar } = scene
  if (actor.role.kind !== 'staff') return tell({ kind: 'refused', why: 'not-staff' })
  switch (act.do) {
    case 'list': {
      const filter = await meantFilter(scene, act)
      return 'why' in filter ? tell(filter) : await listQueue(records, actor, filter, calendar)
    }
    case 'show':
      return await show(scene, act.about)
    case 'split':
      return await onOne(scene, act.input, async (input) => await splitItem(records, actor, input))
    case 'join':
      return await onSeveral(scene, act.input, async (input) => await joinItems(records, actor, input))
    case 'dispose':
      return await onSeveral(scene, act.input, async (input) => await disposeItems(records, actor, input))
    case 'group': {
      const meant = await meantTargets(scene, [act.input.lead, ...act.input.targets])
      if (!Array.isArray(meant)) return tell(meant)
      const [lead = act.input.lead, ...targets] = meant
      return await groupItems(records, actor, { lead, targets })
    }
    case 'assign':
      return await onSeveral(scene, act.input, async (input) => await assignItems(records, actor, input))
    case 'assign-from-table':
      return await assignFromTable(records, actor, act.input)
    case 'table':
      return await showTable(records, actor)
    case 'charge':
      return await charge(scene, act)
    case 'due':
      return await onSeveral(scene, act.input, async (input) => await setDue(records, actor, input, calendar))
    case 'note':
      return await onOne(scene, act.input, async (input) => await noteItem(records, actor, input))
    case 'ask':
      return await ask(scene, act)
    case 'respond':
      return await onOne(scene, act.input, async (input) => await respondItem(records, actor, input))
    case 'check':
      return await onOne(scene, act.input, async (input) => await checkResponse(records, actor, input))
    case 'suggest':
      return await onOne(scene, act, async ({ target }) => await suggestResponse(scene, target))
  }
}

async function show({ records, actor, calendar, filing }: Scene, about: string): Promise<Decision<QueueTold>> {
  const item = findItem(about, filing.prefix)
  if (item !== undefined) return await showItems(records, actor, { item }, calendar)
  const receipt = findReceipt(about, filing.prefix)
  return await showItems(records, actor, receipt === undefined ? { item: about } : { receipt }, calendar)
}

/** Asks back about the submission of an item, which must be open to work where one is named. */
async function ask(
  { records, actor, calendar, filing }: Scene,
  { target, text, until }: Extract<QueueAct, { readonly do: 'ask' }>,
): Promise<Decision<QueueTold>> {
  const item = findItem(target.item, filing.prefix)
  const open = item === undefined ? null : await findTarget(records, { ...target, item })
  if (open !== null && 'why' in open) return tell(open)
  const receipt = findReceipt(target.item, filing.prefix) ?? target.item
  return await askMember(records, actor, { receipt, text, until }, calendar)
}

async function charge(
  scene: Scene,
  { project, divisions }: Extract<QueueAct, { readonly do: 'charge' }>,
): Promise<Decision<QueueTold>> {
  const [found, ...more] = meantProjects(scene, project)
  if (found === undefined) return tell({ kind: 'refused', why: 'unknown-project', project })
  if (more.length > 0) {
    const numbers = [found, ...more].map(({ number }) => number)
    return tell({ kind: 'refused', why: 'several-projects', project, numbers })
  }
  const [entry = found, ...others] = allEntries(scene, found)
  return await chargeProject(scene.records, scene.actor, { entries: [entry, ...others], divisions })
}

/** Does something to the item that is meant. */
async function onOne<Input extends { readonly target: { readonly item: string; readonly seen: number | null } }>(
  scene: Scene,
  input: Input,
  decide: (input: Input) => Promise<Decision<QueueTold>>,
): Promise<Decision<QueueTold>> {
  const meant = await meantTargets(scene, [input.target])
  if (!Array.isArray(meant)) return tell(meant)
  const [target = input.target] = meant
  return await decide({ ...input, target })
}

/** Does something to all items that are meant, or to none. */
async function onSeveral<Input extends { readonly targets: { item: string; seen: number | null }[] }>(
  scene: Scene,
  input: Input,
  decide: (input: Input) => Promise<Decision<QueueTold>>,
): Promise<Decision<QueueTold>> {
  const targets = await meantTargets(scene, input.targets)
  return Array.isArray(targets) ? await decide({ ...input, targets }) : tell(targets)
}
