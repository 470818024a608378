import { standing } from '../opinions/call.ts'
import { sayIn, type View } from './view.ts'

/** Somebody on the roster by name and id, by the id alone once he is no longer on it. */
export async function personNamed(view: View, id: string): Promise<string> {
  const found = (await view.records.find('members', id)) ?? (await view.records.find('staff', id))
  return sayIn(view).office.person(found?.value.name ?? null, id)
}

/** A call as printed, or one annex of the standing call, and by the id that commands take. */
export async function callNamed(view: View, id: string): Promise<string> {
  const { office, opinions } = sayIn(view)
  if (id.startsWith(`${standing}-`)) return office.callNamed(opinions.standingCall, id)
  const found = await view.records.find('calls', id)
  return found === undefined ? id : office.callNamed(found.value.name, id)
}

/** A call, the standing one, or a release of that, as staff name it. */
export async function releaseNamed(view: View, id: string): Promise<string> {
  return id === standing ? sayIn(view).release.show.standing : await callNamed(view, id)
}
