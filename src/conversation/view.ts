import type { Calendar } from '../opinions/calendar.ts'
import { standing } from '../opinions/call.ts'
import { findCall } from '../opinions/filing.ts'
import type { Records } from '../opinions/records.ts'
import type { Subject } from '../opinions/submission.ts'
import type { Language } from '../questions/normal-text.ts'
import type { PreparedRecord } from '../questions/prepared-record.ts'
import { en } from './messages/en.ts'
import { ja, type Messages } from './messages/ja.ts'

/** What told things are put into words from: the records as they are, in somebody's language. */
export type View = {
  readonly records: Records
  readonly prepared: PreparedRecord
  readonly calendar: Calendar
  readonly language: Language
  /** How the person is addressed (○○委員、); empty where the roster does not know him. */
  readonly address: string
  /** Whether what is said back at the place reaches the bot: not by mail. */
  readonly here: boolean
  /** Whether it is staff who read: they see who sent what, and all of its versions. */
  readonly staff: boolean
  /** Whether translations are shown that a machine has made and nobody has read. */
  readonly machine?: boolean
  /** Milliseconds since 1970. */
  readonly at: number
}

export function sayIn({ language }: Pick<View, 'language'>): Messages {
  return language === 'ja' ? ja : en
}

/** A call's name as printed; the standing call has one of ours. */
export async function callName(view: Pick<View, 'records' | 'language'>, id: string): Promise<string> {
  if (id === standing) return sayIn(view).opinions.standingCall
  return (await view.records.find('calls', id))?.value.name ?? id
}

/** A release by the name of its call; those of the standing one are numbered. */
export async function releaseName(view: View, id: string): Promise<string> {
  const number = /^standing-(\d+)$/u.exec(id)?.[1]
  return number === undefined ? await callName(view, id) : `${sayIn(view).opinions.standingCall} ${number}`
}

/** What an opinion is about, by its number and title. */
export async function subjectText(
  view: Pick<View, 'records' | 'prepared' | 'language'>,
  subject: Subject,
  callId: string,
): Promise<string> {
  const say = sayIn(view)
  switch (subject.kind) {
    case 'agenda': {
      const call = await findCall(view.records, callId)
      return say.opinions.agendaItem(subject.number, call?.value.agenda[subject.number - 1] ?? null)
    }
    case 'project': {
      const project = view.prepared.record.projects.find(
        ({ document, number }) => document === subject.document && number === subject.number,
      )
      const title = project === undefined ? null : say === ja ? project.title : project.en
      return say.project(subject.number, title)
    }
    case 'whole':
      return say.opinions.wholeSubject
  }
}

/** The secretariat's telephone number, where the committee gives one. */
export function phoneOf({ prepared }: View): string | null {
  return prepared.record.committee.phone?.number ?? null
}
