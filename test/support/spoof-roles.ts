import type { Action } from '../../src/conversation/turn.ts'
import type { Account } from '../../src/opinions/roster.ts'
import { type changesOf, secrets } from './spoofed-office.ts'

/** Who spoofs; `is` a member in term, who reads what is shared and may do what he likes with his own. */
export type Role = {
  readonly name: string
  readonly holder: Account['holder']
  readonly claimed?: string
  readonly is?: 'sato' | 'suzuki'
}
const member = (id: string) => ({ kind: 'member', id }) as const
export const staff = (id: string) => ({ kind: 'staff', id }) as const
/** What each may not see. They act one after another, so that what is sent meanwhile was sent because of them. */
export const phases: readonly { readonly roles: readonly Role[]; readonly hidden: readonly string[] }[] = [
  {
    roles: [
      { name: 'a guest', holder: null },
      { name: 'who only claims', holder: null, claimed: '山田　太郎' },
      { name: 'a member whose term has ended', holder: member('ito') },
      { name: 'staff whose post has ended', holder: staff('endo') },
    ],
    hidden: Object.values(secrets).flat(),
  },
  {
    roles: [{ name: 'another member', holder: member('suzuki'), is: 'suzuki' }],
    hidden: [...secrets.sato, ...secrets.office],
  },
  {
    roles: [{ name: 'the submitter', holder: member('sato'), is: 'sato' }],
    hidden: [...secrets.suzuki, ...secrets.office],
  },
]
/** Whether a record is what these keep for themselves: what they have begun, and what they were answered. */
export function isOwnRecord(
  { name, was, is }: ReturnType<typeof changesOf>[number],
  users: readonly string[],
): boolean {
  const [collection = '', ...rest] = name.split(' ')
  const id = rest.join(' ')
  switch (collection) {
    case 'misses':
    case 'answers':
      return was === undefined
    case 'drafts':
    case 'accounts':
      return users.some((user) => id.endsWith(`:${user}`))
    case 'turns':
    case 'conversations':
      return users.some((user) => id.includes(user) || JSON.stringify(is).includes(user))
    default:
      return false
  }
}

/** Whether it could be about what is the actor's own: without anything named it is that. */
export function isOwnAct({ is }: Role, { name, about = '' }: Action): boolean {
  return is !== undefined && (about === '' || (name === 'none' && about === '2026-3'))
}

const isLong = process.env.LONG !== undefined

/** Every so many of a list, others in each lane; all of it in a long run. */
export function some<T>(list: readonly T[], every: number, { at }: { readonly at: number }): readonly T[] {
  return isLong ? list : list.filter((_, index) => (index + at) % every === 0)
}
