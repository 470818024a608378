import type { News } from '../opinions/notice.ts'
import type { Records } from '../opinions/records.ts'
import type { Member } from '../opinions/roster.ts'
import { type Block, type Message, notes, texts } from './reply.ts'
import { callName, sayIn, type View } from './view.ts'

/** Characters of a mail's subject at most. */
const longestSubject = 60

/** News as a whole mail: with a subject, whom it is for, whom it is from, and that nobody reads an answer to it. */
export async function newsMail(news: News, blocks: readonly Block[], view: View): Promise<Message> {
  const { opinions } = sayIn(view)
  const committee = view.prepared.record.committee.name[view.language]
  // The secretariat need not be told whom it is from.
  if (news.kind === 'digest') return { subject: await subjectOf(news, committee, view), blocks }
  const member = await findReader(view.records, news)
  const blank = texts('')
  return {
    subject: await subjectOf(news, committee, view),
    blocks: [
      ...(member === null ? [] : texts(opinions.mail.to(member.name, member.title))),
      ...texts(opinions.mail.lead(committee)),
      ...blank,
      ...blocks,
      ...blank,
      ...notes(opinions.byMail(committee)),
    ],
  }
}

/** What it is about, with the committee's name where that fits: no part is cut. */
async function subjectOf(news: News, committee: string, view: View): Promise<string> {
  const { mail } = sayIn(view).opinions
  const what = mail.news[news.kind]
  const about = await aboutOf(news, view)
  const fits = [
    ...(about === null ? [] : [mail.subject(mail.about(what, about), committee), mail.about(what, about)]),
    mail.subject(what, committee),
    what,
  ]
  return fits.find((one) => [...one].length <= longestSubject) ?? what
}

async function aboutOf(news: News, view: View): Promise<string | null> {
  if ('receipt' in news) return news.receipt
  if (news.kind === 'digest') return sayIn(view).digest.day(news.day)
  return 'call' in news ? await callName(view, news.call) : null
}

/** The member whom news are for, while the roster has him. */
async function findReader(records: Records, news: News): Promise<Member | null> {
  const id = await readerOf(records, news)
  return id === null ? null : ((await records.find('members', id))?.value ?? null)
}

async function readerOf(records: Records, news: News): Promise<string | null> {
  switch (news.kind) {
    case 'reminder':
    case 'annex-shared':
    case 'annex-recalled':
      return news.member
    case 'account-confirmed': {
      const holder = (await records.find('accounts', news.account))?.value.holder ?? null
      return holder?.kind === 'member' ? holder.id : null
    }
    case 'digest':
    case 'turn-reply':
    case 'submission-card':
    case 'submission-act':
    case 'account-claim':
      return null
    case 'receipt':
    case 'edited':
    case 'withdrawn':
    case 'replied':
    case 'question-back':
    case 'proof':
    case 'proof-answered':
    case 'response':
    case 'response-recalled':
      return (await records.find('submitters', news.receipt))?.value.member ?? null
  }
}
