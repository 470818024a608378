import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
  type TurnContext,
} from 'botbuilder'
import { type FakeTeams, type FakeTeamsOptions, openFakeTeams } from './fake-teams.ts'

/** The SDK as it comes, led to the fake: strict about tokens, for one tenant. */
function authenticationFor({ configuration }: Pick<FakeTeams, 'configuration'>) {
  return new ConfigurationBotFrameworkAuthentication(configuration, new LocalLogin(configuration))
}

type Configuration = FakeTeams['configuration']

/**
 * The SDK’s own way to a token is MSAL, which takes no authority without TLS; this asks the fake’s endpoint in the same
 * words. Everything else of the factory is the SDK’s: the app id that a token must name, authentication switched on.
 */
class LocalLogin extends ConfigurationServiceClientCredentialFactory {
  readonly #configuration: Configuration
  constructor(configuration: Configuration) {
    super(configuration)
    this.#configuration = configuration
  }
  override async createCredentials(appId: string, audience: string, loginEndpoint: string) {
    const form = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: appId,
      client_secret: this.#configuration.MicrosoftAppPassword,
      scope: `${audience || this.#configuration.ToChannelFromBotOAuthScope}/.default`,
    })
    return {
      async signRequest(request: { headers: { set(name: string, value: string): void } }) {
        const answer = await fetch(`${loginEndpoint}/oauth2/v2.0/token`, { method: 'POST', body: form })
        const { access_token: token } = (await answer.json()) as { access_token?: string }
        request.headers.set('authorization', `Bearer ${token}`)
        return request as never
      },
    }
  }
}

/** A plain CloudAdapter app on the fake Teams, for the fake’s own tests: `turn` is all that it does. */
export async function openCloudAdapterApp(
  turn: (context: TurnContext, adapter: CloudAdapter) => Promise<void>,
  options: FakeTeamsOptions = {},
) {
  const teams = await openFakeTeams(options)
  const adapter = new CloudAdapter(authenticationFor(teams))
  const errors: unknown[] = []
  adapter.onTurnError = async (_, error) => void errors.push(error)
  const server = createServer((request, response) => void serve(request, response))

  async function serve(request: IncomingMessage, response: ServerResponse) {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const body = jsonOf(Buffer.concat(parts).toString())
    // What the adapter needs of express: a parsed body, and a response that says its status and what it is given.
    const shown = {
      status: (code: number) => void (response.statusCode = code),
      header: (name: string, value: string) => void response.setHeader(name, value),
      send(sent: unknown) {
        if (!response.writableEnded) response.end(typeof sent === 'string' ? sent : JSON.stringify(sent))
      },
      end: () => void response.end(),
    }
    const { method, headers } = request
    await adapter.process({ method, headers, body } as never, shown as never, (context) => turn(context, adapter))
  }

  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  teams.connect(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  return {
    teams,
    adapter,
    errors,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await teams[Symbol.asyncDispose]()
    },
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
