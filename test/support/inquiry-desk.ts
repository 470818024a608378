import exceljs from 'exceljs'
import type { InquiryAct } from '../../src/conversation/inquiry-form.ts'
import { readInquiryPaper } from '../../src/conversation/inquiry-paper.ts'
import { readInquiryFile } from '../../src/documents/inquiry-rows.ts'
import { writeInquiryWorkbook } from '../../src/documents/inquiry-workbook.ts'
import type { QueueItem, Response } from '../../src/opinions/queue-item.ts'
import type { TakenFile } from '../../src/opinions/taken-file.ts'
import { InquiryOrder } from '../../src/opinions/write-inquiries.ts'
import type { Language } from '../../src/questions/normal-text.ts'
import { openFrontOffice, opinionForm } from './front-office.ts'

export const divisions = [
  { id: 'kankyo', name: '環境課', mail: 'kankyo@example.jp' },
  { id: 'nosei', name: '農政課', mail: 'nosei@example.jp' },
  { id: 'kosodate', name: '子育て支援課', mail: null },
]

/** What two members have filed: five items, one of them of a project that no division has. */
const opinions = [
  {
    who: 'sato',
    subject: '34',
    text: '【（１）】\n脱炭素の取組について伺いたい。\n【（２）】\n特区の見通しを伺いたい。',
  },
  { who: 'sato', subject: '40', text: '農産物の消費を増やしてほしい。' },
  { who: 'sato', subject: '19', text: '保育の質を高めてほしい。' },
  { who: 'sato', subject: null, text: '全般に賛同する。' },
] as const

export const order = InquiryOrder.parse({
  ...{ call: '2026-1', due: '2026-09-10', divisions: [], contact: '企画課 山田（内線1234）', accept: true },
})

/** A front office whose members have filed and whose table of charges is filled; what is done there about inquiries. */
export async function openInquiryDesk() {
  const office = await openFrontOffice()
  const { records, put, fill, base } = office
  const charge = (number: number, lead: string, others: string[] = []) =>
    records.put('charges', `2024-2-annex/${number}`, { document: '2024-2-annex', number, lead, others })
  await put(
    records.put('divisions', '2026', { fiscalYear: 2026, divisions: [...divisions] }),
    ...[charge(34, 'kankyo', ['nosei']), charge(40, 'nosei'), charge(19, 'kosodate')],
  )
  for (const { who, subject, text } of opinions) {
    const { told } = await fill(who, opinionForm(text, { subject }))
    if (told[0]?.kind !== 'receipt') throw new Error(JSON.stringify(told))
  }

  const inquire = async (act: InquiryAct, who = 'yamada', language: Language = 'ja') =>
    await fill(who, { name: 'inquiry', act }, { language })

  /** The file of an inquiry, filled in and changed as `change` says. */
  async function fileOf(id: string, change: (sheet: exceljs.Worksheet, book: exceljs.Workbook) => void = () => {}) {
    const paper = await readInquiryPaper(base, id)
    if (paper === undefined) throw new Error(`no inquiry ${id}`)
    return await mangle(await writeInquiryWorkbook(paper.sheet), change)
  }

  const take = async (
    file: Uint8Array | TakenFile,
    { accept = true, replace = [] as string[], who = 'yamada', language = 'ja' as Language } = {},
  ) => {
    const read = file instanceof Uint8Array ? await readInquiryFile(file) : file
    return await inquire({ do: 'take', input: { file: read, accept, replace } }, who, language)
  }

  async function item(id: string): Promise<QueueItem> {
    const found = await records.find('items', id)
    if (found === undefined) throw new Error(`no item ${id}`)
    return found.value
  }

  /** The response that counts. */
  async function response(id: string): Promise<Response | undefined> {
    const { response: number } = await item(id)
    return number === null ? undefined : (await records.find('responses', `${id}.${number}`))?.value
  }

  async function change(id: string, to: Partial<QueueItem>): Promise<void> {
    await put(records.put('items', id, { ...(await item(id)), ...to }))
  }

  /** A draft that somebody of the staff has written. */
  async function draft(id: string, text: string): Promise<void> {
    const { receipt } = await item(id)
    const own = await records.list('responses', { item: id })
    const number = own.length + 1
    const { version = 1 } = (await records.find('submissions', receipt))?.value ?? {}
    const author = { kind: 'staff', id: 'kimura' } as const
    await put(records.put('responses', `${id}.${number}`, { item: id, receipt, number, version, text, author, at: 1 }))
    await change(id, { response: number })
  }

  return { ...office, inquire, fileOf, take, item, response, change, draft }
}
export type InquiryDesk = Awaited<ReturnType<typeof openInquiryDesk>>

/** What somebody does to a workbook before he sends it back. */
export async function mangle(
  bytes: Uint8Array,
  change: (sheet: exceljs.Worksheet, book: exceljs.Workbook) => void,
): Promise<Uint8Array> {
  const book = new exceljs.Workbook()
  await book.xlsx.load(bytes.slice().buffer)
  const [sheet] = book.worksheets
  if (sheet === undefined) throw new Error('no sheet')
  change(sheet, book)
  return new Uint8Array(await book.xlsx.writeBuffer())
}

/** Where the table begins, and its columns by heading. */
export function tableOf(sheet: exceljs.Worksheet) {
  let header = 0
  sheet.eachRow((row, number) => {
    if (header === 0 && row.getCell(1).text === '受付番号') header = number
  })
  const columns = new Map<string, number>()
  sheet.getRow(header).eachCell((cell, number) => void columns.set(cell.text, number))
  const column = (name: string) => columns.get(name) ?? 0
  return { header, column, rows: sheet.rowCount - header }
}

/** Writes answers beside receipt numbers. */
export function answerIn(sheet: exceljs.Worksheet, answers: Readonly<Record<string, exceljs.CellValue>>): void {
  const { header, column } = tableOf(sheet)
  for (const [item, answer] of Object.entries(answers)) {
    let found = false
    for (let at = header + 1; at <= sheet.rowCount; at++) {
      if (sheet.getRow(at).getCell(column('受付番号')).text !== item) continue
      sheet.getRow(at).getCell(column('考え方（案）')).value = answer
      found = true
      break
    }
    if (!found) throw new Error(`no row of ${item}`)
  }
}
