import { expect, it } from 'vitest'
import { About } from '../../../src/conversation/desk-dialog.ts'
import { Action } from '../../../src/conversation/turn.ts'
import { momentOf } from '../../../src/opinions/day.ts'
import { openTeamsOffice } from '../../support/teams-office.ts'

const committee = 'sapporo-vision'
const term = { from: '2025-04-01', to: '2027-03-31' }
const people = {
  members: [
    { id: 'sato', name: '佐藤', title: '委員', terms: [term], mail: null },
    { id: 'suzuki', name: '鈴木', title: '委員', terms: [term], mail: null },
  ],
  staff: [{ id: 'yamada', name: '山田', posts: [{ post: '係長', from: '2025-04-01', to: null }] }],
}

/** A round with one opinion, and what is kept of it. */
async function openFiled() {
  const office = await openTeamsOffice({ ...people, at: momentOf('2026-08-20T10:00'), retryMs: [] })
  const { teams, user, bot } = office
  const person = `teams:${teams.tenant}:${teams.person(user('sato'))?.aadObjectId}`
  const form = { name: 'opinion', edits: null, call: 'standing', subject: null, vote: null, printName: false } as const
  const { outcome } = await bot.take({
    ...{ id: 'filed', committee, person, conversation: person, place: person, passing: true },
    did: { kind: 'form', form: { ...form, text: '御意見です。', split: false, onBehalf: null, confirmed: true } },
  })
  const [told] = outcome.told
  if (told?.kind !== 'receipt') throw new Error(JSON.stringify(outcome.told))
  const kept = [
    'members',
    'staff',
    'accounts',
    'calls',
    'submissions',
    'versions',
    'questions',
    'items',
    'responses',
  ] as const
  const more = ['notes', 'proofs', 'charges', 'inquiries', 'releases', 'sheets', 'erasures', 'digests'] as const
  const stand = async () => {
    const all = await Promise.all([...kept, ...more].map(async (name) => await bot.desk.records.list(name)))
    return JSON.stringify(all.map((found) => found.map(({ value }) => value)))
  }
  return Object.assign(office, { receipt: told.receipt, stand })
}

it.each(['suzuki', 'stranger'])('changes nothing by what %s makes up as pressed on another one’s', async (who) => {
  await using office = await openFiled()
  const { teams, receipt } = office
  const user = who === 'stranger' ? teams.addUser({ name: '田中' }) : office.user(who)
  await teams.say(user, 'personal', 'No.34はなぜ×ですか')
  const [post] = await teams.until(() => teams.posts(user).length > 0 && teams.posts(user))
  const before = await office.stand()
  const names = Action.shape.name.options
  const spoofed: readonly unknown[] = [
    ...names.flatMap((name) => [receipt, `${receipt}.1`].map((about) => ({ kondankai: { name, about } }))),
    ...About.shape.act.options.map((act) => ({
      desk: JSON.stringify({ act, receipt, item: `${receipt}-1`, seen: 1, response: 1 }),
    })),
    { kondankai: { name: 'withdraw-now', about: receipt, person: 'sato' } },
    { kondankai: { name: 'withdraw-now', about: receipt }, desk: '{}' },
    { kind: 'form', form: { name: 'retract', receipt } },
  ]

  for (const data of spoofed) await teams.press(user, post ?? expect.unreachable(), '事務局に質問する', {}, { data })
  await teams.idle()
  await office.bot.tick()

  expect(await office.stand()).toBe(before)
  expect(teams.delivered.filter(({ status }) => status !== 200)).toEqual([])
})

it('withdraws by the same press where it is one’s own', async () => {
  await using office = await openFiled()
  const { teams, receipt } = office
  const user = office.user('sato')
  await teams.say(user, 'personal', 'No.34はなぜ×ですか')
  const [post] = await teams.until(() => teams.posts(user).length > 0 && teams.posts(user))
  const before = await office.stand()

  for (const name of ['withdraw', 'withdraw-now'])
    await teams.press(
      user,
      post ?? expect.unreachable(),
      '事務局に質問する',
      {},
      { data: { kondankai: { name, about: receipt } } },
    )
  await teams.until(() => teams.posts(user).length > 2)
  await teams.idle()

  expect(await office.stand()).not.toBe(before)
})
