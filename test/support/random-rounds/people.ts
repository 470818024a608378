import fc from 'fast-check'
import type { Member, Staff } from '../../../src/opinions/roster.ts'

/** Whoever comes to the desk: by his account, and as what he stands on the roster. */
export type Person = {
  readonly account: string
  readonly member: Member | null
  readonly staff: Staff | null
}

/** Rare characters, so that a name in any text is a name. */
const families = ['鵺野', '鼎谷', '麒田', '鸞川', '鰐淵', '黶塚'] as const
const givens = ['甍彦', '鬱江', '齋栖', '麩実', '黷也', '釁子'] as const

const long = { from: '2025-04-01', to: '2027-03-31' }
const short = { from: '2025-04-01', to: '2026-08-25' }
const over = { from: '2023-04-01', to: '2025-03-31' }

type Entry = {
  readonly family: number
  readonly blank: '　' | ' '
  readonly title: string
  readonly reach: 'account' | 'both' | 'mail' | 'none'
  readonly short: boolean
}

const entry: fc.Arbitrary<Entry> = fc.record({
  family: fc.nat(families.length - 1),
  blank: fc.constantFrom('　', ' '),
  title: fc.constantFrom('委員', '座長', '副座長', '特別委員'),
  reach: fc.constantFrom('account', 'account', 'both', 'mail', 'none'),
  short: fc.integer({ min: 0, max: 5 }).map((n) => n === 5),
})

/** A committee's members; the first has an account and a term that does not end. */
export const members: fc.Arbitrary<readonly Entry[]> = fc.uniqueArray(entry, {
  selector: ({ family }) => family,
  minLength: 3,
  maxLength: 5,
})

/** Everybody of a round. Members without an account have others file for them. */
export function assemble(entries: readonly Entry[]): readonly Person[] {
  const own = entries.map(({ family, blank, title, reach, short: isShort }, at): Person => {
    const by = at === 0 ? 'account' : reach
    const mail = by === 'mail' || by === 'both' ? `xqz${family}@members.example.jp` : null
    return {
      account: by === 'account' || by === 'both' ? `slack:k${at}` : '',
      member: {
        ...{ id: `xqz${family}`, name: `${families[family]}${blank}${givens[family]}`, title, mail },
        terms: [isShort && at > 0 ? short : long],
      },
      staff: null,
    }
  })
  return [...own, ...others]
}

const staff = (id: string, name: string, to: string | null): Staff => ({
  ...{ id, name, posts: [{ post: '主任', from: '2025-04-01', to }] },
})
const formerMember: Member = { id: 'xqz9', name: '龕山　髻夫', title: '委員', mail: null, terms: [over] }
const nobody = { member: null, staff: null }
const others: readonly Person[] = [
  { account: 'slack:k9', member: formerMember, staff: null },
  { account: 'slack:s1', member: null, staff: staff('ywv1', '贄山　鑑', null) },
  { account: 'slack:s2', member: null, staff: staff('ywv2', '鬮田 繭', null) },
  { account: 'slack:s9', member: null, staff: staff('ywv9', '鼇島　澪', '2026-03-31') },
  { account: 'slack:g1', ...nobody },
  { account: 'slack:g2', ...nobody },
]

/** Accounts that are not of the committee today, although two of them have been. */
export const strangers = ['slack:g1', 'slack:g2', 'slack:k9', 'slack:s9'] as const
export const clerks = ['slack:s1', 'slack:s2'] as const

/** What gives somebody away: each part of the name, the id, the address. */
export function namesOf({ member, staff: held }: Person): readonly string[] {
  const one = member ?? held
  if (one === null) return []
  return [...one.name.split(/\s/u), one.id]
}
