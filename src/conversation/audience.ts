import type { Actor } from '../opinions/decision.ts'

/** Who reads: everybody, the committee's members in term, or its staff, who see what members see and whose item it is. */
export type Audience = 'everybody' | 'members' | 'staff'

/** What somebody may be shown, by his role on that day and by who reads along: the one place where that is decided. */
export function audienceOf({ role, overheard }: Pick<Actor, 'role' | 'overheard'>): Audience {
  if (overheard) return 'everybody'
  switch (role.kind) {
    case 'staff':
      return 'staff'
    case 'member':
      return role.inTerm ? 'members' : 'everybody'
    case 'guest':
      return 'everybody'
  }
}
