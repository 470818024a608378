import type { Answer, Finding } from '../questions/answer.ts'
import { longestQuestion } from '../questions/answer-question.ts'
import { type Citation, projectsBehind } from '../questions/citation.ts'
import type { PolicyArea, Project, PublicRecord, Rating, Status } from '../record/public-record.ts'
import { sameSign } from '../record/same-sign.ts'
import { ja, type Messages } from './messages/ja.ts'
import { naming } from './naming.ts'
import { factTexts, listedTexts, otherRatingTexts } from './sheet-lead-texts.ts'

/** The sentences that lead an answer: what was found, and who says it. */
export function leadTexts(answer: Answer, record: PublicRecord, say: Messages): readonly string[] {
  const { finding } = answer
  const name = naming(say, record)
  switch (finding.kind) {
    case 'rating-reason': {
      const lead = answer.citations[0]?.speaker === 'secretariat' ? say.reason : say.reasonByMember
      return [lead(name.project(finding.project), name.rating(finding.rating))]
    }
    case 'ratings':
      return finding.projects.flatMap((project) => ratingTexts(project, finding.ratings, record, say))
    case 'rating-differs': {
      const { project, rating, asked } = finding
      const text = say.ratingDiffers(
        name.project(project),
        say.and(asked.map((sign) => (isExplained(sign, record) ? sign : name.sign(sign)))),
        name.rating(rating),
      )
      return rating.legend === null ? [text, say.signUnexplained(name.rating(rating))] : [text]
    }
    case 'sign-meaning':
      return [
        ...finding.legend.map(({ sign, meaning }) =>
          finding.asked === null ? say.signMeans(sign, meaning) : say.signMeansNot(sign, meaning, finding.asked),
        ),
        ...finding.unexplained.map((sign) => say.signUnexplained(name.sign(sign))),
      ]
    case 'indicator':
      return finding.projects.flatMap((project) =>
        finding.indicators
          .filter((indicator) => isOf(indicator, project))
          .map((indicator) => say.indicator(name.project(project), name.text(indicator))),
      )
    case 'projects': {
      const [only] = finding.projects
      return [finding.projects.length === 1 && only !== undefined ? say.projectIs(name.project(only)) : say.projectsAre]
    }
    case 'facts':
      return factTexts(finding, record, say)
    case 'listed':
      return listedTexts(finding, record, say)
    case 'title-differs':
      return [say.titleDiffers(name.project(finding.project), name.project(finding.asked))]
    case 'set':
      return [
        (finding.rest ? say.setRest : say.set)(say === ja ? finding.set.name : finding.set.en, finding.projects.length),
      ]
    case 'set-differs':
      return [say.setDiffers(say === ja ? finding.set.name : finding.set.en, finding.projects.length)]
    case 'statuses':
      return statedAreas(finding).map((area) => say.status(name.area(area)))
    case 'status-differs':
      return statedAreas(finding).map((area) => say.statusDiffers(name.area(area), finding.asked))
    case 'areas':
      return [say.areas]
    case 'agenda':
      return answer.citations.slice(0, 1).map(({ document }) => say.agenda(say.meeting(document.meeting)))
    case 'meeting':
      return answer.citations.slice(0, 1).map(({ document }) => say.ofMeeting(name.title(document)))
    case 'cited-documents':
      return finding.documents.map((cited) => say.citedDocument(cited.names[0] ?? cited.title, name.title(cited)))
    case 'passages': {
      const [only] = finding.about.filter((project) =>
        answer.citations.some((citation) => isAbout(citation, project, record)),
      )
      const about = finding.about.length === 1 && only !== undefined ? say.saidOf(name.project(only)) : ''
      return [`${about}${say.said[speakersOf(answer)]}`]
    }
    case 'source':
      return [say.fullPassage]
    case 'pointed':
      return [say.explain.pointedLead]
    case 'related':
      return [say.related]
    case 'reason-related':
      return [say.reasonRelated]
    case 'response-unstated':
      return [say.responseUnstated]
    case 'amount-differs':
      return [say.amountDiffers]
    case 'speaker-differs':
      return [say.speakerDiffers[finding.speaker]]
    case 'not-decided':
      return [say.notDecided]
    case 'candidates':
      return [say.candidates(finding.aspect)]
    case 'number-unknown':
      return [say.numberUnknown(finding.numbers)]
    case 'project-lacks':
      return [say.lacks(say.and(finding.projects.map(name.project)), finding.aspect)]
    case 'area-unknown':
      return [say.areaUnknown(finding.numbers)]
    case 'sign-unexplained':
      return [say.signUnexplained(name.sign(finding.sign))]
    case 'count-unstated':
      return [say.countUnstated]
    case 'year-not-held':
      return [say.yearNotHeld(finding.year)]
    case 'not-found':
      if (answer.outcome === 'not-in-record') return [say.notFound[finding.what]]
      return [say.outOfScope(committeeName(record, say)), ...say.help.slice(0, 1)]
    case 'elsewhere':
      return [say.elsewhere(committeeName(record, say))]
    case 'guide':
      return guideTexts(finding.topic, record, say)
  }
}

/** What a number asked for stands for in an older list, and what other documents rate otherwise. */
export function otherLists(
  { others, otherRatings = [], citations }: Answer,
  record: PublicRecord,
  say: Messages,
): readonly string[] {
  const name = naming(say, record)
  const lists = others.flatMap((other) => {
    const document = record.documents.find((held) => held.id === other.document)
    if (document === undefined || !citations.some((citation) => citation.document.id === other.document)) return []
    return [say.otherList(say.meeting(document.meeting), name.title(document), name.project(other))]
  })
  return [...lists, ...otherRatingTexts(otherRatings, record, say)]
}

function ratingTexts(
  project: Project,
  ratings: readonly Rating[],
  record: PublicRecord,
  say: Messages,
): readonly string[] {
  const name = naming(say, record)
  const own = ratings.filter((rating) => isOf(rating, project))
  if (own.length === 0) return [say.ratingUnstated(name.project(project))]
  return own.map((rating) => {
    const indicator = record.indicators.find((one) => one.id === rating.indicator && one.document === rating.document)
    return say.ratingIs(
      name.project(project),
      name.rating(rating),
      indicator === undefined ? null : name.text(indicator),
    )
  })
}

/** The areas that a status is stated of. */
function statedAreas({
  areas,
  statuses,
}: {
  readonly areas: readonly PolicyArea[]
  readonly statuses: readonly Status[]
}): readonly PolicyArea[] {
  return areas.filter((area) =>
    statuses.some((status) => status.area === area.number && status.document === area.document),
  )
}

/** A sign that some document explains is said as it is printed; any other is read out. */
function isExplained(sign: string, { legend }: PublicRecord): boolean {
  return legend.some((entry) => sameSign(entry.sign, sign))
}

/** Whether a quote is of a passage that names the project, or of its group. */
function isAbout({ passage }: Citation, project: Project, record: PublicRecord): boolean {
  return projectsBehind(record, passage).some(
    ({ document, number }) => document === project.document && number === project.number,
  )
}

function isOf(entry: { readonly project: number; readonly document: string }, project: Project): boolean {
  return entry.project === project.number && entry.document === project.document
}

function speakersOf({ citations }: Answer): keyof Messages['said'] {
  const [speaker, ...more] = new Set(citations.map((citation) => citation.speaker))
  return speaker === undefined || more.length > 0 ? 'both' : speaker
}

function committeeName({ committee: { name } }: PublicRecord, say: Messages): string {
  return say === ja ? name.ja : name.en
}

/** A question that the record answers. */
function exampleIn(record: PublicRecord, say: Messages): string | null {
  const example = record.ratings.find((rating) => rating.reason !== null)
  return example === undefined ? null : say.example(example.project, example.sign)
}

/** What the bot says of itself where it comes to a place in which others read along. */
export function introductionTexts(record: PublicRecord, say: Messages): readonly string[] {
  return say.introduction(committeeName(record, say), exampleIn(record, say))
}

function guideTexts(
  topic: Extract<Finding, { kind: 'guide' }>['topic'],
  record: PublicRecord,
  say: Messages,
): readonly string[] {
  switch (topic) {
    case 'greeting': {
      const { phone } = record.committee
      return [
        ...say.greeting(committeeName(record, say), exampleIn(record, say)),
        ...(phone === undefined
          ? []
          : [say.secretariatPhone(phone.number, say === ja ? phone.hours.ja : phone.hours.en)]),
      ]
    }
    case 'thanks':
      return [say.thanks]
    case 'help':
      return say.help
    case 'give-opinion':
      return [say.giveOpinion]
    case 'empty':
      return [say.empty]
    case 'no-source':
      return [say.noSource]
    case 'too-long':
      return [say.tooLong(longestQuestion)]
  }
}
