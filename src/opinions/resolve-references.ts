import { findReference } from './answer-reference.ts'

/** An answer of a file, in the file's order. `project` is the number of the project that its opinion is about. */
export type GivenAnswer = {
  readonly item: string
  readonly text: string
  readonly merged: boolean
  readonly number: string | null
}

/** What an answer comes to: words of its own, those of another item's answer, or why it names none. */
export type Resolved =
  | { readonly kind: 'own' }
  | { readonly kind: 'same'; readonly item: string }
  | { readonly kind: 'unresolved'; readonly why: 'unknown' | 'ambiguous' | 'circular' | 'empty' }

/** What the numbers of 「No.1」 may count: the order in which the rows were sent, and the projects that they are about. */
export type Numbering = { readonly sent: readonly string[]; readonly projectOf: ReadonlyMap<string, number> }

/**
 * Follows every answer that only names another row to the row that answers in words. Where the rows were sorted, or a
 * number is also a project's, so that two rows may be meant, none is taken.
 */
export function resolveReferences(
  answers: readonly GivenAnswer[],
  numbering: Numbering,
  prefix: string,
): ReadonlyMap<string, Resolved> {
  const texts = new Map(answers.map(({ item, text }) => [item, text]))
  const next = new Map(answers.map((answer, index) => [answer.item, stepOf(answer, index, answers, numbering, prefix)]))
  return new Map(answers.map(({ item }) => [item, follow(item, next, texts)]))
}

type Step = 'own' | 'unknown' | 'ambiguous' | { readonly item: string }

function follow(item: string, next: ReadonlyMap<string, Step>, texts: ReadonlyMap<string, string>): Resolved {
  const passed = new Set([item])
  for (let at = item; ; ) {
    const step = next.get(at) ?? 'unknown'
    if (step === 'own') {
      if (at === item) return { kind: 'own' }
      return texts.get(at) === '' ? { kind: 'unresolved', why: 'empty' } : { kind: 'same', item: at }
    }
    if (typeof step === 'string') return { kind: 'unresolved', why: step }
    if (passed.has(step.item)) return { kind: 'unresolved', why: 'circular' }
    passed.add(step.item)
    at = step.item
  }
}

function stepOf(
  { text, merged, item }: GivenAnswer,
  index: number,
  answers: readonly GivenAnswer[],
  { sent, projectOf }: Numbering,
  prefix: string,
): Step {
  const before = answers[index - 1]
  if (merged && before !== undefined) return { item: before.item }
  const reference = findReference(text, prefix)
  if (reference === undefined) return 'own'
  switch (reference.kind) {
    case 'item':
      return oneOf(answers.filter((one) => one.item === reference.item).map((one) => one.item))
    case 'above': {
      const here = sent.filter((one) => answers.some((answer) => answer.item === one))
      const sentBefore = here[here.indexOf(item) - 1]
      if (before === undefined) return 'unknown'
      return oneOf([before.item, ...(sentBefore === undefined ? [] : [sentBefore])])
    }
    case 'number': {
      const { number } = reference
      const own = answers.filter((one) => one.number !== null && numberIn(one.number) === number)
      if (own.length > 0) return oneOf(own.map((one) => one.item))
      const candidates = [
        sent[number - 1],
        answers[number - 1]?.item,
        ...answers.filter((one) => projectOf.get(one.item) === number).map((one) => one.item),
      ]
      return oneOf(candidates.filter((one) => one !== undefined))
    }
  }
}

function oneOf(items: readonly string[]): Step {
  const [first, ...more] = new Set(items)
  if (first === undefined) return 'unknown'
  return more.length > 0 ? 'ambiguous' : { item: first }
}

function numberIn(text: string): number {
  return Number(text.normalize('NFKC').replace(/^\D+/u, ''))
}
