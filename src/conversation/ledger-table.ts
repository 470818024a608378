import { minuteOf } from '../opinions/day.ts'
import type { LedgerRow } from '../opinions/ledger.ts'
import type { QueueItem } from '../opinions/queue-item.ts'
import { callName, sayIn, subjectText, type View } from './view.ts'

/** What the ledger is put into words from. */
type LedgerView = Pick<View, 'records' | 'prepared' | 'language'>

/** The ledger (受付簿) in words: its columns, and a row of as many cells for each of its rows. */
export async function ledgerTable(
  rows: readonly LedgerRow[],
  view: LedgerView,
): Promise<readonly (readonly string[])[]> {
  const { annex } = sayIn(view)
  const names = new Map<string, string>()
  for (const { call } of rows) if (!names.has(call)) names.set(call, await callName(view, call))
  const cells = await Promise.all(rows.map((row) => cellsOf(row, names.get(row.call) ?? row.call, view)))
  return [annex.ledgerColumns, ...cells]
}

async function cellsOf(row: LedgerRow, call: string, view: LedgerView): Promise<readonly string[]> {
  const { annex, opinions } = sayIn(view)
  const { onBehalf, subject, vote, item, withdrawn, erased, state, member } = row
  const time = (at: number | null) => (at === null ? '' : annex.time(minuteOf(at)))
  const isInHand = state === 'received' || state === 'considering'
  return [
    row.receipt,
    item?.item ?? '',
    time(row.filed),
    row.late ? annex.yes : '',
    call,
    member?.name ?? '',
    member?.id ?? '',
    annex.kind[row.kind],
    onBehalf === null ? annex.direct : opinions.means[onBehalf.means],
    onBehalf?.day ?? '',
    subject === null ? '' : await subjectText(view, subject, row.call),
    vote === null ? '' : opinions.vote[vote],
    item === null ? '' : dispositionText(item.disposition, view),
    item?.lead ?? '',
    item?.others.join('、') ?? '',
    item?.due ?? '',
    isInHand && item !== null ? annex.step[item.step] : opinions.state[state],
    item?.response == null ? '' : String(item.response),
    item?.outdated ? annex.yes : '',
    item?.checked?.by ?? '',
    time(item?.checked?.at ?? null),
    row.printName === null ? '' : annex.printName(row.printName),
    String(row.version),
    time(withdrawn),
    time(erased),
  ]
}

function dispositionText(disposition: QueueItem['disposition'], view: LedgerView): string {
  const { annex } = sayIn(view)
  if (disposition === null) return ''
  return disposition.kind === 'with' ? annex.disposition.with(disposition.item) : annex.disposition[disposition.kind]
}
