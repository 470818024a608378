import fc from 'fast-check'
import { expect, it } from 'vitest'
import { liveMarkup } from '../../support/fake-teams/live-markup.ts'
import { eachOf } from '../../support/slack-requests.ts'
import { openTeamsOffice } from '../../support/teams-office.ts'
import { texts } from '../slack/texts.ts'

const count = process.env.LONG ? 10_000 : 300
/** Milliseconds that an answer may take while others load the machine. */
const patience = 150_000
const term = { from: '2020-04-01', to: '2999-03-31' }

const said = fc.sample(texts, { numRuns: count, seed: 20261124 })

it(`lets nothing live out of ${count} random texts, asked in a channel, asked alone and typed as an opinion`, async () => {
  const members = Array.from({ length: 8 }, (_, at) => ({
    ...{ id: `member${at}`, name: '佐藤　一郎', title: '委員', terms: [term], mail: null },
  }))
  await using office = await openTeamsOffice({ members, retryMs: [], ownPace: { interval: 0, burst: 1 } })
  const { teams } = office
  const people = members.map(({ id }) => office.user(id))
  const team = teams.addTeam({ name: '懇談会', members: people })
  const lanes = people.map((person, lane) => ({ person, mine: said.filter((_, at) => at % people.length === lane) }))

  const answered = async (text: string, isThere: () => boolean) => {
    await teams
      .until(isThere, patience)
      .catch(() => expect.fail(`nothing was answered to ${JSON.stringify(text)}: ${office.reports.join('; ')}`))
  }

  await eachOf(lanes, async ({ person, mine }) => {
    const hear = async (text: string) => {
      const before = teams.posts(person).length
      await teams.say(person, 'personal', text)
      await answered(text, () => teams.posts(person).length > before)
    }
    for (const [at, text] of mine.entries()) {
      if (at % 3 === 0) {
        const { id } = await teams.say(person, team, text, { mention: true })
        await answered(text, () => teams.posts(`${team};messageid=${id}`).length > 0)
      } else if (at % 3 === 1) await hear(text)
      else {
        await hear('意見')
        await hear('1')
        await hear(`御意見：${text}`)
        for (const step of ['以上', '1', 'やめる', '破棄']) await hear(step)
      }
    }
  })
  await teams.idle()

  const sent = teams.calls.filter(({ method }) => method !== 'GET').map(({ body }) => body)
  expect(sent.flatMap((body) => liveMarkup(body))).toEqual([])
  // The words that were typed are shown again before they are filed.
  const previews = sent.filter((body) => JSON.stringify(body).includes('次の内容で提出します'))
  expect(previews.length).toBeGreaterThan(count / 4)
  expect(teams.faults).toEqual([])
})

it(`lets nothing live out of ${count} random texts that are written in dialogs or taken from messages`, async () => {
  const member = { id: 'sato', name: '佐藤　一郎', title: '委員', terms: [term], mail: null }
  await using office = await openTeamsOffice({ members: [member], retryMs: [], ownPace: { interval: 0, burst: 1 } })
  const { teams } = office
  const person = office.user('sato')
  const chat = teams.addGroupChat({ members: [person] })

  for (const [at, text] of said.entries()) {
    if (at % 2 === 0) await teams.composeCommand(person, 'personal', 'opinion')
    else {
      await teams.say(person, chat, text)
      const [message] = teams.messages(chat).slice(-1)
      await teams.messageAction(person, 'opinion-from-message', message ?? expect.unreachable())
    }
    // What is too long for a form goes on in the chat.
    const written = { 本文: `御意見：${text}`.slice(0, 3000) }
    if (teams.readCard(teams.dialog(person)?.card ?? {}).includes('[内容を確認する]')) {
      await teams.submit(person, written)
      if (at % 5 === 0) await teams.submit(person, {}, '直す')
    }
    const before = teams.posts(person).length
    await teams.say(person, 'personal', '破棄')
    await teams.until(() => teams.posts(person).length > before)
    await teams.idle()
  }
  await teams.idle()

  const bodies = teams.delivered.map(({ body }) => body)
  const sent = teams.calls.filter(({ method }) => method !== 'GET').map(({ body }) => body)
  expect([...bodies, ...sent].flatMap((body) => liveMarkup(body))).toEqual([])
  const confirmed = bodies.filter((body) => JSON.stringify(body ?? '').includes('次の内容で提出します'))
  expect(confirmed.length).toBeGreaterThan(count / 2)
  expect(teams.faults).toEqual([])
})
