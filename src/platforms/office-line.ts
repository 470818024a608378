import type { Did, Form } from '../conversation/turn.ts'

/** Reads what was said as a command; undefined where it is none. */
export type ReadLine = (text: string) => Promise<Did | undefined>

const menu = { kind: 'form', form: { name: 'menu' } } as const

function isMenu(text: string): boolean {
  return ['メニュー', 'menu'].includes(text.normalize('NFKC').trim().toLowerCase())
}

/** Forms of what is a member's own: they go on alone with the actor wherever they come from. */
const ownForms: ReadonlySet<Form['name']> = new Set(['opinion', 'reply', 'proof'])

/**
 * What was said as a command; undefined where it is none. `here`: it is the secretariat's, and was said in its channel, where
 * it is answered, whoever asks: the role decides what comes of it. There the menu is one as well.
 */
export async function readOfficeLine(
  text: string,
  readLine: ReadLine,
  isBoard: boolean,
): Promise<{ readonly did: Did; readonly here: boolean } | undefined> {
  const did = isBoard && isMenu(text) ? menu : await readLine(text)
  return did && { did, here: isBoard && did.kind === 'form' && !ownForms.has(did.form.name) }
}
