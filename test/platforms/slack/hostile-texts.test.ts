import fc from 'fast-check'
import { expect, it } from 'vitest'
import { liveControls } from '../../support/fake-slack/live-controls.ts'
import { openSlackOffice } from '../../support/slack-office.ts'
import { eachOf } from '../../support/slack-requests.ts'
import { texts } from './texts.ts'

const count = process.env.LONG ? 10_000 : 300
const term = { from: '2020-04-01', to: '2999-03-31' }

/** Texts as people type them, and as Slack sends what they have chosen from its lists. */
const said = fc.sample(fc.record({ text: texts, raw: fc.boolean() }), {
  numRuns: count,
  seed: 20261124,
})

it(`lets nothing live out of ${count} random texts, asked in a channel, asked alone and typed as an opinion`, async () => {
  const members = Array.from({ length: 8 }, (_, at) => ({
    ...{ id: `member${at}`, name: '佐藤　一郎', title: '委員', terms: [term], mail: null },
  }))
  const ownPace = { interval: 0, burst: 1 }
  await using office = await openSlackOffice('http', { members, ownPace, retryMs: [] })
  const { slack } = office
  const people = members.map(({ id }) => office.user(id))
  const channel = slack.addChannel({ name: 'kondankai', members: people })
  const lanes = people.map((person, lane) => ({ person, mine: said.filter((_, at) => at % people.length === lane) }))

  await eachOf(lanes, async ({ person, mine }) => {
    const direct = slack.direct(person)
    const hear = async (text: string, raw = false) => {
      const before = slack.posts(direct).length
      await slack.say(person, direct, text, { raw })
      if (text.trim() !== '') await slack.until(() => slack.posts(direct).length > before)
    }
    for (const [at, { text, raw }] of mine.entries()) {
      if (at % 3 === 0) await slack.say(person, channel, text, { mention: true, raw })
      else if (at % 3 === 1) await hear(text, raw)
      else {
        await hear('意見')
        await hear('1')
        await hear(`御意見：${text}`, raw)
        for (const step of ['以上', '1', 'やめる', '破棄']) await hear(step)
      }
    }
  })
  const asked = lanes.reduce((sum, { mine }) => sum + Math.ceil(mine.length / 3), 0)
  await slack.until(() => slack.posts(channel).length >= asked)

  const live = slack.calls.flatMap((call) => liveControls(call))
  const previews = slack
    .callsOf('chat.postMessage')
    .filter(({ args }) => `${args.text}`.includes('次の内容で提出します'))
  expect(live).toEqual([])
  // The words that were typed are shown again before they are filed.
  expect(previews.length).toBeGreaterThan(count / 4)
  expect(slack.faults).toEqual([])
})
