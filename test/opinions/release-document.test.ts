import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Annex, readAnnex } from '../../src/opinions/annex.ts'
import { buildReleaseDocument } from '../../src/opinions/release-document.ts'
import { buildRecord } from '../../src/record/build-record.ts'
import type { PublicRecord } from '../../src/record/public-record.ts'
import { readReviewed } from '../../src/record/read-reviewed.ts'
import { ReviewedDocument } from '../../src/record/schema.ts'
import { openFrontOffice } from '../support/front-office.ts'
import { sapporo } from '../support/record-folder.ts'
import { enterSeed } from '../support/seed-round.ts'
import { published, releaseOf } from '../support/shared-round.ts'

const files = readReviewed(sapporo)
const { projects: lists, committee } = buildRecord(files)
const call = { id: '2026-1', name: '令和８年度第１回', agenda: ['評価について', '年次変更案について'] }

type Written = {
  readonly parts: readonly (readonly ['heading' | 'item', string])[]
  readonly heard?: boolean
  readonly project?: number
}

/** An annex of one block; responses are [text, the items that it answers as `opinion-item`]. */
function blockOf(opinions: readonly Written[], responses: readonly (readonly [string, readonly string[]])[] = []) {
  return {
    opinions: opinions.map(({ parts, heard = false, project }, at) => ({
      ...{ receipt: `R8-00${at + 1}`, speaker: null, heard },
      subject:
        project === undefined
          ? ({ kind: 'whole' } as const)
          : ({ kind: 'project', document: '2024-2-annex', number: project } as const),
      parts: parts.map(([kind, text], part) =>
        kind === 'heading' ? { kind, text } : { kind, item: `R8-00${at + 1}-${part + 1}`, text },
      ),
    })),
    responses: responses.map(([text, answers]) => ({ item: answers[0] ?? '', answers, text })),
  }
}

function build(blocks: Annex['blocks'], change: { readonly version?: number; readonly published?: boolean } = {}) {
  const value = releaseOf(['R8-001'], change.published ? { published } : {})
  const release = { key: { committee: '', collection: '', id: '' }, version: change.version ?? 7, value }
  const annex = { call: '2026-1', names: 'none', blocks } as const
  return buildReleaseDocument({ release, annex, call, committee: committee.name.ja, lists })
}

function recordOf(blocks: Annex['blocks'], change?: Parameters<typeof build>[1]) {
  const document = build(blocks, change)
  if (document === null) throw new Error('there is no document')
  const record = buildRecord(files, [document.source])
  const own = record.groups.filter((group) => group.document === '2026-1-annex')
  return { record, document, groups: own, said: (at: number) => own.map((group) => group.opinions[at]?.text) }
}

describe('an annex as a document', () => {
  it('holds the head, the words and where they stand', () => {
    const { record, document } = recordOf([
      blockOf(
        [
          {
            parts: [
              ['heading', '【（１）評価について】'],
              ['item', '・販売の場が\n少ない。増やして\nほしい。'],
            ],
          },
        ],
        [['実施に向けて検討してまいりたい。', ['R8-001-2']]],
      ),
    ])

    expect(document.source.source.split('\n')).toEqual([
      '別紙',
      '令和８年度第１回　さっぽろ連携中枢都市圏ビジョン懇談会の御意見等について',
      '議題　・評価について',
      '　　　・年次変更案について'.trim(),
      '御意見　御意見に対する考え方等について',
      '【（１）評価について】',
      '・販売の場が',
      '少ない。増やして',
      'ほしい。',
      '・実施に向けて検討してまいりたい。',
      '',
    ])
    const held = record.documents.find(({ id }) => id === '2026-1-annex')
    expect(held?.meeting).toMatchObject({ id: '2026-1', name: '令和８年度第１回', fiscalYear: 2026, number: 1 })
    expect(held?.meeting.agenda.map(({ text }) => text)).toEqual(['評価について', '年次変更案について'])
    const [group] = record.groups
    expect(group?.heading?.text).toBe('【（１）評価について】')
    expect(group?.opinions.map(({ text, sentences }) => [text, sentences.length])).toEqual([
      ['販売の場が少ない。増やしてほしい。', 2],
    ])
    expect(group?.opinions[0]?.lineAt(0)).toBe(7)
    expect(group?.opinions[0]?.lineAt(16)).toBe(9)
  })

  it('pairs what a response answers, and lets a remark stand alone', () => {
    const { groups } = recordOf([
      blockOf(
        [
          {
            parts: [
              ['item', '一つ目の御意見。'],
              ['item', '感想です。'],
            ],
          },
          { parts: [['item', '二つ目の御意見。']] },
        ],
        [['二つへの考え方。', ['R8-001-1', 'R8-002-1']]],
      ),
    ])

    expect(
      groups.map(({ opinions, responses }) => [opinions.map(({ text }) => text), responses.map(({ text }) => text)]),
    ).toEqual([
      [['一つ目の御意見。', '二つ目の御意見。'], ['二つへの考え方。']],
      [['感想です。'], []],
    ])
  })

  it('counts the cells of each column from the top of the page', () => {
    const { groups } = recordOf([
      blockOf(
        [{ parts: [['item', '甲。']] }, { parts: [['item', '乙。']] }],
        [['甲と乙へ。', ['R8-001-1', 'R8-002-1']]],
      ),
      blockOf([{ parts: [['item', '丙。']] }], [['丙へ。', ['R8-001-1']]]),
    ])

    const places = groups.flatMap(({ opinions, responses }) =>
      [...opinions, ...responses].map(({ text, position }) => ({ text, position })),
    )
    const at = (text: string, row: number, rowsOnPage: number) => ({ text, position: { page: 1, row, rowsOnPage } })
    expect(places).toEqual([
      at('甲。', 1, 3),
      at('乙。', 2, 3),
      at('甲と乙へ。', 1, 2),
      at('丙。', 3, 3),
      at('丙へ。', 2, 2),
    ])
  })

  it.each([
    ['No.40の販売について', [40]],
    ['№40「圏域内農産物の消費促進」の取組', [40]],
    ['Ｎｏ．５３ の研修', [53]],
    ['「34　脱炭素に向けた取組の推進」の評価', [34]],
    ['保育サービスの向上に向けた取組の推進について', [19]],
    ['「３　圏域全体の生活関連機能サービスの向上」の状況', []],
    ['No.40「別の名前の事業」について', []],
    ['「No.19」の回答のとおりです', []],
    ['資料No.19を見た', []],
    ['40人が参加した', []],
  ])('finds the projects of lists that 「%s」 names', (text, numbers) => {
    const { groups } = recordOf([blockOf([{ parts: [['item', text]] }])])

    expect(groups[0]?.projects).toEqual(numbers.map((number) => ({ document: '2024-2-annex', number })))
  })

  it('ties an opinion to the project that its member chose', () => {
    const { groups } = recordOf([blockOf([{ parts: [['item', '増やしてほしい。']], project: 40 }])])

    expect(groups[0]?.projects).toEqual([{ document: '2024-2-annex', number: 40 }])
  })

  it('knows a number that no list has as one that was named, without a title', () => {
    const { record } = recordOf([blockOf([{ parts: [['item', 'No.77「新しい市場」とNo.40について']] }])])

    const own = record.projects.filter(({ document }) => document === '2026-1-annex')
    expect(own.map(({ number, title }) => [number, title])).toEqual([[77, null]])
  })

  it('cites the page on which words begin, also where a cell goes on over pages', () => {
    const long = `${'長い御意見'.repeat(7)}。`.repeat(20)
    const { groups, document } = recordOf([
      blockOf(
        [
          {
            parts: [
              ['item', `・${long}`],
              ['item', `・${long}`],
              ['item', '・終わりに。'],
            ],
          },
        ],
        [['考え方。', ['R8-001-3']]],
      ),
      blockOf([{ parts: [['item', '次の御意見。']] }]),
    ])

    expect(groups.flatMap(({ opinions }) => opinions.map(({ position }) => position))).toMatchObject([
      { page: 1, row: 1 },
      { page: 1, row: 1 },
      { page: 2, row: 1 },
      { page: 2, row: 2 },
    ])
    expect(groups[2]?.responses[0]?.position).toEqual({ page: 1, row: 1, rowsOnPage: 1 })
    expect(document.source.reviewed.document.pages).toBe(2)
  })

  it('is what a person has made of the same annex, where the same annex is produced', async () => {
    await using office = await openFrontOffice()
    const id = await enterSeed(office)
    const { records } = office
    const receipts = (await records.list('submissions', { call: id })).map(({ value }) => value.receipt)
    const seed = (await records.find('calls', id))?.value
    const annex = await readAnnex(records, id, 'none', new Set(receipts))
    const release = { key: records.key('releases', id), version: 1, value: releaseOf(receipts, { id, call: id }) }
    const given = { release, annex, call: seed, committee: committee.name.ja, lists: [] }

    const document = buildReleaseDocument(given)

    const told = ({ groups, documents }: PublicRecord) => ({
      pages: documents[0]?.pages,
      agenda: documents[0]?.meeting.agenda.map(({ text }) => text),
      groups: groups.map(({ heading, opinions, responses }) => ({
        heading: heading?.text,
        said: [...opinions, ...responses].map(({ speaker, text, position }) => ({
          ...{ speaker, position },
          // The blank at the end of one line is not in what was entered.
          text: text.replace('２　高次', '２高次'),
        })),
      })),
    })
    const built = told(buildRecord({ ...files, documents: [] }, document === null ? [] : [document.source]))
    const reviewed = told(buildRecord(files))
    expect(built.pages).toBe(reviewed.pages)
    expect(built.agenda).toEqual(reviewed.agenda)
    const passages = (one: typeof built) => one.groups.flatMap(({ said }) => said)
    const inOrder = (one: typeof built) => passages(one).toSorted((a, b) => (a.text < b.text ? -1 : 1))
    expect(inOrder(built)).toEqual(inOrder(reviewed))
    expect(new Set(built.groups.map(({ heading }) => heading))).toEqual(new Set(reviewed.groups.map((g) => g.heading)))
  })

  it('gives passages other ids in another version, so that what is remembered never means other words', () => {
    const ids = (version: number) =>
      recordOf([blockOf([{ parts: [['item', '甲。']] }])], { version }).groups[0]?.opinions[0]?.key

    expect(ids(7)).not.toBe(ids(8))
  })

  it('says when and where it was published, and nothing of receipts', () => {
    const { document } = recordOf([blockOf([{ parts: [['item', '甲。']] }])], { published: true })

    expect(document.source.reviewed.document.release).toEqual({
      published: { day: '2026-10-01', address: 'https://example.jp/kondankai/2026-1' },
    })
    expect(JSON.stringify(document.source)).not.toContain('R8-001')
    expect([...document.receipts.values()]).toEqual([['R8-001-1']])
  })

  it('is none where no words are left', () => {
    expect(build([])).toBeNull()
    expect(build([blockOf([{ parts: [['item', ' \n　']] }])])).toBeNull()
  })

  it('of any texts is a sound record in which every word stands', () => {
    const odd = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({
        unit: fc.constantFrom(...'・•･。！？!?. 　\n\r\t「」（）【】No№34０３４あa\u200b\ufeff\u2028\u00a0'),
        maxLength: 60,
      }),
      fc.constantFrom('No.0', 'No.99999', '№77 No.77', '・・', '・\n・・\n・', 'a\nb', '別紙', ''),
    )
    const part = fc.tuple(fc.constantFrom('heading' as const, 'item' as const, 'item' as const), odd)
    const opinion = fc.record({ parts: fc.array(part, { maxLength: 4 }), heard: fc.boolean() })
    const block = fc
      .tuple(
        fc.array(opinion, { minLength: 1, maxLength: 3 }),
        fc.array(fc.tuple(odd, fc.nat(), fc.nat()), { maxLength: 3 }),
      )
      .map(([opinions, answers]) => {
        const ids = opinions.flatMap(({ parts }, at) =>
          parts.flatMap(([kind], index) => (kind === 'item' ? [`R8-00${at + 1}-${index + 1}`] : [])),
        )
        const pick = (n: number) => ids[n % ids.length] ?? ''
        return blockOf(
          opinions,
          answers.map(([text, one, other]) => [text, [pick(one), pick(other)]] as const),
        )
      })

    fc.assert(
      fc.property(fc.array(block, { maxLength: 4 }), fc.boolean(), (blocks, isPublished) => {
        const document = build(blocks, { published: isPublished })
        const words = blocks.flatMap(({ opinions }) => opinions.flatMap(({ parts }) => parts.map(({ text }) => text)))
        const seen = (text: string) => text.toWellFormed().replace(/[\s・･•]/gu, '')
        if (document === null) {
          expect(
            blocks.flatMap(({ opinions }) => opinions.flatMap(({ parts }) => parts.map((p) => seen(p.text)))).join(''),
          ).toBe('')
          return
        }

        const record = buildRecord(files, [document.source])

        ReviewedDocument.parse(document.source.reviewed)
        const all = seen(record.passages.map(({ text }) => text).join('\n'))
        for (const text of words) expect(all).toContain(seen(text))
      }),
      { numRuns: 500 },
    )
  })
})
