import { expect, it } from 'vitest'
import { type FakeSlack, openFakeSlack } from '../support/fake-slack/fake-slack.ts'
import { type Asked, killOften } from '../support/kill-often.ts'

const rounds = process.env.LONG ? 50 : 8
const question = 'No.34はなぜ×ですか'

function askAll(slack: FakeSlack): readonly Promise<Asked | null>[] {
  const direct = async (): Promise<Asked | null> => {
    const person = slack.addUser({ name: '佐藤' })
    const { delivered } = await slack.say(person, 'dm', question)
    const answers = () => slack.posts(slack.direct(person)).length
    return delivered.some(({ outcome }) => outcome === 'acknowledged') ? { answers } : null
  }
  const mention = async (): Promise<Asked | null> => {
    const person = slack.addUser({ name: '鈴木' })
    const channel = slack.addChannel({ name: 'kondankai', members: [person] })
    const { delivered } = await slack.say(person, channel, question, { mention: true })
    const answers = () => slack.posts(channel).length
    return delivered.some(({ outcome }) => outcome === 'acknowledged') ? { answers } : null
  }
  const command = async (): Promise<Asked | null> => {
    const person = slack.addUser({ name: '伊藤' })
    const channel = slack.addChannel({ name: 'elsewhere', members: [person], bot: false })
    const { delivered, replies } = await slack.command(person, channel, '/kondankai', question)
    const answers = () => replies.length
    const { trigger_id } = delivered.payload as { readonly trigger_id: string }
    const turn = `slack:${slack.teamId}/command/${trigger_id}`
    return delivered.outcome === 'acknowledged' ? { answers, turn } : null
  }
  return [direct(), mention(), command(), direct(), mention(), command()]
}

it(`answers each turn once, killed ${rounds} times between acknowledgement and post`, {
  timeout: 600_000,
}, async () => {
  await using slack = await openFakeSlack({ retryMs: [] })

  const { asked, unanswered, between, slowest } = await killOften(rounds, {
    env: {
      ...{ SLACK_API_URL: slack.apiUrl, SLACK_BOT_TOKEN: slack.botToken },
      SLACK_SIGNING_SECRET: slack.signingSecret,
    },
    connect: slack.connectHttp,
    askAll: () => askAll(slack),
    taken: () => slack.calls.filter(({ method }) => /^chat\.post|^response/u.test(method)).length,
    until: slack.until,
    idle: slack.idle,
  })

  const figures = {
    ...{ kills: rounds, acknowledged: asked.length, unansweredWhenKilled: unanswered.size },
    ...{ killedBeforeTheNote: asked.reduce((sum, one) => sum + between(one), 0) },
    ...{ doubled: asked.filter(({ answers }) => answers() > 1).length, slowestAfterRestart: slowest },
  }
  if (process.env.LONG) process.stdout.write(`${JSON.stringify(figures)}\n`)
  expect(asked.filter(({ answers }) => answers() === 0)).toEqual([])
  // Said twice only where nobody can look it up, and the kill fell between Slack's taking it and our note of that.
  expect(asked.filter((one) => one.answers() !== 1 + between(one))).toEqual([])
  expect(unanswered.size).toBeGreaterThan(0)
  expect(slack.faults).toEqual([])
})
