import { expect, it } from 'vitest'
import { openCloudAdapterApp } from '../../support/fake-teams/cloud-adapter-app.ts'

it('brings a message of a person to the real adapter, and its answer into the chat', async () => {
  await using app = await openCloudAdapterApp(async (context) => {
    if (context.activity.type === 'message') await context.sendActivity(`回答：${context.activity.text}`)
  })
  const { teams } = app
  const member = teams.addUser({ name: '佐藤' })

  const { delivered } = await teams.say(member, 'personal', 'No.34 は')

  expect(delivered).toMatchObject({ outcome: 'answered', status: 200 })
  expect(teams.posts(member).map(teams.read)).toEqual(['回答：No.34 は'])
  expect([app.errors, teams.faults]).toEqual([[], []])
})
