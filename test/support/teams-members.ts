import type { NewCall } from '../../src/opinions/open-call.ts'
import { encodePlace } from '../../src/platforms/teams/teams-place.ts'
import type { Shown } from './fake-teams/dialog-user.ts'
import type { FakeTeamsOptions } from './fake-teams/fake-teams.ts'
import { call, membersOffice, people, start } from './members-office.ts'
import { openTeamsOffice } from './teams-office.ts'

/** The bot in Teams with two members, one of the staff, and a call that is open; `calls` are opened in its place. */
export async function openTeamsMembers(options: FakeTeamsOptions & { readonly calls?: readonly NewCall[] } = {}) {
  const { calls = [call], ...rest } = options
  const office = await openTeamsOffice({ ...people, at: start, ownPace: { interval: 0, burst: 1 }, ...rest })
  const { teams, user } = office
  const accountOf = (id: string) => `teams:${teams.tenant}:${teams.person(user(id))?.aadObjectId}`
  const placeOf = (id: string) =>
    encodePlace({ service: teams.serviceUrl, tenant: teams.tenant, conversation: null, user: user(id) })
  const elsewhere = membersOffice(() => office.bot, accountOf, placeOf)
  for (const input of calls) await elsewhere.act({ kind: 'form', form: { name: 'open-call', input } })
  return Object.assign(office, elsewhere, {
    sato: user('sato'),
    suzuki: user('suzuki'),
    yamada: user('yamada'),
    /** What the bot has posted to somebody alone, in order, as it is read. */
    told: (id: string) => teams.posts(user(id)).map((post) => teams.read(post)),
    /** The newest post to somebody alone that says something. */
    postOf: async (id: string, said: string) =>
      await teams.until(() => teams.posts(user(id)).findLast((post) => teams.read(post).includes(said))),
    /** What stands in the dialog that somebody has open. */
    shown: (id: string) => {
      const dialog = teams.dialog(user(id))
      return dialog === undefined ? '' : teams.readCard(dialog.card)
    },
    /** What went wrong, with what Teams has refused. */
    get troubles() {
      return [...office.reports, ...teams.faults]
    },
  })
}

/** What is written in the inputs of a dialog that was shown, by field. */
export function writtenIn(shown: Shown): Readonly<Record<string, string | undefined>> {
  if (shown.outcome !== 'dialog') throw new Error(`no dialog, but ${shown.outcome}`)
  return Object.fromEntries(
    (shown.dialog.card.body ?? []).flatMap((element) =>
      'value' in element && element.id !== undefined ? [[element.id.replace(/^fields?:/u, ''), element.value]] : [],
    ),
  )
}
