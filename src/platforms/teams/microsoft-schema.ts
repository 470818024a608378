import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type PackageFault, type PackageFiles, readJson } from './check-package.ts'
import type { TeamsManifest } from './manifest-schema.ts'

const require = createRequire(import.meta.url)

/** Where a file of a package is. @throws where the package is not installed */
type Resolve = (name: string) => string

/**
 * Compares the JSON files of a package with Microsoft's own schemas of manifest 1.22. They are there to develop with, and not
 * where only what runs is installed: undefined then.
 */
export async function compareWithMicrosoft(
  manifest: TeamsManifest,
  files: PackageFiles,
  resolve: Resolve = require.resolve,
): Promise<readonly PackageFault[] | undefined> {
  const names = ['manifest.json', ...(manifest.localizationInfo?.additionalLanguages ?? []).map(({ file }) => file)]
  const paths = schemaPaths(resolve)
  if (paths === undefined) return undefined
  const { default: Ajv } = await import('ajv-draft-04')
  return names.flatMap((name, at) => {
    const json = readJson(files, name)
    if ('says' in json) return [json]
    // The schemas have patterns that are none with the flag u, and a byte order mark.
    const ajv = new Ajv.default({ strict: false, unicodeRegExp: false, allErrors: true, validateFormats: false })
    const schema = readFileSync(at === 0 ? paths.manifest : paths.texts, 'utf8').replace(/^\ufeff/u, '')
    const validate = ajv.compile(JSON.parse(schema))
    validate(json.value)
    return (validate.errors ?? []).map(({ instancePath, message }) => ({
      path: `${name}${instancePath}`,
      says: `Microsoft's schema: ${message}`,
    }))
  })
}

function schemaPaths(resolve: Resolve): { readonly manifest: string; readonly texts: string } | undefined {
  try {
    resolve('ajv-draft-04')
    return {
      manifest: resolve('@microsoft/app-manifest/build/json-schemas/teams/v1.22/MicrosoftTeams.schema.json'),
      texts: resolve('@microsoft/app-manifest/build/json-schemas/teams/v1.22/MicrosoftTeams.Localization.schema.json'),
    }
  } catch {
    return undefined
  }
}
