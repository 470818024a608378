import { cellText, inOneLine, type SheetField, type SheetProject, type StatusSheet } from '../record/status-sheet.ts'

type Change = { readonly number: number; readonly before: string; readonly after: string }

/** What a list says otherwise than the one before it. `renumbered`: the same title under another number. */
export type SheetDifferences = {
  readonly added: readonly number[]
  readonly gone: readonly { readonly number: number; readonly title: string }[]
  readonly renamed: readonly Change[]
  readonly renumbered: readonly { readonly title: string; readonly before: number; readonly after: number }[]
  readonly rated: readonly Change[]
  /** Projects of which anything else has changed: a target, a result, a remark … */
  readonly otherwise: readonly number[]
}

export function compareSheets(before: StatusSheet, after: StatusSheet): SheetDifferences {
  const old = new Map(before.projects.map((project) => [project.number, project]))
  const now = new Map(after.projects.map((project) => [project.number, project]))
  const kept = after.projects.flatMap((project) => {
    const earlier = old.get(project.number)
    return earlier === undefined ? [] : [{ earlier, project }]
  })
  const changes = (textOf: (sheet: StatusSheet, project: SheetProject) => string) =>
    kept.flatMap(({ earlier, project }): Change[] => {
      const change = { number: project.number, before: textOf(before, earlier), after: textOf(after, project) }
      return change.before === change.after ? [] : [change]
    })
  const renamed = changes(titleOf)
  const rated = changes((sheet, project) => textsOf(sheet, project, ['rating']).join('、'))
  const titled = new Map(before.projects.map((project) => [titleOf(before, project), project.number]))
  return {
    added: after.projects.map(({ number }) => number).filter((number) => !old.has(number)),
    gone: before.projects
      .filter(({ number }) => !now.has(number))
      .map((project) => ({ number: project.number, title: titleOf(before, project) })),
    renamed,
    renumbered: after.projects.flatMap((project) => {
      const title = titleOf(after, project)
      const number = titled.get(title)
      return number === undefined || number === project.number ? [] : [{ title, before: number, after: project.number }]
    }),
    rated,
    otherwise: changes((sheet, project) => JSON.stringify(textsOf(sheet, project, others))).map(({ number }) => number),
  }
}

const others: readonly SheetField[] = ['area', 'indicator', 'target', 'result', 'division', 'remarks']

/** A project's title on one line. */
export function titleOf(sheet: StatusSheet, { at }: SheetProject): string {
  return inOneLine(cellText(sheet, at.title))
}

/** What a project's cells of some fields say, in the order of the sheet; merged cells once. */
export function textsOf(
  sheet: StatusSheet,
  { at, rows }: SheetProject,
  fields: readonly SheetField[],
): readonly string[] {
  const columns = new Set(sheet.columns.filter(({ field }) => fields.includes(field)).map(({ column }) => column))
  const cells = new Set(rows.flat().flatMap(({ column, cell }) => (columns.has(column) ? [cell] : [])))
  if (fields.includes('area') && at.area !== null) cells.add(at.area)
  return [...cells].map((cell) => cellText(sheet, cell).trim())
}
