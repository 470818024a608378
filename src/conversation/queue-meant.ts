import { fiscalYearOf } from '../opinions/day.ts'
import type { Refused } from '../opinions/decision.ts'
import { divisionsOf, findDivision } from '../opinions/find-division.ts'
import type { UnknownDivision } from '../opinions/name-divisions.ts'
import { listNumbered } from '../opinions/numbered.ts'
import type { QueueFilter } from '../opinions/queue-filter.ts'
import type { Target } from '../opinions/queue-target.ts'
import { findItem, findReceipt } from '../opinions/receipt.ts'
import type { ProjectSubject } from '../opinions/submission.ts'
import { entriesOf } from '../questions/same-project.ts'
import { findSubjects, subjectOf } from './find-subject.ts'
import type { QueueListing } from './queue-form.ts'
import type { Scene } from './scene.ts'

/** A receipt was given where an item is meant, and it has none or several. */
export type WhichItem = Refused<'which-item'> & { readonly receipt: string; readonly items: readonly string[] }

export type UnknownProject =
  | (Refused<'unknown-project'> & { readonly project: string })
  | (Refused<'several-projects'> & { readonly project: string; readonly numbers: readonly number[] })

/** The item that a text names, however it is written; a receipt means the one item that it has. */
async function meantItem({ records, filing }: Scene, text: string): Promise<string | WhichItem> {
  const item = findItem(text, filing.prefix)
  const receipt = findReceipt(text, filing.prefix)
  if (item !== undefined || receipt === undefined) return item ?? text
  const all = (await listNumbered(records, 'items', receipt)).map(({ value }) => value)
  const items = all.filter(({ gone }) => gone === null).map((one) => one.item)
  const [only, ...more] = items
  return only === undefined || more.length > 0 ? { kind: 'refused', why: 'which-item', receipt, items } : only
}

export async function meantTargets(scene: Scene, targets: readonly Target[]): Promise<Target[] | WhichItem> {
  const meant: Target[] = []
  for (const { item, seen } of targets) {
    const found = await meantItem(scene, item)
    if (typeof found !== 'string') return found
    meant.push({ item: found, seen })
  }
  return meant
}

/** The projects that words or a number mean. */
export function meantProjects({ prepared }: Scene, text: string): readonly ProjectSubject[] {
  return findSubjects(text, [], prepared).filter((one) => one.kind === 'project')
}

/** A project by its entries in all lists: opinions keep the one under which they were given. */
export function allEntries({ prepared: { record } }: Scene, subject: ProjectSubject): readonly ProjectSubject[] {
  const { document, number } = subject
  const project = record.projects.find((one) => one.document === document && one.number === number)
  const others = project === undefined ? [] : entriesOf(project, record).filter((one) => one !== project)
  return [subject, ...others.map(subjectOf)]
}

/** What a listing asks for, by ids. A division is meant whatever the year of its name. */
export async function meantFilter(
  scene: Scene,
  { call, state, division, project, disposition, until, overdue }: QueueListing,
): Promise<QueueFilter | UnknownDivision | UnknownProject> {
  const divisions = division === null ? null : await meantDivisions(scene, division)
  if (divisions !== null && typeof divisions === 'object' && 'why' in divisions) return divisions
  const subjects =
    project === null ? null : meantProjects(scene, project).flatMap((subject) => [...allEntries(scene, subject)])
  if (project !== null && subjects?.length === 0) return { kind: 'refused', why: 'unknown-project', project }
  return { call, state, divisions, subjects, disposition, until, overdue }
}

async function meantDivisions({ records, actor }: Scene, name: string) {
  if (name === 'nobody') return name
  const years = (await records.list('divisions')).map(({ value }) => value.fiscalYear)
  const found = await Promise.all(years.map(async (year) => (await findDivision(records, year, name))?.id))
  const ids = [...new Set(found.filter((id) => id !== undefined))]
  if (ids.length > 0) return ids
  const fiscalYear = fiscalYearOf(actor.today)
  const known = (await divisionsOf(records, fiscalYear)).map((one) => one.name)
  return { kind: 'refused', why: 'unknown-division', name, fiscalYear, known } as const
}
