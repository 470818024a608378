import { expect, it } from 'vitest'
import { About } from '../../../src/conversation/desk-dialog.ts'
import { Action } from '../../../src/conversation/turn.ts'
import { ways } from '../../support/slack-office.ts'
import { foreignTeam, type Lane, places, type Role, spoofsOf } from '../../support/slack-spoof-sends.ts'
import { changesOf, openSpoofedOffice, secrets } from '../../support/spoofed-office.ts'

const member = (id: string) => ({ kind: 'member', id }) as const
const staff = (id: string) => ({ kind: 'staff', id }) as const
/** What each may not see. They act one after another, so that what is sent meanwhile was sent because of them. */
const phases: readonly { readonly roles: readonly Role[]; readonly hidden: readonly string[] }[] = [
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
function isOwn({ name, was, is }: ReturnType<typeof changesOf>[number], users: readonly string[]): boolean {
  const [collection = '', ...rest] = name.split(' ')
  const id = rest.join(' ')
  switch (collection) {
    case 'misses':
    case 'answers':
      return was === undefined
    case 'drafts':
      // A guest of another workspace may begin one of his own, too.
      return users.some((user) => id.endsWith(`:${user}`)) || id.startsWith(`slack:${foreignTeam}:`)
    case 'accounts':
      return users.some((user) => id.endsWith(`:${user}`))
    case 'turns':
    case 'conversations':
      return users.some((user) => id.includes(user) || JSON.stringify(is).includes(user))
    default:
      return false
  }
}

/** What was pressed, by whom and by its name. */
function pressed(payload: Readonly<Record<string, unknown>>): readonly string[] {
  const {
    type,
    user: who,
    team,
    actions = [],
  } = payload as never as {
    type?: string
    team?: { id: string }
    user?: { id: string }
    actions?: { action_id: string; value: string }[]
  }
  if (type !== 'block_actions' || team?.id === foreignTeam) return []
  return actions.map(
    ({ action_id, value }) => `${who?.id} ${action_id} ${(JSON.parse(value) as { name?: string }).name}`,
  )
}

it.each(ways)('over %s, changes and shows nothing to who does what was never offered to him', async (way) => {
  await using office = await openSpoofedOffice(way)
  const { slack } = office
  const lanes: Lane[] = []
  for (const { roles } of phases)
    for (const role of roles)
      for (const place of places) {
        const user = await office.addAccount(role.holder, role.claimed ?? null)
        await slack.say(user, 'dm', 'No.34はなぜ×ですか')
        lanes.push({ role, place, user, at: lanes.length })
      }
  await slack.say(lanes[0]?.user ?? '', office.shared, 'No.34はなぜ×ですか')
  const before = await office.stored()
  const first = slack.delivered.length

  const shown: string[] = []
  const readAlone: string[] = []
  const readAloud: string[] = []
  for (const { roles, hidden } of phases) {
    const [calls, delivered] = [slack.calls.length, slack.delivered.length]
    const acting = lanes.filter(({ role }) => roles.includes(role))
    await Promise.all(
      acting.map(async (lane) => {
        const spoofs = spoofsOf(office, lane)
        // Over the socket a sample.
        for (const [at, spoof] of spoofs.entries()) if (way === 'http' || (at + lane.at) % 29 === 0) await spoof()
      }),
    )
    await office.settled()
    // A receipt that nobody has named is told to its submitter alone.
    const unseen = roles.some(({ is }) => is === 'sato') ? hidden : [...hidden, office.hidden]
    const rooms = acting.flatMap(({ user }) => [user, slack.direct(user)])
    const answered = slack.delivered
      .slice(delivered)
      .map(({ body }) => ({ method: 'acknowledgement', args: { ...(body as object | undefined) } }))
    for (const { method, args } of [...slack.calls.slice(calls), ...answered]) {
      const text = JSON.stringify(args)
      shown.push(...unseen.filter((secret) => text.includes(secret)).map((secret) => `${secret}: ${method} ${text}`))
      if (!secrets.shared.some((secret) => text.includes(secret))) continue
      const isAlone =
        method.startsWith('views.') || 'view' in args || ('channel' in args && rooms.includes(String(args.channel)))
      ;(isAlone ? readAlone : readAloud).push(`${method} ${text}`)
    }
  }
  const delivered = slack.delivered.slice(first)
  const after = await office.stored()

  const users = [...lanes.map(({ user }) => user), foreignTeam]
  expect(changesOf(before, after).filter((one) => !isOwn(one, users))).toEqual([])
  expect(shown).toEqual([])
  expect(readAloud).toEqual([])
  expect(delivered.filter(({ outcome }) => outcome !== 'acknowledged')).toEqual([])
  expect(slack.faults).toEqual([])
  if (way === 'socket') return
  // What it would come to for whom it is meant.
  expect(readAlone).not.toEqual([])
  const did = new Set(delivered.flatMap(({ payload }) => pressed(payload)))
  expect(did.size).toBe(lanes.length * (Action.shape.name.options.length + About.shape.act.options.length))
  const user = await office.addAccount(staff('yamada'), null)
  const secretariat: Lane = { role: { name: 'the secretariat', holder: staff('yamada') }, place: 'modal', user, at: 0 }
  for (const spoof of spoofsOf(office, secretariat).slice(0, 120)) await spoof()
  const done = changesOf(after, await office.stored()).map(({ name }) => name.split(' ', 1)[0])
  expect(done).toEqual(expect.arrayContaining(['items', 'responses', 'notes', 'questions']))
})
