import { describe, expect, it } from 'vitest'
import type { Message } from '../../../src/conversation/reply.ts'
import { actActivities } from '../../../src/platforms/teams/act-activities.ts'
import { readDeskData } from '../../../src/platforms/teams/choice-data.ts'
import { messageActivities } from '../../../src/platforms/teams/message-activities.ts'
import { activityFaults, rowsOf, textsOf } from './card-faults.ts'

const said = (text: string) => [{ kind: 'text', text }] as const
const withActs = (message: Message, linkOf?: Parameters<typeof actActivities>[2]) =>
  actActivities(message, messageActivities(message, { language: 'ja' }), linkOf)
const abouts = (message: Message) =>
  rowsOf(withActs(message))
    .flat()
    .map((button) => (button.type === 'Action.Submit' ? readDeskData(button.data) : undefined))

describe('the acts of the secretariat under a message in Teams', () => {
  it('are those on items, in dialogs', () => {
    const message: Message = { blocks: said('R8-012'), card: { receipt: 'R8-012', items: ['R8-012-1'] } }

    expect(abouts(message).map((about) => about?.act)).toEqual([
      ...['assign', 'dispose', 'respond', 'check', 'note', 'ask', 'due', 'see'],
    ])
    expect(abouts(message)[0]).toEqual({ act: 'assign', receipt: 'R8-012' })
    expect(withActs(message).flatMap(activityFaults)).toEqual([])
    expect(JSON.stringify(withActs(message)).match(/task\/fetch/gu)).toHaveLength(8)
  })

  it.each([
    [{ card: { receipt: 'R8-012', items: [] } }, [{ act: 'see', receipt: 'R8-012' }]],
    [{ claim: { account: 'teams:t:u' } }, [{ act: 'claim', account: 'teams:t:u' }]],
    [{ take: { source: 'F1' } }, [{ act: 'take', file: 'F1' }]],
    [{}, []],
  ] as const)('are, for %j, %j', (more, expected) => {
    expect(abouts({ blocks: said('文'), ...more })).toEqual(expected)
  })

  it('are all of those on calls in the menu', () => {
    expect(abouts({ blocks: said('文'), menu: true })).toHaveLength(10)
  })

  it('have a message of their own where there is no room', () => {
    const message: Message = {
      blocks: said('あ'.repeat(11_000)),
      menu: true,
      cards: Array.from({ length: 200 }, (_, at) => ({ about: `R8-${at}`, ref: `${at}` })),
    }
    const activities = withActs(message, (ref) => `https://teams.example.jp/${ref}?${'x'.repeat(200)}`)

    expect(activities.flatMap(activityFaults)).toEqual([])
    expect(rowsOf(activities).flat()).toHaveLength(210)
    expect(textsOf(activities)).toContain('R8-199')
  })

  it('name the cards that have no address', () => {
    const message: Message = { blocks: said('文'), cards: [{ about: 'R8-012', ref: '1' }] }

    expect(textsOf(withActs(message))).toBe('文項目の御意見：R8-012')
    expect(rowsOf(withActs(message))).toEqual([])
  })
})
