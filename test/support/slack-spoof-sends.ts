import { randomUUID } from 'node:crypto'
import { callbacks, shortcuts } from '../../src/platforms/slack/names.ts'
import { isOwnAct, type Role, some } from './spoof-roles.ts'
import { type SpoofedOffice, secrets } from './spoofed-office.ts'
import { type Foreign, filledFields, spoofedAbouts, spoofedActions, spoofedLines } from './spoofs.ts'

const isLong = process.env.LONG !== undefined

export const places = ['direct', 'channel', 'office', 'home', 'modal'] as const

/** Somebody in a place, with an account of his own there; `at` counts them. */
export type Lane = {
  readonly role: Role
  readonly place: (typeof places)[number]
  readonly user: string
  readonly at: number
}
type Send = () => Promise<unknown>

const unique = () => randomUUID().replaceAll('-', '').slice(0, 12).toUpperCase()

function view(type: 'modal' | 'home', callback: string, metadata: object | string, fields: Fields = {}) {
  const id = `V${unique()}`
  const private_metadata = typeof metadata === 'string' ? metadata : JSON.stringify(metadata)
  const values = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { [name]: entered(value) }]))
  return { id, type, callback_id: callback, private_metadata, hash: unique(), root_view_id: id, state: { values } }
}

type Fields = Readonly<Record<string, string | readonly string[]>>
function entered(value: string | readonly string[]) {
  return typeof value === 'string'
    ? { type: 'plain_text_input', value }
    : { type: 'checkboxes', selected_options: value.map((one) => ({ value: one })) }
}

/** How somebody's interactions are sent, as Slack would sign them. */
function senderOf({ slack }: SpoofedOffice, { user }: Lane) {
  return (payload: object): Send =>
    async () => {
      if (slack.views(user).length > 1) await slack.close(user, true)
      const who = { team: { id: slack.teamId }, user: { id: user, team_id: slack.teamId } }
      const whole = { ...who, trigger_id: slack.newTrigger(user), ...payload }
      return await slack.send({ kind: 'interactive', payload: whole })
    }
}

/** The room of a place, and a post of the bot's or of somebody's in it. */
function spotOf({ slack, shared, office }: SpoofedOffice, { place, user }: Lane) {
  if (place === 'home' || place === 'modal') return undefined
  const channel = { direct: slack.direct(user), channel: shared, office }[place]
  return { channel, ts: slack.messages(channel).find(({ thread_ts }) => thread_ts === undefined)?.ts ?? '1.1' }
}

/** Another workspace. */
export const foreignTeam = 'T0FOREIGN'

/** Buttons that were never shown to who presses them, wherever he is: actions, and acts of the secretariat's. */
function presses(office: SpoofedOffice, lane: Lane, others: Foreign, all: Foreign): readonly Send[] {
  const send = senderOf(office, lane)
  const spot = spotOf(office, lane)
  const press = (action_id: string, about: object, who: object = {}): Send => {
    const button = { type: 'button', action_id, value: JSON.stringify(about), block_id: unique(), action_ts: '1.1' }
    const meta = { key: unique(), about: others.receipts[0], draft: others.draft, edits: others.receipts[0] }
    const shown = view(lane.place === 'home' ? 'home' : 'modal', callbacks.shown, meta)
    const where =
      spot === undefined
        ? { container: { type: 'view' }, view: shown }
        : { container: { type: 'message' }, channel: { id: spot.channel }, message: { ts: spot.ts } }
    return send({ type: 'block_actions', ...who, ...where, actions: [button] })
  }
  const actions = spoofedActions(others).filter((action) => !isOwnAct(lane.role, action))
  // The account of another workspace that bears the id of somebody here is nobody here.
  const foreign = (id: string) => ({
    team: { id: foreignTeam },
    user: { id: office.user(id), team_id: office.slack.teamId },
  })
  const strangers = lane.place === 'home' ? ['sato', 'yamada'].map(foreign) : []
  return [
    ...some(spoofedAbouts(all), 7, lane).map((about) => press(`desk:${about.act}`, about)),
    ...some(actions, 13, lane).map((action) => press('choice:0', action)),
    ...strangers.flatMap((who) => [
      ...some(spoofedAbouts(all), 7, lane).map((about) => press(`desk:${about.act}`, about, who)),
      ...some(actions, 29, lane).map((action) => press('choice:0', action, who)),
    ]),
  ]
}

/** Dialogs of others and of the secretariat that are sent, left, or asked for what can be chosen in them. */
function dialogs(office: SpoofedOffice, lane: Lane, others: Foreign, all: Foreign): readonly Send[] {
  if (lane.place !== 'modal') return []
  const send = senderOf(office, lane)
  const [receipt] = others.receipts
  const abouts = spoofedAbouts(all)
  const forms = abouts.flatMap((about) => filledFields(all).map((fields) => view('modal', 'desk', about, fields)))
  const fields = { text: '偽の文面', call: '2026-3', subject: 'whole' }
  const own = [
    ...['reply', 'proof'].map((asks) => view('modal', callbacks.text, { key: unique(), about: receipt, asks }, fields)),
    view('modal', callbacks.opinion, { key: unique(), draft: others.draft, edits: receipt }, fields),
    view('modal', callbacks.confirm, { key: unique(), draft: others.draft }, fields),
    ...[callbacks.confirm, 'desk', 'unknown'].map((callback) => view('modal', callback, '{', fields)),
  ]
  const sought = ['with', 'person', 'lead', 'others', 'subject', 'call', 'item'].flatMap((action_id) =>
    ['', '橋', '極'].flatMap((value) =>
      [...abouts.map((about) => view('modal', 'desk', about)), ...own].map((one) => ({ action_id, value, view: one })),
    ),
  )
  return [
    ...some(forms, 7, lane).map((one) => send({ type: 'view_submission', view: one })),
    ...own.flatMap((one) => ['view_submission', 'view_closed'].map((type) => send({ type, view: one }))),
    ...some(forms, 29, lane).map((one) => send({ type: 'view_closed', view: one })),
    ...some(sought, 37, lane).map((one) => send({ type: 'block_suggestion', ...one })),
  ]
}

/** Lines of every group of commands and questions, files, and shortcuts on another's message. */
function words(office: SpoofedOffice, lane: Lane, others: Foreign): readonly Send[] {
  const { slack } = office
  const { user, role, at } = lane
  const send = senderOf(office, lane)
  const spot = spotOf(office, lane)
  const shortcut = [...Object.values(shortcuts), 'desk'].map((callback_id) => send({ type: 'shortcut', callback_id }))
  if (spot === undefined) return [...shortcut, () => slack.openHome(user)]
  const { channel, ts } = spot
  const ownLine = /^opinion (?:submit|none(?!.*behalf)|discard|mine)/u
  const lines = spoofedLines(others).filter((line) => role.is === undefined || !ownLine.test(line))
  const said = [...lines, 'メニュー', '鵜飼橋についての考え方は']
  return [
    ...said.flatMap((line, index) => {
      const mention = lane.place !== 'direct'
      const say: Send = () => slack.say(user, channel, line, { mention })
      const command: Send = () => slack.command(user, channel, '/kondankai', line)
      return isLong || index >= lines.length ? [say, command] : [(index + at) % 2 === 0 ? say : command]
    }),
    () => slack.command(user, channel, '/kondankai'),
    ...['回答.xlsx', '回答.csv'].map(
      (name) => () => slack.dropFile(user, channel, { name, bytes: Buffer.from('項目') }),
    ),
    ...lines.slice(0, 3).map((line) => {
      const message = { user: office.user('abe'), ts, text: `${secrets.office[2]}。${line}` }
      const callback_id = shortcuts.opinionFromMessage
      return send({ type: 'message_action', callback_id, channel: { id: channel }, message })
    }),
  ]
}

/** All that somebody sends in his place of what was never offered to him, signed as Slack would. */
export function spoofsOf(office: SpoofedOffice, lane: Lane): readonly Send[] {
  const { spoof, receipts } = office
  const others = { ...spoof, receipts: lane.role.is === 'sato' ? receipts.suzuki : receipts.sato }
  const all = { ...spoof, receipts: [...receipts.sato, ...receipts.suzuki] }
  return [...words(office, lane, others), ...dialogs(office, lane, others, all), ...presses(office, lane, others, all)]
}
