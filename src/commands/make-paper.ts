import { type DivisionMail, readInquiryPaper, readReminder } from '../conversation/inquiry-paper.ts'
import type { PaperToMake } from '../conversation/told-files.ts'
import { writeInquiryWorkbook } from '../documents/inquiry-workbook.ts'
import { buildMail } from '../platforms/mail/build-mail.ts'
import { safeFileName } from './write-file.ts'

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Files of one name, by their endings. */
export type Paper = { readonly name: string; readonly files: Readonly<Record<string, Uint8Array | string>> }

type Desk = Parameters<typeof readInquiryPaper>[0]

/**
 * Makes the files of what goes to a division; undefined where it is not there any more. `pack` is told how many rows its
 * workbook has before it is packed.
 */
export async function makePaper(
  paper: PaperToMake,
  desk: Desk,
  pack: (rows: number) => void = () => {},
): Promise<Paper | undefined> {
  const { inquiry: id, at } = paper
  if (paper.kind === 'reminder') {
    const reminder = await readReminder(desk, id, paper.items, at)
    if (reminder === undefined) return undefined
    const key = `reminder/${desk.records.committee}/${id}/${at}`
    return { name: reminder.name, files: await mailFiles(reminder.mail, { key, at }) }
  }
  const inquiry = await readInquiryPaper(desk, id)
  if (inquiry === undefined) return undefined
  pack(inquiry.sheet.rows.length)
  const bytes = await writeInquiryWorkbook(inquiry.sheet)
  const attachment = { name: `${safeFileName(inquiry.name)}.xlsx`, type: workbookType, bytes }
  const key = `inquiry/${inquiry.sheet.token}`
  return { name: inquiry.name, files: { xlsx: bytes, ...(await mailFiles(inquiry.mail, { key, at, attachment })) } }
}

type Posting = Pick<Parameters<typeof buildMail>[0], 'key' | 'at' | 'attachment'>

/** A mail as text to copy, and as a draft to open where there is an address. */
async function mailFiles({ to, subject, text }: DivisionMail, posting: Posting) {
  const plain = `${[...(to === null ? [] : [`宛先：${to}`]), `件名：${subject}`, '', text].join('\n')}\n`
  if (to === null) return { txt: plain }
  const { bytes } = await buildMail({ ...posting, from: null, to, subject, text })
  return { txt: plain, eml: new Uint8Array(bytes) }
}
