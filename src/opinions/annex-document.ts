import { type Annex, readAnnex, readReleasedAnnex } from './annex.ts'
import { paginate } from './annex-pages.ts'
import { type AnnexHead, headLines } from './annex-words.ts'
import { standing } from './call.ts'
import { findCall } from './filing.ts'
import { lineEnds } from './printed-lines.ts'
import type { Records } from './records.ts'
import type { Names, Release } from './release.ts'

/** An annex with what stands at its head; `release` is what it was given to the members with, null while it is a draft (案). */
export type AnnexDocument = { readonly head: AnnexHead; readonly annex: Annex; readonly release: Release | null }

/**
 * The annex of a call, or of a release (`standing-1`): as it was given to the members, where it was, with its names and
 * submissions; else as the records say it now, where the standing call's is of what was in no annex yet. Undefined where there
 * is no such call.
 */
export async function readAnnexDocument(
  records: Records,
  id: string,
  names: Names,
  committee: string,
): Promise<AnnexDocument | undefined> {
  const release = (await records.find('releases', id))?.value ?? null
  const call = release?.call ?? id
  const found = await findCall(records, call)
  if (found === undefined && call !== standing) return undefined
  const head: AnnexHead = { committee, call: found?.value.name ?? null, agenda: found?.value.agenda ?? [] }
  if (release !== null) return { head, annex: await readReleasedAnnex(records, release), release }
  return { head, annex: await readAnnex(records, call, names, await notReleased(records, call)), release }
}

/** The pages of an annex as it is printed. */
export function pagesOf({ head, annex }: Pick<AnnexDocument, 'head' | 'annex'>) {
  // A line of the head goes over both columns.
  const lines = headLines(head).map((line) => lineEnds(line, 70).length)
  return paginate(
    annex,
    lines.reduce((total, one) => total + one, 0),
  )
}

async function notReleased(records: Records, call: string): Promise<ReadonlySet<string> | null> {
  if (call !== standing) return null
  const releases = (await records.list('releases', { call })).flatMap(({ value }) => value.receipts)
  const submissions = await records.list('submissions', { call })
  return new Set(submissions.map(({ value }) => value.receipt)).difference(new Set(releases))
}
