import { zipSync } from 'fflate'
import type { PackageFiles } from './check-package.ts'
import type { TeamsManifest } from './manifest-schema.ts'

/** What an app of one's own is made with. */
export type OwnApp = {
  /** The id of the app's registration at Microsoft Entra: that of the bot, and of the app in Teams too. */
  readonly appId: string
  /** The host that the bot is reached at. */
  readonly domain: string
  /** The page that Teams shows for who is in charge, privacy and terms of use. */
  readonly site: string
  /** Teams takes another package of the same app only with a higher one. */
  readonly version: string
}

/** Dates in an archive begin here; it is read as local time, so it is the same everywhere. */
const longAgo = new Date(1980, 0, 1)

/** The manifest for one's own app. */
export function fitManifest(manifest: TeamsManifest, { appId, domain, site, version }: OwnApp): TeamsManifest {
  const { developer, bots, composeExtensions } = manifest
  return {
    ...manifest,
    version,
    id: appId,
    developer: { ...developer, websiteUrl: site, privacyUrl: site, termsOfUseUrl: site },
    bots: bots.map((bot) => ({ ...bot, botId: appId })),
    composeExtensions: composeExtensions.map((extension) => ({ ...extension, botId: appId })),
    validDomains: [domain],
  }
}

/** An app package with another manifest in it, as the zip that Teams takes: the same files give the same bytes. */
export function zipPackage(files: PackageFiles, manifest: TeamsManifest): Uint8Array {
  const json = new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`)
  const all = Object.entries({ ...files, 'manifest.json': json }).sort(([a], [b]) => (a < b ? -1 : 1))
  return zipSync(Object.fromEntries(all.map(([name, bytes]) => [name, [bytes, { mtime: longAgo, level: 9 }]])))
}
