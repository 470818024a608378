import { type Day, fiscalYearOf } from './day.ts'
import type { Records } from './records.ts'
import type { Divisions } from './roster.ts'

export type Division = Divisions['divisions'][number]

/** The fiscal year whose divisions answer a call: that of its meeting, for the standing call today's. */
export function fiscalYearOfCall(call: string, today: Day): number {
  return /^\d{4}-/u.test(call) ? Number(call.slice(0, 4)) : fiscalYearOf(today)
}

/** The divisions of a fiscal year, in the roster's order. */
export async function divisionsOf(records: Records, fiscalYear: number): Promise<readonly Division[]> {
  return (await records.find('divisions', `${fiscalYear}`))?.value.divisions ?? []
}

/** The division of a fiscal year that this id or name means; blanks and width make no difference. */
export async function findDivision(records: Records, fiscalYear: number, name: string): Promise<Division | undefined> {
  const sought = comparable(name)
  const divisions = await divisionsOf(records, fiscalYear)
  return divisions.find((one) => [one.id, one.name].some((own) => comparable(own) === sought))
}

function comparable(name: string): string {
  return name.normalize('NFKC').replaceAll(/\s/gu, '')
}
