import { describe, expect, it } from 'vitest'
import type { Form } from '../../src/conversation/turn.ts'
import { openFrontOffice, opinionForm } from '../support/front-office.ts'
import { csvOf, sheetImport } from '../support/status-sheet.ts'

const head = ['番号', '事業名', '評価', '担当課']

async function importForm(accept: boolean, sign = '○'): Promise<Form> {
  const bytes = csvOf(['資料３　令和７年度第１回'], head, [61, '仮の見守り事業', sign, '仮の課'])
  return { name: 'sheet', act: { do: 'import', input: await sheetImport(bytes), accept, charges: false } }
}

describe('a status sheet at the front desk', () => {
  it('is answered from by the next question, by whomever, once it is accepted', async () => {
    await using office = await openFrontOffice()
    const ask = async () => (await office.take('guest', { kind: 'say', text: 'No.61の評価は' })).text
    expect(await ask()).toContain('No.61という番号の事業は、公表資料に記載がありません。')

    const { told } = await office.fill('yamada', await importForm(true))

    expect(told).toMatchObject([{ kind: 'sheet-accepted', version: 1 }])
    expect(await ask()).toContain('No.61「仮の見守り事業」の評価は、資料では○（丸）と記載されています。')
    await office.fill('yamada', await importForm(true, '△'))
    expect(await ask()).toContain('△（三角）')
  })

  it('leaves a project with the divisions that the table names, whichever list an opinion is filed under', async () => {
    await using office = await openFrontOffice()
    await office.put(
      office.records.put('divisions', '2026', {
        fiscalYear: 2026,
        divisions: [{ id: 'kankyo', name: '環境政策課', mail: null }],
      }),
    )
    await office.fill('sato', opinionForm('森について', { subject: 'No.34' }))
    const divisions = { lead: '環境政策課', others: [] }
    await office.fill('yamada', { name: 'queue', act: { do: 'charge', project: 'No.34', divisions } })
    const bytes = csvOf(['資料３　令和７年度第１回'], head.slice(0, 3), [34, '脱炭素に向けた取組の推進', '○'])
    const input = await sheetImport(bytes)

    const accepted = await office.fill('yamada', {
      name: 'sheet',
      act: { do: 'import', input, accept: true, charges: false },
    })
    await office.fill('sato', opinionForm('川について', { subject: 'No.34' }))
    const any = { call: null, state: null, disposition: null, until: null, overdue: false }
    const listing = { do: 'list', ...any, division: '環境政策課', project: '34' } as const
    const { told } = await office.fill('yamada', { name: 'queue', act: listing })

    expect(accepted.text).toContain('担当課の表の1件は、同じ事業のほかの一覧から引き継ぎました。')
    expect(told).toMatchObject([{ items: [{ item: 'R8-001-1' }, { item: 'R8-002-1' }] }])
    const table = await office.fill('yamada', { name: 'queue', act: { do: 'table' } })
    expect(table.text).toMatch(/^担当課の表（1事業）\n.*No\.34[^\n]*環境政策課[^\n]*$/u)
    const filed = (await office.records.list('versions')).map(({ value: { subject } }) => subject)
    expect(filed).toMatchObject([{ document: '2024-2-annex' }, { document: '2025-1-sheet' }])
  })

  it('is told again as it is where the same turn comes twice, and kept once', async () => {
    await using office = await openFrontOffice()
    const form = await importForm(true)

    const first = await office.fill('yamada', form, { id: 'once' })
    const second = await office.fill('yamada', form, { id: 'once' })

    expect(second.told).toEqual(first.told)
    expect(await office.records.list('sheets')).toHaveLength(1)
  })

  it('is only looked at in a preview, which the inbox does not keep', async () => {
    await using office = await openFrontOffice()

    const { told, text } = await office.fill('yamada', await importForm(false))

    expect(told).toMatchObject([{ kind: 'sheet-preview' }])
    expect(text).toContain('まだ取り込んでおりません。')
    expect(await office.records.list('sheets')).toEqual([])
    expect(await office.records.list('acts')).toEqual([])
  })

  it.each(['sato', 'guest'])('is neither shown nor taken from %s on a platform', async (who) => {
    await using office = await openFrontOffice()
    for (const accept of [false, true]) {
      const { told } = await office.fill(who, await importForm(accept))
      expect(told).toEqual([{ kind: 'refused', why: 'not-staff' }])
    }
    expect(await office.records.list('sheets')).toEqual([])
  })
})
