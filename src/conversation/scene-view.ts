import type { Scene } from './scene.ts'
import { sayIn, type View } from './view.ts'

/** What the person of a scene is shown, in words. */
export function viewOf({ records, prepared, calendar, actor }: Scene): View {
  const { role, language, overheard, at } = actor
  const { opinions } = sayIn({ language })
  return {
    ...{ records, prepared, calendar, language, at, here: true },
    address: role.kind === 'member' ? opinions.address(role.member.name, role.member.title) : '',
    staff: role.kind === 'staff' && !overheard,
  }
}
