import type { Answer, Finding } from '../questions/answer.ts'
import { longestQuestion } from '../questions/answer-question.ts'
import type { Citation } from '../questions/citation.ts'
import { signNames } from '../questions/signs.ts'
import type { PolicyArea, Project, PublicRecord, Rating } from '../record/public-record.ts'
import { en } from './messages/en.ts'
import { ja, type Messages } from './messages/ja.ts'
import type { Block, Message } from './reply.ts'

/** Puts an answer into words: one leading sentence, the quotes with their sources, and where nothing was found where to go on. */
export function answerMessage(answer: Answer, record: PublicRecord): Message {
  const say = answer.language === 'ja' ? ja : en
  const names = naming(say, answer.language)
  const lead: Block[] = leadTexts(answer, record, say, names).map((text) => ({ kind: 'text', text }))
  const quotes = quoteBlocks(answer.citations, say)
  const others: Block[] = otherLists(answer.others, record, say, names).map((text) => ({ kind: 'text', text }))
  if (answer.outcome !== 'not-in-record') return { blocks: [...lead, ...others, ...quotes] }
  const nearest: Block[] =
    answer.nearest.length === 0 ? [] : [{ kind: 'text', text: say.nearest }, ...quoteBlocks(answer.nearest, say)]
  return {
    blocks: [
      ...lead,
      { kind: 'note', text: say.lookedIn(documentNames(record, say)) },
      ...nearest,
      ...wayToSecretariat(record, say, answer.language),
    ],
  }
}

/** The quotes of one speaker at one place stand together under one source. */
export function quoteBlocks(citations: readonly Citation[], say: Messages): readonly Block[] {
  const places = Map.groupBy(citations, (citation) => `${citation.speaker} ${sourceText(citation, say)}`)
  return [...places.values()].flatMap((together): Block[] => {
    const [first] = together
    if (first === undefined) return []
    const glosses = [...new Set(together.map((citation) => citation.gloss))].join(' ')
    return [
      {
        kind: 'quote',
        speaker: say.speakerLabel(first.speaker),
        quotes: together.map((citation) => say.quote(citation.quote, citation.whole)),
        gloss: say.gloss === null ? null : say.gloss(glosses),
        source: sourceText(first, say),
        passages: [...new Set(together.map((citation) => citation.passage))],
      },
    ]
  })
}

/** Where a citation is found, as people look for it: meeting, document, page, row and column. */
export function sourceText(citation: Citation, say: Messages): string {
  return say.source(citation, findColumn(citation))
}

/** Members' opinions stand in the left column, the secretariat's in the right. */
export function findColumn({ position, speaker }: Citation): 'left' | 'right' | null {
  if (position === null) return null
  return speaker === 'secretariat' ? 'right' : 'left'
}

function documentNames(record: PublicRecord, say: Messages): readonly string[] {
  return record.documents.map(({ meeting, title, en, pages }) =>
    say === ja
      ? say.document(meeting.name, title, pages)
      : say.document(`FY${meeting.fiscalYear} No.${meeting.number}`, en, pages),
  )
}

function wayToSecretariat(
  { committee: { phone } }: PublicRecord,
  say: Messages,
  language: 'ja' | 'en',
): readonly Block[] {
  const ask: Block = { kind: 'note', text: say.secretariatCanBeAsked }
  return phone === undefined
    ? [ask]
    : [ask, { kind: 'note', text: say.secretariatPhone(phone.number, phone.hours[language]) }]
}

type Naming = ReturnType<typeof naming>

function naming(say: Messages, language: 'ja' | 'en') {
  const title = (entry: { readonly title: string | null; readonly en: string | null }) =>
    language === 'ja' ? entry.title : entry.en
  const signName = (sign: string) => signNames[sign]?.[language]
  return {
    project: (project: Project) => say.project(project.number, title(project)),
    area: (area: PolicyArea) => say.area(area.number, title(area) ?? ''),
    rating: ({ sign, legend }: Rating) => say.rating(sign, legend?.meaning ?? null, signName(sign)),
    sign: (sign: string) => say.rating(sign, null, signName(sign)),
  }
}

function leadTexts(answer: Answer, record: PublicRecord, say: Messages, names: Naming): readonly string[] {
  const { finding } = answer
  const inLanguage = (entry: { readonly en: string }, text: string) => (answer.language === 'ja' ? text : entry.en)
  switch (finding.kind) {
    case 'rating-reason': {
      const lead = answer.citations[0]?.speaker === 'secretariat' ? say.reason : say.reasonByMember
      return [lead(names.project(finding.project), names.rating(finding.rating))]
    }
    case 'ratings':
      return ratingTexts(finding, record, say, names, answer.language)
    case 'rating-differs': {
      const asked = say.and(finding.asked.map((sign) => sign))
      const text = say.ratingDiffers(names.project(finding.project), asked, names.rating(finding.rating))
      return finding.rating.legend === null ? [text, say.signUnexplained(names.rating(finding.rating))] : [text]
    }
    case 'sign-meaning':
      return finding.legend.map(({ sign, meaning }) =>
        finding.asked === null ? say.signMeans(sign, meaning) : say.signMeansNot(sign, meaning, finding.asked),
      )
    case 'indicator':
      return finding.indicators.map((indicator) => {
        const project = finding.projects.find(
          (one) => one.number === indicator.project && one.document === indicator.document,
        )
        return say.indicator(
          project === undefined ? say.project(indicator.project, null) : names.project(project),
          inLanguage(indicator, indicator.text),
        )
      })
    case 'projects': {
      const [only] = finding.projects
      return finding.projects.length === 1 && only !== undefined
        ? [say.projectIs(names.project(only))]
        : [say.projectsAre]
    }
    case 'title-differs':
      return [say.titleDiffers(names.project(finding.project), names.project(finding.asked))]
    case 'set':
      return [
        (finding.rest ? say.setRest : say.set)(inLanguage(finding.set, finding.set.name), finding.projects.length),
      ]
    case 'set-differs':
      return [say.setDiffers(inLanguage(finding.set, finding.set.name), finding.projects.length)]
    case 'statuses':
      return finding.statuses.map((status) =>
        say.status(areaName(status.area, finding.areas, say, names), status.status),
      )
    case 'status-differs':
      return finding.statuses.map((status) =>
        say.statusDiffers(areaName(status.area, finding.areas, say, names), finding.asked, status.status),
      )
    case 'areas':
      return [say.areas]
    case 'agenda':
      return [
        say.agenda(record.documents.find((held) => held.id === answer.citations[0]?.document.id)?.meeting.name ?? ''),
      ]
    case 'meeting':
      return [
        say.meeting(
          answer.language === 'ja'
            ? (answer.citations[0]?.document.title ?? '')
            : (answer.citations[0]?.document.en ?? ''),
        ),
      ]
    case 'cited-documents':
      return finding.documents.map((cited) => say.citedDocument(cited.names[0] ?? '', inLanguage(cited, cited.title)))
    case 'passages':
      return [`${aboutText(finding.about, say, names)}${say.said[speakersOf(answer)]}`]
    case 'related':
      return [say.related]
    case 'response-unstated':
      return [say.responseUnstated]
    case 'amount-differs':
      return [say.amountDiffers]
    case 'speaker-differs':
      return [say.speakerDiffers]
    case 'not-decided':
      return [say.notDecided]
    case 'candidates':
      return [say.candidates(finding.aspect)]
    case 'number-unknown':
      return [say.numberUnknown(finding.numbers)]
    case 'project-lacks':
      return [say.lacks(say.and(finding.projects.map(names.project)), finding.aspect)]
    case 'area-unknown':
      return [say.areaUnknown(finding.numbers)]
    case 'sign-unexplained':
      return [say.signUnexplained(names.sign(finding.sign))]
    case 'count-unstated':
      return [say.countUnstated]
    case 'year-not-held':
      return [say.yearNotHeld(finding.year)]
    case 'not-found':
      return answer.outcome === 'out-of-scope'
        ? [say.outOfScope(committeeName(record, answer)), ...say.help.slice(0, 1)]
        : [say.notFound[finding.what]]
    case 'elsewhere':
      return [say.elsewhere(committeeName(record, answer))]
    case 'guide':
      return guideTexts(finding, record, say, answer)
  }
}

function ratingTexts(
  finding: Extract<Finding, { kind: 'ratings' }>,
  record: PublicRecord,
  say: Messages,
  names: Naming,
  language: 'ja' | 'en',
): readonly string[] {
  const of = (project: Project) =>
    finding.ratings.filter((rating) => rating.project === project.number && rating.document === project.document)
  return finding.projects.flatMap((project) => {
    const ratings = of(project)
    if (ratings.length === 0) return [say.ratingUnstated(names.project(project))]
    return ratings.map((rating) => {
      const indicator = record.indicators.find((one) => one.id === rating.indicator && one.document === rating.document)
      return say.ratingIs(
        names.project(project),
        names.rating(rating),
        indicator === undefined ? null : language === 'ja' ? indicator.text : indicator.en,
      )
    })
  })
}

function otherLists(others: readonly Project[], record: PublicRecord, say: Messages, names: Naming): readonly string[] {
  return others.flatMap((other) => {
    const document = record.documents.find((held) => held.id === other.document)
    return document === undefined
      ? []
      : [say.otherList(document.meeting.name, say === ja ? document.title : document.en, names.project(other))]
  })
}

function areaName(number: number, areas: readonly PolicyArea[], say: Messages, names: Naming): string {
  const area = areas.find((one) => one.number === number)
  return area === undefined ? say.area(number, '') : names.area(area)
}

function aboutText(projects: readonly Project[], say: Messages, names: Naming): string {
  const [only] = projects
  return projects.length === 1 && only !== undefined ? say.saidOf(names.project(only)) : ''
}

function speakersOf({ citations }: Answer): keyof Messages['said'] {
  const speakers = new Set(citations.map((citation) => citation.speaker))
  const [only] = speakers
  return speakers.size === 1 && only !== undefined ? only : 'both'
}

function committeeName(record: PublicRecord, { language }: Answer): string {
  return record.committee.name[language]
}

function guideTexts(
  finding: Extract<Finding, { kind: 'guide' }>,
  record: PublicRecord,
  say: Messages,
  answer: Answer,
): readonly string[] {
  switch (finding.topic) {
    case 'greeting': {
      const rating = record.ratings.find((one) => one.reason !== null)
      return say.greeting(
        committeeName(record, answer),
        rating === undefined ? null : say.example(rating.project, rating.sign),
      )
    }
    case 'thanks':
      return [say.thanks]
    case 'help':
      return say.help
    case 'give-opinion':
      return [say.giveOpinion]
    case 'empty':
      return [say.empty]
    case 'too-long':
      return [say.tooLong(longestQuestion)]
  }
}
