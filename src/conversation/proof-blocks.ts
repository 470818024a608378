import { type AsPrinted, findAsPrinted, type PrintedItem } from '../opinions/as-printed.ts'
import { dayOf } from '../opinions/day.ts'
import { longestText } from '../opinions/draft.ts'
import { isUnreleased } from '../opinions/releases.ts'
import type { ProofTold } from './proof-dialog.ts'
import { type Block, texts } from './reply.ts'
import { sayIn, type View } from './view.ts'
import { visibleText } from './visible-text.ts'
import { type Difference, wordDifferences } from './word-differences.ts'

/** A member's words as they will be printed, for him to look at; empty where there is nothing to look at any more. */
export async function proofBlocks(receipt: string, view: View): Promise<readonly Block[]> {
  const proof = (await view.records.find('proofs', receipt))?.value
  const words = await findAsPrinted(view.records, receipt)
  if (proof === undefined || words === undefined || !isUnreleased(words.submission.value)) return []
  const say = sayIn(view).release.proof
  return [
    ...texts(say.lead(receipt)),
    ...printedBlocks(words, view),
    ...(proof.answer === null ? [] : texts(say.answered[proof.answer.kind])),
    ...texts(say.answer(proof.until, dayOf(view.at) > proof.until, view.here)),
  ]
}

/** What a member is told in the dialog of his text check. */
export async function proofToldBlocks(
  told: Exclude<ProofTold, { readonly kind: 'proof-answered' }>,
  view: View,
): Promise<readonly Block[]> {
  const { proof } = sayIn(view).release
  switch (told.kind) {
    case 'proof-shown':
      return await proofBlocks(told.receipt, view)
    case 'proof-changed':
      return [...texts(proof.anew(told.receipt)), ...(await proofBlocks(told.receipt, view))]
    case 'no-proof':
      return texts(view.staff ? proof.noneForStaff : proof.none)
    case 'which-proof':
      return texts(proof.which)
    case 'ask-correction-text':
      return texts(proof.askText(told.receipt))
    case 'ask-correction':
      return [...texts(proof.confirm(told.receipt)), { kind: 'words', text: told.text }]
    case 'correction-too-long':
      return texts(proof.tooLong(told.characters, longestText))
  }
}

/** That words of these submissions wait for their member to look at them; nothing where none do. */
export async function openProofs(receipts: readonly string[], { records, ...view }: View): Promise<readonly Block[]> {
  const open = await Promise.all(
    receipts.map(async (receipt) => {
      const proof = await records.find('proofs', receipt)
      const submission = await records.find('submissions', receipt)
      return proof?.value.answer === null && submission !== undefined && isUnreleased(submission.value)
    }),
  )
  const waiting = receipts.filter((_, at) => open[at])
  return waiting.length === 0 ? [] : texts(sayIn(view).release.proof.waiting(waiting))
}

/** What a member's answer to a text check came to. */
export async function proofAnsweredBlocks(receipt: string, view: View): Promise<readonly Block[]> {
  const answer = (await view.records.find('proofs', receipt))?.value.answer ?? null
  return answer === null ? [] : texts(sayIn(view).release.proof.taken[answer.kind](receipt))
}

/** What differs from the words written, item by item, and the whole as it will be printed. */
function printedBlocks({ parts, text }: AsPrinted, view: View): readonly Block[] {
  const say = sayIn(view).release.proof
  return [
    ...(parts.every(({ text: printed, written }) => printed === written)
      ? texts(say.unchanged(null))
      : parts.flatMap((part) => differenceBlocks(part, parts.length > 1, view))),
    ...texts(say.whole),
    { kind: 'words', text },
  ]
}

function differenceBlocks({ item, written, text }: PrintedItem, named: boolean, view: View): readonly Block[] {
  const say = sayIn(view).release.proof
  const name = named ? item : null
  if (written === text) return texts(say.unchanged(name))
  const differences = wordDifferences(written, text)
  if (differences === null) return [...texts(say.rewritten(name)), { kind: 'words', text: written }]
  return texts(say.changed(name), ...differences.map((one) => differenceText(one, view)))
}

/** What differs in an item, a line each; none where there is too much to be read one by one. */
export function differenceLines({ written, text }: Omit<PrintedItem, 'item'>, view: View): readonly string[] {
  return (wordDifferences(written, text) ?? []).map((one) => differenceText(one, view))
}

function differenceText(difference: Difference, view: View): string {
  const say = sayIn(view).release.proof
  const shown = (text: string) => visibleText(text).replaceAll('\n', say.lineBreak)
  switch (difference.kind) {
    case 'changed':
      return say.difference.changed(shown(difference.before), shown(difference.after))
    case 'removed':
      return say.difference.removed(shown(difference.before))
    case 'added':
      return say.difference.added(shown(difference.after), difference.behind === null ? null : shown(difference.behind))
  }
}
