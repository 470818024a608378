import type {
  CitablePassage,
  Evidence,
  OpinionGroup,
  Position,
  PublicRecord,
  PublishedDocument,
} from '../record/public-record.ts'
import type { ListedProject, Speaker } from '../record/schema.ts'

/** A quote with its place: copied from the stored source, never composed. `gloss` is an unofficial English translation of whole sentences. */
export type Citation = {
  readonly passage: string
  readonly quote: string
  /** Whether the quote goes to the end of its sentence; where not, it is shown as an extract. */
  readonly whole: boolean
  readonly gloss: string
  /** Whose translation that is, where it is not the record's. */
  readonly glossBy?: GlossBy
  readonly speaker: Speaker
  readonly document: PublishedDocument
  readonly position: Position
  readonly lines: readonly [number, number]
}

/** A translation that nobody has read, or that one of the staff has accepted or written in its place. */
export type GlossBy = 'machine' | 'accepted' | 'corrected'

/**
 * Cites words of a passage.
 * @throws Error where the quote is not in the passage: then a citation would be a claim without a source.
 */
export function cite(record: PublicRecord, { passage, quote, gloss }: Evidence): Citation {
  const from = passage.text.indexOf(quote)
  const document = record.documents.find((held) => held.id === passage.document)
  if (from < 0 || document === undefined) throw new Error(`not in ${passage.key}: ${quote}`)
  const to = from + quote.length
  const touched = touchedSentences(passage, from, to)
  return {
    passage: passage.key,
    quote,
    whole: passage.text.length === to || /[。！？!?][」』）)]*$/u.test(quote),
    gloss:
      gloss ??
      touched
        .map((sentence) => sentence.en)
        .join(' ')
        .trim(),
    speaker: passage.speaker,
    document,
    position: passage.position,
    lines: [passage.lineAt(from), passage.lineAt(to - 1)],
  }
}

function touchedSentences(passage: CitablePassage, from: number, to: number) {
  let at = 0
  return passage.sentences.filter((sentence) => {
    const start = at
    at += sentence.ja.length
    return start < to && at > from
  })
}

/** The sentences from one index to another as one piece of evidence. */
export function sentencesOf(passage: CitablePassage, from: number, to: number): Evidence {
  return {
    passage,
    quote: passage.sentences
      .slice(from, to + 1)
      .map((sentence) => sentence.ja)
      .join(''),
  }
}

/** The sentence in which the quote stands: a title alone says nothing to somebody who finds no answer. */
export function sentenceAround({ passage, quote }: Evidence): Evidence {
  const at = passage.sentences.findIndex(({ ja }) => ja.includes(quote))
  return at < 0 ? { passage, quote } : sentencesOf(passage, at, at)
}

/** The whole passage as evidence. */
export function wholeOf(passage: CitablePassage): Evidence {
  return { passage, quote: passage.text }
}

/** The group that a passage belongs to; the head of a document belongs to none. */
function findGroup(record: PublicRecord, passageKey: string): OpinionGroup | undefined {
  return record.groups.find((group) =>
    [group.heading, ...group.opinions, ...group.responses].some((passage) => passage?.key === passageKey),
  )
}

/** The projects that a passage names, else the one that the other texts of its group name; of several none is meant. */
export function projectsBehind(record: PublicRecord, passageKey: string): readonly ListedProject[] {
  const named = record.projects.filter((project) => project.evidence.passage.key === passageKey)
  const own = [...named, ...(record.passages.find(({ key }) => key === passageKey)?.about ?? [])]
  if (own.length > 0) return own
  const around = findGroup(record, passageKey)?.projects ?? []
  return around.length === 1 ? around : []
}
