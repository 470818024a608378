import type { TakeInquiryTold, TakenAnswer } from '../opinions/take-inquiry.ts'
import { faultLine } from './inquiry-refusals.ts'
import type { inquiryJa } from './messages/inquiry-ja.ts'
import { inquiryPaperJa } from './messages/inquiry-paper-ja.ts'
import { type Block, notes, texts } from './reply.ts'

type Say = typeof inquiryJa
type Preview = Extract<TakeInquiryTold, { readonly kind: 'inquiry-take-preview' }>
type Taken = Extract<TakeInquiryTold, { readonly kind: 'inquiry-taken' }>
type Shown = TakenAnswer & Partial<Pick<Preview['answers'][number], 'text' | 'before' | 'remark'>>

/** What a file answers, by what becomes of it; in a preview with the words, before and after. */
export function takenBlocks(told: Preview | Taken, division: string, say: Say): readonly Block[] {
  const { inquiry, loose } = told
  const answers: readonly Shown[] = told.answers
  const isTaken = ({ fate }: TakenAnswer) => ['new', 'changed', 'unchanged', 'beside'].includes(fate.kind)
  const answered = answers.filter(isTaken).length
  const kept = answers.filter(({ fate }) => fate.kind === 'kept').map(({ item }) => item)
  const altered = answers.filter((one) => one.altered).map(({ item }) => item)
  const preview = told.kind === 'inquiry-take-preview'
  const faults = preview ? told.faults : []
  // What a platform can read again is taken by a button there.
  const isFound = preview && told.source !== undefined
  const groups = Map.groupBy(answers, (one) => titleOf(one, say))
  return [
    ...texts(preview ? say.takePreview(inquiry, division) : say.taken(inquiry, division, answered)),
    ...(faults.length === 0 ? [] : texts(say.faultsLead, ...faults.map((fault) => faultLine(fault, say)))),
    ...[...groups].flatMap(([title, group]) => [
      ...texts(say.section(title, group.length)),
      ...group.flatMap((one) => answerBlocks(one, !preview, say)),
      ...texts(...(group.some(({ fate }) => fate.kind === 'unresolved') ? [say.unresolvedHint] : [])),
    ]),
    ...texts(
      ...(kept.length === 0 ? [] : [isFound ? say.replaceHere(kept) : say.replaceHint(kept)]),
      ...(altered.length === 0 ? [] : [say.altered(altered)]),
      ...(loose.length === 0 ? [] : [say.loose(loose)]),
    ),
    ...notes(
      ...(preview && faults.length === 0
        ? [answered === 0 ? say.nothingToTake : isFound ? say.takeHere : say.acceptTake]
        : []),
    ),
  ]
}

function titleOf({ fate }: TakenAnswer, say: Say): string {
  switch (fate.kind) {
    case 'kept':
      return say.kept[fate.why]
    case 'unresolved':
      return say.unresolved[fate.why]
    case 'closed':
      return say.closed[fate.why]
    case 'new':
    case 'changed':
    case 'unchanged':
    case 'beside':
    case 'empty':
    case 'no-row':
      return say.fates[fate.kind]
  }
}

function answerBlocks(one: Shown, taken: boolean, say: Say): readonly Block[] {
  const { item, cell, fate, with: same, outdated, text = '', before = null, remark = '' } = one
  // Where it is not taken it is answered together with nothing.
  const shares = fate.kind !== 'unresolved' && fate.kind !== 'kept' && fate.kind !== 'closed'
  const added = inquiryPaperJa.added(remark)
  const differs = fate.kind === 'changed' || fate.kind === 'kept' || fate.kind === 'beside'
  return [
    ...texts(say.answerLine(item, cell, shares ? same : null, taken, outdated)),
    ...(differs && before !== null && text !== '' ? [...texts(say.before), words(before)] : []),
    ...(text === '' || fate.kind === 'unchanged' ? [] : [...texts(say.after), words(text)]),
    ...(added === '' ? [] : [...texts(say.remark), words(added)]),
  ]
}

function words(text: string): Block {
  return { kind: 'words', text }
}
