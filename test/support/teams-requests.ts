import type { Inbound } from './fake-teams/delivery.ts'
import type { openTeamsOffice } from './teams-office.ts'

export type TeamsOffice = Awaited<ReturnType<typeof openTeamsOffice>>

/** One activity of each kind that Teams sends, of a person in a channel and alone, as it was sent. */
export async function sampleActivities({ teams }: TeamsOffice): Promise<readonly Inbound[]> {
  const person = teams.addUser({ name: '佐藤' })
  const team = teams.addTeam({ name: '懇談会', members: [person] })
  const from = teams.delivered.length
  const { id } = await teams.say(person, team, 'No.34はなぜ×ですか', { mention: true })
  await teams.say(person, 'personal', 'No.34はなぜ×ですか')
  const [post] = await teams.until(() => teams.posts(person).length > 0 && teams.posts(person))
  if (post === undefined) throw new Error('nothing was answered')
  await teams.openDialog(person, post, '出典を見る')
  await teams.press(person, post, '事務局に質問する')
  await teams.composeCommand(person, 'personal', 'opinion')
  await teams.submit(person, { 'field:text': '御意見です。' })
  await teams.messageAction(person, 'opinion-from-message', post)
  await teams.typing(person, 'personal')
  await teams.install(person)
  await teams.install(person, team)
  await teams.changeMembers(person, team, [teams.addUser({ name: '鈴木' })], true)
  await teams.until(() => teams.posts(person).length > 1 && teams.posts(`${team};messageid=${id}`).length > 0)
  await teams.idle()
  const sent = teams.delivered.slice(from).map(({ activity }) => activity)
  const [first] = sent
  const invokes = [
    ...['adaptiveCard/action', 'task/fetch', 'task/submit', 'composeExtension/fetchTask'],
    ...['composeExtension/submitAction', 'composeExtension/query', 'message/submitAction', 'application/search'],
    ...['fileConsent/invoke', 'signin/verifyState'],
  ]
  const others = ['messageReaction', 'messageUpdate', 'messageDelete', 'event', 'endOfConversation', 'unheard-of']
  const form = JSON.stringify({ name: 'opinion', draft: 'd', edits: 'R8-001' })
  const data = {
    form,
    key: 'k',
    seen: 's',
    'field:text': '御意見です。',
    'field:call': 'standing',
    'fields:all': 'a,b',
  }
  const value = {
    ...{ data, commandId: 'opinion-from-message', commandContext: 'message' },
    action: { type: 'Action.Execute', verb: 'own', data: { own: { see: 'receipt', receipt: 'R8-001' } } },
    messagePayload: {
      ...{ id: '1', createdDateTime: '2026-08-20T01:00:00Z', from: { user: { id: 'x' } } },
      body: { contentType: 'html', content: '<div>文</div>' },
    },
  }
  return [
    ...sent,
    ...[...invokes, 'unheard/of'].map((name, at) => ({ ...first, type: 'invoke', id: `f:${at}`, name, value })),
    ...others.map((type, at) => ({ ...first, type, id: `${1_600_000_000_000 + at}` })),
  ]
}
