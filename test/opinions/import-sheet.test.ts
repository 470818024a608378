import { describe, expect, it } from 'vitest'
import { type ImportTold, importSheet, type SheetImport } from '../../src/opinions/import-sheet.ts'
import { listSheets } from '../../src/opinions/sheet.ts'
import { callWith, notStaff, openOffice } from '../support/office.ts'
import { csvOf, midoriSheet, sheetImport } from '../support/status-sheet.ts'

const known = { nameOf: () => undefined, isReviewed: (id: string) => id === '2024-2-annex', entriesOf: () => [] }
const take = { accept: true, charges: false }
const look = { accept: false, charges: false }
const head = ['番号', '事業名', '評価', '担当課']

type Office = Awaited<ReturnType<typeof openOffice>>

async function act(office: Office, who: Parameters<Office['actor']>[0], input: SheetImport, how = take) {
  const decision = await importSheet(office.records, await office.actor(who), input, how, known)
  const { told } = await office.commit(decision)
  return told[0] as ImportTold
}

async function csvImport(rows: readonly (readonly (string | number)[])[], change: Partial<SheetImport> = {}) {
  return await sheetImport(csvOf(['資料３　令和７年度第１回'], head, ...rows), change)
}

describe('an import of a status sheet', () => {
  it('is kept as it was read, with who accepted it and the hash of its file', async () => {
    await using office = await openOffice()
    const input = await sheetImport(await midoriSheet())

    const told = await act(office, 'yamada', input)

    expect(told).toEqual({
      kind: 'sheet-accepted',
      ...{ sheet: '2025-1-sheet', version: 1, charges: 0, carried: 0, name: '令和７年度第１回 資料３', projects: 3 },
    })
    const [sheet] = await listSheets(office.records)
    expect(sheet?.key.id).toBe('2025-1-sheet.1')
    expect(sheet?.value).toMatchObject({ sheet: '2025-1-sheet', version: 1, by: 'yamada' })
    expect(sheet?.value.document).toMatchObject({
      file: input.file,
      meeting: { id: '2025-1', name: '令和７年度第１回', fiscalYear: 2025, number: 1 },
      year: 2024,
      cells: { C7: '子ども食堂の\n支援' },
    })
    expect((await office.records.list('acts')).map(({ value }) => value.did)).toEqual([])
  })

  it.each([
    ['資料３　令和７年度第１回', '令和７年度第１回 資料３'],
    ['令和７年度第１回　資料３', '令和７年度第１回 資料３'],
    ['令和７年度第１回　実施状況', '令和７年度第１回 実施状況'],
  ])('under 「%s」 names meeting and document once each', async (title, name) => {
    await using office = await openOffice()
    const input = await sheetImport(csvOf([title], head, [1, '朝市', '○', '']))

    expect(await act(office, 'yamada', input)).toMatchObject({ kind: 'sheet-accepted', name })
  })

  it('names the act in the audit log, with version and hash', async () => {
    await using office = await openOffice()
    const input = await sheetImport(await midoriSheet())

    const { effect } = await importSheet(office.records, await office.actor('yamada'), input, take, known)

    expect(effect(0).acts).toEqual([
      { did: 'sheet-accepted', about: '2025-1-sheet', detail: { version: 1, sha256: input.file.sha256 } },
    ])
  })

  it('of the same file again changes nothing, whatever the file is called', async () => {
    await using office = await openOffice()
    const input = await sheetImport(await midoriSheet())
    await act(office, 'yamada', input)
    const before = await office.stored()

    const told = await act(office, 'kimura', { ...input, file: { ...input.file, name: '資料3（最新）.xlsx' } })

    expect(told).toMatchObject({ kind: 'sheet-unchanged', version: 1 })
    expect(await office.stored()).toEqual(before)
  })

  it('of another file is another version, and the one before is kept', async () => {
    await using office = await openOffice()
    await act(office, 'yamada', await csvImport([[1, '朝市', '○', '商工課']]))
    await act(office, 'yamada', await csvImport([[1, '朝市', '×', '商工課']]))

    const versions = await office.records.list('sheets')
    expect(versions.map(({ key }) => key.id)).toEqual(['2025-1-sheet.1', '2025-1-sheet.2'])
    expect((await listSheets(office.records)).map(({ value }) => value.version)).toEqual([2])
  })

  it('that another has overtaken is decided again', async () => {
    await using office = await openOffice()
    const one = await importSheet(
      ...([
        office.records,
        await office.actor('yamada'),
        await csvImport([[1, '朝市', '○', '']]),
        take,
        known,
      ] as const),
    )
    await act(office, 'kimura', await csvImport([[1, '朝市', '×', '']]))

    expect((await office.commit(one)).outcome).toBe('conflict')
    expect((await office.records.list('sheets')).map(({ value }) => value.by)).toEqual(['kimura'])
  })

  it.each(notStaff)('is not accepted by %s', async (who) => {
    await using office = await openOffice()

    expect(await act(office, who, await sheetImport(await midoriSheet()))).toEqual({
      kind: 'refused',
      why: 'not-staff',
    })
    expect(await office.records.list('sheets')).toEqual([])
  })

  it('may be looked at by anybody at the machine itself, and by nobody else', async () => {
    await using office = await openOffice()
    const input = await sheetImport(await midoriSheet())
    const guest = await office.actor('guest')

    const at = async (local: string | null) =>
      (await importSheet(office.records, { ...guest, local }, input, look, known)).effect(0).told[0]

    expect(await at('somebody')).toMatchObject({ kind: 'sheet-preview', view: true })
    expect(await at(null)).toMatchObject({ kind: 'refused', why: 'not-staff' })
  })

  it.each<[string, Partial<SheetImport>, object]>([
    ['without a name of its meeting', { meeting: '2025-2' }, { why: 'meeting-name-missing' }],
    ['under the id of a reviewed document', { id: '2024-2-annex', name: '第２回' }, { why: 'id-of-other' }],
    [
      'under the id that the annex of a round has once it is shared',
      { id: '2026-1-annex', name: '第２回' },
      { why: 'id-of-other' },
    ],
  ])('%s is refused, and nothing is kept', async (_, change, refusal) => {
    await using office = await openOffice()
    const bytes = csvOf(['資料３'], head, [1, '朝市', '○', ''])

    expect(await act(office, 'yamada', await sheetImport(bytes, change))).toMatchObject({ kind: 'refused', ...refusal })
    expect(await office.records.list('sheets')).toEqual([])
  })

  it('with a number twice, or without a table, is refused, and nothing is kept', async () => {
    await using office = await openOffice()

    expect(
      await act(
        office,
        'yamada',
        await csvImport([
          [1, '朝市', '', ''],
          [1, '夜市', '', ''],
        ]),
      ),
    ).toEqual({
      ...{ kind: 'refused', why: 'number-twice', numbers: [1] },
    })
    expect(await act(office, 'yamada', await sheetImport(csvOf(['氏名'], ['a'])))).toMatchObject({
      ...{ kind: 'refused', why: 'sheet-problem', problem: { why: 'no-table' } },
    })
    expect(await office.records.list('sheets')).toEqual([])
  })

  it('takes the name of the meeting from its call', async () => {
    await using office = await openOffice()
    await office.put(office.records.put('calls', '2026-1', callWith({ name: '令和８年度第１回' })))

    const told = await act(office, 'yamada', await csvImport([[1, '朝市', '', '']], { meeting: '2026-1' }))

    expect(told).toMatchObject({ name: '令和８年度第１回 資料３' })
  })
})

describe('a preview', () => {
  it('says what is otherwise than in the version before', async () => {
    await using office = await openOffice()
    await act(
      office,
      'yamada',
      await csvImport([
        [1, '朝市', '○', '商工課'],
        [2, '見守り', '×', '福祉課'],
        [3, '移動図書館', '○', '図書館'],
        [4, '花火', '○', ''],
      ]),
    )

    const preview = await act(
      office,
      'yamada',
      await csvImport([
        [1, '朝市', '×', '商工課'],
        [2, '見守りの輪', '×', '福祉課'],
        [5, '移動図書館', '○', '図書館'],
        [4, '花火', '○', '観光課'],
      ]),
      look,
    )

    expect(preview).toMatchObject({
      kind: 'sheet-preview',
      isSame: false,
      before: {
        sheet: '2025-1-sheet',
        differences: {
          added: [5],
          gone: [{ number: 3, title: '移動図書館' }],
          renamed: [{ number: 2, before: '見守り', after: '見守りの輪' }],
          renumbered: [{ title: '移動図書館', before: 3, after: 5 }],
          rated: [{ number: 1, before: '○', after: '×' }],
          otherwise: [4],
        },
      },
    })
    expect((await office.records.list('sheets')).length).toBe(1)
  })

  it('of a first list of a meeting compares it with the list of the meeting before', async () => {
    await using office = await openOffice()
    await act(office, 'yamada', await csvImport([[1, '朝市', '○', '']]))
    await act(
      office,
      'yamada',
      await csvImport([[1, '朝市', '△', '']], { meeting: '2027-1', name: '令和９年度第１回' }),
    )

    const preview = await act(
      office,
      'yamada',
      await csvImport([[1, '朝市', '×', '']], { meeting: '2026-1', name: '令和８年度第１回' }),
      look,
    )

    expect(preview).toMatchObject({ before: { sheet: '2025-1-sheet', differences: { rated: [{ before: '○' }] } } })
  })
})

describe('the divisions of a sheet', () => {
  const divisions = [
    { id: 'shoko', name: '商工課', mail: null },
    { id: 'fukushi', name: '福祉課', mail: null },
  ]
  const rows = [
    [1, '朝市', '○', '商工課'],
    [2, '見守り', '○', '福祉課、商工課'],
    [3, '花火', '○', '観光課'],
    [4, '祭り', '○', ''],
  ]

  it('become the table of divisions only where that is asked for, and only those of the roster', async () => {
    await using office = await openOffice()
    await office.put(office.records.put('divisions', '2025', { fiscalYear: 2025, divisions }))
    await act(office, 'yamada', await csvImport(rows))
    expect(await office.records.list('charges')).toEqual([])

    const told = await act(office, 'yamada', await csvImport(rows), { accept: true, charges: true })

    expect(told).toMatchObject({ kind: 'sheet-unchanged', charges: 2 })
    expect((await office.records.list('charges')).map(({ key, value }) => [key.id, value.lead, value.others])).toEqual([
      ['2025-1-sheet/1', 'shoko', []],
      ['2025-1-sheet/2', 'fukushi', ['shoko']],
    ])
  })

  it('are offered in the preview, with those that the roster does not have', async () => {
    await using office = await openOffice()
    await office.put(office.records.put('divisions', '2025', { fiscalYear: 2025, divisions }))

    const preview = await act(office, 'yamada', await csvImport(rows), look)

    expect(
      preview.kind === 'sheet-preview' && preview.charges.map(({ number, charge }) => [number, charge?.lead ?? null]),
    ).toEqual([
      [1, 'shoko'],
      [2, 'fukushi'],
      [3, null],
    ])
  })
})
