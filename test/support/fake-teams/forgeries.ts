import type { Inbound, RawOptions } from './delivery.ts'
import { channelIssuer, encode, type Issuer } from './issuer.ts'
import type { World } from './world.ts'

/** An attempt to pass for Teams: what is sent, and with which header. */
export type Forgery = {
  readonly kind: string
  readonly body: string
  readonly options: RawOptions
  /** The SDK as it comes lets it through: only checks of the app’s own refuse it. */
  readonly stock?: 'handled'
}

/** Every way we know to send this activity without being Teams; each of them must be refused, and change nothing. */
export function buildForgeries(world: World, issuer: Issuer, activity: Inbound): readonly Forgery[] {
  const { token, keys } = issuer
  const seconds = Math.floor(world.now() / 1000)
  const written = JSON.stringify(activity)
  const good = token()
  const [header = '', payload = '', signature = ''] = good.split('.')
  const bearer = (kind: string, value: string): Forgery => ({
    kind,
    body: written,
    options: { authorization: `Bearer ${value}` },
  })
  const raw = (kind: string, authorization: string | readonly string[] | null): Forgery => ({
    kind,
    body: written,
    options: { authorization },
  })
  const other = (kind: string, change: Record<string, unknown>, stock = false): Forgery => ({
    kind,
    body: JSON.stringify({ ...activity, ...change }),
    options: {},
    ...(stock ? { stock: 'handled' as const } : {}),
  })
  const elsewhere = crypto.randomUUID()
  const foreign = 'https://smba.example.net/teams/'
  const emulator = {
    key: keys.emulator,
    issuer: `https://sts.windows.net/${world.tenant}/`,
    claims: { ver: '1.0', appid: elsewhere, tid: world.tenant },
  }
  const { serviceUrl: _, ...unaddressed } = activity

  return [
    bearer('alg none', token({ header: { alg: 'none' } })),
    bearer('alg none with the good signature', `${encode({ alg: 'none', typ: 'JWT' })}.${payload}.${signature}`),
    bearer('HS256 with the public key', token({ header: { alg: 'HS256' } })),
    bearer('HS256 with the public key as PKCS #1', token({ header: { alg: 'HS256' }, secret: 'pkcs1' })),
    bearer('another issuer', token({ issuer: 'https://api.botframework.example' })),
    bearer('the issuer as a list', token({ claims: { iss: [channelIssuer] } })),
    bearer('no issuer', token({ claims: { iss: undefined } })),
    bearer('another audience', token({ appId: elsewhere })),
    bearer('no audience', token({ claims: { aud: undefined } })),
    bearer('expired', token({ expires: seconds - 3600, notBefore: seconds - 7200 })),
    bearer('not yet valid', token({ notBefore: seconds + 3600, expires: seconds + 7200 })),
    bearer('another key under the known kid', token({ key: keys.stranger, header: { kid: keys.channel.kid } })),
    bearer('an unknown kid', token({ key: keys.stranger })),
    bearer('no kid', token({ header: { kid: undefined } })),
    bearer('a key that is not endorsed for Teams', token({ key: keys.webchat })),
    bearer(
      'a key in its own header',
      token({ key: keys.stranger, header: { jwk: keys.stranger.public.export({ format: 'jwk' }) } }),
    ),
    bearer('a tampered payload', `${header}.${encode({ ...claimsOf(payload), exp: seconds + 9999 })}.${signature}`),
    bearer('a tampered signature', `${header}.${payload}.${signature.slice(0, -8)}AAAAAAAA`),
    bearer('another serviceUrl claim', token({ serviceUrl: foreign })),
    bearer('no serviceUrl claim', token({ serviceUrl: undefined })),
    bearer('truncated', good.slice(0, -40)),
    bearer('without its signature', `${header}.${payload}.`),
    bearer('two parts', `${header}.${payload}`),
    bearer('not a JWT', 'eyJ-not-a-token'),
    bearer('the token of an emulator for another app', token(emulator)),
    bearer('the emulator’s key with Teams’ issuer', token({ key: keys.emulator })),
    bearer(
      'the bot’s own outbound token',
      token({ key: keys.stranger, appId: channelIssuer, claims: { appid: world.appId } }),
    ),
    bearer('a huge token', `${header}.${encode({ ...claimsOf(payload), x: 'x'.repeat(8000) })}.${signature}`),
    bearer('a quoted token', `"${good}"`),
    raw('no header', null),
    raw('an empty header', ''),
    raw('a bare Bearer', 'Bearer '),
    raw('no Bearer', good),
    raw('Basic', `Basic ${Buffer.from(`${world.appId}:`).toString('base64')}`),
    raw('a doubled header', [`Bearer ${token({ key: keys.stranger })}`, `Bearer ${good}`]),
    raw('a doubled token', `Bearer ${good} ${good}`),
    other('another serviceUrl in the activity', { serviceUrl: foreign }),
    { kind: 'no serviceUrl', body: JSON.stringify(unaddressed), options: {}, stock: 'handled' },
    other('an empty serviceUrl', { serviceUrl: '' }, true),
    other(
      'another tenant',
      {
        conversation: { ...(activity.conversation as object), tenantId: elsewhere },
        channelData: { ...(activity.channelData as object), tenant: { id: elsewhere } },
      },
      true,
    ),
    other('another recipient', { recipient: { id: `28:${elsewhere}`, name: '別のボット' } }, true),
    other('another channel', { channelId: 'webchat' }),
  ]
}

const claimsOf = (payload: string): object => JSON.parse(Buffer.from(payload, 'base64url').toString())
