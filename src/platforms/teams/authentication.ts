import { type Activity, ConfigurationBotFrameworkAuthentication } from 'botbuilder'
import { CheckedTokens } from './checked-tokens.ts'
import { Addressed, tenantOf } from './inbound.ts'
import type { Credential } from './login.ts'
import { quietly } from './quietly.ts'
import { isServiceAllowed } from './service-url.ts'

/** The app's registration; `loginUrl` and `openIdUrl` lead to another identity service, for tests and proxies. */
export type TeamsIdentity = {
  readonly appId: string
  readonly credential: Credential
  readonly tenant: string
  /** Beginnings of the services that are called. */
  readonly services: readonly string[]
  /** Tenants whose people are answered, the app's own among them. */
  readonly tenants: readonly string[]
  readonly loginUrl: string | null
  readonly openIdUrl: string | null
}

const scope = 'https://api.botframework.com'
/** Whose tokens Teams' calls bear. */
const channelIssuer = 'https://api.botframework.com'

/** What the SDK is configured with: one tenant, and tokens that are always checked. */
export function sdkConfiguration({ appId, tenant, loginUrl, openIdUrl }: TeamsIdentity) {
  const own = { MicrosoftAppType: 'SingleTenant', MicrosoftAppId: appId, MicrosoftAppTenantId: tenant }
  if (loginUrl === null || openIdUrl === null) return own
  // Where one is given the SDK takes all of them as given.
  return {
    ...own,
    ...{ ToChannelFromBotLoginUrl: loginUrl, ToChannelFromBotOAuthScope: scope, ToBotFromChannelTokenIssuer: scope },
    ...{
      OAuthUrl: loginUrl,
      ToBotFromChannelOpenIdMetadataUrl: openIdUrl,
      ToBotFromEmulatorOpenIdMetadataUrl: openIdUrl,
    },
    ...{ CallerId: 'urn:botframework:azure', ValidateAuthority: true },
  }
}

/** What the SDK asks of the bot's own credentials when something comes in; nothing goes out by it. */
function credentialsFor(own: string) {
  const signRequest = async () => {
    throw new Error('the SDK calls nobody')
  }
  return {
    isValidAppId: async (appId: string) => appId === own,
    isAuthenticationDisabled: async () => false,
    createCredentials: async () => ({ signRequest }),
  }
}

type Who = Awaited<ReturnType<ConfigurationBotFrameworkAuthentication['authenticateRequest']>>

/** Stands for the SDK's client, which is dear to make: what goes out goes by `connector.ts`. */
const noClient = { create: async () => ({}) as never }

/** The SDK's check of tokens, and what it leaves out: the tenant, the service that is answered to, the bot that is meant. */
export class TeamsAuthentication extends ConfigurationBotFrameworkAuthentication {
  readonly #identity: TeamsIdentity
  readonly #checked = new CheckedTokens<Who>(Date.now)

  constructor(identity: TeamsIdentity) {
    super(sdkConfiguration(identity), credentialsFor(identity.appId))
    this.#identity = identity
  }

  /** @throws whatever is wrong: nobody is told what. */
  override async authenticateRequest(activity: Activity, header: string): Promise<Who> {
    const { services, tenants, appId } = this.#identity
    const known = Addressed.parse(activity)
    if (!isServiceAllowed(known.serviceUrl, services)) throw new Error('another service')
    if (!tenants.includes(tenantOf(known) ?? '')) throw new Error('another tenant')
    if (![`28:${appId}`, appId].includes(known.recipient.id)) throw new Error('another bot')
    const token = `${header} ${known.channelId} ${known.serviceUrl}`
    const before = this.#checked.find(token)
    if (before !== undefined) return before
    const checked = await quietly(async () => await super.authenticateRequest(activity, header))
    // The SDK takes tokens of emulators and of other bots as well.
    const { claimsIdentity } = checked
    if (claimsIdentity.getClaimValue('iss') !== channelIssuer) throw new Error('another issuer')
    const who = { ...checked, connectorFactory: noClient }
    this.#checked.keep(token, who, Number(claimsIdentity.getClaimValue('exp')) * 1000)
    return who
  }

  override async createUserTokenClient() {
    return {} as never
  }
}
