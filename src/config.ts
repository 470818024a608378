import { join } from 'node:path'
import * as z from 'zod'
import { type ModelConfig, modelFaults, modelOf, modelVariables } from './config-model.ts'
import { Fault } from './fault.ts'
import { isLoopback } from './is-loopback.ts'

const variables = {
  COMMITTEE_DIR: z.string().min(1).default('data/sapporo-vision'),
  STATE_DIR: z.string().min(1).default('data/state'),
  MAIL_FOLDER: z.string().optional(),
  MAIL_FROM: z.email('MAIL_FROM is not a mail address: write the address alone, such as office@example.jp').optional(),
  SMTP_URL: z
    .string()
    .refine(isMailServer, {
      error:
        'SMTP_URL is not the address of a mail server: write smtp://user:password@host:587 or smtps://user:password@host:465, ' +
        'and percent-encode what is neither a letter nor a digit in user and password',
    })
    .optional(),
  DIGEST_TIME: z
    .string()
    .regex(
      /^(?:off|(?:[01]\d|2[0-3]):[0-5]\d)$/u,
      'DIGEST_TIME is not a time of day: write it as 09:00 (in Japan), or off for no daily digest',
    )
    .default('09:00'),
  SECRETARIAT_MAIL: z
    .email('SECRETARIAT_MAIL is not a mail address: write the address alone, such as office@example.jp')
    .optional(),
  SLACK_BOT_TOKEN: z
    .string()
    .regex(
      /^xoxb-/u,
      "SLACK_BOT_TOKEN is no bot token: copy the one that begins with xoxb- from your Slack app's page OAuth & Permissions",
    )
    .optional(),
  SLACK_SIGNING_SECRET: z.string().optional(),
  SLACK_APP_TOKEN: z
    .string()
    .regex(
      /^xapp-/u,
      "SLACK_APP_TOKEN is no app-level token: copy the one that begins with xapp- from your Slack app's page Basic Information",
    )
    .optional(),
  SLACK_SECRETARIAT_CHANNEL: z
    .string()
    .regex(
      /^[CG][A-Z\d]{2,40}$/u,
      'SLACK_SECRETARIAT_CHANNEL is not the id of a channel: it begins with C or G, and stands at the end of what the channel shows about itself',
    )
    .optional(),
  SLACK_API_URL: z
    .url('SLACK_API_URL is not an address: write the whole of it, such as https://slack.com/api/')
    .default('https://slack.com/api/'),
  TEAMS_APP_ID: z.string().optional(),
  TEAMS_APP_PASSWORD: z.string().optional(),
  TEAMS_CERTIFICATE: z.string().optional(),
  TEAMS_MANAGED_IDENTITY: z.enum(['1'], 'TEAMS_MANAGED_IDENTITY is 1, or empty').optional(),
  TEAMS_TENANT_ID: z.string().optional(),
  TEAMS_SERVICE_URLS: z
    .string()
    .refine((text) => addressesIn(text).every(isService), {
      error:
        'TEAMS_SERVICE_URLS is not a list of addresses: write https://HOST/ (http on this machine alone), parted by commas',
    })
    .default('https://smba.trafficmanager.net/'),
  TEAMS_SECRETARIAT_CHANNEL: z
    .string()
    .regex(
      /^19:[^\s;]+$/u,
      'TEAMS_SECRETARIAT_CHANNEL is not the id of a channel: it begins with 19: and stands in the link to the channel, where %3a is written for : and %40 for @',
    )
    .optional(),
  TEAMS_LOCAL: z.enum(['1'], 'TEAMS_LOCAL is 1, or empty').optional(),
  TEAMS_LOGIN_URL: z.url('TEAMS_LOGIN_URL is not an address').optional(),
  TEAMS_OPENID_URL: z.url('TEAMS_OPENID_URL is not an address').optional(),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/u, 'PORT is not a port: write a number from 0 to 65535')
    .transform(Number)
    .refine((port) => port <= 65_535, 'PORT is not a port: write a number from 0 to 65535')
    .default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  RETENTION_YEARS: z
    .string()
    .regex(
      /^[1-9]\d?$/u,
      'RETENTION_YEARS is not a number of years: write 1 to 99, or leave it empty to keep everything',
    )
    .transform(Number)
    .optional(),
  ...modelVariables,
}

const environment = z
  .object(variables)
  .refine(({ SMTP_URL, MAIL_FROM }) => SMTP_URL === undefined || MAIL_FROM, {
    path: ['MAIL_FROM'],
    error: 'MAIL_FROM is empty, but SMTP_URL needs it: set it to the address that mails are sent from',
  })
  .refine((all) => all.SLACK_BOT_TOKEN === undefined || all.SLACK_SIGNING_SECRET || all.SLACK_APP_TOKEN, {
    path: ['SLACK_SIGNING_SECRET'],
    error:
      "SLACK_SIGNING_SECRET is empty: copy it from your Slack app's page Basic Information, or set SLACK_APP_TOKEN for Socket Mode",
  })
  .refine((all) => all.SLACK_BOT_TOKEN !== undefined || !(all.SLACK_SIGNING_SECRET || all.SLACK_APP_TOKEN), {
    path: ['SLACK_BOT_TOKEN'],
    error: "SLACK_BOT_TOKEN is empty: copy it from your Slack app's page OAuth & Permissions",
  })
  .refine((all) => all.TEAMS_APP_ID === undefined || (waysIn(all).length > 0 && all.TEAMS_TENANT_ID), {
    path: ['TEAMS_APP_ID'],
    error:
      'TEAMS_APP_ID needs TEAMS_APP_PASSWORD and TEAMS_TENANT_ID: copy them from the registration of your bot ' +
      '(in place of the password TEAMS_CERTIFICATE, or TEAMS_MANAGED_IDENTITY)',
  })
  .refine((all) => all.TEAMS_APP_ID !== undefined || all.TEAMS_LOCAL !== undefined || waysIn(all).length === 0, {
    path: ['TEAMS_APP_ID'],
    error: 'TEAMS_APP_ID is empty: copy it from the registration of your bot, or leave out by what it is to log in',
  })
  .refine((all) => (all.TEAMS_LOGIN_URL === undefined) === (all.TEAMS_OPENID_URL === undefined), {
    path: ['TEAMS_LOGIN_URL'],
    error: 'TEAMS_LOGIN_URL and TEAMS_OPENID_URL belong together: set both, or leave both out',
  })
  .refine((all) => waysIn(all).length < 2, {
    path: ['TEAMS_APP_PASSWORD'],
    error: 'TEAMS_APP_PASSWORD, TEAMS_CERTIFICATE and TEAMS_MANAGED_IDENTITY do the same: set one of them',
  })
  .refine((all) => all.TEAMS_LOCAL === undefined || all.TEAMS_APP_ID === undefined, {
    path: ['TEAMS_LOCAL'],
    error: 'TEAMS_LOCAL is for trying the bot without a registration: leave it out, or leave TEAMS_APP_ID out',
  })
  .refine((all) => all.TEAMS_LOCAL === undefined || isLoopback(all.HOST), {
    path: ['TEAMS_LOCAL'],
    error: 'TEAMS_LOCAL checks nobody: leave HOST at 127.0.0.1, so that only this machine reaches it',
  })
  .superRefine((all, context) => {
    for (const [name, says] of modelFaults(all)) context.addIssue({ code: 'custom', path: [name], message: says })
  })

/** By what the bot is to show to Microsoft that it is the app. */
function waysIn(set: {
  readonly TEAMS_APP_PASSWORD?: string | undefined
  readonly TEAMS_CERTIFICATE?: string | undefined
  readonly TEAMS_MANAGED_IDENTITY?: string | undefined
}): readonly string[] {
  const ways = [set.TEAMS_APP_PASSWORD, set.TEAMS_CERTIFICATE, set.TEAMS_MANAGED_IDENTITY]
  return ways.flatMap((one) => one ?? [])
}

/** Every variable that is read; `.env.example` explains them. */
export const variableNames: readonly string[] = Object.keys(variables)

export type Config = {
  /** The committee's folder, relative to the working directory. */
  readonly committeeDir: string
  /** The folder of what is stored while the bot runs, relative to the working directory. */
  readonly stateDir: string
  readonly mail: MailConfig
  readonly digest: DigestConfig
  /** Fiscal years for which a round is kept once it is published and closed; null: for ever. */
  readonly retentionYears: number | null
  /** Null where Slack is not configured. */
  readonly slack: SlackConfig | null
  /** Null where Teams is not configured. */
  readonly teams: TeamsConfig | null
  /** Null where no language model is used. */
  readonly model: ModelConfig | null
  /** Where the platforms are served. */
  readonly server: { readonly port: number; readonly host: string }
}

/** By what the bot shows that it is the Teams app: a secret (print it nowhere), a PEM file with a certificate and its private key, or its machine's identity in Azure. */
export type TeamsCredential =
  | { readonly kind: 'secret'; readonly secret: string }
  | { readonly kind: 'certificate'; readonly file: string }
  | { readonly kind: 'managed-identity' }

/**
 * The Teams app's registration (null: only this machine itself is served, and nobody
 * is checked), the beginnings of the services that are called, and the secretariat's channel.
 */
type TeamsConfig = {
  readonly registration: {
    readonly appId: string
    readonly credential: TeamsCredential
    readonly tenant: string
    readonly loginUrl: string | null
    readonly openIdUrl: string | null
  } | null
  readonly services: readonly string[]
  /** Of the secretariat's channel: null where nobody says so. */
  readonly tenant: string | null
  readonly channel: string | null
}

/** The Slack app's secrets (print them nowhere), the secretariat's channel, and the address of the Web API. */
type SlackConfig = {
  readonly botToken: string
  readonly signingSecret: string | null
  readonly appToken: string | null
  readonly channel: string | null
  readonly apiUrl: string
}

/** When the daily digest is due (`09:00` in Japan; null: never), and the address it is mailed to besides. */
type DigestConfig = { readonly time: string | null; readonly mail: string | null }

/**
 * Mails go into `folder` (relative to the working directory), or to the server `smtp`, and then into the folder only if
 * one is asked for. `smtp` holds a password: print it nowhere.
 */
type MailConfig = { readonly from: string } & (
  | { readonly folder: string; readonly smtp: null }
  | { readonly folder: string | null; readonly smtp: string }
)

/** The sender of mails that stay in a folder. */
const nobody = 'kondankai-bot@localhost'

/**
 * Adds what `.env` in the working directory says to the environment, where there is such a file.
 * @throws Fault `config-invalid` where it cannot be read.
 */
export function loadEnvironmentFile(): void {
  try {
    process.loadEnvFile('.env')
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return
    throw new Fault(
      'config-invalid',
      `.env cannot be read (${(cause as Error).message}); make it a readable file, or remove it`,
      cause,
    )
  }
}

/**
 * Reads the configuration; an empty variable counts as not set. Options of the command line go before it.
 * @throws Fault `config-invalid`, saying which variable and what to do.
 */
export function readConfig(
  env: Readonly<Record<string, string | undefined>>,
  options: { readonly committee?: string | undefined } = {},
): Config {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const result = environment.safeParse(set)
  if (!result.success)
    throw new Fault('config-invalid', `configuration:\n${z.prettifyError(result.error)}`, result.error)
  const { COMMITTEE_DIR, STATE_DIR, MAIL_FOLDER, MAIL_FROM: from = nobody, SMTP_URL: smtp } = result.data
  const { DIGEST_TIME: time, SECRETARIAT_MAIL, RETENTION_YEARS } = result.data
  return {
    committeeDir: options.committee ?? COMMITTEE_DIR,
    stateDir: STATE_DIR,
    mail:
      smtp === undefined
        ? { from, folder: MAIL_FOLDER ?? join(STATE_DIR, 'mail'), smtp: null }
        : { from, folder: MAIL_FOLDER ?? null, smtp },
    digest: { time: time === 'off' ? null : time, mail: SECRETARIAT_MAIL ?? null },
    retentionYears: RETENTION_YEARS ?? null,
    slack: slackOf(result.data),
    teams: teamsOf(result.data, env.NODE_ENV === 'production'),
    model: modelOf(result.data),
    server: { port: result.data.PORT, host: result.data.HOST },
  }
}

function slackOf(set: z.infer<typeof environment>): SlackConfig | null {
  const { SLACK_BOT_TOKEN: botToken, SLACK_SIGNING_SECRET, SLACK_APP_TOKEN, SLACK_SECRETARIAT_CHANNEL } = set
  if (botToken === undefined) return null
  return {
    botToken,
    signingSecret: SLACK_SIGNING_SECRET ?? null,
    appToken: SLACK_APP_TOKEN ?? null,
    channel: SLACK_SECRETARIAT_CHANNEL ?? null,
    apiUrl: set.SLACK_API_URL,
  }
}

/** @throws Fault `config-invalid` where nobody would be checked in production */
function teamsOf(set: z.infer<typeof environment>, isProduction: boolean): TeamsConfig | null {
  const { TEAMS_APP_ID: appId, TEAMS_TENANT_ID: tenant, TEAMS_LOCAL } = set
  const services = addressesIn(set.TEAMS_SERVICE_URLS)
  const channel = set.TEAMS_SECRETARIAT_CHANNEL ?? null
  if (TEAMS_LOCAL !== undefined) {
    if (isProduction)
      throw new Fault('config-invalid', 'TEAMS_LOCAL checks nobody, and NODE_ENV is production: leave TEAMS_LOCAL out')
    return { registration: null, services: ['http://127.0.0.1/', 'http://localhost/'], tenant: tenant ?? null, channel }
  }
  if (appId === undefined || tenant === undefined) return null
  const [loginUrl, openIdUrl] = [set.TEAMS_LOGIN_URL ?? null, set.TEAMS_OPENID_URL ?? null]
  return {
    registration: { appId, credential: credentialOf(set), tenant, loginUrl, openIdUrl },
    services,
    tenant,
    channel,
  }
}

function addressesIn(text: string): readonly string[] {
  return text.split(',').map((one) => one.trim())
}

function isService(text: string): boolean {
  const url = URL.parse(text)
  return url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname))
}

function credentialOf(set: z.infer<typeof environment>): TeamsCredential {
  const { TEAMS_APP_PASSWORD: secret, TEAMS_CERTIFICATE: file } = set
  if (secret !== undefined) return { kind: 'secret', secret }
  return file === undefined ? { kind: 'managed-identity' } : { kind: 'certificate', file }
}

function isMailServer(text: string): boolean {
  const url = URL.parse(text)
  if (url === null || !/^smtps?:$/u.test(url.protocol) || url.hostname === '') return false
  const { username, password, pathname, search, hash } = url
  if (!/^\/?$/u.test(pathname) || search !== '' || hash !== '' || (username === '') !== (password === '')) return false
  try {
    decodeURIComponent(username)
    decodeURIComponent(password)
    return true
  } catch {
    return false
  }
}
