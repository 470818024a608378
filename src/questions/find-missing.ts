import type { Finding } from './answer.ts'
import { asksWhether } from './asks-whether.ts'
import type { Candidate } from './choose-sentences.ts'
import { matchShare } from './comparable-text.ts'
import { splitSentences } from './content-words.ts'
import { generalWeight } from './named-words.ts'
import type { PreparedPassage } from './prepared-record.ts'
import { sameAmount, sameUnit } from './quantities.ts'
import type { KnownWord, Question } from './question.ts'
import { type Sought, sum } from './sought.ts'
import { findWanted, holdsWanted } from './wanted.ts'

/**
 * The share of a question's weight that one matter of the record must have before it is taken to speak of it,
 * by how many of the question's words the matter has: the more of them meet, the more may be talk.
 */
const enough = [Number.POSITIVE_INFINITY, 0.55, 0.42, 0.3] as const
/** A premise brings words of its own, which the record need not have to show that it is wrong. */
const forPremise = 0.6
const limitedShare = 0.3
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
    wanted !== null && holdsWanted(wanted, sentence.text.normal, sentence.text.en, quantities, prepared.names)
  if (wanted !== null && !isAsserted(question) && !candidates.some(holds)) {
    const what = {
      quantity: 'amount',
      money: 'money',
      contact: 'contact',
      place: 'place',
      day: 'time',
      time: 'time',
      name: 'name',
      'fiscal-year': 'time',
    } as const
    return { kind: 'not-found', what: what[wanted.kind] }
  }
  const absent = (word: KnownWord) => within.every((one) => matchShare(word, one.text) < 0.5)
  if (wanted?.kind === 'quantity' && !isAsserted(question)) {
    // 「採用されたのは何人」: an amount answers only if the record has what was done.
    const asked = splitSentences(question.text).findIndex((sentence) => findWanted(sentence) !== null)
    const done = words.some((word) => word.sentence === asked && isDone(word.word, question.text) && absent(word))
    const sure = question.language === 'en' ? (done ? 0.8 : 0.55) : done ? 1 : 0
    if (coverage < sure) return { kind: 'not-found', what: 'amount' }
  }
  const rest = sum(words.filter(({ abstract }) => !abstract).map((word) => word.weight))
  const askedFor = words.filter(
    (word) => word.noun && (!word.abstract || rest < light) && isAskedFor(word.word, question.text),
  )
  if (askedFor.some(absent)) {
    return { kind: 'not-found', what: 'matter' }
  }
  if (limited && (question.continues || sum(words.map((word) => word.weight)) < light)) return null
  if (
    limited &&
    (['response', 'opinions', 'reason', 'source', 'who-said', 'confirm'] as const).some((cue) => cues.has(cue))
  )
    return null
  if (limited && asksWhether(question.text)) return null
  const premise =
    cues.has('confirm') ||
    cues.has('decided') ||
    (asksWhether(question.text) && question.states.length + question.projects.length > 0)
      ? forPremise
      : 1
  const met = words.filter(
    (word) => word.weight >= generalWeight && within.some((one) => matchShare(word, one.text) > 0.5),
  ).length
  const stated = quantities.filter((asked) =>
    within.some(({ text }) => text.amounts.some((one) => sameAmount(asked, one))),
  ).length
  const needed = limited
    ? limitedShare
    : (enough[Math.min(3, met + stated + question.phrases.length + question.states.length)] ?? 0)
  return coverage < premise * needed ? { kind: 'not-found', what: 'matter' } : null
}

/** Whether the question itself states what would answer it: then the record is to confirm or correct it. */
function isAsserted({ wanted, cues, quantities }: Question): boolean {
  if (wanted?.kind === 'time' || wanted?.kind === 'day')
    return cues.has('decided') && (wanted.kind === 'time' || cues.has('confirm'))
  return (
    wanted?.kind === 'quantity' &&
    cues.has('confirm') &&
    quantities.some((asked) => sameUnit(asked, { value: 0, units: wanted.units }))
  )
}

/** Whether a word is what somebody did. */
function isDone(word: string, text: string): boolean {
  const name = RegExp.escape(word)
  if (/^[a-z]/u.test(word))
    return new RegExp(`\\b(?:was|were|get|gets|got|been|be|is|are) (?:[a-z]+ly )?${name}\\b`, 'u').test(text)
  return new RegExp(
    `${name}(?:さ[れせ]|し[たてま]|する|すれ|でき|に至|が決ま|を行|を実施|[ぁ-ん]{0,4}(?:人|者|方)(?:は|が|って)?[^。]{0,4}(?:何|なん))`,
    'u',
  ).test(text)
}

const asksFor =
  /^(?:(?:された|した|される|する|できた|できる|があった)(?:の|人|者|方|もの|人数|数|件数|割合|率)?)?(?:は|って|を|が|の|とは)?(?:[、\s])?(?:実際に)?(?:何|なに|なん|いくら|どこ|どちら|誰|だれ|いつ|どう|どれ|どの|どんな|教え|おしえ|知|しり|見せ|について|ある|あり|あった|ください|[?？。]|$)/u

/** Whether a word is what the question asks for, not what it tells: 「Xは？」「Xを教えて」「Xされたのは何名」. */
function isAskedFor(word: string, text: string): boolean {
  if (/^[a-z]/u.test(word))
    return new RegExp(`\\b(?:the|any|what|which|whose) ${RegExp.escape(word)}\\s*\\?`, 'u').test(text)
  const at = text.lastIndexOf(word)
  return at >= 0 && asksFor.test(text.slice(at + word.length))
}
