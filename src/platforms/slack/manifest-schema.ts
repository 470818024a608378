import * as z from 'zod'

/** A text of Slack's manifest: never empty, `most` characters at most. */
function text(most: number) {
  return z
    .string('write a text here')
    .min(1, 'it is empty: write a text, or remove the key')
    .max(most, { error: ({ input }) => `${String(input).length} characters, Slack takes ${most}: shorten it` })
}

/** Only keys that Slack documents and the bot has a use for: what nobody looks at does no good and may do harm. */
function group<T extends z.ZodRawShape>(shape: T) {
  return z.strictObject(shape, {
    error: (issue) => {
      if (issue.code === 'unrecognized_keys')
        return `${issue.keys.map((key) => `"${key}"`).join(', ')}: Slack documents no such key here, or the bot has no use for it: remove it`
      return 'it is missing, or no group: write {…} here, as in the manifest that comes with the bot'
    },
  })
}

function only<T extends boolean>(value: T, why: string) {
  return z.literal(value, `set it to ${value}: ${why}`)
}

function list<T extends z.ZodType>(item: T, most: number) {
  return z.array(item, 'write a list here: […]').max(most, `more than ${most}, which is what Slack takes: remove some`)
}

const url = z
  .url({
    protocol: /^https$/u,
    error: 'give a whole https address, as https://HOST/slack/events: Slack calls no other',
  })
  .optional()

const command = group({
  command: z
    .string('write a text here')
    .max(32, 'more than 32 characters, which is what Slack takes: shorten it')
    .regex(/^\/[^\s/A-Z]+$/u, 'write it with a leading /, and without spaces and capital letters'),
  url,
  description: text(2000),
  usage_hint: text(1000).optional(),
  should_escape: only(false, 'the bot reads a question as it was typed').optional(),
})

const shortcut = group({
  name: text(24),
  type: z.enum(['global', 'message'], 'write "global" or "message"'),
  callback_id: text(255),
  description: text(150),
})

/**
 * A Slack app manifest, as far as the bot uses one, with Slack's limits (https://docs.slack.dev/reference/app-manifest). That
 * page has none for a shortcut's name: 24 is what titles and buttons of a form take. Our own, because the SDK's type neither
 * knows the limits nor takes `assistant:write`.
 */
export const SlackManifest = group({
  _metadata: group({
    major_version: z.union([z.literal(1), z.literal(2)], 'Slack knows 1 and 2: write 2').optional(),
    minor_version: z.int('write a whole number').optional(),
  }).optional(),
  display_information: group({
    name: text(35),
    description: text(140).optional(),
    long_description: text(4000)
      .min(174, { error: ({ input }) => `${String(input).length} characters, Slack wants at least 174: say more` })
      .optional(),
    background_color: z
      .string('write a text here')
      .regex(/^#(?:[0-9a-f]{3}){1,2}$/iu, 'write a colour as #000 or #000000')
      .optional(),
  }),
  features: group({
    app_home: group({
      home_tab_enabled: only(true, 'the bot shows submissions and deadlines there'),
      messages_tab_enabled: only(true, 'the direct message with the bot is this tab'),
      messages_tab_read_only_enabled: only(false, 'else nobody can write to the bot'),
    }),
    // Suggested prompts are set at run time, from the record.
    agent_view: group({ agent_description: text(300) }).optional(),
    bot_user: group({
      display_name: z
        .string('write a text here')
        .max(80, 'more than 80 characters, which is what Slack takes: shorten it')
        .regex(
          /^[a-z0-9._-]+$/u,
          'Slack documents a-z, 0-9, "-", "_" and "." only: write it so, and set the Japanese name in the app\'s settings (App Home) later',
        ),
      always_online: z.boolean('write true or false').optional(),
    }),
    shortcuts: list(shortcut, 10).default([]),
    slash_commands: list(command, 50).default([]),
  }),
  oauth_config: group({
    scopes: group({ bot: list(text(100), 255) }),
    pkce_enabled: z.boolean('write true or false').optional(),
    token_management_enabled: z.boolean('write true or false').optional(),
  }),
  settings: group({
    allowed_ip_address_ranges: list(text(100), 10).optional(),
    event_subscriptions: group({ request_url: url, bot_events: list(text(100), 100) }),
    interactivity: group({
      is_enabled: only(true, 'buttons, forms and shortcuts need it'),
      request_url: url,
      message_menu_options_url: url,
    }),
    org_deploy_enabled: only(false, 'the bot serves one workspace').optional(),
    socket_mode_enabled: z.boolean('write true for Socket Mode, false for HTTP').default(false),
    token_rotation_enabled: only(false, 'the bot keeps one token and does not renew it').optional(),
    is_hosted: only(false, 'the bot runs on your own machine').optional(),
    is_mcp_enabled: only(false, 'the bot has no use for it').optional(),
  }),
})
export type SlackManifest = z.infer<typeof SlackManifest>
