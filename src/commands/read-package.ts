import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { Fault } from '../fault.ts'
import type { PackageFiles } from '../platforms/teams/check-package.ts'
import { drawIcons } from '../platforms/teams/draw-icons.ts'
import { readBytes } from './read-text.ts'

/** Far more than a package of ours has: one file, and all of them. */
const most = { bytes: 2e6, files: 30 }
/** What is in a package; notes and hidden files beside it are not. */
const packed = /^[\w-]+(?:\.[\w-]+)*\.(?:json|png)$/u

/**
 * The files of an app package: a zip as it is, or a folder, in which icons are drawn where it has none.
 * @throws Fault `file-unreadable`
 */
export function readPackage(path: string): PackageFiles {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) return unpack(path, readBytes(path))
  const names = readdirSync(path).filter((name) => packed.test(name))
  if (names.length > most.files) throw unreadable(path, `it has more than ${most.files} files`)
  const files = Object.fromEntries(names.map((name) => [name, readBytes(join(path, name))]))
  const { color, outline } = drawIcons(accentOf(files))
  return { 'color.png': color, 'outline.png': outline, ...files }
}

function unpack(path: string, bytes: Uint8Array): PackageFiles {
  let count = 0
  try {
    return unzipSync(bytes, {
      filter: ({ originalSize }) => {
        count += 1
        if (count > most.files || originalSize > most.bytes) throw new Error('it is too large for an app package')
        return true
      },
    })
  } catch (cause) {
    throw unreadable(path, (cause as Error).message, cause)
  }
}

/** The colour that icons are drawn in; whether the manifest is sound is said elsewhere. */
function accentOf(files: PackageFiles): string {
  const text = new TextDecoder().decode(files['manifest.json'])
  return /"accentColor"\s*:\s*"(#[\da-f]{6})"/iu.exec(text)?.[1] ?? '#000000'
}

function unreadable(path: string, why: string, cause?: unknown): Fault {
  return new Fault(
    'file-unreadable',
    `${path} is no app package (${why}): give a folder with manifest.json, or the zip that "manifest build teams" makes`,
    cause,
  )
}
