import type { Day } from './day.ts'
import type { Found, Records } from './records.ts'
import type { Account, Member, Role, Staff } from './roster.ts'

/** Somebody on the roster. */
export type Person = NonNullable<Account['holder']>

const guest: Role = { kind: 'guest' }

/** What the person behind an account is on a day. Unknown and unconfirmed accounts are guests'. */
export async function roleOf(records: Records, account: string, day: Day): Promise<Role> {
  const found = await records.find('accounts', account)
  const holder = found?.value.holder ?? null
  return holder === null ? guest : await roleOfPerson(records, holder, day)
}

/** What a person is on a day. Staff without a post on that day, and whoever is not on the roster, are guests. */
async function roleOfPerson(records: Records, person: Person, day: Day): Promise<Role> {
  switch (person.kind) {
    case 'member': {
      const found = await records.find('members', person.id)
      return found === undefined ? guest : { kind: 'member', member: found.value, inTerm: isInTerm(found.value, day) }
    }
    case 'staff': {
      const found = await records.find('staff', person.id)
      const [held] = found === undefined ? [] : postsOn(found.value, day)
      return found === undefined || held === undefined ? guest : { kind: 'staff', staff: found.value, post: held.post }
    }
  }
}

/** Whether a term of the member's holds the day; both its ends do. */
export function isInTerm({ terms }: Member, day: Day): boolean {
  return terms.some(({ from, to }) => from <= day && day <= to)
}

/** The posts held on a day; both ends of a post belong to it. */
export function postsOn({ posts }: Staff, day: Day): Staff['posts'] {
  return posts.filter(({ from, to }) => from <= day && (to === null || day <= to))
}

/** Everybody whose id or name this is; blanks and width make no difference. */
export async function findPerson(records: Records, name: string): Promise<readonly Person[]> {
  const sought = comparable(name)
  const isMeant = ({ value }: Found<Member | Staff>) => [value.id, value.name].some((one) => comparable(one) === sought)
  const [members, staff] = await Promise.all([records.list('members'), records.list('staff')])
  return [
    ...members.filter(isMeant).map(({ value: { id } }) => ({ kind: 'member', id }) as const),
    ...staff.filter(isMeant).map(({ value: { id } }) => ({ kind: 'staff', id }) as const),
  ]
}

/** Where a member is written to and in which language, and the records that say so. */
type Address = {
  readonly place: string | undefined
  readonly language: 'ja' | 'en'
  readonly seen: readonly Found<Account | Member>[]
}

/** The accounts that are confirmed as somebody's. */
export async function listAccountsOf(records: Records, { kind, id }: Person): Promise<readonly Found<Account>[]> {
  const accounts = await records.list('accounts')
  return accounts.filter(({ value: { holder } }) => holder?.kind === kind && holder.id === id)
}

/** The place of the newest account confirmed as the member's, else his mail address, else the machine that he sat at. */
export async function findAddress(records: Records, id: string): Promise<Address> {
  const [accounts, member] = await Promise.all([
    listAccountsOf(records, { kind: 'member', id }),
    records.find('members', id),
  ])
  const own = accounts.toSorted((a, b) => b.value.since - a.value.since)
  const mail = member?.value.mail ?? null
  const account = own.find(({ value }) => value.local !== true) ?? (mail === null ? own[0] : undefined)
  if (account !== undefined) return { place: account.value.place, language: account.value.language, seen: [account] }
  const place = mail === null ? undefined : `mail:${mail}`
  return { place, language: 'ja', seen: member === undefined ? [] : [member] }
}

function comparable(name: string): string {
  return name.normalize('NFKC').replaceAll(/\s/gu, '')
}
