import { type FakeTeamsOptions, openFakeTeams } from './fake-teams.ts'

type Said = {
  readonly id?: string
  readonly activityId?: string
  readonly members?: readonly unknown[]
  readonly continuationToken?: string
  readonly error?: { readonly code: string }
}

/** A fake Teams with one person in it, and calls of its connector with a good token, as an app without the SDK makes. */
export async function openPoster(options: FakeTeamsOptions = {}) {
  const teams = await openFakeTeams(options)
  const member = teams.addUser({ name: '佐藤' })
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: teams.appId,
    client_secret: teams.configuration.MicrosoftAppPassword,
    scope: 'https://api.botframework.com/.default',
  })
  const granted = await fetch(`${teams.configuration.ToChannelFromBotLoginUrl}/oauth2/v2.0/token`, {
    method: 'POST',
    body: form,
  })
  const { access_token: token } = (await granted.json()) as { access_token: string }

  async function call(method: string, path: string, body?: object) {
    const answer = await fetch(`${teams.serviceUrl}v3/${path}`, {
      method,
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(2000),
    })
    const text = await answer.text()
    const said = (text === '' ? {} : JSON.parse(text)) as Said
    return { ...said, status: answer.status, retryAfter: answer.headers.get('retry-after') }
  }

  return {
    teams,
    member,
    call,
    post: (activity: object, conversation = teams.personal(member)) =>
      call('POST', `conversations/${encodeURIComponent(conversation)}/activities`, { type: 'message', ...activity }),
    [Symbol.asyncDispose]: () => teams[Symbol.asyncDispose](),
  }
}
