import type { Actor } from '../opinions/decision.ts'

/** Who reads: everybody, the committee's members in term, or its staff, who see what members see and whose item it is. */
export type Audience = 'everybody' | 'members' | 'staff'

/** What somebody may be shown, by his role on that day: the one place where that is decided. */
export function audienceOf({ role }: Pick<Actor, 'role'>): Audience {
  switch (role.kind) {
    case 'staff':
      return 'staff'
    case 'member':
      return role.inTerm ? 'members' : 'everybody'
    case 'guest':
      return 'everybody'
  }
}
