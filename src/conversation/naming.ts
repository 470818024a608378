import { signNames } from '../questions/signs.ts'
import type { PolicyArea, Project, PublicRecord, Rating } from '../record/public-record.ts'
import { usualSign } from '../record/same-sign.ts'
import { ja, type Messages } from './messages/ja.ts'

/** How the entries of a record are called in a sentence. */
export function naming(say: Messages, { states }: PublicRecord) {
  const inJapanese = say === ja
  const signName = (sign: string) => {
    const named = signNames[usualSign(sign)]
    return inJapanese ? named?.ja : named?.en
  }
  const meaning = (rating: Rating) => {
    if (rating.legend === null) return null
    const gloss = states.find((entry) => entry.state === rating.legend?.meaning)?.en
    return inJapanese || gloss === undefined || gloss === rating.legend.meaning
      ? rating.legend.meaning
      : `${rating.legend.meaning}, ${gloss}`
  }
  const title = <T extends string | null>(entry: { readonly title: T; readonly en: T }) =>
    inJapanese ? entry.title : (entry.en ?? entry.title)
  return {
    title,
    text: (entry: { readonly text: string; readonly en: string }) => (inJapanese ? entry.text : entry.en),
    project: (project: Project) => say.project(project.number, title(project)),
    area: (area: PolicyArea) => say.area(area.number, title(area)),
    rating: (rating: Rating) => say.rating(rating.sign, meaning(rating), signName(rating.sign)),
    sign: (sign: string) => say.rating(sign, null, signName(sign)),
  }
}
