import type { MissTopic } from '../opinions/miss.ts'
import type { Answer, Aspect, Finding } from '../questions/answer.ts'

/** What a question that the record did not answer was about; null where it was answered, or no question to the record. */
export function findMissTopic(
  { outcome, finding }: Pick<Answer, 'outcome' | 'finding'>,
  text: string,
): MissTopic | null {
  if (outcome !== 'not-in-record') return null
  const topic = topicOf(finding)
  return topic === 'other' ? (ofWords.find(([words]) => words.test(text))?.[1] ?? 'other') : topic
}

/** What a question that names no more than its matter is about, by its words. */
const ofWords: readonly (readonly [RegExp, MissTopic])[] = [
  [/(?:評価|判定|採点).{0,4}(?:基準|方法|仕組)|rating (?:scale|criteria)|criteria/iu, 'rating-scale'],
  [/評価|rating|rated/iu, 'rating'],
  [/指標|indicator/iu, 'indicator'],
  [/政策分野|policy area/iu, 'area'],
]

const ofAspect = {
  rating: 'rating',
  reason: 'rating',
  indicator: 'indicator',
  target: 'indicator',
  result: 'indicator',
  title: 'project',
  area: 'area',
  division: 'division',
  remarks: 'other',
  other: 'other',
} as const satisfies Record<Aspect, MissTopic>

const ofWhat = {
  matter: 'other',
  amount: 'amount',
  time: 'date',
  name: 'name',
  money: 'budget',
  contact: 'contact',
  place: 'place',
} as const satisfies Record<string, MissTopic>

const ofKind: Readonly<Partial<Record<Finding['kind'], MissTopic>>> = {
  'sign-unexplained': 'rating-scale',
  'number-unknown': 'project',
  'area-unknown': 'area',
  'count-unstated': 'amount',
  'year-not-held': 'year',
}

function topicOf(finding: Finding): MissTopic {
  if (finding.kind === 'project-lacks') return ofAspect[finding.aspect]
  return finding.kind === 'not-found' ? ofWhat[finding.what] : (ofKind[finding.kind] ?? 'other')
}
