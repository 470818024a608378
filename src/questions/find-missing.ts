import type { Finding } from './answer.ts'
import type { Candidate } from './choose-sentences.ts'
import { matchShare } from './matching.ts'
import type { PreparedPassage } from './prepared-record.ts'
import { holdsWanted, sameUnit } from './quantities.ts'
import type { Question } from './question.ts'
import { type Sought, sum } from './sought.ts'

/** The share of a question's weight that one matter of the record must have before it is taken to speak of it. */
const enough = { open: 0.55, limited: 0.34, asserted: 0.3, assertedOfSubject: 0.1 }
/** Content lighter than this is too little to judge by. */
const light = 0.75

/**
 * What the question asks for and the passages do not have; null where they can answer.
 * `limited` says that they are about the subject the question names, or about what was asked before.
 */
export function findMissing(
  { question, prepared, words }: Sought,
  within: readonly PreparedPassage[],
  candidates: readonly Candidate[],
  coverage: number,
  limited: boolean,
): Finding | null {
  const { wanted, quantities, cues } = question
  const holds = ({ sentence }: Candidate) =>
    wanted !== null && holdsWanted(wanted, sentence.normal, sentence.en, quantities, prepared.ownNames)
  if (wanted !== null && !isAsserted(question) && !candidates.some(holds)) {
    const what = { quantity: 'amount', money: 'money', day: 'time', time: 'time', name: 'name' } as const
    return { kind: 'not-found', what: what[wanted.kind] }
  }
  const rest = sum(words.filter(({ abstract }) => !abstract).map((word) => word.weight))
  const askedFor = words.filter(
    (word) => word.noun && (!word.abstract || rest < light) && isAskedFor(word.word, question.text),
  )
  if (askedFor.some((word) => within.every((one) => matchShare(word, one.matchable) < 0.5))) {
    return { kind: 'not-found', what: 'matter' }
  }
  if (limited && (question.continues || sum(words.map((word) => word.weight)) < light)) return null
  if (limited && (['response', 'opinions', 'reason', 'source', 'who-said'] as const).some((cue) => cues.has(cue)))
    return null
  return coverage < needed(question, limited) ? { kind: 'not-found', what: 'matter' } : null
}

/** A premise brings words of its own, which the record need not have to show that it is wrong. */
function needed({ cues }: Question, limited: boolean): number {
  const asserts = cues.has('confirm') || cues.has('decided')
  if (limited) return asserts ? enough.assertedOfSubject : enough.limited
  return asserts ? enough.asserted : enough.open
}

/** Whether the question itself states what would answer it: then the record is to confirm or correct it. */
function isAsserted({ wanted, cues, quantities }: Question): boolean {
  if (wanted?.kind === 'time') return cues.has('decided')
  return (
    wanted?.kind === 'quantity' &&
    cues.has('confirm') &&
    quantities.some((asked) => sameUnit(asked, { value: 0, units: wanted.units }))
  )
}

const asksFor =
  /^(?:(?:された|した|される|する|できた|できる|があった)(?:の|人|者|方|もの|人数|数|件数|割合|率)?)?(?:は|って|を|が|の|も|と|とか)?(?:[、\s])?(?:実際に)?(?:何|なに|なん|いくら|どこ|どちら|誰|だれ|いつ|どう|どれ|どの|どんな|教え|おしえ|知|しり|見せ|について|ある|あり|あった|ください|[?？。]|$)/u

/** Whether a word is what the question asks for, not what it tells: 「Xは？」「Xを教えて」「Xされたのは何名」. */
function isAskedFor(word: string, text: string): boolean {
  if (/^[a-z]/u.test(word))
    return new RegExp(`\\b(?:the|its|their|any|what|which|whose) (?:[a-z]+ )?${RegExp.escape(word)}\\s*\\?`, 'u').test(
      text,
    )
  const at = text.lastIndexOf(word)
  return at >= 0 && asksFor.test(text.slice(at + word.length))
}
