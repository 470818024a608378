import { receiverPath } from '../platforms/slack/fit-manifest.ts'
import { checkSlack, printSlack } from './manifest-slack.ts'
import { buildTeams, checkTeams } from './manifest-teams.ts'
import type { Command } from './run-command.ts'
import { readOptions, UsageFault } from './usage-fault.ts'

const help = `Checks the app manifests that Slack and Teams make the app from, and makes them for your own app.

Usage: npm run -s bot -- manifest check slack [FILE]
       npm run -s bot -- manifest print slack --url https://HOST [OPTIONS]
       npm run -s bot -- manifest print slack --socket [OPTIONS]
       npm run -s bot -- manifest check teams [FOLDER or FILE.zip]
       npm run -s bot -- manifest build teams [FOLDER] --app-id ID --domain HOST --out FILE.zip [OPTIONS]

check compares FILE or FOLDER (else what comes with the bot) with the platform's limits and with what the bot can do: no scope,
event or name too few, and none too many. print writes the manifest that comes with the bot for your host, or for Socket Mode.
build makes the package that is uploaded to Teams, with icons that it draws where FOLDER has none.

Options:
  --url URL            print slack: Slack calls this address: https://HOST, to which ${receiverPath} is added
  --socket             print slack: the bot opens a socket to Slack, and needs no address of its own
  --guests             print slack: without the agent view, which Slack does not let guests of a workspace use
  --app-id ID          build teams: the application (client) id of the bot's registration, a GUID
  --domain HOST        build teams: the host that the bot is reached at, such as bot.example.jp
  --site URL           build teams: the page that is shown for who is in charge, privacy and terms (default: https://HOST/)
  --app-version N.N.N  build teams: a higher one for every package of the same app (default: that of the manifest)
  --out FILE           write it into this file; it must not be there
  --force              replace the file that is there
  --help               this text

docs/slack.md and docs/teams.md say what to do with it.
Exit codes: 0 done; 1 the manifest has faults (the text lists them), or a file cannot be read or written; 2 wrong options.
`

const options = {
  url: { type: 'string' },
  socket: { type: 'boolean', default: false },
  guests: { type: 'boolean', default: false },
  'app-id': { type: 'string' },
  domain: { type: 'string' },
  site: { type: 'string' },
  'app-version': { type: 'string' },
  out: { type: 'string' },
  force: { type: 'boolean', default: false },
} as const
export type ManifestOptions = ReturnType<typeof readOptions<typeof options>>['values']

/** What can be done, with the options that it takes, and whether it takes a file or folder. */
const known: Readonly<
  Record<
    string,
    {
      readonly options: readonly string[]
      readonly file: boolean
      readonly run: (file: string | undefined, values: ManifestOptions) => Promise<number> | number
    }
  >
> = {
  'check slack': { options: [], file: true, run: checkSlack },
  'print slack': {
    options: ['url', 'socket', 'guests', 'out', 'force'],
    file: false,
    run: (_, values) => printSlack(values),
  },
  'check teams': { options: [], file: true, run: checkTeams },
  'build teams': {
    options: ['app-id', 'domain', 'site', 'app-version', 'out', 'force'],
    file: true,
    run: buildTeams,
  },
}

/** The app manifests of Slack and Teams. */
export const manifest: Command = {
  help,
  async run(args) {
    const { values, positionals } = readOptions(args, options, 'words')
    const [verb = '', platform = '', file, ...more] = positionals
    const name = `${verb} ${platform}`
    const found = Object.hasOwn(known, name) ? known[name] : undefined
    if (found === undefined || more.length > 0 || (file !== undefined && !found.file))
      throw new UsageFault(
        `"manifest ${positionals.join(' ')}": known are "manifest check slack [FILE]", "manifest print slack", "manifest check teams [FOLDER]", "manifest build teams [FOLDER]"`,
      )
    const foreign = Object.entries(values).find(
      ([option, value]) => value !== undefined && value !== false && !found.options.includes(option),
    )
    if (foreign !== undefined) {
      const takes = found.options.map((option) => `--${option}`).join(', ') || 'no options'
      throw new UsageFault(`manifest ${name} takes no --${foreign[0]}; it takes ${takes}`)
    }
    return await found.run(file, values)
  },
}
