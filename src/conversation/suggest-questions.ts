import type { Language } from '../questions/normal-text.ts'
import type { PreparedRecord } from '../questions/prepared-record.ts'
import { en } from './messages/en.ts'
import { ja } from './messages/ja.ts'

/** Questions at most. */
const most = 4

/** Questions that the record answers, as somebody might ask them. */
export function suggestQuestions({ record }: PreparedRecord, language: Language): readonly string[] {
  const { suggest, example } = language === 'ja' ? ja : en
  const reasoned = record.ratings
    .filter(({ reason }) => reason !== null)
    .map(({ project, sign }) => example(project, sign))
  const rated = record.ratings.filter(({ reason }) => reason === null).map(({ project }) => suggest.rating(project))
  const opinions = record.projects.map(({ number }) => suggest.opinions(number))
  const [reason = [], rating = [], opinion = []] = [reasoned, rated, opinions].map((all) => all.slice(0, 1))
  return [...new Set([...reason, ...rating, ...opinion, ...reasoned, suggest.howTo])].slice(0, most)
}
