import type { About, DeskDialog } from '../conversation/desk-dialog.ts'
import { takeDialog } from '../conversation/open-dialog.ts'
import type { Form, Turn } from '../conversation/turn.ts'
import { sayIn } from '../conversation/view.ts'
import type { TakenFile } from '../opinions/taken-file.ts'
import { type DeskBot, lookAt } from './desk-scene.ts'

/** What a division's file may be called. */
const sheet = /\.(?:xlsx|xlsm|xls|xlsb|csv)$/iu

/** Whether a file is one that a division may have answered in, by its name. */
export function isSheet(name: string | null | undefined): boolean {
  return sheet.test(name ?? '')
}

/** A look at what a file answers, of which `source` says where it is found again; what cannot be had is said to be so. */
export function lookAtFile(file: TakenFile | undefined, source: string, language: 'ja' | 'en'): Turn['did'] {
  if (file === undefined) return { kind: 'form', form: { name: 'usage', text: sayIn({ language }).dialogs.fileGone } }
  return { kind: 'form', form: take(file, source) }
}

/** The form by which a file is taken in, as things are now; `turnOf` makes the turn by which it is looked at. */
export async function openTake(
  bot: Pick<DeskBot, 'desk' | 'messageOf'>,
  about: About,
  file: TakenFile,
  turnOf: (form: Form) => Turn,
): Promise<DeskDialog> {
  const outcome = await lookAt(bot, turnOf(take(file, about.file)))
  return takeDialog(about, outcome, (await bot.messageOf(outcome)).blocks)
}

/** Takes in what a file answers; `replace` are the items whose drafts of the secretariat's it may replace. */
export function takeIn(file: TakenFile, replace: readonly string[]): Form {
  return { name: 'inquiry', act: { do: 'take', input: { file, accept: true, replace: [...replace] } } }
}

function take(file: TakenFile, source = ''): Form {
  return { name: 'inquiry', act: { do: 'take', input: { file, accept: false, replace: [], source } } }
}
