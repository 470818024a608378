import type { Found, Records } from './records.ts'
import type { Release } from './release.ts'

/** The releases that a submission is in. */
export async function listReleasesOf(records: Records, receipt: string): Promise<readonly Found<Release>[]> {
  return (await records.list('releases')).filter(({ value }) => value.receipts.includes(receipt))
}

/** A release as it is when a submission has been withdrawn or erased. */
export function withoutReceipt(release: Release, receipt: string): Release {
  return { ...release, receipts: release.receipts.filter((one) => one !== receipt) }
}
