import type { Finding, Outcome } from './answer.ts'
import { asksWhether } from './asks-whether.ts'
import { type Candidate, findCandidates } from './choose-sentences.ts'
import { matchShare } from './comparable-text.ts'
import type { PreparedPassage } from './prepared-record.ts'
import type { Question } from './question.ts'
import { bonusOf, type Sought } from './sought.ts'

/** The sentences of some passages with what they have of what is sought; a heading answers nothing. */
export function candidatesOf(sought: Sought, within: readonly PreparedPassage[]): readonly Candidate[] {
  const { question } = sought
  return findCandidates(
    within.filter(({ passage, group }) => passage !== group?.heading),
    question.content,
    question.language === 'en',
    (of, sentence) => bonusOf(sought, of, sentence),
  )
}

/** What is said of passages that do not have the very point. */
export const related: { readonly finding: Finding; readonly outcome: Outcome } = {
  finding: { kind: 'related' },
  outcome: 'partial',
}

/** 「94人が採用されたのですか」: the question says something of the matter that the record does not speak of. */
export function assertsMore({ text, cues, content }: Question, within: readonly PreparedPassage[]): boolean {
  if (!cues.has('confirm') && !asksWhether(text)) return false
  return content.some((word) => word.noun && !word.abstract && within.every((one) => matchShare(word, one.text) < 0.5))
}

/** A sentence that begins with 「このため」 is quoted with the one that it rests on. */
export function withPremise(
  { cues }: Question,
  chosen: readonly Candidate[],
  candidates: readonly Candidate[],
): readonly Candidate[] {
  if (!cues.has('reason')) return chosen
  const before = chosen.flatMap(
    ({
      of,
      index,
      sentence: {
        text: { normal },
      },
    }) =>
      /^(?:このため|そのため|したがって|よって|従って)/u.test(normal)
        ? candidates.filter((one) => one.of === of && one.index === index - 1)
        : [],
  )
  return [...new Set([...chosen, ...before])]
}
