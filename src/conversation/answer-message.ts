import type { Answer } from '../questions/answer.ts'
import type { Citation } from '../questions/citation.ts'
import type { PublicRecord, PublishedDocument } from '../record/public-record.ts'
import { glossOf } from './gloss-of.ts'
import { leadTexts, otherLists } from './lead-texts.ts'
import { en } from './messages/en.ts'
import { ja, type Messages } from './messages/ja.ts'
import { type Block, type Message, notes, texts } from './reply.ts'
import { cellBlocks, isOfCell } from './sheet-quotes.ts'

/**
 * Puts an answer into words: a leading sentence, the quotes with their sources, and where nothing was found where to go on:
 * `offers` where the question can be passed to the secretariat from here.
 */
export function answerBlocks(answer: Answer, record: PublicRecord, offers: boolean): readonly Block[] {
  const say = answer.language === 'ja' ? ja : en
  const { readAs = [], advised } = answer
  const lead = [...(readAs.length === 0 ? [] : [say.explain.readAs(readAs)]), ...leadTexts(answer, record, say)]
  const how = advised ? notes(say.explain.byModel) : []
  const cells = cellBlocks(answer.citations.filter(isOfCell), say, answer.finding.kind === 'listed')
  const others = quoteBlocks(
    answer.citations.filter((one) => !isOfCell(one)),
    record,
    say,
    answer.finding.kind === 'source',
  )
  const quotes = answer.citations.slice(0, 1).some(isOfCell) ? [...cells, ...others] : [...others, ...cells]
  const missed =
    answer.unknown.length > 0 && answer.finding.kind !== 'number-unknown' ? [say.numberUnknown(answer.unknown)] : []
  const also = answer.also.length === 0 ? [] : [...texts(say.also), ...quoteBlocks(answer.also, record, say)]
  if (answer.outcome !== 'not-in-record')
    return [...texts(...lead, ...otherLists(answer, record, say), ...missed), ...quotes, ...also, ...how]
  const looked = record.documents.map(({ meeting, title, en, pages, release }) => {
    const document = say.document(say.meeting(meeting), say === ja ? title : en, pages)
    return isMembersOnly(release) ? say.marked(document, [say.membersOnly]) : document
  })
  const nearest =
    answer.nearest.length === 0 ? [] : [...texts(say.nearest), ...quoteBlocks(answer.nearest, record, say)]
  const onwards = offers ? texts(say.opinions.offer) : notes(...wayToSecretariat(record, say))
  return [...texts(...lead), ...notes(say.lookedIn(looked)), ...nearest, ...how, ...onwards]
}

/** An answer by itself, where nothing can be done with it. */
export function answerMessage(answer: Answer, record: PublicRecord): Message {
  return { blocks: answerBlocks(answer, record, false) }
}

/** Members' opinions stand in the left column, the secretariat's in the right; a sheet's columns have letters. */
export function findColumn({ position, speaker }: Citation): string | null {
  if (position === null) return null
  if ('column' in position) return position.column
  return speaker === 'secretariat' ? 'right' : 'left'
}

/**
 * The quotes of one speaker at one place stand together under one source, with who may see it and, for staff, the items
 * behind it; `byLine` names the lines too, and where it was published.
 */
export function quoteBlocks(
  citations: readonly Citation[],
  { receipts }: Pick<PublicRecord, 'receipts'>,
  say: Messages,
  byLine = false,
): readonly Block[] {
  const sourceOf = (citation: Citation) => {
    const { release } = citation.document
    const source = say.source(citation, findColumn(citation))
    const items = receipts?.get(citation.passage)
    return say.marked(byLine && citation.document.list === null ? say.sourceLines(source, ...citation.lines) : source, [
      ...(isMembersOnly(release) ? [say.membersOnly] : []),
      ...(byLine && release?.published ? [say.publishedAt(release.published.day, release.published.address)] : []),
      ...(items === undefined ? [] : [say.and(items)]),
    ])
  }
  const places = Map.groupBy(citations, (citation) => `${citation.speaker} ${sourceOf(citation)}`)
  return [...places.values()].flatMap((together): Block[] => {
    const [first] = together
    if (first === undefined) return []
    return [
      {
        kind: 'quote',
        speaker: say.speakerLabel(first.speaker),
        quotes: together.map((citation) => say.quote(citation.quote, citation.whole)),
        ...glossOf(together, say),
        source: sourceOf(first),
        passages: [...new Set(together.map((citation) => citation.passage))],
      },
    ]
  })
}

/** Whether a document is shared with the members and not yet published. */
function isMembersOnly(release: PublishedDocument['release']): boolean {
  return release !== null && release.published === null
}

function wayToSecretariat({ committee: { phone } }: PublicRecord, say: Messages): readonly string[] {
  if (phone === undefined) return [say.secretariatCanBeAsked]
  return [say.secretariatCanBeAsked, say.secretariatPhone(phone.number, say === ja ? phone.hours.ja : phone.hours.en)]
}
