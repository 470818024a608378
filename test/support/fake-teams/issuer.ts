import type { X509Certificate } from 'node:crypto'
import { constants, createHmac, generateKeyPairSync, type KeyObject, randomUUID, sign, verify } from 'node:crypto'
import type { Answer, World } from './world.ts'

/** A signing key as the issuer publishes it. */
export type SigningKey = { readonly kid: string; readonly private: KeyObject; readonly public: KeyObject }
export type TokenOptions = {
  readonly appId?: string
  readonly issuer?: string
  /** `undefined` leaves the claim out. */
  readonly serviceUrl?: string | undefined
  readonly notBefore?: number
  readonly expires?: number
  readonly key?: SigningKey
  readonly header?: Readonly<Record<string, unknown>>
  readonly claims?: Readonly<Record<string, unknown>>
  /** For HS256: the form of the public key that is taken for the secret. */
  readonly secret?: 'spki' | 'pkcs1'
}

/** The issuer of the tokens that Teams’ calls to a bot bear (Bot Connector authentication, "from connector to bot"). */
export const channelIssuer = 'https://api.botframework.com'
export const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')

let made = 0
function newKey(): SigningKey {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return { kid: `key-${(made += 1)}-${randomUUID()}`, private: privateKey, public: publicKey }
}
// A key takes long to make: one set for the process.
let keys: { channel: SigningKey; webchat: SigningKey; emulator: SigningKey; stranger: SigningKey } | undefined

export type Issuer = ReturnType<typeof buildIssuer>

/** Microsoft’s token service: OpenID metadata and keys for tokens to the bot, and the tokens that the bot asks for. */
export function buildIssuer(world: World) {
  keys ??= { channel: newKey(), webchat: newKey(), emulator: newKey(), stranger: newKey() }
  const { channel, webchat, emulator, stranger } = keys
  const outbound = new Map<string, number>()

  function published(key: SigningKey, endorsements?: readonly string[]) {
    const { n, e } = key.public.export({ format: 'jwk' })
    return { kty: 'RSA', use: 'sig', kid: key.kid, n, e, ...(endorsements === undefined ? {} : { endorsements }) }
  }
  const metadata = (folder: string): Answer => ({
    status: 200,
    body: {
      issuer: channelIssuer,
      authorization_endpoint: 'https://invalid.botframework.com',
      jwks_uri: `${world.base}/${folder}/keys`,
      id_token_signing_alg_values_supported: ['RS256'],
      token_endpoint_auth_methods_supported: ['private_key_jwt'],
    },
  })

  return {
    keys,
    /** A token as Teams sends it with every activity, or one that differs from it where the options say so. */
    token(options: TokenOptions = {}): string {
      const seconds = Math.floor(world.now() / 1000)
      const key = options.key ?? channel
      const header = { alg: 'RS256', kid: key.kid, x5t: key.kid, typ: 'JWT', ...options.header }
      const serviceurl = 'serviceUrl' in options ? options.serviceUrl : `${world.base}/${world.regions.at(-1)}/`
      const payload = {
        ...(serviceurl === undefined ? {} : { serviceurl }),
        nbf: options.notBefore ?? seconds - 60,
        exp: options.expires ?? seconds + 3600,
        iss: options.issuer ?? channelIssuer,
        aud: options.appId ?? world.appId,
        ...options.claims,
      }
      const signed = `${encode(header)}.${encode(payload)}`
      return `${signed}.${signatureOf(signed, String(header.alg), key, options.secret)}`
    },
    /** The answers of the issuer’s own addresses; `undefined` where it has none. */
    answer(path: string): Answer | undefined {
      switch (path) {
        case '/channel/.well-known/openidconfiguration':
          return metadata('channel')
        case '/emulator/.well-known/openid-configuration':
          return metadata('emulator')
        case '/channel/keys':
          return { status: 200, body: { keys: [published(channel, ['msteams']), published(webchat, ['webchat'])] } }
        case '/emulator/keys':
          return { status: 200, body: { keys: [published(emulator)] } }
        default:
          return undefined
      }
    },
    /** OAuth 2.0 client credentials (RFC 6749, 4.4) as Microsoft’s v2.0 endpoint takes them, for this one tenant. */
    grant(path: string, form: URLSearchParams): Answer {
      const wrong = (code: string, words: string): Answer => {
        world.faults.push(`token endpoint: ${words}`)
        return { status: code === 'invalid_client' ? 401 : 400, body: { error: code, error_description: words } }
      }
      if (path !== `/login/${world.tenant}/oauth2/v2.0/token`) return wrong('invalid_request', `the tenant in ${path}`)
      if (form.get('grant_type') !== 'client_credentials') return wrong('unsupported_grant_type', 'the grant type')
      if (form.get('scope') !== `${channelIssuer}/.default`) return wrong('invalid_scope', 'the scope')
      if (form.get('client_id') !== world.appId) return wrong('unauthorized_client', 'the client id')
      const { certificate, appId } = world
      if (certificate === undefined && form.get('client_secret') !== world.appPassword)
        return wrong('invalid_client', 'the client secret')
      if (certificate !== undefined && !isAssertion(form, certificate, appId, world.now()))
        return wrong('invalid_client', 'the assertion by certificate')
      const token = this.token({
        appId: channelIssuer,
        key: stranger,
        claims: { appid: world.appId, jti: randomUUID() },
      })
      outbound.set(token, world.now() + 3_600_000)
      return { status: 200, body: { token_type: 'Bearer', expires_in: 3599, access_token: token } }
    },
    /** Whether the bot was given this token, and it holds. */
    isOutbound: (token: string): boolean => (outbound.get(token) ?? 0) > world.now(),
    /** From now on the connector takes none of the tokens that were given so far. */
    revoke: () => outbound.clear(),
  }
}

const assertion = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

/** Whether a client shows by its certificate that it is the app (Microsoft Learn, "certificate credentials": PS256, `x5t#S256`). */
function isAssertion(form: URLSearchParams, certificate: X509Certificate, appId: string, now: number): boolean {
  const [head = '', body = '', signature = ''] = (form.get('client_assertion') ?? '').split('.')
  if (form.get('client_assertion_type') !== assertion || form.has('client_secret')) return false
  const read = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString())
  const { alg, 'x5t#S256': thumbprint } = read(head)
  const { aud, iss, sub, exp, jti } = read(body)
  const print = Buffer.from(certificate.fingerprint256.replaceAll(':', ''), 'hex').toString('base64url')
  const key = { key: certificate.publicKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 }
  return (
    alg === 'PS256' &&
    thumbprint === print &&
    /^https:\/\/login\.microsoftonline\.com\/[^/]+\/oauth2\/v2\.0\/token$/u.test(aud) &&
    [iss, sub].every((one) => one === appId) &&
    typeof jti === 'string' &&
    exp * 1000 > now &&
    verify('sha256', Buffer.from(`${head}.${body}`), key, Buffer.from(signature, 'base64url'))
  )
}

function signatureOf(signed: string, alg: string, key: SigningKey, form: 'spki' | 'pkcs1' = 'spki'): string {
  switch (alg) {
    case 'none':
      return ''
    case 'HS256': {
      const secret = key.public.export({ type: form, format: 'pem' })
      return createHmac('sha256', secret).update(signed).digest('base64url')
    }
    case 'RS256':
      return sign('sha256', Buffer.from(signed), key.private).toString('base64url')
    default:
      throw new Error(`no such algorithm: ${alg}`)
  }
}
