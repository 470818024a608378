import { describe, expect, it } from 'vitest'
import type { Form } from '../../src/conversation/turn.ts'
import { openFrontOffice } from '../support/front-office.ts'
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
