import type { StatusSheet } from '../record/status-sheet.ts'
import type { Charge } from './charge.ts'
import { textsOf, titleOf } from './compare-sheets.ts'
import { divisionsOf } from './find-division.ts'
import { type Charges, chargeKey } from './lead-division.ts'
import type { Found, Records } from './records.ts'

/** Which division a sheet names for a project, as its cell says it, and the divisions of the roster that are called so. */
export type ProposedCharge = {
  readonly number: number
  readonly text: string
  /** Null where a name is not on the roster. */
  readonly charge: Charge | null
  /** What the table has for the project now. */
  readonly now: Found<Charge> | null
}

/** The table project -> division that a sheet's column of divisions gives; projects that it names none for are left out. */
export async function proposeCharges(records: Records, sheet: StatusSheet): Promise<readonly ProposedCharge[]> {
  const divisions = await divisionsOf(records, sheet.meeting.fiscalYear)
  const ids = new Map(
    divisions.flatMap(({ id, name }) => [[comparable(id), id] as const, [comparable(name), id] as const]),
  )
  const proposed = sheet.projects.map(async (project): Promise<ProposedCharge | null> => {
    const text = textsOf(sheet, project, ['division']).join('、')
    if (text === '') return null
    const named = text
      .split(/[、，,・／/\n]|及び|および/u)
      .map((name) => name.trim())
      .filter((name) => name !== '')
    const found = [...new Set(named.map((name) => ids.get(comparable(name))))]
    const [lead, ...others] = found.flatMap((id) => id ?? [])
    const { number } = project
    return {
      number,
      text,
      charge: lead === undefined || found.includes(undefined) ? null : { document: sheet.id, number, lead, others },
      now: (await records.find('charges', chargeKey({ document: sheet.id, number }))) ?? null,
    }
  })
  return (await Promise.all(proposed)).filter((one) => one !== null)
}

/** Those that would change the table. */
export function newCharges(
  proposed: readonly ProposedCharge[],
): readonly (ProposedCharge & { readonly charge: Charge })[] {
  return proposed.flatMap((one) => {
    const { charge, now } = one
    return charge === null || (now !== null && isSame(now.value, charge)) ? [] : [{ ...one, charge }]
  })
}

/**
 * What the table has for a project under one of its entries, or takes from the sheet now, for those of its entries that have
 * nothing yet: whoever is in charge of a project stays so when the next list comes, and for opinions that keep an older one.
 */
export function carryCharges(
  sheet: StatusSheet,
  put: readonly { readonly charge: Charge }[],
  charges: Charges,
  entriesOf: (number: number, title: string) => readonly Pick<Charge, 'document' | 'number'>[],
): readonly Charge[] {
  const table = new Map([...charges, ...put.map(({ charge }) => [chargeKey(charge), charge] as const)])
  return sheet.projects.flatMap((project) => {
    const own = { document: sheet.id, number: project.number }
    const others = entriesOf(project.number, titleOf(sheet, project)).filter(({ document }) => document !== sheet.id)
    const entries = [own, ...others]
    const known = entries.map((entry) => table.get(chargeKey(entry))).find((charge) => charge !== undefined)
    if (known === undefined) return []
    const { lead, others: besides } = known
    return entries
      .filter((entry) => !table.has(chargeKey(entry)))
      .map(({ document, number }) => ({ document, number, lead, others: besides }))
  })
}

function isSame(one: Charge, other: Charge): boolean {
  return one.lead === other.lead && one.others.join() === other.others.join()
}

function comparable(name: string): string {
  return name.normalize('NFKC').replaceAll(/\s/gu, '')
}
