import type { TeamsActivity } from './message-activities.ts'

/** What the bot asks of Teams' service: each call goes out once, and ends within ten seconds. */
export type Connector = {
  /** Sends into a conversation; returns the id of what is there then. @throws TeamsRefusal, TeamsBusy, and what the network throws */
  readonly send: (service: string, conversation: string, activity: TeamsActivity) => Promise<string>
  readonly update: (service: string, conversation: string, id: string, activity: TeamsActivity) => Promise<void>
  /** Opens the conversation with one person alone; returns its id. */
  readonly openAlone: (service: string, tenant: string, user: string) => Promise<string>
}

/** Teams has said no; `code` is its word for why. */
export class TeamsRefusal extends Error {
  readonly code: string
  constructor(code: string) {
    super(`Teams refused: ${code}`)
    this.code = code
  }
}

/** Teams takes nothing more for so many seconds. */
export class TeamsBusy extends Error {
  readonly code = 'teams-busy'
  readonly seconds: number
  constructor(seconds: number) {
    super(`Teams is busy for ${seconds} s`)
    this.seconds = seconds
  }
}
