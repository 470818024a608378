import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { FileProblem } from '../../src/conversation/messages/files-ja.ts'
import { readWorkbook } from '../../src/documents/read-workbook.ts'
import type { Cell } from '../../src/documents/workbook.ts'
import { Fault } from '../../src/fault.ts'
import { withPart, xlsxBytes } from '../support/xlsx-bytes.ts'

const mimeOfList = await xlsxBytes((book) => {
  book.addWorksheet('一覧').addRows([
    ['番号', '事業名'],
    [1, '学びの事業'],
  ])
})

async function onlyCells(bytes: Uint8Array): Promise<readonly Cell[]> {
  const { sheets } = await readWorkbook(bytes)
  return (sheets[0]?.rows ?? []).flat()
}

async function textOf(value: unknown, numFmt?: string): Promise<string | undefined> {
  const bytes = await xlsxBytes((book) => {
    const cell = book.addWorksheet('一').getCell('A1')
    cell.value = value as string
    if (numFmt !== undefined) cell.numFmt = numFmt
  })
  return (await onlyCells(bytes))[0]?.text
}

async function problemOf(bytes: Uint8Array, limits = {}): Promise<FileProblem> {
  const fault: unknown = await readWorkbook(bytes, limits).catch((thrown: unknown) => thrown)
  expect(fault).toBeInstanceOf(Fault)
  expect(fault).toMatchObject({ code: 'file-unreadable', message: expect.stringMatching(/: It .*\. /u) })
  return (fault as { problem: FileProblem }).problem
}

describe('readWorkbook', () => {
  it('gives every cell with text its row and column, in order', async () => {
    const bytes = await xlsxBytes((book) => {
      const sheet = book.addWorksheet('一覧')
      sheet.getCell('C5').value = '終わり'
      sheet.getCell('A2').value = '始め'
      sheet.getCell('AB5').value = '端'
      book.addWorksheet('控え', { state: 'hidden' }).getCell('A1').value = 'x'
    })

    const { sheets } = await readWorkbook(bytes)

    expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['一覧', false],
      ['控え', true],
    ])
    expect(sheets[0]?.rows.map((row) => row.map(({ row, column, text }) => `${column}${row} ${text}`))).toEqual([
      ['A2 始め'],
      ['C5 終わり', 'AB5 端'],
    ])
  })

  it('repeats the text of a merged cell, naming its master', async () => {
    const bytes = await xlsxBytes((book) => {
      const sheet = book.addWorksheet('一')
      sheet.getCell('A1').value = '１　産業'
      sheet.getCell('A1').numFmt = '0.0'
      sheet.mergeCells('A1:A3')
      sheet.getCell('B2').value = '下'
    })

    const cells = await onlyCells(bytes)

    expect(cells.map(({ column, row, text, mergedInto }) => [`${column}${row}`, text, mergedInto])).toEqual([
      ['A1', '１　産業', null],
      ['A2', '１　産業', 'A1'],
      ['B2', '下', null],
      ['A3', '１　産業', 'A1'],
    ])
  })

  it('joins rich text, shows the words of a link, keeps line breaks, and leaves readings out', async () => {
    expect(await textOf({ richText: [{ text: '評価' }, { text: '◎', font: { bold: true } }] })).toBe('評価◎')
    expect(await textOf({ text: '市の頁', hyperlink: 'https://example.org/' })).toBe('市の頁')
    expect(await textOf('一行目\n二行目')).toBe('一行目\n二行目')
    const withReading = withPart(
      await xlsxBytes((book) => book.addWorksheet('一').addRow(['圏域'])),
      'xl/sharedStrings.xml',
      (xml) => xml.replace('</si>', '<rPh sb="0" eb="2"><t>ケンイキ</t></rPh></si>'),
    )
    expect((await onlyCells(withReading))[0]?.text).toBe('圏域')
    const withReturn = withPart(
      await xlsxBytes((book) => book.addWorksheet('一').addRow(['圏域'])),
      'xl/sharedStrings.xml',
      (xml) => xml.replace('圏域', '圏_x000D_\n域'),
    )
    expect((await onlyCells(withReturn))[0]?.text).toBe('圏\n域')
  })

  it.each([
    ['a shared string', '_x005F_x0041__x0042_', '_x0041_B'],
    ['in small letters', '_x005f_x0041__x00e9_', '_x0041_é'],
    ['a sign of two halves', '_xD83D__xDE00_', '😀'],
    ['no such sign', '_x41_ __x0041_', '_x41_ _A'],
  ])('reads what stands for a sign once, wherever it stands: %s', async (_, written, read) => {
    const plain = await xlsxBytes((book) => book.addWorksheet('一').addRow(['圏域']))
    const texts = ['圏域', '圏', '域']
    const rich = await xlsxBytes((book) =>
      book.addWorksheet('一').addRow([{ richText: texts.map((text) => ({ text })) }]),
    )
    const inCell = (xml: string) => `<c r="A1" t="inlineStr"><is>${xml}</is></c>`
    const inline = (xml: string) =>
      withPart(plain, 'xl/worksheets/sheet1.xml', (sheet) => sheet.replace(/<c r="A1".*?<\/c>/u, inCell(xml)))
    const inStrings = (bytes: Uint8Array) =>
      withPart(bytes, 'xl/sharedStrings.xml', (xml) => xml.replace('圏域', written))

    const found = await Promise.all(
      [
        inStrings(plain),
        inStrings(rich),
        inline(`<t>${written}</t>`),
        inline(`<r><t>${written}</t></r><r><t>圏域</t></r>`),
      ].map(async (bytes) => (await onlyCells(bytes))[0]?.text),
    )

    expect(found).toEqual([read, `${read}圏域`, read, `${read}圏域`])
  })

  it('flags a formula and gives the result that the file holds, evaluating nothing', async () => {
    const bytes = await xlsxBytes((book) => {
      const sheet = book.addWorksheet('一')
      sheet.getCell('A1').value = { formula: '1+1', result: 3 }
      sheet.getCell('A2').value = { formula: 'HYPERLINK("http://example.org","押す")', result: '押す' }
      sheet.getCell('A3').value = { formula: '1/0', result: { error: '#DIV/0!' } }
      sheet.getCell('A4').value = '=1+1'
      sheet.getCell('A5').value = { formula: 'NOW()' } as never
      sheet.getCell('B5').value = 'x'
    })

    const cells = await onlyCells(bytes)

    expect(cells.map(({ text, formula }) => [text, formula])).toEqual([
      ['3', true],
      ['押す', true],
      ['#DIV/0!', true],
      ['=1+1', false],
      ['', true],
      ['x', false],
    ])
  })

  it('shows a number by the format of its cell', async () => {
    expect(await textOf(94, '#,##0"人"')).toBe('94人')
    expect(await textOf(45000, '[$-411]ggge"年"m"月"d"日"')).toBe('令和5年3月15日')
    expect(await textOf(45000.5, 'yyyy/m/d h:mm')).toBe('2023/3/15 12:00')
  })

  it.each([
    [57, 'R5.3.15'],
    [58, '令和5年3月15日'],
    [31, '2023年3月15日'],
    [55, '2023年3月'],
  ])('knows the format %i that Japanese Excel does not spell out', async (id, shown) => {
    const bytes = await xlsxBytes((book) => {
      const cell = book.addWorksheet('一').getCell('A1')
      cell.value = 45000
      cell.numFmt = '0.000'
    })
    const local = withPart(bytes, 'xl/styles.xml', (xml) =>
      xml.replaceAll(/numFmtId="16\d"/gu, `numFmtId="${id}"`).replace(/<numFmts.*<\/numFmts>/u, ''),
    )

    expect((await onlyCells(local))[0]).toMatchObject({ text: shown, number: 45000 })
  })

  it('counts days from 1904 where the file does', async () => {
    const bytes = await xlsxBytes((book) => {
      book.properties.date1904 = true
      const cell = book.addWorksheet('一').getCell('A1')
      cell.value = new Date(Date.UTC(2023, 2, 15))
      cell.numFmt = 'yyyy/m/d'
    })

    expect((await onlyCells(bytes))[0]?.text).toBe('2023/3/15')
  })

  it('says of a cell that its row or column is hidden', async () => {
    const bytes = await xlsxBytes((book) => {
      const sheet = book.addWorksheet('一')
      sheet.addRows([
        ['a', 'b'],
        ['c', 'd'],
      ])
      sheet.getRow(2).hidden = true
      sheet.getColumn(2).hidden = true
    })

    expect((await onlyCells(bytes)).map(({ text, hidden }) => [text, hidden])).toEqual([
      ['a', false],
      ['b', true],
      ['c', true],
      ['d', true],
    ])
  })

  it('is not moved by what is no text: validations and names over whole columns, pictures, links gone astray', async () => {
    const bytes = await xlsxBytes((book) => {
      const sheet = book.addWorksheet('一')
      sheet.getCell('A1').value = 'x'
      const picture = book.addImage({ buffer: Buffer.from('89504e470d0a1a0a', 'hex') as never, extension: 'png' })
      sheet.addImage(picture, 'B2:C3')
      sheet.getCell('A1').note = '覚え'
    })
    const odd = withPart(
      withPart(bytes, 'xl/worksheets/sheet1.xml', (xml) =>
        xml.replace(
          '</sheetData>',
          '</sheetData><dataValidations count="1"><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"a"</formula1></dataValidation></dataValidations><hyperlinks><hyperlink ref="A1" r:id="rId99"/></hyperlinks>',
        ),
      ),
      'xl/workbook.xml',
      (xml) =>
        xml.replace(
          '</sheets>',
          '</sheets><definedNames><definedName name="x">一!$A$1:$XFD$1048576</definedName></definedNames>',
        ),
    )

    expect((await onlyCells(odd)).map(({ text }) => text)).toEqual(['x'])
  })

  it('reads what exceljs wrote, whatever the text', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.string({ unit: fc.constantFrom('あ', '◎', '=', '<', '&', '"', '\n', ' ', '１', '😀', "'"), minLength: 1 }),
          { minLength: 1, maxLength: 8 },
        ),
        async (texts) => {
          const bytes = await xlsxBytes((book) => book.addWorksheet('一').addRow(texts))

          expect((await onlyCells(bytes)).map(({ text }) => text)).toEqual(texts)
        },
      ),
      { numRuns: 15 },
    )
  })
})

describe('readWorkbook refuses, saying what to do,', () => {
  it('a zip bomb, before it is unpacked', async () => {
    const bomb = zipSync({
      'xl/workbook.xml': strToU8('<workbook/>'),
      'xl/worksheets/sheet1.xml': new Uint8Array(60e6),
    })

    expect(bomb.length).toBeLessThan(100_000)
    expect(await problemOf(bomb)).toBe('bomb')
  })

  it('a bomb that lies about its size', async () => {
    const bomb = Buffer.from(
      zipSync({ 'xl/workbook.xml': strToU8('<workbook/>'), 'xl/worksheets/sheet1.xml': new Uint8Array(60e6) }),
    )
    const size = Buffer.alloc(4)
    size.writeUInt32LE(60e6)
    const small = Buffer.alloc(4)
    small.writeUInt32LE(100)
    for (let at = bomb.indexOf(size); at >= 0; at = bomb.indexOf(size)) small.copy(bomb, at)

    expect(await problemOf(bomb)).toBe('broken')
  })

  it('a sheet that takes more memory than it is given', async () => {
    const rows = Array.from({ length: 20_000 }, (_, row) =>
      Array.from({ length: 10 }, (_, column) => `${row}-${column}`),
    )
    const bytes = await xlsxBytes((book) => void book.addWorksheet('一').addRows(rows))

    expect(await problemOf(bytes, { memory: 32 })).toBe('too-large')
  })

  it.each(['A1:XFD1048576', 'A1:A65536"/><mergeCell ref="B1:D65536'])(
    'merges over more cells than a sheet may have, which would take hours: %s',
    async (area) => {
      const merges = `<mergeCells><mergeCell ref="${area}"/></mergeCells>`
      const bytes = withPart(mimeOfList, 'xl/worksheets/sheet1.xml', (xml) =>
        xml.replace('</sheetData>', `</sheetData>${merges}`),
      )

      expect(await problemOf(bytes, { milliseconds: 600_000 })).toBe('too-large')
    },
  )

  it('a sheet that takes all memory at once, and goes on', async () => {
    const wide = '<cols><col min="1" max="1000000000" width="3"/></cols><sheetData>'
    const bytes = withPart(mimeOfList, 'xl/worksheets/sheet1.xml', (xml) => xml.replace('<sheetData>', wide))

    expect(await problemOf(bytes, { memory: 64, milliseconds: 600_000 })).toBe('too-large')
  }, 60_000)

  it('one long text in many cells', async () => {
    const row = Array.from({ length: 20 }, () => 'あ'.repeat(20_000))
    const bytes = await xlsxBytes((book) => void book.addWorksheet('一').addRows(Array.from({ length: 40 }, () => row)))

    expect(bytes.length).toBeLessThan(100_000)
    expect(await problemOf(bytes)).toBe('too-large')
  })

  it('what takes longer than it is given', async () => {
    await expect(readWorkbook(mimeOfList, { milliseconds: 1 })).rejects.toMatchObject({ problem: 'too-slow' })
  })

  it('too many entries, cells or bytes', async () => {
    const many = Object.fromEntries(Array.from({ length: 1001 }, (_, index) => [`xl/a${index}.xml`, new Uint8Array(1)]))

    expect(await problemOf(zipSync({ ...many, 'xl/workbook.xml': strToU8('<workbook/>') }))).toBe('too-large')
    expect(await problemOf(mimeOfList, { cells: 3 })).toBe('too-large')
    expect(await problemOf(mimeOfList, { bytes: 100 })).toBe('too-large')
    expect(await problemOf(mimeOfList, { unpacked: 100 })).toBe('too-large')
  })

  it('a locked file, and one of Excel 97', async () => {
    const head = Buffer.from('d0cf11e0a1b11ae1', 'hex')

    expect(await problemOf(Buffer.concat([head, Buffer.alloc(512), Buffer.from('EncryptedPackage', 'utf16le')]))).toBe(
      'locked',
    )
    expect(await problemOf(Buffer.concat([head, Buffer.alloc(512), Buffer.from('Workbook', 'utf16le')]))).toBe(
      'old-format',
    )
  })

  it('what is no workbook: a text, a Word file, an empty file, a binary workbook', async () => {
    expect(await problemOf(Buffer.from('番号,事業名\n'))).toBe('not-a-workbook')
    expect(await problemOf(new Uint8Array())).toBe('not-a-workbook')
    expect(await problemOf(zipSync({ 'word/document.xml': strToU8('<w/>') }))).toBe('not-a-workbook')
    expect(await problemOf(zipSync({ 'xl/workbook.bin': strToU8('x') }))).toBe('binary')
  })

  it('a file cut off anywhere', async () => {
    for (const part of [0.1, 0.5, 0.9, 0.99])
      expect(await problemOf(mimeOfList.subarray(0, Math.floor(mimeOfList.length * part)))).toBe('broken')
  })

  it('entities of its own, and XML that does not close', async () => {
    const laughs =
      '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><sst><si><t>&b;</t></si></sst>'

    expect(await problemOf(withPart(mimeOfList, 'xl/sharedStrings.xml', () => laughs))).toBe('broken')
    expect(await problemOf(withPart(mimeOfList, 'xl/sharedStrings.xml', () => '<sst><si><t>&b;</t></si></sst>'))).toBe(
      'broken',
    )
    expect(await problemOf(withPart(mimeOfList, 'xl/worksheets/sheet1.xml', (xml) => xml.slice(0, -30)))).toBe('broken')
  })

  it('any bytes after the mark of a zip, without ever crashing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(mimeOfList.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const bytes = Uint8Array.from(mimeOfList)
        bytes[at] = ((bytes[at] ?? 0) + by) % 256
        const read = await readWorkbook(bytes).catch((thrown: unknown) => thrown)

        expect(read instanceof Error ? read : null).toSatisfy((fault) => fault === null || fault instanceof Fault)
      }),
      { numRuns: 40 },
    )
  })
})
