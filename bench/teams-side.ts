import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
} from 'botbuilder'
import express from 'express'
import { openPlatforms } from '../src/commands/serve-platforms.ts'
import { readConfig } from '../src/config.ts'
import { sdkConfiguration } from '../src/platforms/teams/authentication.ts'
import { openLogin } from '../src/platforms/teams/login.ts'

/** One of the two apps that bench/teams.ts compares, in a process of its own; its port is the first line that it prints. */
const [side] = process.argv.slice(2)
const config = readConfig(process.env)

if (side === 'ours') {
  // A thousand chats of one tenant are asked in more at once than Teams takes.
  const pace = { interval: 0, burst: 1 }
  const served = await openPlatforms(config, { report: (message) => console.error(message), pace })
  console.log(served.port)
  // The profiler writes when the process ends by itself.
  process.once('SIGTERM', () => void served[Symbol.asyncDispose]().then(() => process.exit()))
} else {
  const { registration, services } = config.teams ?? {}
  if (registration?.credential.kind !== 'secret' || services === undefined) throw new Error('TEAMS_APP_ID is empty')
  const { credential } = registration
  const identity = { ...registration, credential, services, tenants: [registration.tenant] }
  const token = openLogin(identity)
  // The SDK's own login takes no address on this machine; a token that is kept costs less than that does.
  class Login extends ConfigurationServiceClientCredentialFactory {
    override async createCredentials() {
      const signRequest = async (request: { readonly headers: { set(name: string, value: string): void } }) => {
        request.headers.set('authorization', `Bearer ${await token()}`)
        return request as never
      }
      return { signRequest }
    }
  }
  const settings = { ...sdkConfiguration(identity), MicrosoftAppPassword: credential.secret }
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication(settings, new Login(settings)))
  const app = express()
  app.use(express.json({ limit: '256kb' }))
  app.post('/api/messages', async (request, response) => {
    await adapter.process(request, response, async (context) => {
      if (context.activity.type === 'message') await context.sendActivity(`Echo: ${context.activity.text}`)
    })
  })
  const server = app.listen(0, '127.0.0.1', () => {
    const address = server.address()
    console.log(typeof address === 'object' ? address?.port : 0)
  })
  process.once('SIGTERM', () => process.exit())
}
