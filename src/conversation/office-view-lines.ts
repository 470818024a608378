import { minuteOf } from '../opinions/day.ts'
import { findPlaceless } from '../opinions/no-place.ts'
import type { News } from '../opinions/notice.ts'
import type { StuckNotice } from './list-stuck.ts'
import type { OfficeMessages } from './messages/office-ja.ts'
import type { OfficeTold } from './office-acts.ts'

type Told<Kind extends OfficeTold['kind']> = Extract<OfficeTold, { readonly kind: Kind }>

/** All calls with what has come in, two lines each. */
export function callsLines({ calls, standing }: Told<'calls'>, say: OfficeMessages): readonly string[] {
  return [
    calls.length === 0 ? say.callsNone : say.calls(calls.length),
    ...calls.flatMap(({ call, name, isOpen, deadline, opinion, none, unanswered, asked, replied }) => [
      say.callLine(say.callNamed(name, call), isOpen, deadline),
      `${say.counts(opinion, none, unanswered, asked)}${say.replies(replied)}`,
    ]),
    `${say.standingCount(standing.filed)}${say.replies(standing.replied)}`,
  ]
}

/** What was filed to no meeting. */
export function standingLines({ filed }: Told<'standing'>, say: OfficeMessages): readonly string[] {
  return [
    say.standingCount(filed.filter(({ live }) => live).length),
    ...filed.map(({ receipt, member, name, live, replied }) =>
      say.filedLine(receipt, member === null ? null : say.person(name, member), live, replied),
    ),
  ]
}

/** One call with what each member asked has answered. */
export function callLines({ call, isOpen, asked, undelivered }: Told<'call'>, say: OfficeMessages): readonly string[] {
  const count = (kind: 'opinion' | 'none' | null) => asked.filter(({ answered }) => answered === kind).length
  const silent = asked.filter(({ answered }) => answered === null)
  return [
    say.callLine(say.callNamed(call.name, call.id), isOpen, call.deadline),
    say.form[call.form],
    ...(call.approval ? [say.approvalAsked] : []),
    ...(call.agenda.length === 0 ? [] : [say.agenda(call.agenda)]),
    ...(call.documents.length === 0 ? [] : [say.documents(call.documents)]),
    say.counts(count('opinion'), count('none'), silent.length, asked.length),
    ...asked.map(({ member, name, answered, vote, receipts, replied }) =>
      say.answerLine(
        say.person(name, member),
        answered === null ? say.unanswered : say.answered[answered],
        vote,
        receipts.map((receipt) => say.receipt(receipt, replied.includes(receipt))),
      ),
    ),
    ...(silent.length === 0 ? [] : [say.unansweredLead(silent.map(({ name, member }) => say.person(name, member)))]),
    ...(undelivered.length === 0 ? [] : undeliveredLines(undelivered, say)),
  ]
}

/** What an import has changed, or would change. */
export function importLines(
  { kind, added, changed, missing }: Told<'roster-imported'> | Told<'roster-preview'>,
  say: OfficeMessages,
): readonly string[] {
  const isSame = added.length + changed.length === 0
  const lines = (
    [
      [say.added, added],
      [say.changed, changed],
      [say.missing, missing],
    ] as const
  ).flatMap(([lead, entries]) => {
    const byPart = [...Map.groupBy(entries, ({ part }) => part)]
    const parts = byPart.map(([part, group]) =>
      say.entries(
        say.part[part],
        group.map(({ id }) => id),
      ),
    )
    return parts.length === 0 ? [] : [say.rosterPart(lead, parts)]
  })
  if (isSame) return [say.rosterSame, ...lines]
  return kind === 'roster-imported' ? [say.rosterImported, ...lines] : [say.rosterPreview, ...lines, say.acceptHint]
}

/** The roster as it is, and who waits to be put on it. */
export function rosterLines({ members, staff, divisions, claims }: Told<'roster'>, say: OfficeMessages) {
  const withAccounts = (line: string, accounts: readonly string[]) =>
    accounts.length === 0 ? [line] : [line, `　${say.accounts(accounts)}`]
  const isEmpty = members.length + staff.length + divisions.length === 0
  return [
    ...(isEmpty ? [say.rosterEmpty] : [say.membersLead(members.length)]),
    ...members.flatMap(({ id, name, title, terms, inTerm, accounts }) => {
      const days = terms.map(({ from, to }) => [from, to] as const)
      return withAccounts(say.memberLine(say.person(name, id), title, days, inTerm), accounts)
    }),
    ...(isEmpty ? [] : [say.staffLead(staff.length)]),
    ...staff.flatMap(({ id, name, posts, onDuty, accounts }) => {
      const held = posts.map(({ post, from, to }) => [post, from, to] as const)
      return withAccounts(say.staffLine(say.person(name, id), held, onDuty), accounts)
    }),
    ...divisions.map(({ fiscalYear, divisions: listed }) =>
      say.divisionsLead(
        fiscalYear,
        listed.map(({ id, name }) => say.person(name, id)),
      ),
    ),
    ...(claims.length === 0 ? [] : [say.claimsLead(claims.length)]),
    ...claims.map(({ account, claimed, since }) => say.claimLine(account, claimed, minuteOf(since))),
  ]
}

/** What has not been delivered, and why. */
export function undeliveredLines(notices: readonly StuckNotice[], say: OfficeMessages): readonly string[] {
  if (notices.length === 0) return [say.undeliveredNone]
  return [
    say.undelivered(notices.length),
    ...notices.map((notice) => {
      const { news, place } = notice
      const member = findPlaceless(place)
      const to = member === undefined ? place : say.noPlace(member)
      return say.undeliveredLine(say.newsAbout(say.news[news.kind], aboutOf(news)), to, reasonOf(notice, say))
    }),
  ]
}

function reasonOf(notice: StuckNotice, { stuck }: OfficeMessages): string {
  switch (notice.state) {
    case 'refused':
      return notice.reason
    case 'failing':
      return stuck.failing(notice.failures, minuteOf(notice.next))
    case 'away':
    case 'queued':
      return stuck[notice.state]
  }
}

function aboutOf(news: News): string {
  if ('receipt' in news) return news.receipt
  if ('call' in news) return news.call
  switch (news.kind) {
    case 'digest':
      return news.day
    case 'turn-reply':
      return ''
    case 'account-claim':
    case 'account-confirmed':
      return news.account
  }
}
