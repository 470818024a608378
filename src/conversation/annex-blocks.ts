import type { AnnexWarning } from '../opinions/annex-check.ts'
import { type AnnexDocument, pagesOf } from '../opinions/annex-document.ts'
import { standing } from '../opinions/call.ts'
import type { AnnexTold } from './annex-acts.ts'
import type { AnnexCounts } from './messages/annex-ja.ts'
import { callNamed } from './office-names.ts'
import { type Block, texts } from './reply.ts'
import { sayIn, type View } from './view.ts'
import { visibleText } from './visible-text.ts'

/** Warnings that are put into words; all of them are in the data. */
const shownWarnings = 50

/** What came of an act on the annex (別紙) and the ledger (受付簿), in words: what it holds, and what to look at. */
export async function annexBlocks(told: AnnexTold, view: View): Promise<readonly Block[]> {
  const { annex, opinions } = sayIn(view)
  const named = async (id: string) => (id === standing ? opinions.standingCall : await callNamed(view, id))
  switch (told.kind) {
    case 'annex': {
      const { release, id, warnings } = told
      const counts = countsOf(told)
      return [
        ...texts(annex.lead(await named(id), release?.shared.decided ?? null, counts)),
        ...(release === null ? [] : texts(annex.asShared)),
        ...(counts.opinions === 0 ? texts(annex.empty) : warningBlocks(warnings, view)),
      ]
    }
    case 'ledger': {
      const submissions = new Set(told.rows.map(({ receipt }) => receipt)).size
      const items = told.rows.filter(({ item }) => item !== null).length
      const call = told.call === null ? null : await named(told.call)
      return texts(annex.ledgerLead(call, submissions, items))
    }
    case 'refused':
      return texts(
        told.why === 'unknown-annex' ? annex.refused[told.why](visibleText(told.call)) : annex.refused[told.why],
      )
  }
}

function warningBlocks(warnings: readonly AnnexWarning[], view: View): readonly Block[] {
  const { annex } = sayIn(view)
  if (warnings.length === 0) return texts(annex.nothingToCheck)
  return texts(
    annex.warnings(warnings.length),
    ...warnings.slice(0, shownWarnings).map(({ kind, about, words }) => annex.warning(kind, about, visibleText(words))),
    ...(warnings.length > shownWarnings ? [annex.more(warnings.length - shownWarnings)] : []),
  )
}

function countsOf(document: AnnexDocument): AnnexCounts {
  const { blocks } = document.annex
  const opinions = blocks.flatMap((block) => block.opinions)
  return {
    opinions: opinions.length,
    items: opinions.flatMap(({ parts }) => parts).filter(({ kind }) => kind === 'item').length,
    responses: blocks.flatMap(({ responses }) => responses).length,
    pages: pagesOf(document).length,
  }
}
