import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { call, openSlackMembers } from '../../support/slack-members.ts'
import { ways } from '../../support/slack-office.ts'

/** Lets the next turn take longer than an exchange with Slack may, whenever that is asked for. */
function brake({ bot }: Awaited<ReturnType<typeof openSlackMembers>>): () => void {
  const { settle } = bot
  let slow = false
  Object.assign(bot, {
    settle: async (turn: Parameters<typeof settle>[0]) => {
      if (slow) await sleep(2200)
      slow = false
      return await settle(turn)
    },
  })
  return () => {
    slow = true
  }
}

describe.each(ways)('a dialog whose turn takes longer over %s', (way) => {
  it('says so, then what is wrong above the fields as they were filled in, and files once', async () => {
    await using office = await openSlackMembers(way, { calls: [{ ...call, form: 'written', approval: true }] })
    const { slack, sato } = office
    const slowDown = brake(office)
    await slack.shortcut(sato, 'opinion')
    await slack.until(() => slack.view(sato))

    slowDown()
    const wrong = await slack.submit(sato, { text: '賛成します。', name: '載せる' })
    const waiting = office.shown('sato')
    const again = await slack.until(() => slack.view(sato)?.callback_id === 'opinion-form' && slack.view(sato))
    const [text, said] = [again.state.text?.text?.value, office.shown('sato')]
    const right = await slack.submit(sato, { vote: '承認' })
    slowDown()
    const filed = await slack.submit(sato)
    const filing = office.shown('sato')

    await slack.until(() => office.shown('sato').includes('R8-001'))
    expect([wrong.outcome, right.outcome, filed.outcome]).toEqual(['updated', 'updated', 'updated'])
    for (const meanwhile of [waiting, filing]) expect(meanwhile).toContain('処理しています')
    expect(text).toBe('賛成します。')
    expect(said).toContain('承認・不承認のどちらかをお選びください。')
    expect(await office.filed()).toMatchObject([
      { receipt: 'R8-001', words: { text: '賛成します。', vote: 'approve', printName: true } },
    ])
    expect(slack.faults).toEqual([])
  }, 20_000)
})
