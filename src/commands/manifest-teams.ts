import { fileURLToPath } from 'node:url'
import { Fault } from '../fault.ts'
import { fitManifest, type OwnApp, zipPackage } from '../platforms/teams/app-package.ts'
import {
  type CheckedPackage,
  checkPackage,
  type PackageFault,
  type PackageFiles,
} from '../platforms/teams/check-package.ts'
import type { TeamsManifest } from '../platforms/teams/manifest-schema.ts'
import { compareWithMicrosoft } from '../platforms/teams/microsoft-schema.ts'
import type { ManifestOptions } from './manifest.ts'
import { readPackage } from './read-package.ts'
import { UsageFault } from './usage-fault.ts'
import { checkWritable, writeFile } from './written-file.ts'

/** The bot and the host of the package that comes with the bot: placeholders (RFC 2606 reserves the domain). */
const placeholder = { bot: '00000000-0000-0000-0000-000000000000', domain: 'kondankai.example.jp' } as const
const shipped = fileURLToPath(new URL('../../manifest/teams', import.meta.url))
const shippedName = 'manifest/teams'

/** Compares an app package, else the one that comes with the bot, with what Teams takes and the bot does. */
export async function checkTeams(path: string | undefined): Promise<number> {
  const name = path ?? shippedName
  const { manifest, compared } = await soundPackage(name, readPackage(path ?? shipped))
  process.stdout.write(`${describe(name, manifest, compared)}\n`)
  return 0
}

/** Makes the zip that is uploaded to Teams. */
export async function buildTeams(path: string | undefined, values: ManifestOptions): Promise<number> {
  const { out, force } = values
  if (out === undefined)
    throw new UsageFault('manifest build teams needs --out FILE.zip: the file that is uploaded to Teams')
  const name = path ?? shippedName
  const files = readPackage(path ?? shipped)
  const { manifest } = await soundPackage(name, files)
  const zip = zipPackage(files, fitManifest(manifest, ownApp(values, manifest.version)))
  checkWritable(out, force)
  writeFile(out, zip, force)
  process.stdout.write(`${out}\n`)
  return 0
}

/** @throws UsageFault, which says what is missing or wrong. */
function ownApp(values: ManifestOptions, shippedVersion: string): OwnApp {
  const { domain, 'app-id': appId, 'app-version': version = shippedVersion } = values
  if (appId === undefined || domain === undefined)
    throw new UsageFault(
      'manifest build teams needs --app-id ID and --domain HOST: docs/teams.md says where they stand',
    )
  if (!/^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/iu.test(appId) || appId === placeholder.bot)
    throw new UsageFault(`--app-id ${appId}: give the application (client) id of your bot, a GUID`)
  if (!/^(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z][a-z\d-]*[a-z\d]$/u.test(domain))
    throw new UsageFault(`--domain ${domain}: give the name of your host and no more, as bot.example.jp`)
  if (!/^(?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*)){2}$/u.test(version))
    throw new UsageFault(`--app-version ${version}: give three numbers, as 1.0.1`)
  const { site = `https://${domain}/` } = values
  const url = URL.parse(site)
  if (url?.protocol !== 'https:' || url.href.length > 2048 || `${url.username}${url.password}` !== '')
    throw new UsageFault(`--site ${site}: give the whole https address of a page, as https://www.example.jp/kondankai/`)
  return { appId: appId.toLowerCase(), domain, site: url.href, version }
}

/** @throws Fault `manifest-invalid`, with every fault and where it is */
async function soundPackage(
  name: string,
  files: PackageFiles,
): Promise<{ readonly manifest: TeamsManifest; readonly compared: boolean }> {
  const checked = checkPackage(files)
  const manifest = soundOr(name, checked)
  const faults = await compareWithMicrosoft(manifest, files)
  if (faults !== undefined && faults.length > 0) throw faulty(name, faults)
  return { manifest, compared: faults !== undefined }
}

function soundOr(name: string, checked: CheckedPackage): TeamsManifest {
  if (checked.outcome === 'faulty') throw faulty(name, checked.faults)
  return checked.manifest
}

function faulty(name: string, faults: readonly PackageFault[]): Fault {
  const lines = faults.map(({ path, says }) => `\n  ${path === '' ? '' : `${path}: `}${says}`)
  return new Fault('manifest-invalid', `${name} is no app package for this bot:${lines.join('')}`)
}

function describe(name: string, manifest: TeamsManifest, compared: boolean): string {
  const { bots, composeExtensions, validDomains, localizationInfo, permissions } = manifest
  const botId = bots[0]?.botId ?? ''
  const isShipped = botId === placeholder.bot || validDomains.includes(placeholder.domain)
  const notYours = isShipped ? ' (placeholders: "manifest build teams" puts your own there)' : ''
  const languages = ['ja', ...(localizationInfo?.additionalLanguages ?? []).map(({ languageTag }) => languageTag)]
  const counts = [
    `scopes: ${bots[0]?.scopes.join(', ')}`,
    `commands: ${(bots[0]?.commandLists ?? []).map(({ commands }) => commands.length).join(' and ')}`,
    `actions: ${composeExtensions[0]?.commands.length ?? 0}`,
    `permissions: ${permissions.join(', ') || 'none'}`,
    `languages: ${languages.join(', ')}`,
  ]
  const schema = compared
    ? "Microsoft's schema 1.22 takes it too"
    : 'not compared with Microsoft\'s schema, which "npm install --include=dev" brings'
  return `${name}: sound; bot ${botId} at ${validDomains.join(', ')}${notYours}, ${counts.join(', ')}; ${schema}`
}
