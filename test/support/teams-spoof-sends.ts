import { randomUUID } from 'node:crypto'
import type { Inbound } from './fake-teams/delivery.ts'
import { isOwnAct, type Role, some } from './spoof-roles.ts'
import { type openSpoofedTeams, secrets } from './spoofed-office.ts'
import { type Foreign, filledFields, spoofedAbouts, spoofedActions } from './spoofs.ts'

type Office = Awaited<ReturnType<typeof openSpoofedTeams>>

export const places = ['personal', 'channel', 'office'] as const
/** Somebody in a place, with an account of his own there; `at` counts them, `said` is what he has said there, as it was sent. */
export type Lane = {
  readonly role: Role
  readonly place: (typeof places)[number]
  readonly user: string
  readonly at: number
  readonly said: Inbound
}
type Send = () => Promise<unknown>

/** The conversation of a place. */
export function conversationOf({ shared, office }: Office, place: Lane['place']): string {
  return { personal: 'personal', channel: shared, office }[place]
}

/** What a client that was tampered with gives back for a button or a form, with what it was never asked to fill in. */
function spoofedData(lane: Lane, others: Foreign, all: Foreign): readonly object[] {
  const [receipt = ''] = others.receipts
  const key = randomUUID()
  const inputs = (values: Readonly<Record<string, string | readonly string[]>>) =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]) =>
        typeof value === 'string' ? [`field:${name}`, value] : [`fields:${name}`, value.join(',')],
      ),
    )
  const fields = inputs({ text: '偽の文面', call: '2026-3', subject: 'whole', name: 'print', member: 'sato' })
  const forms = [
    ...['reply', 'proof'].map((asks) => ({ name: 'text', asks, about: receipt })),
    { name: 'opinion', draft: others.draft, edits: receipt },
    { name: 'opinion', draft: others.draft, edits: receipt, behalf: true },
    { name: 'confirm', draft: others.draft },
    { name: 'confirm', draft: others.draft, account: 'sato' },
  ]
  const actions = spoofedActions(others).filter((action) => !isOwnAct(lane.role, action))
  const abouts = spoofedAbouts(all).flatMap((about) => filledFields(all).map((values) => [about, values] as const))
  return [
    ...forms.map((form) => ({ form: JSON.stringify(form), key, ...fields })),
    ...['receipt', 'whole', 'withdraw', 'mine', 'all'].map((see) => ({ own: { see, receipt } })),
    // What changes most is in every lane, the rest in some.
    ...(['withdraw-now', 'edit-filed', 'proof-agree', 'reply'] as const).map((name) => ({
      ...{ kondankai: { name, about: receipt }, key },
    })),
    ...some(actions, 23, lane).map((action) => ({ kondankai: action, key, ...fields })),
    ...some(abouts, 41, lane).map(([about, values]) => ({ desk: JSON.stringify(about), key, ...inputs(values) })),
    { kondankai: { name: 'withdraw-now', about: receipt }, desk: '{}' },
    { kondankai: { name: 'withdraw-now', about: receipt, person: 'sato' } },
    { kind: 'form', form: { name: 'retract', receipt } },
  ]
}

/** All that somebody sends in his place of what was never offered to him, as Teams would bring it. */
export function spoofsOf(office: Office, lane: Lane): readonly Send[] {
  const { teams, spoof, receipts } = office
  const others = { ...spoof, receipts: lane.role.is === 'sato' ? receipts.suzuki : receipts.sato }
  const all = { ...spoof, receipts: [...receipts.sato, ...receipts.suzuki] }
  const { text: _, attachments: __, ...base } = lane.said
  const send =
    (activity: object): Send =>
    () =>
      teams.send({ ...base, id: `f:${randomUUID()}`, ...activity } as Inbound)
  const invoke = (name: string, value: object) => send({ type: 'invoke', name, value })
  const message = {
    ...{
      id: '1',
      createdDateTime: '2026-08-20T01:00:00Z',
      from: { user: { id: teams.person(office.user('abe'))?.aadObjectId } },
    },
    body: { contentType: 'html', content: `<div>${secrets.office[2]}</div>` },
  }
  const commands = ['opinion', 'opinion-from-message', 'unknown'].map((commandId) =>
    invoke('composeExtension/fetchTask', { commandId, commandContext: 'message', messagePayload: message }),
  )
  const ways = spoofedData(lane, others, all).flatMap((data) => [
    send({ type: 'message', replyToId: '1', value: data }),
    invoke('task/fetch', { data }),
    invoke('task/submit', { data }),
    invoke('composeExtension/submitAction', { commandId: 'opinion', data }),
    invoke('adaptiveCard/action', { action: { type: 'Action.Execute', verb: 'own', data }, trigger: 'manual' }),
  ])
  return [...commands, ...ways]
}
