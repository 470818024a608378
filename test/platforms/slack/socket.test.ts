import { afterEach, beforeEach, expect, it } from 'vitest'
import { openSlackOffice } from '../../support/slack-office.ts'

const rejections: unknown[] = []
const note = (error: unknown) => void rejections.push(error)
beforeEach(() => void process.on('unhandledRejection', note))
afterEach(() => void process.off('unhandledRejection', note))

it('connects again after the connection was cut, and after Slack could not be reached meanwhile', async () => {
  await using office = await openSlackOffice('socket')
  const { slack } = office
  const person = slack.addUser({ name: '佐藤' })
  let away = true
  slack.weather = ({ method }) => (method === 'apps.connections.open' && away ? { status: 500 } : 'fine')

  slack.sockets.drop()
  await slack.until(() => slack.callsOf('apps.connections.open').length === 2)
  away = false
  await slack.until(() => slack.callsOf('apps.connections.open').length === 3 && slack.sockets.connections > 0)
  await slack.say(person, 'dm', 'No.34はなぜ×ですか')

  await slack.until(() => slack.posts(slack.direct(person)).length === 1)
  expect(rejections).toEqual([])
})

it('connects anew when Slack asks for it', async () => {
  await using office = await openSlackOffice('socket')
  const { slack } = office
  const person = slack.addUser({ name: '佐藤' })

  slack.sockets.askToReconnect('refresh_requested')
  await slack.until(() => slack.callsOf('apps.connections.open').length >= 2 && slack.sockets.connections > 0)
  await slack.say(person, 'dm', 'No.34はなぜ×ですか')

  await slack.until(() => slack.posts(slack.direct(person)).length === 1)
  expect(slack.faults).toEqual([])
})
