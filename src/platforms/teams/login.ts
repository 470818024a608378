import { X509Certificate } from 'node:crypto'
import {
  ConfidentialClientApplication,
  type INetworkModule,
  ManagedIdentityApplication,
  type NetworkRequestOptions,
  type NetworkResponse,
} from '@azure/msal-node'
import { request } from 'undici'
import type { TeamsIdentity } from './authentication.ts'

/** How the bot shows to Microsoft that it is the app: a secret, a certificate with its private key (PEM), or the machine's own identity in Azure. */
export type Credential =
  | { readonly kind: 'secret'; readonly secret: string }
  | { readonly kind: 'certificate'; readonly pem: string }
  | { readonly kind: 'managed-identity' }

/** Milliseconds that a call may take. */
const patience = 10_000
/** Milliseconds before its end from which on a token is asked for anew. */
const margin = 5 * 60_000
const resource = 'https://api.botframework.com'
const microsoft = 'https://login.microsoftonline.com'

/**
 * The bot's own tokens for calling Teams' service, kept until shortly before they end.
 * @throws where the certificate cannot be read; the tokens: what Microsoft or the network says
 */
export function openLogin(identity: TeamsIdentity): () => Promise<string> {
  const ask = tokensOf(identity)
  let kept = { token: '', until: 0 }
  return async () => {
    // MSAL keeps them too, but looks for one as long as an answer is looked for.
    if (Date.now() < kept.until) return kept.token
    const { accessToken: token = '', expiresOn = null } = (await ask()) ?? {}
    if (token === '') throw Object.assign(new Error('no token'), { code: 'no-token' })
    kept = { token, until: (expiresOn?.getTime() ?? 0) - margin }
    return token
  }
}

function tokensOf({ appId, tenant, credential, loginUrl }: TeamsIdentity) {
  const system = { networkClient: network(tenant, loginUrl), loggerOptions: { piiLoggingEnabled: false } }
  if (credential.kind === 'managed-identity') {
    const app = new ManagedIdentityApplication({ managedIdentityIdParams: { userAssignedClientId: appId }, system })
    return async () => await app.acquireToken({ resource })
  }
  const shown =
    credential.kind === 'secret'
      ? { clientSecret: credential.secret }
      : { clientCertificate: readCertificate(credential.pem) }
  const auth = { clientId: appId, authority: `${microsoft}/${tenant}`, ...shown }
  const app = new ConfidentialClientApplication({ auth, system })
  return async () => await app.acquireTokenByClientCredential({ scopes: [`${resource}/.default`] })
}

function readCertificate(pem: string) {
  const { fingerprint256 } = new X509Certificate(pem)
  return { thumbprintSha256: fingerprint256.replaceAll(':', ''), privateKey: pem }
}

/** The network as MSAL uses it: each call ends in time, and Microsoft's login is where it is said to be. */
function network(tenant: string, loginUrl: string | null): INetworkModule {
  async function call<T>(
    method: 'GET' | 'POST',
    url: string,
    { headers = {}, body }: NetworkRequestOptions = {},
  ): Promise<NetworkResponse<T>> {
    const to = loginUrl === null ? url : url.replace(`${microsoft}/${tenant}`, loginUrl)
    const answer = await request(to, {
      ...{ method, headers, headersTimeout: patience, bodyTimeout: patience },
      ...(body === undefined ? {} : { body }),
    })
    const given = Object.entries(answer.headers).map(([name, value]) => [name, String(value)] as const)
    return { status: answer.statusCode, headers: Object.fromEntries(given), body: (await answer.body.json()) as T }
  }
  return {
    sendGetRequestAsync: async (url, options) => await call('GET', url, options),
    sendPostRequestAsync: async (url, options) => await call('POST', url, options),
  }
}
