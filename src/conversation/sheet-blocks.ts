import { type Block, texts } from './reply.ts'
import type { SheetTold } from './sheet-acts.ts'
import { sayIn, type View } from './view.ts'

/** What came of an act on status sheets (資料３): lists of projects with their ratings, in words. */
export async function sheetBlocks(told: SheetTold, view: View): Promise<readonly Block[]> {
  const { sheet } = sayIn(view)
  switch (told.kind) {
    case 'sheet-listed':
      return texts(sheet.lead)
    case 'refused':
      return texts(sheet.refused[told.why])
  }
}
