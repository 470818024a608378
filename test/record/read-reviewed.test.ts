import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { Fault } from '../../src/fault.ts'
import { buildRecord } from '../../src/record/build-record.ts'
import { readReviewed } from '../../src/record/read-reviewed.ts'
import type { ReviewedDocument } from '../../src/record/schema.ts'
import { annexFile, RecordFolder } from '../support/record-folder.ts'

function faultOf(folder: RecordFolder): Fault {
  try {
    buildRecord(readReviewed(folder.directory))
  } catch (fault) {
    if (fault instanceof Fault) return fault
    throw fault
  }
  throw new Error('the damaged record was taken as sound')
}

function first<T>(list: readonly T[]): T {
  const [one] = list
  if (one === undefined) throw new Error('the list is empty')
  return one
}

describe('a file that is damaged', () => {
  it.each(['committee.json', 'record/words.json', annexFile, 'source/2024-2-annex.txt'])(
    'names %s where it is missing',
    (file) => {
      using folder = new RecordFolder()
      folder.remove(file)

      const fault = faultOf(folder)

      expect(fault.code).toBe('record-unreadable')
      expect(fault.message).toContain(folder.path(file))
      expect(fault.message).toMatch(/put the file there, or name another folder/u)
    },
  )

  it.each(['committee.json', 'record/words.json', annexFile])('names %s where it is not JSON', (file) => {
    using folder = new RecordFolder()
    folder.write(file, '{"id": ')

    const fault = faultOf(folder)

    expect(fault.code).toBe('record-invalid')
    expect(fault.message).toContain(folder.path(file))
    expect(fault.message).toMatch(/not JSON .*mend the file/su)
    expect(fault.cause).toBeInstanceOf(SyntaxError)
  })

  it.each([
    ['committee.json', 'documents'],
    ['record/words.json', 'words'],
    [annexFile, 'rows'],
  ])('names %s and the place where the shape is wrong', (file, key) => {
    using folder = new RecordFolder()
    folder.write(file, { ...(folder.read(file) as object), [key]: 'none' })

    const fault = faultOf(folder)

    expect(fault.code).toBe('record-invalid')
    expect(fault.message).toContain(folder.path(file))
    expect(fault.message).toMatch(RegExp(`mend these places:[^→]*→ at ${key}`, 'u'))
  })

  it.each(['committee.json', 'record/words.json', annexFile])('names %s and the key that nobody knows', (file) => {
    using folder = new RecordFolder()
    folder.write(file, { ...(folder.read(file) as object), budget: '100円' })

    const fault = faultOf(folder)

    expect(fault.code).toBe('record-invalid')
    expect(fault.message).toContain(folder.path(file))
    expect(fault.message).toMatch(/mend.*"budget"/su)
  })

  it.each(['committee.json', 'record/words.json', annexFile])(
    'is none for a byte order mark at the beginning of %s',
    (file) => {
      using folder = new RecordFolder()
      const before = buildRecord(readReviewed(folder.directory))
      folder.write(file, `\ufeff${JSON.stringify(folder.read(file))}`)

      expect(buildRecord(readReviewed(folder.directory)).version).toBe(before.version)
    },
  )

  it('names the place of a wrong shape deep in a file', () => {
    using folder = new RecordFolder()
    folder.edit(annexFile, (annex) => {
      first(annex.ratings).sign = ''
    })

    expect(faultOf(folder).message).toContain('→ at ratings[0].sign')
  })

  it('names the source where one byte of it has changed, and the file that tells its SHA-256', () => {
    using folder = new RecordFolder()
    const source = readFileSync(folder.path('source/2024-2-annex.txt'))
    source.writeUInt8(0x20, source.length - 1)
    writeFileSync(folder.path('source/2024-2-annex.txt'), source)

    const fault = faultOf(folder)

    expect(fault.code).toBe('record-invalid')
    expect(fault.message).toContain(folder.path('source/2024-2-annex.txt'))
    expect(fault.message).toContain(folder.path(annexFile))
    expect(fault.message).toMatch(/put the published file back, or review the record anew/u)
  })

  it('names the file whose document is not the one that committee.json lists', () => {
    using folder = new RecordFolder()
    folder.edit(annexFile, (annex) => {
      annex.document.id = '2023-1-annex'
    })

    const { message } = faultOf(folder)

    expect(message).toContain(folder.path(annexFile))
    expect(message).toMatch(/"2023-1-annex"; it must be "2024-2-annex"/u)
  })

  it('says that no document may be listed twice', () => {
    using folder = new RecordFolder()
    folder.edit('committee.json', (committee) => {
      committee.documents.push('2024-2-annex')
    })

    expect(faultOf(folder).message).toMatch(/2024-2-annex: two documents have this id; give one of them another/u)
  })
})

type Damage = readonly [what: string, change: (annex: ReviewedDocument) => void, place: string, toDo: RegExp]

const untrue: readonly Damage[] = [
  [
    'a quote that is not in its passage',
    (annex) => {
      first(annex.statuses).quote = 'すべて達成済み'
    },
    's2',
    /not in passage "r4-o2"; copy it from there/u,
  ],
  [
    'a reason that is not in its passage',
    (annex) => {
      first(annex.ratings).reason = { passage: 'r3-a1', quote: '予算がなかったため' }
    },
    'v34',
    /not in passage "r3-a1"; copy it from there/u,
  ],
  [
    'a quote of a legend that is not in its passage',
    (annex) => {
      first(annex.legend).quote = '評価×（未実施・達成不可）'
    },
    'legend ×',
    /copy it from there/u,
  ],
  [
    'a quote of a project that is not in its passage',
    (annex) => {
      first(annex.projects).quote = '19　保育サービスの向上に向けた取組の推進の中止'
    },
    'project 19',
    /copy it from there/u,
  ],
  [
    'a quote of a policy area that is not in its passage',
    (annex) => {
      first(annex.policyAreas).quote = '１　高次の都市機能の集積・強化'
    },
    'policy area 2',
    /copy it from there/u,
  ],
  [
    'a sentence that its lines do not have',
    (annex) => {
      first(first(first(first(annex.rows).groups).opinions).sentences).ja += 'ぜひ。'
    },
    'r1-o1',
    /not what lines 11 to 17 of the source say; copy them from there/u,
  ],
  [
    'a heading that its lines do not have',
    (annex) => {
      first(annex.meeting.heading.sentences).ja = '別の会議'
    },
    'h1',
    /lines 4 to 4/u,
  ],
  [
    'an agenda item that its lines do not have',
    (annex) => {
      first(annex.meeting.agenda).lines = [8, 8]
    },
    'g1',
    /lines 8 to 8/u,
  ],
  [
    'a line too many before a passage',
    (annex) => {
      first(annex.meeting.agenda).lines = [5, 6]
    },
    'g1',
    /lines 5 to 6/u,
  ],
  [
    'a line too many behind a passage',
    (annex) => {
      first(annex.meeting.agenda).lines = [6, 7]
    },
    'g1',
    /lines 6 to 7/u,
  ],
  [
    'lines in the wrong order',
    (annex) => {
      first(annex.meeting.agenda).lines = [7, 6]
    },
    'g1',
    /lines 7 to 6/u,
  ],
  [
    'lines beyond the end of the source',
    (annex) => {
      first(annex.meeting.agenda).lines = [900, 901]
    },
    'g1',
    /lines 900 to 901/u,
  ],
]

const unresolved: readonly Damage[] = [
  [
    'an unknown passage',
    (annex) => {
      first(annex.projects).passage = 'r9-o9'
    },
    'project 19',
    /"r9-o9" does not exist; name one that does/u,
  ],
  [
    'an unknown passage of a reason',
    (annex) => {
      first(annex.ratings).reason = { passage: 'r9-a9', quote: '未実施' }
    },
    'v34',
    /"r9-a9" does not exist/u,
  ],
  [
    'an unknown project of an indicator',
    (annex) => {
      first(annex.indicators).project = 99
    },
    'i34',
    /there is no project 99; add it or name another/u,
  ],
  [
    'an unknown project of a rating',
    (annex) => {
      first(annex.ratings).project = 99
    },
    'v34',
    /there is no project 99/u,
  ],
  [
    'an unknown project of a set',
    (annex) => {
      first(annex.sets).projects = [21, 99]
    },
    'new',
    /there is no project 99/u,
  ],
  [
    'an unknown policy area',
    (annex) => {
      first(annex.statuses).area = 1
    },
    's2',
    /there is no policy area 1; add it or name another/u,
  ],
  [
    'an unknown indicator',
    (annex) => {
      first(annex.ratings).indicator = 'i99'
    },
    'v34',
    /there is no indicator i99 of project 34; add it or name another/u,
  ],
  [
    'an unknown meaning',
    (annex) => {
      first(annex.legend).meaning = '達成'
    },
    'legend ×',
    /there is no state 達成/u,
  ],
  [
    'an unknown status',
    (annex) => {
      first(annex.statuses).status = '達成'
    },
    's2',
    /there is no state 達成/u,
  ],
  [
    'a page that the document does not have',
    (annex) => {
      first(annex.rows).page = 4
    },
    'row 1 of page 4',
    /the document has 3 pages/u,
  ],
]

const twice = /stands twice; keep one entry or give one of them another id/u

const double: readonly Damage[] = [
  [
    'two passages of one id',
    (annex) => {
      first(annex.meeting.agenda).id = 'h1'
    },
    'h1',
    /two passages have this id; give one of them another/u,
  ],
  [
    'two projects of one number',
    (annex) => {
      annex.projects.push(first(annex.projects))
    },
    'project 19',
    twice,
  ],
  [
    'two policy areas of one number',
    (annex) => {
      annex.policyAreas.push(first(annex.policyAreas))
    },
    'policy area 2',
    twice,
  ],
  [
    'two indicators of one id',
    (annex) => {
      annex.indicators.push(first(annex.indicators))
    },
    'indicator i34',
    twice,
  ],
  [
    'two ratings of one id',
    (annex) => {
      annex.ratings.push(first(annex.ratings))
    },
    'rating v34',
    twice,
  ],
  [
    'two explanations of one sign',
    (annex) => {
      annex.legend.push(first(annex.legend))
    },
    'legend ×',
    twice,
  ],
  [
    'two statuses of one id',
    (annex) => {
      annex.statuses.push(first(annex.statuses))
    },
    'status s2',
    twice,
  ],
  [
    'two sets of one id',
    (annex) => {
      annex.sets.push(first(annex.sets))
    },
    'set new',
    twice,
  ],
  [
    'two cited documents of one id',
    (annex) => {
      annex.citedDocuments.push(first(annex.citedDocuments))
    },
    'cited document 2024-2-material-3',
    twice,
  ],
  [
    'two rows of one number on a page',
    (annex) => {
      annex.rows[1]!.row = 1
    },
    'row 1 of page 1',
    twice,
  ],
  [
    'two states of one word',
    (annex) => {
      annex.states.push(first(annex.states))
    },
    'state 未実施',
    twice,
  ],
  [
    'a project twice in a set',
    (annex) => {
      first(annex.sets).projects.push(21)
    },
    'set new: project 21',
    twice,
  ],
]

const contradictory: readonly Damage[] = [
  [
    'a number of a project that its quote does not say',
    (annex) => {
      first(annex.projects).number = 20
      for (const rating of annex.ratings) if (rating.project === 19) rating.project = 20
    },
    'project 20',
    /"20" is not in its quote; correct the entry or the quote/u,
  ],
  [
    'a number of a project that is but a part of that in its quote',
    (annex) => {
      first(annex.projects).number = 9
      for (const rating of annex.ratings) if (rating.project === 19) rating.project = 9
    },
    'project 9',
    /"9" is not in its quote/u,
  ],
  [
    'a title of a project that its quote does not say',
    (annex) => {
      first(annex.projects).title = '保育サービスの低下'
    },
    'project 19',
    /"保育サービスの低下" is not in its quote/u,
  ],
  [
    'a title of a policy area that its quote does not say',
    (annex) => {
      first(annex.policyAreas).title = '高次の都市機能の分散'
    },
    'policy area 2',
    /"高次の都市機能の分散" is not in its quote/u,
  ],
  [
    'an indicator that its quote does not say',
    (annex) => {
      first(annex.indicators).text = '勉強会の回数'
    },
    'i34',
    /"勉強会の回数" is not in its quote/u,
  ],
  [
    'a rating that its quote does not say',
    (annex) => {
      first(annex.ratings).sign = '◎'
    },
    'v34',
    /"◎" is not in its quote/u,
  ],
  [
    'an indicator of another project in a rating',
    (annex) => {
      first(annex.ratings).project = 19
    },
    'v34',
    /there is no indicator i34 of project 19; add it or name another/u,
  ],
  [
    'a sign that the quote of the legend does not say',
    (annex) => {
      first(annex.legend).sign = '○'
    },
    'legend ○',
    /"○" is not in its quote/u,
  ],
  [
    'a meaning that the quote of the legend does not say',
    (annex) => {
      first(annex.legend).meaning = '達成不可'
    },
    'legend ×',
    /"達成不可" is not in its quote/u,
  ],
  [
    'a status that its quote does not say',
    (annex) => {
      first(annex.statuses).status = '達成不可'
    },
    's2',
    /"達成不可" is not in its quote/u,
  ],
  [
    'a count of a set that its quote does not say',
    (annex) => {
      first(annex.sets).count = 4
    },
    'new',
    /"4" is not in its quote/u,
  ],
  [
    'a name of a set that its quote does not say',
    (annex) => {
      first(annex.sets).name = '継続事業'
    },
    'new',
    /"継続事業" is not in its quote/u,
  ],
  [
    'a title of a cited document that its quote does not say',
    (annex) => {
      first(annex.citedDocuments).title = '別の資料'
    },
    '2024-2-material-3',
    /"別の資料" is not in its quote/u,
  ],
  [
    'an id of the meeting that is not that of its year and number',
    (annex) => {
      annex.meeting.number = 3
    },
    'meeting 2024-2',
    /its id must be 2024-3, from fiscalYear and number/u,
  ],
]

describe.each([
  ['says what the source does not say', untrue],
  ['points at nothing', unresolved],
  ['has something twice', double],
  ['contradicts itself', contradictory],
])('a record that %s', (_, damages) => {
  it.each(damages)('is refused for %s, naming file and place', (_, change, place, toDo) => {
    using folder = new RecordFolder()
    folder.edit(annexFile, change)

    const fault = faultOf(folder)

    expect(fault.code).toBe('record-invalid')
    expect(fault.message).toContain(`${folder.path(annexFile)}: ${place}`)
    expect(fault.message).toMatch(toDo)
  })
})
