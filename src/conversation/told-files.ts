import type { AnnexTold } from './annex-acts.ts'
import type { AnnexFormat } from './annex-form.ts'
import { areaOf, type Told } from './told.ts'

export type Annex = Extract<AnnexTold, { readonly kind: 'annex' }>
export type Ledger = Extract<AnnexTold, { readonly kind: 'ledger' }>

/** What goes to a division: an inquiry (照会票) with its mail, or a reminder of what is still to be answered. `at`: when it was asked for. */
export type PaperToMake = { readonly inquiry: string; readonly at: number } & (
  | { readonly kind: 'inquiry' }
  | { readonly kind: 'reminder'; readonly items: readonly string[] }
)

/** A file that goes with what was told, as data: it is made where it is sent or written. */
export type FileToMake =
  | { readonly kind: 'annex'; readonly annex: Annex; readonly format: AnnexFormat }
  | { readonly kind: 'ledger'; readonly ledger: Ledger }
  | PaperToMake

/** The files that go with what a turn told at a moment; a preview has none. */
export function filesOf(told: Told, at: number): readonly FileToMake[] {
  const area = areaOf(told)
  if (area?.kind === 'annex') {
    const annex = area.told
    if (annex.kind === 'ledger') return [{ kind: 'ledger', ledger: annex }]
    return annex.kind === 'annex' && annex.format !== undefined ? [{ kind: 'annex', annex, format: annex.format }] : []
  }
  return papersOf(told, at)
}

/** What goes to divisions of what a turn told at a moment. */
export function papersOf(told: Told, at: number): readonly PaperToMake[] {
  if (told.kind !== 'inquiry') return []
  const area = told.told
  if (area.kind === 'inquiries-written') return area.inquiries.map((inquiry) => ({ kind: 'inquiry', inquiry, at }))
  if (area.kind === 'inquiry-shown') return [{ kind: 'inquiry', inquiry: area.inquiry, at }]
  if (area.kind !== 'divisions-reminded') return []
  return area.reminders.map(({ inquiry, items }) => ({ kind: 'reminder', inquiry, items, at }))
}
