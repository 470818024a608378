import { readAskedWords } from '../opinions/asked-words.ts'
import { standing } from '../opinions/call.ts'
import { type Day, dayOf, momentOf } from '../opinions/day.ts'
import { divisionsOf } from '../opinions/find-division.ts'
import type { AskedItem, Inquiry } from '../opinions/inquiry.ts'
import { inquiryToken } from '../opinions/inquiry-token.ts'
import { findLeadDivision } from '../opinions/lead-division.ts'
import { counterOf } from '../opinions/receipt.ts'
import type { Subject } from '../opinions/submission.ts'
import { inquiryPaperJa as paper } from './messages/inquiry-paper-ja.ts'
import { callName, subjectText, type View } from './view.ts'
import { visibleText } from './visible-text.ts'

/** The content of an inquiry's file (照会票), every word of it; no member is named. */
export type InquirySheet = {
  readonly title: string
  /** Label and text of each line of the head. */
  readonly head: readonly (readonly [string, string])[]
  readonly instructions: readonly string[]
  readonly columns: Readonly<Record<keyof typeof paper.columns, string>>
  readonly rows: readonly Readonly<Record<keyof typeof paper.columns, string>>[]
  readonly token: string
  /** Milliseconds since 1970. */
  readonly at: number
}

/** A mail to a division; `to` is null where the roster has no address. */
export type DivisionMail = { readonly to: string | null; readonly subject: string; readonly text: string }

/** Names of files without what they end in. */
export type InquiryPaper = { readonly name: string; readonly sheet: InquirySheet; readonly mail: DivisionMail }
type Reminder = { readonly name: string; readonly mail: DivisionMail }

type Desk = Pick<View, 'records' | 'prepared'>

/** An inquiry's file and covering mail, as they were when it was written; undefined where there is no such inquiry. */
export async function readInquiryPaper(desk: Desk, id: string): Promise<InquiryPaper | undefined> {
  const { records } = desk
  const inquiry = (await records.find('inquiries', id))?.value
  if (inquiry === undefined) return undefined
  const { meeting, division, mail } = await addressOf(desk, inquiry)
  const before = (await records.list('inquiries', { call: inquiry.call })).filter(
    ({ value }) => value.division === inquiry.division && value.number < inquiry.number,
  )
  const rows = await Promise.all(inquiry.items.map(async (asked) => await rowOf(desk, inquiry, asked)))
  const token = inquiryToken({ committee: records.committee, inquiry: id })
  const subject = paper.subject(meeting)
  return {
    name: paper.fileName(shortCall(inquiry.call), division, before.length),
    sheet: {
      title: paper.title,
      head: [
        [paper.head.meeting, meeting],
        [paper.head.number, token],
        [paper.head.division, paper.division(division)],
        [paper.head.due, paper.due(inquiry.due)],
        [paper.head.contact, inquiry.contact],
      ],
      ...{ instructions: paper.instructions, columns: paper.columns, token, at: inquiry.at },
      rows: rows.filter((row) => row !== undefined),
    },
    mail: {
      to: mail,
      subject,
      text: paper.mail(division, subject, inquiry.due, inquiry.contact, token),
    },
  }
}

/** The reminder of an inquiry at a moment, about the items that are still to be answered. */
export async function readReminder(
  desk: Desk,
  id: string,
  items: readonly string[],
  at: number,
): Promise<Reminder | undefined> {
  const inquiry = (await desk.records.find('inquiries', id))?.value
  if (inquiry === undefined) return undefined
  const { meeting, division, mail } = await addressOf(desk, inquiry)
  const { due, contact } = inquiry
  const token = inquiryToken({ committee: desk.records.committee, inquiry: id })
  const today: Day = dayOf(at)
  const text = paper.reminder({
    ...{
      division,
      subject: paper.subject(meeting),
      asked: dayOf(inquiry.at),
      due,
      over: at >= momentOf(due) + 60_000,
      items,
      contact,
      id: token,
    },
  })
  return {
    name: paper.reminderName(shortCall(inquiry.call), division, `${inquiry.number}`, today),
    mail: { to: mail, subject: paper.reminderSubject(meeting), text },
  }
}

async function addressOf({ records, prepared }: Desk, { call, division, fiscalYear }: Inquiry) {
  const known = (await divisionsOf(records, fiscalYear)).find(({ id }) => id === division)
  const committee = prepared.record.committee.name.ja
  return {
    division: known?.name ?? division,
    mail: known?.mail ?? null,
    meeting:
      call === standing
        ? paper.standing(committee)
        : paper.meeting(await callName({ records, language: 'ja' }, call), committee),
  }
}

/** An erased submission leaves no row. */
async function rowOf(desk: Desk, inquiry: Inquiry, asked: AskedItem) {
  const { records } = desk
  const item = await records.find('items', asked.item)
  const sent = item && (await readAskedWords(records, item.value.receipt, asked))
  if (item === undefined || sent === undefined) return undefined
  const { subject } = sent.version
  const roster = await divisionsOf(records, inquiry.fiscalYear)
  const nameOf = (id: string) => roster.find((one) => one.id === id)?.name ?? id
  const { lead, others } = await findLeadDivision(records, item.value)
  const draft = asked.shown === null ? undefined : await records.find('responses', `${asked.item}.${asked.shown}`)
  const about = async (kinds: readonly Subject['kind'][]) =>
    kinds.includes(subject.kind) ? await subjectText({ ...desk, language: 'ja' }, subject, inquiry.call) : ''
  return {
    receipt: asked.item,
    agenda: await about(['agenda', 'whole']),
    project: await about(['project']),
    opinion: visibleText(sent.heading === null ? sent.words : `${sent.heading}\n${sent.words}`),
    answer: draft?.value.text ?? '',
    remark: paper.remark(lead === null ? null : nameOf(lead), others.map(nameOf)),
  }
}

/** `R8-1`; the standing call by its name. */
function shortCall(call: string): string {
  return call === standing ? '随時' : `${counterOf(`${call.slice(0, 4)}-04-01`)}-${call.slice(5)}`
}
