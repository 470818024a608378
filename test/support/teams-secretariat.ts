import { encodePlace } from '../../src/platforms/teams/teams-place.ts'
import type { AnyAction } from './fake-teams/card-schemas.ts'
import { cardText } from './fake-teams/card-text.ts'
import type { Values } from './fake-teams/entered.ts'
import type { FakeTeamsOptions } from './fake-teams/fake-teams.ts'
import type { StoredMessage } from './fake-teams/world.ts'
import { beside, call, peopleOf, soon } from './secretariat.ts'
import { openTeamsOffice } from './teams-office.ts'

export { call, soon }

/** `divisions` by name. */
type Options = FakeTeamsOptions & { readonly at?: number; readonly divisions?: readonly string[] }

/** Two members and two of the staff in Teams, with divisions and an open call; opinions are filed by the core's own form. */
export async function openTeamsSecretariat({ divisions, ...options }: Options = {}) {
  const opened = await openTeamsOffice({ ...options, ...peopleOf(divisions), ownPace: { interval: 0, burst: 1 } })
  const { teams, office } = opened
  const accountOf = (id: string) => `teams:${teams.tenant}:${teams.person(opened.user(id))?.aadObjectId}`
  const placeOf = (id: string) =>
    encodePlace({ service: teams.serviceUrl, tenant: teams.tenant, conversation: null, user: opened.user(id) })
  const { act, file } = await beside(
    () => opened.bot,
    (id) => ({ person: accountOf(id), place: placeOf(id) }),
  )
  const records = () => opened.bot.desk.records
  const begun = () => teams.posts(office).filter(({ id, thread }) => thread === id)

  return Object.assign(opened, {
    accountOf,
    act,
    itemOf: async (item: string) => (await records().find('items', item))?.value,
    actsOf: async (did: string) => (await records().list('acts')).filter(({ value }) => value.did === did),
    /** Files an opinion and returns its receipt, once its card is there. */
    async file(id: string, text: string, subject?: string): Promise<string> {
      const receipt = await file(id, text, subject)
      await teams.until(() => this.card(receipt))
      return receipt
    },
    /** The card of a submission as it stands. */
    card: (receipt: string) => begun().find((post) => teams.read(post).startsWith(receipt)),
    /** What stands in its thread. */
    thread(receipt: string): readonly StoredMessage[] {
      const card = this.card(receipt)
      return teams.posts(office).filter(({ id, thread }) => thread === card?.id && id !== card?.id)
    },
    /** What the bot has posted in the channel, by what it says. */
    post: (words: string) => teams.posts(office).find((post) => teams.read(post).includes(words)),
    /** Opens a dialog by a button of a post, and returns what it shows. */
    async open(who: string, post: StoredMessage | undefined, label: string): Promise<string> {
      if (post === undefined) throw new Error('there is no such post')
      const shown = await teams.openDialog(opened.user(who), post, label)
      return shown.outcome === 'dialog'
        ? `${shown.dialog.title}\n${cardText(shown.dialog.card)}`
        : JSON.stringify(shown)
    },
    /** Sends the dialog, and returns what it shows then; without a button by the one that sends it. */
    async send(who: string, values: Values = {}, button?: string, duplicate = 0): Promise<string> {
      const which = button ?? ((action: AnyAction) => 'style' in action && action.style === 'positive')
      const shown = await teams.submit(opened.user(who), values, which, { duplicate })
      return shown.outcome === 'dialog' ? cardText(shown.dialog.card) : JSON.stringify(shown)
    },
    /** What the bot writes to somebody in the chat from now on, once it does. */
    async chatOf(who: string, doing: () => Promise<unknown>): Promise<readonly StoredMessage[]> {
      const user = opened.user(who)
      const before = teams.posts(user).length
      await doing()
      await teams.until(() => teams.posts(user).length > before)
      return teams.posts(user).slice(before)
    },
  })
}
