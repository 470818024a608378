import { createRequire } from 'node:module'
import { CloudAdapter, ConfigurationBotFrameworkAuthentication, type TurnContext } from 'botbuilder'
import { expect, it } from 'vitest'
import { openFakeTeams } from '../../support/fake-teams/fake-teams.ts'

const fromBotbuilder = createRequire(createRequire(import.meta.url).resolve('botbuilder'))
const { MsalServiceClientCredentialsFactory } = fromBotbuilder('botframework-connector')
const { ConfidentialClientApplication } = fromBotbuilder('@azure/msal-node')

const login = 'https://login.microsoftonline.com'

it('gives a token to MSAL as the SDK uses it, where only the network below it leads to the fake', async () => {
  await using teams = await openFakeTeams()
  const { appId, tenant, configuration } = teams
  const member = teams.addUser({ name: '佐藤' })
  const asked: string[] = []
  const networkClient = {
    async sendGetRequestAsync(url: string) {
      throw new Error(`MSAL asked for ${url}`)
    },
    async sendPostRequestAsync(
      url: string,
      { body = '', headers = {} }: { body?: string; headers?: Record<string, string> },
    ) {
      asked.push(url.split('?')[0] ?? '')
      const local = url.replace(`${login}/${tenant}`, configuration.ToChannelFromBotLoginUrl)
      const answer = await fetch(local, { method: 'POST', body, headers })
      return { status: answer.status, headers: Object.fromEntries(answer.headers), body: await answer.json() }
    },
  }
  const auth = { clientId: appId, clientSecret: configuration.MicrosoftAppPassword, authority: `${login}/${tenant}` }
  const client = new ConfidentialClientApplication({ auth, system: { networkClient } })
  const factory = new MsalServiceClientCredentialsFactory(appId, client)
  const real = { ...configuration, ToChannelFromBotLoginUrl: `${login}/${tenant}` }
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication(real, factory))
  const place = { id: teams.personal(member), conversationType: 'personal', tenantId: tenant, isGroup: false, name: '' }
  const reference = { bot: teams.bot, channelId: 'msteams', conversation: place, serviceUrl: teams.serviceUrl }

  await adapter.continueConversationAsync(appId, reference, async (context: TurnContext) => {
    await context.sendActivity('一')
    await context.sendActivity('二')
  })

  expect(asked).toEqual([`${login}/${tenant}/oauth2/v2.0/token`])
  expect(teams.posts(member).map(teams.read)).toEqual(['一', '二'])
  expect(teams.faults).toEqual([])
})
