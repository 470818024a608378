import * as z from 'zod'
import type { Store } from '../../src/ports.ts'
import type { Receipt } from './filing-process.ts'

const Filed = z.object({ turn: z.string() })

/**
 * Compares what was acknowledged with what is stored. `lost`: the receipt is not there, or another's; `doubled`: a turn
 * with two receipts; `holes`: receipt numbers that were jumped over.
 */
export async function countLosses(store: Store, acknowledged: readonly Receipt[]) {
  const records = await store.list({ committee: 'sapporo', collection: 'opinions' })
  const turns = new Map(records.map(({ key, value }) => [key.id, Filed.parse(value).turn]))
  const counter = await store.find({ committee: 'sapporo', collection: 'counters', id: 'R8' })
  return {
    lost: acknowledged.filter(({ number, turn }) => turns.get(`R8-${number}`) !== turn).length,
    doubled: records.length - new Set(turns.values()).size,
    holes: Number(counter?.value ?? 0) - records.length,
  }
}
