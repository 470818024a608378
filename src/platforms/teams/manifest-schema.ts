import * as z from 'zod'

/** A text of Teams' manifest: never empty, `most` characters at most. */
function text(most: number) {
  return z
    .string('write a text here')
    .min(1, 'it is empty: write a text')
    .max(most, { error: ({ input }) => `${String(input).length} characters, Teams takes ${most}: shorten it` })
}

/** Only keys that Teams documents and the bot has a use for: what nobody looks at does no good and may do harm. */
function group<T extends z.ZodRawShape>(shape: T) {
  return z.strictObject(shape, {
    error: (issue) => {
      if (issue.code === 'unrecognized_keys')
        return `${issue.keys.map((key) => `"${key}"`).join(', ')}: Teams documents no such key here, or the bot has no use for it: remove it`
      return 'it is missing, or no group: write {…} here, as in the manifest that comes with the bot'
    },
  })
}

function only<T extends string | boolean>(value: T, why: string) {
  return z.literal(value, `set it to ${JSON.stringify(value)}: ${why}`)
}

function list<T extends z.ZodType>(item: T, most: number) {
  return z.array(item, 'write a list here: […]').max(most, `more than ${most}, which is what Teams takes: remove some`)
}

const guid = z
  .string('write a text here')
  .regex(/^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/iu, 'write a GUID, as 01234567-89ab-cdef-0123-456789abcdef')
const page = z.url({ protocol: /^https$/u, error: 'give a whole https address' }).max(2048, 'shorten it')
const file = z
  .string('write the name of a file')
  .regex(/^[\w-]+(?:\.[\w-]+)+$/u, 'name a file of the package, without a folder, as color.png')
const host = z
  .string('write the name of a host')
  .regex(/^[a-z\d-]+(?:\.[a-z\d-]+)+$/u, 'write the name of a host and no more, as bot.example.jp')

const scope = z.enum(['personal', 'team', 'groupChat'], 'write "personal", "team" or "groupChat"')
const command = group({ title: text(128), description: text(4000) })

const extensionCommand = group({
  id: text(64),
  type: only('action', 'the bot has no search'),
  title: text(32),
  description: text(128),
  context: list(z.enum(['compose', 'commandBox', 'message'], 'write "compose", "commandBox" or "message"'), 3),
  fetchTask: only(true, 'the bot makes each dialog when it is opened'),
})

const bot = group({
  botId: guid,
  scopes: list(scope, 3).refine((scopes) => scopes.includes('personal'), 'add "personal": opinions are taken there'),
  isNotificationOnly: only(false, 'else nobody can write to the bot').optional(),
  supportsFiles: z.boolean('write true or false').optional(),
  supportsCalling: only(false, 'the bot takes no calls').optional(),
  supportsVideo: only(false, 'the bot takes no calls').optional(),
  commandLists: list(group({ scopes: list(scope, 3), commands: list(command, 10) }), 3).default([]),
})

/**
 * A Teams app manifest 1.22, as far as the bot uses one, with its limits
 * (https://developer.microsoft.com/json-schemas/teams/v1.22/MicrosoftTeams.schema.json). Our own besides Microsoft's, because that
 * one takes much that the bot does not answer, and is not at hand where only what runs is installed.
 */
export const TeamsManifest = group({
  $schema: z.string().optional(),
  manifestVersion: only('1.22', 'the bot is made for this version'),
  version: z
    .string('write a text here')
    .regex(/^(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)$/u, 'write three numbers, as 1.0.0'),
  id: guid,
  developer: group({ name: text(32), websiteUrl: page, privacyUrl: page, termsOfUseUrl: page }),
  name: group({ short: text(30), full: text(100) }),
  description: group({ short: text(80), full: text(4000) }),
  icons: group({ color: file, outline: file }),
  accentColor: z.string('write a text here').regex(/^#[\da-f]{6}$/iu, 'write a colour as #000000'),
  localizationInfo: group({
    defaultLanguageTag: only('ja', 'the texts of the manifest itself are the Japanese ones'),
    additionalLanguages: list(group({ languageTag: only('en', 'the bot speaks Japanese and English'), file }), 1),
  }).optional(),
  bots: list(bot, 1).min(1, 'it is empty: the bot is missing'),
  composeExtensions: list(group({ botId: guid, commands: list(extensionCommand, 10) }), 1).default([]),
  permissions: list(
    z.enum(
      ['identity', 'messageTeamMembers'],
      'the bot asks for "identity" and "messageTeamMembers" and no more: remove it',
    ),
    2,
  ).default([]),
  validDomains: list(host, 16).default([]),
  defaultInstallScope: scope.optional(),
})
export type TeamsManifest = z.infer<typeof TeamsManifest>

/** The texts of another language, each by the place where it stands in the manifest. */
export const TeamsTexts = z
  .looseObject({}, 'no group: write {…} here, as in en.json that comes with the bot')
  .transform(({ $schema: _, ...texts }) => texts as Readonly<Record<string, unknown>>)

/** Every text of a manifest that people read, with its length at most, by the place where it stands. */
export function textsOf(
  manifest: TeamsManifest,
): ReadonlyMap<string, { readonly text: string; readonly most: number }> {
  const { name, description, bots, composeExtensions } = manifest
  const of = (
    path: string,
    { title, description: says }: { title: string; description: string },
    most: [number, number],
  ) => [
    [`${path}.title`, { text: title, most: most[0] }] as const,
    [`${path}.description`, { text: says, most: most[1] }] as const,
  ]
  return new Map([
    ['name.short', { text: name.short, most: 30 }],
    ['name.full', { text: name.full, most: 100 }],
    ['description.short', { text: description.short, most: 80 }],
    ['description.full', { text: description.full, most: 4000 }],
    ...(bots[0]?.commandLists ?? []).flatMap(({ commands }, at) =>
      commands.flatMap((one, index) => of(`bots[0].commandLists[${at}].commands[${index}]`, one, [128, 4000])),
    ),
    ...(composeExtensions[0]?.commands ?? []).flatMap((one, index) =>
      of(`composeExtensions[0].commands[${index}]`, one, [32, 128]),
    ),
  ])
}
