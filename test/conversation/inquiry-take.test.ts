import type exceljs from 'exceljs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readInquiryFile } from '../../src/documents/inquiry-rows.ts'
import { disposeItems } from '../../src/opinions/dispose-items.ts'
import { takeInquiry } from '../../src/opinions/take-inquiry.ts'
import type { Language } from '../../src/questions/normal-text.ts'
import { answerIn, type InquiryDesk, mangle, openInquiryDesk, order, tableOf } from '../support/inquiry-desk.ts'

const answers = { 'R8-001-1': '検討を進める。', 'R8-001-2': '見通しは未定である。' }

/** The inquiries have gone out, to 環境課 (2026-1.1), 農政課 (2026-1.2) and 子育て支援課 (2026-1.3). */
async function openAskedDesk(drafts: Readonly<Record<string, string>> = {}) {
  const desk = await openInquiryDesk()
  for (const [item, text] of Object.entries(drafts)) await desk.draft(item, text)
  const { told } = await desk.inquire({ do: 'write', input: order })
  expect(told).toMatchObject([{ inquiries: ['2026-1.1', '2026-1.2', '2026-1.3'] }])
  return desk
}

const filled = (desk: InquiryDesk, change: (sheet: exceljs.Worksheet, book: exceljs.Workbook) => void = () => {}) =>
  desk.fileOf('2026-1.1', (sheet, book) => {
    answerIn(sheet, answers)
    change(sheet, book)
  })

async function textsOf(desk: InquiryDesk, items: readonly string[] = Object.keys(answers)) {
  return Object.fromEntries(
    await Promise.all(items.map(async (item) => [item, (await desk.response(item))?.text ?? null] as const)),
  )
}

describe('a file of answers', () => {
  it('is shown first, with each answer, and changes nothing until it is accepted', async () => {
    await using desk = await openAskedDesk({ 'R8-001-1': '検討する。' })
    const file = await filled(desk, (sheet) => {
      sheet.getCell(tableOf(sheet).header + 2, 6).value = '主担当：環境課\n関係課：農政課\n要調整'
    })
    const before = await desk.stored()

    const { told, text } = await desk.take(file, { accept: false })

    expect(told).toMatchObject([
      {
        ...{ kind: 'inquiry-take-preview', inquiry: '2026-1.1', faults: [], loose: [] },
        answers: [
          {
            item: 'R8-001-1',
            cell: '照会票!E11',
            fate: { kind: 'changed' },
            text: '検討を進める。',
            before: '検討する。',
          },
          { item: 'R8-001-2', fate: { kind: 'new' }, before: null },
        ],
      },
    ])
    expect(text).toContain('照会番号2026-1.1（環境課）の回答を読み取りました。まだ取り込んでおりません。')
    expect(text).toContain('　いまの回答案：\n「検討する。」\n　課の回答：\n「検討を進める。」')
    expect(text).toContain('「見通しは未定である。」\n　備考：\n「要調整」\n')
    expect(text.match(/備考/gu)).toHaveLength(1)
    expect(text).toContain('--accept を付けて')
    expect(await desk.stored()).toEqual(before)
  })

  it('becomes responses of the division, to be checked, in one commit', async () => {
    await using desk = await openAskedDesk()
    const file = await filled(desk)

    const { told, text } = await desk.take(file)

    expect(told).toMatchObject([{ kind: 'inquiry-taken', inquiry: '2026-1.1' }])
    expect(text).toContain('回答を取り込みました（2項目）')
    expect(JSON.stringify(told)).not.toContain('検討を進める')
    expect(await desk.response('R8-001-1')).toMatchObject({
      ...{ number: 1, version: 1, text: '検討を進める。' },
      author: { kind: 'division', id: 'kankyo', inquiry: '2026-1.1' },
    })
    expect(await desk.item('R8-001-1')).toMatchObject({
      ...{ disposition: { kind: 'answer' }, inquired: null, checked: null, outdated: false, due: '2026-09-10' },
    })
    const { taken } = (await desk.records.find('inquiries', '2026-1.1'))?.value ?? expect.unreachable()
    expect(taken).toMatchObject([{ by: 'yamada', answered: ['R8-001-1', 'R8-001-2'] }])
    const act = (await desk.records.list('acts')).at(-1)?.value
    expect(act).toMatchObject({
      ...{ did: 'inquiry-taken', about: '2026-1.1', by: { kind: 'staff', id: 'yamada' } },
      detail: { sha256: taken[0]?.sha256, answered: ['R8-001-1', 'R8-001-2'] },
    })
  })

  it('is in the history of the items that it answers, in words', async () => {
    await using desk = await openAskedDesk()
    const file = await desk.fileOf('2026-1.1', (sheet) => answerIn(sheet, { 'R8-001-1': '進める。' }))
    await desk.take(file)
    await desk.inquire({ do: 'remind', call: null })
    const print = { do: 'print', item: 'R8-001-1', text: '脱炭素について伺いたい。' } as const
    await desk.fill('yamada', { name: 'release', act: print })

    const history = async (about: string, language: Language) => {
      const { text } = await desk.fill('yamada', { name: 'queue', act: { do: 'show', about } }, { language })
      return text.split('\n').filter((line) => /^[・-].*yamada/u.test(line))
    }

    expect(await history('R8-001-1', 'ja')).toEqual([
      expect.stringMatching(/担当課に照会した$/u),
      expect.stringMatching(/担当課に照会した$/u),
      expect.stringMatching(/担当課の回答を読み込んだ$/u),
      expect.stringMatching(/担当課への催促を用意した$/u),
      expect.stringMatching(/担当課への催促を用意した$/u),
      expect.stringMatching(/別紙に掲載する文面を改めた$/u),
    ])
    expect((await history('R8-001-2', 'ja')).join('\n')).not.toContain('読み込んだ')
    expect((await history('R8-001-1', 'en')).join('\n')).not.toMatch(/inquiry-|-reminded|-set/u)
  })

  it('changes nothing when it is taken again', async () => {
    await using desk = await openAskedDesk()
    const file = await filled(desk)
    await desk.take(file)
    await desk.draft('R8-001-2', '事務局が直した文である。')
    const before = await desk.stored()

    const again = await desk.take(file)

    expect(again.told).toMatchObject([{ kind: 'inquiry-taken-before', by: 'yamada' }])
    expect(again.text).toContain('何も変えておりません')
    expect(await desk.stored()).toEqual(before)
  })

  it('is matched by receipt number when the item was answered in the wrong order or only in part', async () => {
    await using desk = await openAskedDesk()
    const file = await desk.fileOf('2026-1.1', (sheet) =>
      answerIn(sheet, { 'R8-001-2': '未定である。', 'R8-001-1': '　' }),
    )

    const { told, text } = await desk.take(file)

    expect(told).toMatchObject([{ answers: [{ fate: { kind: 'empty' } }, { fate: { kind: 'new' } }] }])
    expect(text).toContain('【回答の記入がない項目】1項目\n・R8-001-1')
    expect(await textsOf(desk)).toEqual({ 'R8-001-1': null, 'R8-001-2': '未定である。' })
    expect(await desk.item('R8-001-1')).toMatchObject({ inquired: '2026-1.1' })
  })
})

/** What people do to a file before they send it back. */
const manglers: Readonly<Record<string, (sheet: exceljs.Worksheet, book: exceljs.Workbook) => void>> = {
  'widths changed': (sheet) => {
    for (const column of sheet.columns) column.width = 3
  },
  'rows sorted': (sheet) => swapRows(sheet, 1, 2),
  'a row added above and below': (sheet) => {
    const { header } = tableOf(sheet)
    sheet.insertRow(header + 1, ['', '', '', '', '', '以下のとおり'])
    sheet.addRow(['以上'])
  },
  'columns of their own before and after': (sheet) => {
    sheet.spliceColumns(1, 0, ['確認'])
    sheet.getCell(10, 12).value = '課長'
    sheet.getCell(11, 12).value = '済'
  },
  'answers moved to the first column': (sheet) => {
    const { header, column } = tableOf(sheet)
    for (let at = header; at <= sheet.rowCount; at++) {
      const row = sheet.getRow(at)
      row.getCell(8).value = row.getCell(column('受付番号')).value
      row.getCell(1).value = row.getCell(column('考え方（案）')).value
      row.getCell(5).value = null
    }
  },
  'the row of headings further down': (sheet) => sheet.insertRow(2, ['環境課 回答']),
  'numbers in full width, with a long hyphen': (sheet) => {
    const { header } = tableOf(sheet)
    sheet.getCell(header + 1, 1).value = 'Ｒ８－００１－１'
    sheet.getCell(header + 2, 1).value = ' r8ー001ー2 '
  },
  'headings with words and blanks around ours': (sheet) => {
    const { header } = tableOf(sheet)
    sheet.getCell(header, 1).value = '受付 番号\n（変更不可）'
    sheet.getCell(header, 5).value = '考え方(案)【環境課記入】'
  },
  'the answer in rich text': (sheet) => {
    const { header } = tableOf(sheet)
    sheet.getCell(header + 1, 5).value = { richText: [{ text: '検討を', font: { bold: true } }, { text: '進める。' }] }
  },
  'blanks around the answer': (sheet) => {
    const { header } = tableOf(sheet)
    sheet.getCell(header + 1, 5).value = '　検討を進める。\r\n'
  },
  'the answer merged with the remark': (sheet) => {
    const { header } = tableOf(sheet)
    sheet.mergeCells(header + 1, 5, header + 1, 6)
  },
  'the receipts merged with the agenda': (sheet) => {
    const { header } = tableOf(sheet)
    sheet.mergeCells(header + 1, 1, header + 1, 2)
  },
  'rows hidden, and a copy of the sheet left empty': (sheet, book) => {
    const { header } = tableOf(sheet)
    sheet.getRow(header + 1).hidden = true
    const copy = book.addWorksheet('控え')
    copy.addRow(['受付番号', '考え方（案）'])
    copy.addRow(['R8-001-1', ''])
  },
  'the sheet renamed and the hidden one dropped': (sheet, book) => {
    sheet.name = '回答（環境課）'
    book.removeWorksheet(2)
  },
}

function swapRows(sheet: exceljs.Worksheet, one: number, other: number): void {
  const { header } = tableOf(sheet)
  const [a, b] = [sheet.getRow(header + one), sheet.getRow(header + other)]
  for (let column = 1; column <= 6; column++) {
    const kept = a.getCell(column).value
    a.getCell(column).value = b.getCell(column).value
    b.getCell(column).value = kept
  }
}

describe('whatever was changed in the file', () => {
  it.each(Object.entries(manglers))('its answers are found: %s', async (_, change) => {
    await using desk = await openAskedDesk()

    const { told } = await desk.take(await filled(desk, change))

    expect(told).toMatchObject([{ kind: 'inquiry-taken', answers: [{ altered: false }, { altered: false }] }])
    expect(await textsOf(desk)).toEqual(answers)
  })

  it('its rows may stand in any order, under any column order, between rows of others', async () => {
    await using desk = await openInquiryDesk()
    for (const id of ['R8-003-1', 'R8-004-1']) await desk.change(id, { lead: 'kankyo' })
    await desk.inquire({ do: 'write', input: { ...order, divisions: ['環境課'] } })
    const items = ['R8-001-1', 'R8-001-2', 'R8-003-1', 'R8-004-1']
    const rows = fc.shuffledSubarray(items, { minLength: 1 })
    const columns = fc.shuffledSubarray(['受付番号', '議題', '事業', '御意見', '考え方（案）', '備考'], {
      minLength: 6,
    })
    const noise = fc.array(fc.constantFrom('', '担当：山田', '※'), { maxLength: 2 })
    const file = await desk.fileOf('2026-1.1')
    await fc.assert(
      fc.asyncProperty(rows, columns, noise, async (order, headings, more) => {
        const changed = await mangle(file, (sheet, book) => {
          const { header, column } = tableOf(sheet)
          const texts = new Map<string, string>()
          for (let at = header + 1; at <= sheet.rowCount; at++)
            texts.set(sheet.getCell(at, 1).text, sheet.getCell(at, column('御意見')).text)
          book.removeWorksheet(sheet.id)
          const own = book.addWorksheet('回答')
          own.addRow(['照会番号：sapporo-vision/2026-1.1'])
          for (const text of more) own.addRow([text])
          own.addRow(headings)
          for (const item of order) {
            const cells: Record<string, string> = {
              ...{ 受付番号: item, 御意見: texts.get(item) ?? '', '考え方（案）': `${item}への回答である。` },
            }
            own.addRow(headings.map((heading) => cells[heading] ?? ''))
            for (const text of more) own.addRow(headings.map(() => text).slice(0, 1))
          }
        })

        const { told } = await desk.take(changed, { accept: false })

        expect(told).toMatchObject([
          {
            faults: [],
            answers: items.map((item) =>
              order.includes(item)
                ? { item, fate: { kind: 'new' }, altered: false, text: `${item}への回答である。` }
                : { item, fate: { kind: 'no-row' } },
            ),
          },
        ])
      }),
      { numRuns: 12 },
    )
  })

  it("the member's words stay, and the difference is reported", async () => {
    await using desk = await openAskedDesk()
    const file = await filled(desk, (sheet) => {
      const { header, column } = tableOf(sheet)
      sheet.getCell(header + 1, column('御意見')).value = '（要約）脱炭素について'
    })

    const { told, text } = await desk.take(file)

    expect(told).toMatchObject([{ answers: [{ altered: true }, { altered: false }] }])
    expect(text).toContain('R8-001-1は、ファイルの御意見欄の文面が、お送りしたものと異なります')
    expect((await desk.records.find('versions', 'R8-001.1'))?.value.text).toContain('脱炭素の取組について伺いたい。')
  })

  it('a row that was deleted leaves its item without an answer', async () => {
    await using desk = await openAskedDesk()
    const file = await filled(desk, (sheet) => sheet.spliceRows(tableOf(sheet).header + 1, 1))

    const { told, text } = await desk.take(file)

    expect(told).toMatchObject([
      { answers: [{ item: 'R8-001-1', fate: { kind: 'no-row' } }, { fate: { kind: 'new' } }] },
    ])
    expect(text).toContain('【ファイルに行がない項目】1項目')
    expect(await desk.item('R8-001-1')).toMatchObject({ inquired: '2026-1.1', response: null })
  })

  it('an opinion that was merged over the column of answers is no answer', async () => {
    await using desk = await openAskedDesk()
    const file = await filled(desk, (sheet) => {
      const { header, column } = tableOf(sheet)
      sheet.mergeCells(header + 1, column('御意見'), header + 1, column('考え方（案）'))
    })

    const { told } = await desk.take(file)

    expect(told).toMatchObject([
      { answers: [{ item: 'R8-001-1', fate: { kind: 'empty' } }, { fate: { kind: 'new' } }] },
    ])
  })

  it('an answer beside no receipt number is named, not guessed', async () => {
    await using desk = await openAskedDesk()
    const file = await filled(desk, (sheet) => {
      sheet.getCell(tableOf(sheet).header + 1, 1).value = ''
    })

    const { told, text } = await desk.take(file)

    expect(told).toMatchObject([{ loose: ['照会票!E11'], answers: [{ fate: { kind: 'no-row' } }, {}] }])
    expect(text).toContain('照会票!E11に記入がありますが、同じ行に受付番号がないため読み取っておりません。')
  })
})

describe('an answer that names another row', () => {
  it.each([
    'No.1と同じ',
    'Ｎｏ．１に同じ。',
    '№1と同様である',
    '「No.1」の回答のとおりです。',
    'R8-001-1と同じ',
    'Ｒ８－００１－１に同じ',
    '同上',
    '〃',
    '1と同じ',
  ])('%s is answered together with it, once a person accepts', async (said) => {
    await using desk = await openAskedDesk()
    const file = await filled(desk, (sheet) => answerIn(sheet, { 'R8-001-2': said }))

    const shown = await desk.take(file, { accept: false })
    const { told } = await desk.take(file)

    expect(shown.told).toMatchObject([
      { answers: [{}, { with: 'R8-001-1', fate: { kind: 'new' }, text: '検討を進める。' }] },
    ])
    expect(shown.text).toContain('R8-001-1と同じとの回答です。取り込むと、R8-001-1とまとめて回答します。')
    expect(told).toMatchObject([{ kind: 'inquiry-taken', answers: [{ with: null }, { with: 'R8-001-1' }] }])
    expect(await desk.item('R8-001-2')).toMatchObject({
      ...{ disposition: { kind: 'with', item: 'R8-001-1' }, inquired: null, response: null },
    })
    expect(await desk.response('R8-001-1')).toMatchObject({ text: '検討を進める。' })
  })

  it('has a response that was checked for its own words checked anew, and is decided before whoever changes that', async () => {
    await using desk = await openAskedDesk()
    await desk.take(await desk.fileOf('2026-1.1', (sheet) => answerIn(sheet, { 'R8-001-1': '検討を進める。' })))
    await desk.change('R8-001-1', { checked: { by: 'kimura', at: 1 } })
    const targets = [{ item: 'R8-001-1', seen: null }]
    const closing = await disposeItems(desk.records, await desk.actor('kimura'), { targets, as: 'none' })

    await desk.take(await filled(desk, (sheet) => answerIn(sheet, { 'R8-001-2': 'R8-001-1と同じ' })))

    expect(await desk.item('R8-001-2')).toMatchObject({ disposition: { kind: 'with', item: 'R8-001-1' } })
    expect(await desk.item('R8-001-1')).toMatchObject({ response: 1, checked: null })
    expect((await desk.commit(closing)).outcome).toBe('conflict')
  })

  it('is answered together where the cells were merged', async () => {
    await using desk = await openAskedDesk()
    const file = await desk.fileOf('2026-1.1', (sheet) => {
      answerIn(sheet, { 'R8-001-1': '検討を進める。' })
      const { header, column } = tableOf(sheet)
      sheet.mergeCells(header + 1, column('考え方（案）'), header + 2, column('考え方（案）'))
    })

    await desk.take(file)

    expect(await desk.item('R8-001-2')).toMatchObject({ disposition: { kind: 'with', item: 'R8-001-1' } })
  })

  it.each([
    ['unknown', 'No.7と同じ', 'その行が見当たりません'],
    ['unknown', 'R8-999-1と同じ', 'その行が見当たりません'],
    ['circular', 'No.2と同じ', '互いを指しています'],
    ['empty', 'No.1と同じ', 'その行に記入がありません'],
  ] as const)('is reported as %s where it is %s, and not taken', async (why, said, says) => {
    await using desk = await openAskedDesk()
    const file = await desk.fileOf('2026-1.1', (sheet) => answerIn(sheet, { 'R8-001-2': said }))

    const { told, text } = await desk.take(file)

    expect(told).toMatchObject([{ kind: 'inquiry-take-preview', answers: [{}, { fate: { kind: 'unresolved', why } }] }])
    expect(text).toContain(says)
    expect(await desk.item('R8-001-2')).toMatchObject({ disposition: null, inquired: '2026-1.1', response: null })
  })

  it('is not guessed at where rows were sorted, nor where a number may be that of a project', async () => {
    await using desk = await openAskedDesk()
    const sorted = await desk.fileOf('2026-1.1', (sheet) => {
      answerIn(sheet, { 'R8-001-1': '検討を進める。', 'R8-001-2': '同上' })
      swapRows(sheet, 1, 2)
    })
    const project = await filled(desk, (sheet) => answerIn(sheet, { 'R8-001-2': 'No.34と同じ' }))

    const first = await desk.take(sorted, { accept: false })
    const second = await desk.take(project, { accept: false })

    expect(first.told).toMatchObject([{ answers: [{}, { fate: { kind: 'unresolved', why: 'unknown' } }] }])
    expect(second.told).toMatchObject([{ answers: [{}, { fate: { kind: 'unresolved', why: 'ambiguous' } }] }])
  })

  it('with words of its own besides is an answer of its own', async () => {
    await using desk = await openAskedDesk()
    const file = await filled(desk, (sheet) =>
      answerIn(sheet, { 'R8-001-2': 'No.1と同じ考えだが、時期は未定である。' }),
    )

    await desk.take(file)

    expect(await textsOf(desk)).toMatchObject({ 'R8-001-2': 'No.1と同じ考えだが、時期は未定である。' })
  })
})

describe('what a person has done since', () => {
  it.each([
    ['a draft', 'written', async (desk: InquiryDesk) => await desk.draft('R8-001-1', '事務局の案である。')],
    [
      'a check of what was sent',
      'checked',
      async (desk: InquiryDesk) => await desk.change('R8-001-1', { response: 1, checked: { by: 'kimura', at: 1 } }),
    ],
    [
      '回答不要',
      'no-answer',
      async (desk: InquiryDesk) => await desk.change('R8-001-1', { disposition: { kind: 'none' } }),
    ],
    [
      'まとめて回答',
      'together',
      async (desk: InquiryDesk) => await desk.change('R8-001-1', { disposition: { kind: 'with', item: 'R8-002-1' } }),
    ],
  ] as const)('%s stays, until the item is named', async (_, why, act) => {
    await using desk = await openAskedDesk({ 'R8-001-1': '送った案である。' })
    const file = await filled(desk)
    await act(desk)
    const before = await desk.item('R8-001-1')

    const first = await desk.take(file)
    const kept = await desk.item('R8-001-1')
    const second = await desk.take(file, { replace: ['Ｒ８-1-1'] })

    expect(first.told).toMatchObject([
      { kind: 'inquiry-taken', answers: [{ fate: { kind: 'kept', why } }, { fate: { kind: 'new' } }] },
    ])
    expect(first.text).toContain('--replace R8-001-1')
    expect(first.text).toContain('回答を取り込みました（1項目）')
    // The division has answered: it is waited for no more.
    expect(kept).toEqual({ ...before, inquired: null })
    expect(second.told).toMatchObject([{ answers: [{ fate: { kind: 'changed' } }, { fate: { kind: 'unchanged' } }] }])
    expect(await desk.item('R8-001-1')).toMatchObject({
      disposition: { kind: 'answer' },
      checked: null,
      inquired: null,
    })
    expect(await textsOf(desk)).toEqual(answers)
  })

  it('leaves a file of which nothing was taken over, and it is called so', async () => {
    await using desk = await openAskedDesk()
    const file = await desk.fileOf('2026-1.1', (sheet) => answerIn(sheet, { 'R8-001-1': '進める。' }))
    await desk.draft('R8-001-1', '事務局の案である。')

    const { text } = await desk.take(file)

    expect(text.split('\n')[0]).toBe(
      '照会番号2026-1.1（環境課）のファイルを受け取りました。取り込んだ回答はありません。',
    )
    expect((await desk.response('R8-001-1'))?.text).toBe('事務局の案である。')
  })

  it('gives way where it was shown as the draft, or is the division’s own earlier answer', async () => {
    await using desk = await openAskedDesk({ 'R8-001-1': '送った案である。' })
    await desk.take(await filled(desk))

    const { told } = await desk.take(await filled(desk, (sheet) => answerIn(sheet, { 'R8-001-2': '改めて検討する。' })))

    expect(told).toMatchObject([{ answers: [{ fate: { kind: 'unchanged' } }, { fate: { kind: 'changed' } }] }])
    expect(await desk.response('R8-001-2')).toMatchObject({ number: 2, text: '改めて検討する。' })
    expect((await desk.records.find('responses', 'R8-001-2.1'))?.value.text).toBe('見通しは未定である。')
    expect(await desk.records.list('responses', { item: 'R8-001-1' })).toHaveLength(2)
  })

  it('an unchanged draft is the division’s consent: nothing new is written, and it is waited for no more', async () => {
    await using desk = await openAskedDesk({ 'R8-001-1': '送った案である。' })

    const { told } = await desk.take(await desk.fileOf('2026-1.1'))

    expect(told).toMatchObject([{ answers: [{ fate: { kind: 'unchanged' } }, { fate: { kind: 'empty' } }] }])
    expect(await desk.item('R8-001-1')).toMatchObject({ response: 1, inquired: null })
    expect(await desk.records.list('responses', { item: 'R8-001-1' })).toHaveLength(1)
  })

  it('is not overtaken: what was decided before it is decided again', async () => {
    await using desk = await openAskedDesk()
    const file = await readInquiryFile(await filled(desk))
    const actor = await desk.actor('yamada')
    const decision = await takeInquiry(desk.records, actor, { file, accept: true, replace: [] }, '', (words) => words)
    await desk.draft('R8-001-1', '間に書いた案である。')

    const { outcome } = await desk.commit(decision)

    expect(outcome).toBe('conflict')
    expect(await textsOf(desk)).toEqual({ 'R8-001-1': '間に書いた案である。', 'R8-001-2': null })
  })

  it('marks an answer to words that were edited as one to the old version', async () => {
    await using desk = await openAskedDesk()
    const file = await filled(desk)
    const version = (await desk.records.find('versions', 'R8-001.1'))?.value ?? expect.unreachable()
    const submission = (await desk.records.find('submissions', 'R8-001'))?.value ?? expect.unreachable()
    const text = version.text.replace('脱炭素の取組について伺いたい。', '脱炭素の予算について伺いたい。')
    await desk.put(
      desk.records.put('versions', 'R8-001.2', { ...version, version: 2, text }),
      desk.records.put('submissions', 'R8-001', { ...submission, version: 2 }),
    )

    const { told, text: said } = await desk.take(file)

    expect(told).toMatchObject([{ answers: [{ outdated: true }, { outdated: false }] }])
    expect(said).toContain('旧版に対する回答案')
    expect(await desk.response('R8-001-1')).toMatchObject({ version: 1 })
    expect(await desk.item('R8-001-1')).toMatchObject({ outdated: true })
    expect(await desk.response('R8-001-2')).toMatchObject({ version: 2 })
    expect(await desk.item('R8-001-2')).toMatchObject({ outdated: false })
  })

  it.each([
    ['item-gone', async (desk: InquiryDesk) => await desk.change('R8-001-1', { gone: { kind: 'edited' } })],
    [
      'item-withdrawn',
      async (desk: InquiryDesk) => {
        const value = (await desk.records.find('submissions', 'R8-002'))?.value ?? expect.unreachable()
        await desk.put(desk.records.put('submissions', 'R8-002', { ...value, withdrawn: 1 }))
      },
    ],
    [
      'item-shared',
      async (desk: InquiryDesk) => {
        const value = (await desk.records.find('submissions', 'R8-002'))?.value ?? expect.unreachable()
        await desk.put(desk.records.put('submissions', 'R8-002', { ...value, stage: 'answered' }))
      },
    ],
  ] as const)('an item that is %s takes no answer, the others do', async (why, act) => {
    await using desk = await openAskedDesk()
    const file = await desk.fileOf('2026-1.2', (sheet) =>
      answerIn(sheet, { 'R8-001-1': '甲', 'R8-001-2': '乙', 'R8-002-1': '丙' }),
    )
    await act(desk)

    const { told } = await desk.take(file)

    const [first] = told
    if (first?.kind !== 'inquiry-taken') return expect.unreachable(JSON.stringify(first))
    const closed = first.answers.filter(({ fate }) => fate.kind === 'closed')
    expect(closed).toMatchObject([{ fate: { kind: 'closed', why } }])
    expect(await desk.records.list('responses')).toHaveLength(2)
  })
})

describe('a division that is asked besides the lead', () => {
  const besides = (desk: InquiryDesk, text: string) =>
    desk.fileOf('2026-1.2', (sheet) => answerIn(sheet, { 'R8-001-1': text }))

  it('has its answer count only while the lead has none, and the lead is waited for all the same', async () => {
    await using desk = await openAskedDesk()

    await desk.take(await besides(desk, '農政課としての回答である。'))
    const first = [await desk.response('R8-001-1'), await desk.item('R8-001-1')]
    await desk.take(await filled(desk))
    const { told, text } = await desk.take(await besides(desk, '農政課として改める。'))

    expect(first).toMatchObject([{ author: { id: 'nosei' } }, { inquired: '2026-1.1' }])
    expect(told).toMatchObject([{ answers: [{ fate: { kind: 'beside' } }, {}, {}] }])
    expect(text).toContain('主担当課又は事務局の回答案が優先します')
    expect(await desk.response('R8-001-1')).toMatchObject({ number: 2, author: { id: 'kankyo' } })
    expect((await desk.records.find('responses', 'R8-001-1.3'))?.value).toMatchObject({ text: '農政課として改める。' })
  })
})

describe('a file that cannot be taken is refused with what to do, and changes nothing', () => {
  const faults: Readonly<Record<string, readonly [(sheet: exceljs.Worksheet) => void, object, string]>> = {
    'a receipt unknown': [
      (sheet) => void Object.assign(sheet.getCell(tableOf(sheet).header + 1, 1), { value: 'R8-077-1' }),
      { why: 'unknown-receipt', cell: '照会票!E11', receipt: 'R8-077-1' },
      '受付番号「R8-077-1」は、この照会にありません',
    ],
    'a receipt twice with different answers': [
      (sheet) => void sheet.addRow(['R8-001-1', '', '', '', '別の回答']),
      { why: 'twice', item: 'R8-001-1', cells: ['照会票!E11', '照会票!E13'] },
      'R8-001-1の行が複数あり、回答が異なります',
    ],
    'a formula': [
      (sheet) => answerIn(sheet, { 'R8-001-2': { formula: 'A1&"で検討"', result: '照会票で検討' } }),
      { why: 'formula', cell: '照会票!E12', item: 'R8-001-2' },
      '照会票!E12（R8-001-2）：数式が入っています',
    ],
    'a formula without its result': [
      (sheet) => answerIn(sheet, { 'R8-001-2': { formula: 'A1' } as exceljs.CellFormulaValue }),
      { why: 'formula', cell: '照会票!E12', item: 'R8-001-2' },
      '値（文字）に置き換えてください',
    ],
    'what a broken formula left': [
      (sheet) => answerIn(sheet, { 'R8-001-2': { error: '#REF!' } }),
      { why: 'formula', cell: '照会票!E12', item: 'R8-001-2' },
      '計算できない数式の跡',
    ],
    'an answer that is too long': [
      (sheet) => answerIn(sheet, { 'R8-001-2': 'あ'.repeat(10_001) }),
      { why: 'too-long', item: 'R8-001-2' },
      '1万字を超えています',
    ],
    'an answer longer than a cell can be': [
      (sheet) => answerIn(sheet, { 'R8-001-2': 'あ'.repeat(50_000) }),
      { why: 'too-long', item: 'R8-001-2' },
      '1万字を超えています',
    ],
  }

  it.each(Object.entries(faults))('%s', async (_, [change, fault, says]) => {
    await using desk = await openAskedDesk()
    const file = await filled(desk, change)
    const before = await desk.stored()

    const shown = await desk.take(file, { accept: false })
    const { told, text } = await desk.take(file)

    expect(shown.told).toMatchObject([{ kind: 'inquiry-take-preview', faults: [fault] }])
    expect(shown.text).toContain(says)
    expect(told).toMatchObject([{ kind: 'refused', why: 'faulty-rows', faults: [fault] }])
    expect(text).toContain(says)
    expect(await desk.stored()).toEqual(before)
  })

  it('the same receipt twice with the same answer is one answer', async () => {
    await using desk = await openAskedDesk()

    await desk.take(await filled(desk, (sheet) => void sheet.addRow(['R8-001-1', '', '', '', '検討を進める。'])))

    expect(await textsOf(desk)).toEqual(answers)
  })

  it.each([
    ['not-ours', null, '照会番号が見当たりません'],
    ['other-committee', 'midori/2026-1.1', '別の会議（midori）'],
    ['unknown-inquiry', 'sapporo-vision/2025-3.1', '「inquiry list」'],
    ['several-inquiries', 'sapporo-vision/2026-1.2', '異なる照会番号が複数'],
  ] as const)('%s', async (why, token, says) => {
    await using desk = await openAskedDesk()
    const file = await filled(desk, (sheet, book) => {
      sheet.getCell('B3').value = token
      // Where the number that is seen says otherwise than the hidden one, the file is of both.
      if (why !== 'several-inquiries') book.removeWorksheet(2)
    })
    const before = await desk.stored()

    const { told, text } = await desk.take(file)

    expect(told).toMatchObject([{ kind: 'refused', why }])
    expect(text).toContain(says)
    expect(await desk.stored()).toEqual(before)
  })

  it('an older round', async () => {
    await using desk = await openAskedDesk()
    const file = await filled(desk)
    const value = (await desk.records.find('submissions', 'R8-001'))?.value ?? expect.unreachable()
    await desk.put(desk.records.put('submissions', 'R8-001', { ...value, stage: 'published' }))
    const before = await desk.stored()

    const { told, text } = await desk.take(file)

    expect(told).toEqual([{ kind: 'refused', why: 'inquiry-over', inquiry: '2026-1.1' }])
    expect(text).toContain('前の回の照会')
    expect(await desk.stored()).toEqual(before)
  })

  it('an item to be replaced that is none of its', async () => {
    await using desk = await openAskedDesk()

    const { told } = await desk.take(await filled(desk), { replace: ['R8-004-1'] })

    expect(told).toEqual([{ kind: 'refused', why: 'replace-unknown', items: ['R8-004-1'] }])
    expect(await desk.records.list('responses')).toEqual([])
  })

  it.each([
    [
      'locked',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
      'パスワード',
    ],
    ['old-format', Buffer.from('d0cf11e0a1b11ae1', 'hex'), '（.xls）'],
    [
      'not-a-workbook',
      Buffer.from('受付番号,考え方（案）\nR8-001-1,検討する\n'),
      'Excelのファイル（.xlsx）ではありません',
    ],
  ] as const)('one that is %s', async (problem, bytes, says) => {
    await using desk = await openAskedDesk()
    const before = await desk.stored()

    const { told, text } = await desk.take(new Uint8Array(bytes))

    expect(told).toEqual([{ kind: 'refused', why: 'unreadable', problem }])
    expect(text).toContain(says)
    expect(await desk.stored()).toEqual(before)
  })

  it('one that is cut off', async () => {
    await using desk = await openAskedDesk()
    const file = await filled(desk)

    const { told } = await desk.take(file.slice(0, file.length / 2))

    expect(told).toEqual([{ kind: 'refused', why: 'unreadable', problem: 'broken' }])
  })
})

it('says all of it in English too', async () => {
  await using desk = await openAskedDesk({ 'R8-001-1': '送った案である。' })
  const file = await filled(desk, (sheet) => answerIn(sheet, { 'R8-001-2': 'No.1と同じ' }))
  await desk.draft('R8-001-1', '事務局の案である。')
  const en = 'en' as const

  const listed = await desk.inquire({ do: 'list', call: null }, 'yamada', en)
  const preview = await desk.take(file, { accept: false, language: en })
  const taken = await desk.take(file, { language: en, replace: ['R8-001-1'] })
  const again = await desk.take(file, { language: en })
  const wrong = await desk.take({ kind: 'unreadable', problem: 'bomb' }, { language: en })
  const asked = await desk.inquire({ do: 'write', input: { ...order, accept: false } }, 'yamada', en)
  const reminded = await desk.inquire({ do: 'remind', call: '2026-1' }, 'yamada', en)

  expect(listed.text).toContain('- inquiry 2026-1.1, 令和８年度第１回, 環境課, asked on Thursday 20 August, due')
  expect(preview.text).toContain('Answers not taken: a draft was written in the secretariat since: 1')
  expect(preview.text).toContain('The same as another row, whose answer is not taken: 1')
  expect(preview.text).toContain('run it again with --replace R8-001-1')
  expect(taken.text).toContain('The answers to inquiry 2026-1.1 (環境課) were taken: 2 items.')
  expect(taken.text).toContain('the same as R8-001-1; it is answered together with it')
  expect(again.text).toContain('by 山田　太郎 (yamada). Nothing was changed.')
  expect(wrong.text).toContain('It would grow far beyond its size')
  expect(asked.text).toContain('- R8-004-1: has no division in charge.')
  expect(asked.text).toContain('- R8-001-2: is answered together with another item.')
  expect(reminded.text).toContain('- inquiry 2026-1.3, 子育て支援課, waiting for 1: R8-003-1')
  for (const { text } of [listed, preview, taken, again, wrong, asked, reminded])
    expect(text).not.toMatch(/undefined|\[object|null/u)
})
