import { type Decision, type Refused, tell } from '../opinions/decision.ts'
import { type ImportTold, importSheet } from '../opinions/import-sheet.ts'
import { listSheets } from '../opinions/sheet.ts'
import { isSameTitle } from '../questions/same-project.ts'
import type { Scene } from './scene.ts'
import type { SheetAct } from './sheet-form.ts'

/** What came of an act on status sheets (資料３): lists of projects with their ratings. A look at the records (`view`) is not kept, but read again. */
export type SheetTold =
  | {
      readonly kind: 'sheets'
      readonly view: true
      readonly sheets: readonly {
        readonly sheet: string
        readonly version: number
        readonly name: string
        readonly projects: number
        readonly sha256: string
        readonly at: number
      }[]
    }
  | ImportTold
  | Refused<'not-staff'>

/** Decides an act on status sheets (資料３): lists of projects with their ratings. Each says itself who may do it. */
export async function actOnSheet({ records, actor, prepared }: Scene, act: SheetAct): Promise<Decision<SheetTold>> {
  const { documents, projects } = prepared.record
  switch (act.do) {
    case 'list': {
      if (actor.role.kind !== 'staff') return tell({ kind: 'refused', why: 'not-staff' })
      const sheets = (await listSheets(records)).map(({ value: { sheet, version, document, at } }) => ({
        sheet,
        version,
        name: `${document.meeting.name} ${document.title}`,
        projects: document.projects.length,
        sha256: document.file.sha256,
        at,
      }))
      return tell({ kind: 'sheets', view: true, sheets })
    }
    case 'import': {
      const known = {
        nameOf: (meeting: string) => documents.find((held) => held.meeting.id === meeting)?.meeting.name,
        isReviewed: (id: string) => documents.some((held) => held.id === id && held.list === null),
        entriesOf: (number: number, title: string) =>
          projects.filter((one) => one.number === number && isSameTitle(one.title, title)),
      }
      return await importSheet(records, actor, act.input, act, known)
    }
  }
}
