import { type Activity, CloudAdapter, ConfigurationBotFrameworkAuthentication, type TurnContext } from 'botbuilder'
import { TeamsAuthentication, type TeamsIdentity } from './authentication.ts'
import { Inbound } from './inbound.ts'

/** An activity as the SDK has it. */
export type SdkActivity = Activity

/** What an activity is answered with: a status, and a body where it was an invoke. */
export type Answered = { readonly status: number; readonly body?: unknown }

/** The SDK's adapter for what comes in; what goes out goes by `connector.ts`, once and with its entities whole. */
export class TeamsAdapter extends CloudAdapter {
  readonly #authentication: ConfigurationBotFrameworkAuthentication

  /** Without an identity nobody's token is checked: only for this machine itself. */
  constructor(identity: TeamsIdentity | null) {
    const authentication =
      identity === null ? new ConfigurationBotFrameworkAuthentication({}) : new TeamsAuthentication(identity)
    super(authentication)
    this.#authentication = authentication
    // Nothing of what went wrong is said in a conversation; whoever has sent it is answered by a status.
    this.onTurnError = async (_, error) => {
      throw error
    }
  }

  /** Takes an activity: 401 whatever is wrong with its token, 400 where it is none that Teams sends, else what `logic` makes of it. @throws what `logic` throws */
  async receive(activity: Activity, header: string, logic: (activity: Inbound) => Promise<unknown>): Promise<Answered> {
    const who = await this.#authentication.authenticateRequest(activity, header).catch(() => undefined)
    if (who === undefined) return { status: 401 }
    const { data: inbound } = Inbound.safeParse(activity)
    if (inbound === undefined) return { status: 400 }
    const answer = await this.processActivity(who, activity, async (context: TurnContext) => {
      const value = await logic(inbound)
      if (activity.type === 'invoke')
        await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body: value } })
    })
    return answer === undefined ? { status: 200 } : { status: answer.status, body: answer.body }
  }
}
