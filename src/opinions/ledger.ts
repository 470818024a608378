import { dayOf } from './day.ts'
import { type Division, divisionsOf, fiscalYearOfCall } from './find-division.ts'
import { type Charges, leadDivisionOf, readCharges } from './lead-division.ts'
import type { QueueItem } from './queue-item.ts'
import { type QueueStep, stepOf } from './queue-step.ts'
import type { Records } from './records.ts'
import type { Subject, Submission } from './submission.ts'
import { type SubmissionState, stateOf } from './submission-state.ts'

/**
 * A row of the ledger (受付簿): an item, or a submission without any. It has no words of a member's. What is erased is null;
 * names are null where the roster does not know them any more. Times are milliseconds since 1970.
 */
export type LedgerRow = {
  readonly receipt: string
  readonly kind: Submission['kind']
  readonly filed: number
  readonly late: boolean
  readonly call: string
  readonly member: { readonly id: string; readonly name: string | null } | null
  readonly onBehalf: Submission['onBehalf']
  readonly subject: Subject | null
  readonly vote: 'approve' | 'disapprove' | null
  readonly printName: boolean | null
  readonly version: number
  readonly withdrawn: number | null
  readonly erased: number | null
  readonly state: SubmissionState
  readonly item: LedgerItem | null
}

/** `lead` and `others` are names of divisions; `checked` is who has checked the response, by name. */
type LedgerItem = Pick<QueueItem, 'item' | 'disposition' | 'due' | 'response' | 'outdated'> & {
  readonly step: QueueStep
  readonly lead: string | null
  readonly others: readonly string[]
  readonly checked: { readonly by: string; readonly at: number } | null
}

/** The ledger of a call, or of all (null), in the order of receipts; whatever was received has its row for ever. */
export async function readLedger(records: Records, call: string | null): Promise<readonly LedgerRow[]> {
  const where = call === null ? {} : { call }
  const [submissions, items, questions] = await Promise.all([
    records.list('submissions', where),
    records.list('items', where),
    records.list('questions'),
  ])
  const itemsBy = Map.groupBy(items, ({ value }) => value.receipt)
  const questionsBy = Map.groupBy(questions, ({ value }) => value.receipt)
  const names = await readNames(records)
  const rows = await Promise.all(
    submissions.map(async ({ value: submission }): Promise<readonly LedgerRow[]> => {
      const { receipt, kind, filed, late, onBehalf, version, withdrawn, erased } = submission
      const words = (await records.find('versions', `${receipt}.${version}`))?.value
      const member = (await records.find('submitters', receipt))?.value.member
      const row = {
        ...{ receipt, kind, filed, late, call: submission.call, onBehalf, version, withdrawn, erased },
        member: member === undefined ? null : { id: member, name: names.people.get(member) ?? null },
        subject: kind === 'none' ? null : (words?.subject ?? null),
        vote: words?.vote ?? null,
        printName: kind === 'none' ? null : (words?.printName ?? null),
        state: stateOf(
          submission,
          (questionsBy.get(receipt) ?? []).map(({ value }) => value),
        ),
      }
      const live = (itemsBy.get(receipt) ?? []).map(({ value }) => value).filter(({ gone }) => gone === null)
      if (live.length === 0) return [{ ...row, item: null }]
      return live.toSorted((a, b) => a.span[0] - b.span[0]).map((item) => ({ ...row, item: itemOf(item, row, names) }))
    }),
  )
  return rows.flat()
}

type NamesKnown = {
  readonly people: ReadonlyMap<string, string>
  readonly charges: Charges
  readonly division: (fiscalYear: number, id: string) => string
}

async function readNames(records: Records): Promise<NamesKnown> {
  const [members, staff, charges, years] = await Promise.all([
    records.list('members'),
    records.list('staff'),
    readCharges(records),
    records.list('divisions'),
  ])
  const divisions = new Map<number, readonly Division[]>()
  for (const { fiscalYear } of years.map(({ value }) => value))
    divisions.set(fiscalYear, await divisionsOf(records, fiscalYear))
  return {
    people: new Map([...members, ...staff].map(({ value }) => [value.id, value.name])),
    charges,
    division: (fiscalYear, id) => divisions.get(fiscalYear)?.find((one) => one.id === id)?.name ?? id,
  }
}

function itemOf(
  item: QueueItem,
  { subject, filed }: Pick<LedgerRow, 'subject' | 'filed'>,
  names: NamesKnown,
): LedgerItem {
  const { disposition, due, response, outdated, checked } = item
  const { lead, others } = leadDivisionOf(item, subject ?? undefined, names.charges)
  const year = fiscalYearOfCall(item.call, dayOf(filed))
  return {
    ...{ item: item.item, disposition, due, response, outdated },
    step: stepOf(item),
    lead: lead === null ? null : names.division(year, lead),
    others: others.map((one) => names.division(year, one)),
    checked: checked && { by: names.people.get(checked.by) ?? checked.by, at: checked.at },
  }
}
