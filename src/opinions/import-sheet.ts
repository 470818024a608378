import * as z from 'zod'
import { inOneLine, StatusSheet } from '../record/status-sheet.ts'
import type { Charge } from './charge.ts'
import { compareSheets, type SheetDifferences } from './compare-sheets.ts'
import { type Actor, type Decision, decide, type Refused, tell } from './decision.ts'
import { line } from './form-text.ts'
import { chargeKey, readCharges } from './lead-division.ts'
import type { Found, Records } from './records.ts'
import { listSheets, type Sheet } from './sheet.ts'
import { carryCharges, newCharges, type ProposedCharge, proposeCharges } from './sheet-charges.ts'
import { type SheetProblem, SheetReading, type SheetReport } from './sheet-reading.ts'

/** A status sheet that came as a file, with what a person says of it; null is what the file itself is to say. */
export const SheetImport = z.strictObject({
  file: StatusSheet.shape.file,
  reading: SheetReading,
  meeting: StatusSheet.shape.meeting.shape.id,
  id: StatusSheet.shape.id.nullable(),
  name: line(100).nullable(),
  title: line(100).nullable(),
  year: StatusSheet.shape.year,
})
export type SheetImport = z.infer<typeof SheetImport>

/** What an accepted list is compared with: the version before it, or where it has none the last list of another meeting. */
type Before = { readonly sheet: string; readonly name: string; readonly differences: SheetDifferences }

export type SheetPreview = {
  readonly kind: 'sheet-preview'
  readonly view: true
  readonly document: StatusSheet
  readonly report: SheetReport
  readonly before: Before | null
  readonly isSame: boolean
  readonly charges: readonly ProposedCharge[]
}

/** `charges` were put into the table of divisions as the sheet names them, `carried` as the table has the same project already. */
export type ImportTold =
  | SheetPreview
  | {
      readonly kind: 'sheet-accepted'
      readonly sheet: string
      readonly version: number
      readonly name: string
      readonly projects: number
      readonly charges: number
      readonly carried: number
    }
  | {
      readonly kind: 'sheet-unchanged'
      readonly sheet: string
      readonly version: number
      readonly charges: number
      readonly carried: number
    }
  | Refused<'not-staff' | 'meeting-name-missing' | 'title-missing'>
  | { readonly kind: 'refused'; readonly why: 'sheet-problem'; readonly problem: SheetProblem }
  | { readonly kind: 'refused'; readonly why: 'number-twice'; readonly numbers: readonly number[] }
  | { readonly kind: 'refused'; readonly why: 'id-of-other'; readonly id: string }

/** What the record knows: names of meetings, which documents are reviewed files, and under which entries it has a project. */
export type KnownRecord = {
  readonly nameOf: (meeting: string) => string | undefined
  readonly isReviewed: (document: string) => boolean
  readonly entriesOf: (number: number, title: string) => readonly Pick<Charge, 'document' | 'number'>[]
}

/**
 * Shows what a list would bring, and takes it where `accept` says so. Accepting is for staff; anybody at the machine
 * itself may look.
 */
export async function importSheet(
  records: Records,
  actor: Actor,
  input: SheetImport,
  { accept, charges }: { readonly accept: boolean; readonly charges: boolean },
  known: KnownRecord,
): Promise<Decision<ImportTold>> {
  const { role, local, at } = actor
  if (role.kind !== 'staff' && (accept || local === null)) return tell({ kind: 'refused', why: 'not-staff' })
  const { reading } = input
  if (reading.kind === 'problem') return tell({ kind: 'refused', why: 'sheet-problem', problem: reading.problem })
  const { duplicates } = reading.report
  if (duplicates.length > 0) return tell({ kind: 'refused', why: 'number-twice', numbers: duplicates })
  const call = await records.find('calls', input.meeting)
  const name = input.name ?? call?.value.name ?? known.nameOf(input.meeting) ?? meetingIn(reading.titles)
  if (name === undefined) return tell({ kind: 'refused', why: 'meeting-name-missing' })
  const title = input.title ?? titleIn(reading.titles)
  if (title === undefined) return tell({ kind: 'refused', why: 'title-missing' })
  const document = documentOf(input, reading, name, title)
  if (known.isReviewed(document.id) || isOfAnnex(document.id))
    return tell({ kind: 'refused', why: 'id-of-other', id: document.id })

  const sheets = await listSheets(records)
  const current = sheets.find(({ value }) => value.sheet === document.id)
  const isSame = current !== undefined && saysTheSame(current.value.document, document)
  const proposed = await proposeCharges(records, document)
  if (!accept || role.kind !== 'staff') {
    const before = beforeOf(document, current, sheets)
    const { report } = reading
    return tell({ kind: 'sheet-preview', view: true, document, report, before, isSame, charges: proposed })
  }

  const put = charges ? newCharges(proposed) : []
  const carried = carryCharges(document, put, await readCharges(records), known.entriesOf)
  const version = (current?.value.version ?? 0) + (isSame ? 0 : 1)
  const key = `${document.id}.${version}`
  const counts = { sheet: document.id, version, charges: put.length, carried: carried.length }
  return decide(
    [
      current ?? { key: records.key('sheets', key), version: 0 },
      ...(isSame ? [] : [{ key: records.key('sheets', key), version: 0 }]),
      ...put.map(({ now, charge }) => now ?? { key: records.key('charges', chargeKey(charge)), version: 0 }),
      ...carried.map((charge) => ({ key: records.key('charges', chargeKey(charge)), version: 0 })),
    ],
    {
      changes: [
        ...(isSame
          ? []
          : [records.put('sheets', key, { sheet: document.id, version, document, by: role.staff.id, at })]),
        ...[...put.map(({ charge }) => charge), ...carried].map((charge) =>
          records.put('charges', chargeKey(charge), charge),
        ),
      ],
      acts: [
        ...(isSame
          ? []
          : [{ did: 'sheet-accepted', about: document.id, detail: { version, sha256: document.file.sha256 } }]),
        ...(put.length + carried.length === 0
          ? []
          : [
              {
                did: 'charges-set',
                about: document.id,
                detail: { projects: put.map(({ number }) => number), carried: carried.map(chargeKey) },
              },
            ]),
      ],
      told: [
        isSame
          ? { kind: 'sheet-unchanged', ...counts }
          : { kind: 'sheet-accepted', ...counts, name: `${name} ${title}`, projects: document.projects.length },
      ],
    },
  )
}

/** Ids that the annexes of rounds have, or will have once they are shared: two documents of one id are no record. */
function isOfAnnex(id: string): boolean {
  return id.endsWith('-annex')
}

function documentOf(
  { file, meeting, id, year }: SheetImport,
  reading: Extract<SheetReading, { readonly kind: 'read' }>,
  name: string,
  title: string,
): StatusSheet {
  const [fiscalYear = 0, number = 1] = meeting.split('-').map(Number)
  return {
    id: id ?? `${meeting}-sheet`,
    title,
    file,
    meeting: { id: meeting, name, fiscalYear, number },
    year: year ?? reading.year,
    ...reading.content,
  }
}

/** The name under which somebody saved the file makes no difference. */
function saysTheSame(one: StatusSheet, other: StatusSheet): boolean {
  const content = ({ file, ...rest }: StatusSheet) => JSON.stringify([file.sha256, rest])
  return content(one) === content(other)
}

function beforeOf(
  document: StatusSheet,
  current: Found<Sheet> | undefined,
  sheets: readonly Found<Sheet>[],
): Before | null {
  const order = ({ meeting, id }: StatusSheet) =>
    `${meeting.fiscalYear}-${String(meeting.number).padStart(3, '0')}-${id}`
  const earlier = sheets
    .map(({ value }) => value.document)
    .filter((one) => order(one) < order(document))
    .toSorted((a, b) => (order(a) < order(b) ? 1 : -1))
  const last = current?.value.document ?? earlier[0]
  if (last === undefined) return null
  return { sheet: last.id, name: `${last.meeting.name} ${last.title}`, differences: compareSheets(last, document) }
}

const meetingName = /(?:令和|平成)[元\d０-９]{1,2}年度[ 　]*第[\d０-９]{1,3}回/gu

/** 「令和７年度第１回」 as it stands above the table, where it stands there once. */
function meetingIn(titles: readonly string[]): string | undefined {
  const named = titles.flatMap((title) => title.match(meetingName) ?? [])
  const [name, ...more] = new Set(named)
  return more.length > 0 ? undefined : name
}

/** 「資料３」 where that stands above the table, else what stands first there; the meeting is named beside it anyway. */
function titleIn(titles: readonly string[]): string | undefined {
  const lines = titles.map((title) => inOneLine(title).replaceAll(meetingName, '').trim()).filter((text) => text !== '')
  const label = lines.flatMap(
    (text) => /^[【［[(（]?(資料[ 　]*[\d０-９]{1,2}(?:[-－―ー][\d０-９]{1,2})?)/u.exec(text)?.[1] ?? [],
  )[0]
  return label ?? lines[0]?.slice(0, 60)
}
