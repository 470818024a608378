import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import type { AnnexTold } from '../../src/conversation/annex-acts.ts'
import type { AnnexAct } from '../../src/conversation/annex-form.ts'
import { ledgerTable } from '../../src/conversation/ledger-table.ts'
import { csvFile } from '../../src/documents/csv-file.ts'
import { opinionParagraphs } from '../../src/opinions/annex-pages.ts'
import { momentOf } from '../../src/opinions/day.ts'
import { openFrontOffice } from '../support/front-office.ts'
import { notStaff } from '../support/office.ts'
import { fileTexts } from '../support/round-of-texts.ts'

type Office = Awaited<ReturnType<typeof openFrontOffice>>
const show = (call: string, names: 'none' | 'chosen' | 'letters' = 'none') =>
  ({ name: 'annex', act: { do: 'show', call, names } }) as const

async function annexOf(office: Office, call: string, names: 'none' | 'chosen' | 'letters' = 'none') {
  const { told } = await office.fill('yamada', show(call, names))
  const [annex] = told
  if (annex?.kind !== 'annex' || !('annex' in annex)) throw new Error(`no annex: ${JSON.stringify(told)}`)
  return annex as Extract<AnnexTold, { kind: 'annex' }>
}

const cells = ({ annex }: Extract<AnnexTold, { kind: 'annex' }>) =>
  annex.blocks.flatMap(({ opinions }) => opinions.map((one) => opinionParagraphs(one).join('')))

describe.each<AnnexAct>([
  { do: 'show', call: '2026-1', names: 'chosen' },
  { do: 'ledger', call: null },
])('the act $do', (act) => {
  it.each(notStaff)('is refused to %s', async (who) => {
    await using office = await openFrontOffice()
    await fileTexts(office, [{ text: '道路' }])

    const { told, text } = await office.fill(who, { name: 'annex', act })

    expect(told).toEqual([{ kind: 'refused', why: 'not-staff' }])
    expect(text).toContain('事務局の職にある方')
  })

  it('changes nothing, is not kept, and is told again as it is by then, in either language', async () => {
    await using office = await openFrontOffice()
    const before = await office.stored()

    const first = await office.fill('yamada', { name: 'annex', act }, { id: 'once' })
    const stored = await office.stored()
    await fileTexts(office, [{ text: '道路' }])
    const again = await office.fill('yamada', { name: 'annex', act }, { id: 'once', language: 'en' })

    expect(stored).toEqual(before)
    expect(again.told).not.toEqual(first.told)
    for (const text of [first.text, again.text]) expect(text).not.toMatch(/undefined|\[object|null/u)
  })
})

it('refuses a call that there is not', async () => {
  await using office = await openFrontOffice()

  for (const act of [
    { do: 'show', call: '2026-9', names: 'none' },
    { do: 'ledger', call: '2026-9' },
  ] as const) {
    const { told, text } = await office.fill('yamada', { name: 'annex', act })
    expect(told).toEqual([{ kind: 'refused', why: 'unknown-annex', call: '2026-9' }])
    expect(text).toContain('2026-9の意見照会は見当たりません')
  }
  const shared = await office.fill('yamada', { name: 'annex', act: { do: 'show', call: 'standing-3', names: 'none' } })
  expect(shared.text).toContain('standing-3という、共有した別紙は見当たりません。「release show」で')
})

it('prints names of those who chose so, letters, or none, and says what was heard', async () => {
  await using office = await openFrontOffice()
  const heard = { onBehalf: { means: 'telephone', day: '2026-08-20', original: null } } as const
  await fileTexts(office, [
    { text: '一', member: 'sato', printName: true },
    { text: '二', member: 'suzuki', change: heard },
    { text: '三', member: 'sato' },
  ])

  expect(cells(await annexOf(office, '2026-1'))).toEqual(['・一', '・二（事務局聞き取り）', '・三'])
  expect(cells(await annexOf(office, '2026-1', 'chosen'))).toEqual([
    ...['【佐藤　一郎座長】・一', '・二（事務局聞き取り）', '・三'],
  ])
  expect(cells(await annexOf(office, '2026-1', 'letters'))).toEqual([
    ...['【委員A】・一', '【委員B】・二（事務局聞き取り）', '【委員A】・三'],
  ])
})

it('gives letters in the order in which the annex is read, also where opinions that are answered together move up', async () => {
  await using office = await openFrontOffice()
  await fileTexts(office, [
    { text: '一', member: 'sato', response: '考え方' },
    { text: '二', member: 'suzuki' },
    { text: '三', member: 'ito' },
  ])
  const third = (await office.records.find('items', 'R8-003-1'))?.value ?? expect.unreachable()
  const together = { ...third, disposition: { kind: 'with', item: 'R8-001-1' } } as const
  await office.put(office.records.put('items', 'R8-003-1', together))

  expect(cells(await annexOf(office, '2026-1', 'letters'))).toEqual([
    ...['【委員A】・一', '【委員B】・三', '【委員C】・二'],
  ])
})

it('leaves out what was withdrawn, and gives a shared annex as it was shared', async () => {
  await using office = await openFrontOffice()
  const { records, put, fill } = office
  await fileTexts(office, [
    { text: '一', printName: true },
    { text: '二', change: { withdrawn: 1 } },
    { text: '三', change: { call: 'standing' } },
    { text: '四', change: { call: 'standing' } },
  ])
  const shared = { decided: '2026-09-20', number: '第1号', post: '課長', by: 'yamada', at: 1 }
  const release = { names: 'chosen', shared, published: null } as const

  expect(cells(await annexOf(office, '2026-1'))).toEqual(['・一'])
  expect(cells(await annexOf(office, 'standing'))).toEqual(['・三', '・四'])
  await put(
    records.put('releases', '2026-1', { ...release, id: '2026-1', call: '2026-1', receipts: ['R8-001'] }),
    records.put('releases', 'standing-1', { ...release, id: 'standing-1', call: 'standing', receipts: ['R8-003'] }),
  )
  await fileTexts(office, [{ text: '一', printName: true }])

  expect(cells(await annexOf(office, '2026-1'))).toEqual(['【佐藤　一郎座長】・一'])
  expect((await fill('yamada', show('2026-1'))).text).toContain('（令和8年9月20日（日）決裁）')
  expect(cells(await annexOf(office, 'standing-1'))).toEqual(['・三'])
  expect(cells(await annexOf(office, 'standing'))).toEqual(['・四'])
})

it('keeps a row in the ledger of whatever was received, without what was written', async () => {
  await using office = await openFrontOffice()
  const { records, put, base, fill } = office
  const project = { kind: 'project', document: '2024-2-annex', number: 34 } as const
  const filed = momentOf('2026-08-20T21:14')
  await fileTexts(office, [
    { text: '・秘密一\n・秘密二', subject: project, response: '考え方', change: { filed } },
    {
      text: '秘密三',
      member: '=cmd',
      change: { withdrawn: filed, onBehalf: { means: 'fax', day: '2026-08-20', original: null } },
    },
    { text: '秘密四', change: { erased: filed } },
  ])
  const divisions = [{ id: 'kankyo', name: '環境政策課', mail: null }]
  await put(
    records.put('divisions', '2026', { fiscalYear: 2026, divisions }),
    records.put('charges', '2024-2-annex/34', { document: '2024-2-annex', number: 34, lead: 'kankyo', others: [] }),
    ...['items', 'versions', 'submitters'].map(
      (collection) =>
        ({
          kind: 'erase',
          key: {
            committee: records.committee,
            collection,
            id: `R8-003${{ items: '-1', versions: '.1' }[collection] ?? ''}`,
          },
        }) as const,
    ),
  )

  const { told } = await fill('yamada', { name: 'annex', act: { do: 'ledger', call: null } })
  const [ledger] = told as readonly AnnexTold[]
  if (ledger?.kind !== 'ledger') throw new Error('no ledger')
  const csv = csvFile(await ledgerTable(ledger.rows, { ...base, language: 'ja' }))
  const [columns = [], ...rows] = Papa.parse<string[]>(csv.slice(1), { newline: '\r\n', skipEmptyLines: true }).data
  const read = rows.map((cellsOfRow) => Object.fromEntries(columns.map((name, at) => [name, cellsOfRow[at]])))

  expect(rows.every((row) => row.length === columns.length)).toBe(true)
  expect(read).toMatchObject([
    {
      ...{
        受付番号: 'R8-001',
        項目: 'R8-001-1',
        受付日時: '2026-08-20 21:14',
        会議: '令和８年度第１回',
        委員: '佐藤　一郎',
      },
      ...{ 提出方法: '本人', 件名: 'No.34「脱炭素に向けた取組の推進」', 取扱い: '回答する', 担当課: '環境政策課' },
      ...{ 状態: '確認待ち', 回答案の版: '1', 氏名の掲載: '載せない', 版: '1', 取下げ日時: '' },
    },
    { 受付番号: 'R8-001', 項目: 'R8-001-2', 状態: '未着手', 回答案の版: '' },
    {
      受付番号: 'R8-002',
      委員番号: "'=cmd",
      提出方法: 'ファクス',
      届いた日: '2026-08-20',
      状態: '取下げ済み',
      取下げ日時: '2026-08-20 21:14',
    },
    { 受付番号: 'R8-003', 項目: '', 委員: '', 件名: '', 状態: '消去済み', 消去日時: '2026-08-20 21:14' },
  ])
  expect(csv).not.toContain('秘密')
})

it('puts submissions that one response ties together next to each other, each whole and in the place of the first', async () => {
  await using office = await openFrontOffice()
  const { records, put } = office
  await fileTexts(office, [
    { text: '一', response: '答一' },
    { text: '二', response: '答二' },
    { text: '【（１）章】\n・三\n・四', response: '答三' },
    { text: '五' },
  ])
  const together = async (item: string, lead: string) => {
    const found = await records.find('items', item)
    if (found === undefined) throw new Error(item)
    await put({ kind: 'put', key: found.key, value: { ...found.value, disposition: { kind: 'with', item: lead } } })
  }
  await together('R8-003-2', 'R8-001-1')
  await together('R8-004-1', 'R8-003-1')

  const { annex } = await annexOf(office, '2026-1')

  expect(
    annex.blocks.map(({ opinions, responses }) => [
      opinions.map((one) => opinionParagraphs(one).join('')),
      responses.map(({ text, answers }) => [text, answers]),
    ]),
  ).toEqual([
    [
      ['・一', '【（１）章】・三・四', '・五'],
      [
        ['答一', ['R8-001-1', 'R8-003-2']],
        ['答三', ['R8-003-1', 'R8-004-1']],
      ],
    ],
    [['・二'], [['答二', ['R8-002-1']]]],
  ])
})
