import type { Finding } from '../questions/answer.ts'
import type { Fact, PublicRecord, Rating } from '../record/public-record.ts'
import { sameSign } from '../record/same-sign.ts'
import { en } from './messages/en.ts'
import { ja, type Messages } from './messages/ja.ts'
import { naming } from './naming.ts'

type Found<Kind extends Finding['kind']> = Extract<Finding, { readonly kind: Kind }>

/** Characters of a cell that a sentence of ours repeats; a longer one stands in its quote only. */
const short = 60

/** What cells say of projects: one sentence a cell, in the order of the fields. */
export function factTexts({ entries }: Found<'facts'>, record: PublicRecord, say: Messages): readonly string[] {
  const name = naming(say, record)
  return entries.flatMap(({ project, facts, lacking }) => [
    ...facts.map((fact) =>
      fact.text.length > short
        ? say.sheet.longFact(name.project(project), labelOf(fact, say))
        : say.sheet.fact(name.project(project), labelOf(fact, say), fact.indicator, shownText(fact, record, say)),
    ),
    ...lacking.flatMap((field) => (field === 'number' ? [] : [say.lacks(name.project(project), field)])),
  ])
}

/** A column is called as it is headed; in English by what it is, with its heading where that says more. */
function labelOf({ field, heading, year }: Fact, say: Messages): string {
  if (heading === '') return say.sheet.fields[field]
  if (say !== en) return heading
  return year === null ? say.sheet.fields[field] : `${say.sheet.fields[field]} 「${heading}」`
}

/** A sign is never shown alone. */
function shownText(fact: Fact, record: PublicRecord, say: Messages): string {
  const rating = fact.field === 'rating' ? ratingOf(fact, record) : undefined
  return rating === undefined || rating.sign !== fact.text ? say.extract(fact.text) : naming(say, record).rating(rating)
}

function ratingOf({ evidence }: Fact, { ratings }: PublicRecord): Rating | undefined {
  return ratings.find((rating) => rating.evidence.passage === evidence.passage)
}

/** The projects of a list that were asked for, one a line. */
export function listedTexts(
  { document, by, projects }: Found<'listed'>,
  record: PublicRecord,
  say: Messages,
): readonly string[] {
  const name = naming(say, record)
  const held = record.documents.find(({ id }) => id === document)
  const source = held === undefined ? '' : say.sheet.named(say.meeting(held.meeting), say === ja ? held.title : held.en)
  const what = describe()
  if (projects.length === 0) return [say.sheet.noneListed(source, what)]
  return [say.sheet.listedAre(source, what, projects.length), ...projects.map((one) => `・${name.project(one)}`)]

  function describe(): string {
    switch (by.kind) {
      case 'signs': {
        const shown = by.signs.map((sign) => {
          const rating = record.ratings.find((one) => one.document === document && sameSign(one.sign, sign))
          return rating === undefined ? name.sign(sign) : name.rating(rating)
        })
        return say.sheet.ratedAs(say.and(shown))
      }
      case 'areas':
        return say.sheet.inAreas(say.and(by.areas.map(name.area)))
      case 'word':
        return say.sheet.having(by.word)
      case 'all':
        return say.sheet.everyProject
    }
  }
}

/** What other documents rate otherwise. */
export function otherRatingTexts(ratings: readonly Rating[], record: PublicRecord, say: Messages): readonly string[] {
  const name = naming(say, record)
  return ratings.flatMap((rating) => {
    const held = record.documents.find(({ id }) => id === rating.document)
    const project = record.projects.find((one) => one.document === rating.document && one.number === rating.project)
    if (held === undefined || project === undefined) return []
    const source = say.sheet.named(say.meeting(held.meeting), say === ja ? held.title : held.en)
    return [say.sheet.otherRating(source, name.project(project), name.rating(rating))]
  })
}
