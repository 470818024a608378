import { ConfigurationServiceClientCredentialFactory } from 'botbuilder'
import { request } from 'undici'
import * as z from 'zod'
import { sdkConfiguration, type TeamsIdentity } from './authentication.ts'

const Token = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().default(3600) })

/** Milliseconds that a call may take. */
const patience = 10_000
/** Milliseconds before its end at which a token is asked for anew. */
const margin = 5 * 60_000
const scope = 'https://api.botframework.com'

/** The bot's own tokens for calling Teams' service. By the SDK; by one's own words where it leads to another login, which the SDK refuses. */
export function openLogin(identity: TeamsIdentity): () => Promise<string> {
  const { loginUrl } = identity
  return loginUrl === null ? bySdk(identity) : byRequest(identity, loginUrl)
}

function bySdk(identity: TeamsIdentity): () => Promise<string> {
  const factory = new ConfigurationServiceClientCredentialFactory(sdkConfiguration(identity))
  const credentials = factory.createCredentials(
    identity.appId,
    scope,
    `https://login.microsoftonline.com/${identity.tenant}`,
    true,
  )
  return async () => {
    const headers = new Map<string, string>()
    const set = (name: string, value: string) => void headers.set(name.toLowerCase(), value)
    await (await credentials).signRequest({ headers: { set } } as never)
    return headers.get('authorization')?.replace(/^Bearer /u, '') ?? ''
  }
}

function byRequest({ appId, password }: TeamsIdentity, loginUrl: string): () => Promise<string> {
  let token = { text: '', until: 0 }
  return async () => {
    if (Date.now() < token.until) return token.text
    const body = new URLSearchParams({
      ...{ grant_type: 'client_credentials', client_id: appId, client_secret: password, scope: `${scope}/.default` },
    }).toString()
    const answer = await request(`${loginUrl}/oauth2/v2.0/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body,
      headersTimeout: patience,
      bodyTimeout: patience,
    })
    const { access_token: text, expires_in } = Token.parse(await answer.body.json())
    token = { text, until: Date.now() + expires_in * 1000 - margin }
    return text
  }
}
