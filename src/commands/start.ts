import { readConfig } from '../config.ts'
import { Fault } from '../fault.ts'
import { chatIn } from './chat.ts'
import { isPiped } from './read-text.ts'
import type { Command } from './run-command.ts'
import { actingHelp, actingOptions, openSession } from './session.ts'
import { readOptions } from './usage-fault.ts'

const nothingConfigured = `nothing to serve: no chat platform is configured. docs/slack.md and docs/teams.md say how to set up Slack (SLACK_BOT_TOKEN and others) and Teams (TEAMS_APP_ID and others).
To try the bot here, run "npm start" in a terminal, or pipe questions into it, one a line: npm start < questions.txt`

/** Serves what is configured, else chats. */
export const start: Command = {
  help: `Starts the bot: serves the platforms that are configured; with none, chats in the terminal or answers piped questions.

Usage: npm start [-- OPTIONS]

Options:
${actingHelp}
  --help            this text

Exit codes: 0 ended; 1 the record or the run-time data is faulty, or in use; 2 nothing is configured and there is neither
a terminal nor piped input.
`,
  async run(args, env) {
    const { values } = readOptions(args, actingOptions, 'no words')
    const config = readConfig(env, values)
    if (config.slack !== null || config.teams !== null)
      return await (await import('./serve-platforms.ts')).servePlatforms(config)
    if (!process.stdin.isTTY && !isPiped()) refuse()
    await using session = await openSession(env, values)
    return await chatIn(session, process.stdin, process.stdout)
  },
}

/** Serves what is configured, and never chats. */
export const serve: Command = {
  help: `Serves the platforms that are configured; never chats.

Usage: npm run serve

Options:
  --help   this text

Exit codes: 0 ended; 1 the record or the run-time data is faulty or in use, or the port cannot be had; 2 nothing is configured.
`,
  async run(args, env) {
    readOptions(args, {}, 'no words')
    const config = readConfig(env)
    if (config.slack === null && config.teams === null) refuse()
    return await (await import('./serve-platforms.ts')).servePlatforms(config)
  },
}

function refuse(): never {
  throw new Fault('config-invalid', nothingConfigured)
}
