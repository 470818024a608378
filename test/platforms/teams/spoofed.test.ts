import { expect, it } from 'vitest'
import { isOwnRecord, phases } from '../../support/spoof-roles.ts'
import { changesOf, openSpoofedTeams, secrets } from '../../support/spoofed-office.ts'
import { conversationOf, type Lane, places, spoofsOf } from '../../support/teams-spoof-sends.ts'

it('changes and shows nothing to who does what was never offered to him', async () => {
  await using office = await openSpoofedTeams()
  const { teams } = office
  const lanes: Lane[] = []
  for (const { roles } of phases)
    for (const role of roles)
      for (const place of places) {
        const user = await office.addAccount(role.holder, role.claimed ?? null)
        const mention = place !== 'personal'
        const { delivered } = await teams.say(user, conversationOf(office, place), 'No.34はなぜ×ですか', { mention })
        lanes.push({ role, place, user, at: lanes.length, said: delivered?.activity ?? expect.unreachable() })
      }
  const before = await office.stored()
  const first = teams.delivered.length

  const shown: string[] = []
  const readAloud: string[] = []
  for (const { roles, hidden } of phases) {
    const [calls, delivered] = [teams.calls.length, teams.delivered.length]
    const acting = lanes.filter(({ role }) => roles.includes(role))
    await Promise.all(
      acting.map(async (lane) => {
        for (const spoof of spoofsOf(office, lane)) await spoof()
      }),
    )
    await office.settled()
    const alone = acting.map(({ user }) => teams.personal(user))
    const posts = teams.calls
      .slice(calls)
      .map(({ conversation, body }) => ({ conversation, text: JSON.stringify(body) }))
    const answers = teams.delivered
      .slice(delivered)
      .map(({ body }) => ({ conversation: '', text: JSON.stringify(body) }))
    for (const { conversation, text = '' } of [...posts, ...answers]) {
      shown.push(...hidden.filter((secret) => text.includes(secret)).map((secret) => `${secret}: ${text}`))
      const isAloud = conversation !== '' && !alone.includes(conversation ?? '')
      if (isAloud && secrets.shared.some((secret) => text.includes(secret))) readAloud.push(text)
    }
  }

  const marks = lanes.flatMap(({ user }) => [user, teams.person(user)?.aadObjectId ?? user])
  expect(changesOf(before, await office.stored()).filter((one) => !isOwnRecord(one, marks))).toEqual([])
  expect(shown).toEqual([])
  expect(readAloud).toEqual([])
  expect(
    teams.delivered.slice(first).filter(({ outcome, status }) => outcome !== 'answered' || status !== 200),
  ).toEqual([])
  expect(office.reports.filter((line) => /not taken|not answered|could not be shown|E-\d/u.test(line))).toEqual([])
}, 300_000)

it('does by the same what it would come to, where it is one’s own', async () => {
  await using office = await openSpoofedTeams()
  const { teams } = office
  const user = office.user('suzuki')
  const { delivered } = await teams.say(user, 'personal', 'No.34はなぜ×ですか')
  const said = delivered?.activity ?? expect.unreachable()
  const before = await office.stored()

  // The same sends are about the other's where the role is sato's: here they are the sender's own.
  const lane: Lane = { role: { name: 'the submitter', holder: null, is: 'sato' }, place: 'personal', user, at: 0, said }
  for (const spoof of spoofsOf(office, lane)) await spoof()

  const changed = changesOf(before, await office.stored()).map(({ name }) => name.split(' ', 1)[0])
  expect(changed).toEqual(expect.arrayContaining(['submissions', 'drafts']))
}, 120_000)
