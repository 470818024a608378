import { type Block, texts } from './reply.ts'
import type { SheetTold } from './sheet-acts.ts'
import { previewLines } from './sheet-preview-lines.ts'
import { sayIn, type View } from './view.ts'

/** What came of an act on status sheets (資料３): lists of projects with their ratings, in words. */
export async function sheetBlocks(told: SheetTold, view: View): Promise<readonly Block[]> {
  const { sheet: say } = sayIn(view)
  switch (told.kind) {
    case 'sheets':
      return texts(
        told.sheets.length === 0 ? say.listNone : say.list(told.sheets.length),
        ...told.sheets.map(({ name, sheet, version, projects, sha256 }) =>
          say.listed(name, sheet, version, projects, sha256),
        ),
      )
    case 'sheet-preview':
      return texts(...previewLines(told, say))
    case 'sheet-accepted':
      return texts(
        say.accepted(told.name, told.sheet, told.version, told.projects),
        ...(told.charges === 0 ? [] : [say.chargesSet(told.charges)]),
        ...(told.carried === 0 ? [] : [say.chargesCarried(told.carried)]),
      )
    case 'sheet-unchanged':
      return told.charges + told.carried === 0
        ? texts(say.unchanged(told.sheet, told.version))
        : texts(
            say.sameList(told.sheet, told.version),
            ...(told.charges === 0 ? [] : [say.chargesSet(told.charges)]),
            ...(told.carried === 0 ? [] : [say.chargesCarried(told.carried)]),
          )
    case 'refused':
      switch (told.why) {
        case 'sheet-problem':
          return texts(say.problem(told.problem))
        case 'number-twice':
          return texts(say.numberTwice(told.numbers.map((number) => `No.${number}`).join(say.and)))
        case 'id-of-other':
          return texts(say.idOfOther(told.id))
        default:
          return texts(say.refused[told.why])
      }
  }
}
