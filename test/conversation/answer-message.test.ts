import { describe, expect, it } from 'vitest'
import { answerMessage } from '../../src/conversation/answer-message.ts'
import type { Block } from '../../src/conversation/reply.ts'
import { messageText } from '../../src/platforms/terminal/message-lines.ts'
import type { Answer, Finding, Outcome } from '../../src/questions/answer.ts'
import { answerQuestion } from '../../src/questions/answer-question.ts'
import { cite, wholeOf } from '../../src/questions/citation.ts'
import type { Language } from '../../src/questions/normal-text.ts'
import { prepareRecord } from '../../src/questions/prepared-record.ts'
import { buildRecord } from '../../src/record/build-record.ts'
import type { CitablePassage } from '../../src/record/public-record.ts'
import { readReviewed } from '../../src/record/read-reviewed.ts'
import { readGolden } from '../support/golden.ts'
import { sapporo } from '../support/record-folder.ts'

const record = buildRecord(readReviewed(sapporo))
const prepared = prepareRecord(record)
const languages: readonly Language[] = ['ja', 'en']

const [childcare, respite, decarbonisation, , , untitled] = record.projects
const [explained, unexplained] = record.ratings
const [areaTwo] = record.policyAreas
const [indicator] = record.indicators
const [set] = record.sets
if (
  !childcare ||
  !respite ||
  !decarbonisation ||
  !untitled ||
  !explained ||
  !unexplained ||
  !areaTwo ||
  !indicator ||
  !set
)
  throw new Error('data/sapporo-vision lacks what the examples are made of')

/** Examples of every kind of finding; a kind without one does not compile. */
const findings: { readonly [K in Finding['kind']]: readonly Extract<Finding, { kind: K }>[] } = {
  'rating-reason': [{ kind: 'rating-reason', rating: explained, project: decarbonisation }],
  ratings: [
    { kind: 'ratings', ratings: record.ratings, projects: [childcare, decarbonisation, untitled] },
    { kind: 'ratings', ratings: [], projects: [respite] },
  ],
  'rating-differs': [
    { kind: 'rating-differs', rating: explained, project: decarbonisation, asked: ['◎'] },
    { kind: 'rating-differs', rating: unexplained, project: childcare, asked: ['×', '○', '△'] },
  ],
  'sign-meaning': [
    { kind: 'sign-meaning', legend: record.legend, asked: null, unexplained: [] },
    { kind: 'sign-meaning', legend: record.legend, asked: '達成不可', unexplained: ['◎', 'S'] },
  ],
  indicator: [
    { kind: 'indicator', indicators: [indicator], projects: [decarbonisation] },
    { kind: 'indicator', indicators: [indicator], projects: [childcare, decarbonisation] },
  ],
  projects: [
    { kind: 'projects', projects: [childcare] },
    { kind: 'projects', projects: [untitled] },
    { kind: 'projects', projects: record.projects },
  ],
  facts: [{ kind: 'facts', entries: [{ project: childcare, facts: [], lacking: ['target', 'remarks'] }] }],
  listed: [
    { kind: 'listed', document: childcare.document, by: { kind: 'all' }, projects: record.projects },
    { kind: 'listed', document: childcare.document, by: { kind: 'signs', signs: ['△'] }, projects: [] },
    { kind: 'listed', document: childcare.document, by: { kind: 'areas', areas: [areaTwo] }, projects: [respite] },
    { kind: 'listed', document: childcare.document, by: { kind: 'word', word: '保育' }, projects: [childcare] },
  ],
  'title-differs': [
    { kind: 'title-differs', project: childcare, asked: respite },
    { kind: 'title-differs', project: untitled, asked: respite },
  ],
  set: [
    { kind: 'set', set, projects: [respite], rest: true },
    { kind: 'set', set, projects: record.projects, rest: false },
  ],
  'set-differs': [{ kind: 'set-differs', set, projects: [respite] }],
  statuses: [{ kind: 'statuses', statuses: record.statuses, areas: record.policyAreas }],
  'status-differs': [{ kind: 'status-differs', statuses: record.statuses, areas: record.policyAreas, asked: '未実施' }],
  areas: [{ kind: 'areas', areas: record.policyAreas }],
  agenda: [{ kind: 'agenda' }],
  meeting: [{ kind: 'meeting' }],
  'cited-documents': [{ kind: 'cited-documents', documents: record.citedDocuments }],
  passages: [
    { kind: 'passages', about: [childcare] },
    { kind: 'passages', about: [untitled] },
    { kind: 'passages', about: record.projects },
    { kind: 'passages', about: [] },
  ],
  source: [{ kind: 'source' }],
  related: [{ kind: 'related' }],
  'response-unstated': [{ kind: 'response-unstated' }],
  pointed: [{ kind: 'pointed' }],
  'amount-differs': [
    {
      kind: 'amount-differs',
      asked: [
        { value: 12, units: ['人', '名'] },
        { value: 3, units: [] },
      ],
    },
  ],
  'speaker-differs': (['member', 'secretariat'] as const).map((speaker) => ({ kind: 'speaker-differs', speaker })),
  'reason-related': [{ kind: 'reason-related' }],
  'not-decided': [{ kind: 'not-decided' }],
  'number-unknown': [{ kind: 'number-unknown', numbers: [1, 99] }],
  candidates: [
    { kind: 'candidates', projects: record.projects, aspect: 'reason' },
    { kind: 'candidates', projects: record.projects, aspect: 'rating' },
  ],
  'project-lacks': (['rating', 'reason', 'indicator', 'title', 'area', 'other'] as const).map((aspect) => ({
    kind: 'project-lacks',
    projects: [untitled, respite],
    aspect,
  })),
  'area-unknown': [{ kind: 'area-unknown', numbers: [1, 4] }],
  'sign-unexplained': [
    { kind: 'sign-unexplained', sign: '◎' },
    { kind: 'sign-unexplained', sign: 'S' },
  ],
  'count-unstated': [{ kind: 'count-unstated' }],
  'year-not-held': [{ kind: 'year-not-held', year: 'fy2030' }],
  'not-found': (['matter', 'amount', 'time', 'name', 'money', 'contact', 'place'] as const).map((what) => ({
    kind: 'not-found',
    what,
  })),
  elsewhere: [{ kind: 'elsewhere' }],
  guide: (['greeting', 'thanks', 'help', 'give-opinion', 'empty', 'too-long', 'no-source'] as const).map((topic) => ({
    kind: 'guide',
    topic,
  })),
}

const passageOf = (speaker: string) => record.passages.find((one) => one.speaker === speaker) as CitablePassage
const citations = ['member', 'secretariat', 'document'].map((speaker) => cite(record, wholeOf(passageOf(speaker))))

/** These say what the cited document is: without a citation there is no such answer. */
const ofCited: readonly Finding['kind'][] = ['agenda', 'meeting']

/** The answer around a finding as each outcome would show it. */
function answerOf(finding: Finding, outcome: Outcome, language: Language): Answer {
  const silent = (outcome === 'not-in-record' || outcome === 'out-of-scope') && !ofCited.includes(finding.kind)
  return {
    outcome,
    language,
    finding,
    unknown: silent ? [] : [99],
    citations: silent ? [] : citations,
    others: silent ? [] : record.projects.filter(({ number }) => number === 21 || number === 53),
    also: [],
    projects: [],
    nearest: silent ? citations : [],
  }
}

const questions = [
  ...readGolden('blind'),
  ...[
    'こんにちは',
    'ありがとう',
    'ヘルプ',
    '意見を出したい',
    '',
    'なぜ'.repeat(1500),
    'No.34は◎ですか',
    '19番は×ですよね',
    '◎の意味は？',
    '×は達成不可という意味ですか',
    '評価の一覧を教えて',
    '99番の評価は？',
    '令和99年度の34番の評価は？',
    '政策分野1は何ですか',
    '3の分野は達成済みですか',
    '議題は何ですか',
    'この別紙はどの会議のものですか',
    '資料３とは何ですか',
    '53番の事業名は？',
    '52番は医療的ケア児レスパイト事業ですか',
    '新規事業は？',
    '求職者は100人来たのですか',
    '展示販売は決定したのですか',
    '500ヵ所以上と事務局が言ったのですか',
    'なぜ×なのですか',
    '東京都の保育園について教えて',
  ].map((question) => ({ question, kind: question.includes('一覧') ? 'list' : 'other' })),
]
const answers = questions.flatMap(({ question, kind }) =>
  languages.map((language) => ({
    question,
    kind,
    language,
    answer: answerQuestion(prepared, question, undefined, language).answer,
  })),
)

/** What the bot says itself: everything but the quotes. */
function ownTexts(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) => {
    switch (block.kind) {
      case 'quote':
        return [block.speaker, block.source]
      case 'choices':
        return block.choices.map(({ label }) => label)
      default:
        return [block.text]
    }
  })
}

function expectWhole(text: string): void {
  expect(text).not.toMatch(/undefined|null|NaN|\[object/u)
  expect(text).not.toMatch(/（\s*）|\(\s*\)|「\s*」|『\s*』|【\s*】|""/u)
  expect(text).not.toMatch(/！|!/u)
  expect(text.trim()).toBe(text)
  expect(text).not.toBe('')
}

/** Signs that stand alone; an explained one that was asked with (「×ではなく」), the greeting's example question, and the sentence that explains a sign may. */
function bareSigns(text: string): readonly string[] {
  const spoken = text
    .replaceAll(/×(?=[^。]*ではなく)|(?<=not )×/gu, '')
    .replaceAll(/(?<=なぜ)[×◎○△](?=ですか)|(?<=rated )[×◎○△](?=\?)/gu, '')
    .replaceAll(/^[×◎○△](?=は、資料では「)|(?<=^In the record )[×◎○△](?= means)/gmu, '')
  return spoken.match(/[×◎○△](?!（[^）]+）| \([^)]+\))/gu) ?? []
}

describe.each(languages)('every kind of finding in %s', (language) => {
  it.each(Object.entries(findings))('%s is said in whole sentences, whatever the outcome', (_, examples) => {
    for (const finding of examples) {
      for (const outcome of [
        'answered',
        'partial',
        'corrected',
        'ambiguous',
        'not-in-record',
        'out-of-scope',
      ] as const) {
        const { blocks } = answerMessage(answerOf(finding, outcome, language), record)

        expect(blocks[0]?.kind).toBe('text')
        for (const text of ownTexts(blocks)) {
          expectWhole(text.replace(/: $/u, ':'))
          expect(bareSigns(text)).toEqual([])
        }
      }
    }
  })

  it('says the status of each area, the indicator of each project, and no other', () => {
    const leads = (finding: Finding) =>
      answerMessage({ ...answerOf(finding, 'answered', language), others: [], unknown: [] }, record)
        .blocks.filter((block) => block.kind === 'text')
        .map(({ text }) => text)
    const title = (entry: { readonly title: string | null; readonly en: string | null }) =>
      String(language === 'ja' ? entry.title : entry.en)

    const statuses = leads({ kind: 'statuses', statuses: record.statuses, areas: [areaTwo] })
    const indicators = leads({ kind: 'indicator', indicators: [indicator], projects: [childcare, decarbonisation] })

    expect(statuses).toEqual([expect.stringContaining(title(areaTwo))])
    expect(indicators).toEqual([expect.stringContaining(title(decarbonisation))])
  })
})

describe('a message in English', () => {
  it('has Japanese only in its quotes', () => {
    for (const finding of Object.values(findings).flat()) {
      const { blocks } = answerMessage(answerOf(finding, 'answered', 'en'), record)
      const own = ownTexts(blocks).map((text) => text.replaceAll(/「[^」]*」|"[^"]*"|[×◎○△] \([^)]*\)/gu, ''))

      expect(own.filter((text) => /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text))).toEqual([])
    }
  })
})

describe('every answer', () => {
  it.each(answers)('to $question in $language has its quotes in whole sentences', ({ answer, kind, language }) => {
    const message = answerMessage(answer, record)
    const text = messageText(message)

    expect(answer.language).toBe(language)
    for (const own of ownTexts(message.blocks)) {
      expectWhole(own.replace(/: $/u, ':'))
      expect(bareSigns(own)).toEqual([])
    }
    for (const { quote } of [...answer.citations, ...answer.nearest]) expect(text).toContain(quote)
    expect(answer.citations.length).toBeLessThanOrEqual(kind === 'list' ? 12 : 4)
    if (['answered', 'partial', 'corrected'].includes(answer.outcome))
      expect(answer.citations.length).toBeGreaterThan(0)
  })

  it.each(answers.filter(({ answer }) => answer.outcome === 'not-in-record'))(
    'that is not in the record ($question, $language) tells where was looked and whom to ask',
    ({ answer, language }) => {
      const text = messageText(answerMessage(answer, record))

      expect(text).toContain(
        language === 'ja'
          ? '確認した資料：令和６年度第２回 別紙（全3ページ）'
          : 'Looked in: FY2024 2nd meeting, Annex (3 pages)',
      )
      expect(text).toContain(
        language === 'ja' ? '資料にない点は、事務局へ直接お尋ねください。' : 'please ask the secretariat directly',
      )
      expect(answer.citations).toEqual([])
    },
  )

  it('says of nobody that they said what others said', () => {
    const both = answers.filter(({ answer, language }) =>
      messageText(answerMessage(answer, record)).includes(
        language === 'ja'
          ? '次の御意見と、事務局の考え方が記載されています。'
          : 'A member wrote, and the secretariat answered:',
      ),
    )

    for (const { answer } of both)
      expect(new Set(answer.citations.map(({ speaker }) => speaker))).toEqual(new Set(['member', 'secretariat']))
  })
})

describe('quotes', () => {
  it('of one speaker at one place stand under one source', () => {
    const own = record.groups.at(-1)?.responses ?? []
    const answer: Answer = {
      ...answerOf({ kind: 'related' }, 'answered', 'ja'),
      citations: own.map((passage) => cite(record, wholeOf(passage))),
    }

    const quotes = answerMessage(answer, record).blocks.filter((block) => block.kind === 'quote')

    expect(quotes).toHaveLength(1)
    expect(quotes[0]?.quotes).toHaveLength(2)
    expect(quotes[0]?.passages).toEqual(['2024-2-annex/r5-a1', '2024-2-annex/r5-a2'])
  })

  it('stand with their translations parted from one another in English', () => {
    const [agenda = []] = record.documents.map(({ meeting }) => meeting.agenda)
    const answer: Answer = {
      ...answerOf({ kind: 'agenda' }, 'answered', 'en'),
      citations: agenda.map((passage) => cite(record, wholeOf(passage))),
    }

    expect(messageText(answerMessage(answer, record))).toContain(
      'Unofficial translation: Implementation status of the FY2024 joint projects / Draft annual revision of',
    )
  })

  it('show their lines with the whole passage only', () => {
    const shown = (finding: Finding, language: Language) =>
      messageText(answerMessage(answerOf(finding, 'answered', language), record))

    expect(shown({ kind: 'source' }, 'ja')).toMatch(/（原文\d+(?:〜\d+)?行目）/u)
    expect(shown({ kind: 'source' }, 'en')).toMatch(/ \(lines? \d+(?:–\d+)? of the source\)/u)
    expect(shown({ kind: 'related' }, 'ja')).not.toContain('行目')
    expect(shown({ kind: 'related' }, 'en')).not.toContain('of the source')
  })

  it('end in （以下略） where they do not go to the end of the sentence, and stand with an unofficial translation in English', () => {
    const passage = passageOf('secretariat')
    const part = cite(record, { passage, quote: passage.text.slice(0, 10) })
    const shown = (language: Language) =>
      messageText(answerMessage({ ...answerOf({ kind: 'related' }, 'answered', language), citations: [part] }, record))

    expect(shown('ja')).toContain(`「${part.quote}」（以下略）`)
    expect(shown('en')).toMatch(/」 \(extract\)\nUnofficial translation: [A-Z]/u)
    expect(shown('ja')).not.toContain('Unofficial')
  })
})
